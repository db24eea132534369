/** The routes as the API document tells of them, and how a whole lot of them is called at once. */
import type { Answer, App } from '../app.ts';
import { sampleOf, type Schema } from './sample.ts';

export type Operation = {
  readonly method: string;
  readonly path: string;
  readonly staff: boolean;
  readonly portal: boolean;
  /** Names in its JSON body; null when it takes none. */
  readonly json: readonly string[] | null;
  /** A body of the right shape, by its own schema. */
  readonly sample: unknown;
  readonly needsVersion: boolean;
  readonly streams: boolean;
};
type Document = {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
};
type Described = {
  security?: Record<string, unknown>[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, unknown> }>;
};

/** Every operation the program documents. */
export async function documented(app: App): Promise<Operation[]> {
  const { body } = await app.visitor().call<Document>('GET', '/openapi.json');
  const parts = body.components.schemas;
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]): Operation => {
      const json = said.requestBody?.content['application/json'];
      const may = (scheme: string) => said.security?.some((one) => scheme in one) ?? false;
      return {
        method: method.toUpperCase(),
        path,
        staff: may('session'),
        portal: may('portal_cookie'),
        json: json ? Object.keys(json.schema.properties ?? {}) : null,
        sample: json ? sampleOf(json.schema, parts) : undefined,
        needsVersion: said.parameters?.some((one) => one.name === 'If-Match') ?? false,
        streams: 'text/event-stream' in (said.responses['200']?.content ?? {}),
      };
    }),
  );
}

export const nameOf = (one: Operation) => `${one.method} ${one.path}`;
export const versionOf = (one: Operation): Record<string, string> =>
  one.needsVersion ? { 'if-match': '"1"' } : {};

/** What is wrong with an answer to something wrong; null when it is as it should be. */
export function fault(answer: Answer): string | null {
  const { status, body, headers } = answer;
  const shown = JSON.stringify(body)?.slice(0, 200);
  if (status >= 500) return `${status} ${shown}`;
  if (status < 400) return null;
  const type = headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) return `${status} as ${type || 'nothing'}: ${shown}`;
  const { code, detail, request_id } = body;
  const isWhole = [code, detail, request_id].every((text) => typeof text === 'string' && text !== '');
  return isWhole ? null : `${status} without code, detail or request_id: ${shown}`;
}

/** Calls all, a few at a time, and gives the faults as lines to work through. */
export async function sweep(
  chosen: readonly Operation[],
  call: (one: Operation) => Promise<string | null>,
): Promise<string[]> {
  const found: string[] = [];
  const rest = [...chosen];
  const work = async (): Promise<void> => {
    for (let one = rest.shift(); one; one = rest.shift()) {
      const said = await call(one).catch((error: unknown) => `threw ${String(error)}`);
      if (said !== null) found.push(`${nameOf(one)}: ${said}`);
    }
  };
  await Promise.all(Array.from({ length: 6 }, work));
  return found.toSorted();
}

export const isApi = (one: Operation) => one.path.startsWith('/api/');
export const changes = (one: Operation) => one.method !== 'GET';
/** A session that is ended by the very call is no use to the next one. */
export const endsSession = (one: Operation) =>
  /\/session$|sign-out|\/password|two-factor|\/setup/.test(one.path);
