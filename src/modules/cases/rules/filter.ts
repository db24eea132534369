/** What the board, the table and the queues can be narrowed to, and how they are sorted. */

export type CardFilter = {
  workflow?: string | undefined;
  stage?: string | undefined;
  status?: string | undefined;
  /** Any of these places, each `stage/status`. */
  places?: readonly string[] | undefined;
  next?: string | undefined;
  location?: string | undefined;
  assignee?: string | undefined;
  overdueAt?: Date | undefined;
  open?: boolean | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  q?: string | undefined;
};

export type CardSort = 'entered' | 'due' | 'created';
export type CardAfter = { at: string; id: string };
