/** What every command is given. */
import type { Ctx } from '../../kernel/actor.ts';
import type { Config } from '../../platform/config.ts';
import type { Postgres } from '../../platform/postgres.ts';

export type Desk = {
  readonly postgres: Postgres;
  readonly config: Config;
  readonly ctx: () => Ctx;
  readonly say: (line: string) => void;
};
