/** OpenAPI 3.1 from the very schemas that validate: there is no second description to drift. */
import { z } from 'zod';
import type { Access, Route } from './route.ts';

type Json = { [key: string]: unknown };

export type OpenApi = {
  readonly openapi: '3.1.0';
  readonly info: Json;
  readonly servers: Json[];
  readonly tags: { name: string }[];
  readonly paths: { [path: string]: { [method: string]: Json } };
  readonly components: { schemas: Json; securitySchemes: Json; responses: Json };
};

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457. `code` is stable; `errors` names the fields.',
  required: ['type', 'title', 'status', 'code', 'detail', 'errors', 'request_id'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', examples: ['not_valid'] },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
    more: {
      type: 'object',
      description: 'What the code is about, such as the current state of a stale item.',
    },
    request_id: { type: 'string' },
  },
};

const SECURITY = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'reprise_session',
    description: 'A member of staff, signed in.',
  },
  portal_cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'reprise_portal',
    description: 'A customer’s opened link.',
  },
  bearer: { type: 'http', scheme: 'bearer', description: 'A token of the portal link, or an API key.' },
};

/** Makes the document of all documented routes. */
export function openApi(routes: readonly Route[], about: { baseUrl: string; version: string }): OpenApi {
  const schemas: Json = { Problem: PROBLEM };
  const paths: OpenApi['paths'] = {};
  const tags = new Set<string>();
  for (const route of routes) {
    if (route.documented === false) continue;
    tags.add(route.tag);
    paths[route.path] = { ...paths[route.path], [route.method]: operation(route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Reprise',
      version: about.version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: about.baseUrl }],
    tags: [...tags].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: SECURITY,
      responses: {
        Problem: {
          description: 'Refused, and why',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

function operation(route: Route, schemas: Json): Json {
  const security = securityOf(route.access);
  const body = bodyOf(route, schemas);
  const parameters = [
    ...parametersOf(route.params, 'path', schemas),
    ...parametersOf(route.query, 'query', schemas),
    ...headersOf(route),
  ];
  return {
    operationId: `${route.method}_${route.path.replaceAll(/[^a-z0-9]+/gi, '_').replaceAll(/^_|_$/g, '')}`,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    ...(security ? { security } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: { ...successOf(route, schemas), default: { $ref: '#/components/responses/Problem' } },
  };
}

function securityOf(access: Access): Json[] | null {
  if (access === 'public') return null;
  return [
    ...(access.staff ? [{ session: [] }] : []),
    ...(access.portal ? [{ portal_cookie: [] }] : []),
    { bearer: [] },
  ];
}

function headersOf(route: Route): Json[] {
  const header = (name: string, required: boolean, description: string) => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  });
  return [
    ...(route.method === 'post' && route.idempotent !== false
      ? [
          header(
            'Idempotency-Key',
            false,
            'Any unique text, best a UUID: a repeated call then has one effect.',
          ),
        ]
      : []),
    ...(route.ifMatch
      ? [header('If-Match', route.ifMatch === 'required', 'The ETag of the version you change, such as "7".')]
      : []),
  ];
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query', schemas: Json): Json[] {
  if (!schema) return [];
  const made = jsonSchema(schema, schemas);
  const properties = (made['properties'] ?? {}) as { [name: string]: Json };
  const required = new Set((made['required'] ?? []) as string[]);
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    ...(description ? { description } : {}),
    schema: rest,
  }));
}

function bodyOf(route: Route, schemas: Json): Json | null {
  if (route.body) {
    const type = route.consumes ?? 'application/json';
    return { required: true, content: { [type]: { schema: jsonSchema(route.body, schemas) } } };
  }
  if (!route.consumes) return null;
  return { required: true, content: { [route.consumes]: { schema: { type: 'string', format: 'binary' } } } };
}

function successOf(route: Route, schemas: Json): Json {
  const status = String(route.response === null ? 204 : (route.status ?? 200));
  if (route.response === null) return { [status]: { description: 'Done' } };
  const type = route.produces ?? 'application/json';
  const schema = route.response ? jsonSchema(route.response, schemas) : { type: 'string' };
  return { [status]: { description: 'Success', content: { [type]: { schema } } } };
}

/** One schema as JSON Schema 2020-12; named parts (`.meta({ id })`) move to the document's components. */
function jsonSchema(schema: z.ZodType, schemas: Json): Json {
  const made = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema: out }) => {
      // The pattern zod checks date-times by fills half a page and says nothing to a reader.
      if (out.format === 'date-time' || out.format === 'date' || out.format === 'email') delete out.pattern;
      if (out.minimum === Number.MIN_SAFE_INTEGER) delete out.minimum;
      if (out.maximum === Number.MAX_SAFE_INTEGER) delete out.maximum;
      delete out['~standard'];
    },
  }) as Json;
  const { $schema: _dialect, $defs, ...rest } = made;
  for (const [name, part] of Object.entries(($defs ?? {}) as { [name: string]: Json })) {
    // zod's own `id` is the name again, and JSON Schema would take it for an address.
    const { id: _id, ...body } = part;
    schemas[name] = named(body);
  }
  return named(rest) as Json;
}

/** Points references at the components. */
function named(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(named);
  if (typeof part !== 'object' || part === null) return part;
  const out: Json = {};
  for (const [key, value] of Object.entries(part)) {
    if (key === '$ref' && typeof value === 'string')
      out[key] = value.replace('#/$defs/', '#/components/schemas/');
    else out[key] = named(value);
  }
  return out;
}
