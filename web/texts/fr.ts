/** The French catalogue; a key that is missing does not compile. */
import type { Texts } from './en.ts';
import { board, queues, table } from './fr/board.ts';
import { bench } from './fr/bench.ts';
import { checklists } from './fr/checklists.ts';
import { checks } from './fr/checks.ts';
import { connections } from './fr/connections.ts';
import { desk } from './fr/desk.ts';
import { frame } from './fr/frame.ts';
import { holds } from './fr/holds.ts';
import { incoming } from './fr/incoming.ts';
import { inspection } from './fr/inspection.ts';
import { macros } from './fr/macros.ts';
import { money } from './fr/money.ts';
import { owner } from './fr/owner.ts';
import { photos } from './fr/photos.ts';
import { prices } from './fr/prices.ts';
import { refusals } from './fr/refusals.ts';
import { revision } from './fr/revision.ts';
import { templates } from './fr/templates.ts';
import { workflow } from './fr/workflow.ts';

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
