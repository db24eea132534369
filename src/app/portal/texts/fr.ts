/** The catalogue of one language, all areas together. */
import { confirm } from './fr/confirm.ts';
import { frame } from './fr/frame.ts';
import { my } from './fr/my.ts';
import { revision } from './fr/revision.ts';
import { sell } from './fr/sell.ts';
import { status } from './fr/status.ts';
import { todo } from './fr/todo.ts';
import { upload } from './fr/upload.ts';

export const fr = { ...frame, ...sell, ...confirm, ...my, ...revision, ...status, ...todo, ...upload };
