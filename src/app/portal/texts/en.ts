/** The catalogue of one language, all areas together. */
import { confirm } from './en/confirm.ts';
import { frame } from './en/frame.ts';
import { my } from './en/my.ts';
import { revision } from './en/revision.ts';
import { sell } from './en/sell.ts';
import { status } from './en/status.ts';
import { todo } from './en/todo.ts';
import { upload } from './en/upload.ts';

export const en = { ...frame, ...sell, ...confirm, ...my, ...revision, ...status, ...todo, ...upload };
