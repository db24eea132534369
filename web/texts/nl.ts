/** The Dutch catalogue; a key that is missing does not compile. */
import type { Texts } from './en.ts';
import { board, queues, table } from './nl/board.ts';
import { bench } from './nl/bench.ts';
import { checklists } from './nl/checklists.ts';
import { checks } from './nl/checks.ts';
import { connections } from './nl/connections.ts';
import { desk } from './nl/desk.ts';
import { frame } from './nl/frame.ts';
import { holds } from './nl/holds.ts';
import { incoming } from './nl/incoming.ts';
import { inspection } from './nl/inspection.ts';
import { macros } from './nl/macros.ts';
import { money } from './nl/money.ts';
import { owner } from './nl/owner.ts';
import { photos } from './nl/photos.ts';
import { prices } from './nl/prices.ts';
import { refusals } from './nl/refusals.ts';
import { revision } from './nl/revision.ts';
import { templates } from './nl/templates.ts';
import { workflow } from './nl/workflow.ts';

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
