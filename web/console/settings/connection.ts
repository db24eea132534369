/** Between what the API keeps of a connection and what its form shows. Pure. */
import type { AnswerMapping, Connection } from '../../contract/connections.ts';

export type SecretRow = { name: string; value: string };

/** What a form holds: everything as typed. */
export type Draft = {
  adapter: string;
  fields: Record<string, string>;
  verdict: MappingDraft[];
  lock: MappingDraft;
  bothImeis: boolean;
  /** Typed now; kept ones are not here. */
  secrets: SecretRow[];
  /** Kept ones that go. */
  removed: string[];
};
export type MappingDraft = { pointer: string; clean: string; hit: string };

const EMPTY: MappingDraft = { pointer: '', clean: '', hit: '' };

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function words(value: unknown): string {
  return Array.isArray(value) ? value.map(text).join(', ') : '';
}

function mappingDraft(value: unknown): MappingDraft {
  const one = record(value);
  return { pointer: text(one['pointer']), clean: words(one['clean']), hit: words(one['hit']) };
}

/** Headers, one on each line. */
export function headersText(value: unknown): string {
  return Object.entries(record(value))
    .map(([name, content]) => `${name}: ${text(content)}`)
    .join('\n');
}

/** `Name: value` on each line; a line without a colon is a header without a value. */
export function readHeaders(lines: string): Record<string, string> {
  const pairs = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line): [string, string] => {
      const at = line.indexOf(':');
      return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    });
  return Object.fromEntries(pairs);
}

/** `a, b ,c` → three values. */
export function readWords(line: string): string[] {
  return line
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

function readMapping(one: MappingDraft): AnswerMapping {
  return { pointer: one.pointer.trim(), clean: readWords(one.clean), hit: readWords(one.hit) };
}

const DEFAULTS: Record<string, string> = { port: '993', security: 'tls', folder: 'INBOX', method: 'GET' };

/** The form of a connection as it is kept. */
export function draftOf(connection: Connection, adapter = connection.adapter): Draft {
  const config = adapter === connection.adapter ? connection.config : {};
  const verdict = Array.isArray(config['verdict']) ? config['verdict'].map(mappingDraft) : [];
  const fields = Object.fromEntries(
    Object.entries(config)
      .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
      .map(([name, value]) => [name, text(value)]),
  );
  return {
    adapter,
    fields: {
      ...DEFAULTS,
      ...fields,
      headers: headersText(config['headers']),
      timeout: String(Number(config['timeout_ms'] ?? 15_000) / 1000),
    },
    verdict: verdict.length > 0 ? verdict : [EMPTY],
    lock: mappingDraft(config['lock']),
    bothImeis: config['both_imeis'] !== false,
    secrets: [],
    removed: [],
  };
}

function field(draft: Draft, name: string): string {
  return (draft.fields[name] ?? '').trim();
}

function httpConfig(draft: Draft): Record<string, unknown> {
  const isPost = field(draft, 'method') === 'POST';
  return {
    url: field(draft, 'url'),
    method: isPost ? 'POST' : 'GET',
    headers: readHeaders(draft.fields['headers'] ?? ''),
    body: isPost && draft.fields['body'] ? draft.fields['body'] : null,
    timeout_ms: Math.round(Number(field(draft, 'timeout')) * 1000) || 15_000,
    verdict: draft.verdict.map(readMapping),
    lock: draft.lock.pointer.trim() ? readMapping(draft.lock) : null,
    model: field(draft, 'model') || null,
    both_imeis: draft.bothImeis,
  };
}

/** What is sent of a form; adapters that call nobody have no settings. */
export function configOf(draft: Draft): Record<string, unknown> {
  if (draft.adapter === 'slack')
    return field(draft, 'base_url') ? { base_url: field(draft, 'base_url') } : {};
  if (draft.adapter === 'http') return httpConfig(draft);
  if (draft.adapter === 'imap')
    return {
      host: field(draft, 'host'),
      port: Number(field(draft, 'port')) || 993,
      security: field(draft, 'security'),
      user: field(draft, 'user'),
      folder: field(draft, 'folder') || 'INBOX',
    };
  return {};
}

/** Secrets that were typed or are to go. */
export function secretsOf(draft: Draft): Record<string, string | null> {
  const typed = draft.secrets.filter((one) => one.name.trim() && one.value);
  return Object.fromEntries([
    ...draft.removed.map((name): [string, null] => [name, null]),
    ...typed.map((one): [string, string] => [one.name.trim(), one.value]),
  ]);
}
