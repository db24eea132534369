/** The catalogue of one language, all areas together. */
import { confirm } from './es/confirm.ts';
import { frame } from './es/frame.ts';
import { my } from './es/my.ts';
import { revision } from './es/revision.ts';
import { sell } from './es/sell.ts';
import { status } from './es/status.ts';
import { todo } from './es/todo.ts';
import { upload } from './es/upload.ts';

export const es = { ...frame, ...sell, ...confirm, ...my, ...revision, ...status, ...todo, ...upload };
