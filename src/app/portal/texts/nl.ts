/** The catalogue of one language, all areas together. */
import { confirm } from './nl/confirm.ts';
import { frame } from './nl/frame.ts';
import { my } from './nl/my.ts';
import { revision } from './nl/revision.ts';
import { sell } from './nl/sell.ts';
import { status } from './nl/status.ts';
import { todo } from './nl/todo.ts';
import { upload } from './nl/upload.ts';

export const nl = { ...frame, ...sell, ...confirm, ...my, ...revision, ...status, ...todo, ...upload };
