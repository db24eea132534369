/**
 * Calls to other people's servers. Owners type the addresses, so each is checked where the connection is made: in the
 * socket's own look-up, after the name has become numbers, so that no name can be one thing when checked and another
 * when called. Redirects are not followed.
 */
import { lookup as lookUpName } from 'node:dns';
import {
  request as requestHttp,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { CallOut, OutboundFailure, OutboundRequest, OutboundResult } from '../kernel/outbound.ts';
import { isPublicAddress } from './addresses.ts';

export type OutboundPolicy = {
  /** Hosts, or `host:port`, that may be called wherever they are (OUTBOUND_ALLOW): a server of the shop's own. */
  readonly allow: readonly string[];
  /** How names become addresses; the system's way unless a test says otherwise. */
  readonly lookup?: LookupFunction;
};

type Failed = OutboundFailure['state'];

function failure(state: Failed, detail: string, sent = false): OutboundFailure {
  return { state, detail: detail.replace(/\p{Cc}+/gu, ' ').slice(0, 300), sent };
}

/** The address, or why it is none we call. */
function readTarget(
  text: string,
  policy: OutboundPolicy,
): { url: URL; isAllowed: boolean } | OutboundFailure {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol))
    return failure('refused', 'The address must begin with https:// or http://.');
  if (url.username || url.password)
    return failure('refused', 'The address must not hold a name or password.');
  const host = bareHost(url);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const isAllowed = policy.allow.some((one) => {
    const wanted = one.trim().toLowerCase();
    return wanted === host || wanted === url.hostname || wanted === `${url.hostname}:${port}`;
  });
  if (isIP(host) && !isAllowed && !isPublicAddress(host))
    return failure('refused', `${host} is an address inside this network.`);
  return { url, isAllowed };
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
}

const INSIDE = 'EINSIDE';

/** The socket's look-up: gives only addresses that may be called; one inside address spoils the name. */
function guardedLookup(policy: OutboundPolicy, isAllowed: boolean): LookupFunction {
  const lookup = policy.lookup ?? lookUpName;
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const addresses = Array.isArray(found) ? found : [];
      const inside = isAllowed ? undefined : addresses.find((one) => !isPublicAddress(one.address));
      if (inside)
        return callback(
          Object.assign(new Error(`${hostname} is ${inside.address}, an address inside this network.`), {
            code: INSIDE,
          }),
          [],
        );
      const first = addresses[0];
      if (!first) return callback(new Error(`${hostname} has no address.`), []);
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

/**
 * The address of a server that is called in another way than HTTP, looked up once and checked, so that what is called
 * is what was checked. Throws why it may not be called.
 */
export async function callableAddress(host: string, port: number, policy: OutboundPolicy): Promise<string> {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  const isAllowed = policy.allow.some((one) => [name, `${name}:${port}`].includes(one.trim().toLowerCase()));
  if (isIP(name)) {
    if (!isAllowed && !isPublicAddress(name)) throw new Error(`${name} is an address inside this network.`);
    return name;
  }
  return await new Promise((resolve, reject) => {
    guardedLookup(policy, isAllowed)(name, { all: true }, (error, found) => {
      if (error) return reject(error);
      const all = Array.isArray(found) ? found : [];
      // Without a way of trying both, the one that works nearly everywhere.
      const one = all.find((at) => at.family === 4) ?? all[0];
      return one ? resolve(one.address) : reject(new Error(`${host} has no address.`));
    });
  });
}

/**
 * Calls once and says what came of it; it never throws and always ends within `timeoutMs`. Tells nothing of our
 * network: connections to private, loopback, link-local and cloud metadata addresses are refused unless the host is
 * in `policy.allow`.
 */
export async function callOut(request: OutboundRequest, policy: OutboundPolicy): Promise<OutboundResult> {
  const target = readTarget(request.url, policy);
  if ('state' in target) return target;
  return await new Promise<OutboundResult>((resolve) => converse(request, target, policy, resolve));
}

/** `callOut` under one policy, as adapters are given it. */
export function outbound(policy: OutboundPolicy): CallOut {
  return (request) => callOut(request, policy);
}

function converse(
  request: OutboundRequest,
  { url, isAllowed }: { url: URL; isAllowed: boolean },
  policy: OutboundPolicy,
  resolve: (result: OutboundResult) => void,
): void {
  const options: RequestOptions = {
    method: request.method,
    headers: {
      'user-agent': 'Reprise',
      accept: 'application/json, */*;q=0.5',
      ...request.headers,
      ...(request.body === null ? {} : { 'content-length': String(Buffer.byteLength(request.body)) }),
    },
    // A connection of its own, so that every call is looked up and checked.
    agent: false,
    lookup: guardedLookup(policy, isAllowed),
  };
  let sent = false;
  let call: ClientRequest | undefined;
  const clock = setTimeout(
    () => fail('timeout', `No answer within ${request.timeoutMs / 1000} seconds.`),
    request.timeoutMs,
  );
  const end = (result: OutboundResult): void => {
    clearTimeout(clock);
    resolve(result);
    call?.destroy();
  };
  const fail = (state: Failed, detail: string): void => end(failure(state, detail, sent));
  try {
    call = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options);
  } catch (error) {
    // Node's own refusal of a header or method that cannot be sent.
    return fail('refused', error instanceof Error ? error.message : 'The request cannot be sent.');
  }
  call.on('socket', (socket) =>
    socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => (sent = true)),
  );
  call.on('error', (error: NodeJS.ErrnoException) =>
    error.code === INSIDE ? fail('refused', error.message) : fail('unreachable', wordsOf(error)),
  );
  call.on('close', () => fail('unreachable', 'The connection closed without an answer.'));
  call.on('response', (answer) => void readAnswer(answer, request.maxBytes).then(end));
  call.end(request.body ?? undefined);
}

function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0].message;
  return error instanceof Error ? error.message || error.name : String(error);
}

async function readAnswer(answer: IncomingMessage, maxBytes: number): Promise<OutboundResult> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of answer) {
      size += chunk.length;
      if (size > maxBytes) return failure('too_large', `The answer is larger than ${maxBytes} bytes.`, true);
      chunks.push(chunk);
    }
  } catch (error) {
    return failure('unreachable', `The answer broke off: ${wordsOf(error)}`, true);
  }
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  return {
    state: 'answered',
    status: answer.statusCode ?? 0,
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
