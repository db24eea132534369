/** The Spanish catalogue; a key that is missing does not compile. */
import type { Texts } from './en.ts';
import { board, queues, table } from './es/board.ts';
import { bench } from './es/bench.ts';
import { checklists } from './es/checklists.ts';
import { checks } from './es/checks.ts';
import { connections } from './es/connections.ts';
import { desk } from './es/desk.ts';
import { frame } from './es/frame.ts';
import { holds } from './es/holds.ts';
import { incoming } from './es/incoming.ts';
import { inspection } from './es/inspection.ts';
import { macros } from './es/macros.ts';
import { money } from './es/money.ts';
import { owner } from './es/owner.ts';
import { photos } from './es/photos.ts';
import { prices } from './es/prices.ts';
import { refusals } from './es/refusals.ts';
import { revision } from './es/revision.ts';
import { templates } from './es/templates.ts';
import { workflow } from './es/workflow.ts';

export const texts: Texts = {
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
