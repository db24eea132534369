/** Every address of the console. Board and case come first; the rest is fetched when somebody goes there. */
import {
  Link,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { problemOf } from '../client.ts';
import { ErrorBox, Page } from './parts/Panel.tsx';
import { queries, whenSignedOut } from './queries.ts';
import { Root } from './shell/Root.tsx';
import { Shell } from './shell/Shell.tsx';
import { useTexts } from './texts.tsx';
import { meQuery, setupQuery } from './session/me.ts';

/** Search parameters as plain texts; what is not there is undefined. */
export type Search = Record<string, string | undefined>;

/** Search parameters are plain texts, so an address typed or shared by hand reads as it means. */
function readSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

function writeSearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    if (value !== undefined && value !== null && value !== '' && value !== false)
      params.set(key, String(value));
  const text = params.toString();
  return text ? `?${text}` : '';
}

const anySearch = (search: Record<string, unknown>): Search =>
  Object.fromEntries(Object.entries(search).filter((e): e is [string, string] => typeof e[1] === 'string'));

const root = createRootRoute({ component: Root });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./session/SignInPage.tsx'), 'SignInPage'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('./session/SetupPage.tsx'), 'SetupPage'),
});

const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('./session/JoinPage.tsx'), 'JoinPage'),
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: async ({ location }) => {
    try {
      await queries.ensureQueryData(meQuery);
    } catch (error) {
      if (problemOf(error)?.status !== 401) throw error;
      const { needed } = await queries.ensureQueryData(setupQuery).catch(() => ({ needed: false }));
      if (needed) throw redirect({ to: '/setup' });
      throw redirect({ to: '/sign-in', search: { to: location.pathname + location.searchStr } });
    }
  },
  errorComponent: ({ error }) => (
    <Page title="Reprise" width="narrow">
      <ErrorBox error={error} retry={() => location.reload()} />
    </Page>
  ),
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/board' });
  },
});

function page<P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) {
  return createRoute({ getParentRoute: () => inside, path, validateSearch: anySearch, component });
}

const tree = root.addChildren([
  signIn,
  setup,
  join,
  inside.addChildren([
    home,
    page(
      '/board',
      lazyRouteComponent(() => import('./board/BoardPage.tsx'), 'BoardPage'),
    ),
    page(
      '/table',
      lazyRouteComponent(() => import('./table/TablePage.tsx'), 'TablePage'),
    ),
    page(
      '/queues',
      lazyRouteComponent(() => import('./queues/QueuesPage.tsx'), 'QueuesPage'),
    ),
    page(
      '/holds',
      lazyRouteComponent(() => import('./holds/HoldsPage.tsx'), 'HoldsPage'),
    ),
    page(
      '/cases/$ref',
      lazyRouteComponent(() => import('./case/CasePage.tsx'), 'CasePage'),
    ),
    page(
      '/walk-in',
      lazyRouteComponent(() => import('./counter/WalkInPage.tsx'), 'WalkInPage'),
    ),
    page(
      '/counter/answer/$caseId',
      lazyRouteComponent(() => import('./counter/AnswerPage.tsx'), 'AnswerPage'),
    ),
    page(
      '/receiving',
      lazyRouteComponent(() => import('./bench/ReceivingPage.tsx'), 'ReceivingPage'),
    ),
    page(
      '/payouts',
      lazyRouteComponent(() => import('./payouts/PayoutsPage.tsx'), 'PayoutsPage'),
    ),
    page(
      '/customers',
      lazyRouteComponent(() => import('./customers/CustomersPage.tsx'), 'CustomersPage'),
    ),
    page(
      '/customers/$id',
      lazyRouteComponent(() => import('./customers/CustomerPage.tsx'), 'CustomerPage'),
    ),
    page(
      '/units/$id',
      lazyRouteComponent(() => import('./units/UnitPage.tsx'), 'UnitPage'),
    ),
    page(
      '/block-list',
      lazyRouteComponent(() => import('./blocklist/BlockListPage.tsx'), 'BlockListPage'),
    ),
    page(
      '/prices',
      lazyRouteComponent(() => import('./prices/PricesPage.tsx'), 'PricesPage'),
    ),
    page(
      '/prices/import',
      lazyRouteComponent(() => import('./prices/ImportPage.tsx'), 'ImportPage'),
    ),
    page(
      '/prices/questions',
      lazyRouteComponent(() => import('./prices/QuestionsPage.tsx'), 'QuestionsPage'),
    ),
    page(
      '/messages',
      lazyRouteComponent(() => import('./messages/MessagesPage.tsx'), 'MessagesPage'),
    ),
    page(
      '/settings',
      lazyRouteComponent(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
    ),
    page(
      '/profile',
      lazyRouteComponent(() => import('./session/ProfilePage.tsx'), 'ProfilePage'),
    ),
  ]),
]);

function NotFound() {
  const t = useTexts();
  return (
    <Page title={t.product} width="narrow">
      <p>{t.errors.notFound}</p>
      <p>
        <Link to="/board">{t.nav.board}</Link>
      </p>
    </Page>
  );
}

export const router = createRouter({
  defaultNotFoundComponent: NotFound,
  routeTree: tree,
  basepath: '/console',
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingMs: 200,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

whenSignedOut(() => {
  const at = router.state.location;
  if (at.pathname.endsWith('/sign-in') || at.pathname.endsWith('/setup')) return;
  queries.removeQueries({ queryKey: ['me'] });
  void router.navigate({ to: '/sign-in', search: { to: at.pathname + at.searchStr } });
});
