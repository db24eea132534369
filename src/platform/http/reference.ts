/** The reference as one readable page, written from the same document; no script from elsewhere, almost none at all. */
import { createHash } from 'node:crypto';
import type { OpenApi } from './openapi.ts';
import type { Route } from './route.ts';
import { pageCsp } from './security.ts';

type Json = { [key: string]: unknown };

const STYLE = `
:root{color-scheme:light dark;--line:#8884;--soft:#8881;--accent:#0f766e}
@media (prefers-color-scheme:dark){:root{--accent:#5fd0a5}}
body{margin:0 auto;max-width:60rem;padding:1.5rem;font:16px/1.5 system-ui,sans-serif}
nav ul{columns:16rem;padding-left:1.2rem}a{color:var(--accent)}
section{border-top:1px solid var(--line);margin-top:2rem}article{margin:1.5rem 0;padding-bottom:1rem;border-bottom:1px solid var(--soft)}
h3{font-size:1rem;margin:0}h3 code{font-size:1rem}.method{display:inline-block;min-width:4.5rem;font-weight:700;color:var(--accent)}
pre{background:var(--soft);padding:.75rem;overflow:auto;border-radius:.3rem}code{font-family:ui-monospace,monospace;font-size:.9rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--soft)}
summary{cursor:pointer}button{font:inherit}.wide{overflow-x:auto}`;

const SCRIPT = `document.addEventListener('click',function(e){var b=e.target.closest('button[data-copy]');if(!b)return;
navigator.clipboard.writeText(b.previousElementSibling.textContent).then(function(){b.textContent='Copied'})})`;

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The page's own policy: only the one style and the one script that are written above. */
export function referenceCsp(baseUrl: string): string {
  return pageCsp({ baseUrl })
    .replace("script-src 'self'", `script-src ${hash(SCRIPT)}`)
    .replace("style-src 'self'", `style-src ${hash(STYLE)}`);
}

/** Writes the page: routes by heading, each with access, parameters, body, answer and a curl to copy. */
export function referencePage(document: OpenApi, routes: readonly Route[], baseUrl: string): string {
  const tags = document.tags.map(({ name }) => ({
    name,
    routes: routes.filter((route) => route.tag === name && route.documented !== false),
  }));
  const nav = tags.map(({ name }) => `<li><a href="#${slug(name)}">${escape(name)}</a></li>`).join('');
  const sections = tags.map(
    ({ name, routes: own }) =>
      `<section id="${slug(name)}"><h2>${escape(name)}</h2>${own.map((r) => article(document, r, baseUrl)).join('')}</section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Reprise API</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>${STYLE}</style></head>
<body><h1>Reprise API</h1><p>The same as a document for machines: <a href="/openapi.json">OpenAPI 3.1</a>.</p>
${CONVENTIONS}<nav aria-label="Headings"><ul>${nav}</ul></nav><main>${sections.join('')}${schemasOf(document)}</main>
<script>${SCRIPT}</script></body></html>`;
}

const CONVENTIONS = `<ul>
<li>Bodies are JSON in snake_case; instants are ISO 8601; money is <code>{"minor":12345,"currency":"EUR"}</code>.</li>
<li>Lists give <code>next_cursor</code>: hand it back as <code>cursor</code>; <code>limit</code> is at most 200.</li>
<li>Every POST takes an <code>Idempotency-Key</code>: the same key with the same body has one effect and gives the same answer for two days.</li>
<li>What has a <code>version</code> comes with an <code>ETag</code>; send it as <code>If-Match</code> with a change.</li>
<li>Refusals are <code>application/problem+json</code> with a stable <code>code</code>; <code>errors</code> names the fields, <code>request_id</code> finds the line in our log.</li>
<li>Limits are in the <code>RateLimit-*</code> headers; after a 429 wait <code>Retry-After</code> seconds.</li></ul>`;

function article(document: OpenApi, route: Route, baseUrl: string): string {
  const operation = document.paths[route.path]?.[route.method] ?? {};
  const parameters = (operation['parameters'] ?? []) as Json[];
  const body = contentOf(operation['requestBody']);
  const [status, success] =
    Object.entries((operation['responses'] ?? {}) as { [status: string]: unknown })[0] ?? [];
  const answer = contentOf(success);
  return `<article id="${escape(String(operation['operationId'] ?? ''))}">
<h3><span class="method">${route.method.toUpperCase()}</span> <code>${escape(route.path)}</code></h3>
<p>${escape(route.summary)}</p>${route.description ? `<p>${escape(route.description)}</p>` : ''}
<p><small>${escape(accessText(route))}</small></p>
${parameters.length > 0 ? `<div class="wide"><table><thead><tr><th>Parameter</th><th>In</th><th>Form</th><th></th></tr></thead><tbody>${parameters.map(parameterRow).join('')}</tbody></table></div>` : ''}
${body ? `<details><summary>Body</summary><pre>${escape(pretty(body))}</pre></details>` : ''}
<details><summary>Answer ${escape(status ?? '')}</summary><pre>${answer ? escape(pretty(answer)) : 'no body'}</pre></details>
<details><summary>curl</summary><pre>${escape(curl(route, document, body, baseUrl))}</pre><button type="button" data-copy>Copy</button></details></article>`;
}

function contentOf(part: unknown): unknown {
  const content = (part as { content?: { [type: string]: { schema?: unknown } } } | undefined)?.content;
  return content ? Object.values(content)[0]?.schema : undefined;
}

function parameterRow(parameter: Json): string {
  const schema = (parameter['schema'] ?? {}) as Json;
  return `<tr><td><code>${escape(String(parameter['name']))}</code>${parameter['required'] ? ' *' : ''}</td><td>${escape(String(parameter['in']))}</td><td><code>${escape(pretty(schema))}</code></td><td>${escape(String(parameter['description'] ?? ''))}</td></tr>`;
}

function accessText(route: Route): string {
  if (route.access === 'public')
    return route.cors ? 'Open to everybody, also from other web sites.' : 'Open to everybody.';
  const { staff, portal } = route.access;
  return [
    staff ? `Staff${staff === 'any' ? '' : ` with ${staff}`}` : '',
    portal ? `a customer’s link that may ${portal}` : '',
  ]
    .filter(Boolean)
    .join(', or ');
}

/** A schema in the short: `{ name: string, age?: integer }`. */
function pretty(schema: unknown, depth = 0): string {
  if (typeof schema !== 'object' || schema === null) return 'anything';
  const s = schema as Json;
  if (typeof s['$ref'] === 'string') return s['$ref'].split('/').at(-1) ?? '';
  if (Array.isArray(s['enum'])) return s['enum'].map((one) => JSON.stringify(one)).join(' | ');
  if ('const' in s) return JSON.stringify(s['const']);
  const either = (s['anyOf'] ?? s['oneOf']) as unknown[] | undefined;
  if (either) return either.map((one) => pretty(one, depth)).join(' | ');
  if (s['type'] === 'array') return `${pretty(s['items'], depth)}[]`;
  const properties = s['properties'] as Json | undefined;
  if (properties) {
    const required = new Set((s['required'] ?? []) as string[]);
    const pad = '  '.repeat(depth + 1);
    const lines = Object.entries(properties).map(
      ([name, one]) => `${pad}${name}${required.has(name) ? '' : '?'}: ${pretty(one, depth + 1)}`,
    );
    return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`;
  }
  const bounds = ['format', 'minLength', 'maxLength', 'minimum', 'maximum', 'default']
    .filter((name) => s[name] !== undefined)
    .map((name) => `${name} ${String(s[name])}`);
  return `${String(s['type'] ?? 'anything')}${bounds.length > 0 ? ` (${bounds.join(', ')})` : ''}`;
}

/** An example value of a schema, from its own examples where it has some. */
function example(document: OpenApi, schema: unknown, depth = 0): unknown {
  if (typeof schema !== 'object' || schema === null || depth > 6) return null;
  const s = schema as Json;
  if (typeof s['$ref'] === 'string')
    return example(document, document.components.schemas[s['$ref'].split('/').at(-1) ?? ''], depth + 1);
  if (Array.isArray(s['examples'])) return s['examples'][0];
  if ('default' in s) return s['default'];
  if ('const' in s) return s['const'];
  if (Array.isArray(s['enum'])) return s['enum'][0];
  const either = (s['anyOf'] ?? s['oneOf']) as unknown[] | undefined;
  if (either) return example(document, either[0], depth + 1);
  if (s['type'] === 'array') return [example(document, s['items'], depth + 1)];
  if (s['properties']) {
    const required = new Set((s['required'] ?? []) as string[]);
    return Object.fromEntries(
      Object.entries(s['properties'] as Json)
        .filter(([name]) => required.has(name))
        .map(([name, one]) => [name, example(document, one, depth + 1)]),
    );
  }
  if (s['format'] === 'date-time') return '2026-11-05T09:30:00Z';
  if (s['format'] === 'date') return '2026-11-05';
  if (s['format'] === 'email') return 'anna@example.com';
  if (s['type'] === 'integer' || s['type'] === 'number') return s['minimum'] ?? 1;
  if (s['type'] === 'boolean') return true;
  return s['type'] === 'object' ? {} : 'text';
}

function curl(route: Route, document: OpenApi, body: unknown, baseUrl: string): string {
  const lines = [`curl '${baseUrl}${route.path}'`];
  if (route.method !== 'get') lines.push(`-X ${route.method.toUpperCase()}`);
  if (route.access !== 'public') lines.push(`-H "Authorization: Bearer $TOKEN"`);
  if (route.method === 'post' && route.idempotent !== false) lines.push(`-H "Idempotency-Key: $(uuidgen)"`);
  if (route.ifMatch) lines.push(`-H 'If-Match: "1"'`);
  if (body && !route.consumes) {
    lines.push(`-H 'Content-Type: application/json'`);
    lines.push(`-d '${JSON.stringify(example(document, body)).replaceAll("'", `'\\''`)}'`);
  }
  return lines.join(' \\\n  ');
}

function schemasOf(document: OpenApi): string {
  const parts = Object.entries(document.components.schemas).map(
    ([name, schema]) =>
      `<article id="schema-${slug(name)}"><h3><code>${escape(name)}</code></h3><pre>${escape(pretty(schema))}</pre></article>`,
  );
  return `<section id="schemas"><h2>Shapes</h2>${parts.join('')}</section>`;
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
