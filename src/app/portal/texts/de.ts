/** The catalogue of one language, all areas together. */
import { confirm } from './de/confirm.ts';
import { frame } from './de/frame.ts';
import { my } from './de/my.ts';
import { revision } from './de/revision.ts';
import { sell } from './de/sell.ts';
import { status } from './de/status.ts';
import { todo } from './de/todo.ts';
import { upload } from './de/upload.ts';

export const de = { ...frame, ...sell, ...confirm, ...my, ...revision, ...status, ...todo, ...upload };
