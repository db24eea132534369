/**
 * Any provider that answers in JSON over HTTP: the owner says how to ask and what its answers mean. Clean is only what
 * the mapping says exactly; everything else, an HTML page and a value nobody mapped included, is unknown.
 */
import type { CallOut, OutboundResult } from '../../kernel/outbound.ts';
import type {
  DeviceAnswer,
  DeviceCheckPort,
  DeviceQuestion,
  DeviceVerdict,
} from '../../ports/device-check.ts';
import type { HttpDeviceCheckConfig, Mapping } from './http-config.ts';
import { valueAt } from './json-pointer.ts';

export type HttpDeviceCheckOptions = {
  readonly config: HttpDeviceCheckConfig;
  /** Values of {name} in address, headers and body; never kept as evidence. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly call: CallOut;
};

const MOST_READ = 256 * 1024;
/** So much of an answer is kept. */
const MOST_KEPT = 4_000;

type Values = Readonly<Record<string, string>>;

/** Puts values in place of {name}; braces that name nothing stay, JSON is full of them. */
function fill(template: string, values: Values, write: (value: string) => string): string {
  return template.replace(/\{([A-Za-z0-9_]+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : write(value);
  });
}

function inBody(contentType: string): (value: string) => string {
  if (contentType.startsWith('application/x-www-form-urlencoded')) return encodeURIComponent;
  return (value) => JSON.stringify(value).slice(1, -1);
}

/** What one value says. Objects, lists, nothing and values nobody mapped say nothing. */
function verdictOf(json: unknown, { pointer, clean, hit }: Mapping): DeviceVerdict {
  const value = valueAt(json, pointer);
  if (!['string', 'number', 'boolean'].includes(typeof value)) return 'unknown';
  const text = String(value);
  // A value that is mapped to both is a mistake of the mapping; it is no reason to call a device clean.
  if (hit.includes(text)) return 'hit';
  return clean.includes(text) ? 'clean' : 'unknown';
}

/** One hit is a hit; clean is only what is clean all over. */
function together(verdicts: readonly DeviceVerdict[]): DeviceVerdict {
  if (verdicts.includes('hit')) return 'hit';
  return verdicts.length > 0 && verdicts.every((one) => one === 'clean') ? 'clean' : 'unknown';
}

function parse(text: string): { json: unknown } | null {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

function withoutSecrets(text: string, secrets: Values): string {
  return Object.values(secrets)
    .filter((one) => one.length >= 4)
    .flatMap((one) => [one, encodeURIComponent(one)])
    .reduce((rest, one) => rest.replaceAll(one, '•••'), text);
}

const WORDS: Readonly<Record<DeviceVerdict, string>> = {
  clean: 'The provider reports nothing against it.',
  hit: 'The provider reports it.',
  unknown: 'The provider’s answer says neither yes nor no.',
};

function read(result: OutboundResult, { config, secrets }: HttpDeviceCheckOptions): DeviceAnswer {
  const silent = (detail: string, evidence: Record<string, unknown>): DeviceAnswer => ({
    state: 'answered',
    verdict: 'unknown',
    lock: null,
    model: null,
    detail,
    evidence,
  });
  if (result.state !== 'answered') {
    const evidence = { failure: result.state, said: withoutSecrets(result.detail, secrets) };
    // What never left can be asked again; what may have arrived may have been charged for.
    if (result.state === 'unreachable' && !result.sent)
      return { state: 'later', detail: 'The provider cannot be reached.', evidence };
    const words = {
      timeout: 'did not answer in time',
      too_large: 'sent far too much',
      refused: 'cannot be called',
      unreachable: 'broke off',
    };
    return silent(`The provider ${words[result.state]}.`, evidence);
  }
  const kept = withoutSecrets(result.body, secrets);
  const evidence = {
    status: result.status,
    content_type: result.headers['content-type'] ?? null,
    body: kept.slice(0, MOST_KEPT),
    ...(kept.length > MOST_KEPT ? { cut: true } : {}),
  };
  if (result.status === 429 || result.status >= 500)
    return { state: 'later', detail: `The provider is not able to answer (${result.status}).`, evidence };
  if (result.status < 200 || result.status > 299)
    return silent(`The provider refused the question (${result.status}).`, evidence);
  const parsed = parse(result.body);
  if (!parsed) return silent('The provider did not answer in JSON.', evidence);
  const verdict = together(config.verdict.map((one) => verdictOf(parsed.json, one)));
  const lock = config.lock ? verdictOf(parsed.json, config.lock) : null;
  const model = config.model ? valueAt(parsed.json, config.model) : null;
  return {
    state: 'answered',
    verdict,
    lock,
    model: typeof model === 'string' ? model.slice(0, 200) : null,
    detail: WORDS[verdict],
    evidence,
  };
}

async function askOne(options: HttpDeviceCheckOptions, values: Values): Promise<DeviceAnswer> {
  const { config, secrets, call } = options;
  const all = { ...secrets, ...values };
  const headers = Object.fromEntries(
    Object.entries(config.headers).map(([name, value]) => [
      name.toLowerCase(),
      fill(value, secrets, (one) => one),
    ]),
  );
  const hasBody = config.method === 'POST' && Boolean(config.body);
  if (hasBody) headers['content-type'] ??= 'application/json';
  const result = await call({
    url: fill(config.url, all, encodeURIComponent),
    method: config.method,
    headers,
    body: hasBody ? fill(config.body ?? '', all, inBody(headers['content-type'] ?? '')) : null,
    timeoutMs: config.timeout_ms,
    maxBytes: MOST_READ,
  });
  return read(result, options);
}

/** Two IMEIs of one phone: what is found on either is found on the phone. */
function join(first: DeviceAnswer, second: DeviceAnswer): DeviceAnswer {
  if (first.state === 'later') return first;
  if (second.state === 'later') return second;
  const locks = [first.lock, second.lock].filter((one) => one !== null);
  const verdict = together([first.verdict, second.verdict]);
  return {
    state: 'answered',
    verdict,
    lock: locks.length > 0 ? together(locks) : null,
    model: first.model ?? second.model,
    detail: first.verdict === verdict ? first.detail : second.detail,
    evidence: { ...first.evidence, second: second.evidence },
  };
}

/** A provider as its configuration describes it. */
export function httpDeviceCheck(options: HttpDeviceCheckOptions): DeviceCheckPort {
  const template = `${options.config.url}${options.config.body ?? ''}`;
  const ask = async (question: DeviceQuestion): Promise<DeviceAnswer> => {
    const { imei, imei2, serial, brand, model } = question;
    const missing = template.includes('{imei}') ? !imei : !serial;
    if (missing)
      return {
        state: 'answered',
        verdict: 'unknown',
        lock: null,
        model: null,
        detail: 'The provider wants a number that this device does not have.',
        evidence: {},
      };
    const values = { serial: serial ?? '', brand, model };
    const first = await askOne(options, { ...values, imei: imei ?? '' });
    const needsSecond = imei2 && options.config.both_imeis && template.includes('{imei}');
    if (!needsSecond || first.state === 'later') return first;
    return join(first, await askOne(options, { ...values, imei: imei2 }));
  };
  return { ask };
}
