/** Pages and files around the API: first page, demo shop, widget, console, portal. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { setUpNeeded } from '../modules/identity/actions/set-up.ts';
import { loadShop } from '../modules/identity/shop.ts';
import type { HttpDeps } from '../platform/http/deps.ts';
import { aroundPages, pageCall } from '../platform/http/pages.ts';
import { firstPage } from './first-page.tsx';
import { mountUpload } from './upload/mount.tsx';
import { mountPortal } from './portal/mount.tsx';
import type { PagesConfig } from './pages-config.ts';
import { programRoot } from './root.ts';
import { shopPage } from './shop-page.tsx';

const YEAR = 'public, max-age=31536000, immutable';

/** Files built by Vite: hashed ones for ever, the others asked for again each time. */
function builtFiles(dir: string, prefix: string) {
  return serveStatic({
    root: join(programRoot(), 'dist', dir),
    rewriteRequestPath: (path) => path.slice(prefix.length),
    onFound: (path, http) => {
      http.header('cache-control', /-[\w-]{8,}\.\w+$/.test(path) ? YEAR : 'no-cache');
      http.header('x-content-type-options', 'nosniff');
    },
  });
}

/** The console's one page, with the nonce its style sheet of theme variables needs. */
function consolePage(http: Context): Response {
  const file = join(programRoot(), 'dist', 'console', 'index.html');
  if (!existsSync(file)) return http.text('The console is not built: run npm run build.', 503);
  const html = readFileSync(file, 'utf8').replaceAll('%NONCE%', pageCall(http).nonce);
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

function mountConsole(app: Hono, deps: HttpDeps): void {
  app.use('/console/assets/*', compress());
  app.use('/console/assets/*', builtFiles('console', '/console'));
  app.use('/console/*', aroundPages(deps, { name: '/console', wasm: true }));
  app.get('/console', (http) => http.redirect('/console/', 308));
  app.get('/console/*', consolePage);
}

function mountWidget(app: Hono): void {
  app.use('/widget/*', async (http, next) => {
    await next();
    // A script any shop's page may load: from another site, without cookies.
    http.header('cross-origin-resource-policy', 'cross-origin');
    http.header('access-control-allow-origin', '*');
  });
  app.use('/widget/*', compress());
  app.use('/widget/*', builtFiles('widget', '/widget'));
}

/** Mounts every page. Called once, before the API's routes. */
export function mountPages(app: Hono, { deps, keyring, storage, config }: PagesConfig): void {
  mountConsole(app, deps);
  mountWidget(app);
  app.use('/', aroundPages(deps, { name: '/' }));
  app.get('/', async (http) => {
    const { nonce } = pageCall(http);
    const shop = await loadShop(deps.postgres.db);
    const needed = await setUpNeeded(deps.postgres.db);
    return http.html(
      firstPage({
        nonce,
        setUpNeeded: needed,
        demo: shop.demo,
        baseUrl: config.baseUrl,
        shopName: needed ? null : shop.name,
      }),
    );
  });
  app.use('/shop', aroundPages(deps, { name: '/shop', indexed: true }));
  app.get('/shop', async (http) => {
    const shop = await loadShop(deps.postgres.db);
    return http.html(
      shopPage({
        nonce: pageCall(http).nonce,
        baseUrl: config.baseUrl,
        shopName: shop.name,
        locale: shop.locale,
      }),
    );
  });
  mountUpload(app, { deps, keyring, storage, config });
  mountPortal(app, { deps, keyring, storage, config });
}
