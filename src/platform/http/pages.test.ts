import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/harness.ts';
import { toyDeps } from '../../../test/toys.ts';
import { aroundPages, pageCall } from './pages.ts';

const world = testDatabase();

function app(baseUrl = 'http://desk.test'): Hono {
  const pages = new Hono();
  const deps = toyDeps(world, { baseUrl });
  pages.use('/my/*', aroundPages(deps, { name: '/my' }));
  pages.use('/shop/*', aroundPages(deps, { name: '/shop', framed: true, indexed: true }));
  const page = (http: Parameters<typeof pageCall>[0]) =>
    http.html(`<script nonce="${pageCall(http).nonce}"></script>${pageCall(http).actor.kind}`);
  pages.get('/my/case', page);
  pages.post('/my/case', page);
  pages.get('/shop/demo', page);
  return pages;
}

describe('a page', () => {
  it('runs only scripts with its nonce, is in no frame and in no search engine', async () => {
    const response = await app().request('/my/case', { headers: { cookie: 'session=link-view' } });
    const text = await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /nonce-([\w-]+)/.exec(policy)?.[1];
    expect(text).toBe(`<script nonce="${nonce}"></script>customer`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('permissions-policy')).toContain('camera=(self)');
  });

  it('upgrades to https only where the base is https', async () => {
    const response = await app('https://desk.test').request('/my/case');
    expect(response.headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
  });

  it('of the widget’s demo may stand in a frame and be found', async () => {
    const response = await app().request('/shop/demo');
    expect(response.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(response.headers.get('x-frame-options')).toBeNull();
    expect(response.headers.get('x-robots-tag')).toBeNull();
  });

  it('takes forms from itself only', async () => {
    const post = (origin: string) =>
      app().request('http://desk.test/my/case', { method: 'POST', headers: { origin } });
    expect((await post('http://desk.test')).status).toBe(200);
    expect((await post('https://evil.test')).status).toBe(403);
  });
});
