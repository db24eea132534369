/** The English catalogue; its shape is the contract every other language is checked against. */
import { board, queues, table } from './en/board.ts';
import { bench } from './en/bench.ts';
import { checklists } from './en/checklists.ts';
import { checks } from './en/checks.ts';
import { connections } from './en/connections.ts';
import { desk } from './en/desk.ts';
import { frame } from './en/frame.ts';
import { holds } from './en/holds.ts';
import { incoming } from './en/incoming.ts';
import { inspection } from './en/inspection.ts';
import { macros } from './en/macros.ts';
import { money } from './en/money.ts';
import { owner } from './en/owner.ts';
import { photos } from './en/photos.ts';
import { prices } from './en/prices.ts';
import { refusals } from './en/refusals.ts';
import { revision } from './en/revision.ts';
import { templates } from './en/templates.ts';
import { workflow } from './en/workflow.ts';

export const texts = {
  ...frame,
  connections,
  checklists,
  checks,
  templates,
  workflow,
  board,
  table,
  queues,
  desk,
  bench,
  holds,
  incoming,
  macros,
  inspection,
  money,
  photos,
  prices,
  refusals,
  revision,
  owner,
};
export type Texts = typeof texts;
