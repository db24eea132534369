/** The German catalogue; a key that is missing does not compile. */
import type { Texts } from './en.ts';
import { board, queues, table } from './de/board.ts';
import { bench } from './de/bench.ts';
import { checklists } from './de/checklists.ts';
import { checks } from './de/checks.ts';
import { connections } from './de/connections.ts';
import { desk } from './de/desk.ts';
import { frame } from './de/frame.ts';
import { holds } from './de/holds.ts';
import { incoming } from './de/incoming.ts';
import { inspection } from './de/inspection.ts';
import { macros } from './de/macros.ts';
import { money } from './de/money.ts';
import { owner } from './de/owner.ts';
import { photos } from './de/photos.ts';
import { prices } from './de/prices.ts';
import { refusals } from './de/refusals.ts';
import { revision } from './de/revision.ts';
import { templates } from './de/templates.ts';
import { workflow } from './de/workflow.ts';

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
