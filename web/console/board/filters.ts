/** What the board and the table filter by; it lives in the address, so a view is a link. */
import type { Query } from '../../client.ts';

export type Filters = {
  workflow: string;
  q: string;
  next: string;
  overdue: boolean;
  mine: boolean;
  location: string;
  sort: string;
};

export function filtersOf(search: Readonly<Record<string, string | undefined>>): Filters {
  return {
    workflow: search['workflow'] ?? 'buyback_mail_in',
    q: search['q'] ?? '',
    next: search['next'] ?? '',
    overdue: search['overdue'] === 'true',
    mine: search['mine'] === 'true',
    location: search['location'] ?? '',
    sort: search['sort'] ?? '',
  };
}

/** The filters as the API takes them; off and empty are left out. */
export function filterQuery(f: Filters): Query {
  return {
    workflow: f.workflow,
    q: f.q,
    next: f.next,
    overdue: f.overdue,
    mine: f.mine,
    location: f.location,
    sort: f.sort,
  };
}

export function anyFilter(f: Filters): boolean {
  return f.q !== '' || f.next !== '' || f.overdue || f.mine || f.location !== '';
}
