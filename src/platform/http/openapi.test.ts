import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/harness.ts';
import { caller, toyApp, toyDeps, toyRoutes } from '../../../test/toys.ts';
import { openApi } from './openapi.ts';

const world = testDatabase();
let call: ReturnType<typeof caller>;

beforeAll(() => {
  call = caller(toyApp(toyDeps(world)));
});

const document = openApi(toyRoutes, { baseUrl: 'http://desk.test', version: '1.2.3' });

describe('the document', () => {
  it('describes each route from its own schemas', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths['/api/toys/{id}'] ?? {})).toEqual(['get', 'patch', 'delete']);
    const add = document.paths['/api/toys']?.['post'];
    expect(add).toMatchObject({
      operationId: 'post_api_toys',
      security: [{ session: [] }, { bearer: [] }],
      responses: {
        '201': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Toy' } } } },
        default: { $ref: '#/components/responses/Problem' },
      },
    });
    expect(JSON.stringify(add)).toContain('"Idempotency-Key"');
    expect(JSON.stringify(document.paths['/api/toys/{id}']?.['patch'])).toContain('"If-Match"');
    expect(document.paths['/api/toys/{id}']?.['delete']?.['responses']).toHaveProperty('204');
  });

  it('names shared shapes once, and shows instants as date-time without a page of pattern', () => {
    expect(document.components.schemas['Toy']).toMatchObject({
      type: 'object',
      properties: {
        price: { $ref: '#/components/schemas/Money' },
        made_at: { type: 'string', format: 'date-time' },
      },
    });
    expect(document.components.schemas['Money']).toMatchObject({
      properties: { minor: { type: 'integer' } },
    });
    expect(JSON.stringify(document)).not.toContain('(?:');
  });

  it('points at nothing that is not there', () => {
    const found = [...JSON.stringify(document).matchAll(/"#\/components\/(\w+)\/(\w+)"/g)];
    expect(found.length).toBeGreaterThan(3);
    for (const [, kind, name] of found)
      expect(document.components[kind as 'schemas'], `${kind}/${name}`).toHaveProperty(name ?? '');
  });
});

describe('the pages', () => {
  it('serve the document to other sites too', async () => {
    const response = await call('GET', '/openapi.json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } });
  });

  it('show it to people under a policy that runs nothing but their own script', async () => {
    const response = await call('GET', '/reference');
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('<code>/api/toys/{id}</code>');
    expect(page).toContain('Staff with case.create');
    expect(page).toContain('curl');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'sha256-[\w+/=]+';/);
    expect(policy).not.toContain('unsafe-inline');
    expect(page).not.toMatch(/https?:\/\/(?!desk\.test)/);
  });

  it('answer the probes', async () => {
    expect((await call('GET', '/livez')).status).toBe(200);
    expect(await (await call('GET', '/readyz')).json()).toEqual({ status: 'ready', version: '1.2.3' });
    const stopping = caller(toyApp(toyDeps(world), () => false));
    expect((await stopping('GET', '/readyz')).status).toBe(503);
    const metrics = await (await call('GET', '/metrics')).text();
    expect(metrics).toContain(
      'http_request_duration_seconds_count{method="GET",route="/livez",status="200"} 1',
    );
    expect(metrics).toContain('postgres_connections{state="idle"}');
    expect((await call('GET', '/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(
      403,
    );
  });
});
