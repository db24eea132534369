/**
 * Slack's Web API: `chat.postMessage` with a form body and a bearer token (docs.slack.dev/reference/methods/chat.postMessage).
 * Slack answers 200 with `ok: false` to almost everything it refuses, so the status alone says little.
 */
import { createHash } from 'node:crypto';
import type { CallOut, OutboundAnswer } from '../../kernel/outbound.ts';
import type { ChatDelivery, ChatLine, ChatPort } from '../../ports/chat.ts';
import type { SlackConfig } from './slack-config.ts';

export type SlackOptions = {
  readonly config: SlackConfig;
  /** `xoxb-…`, with the scope `chat:write`. */
  readonly token: string;
  readonly call: CallOut;
  /** Longest it may take, in ms; default 15,000. */
  readonly timeoutMs?: number;
};

const MOST_READ = 64 * 1024;
/** Slack cuts texts at 40,000 characters and advises at most 4,000. */
const MOST_SAID = 4_000;

/** Errors that pass by themselves. */
const PASSING: ReadonlySet<string> = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

/** What the commonest refusals mean for the owner. */
const WORDS: Readonly<Record<string, string>> = {
  channel_not_found: 'Slack knows no such channel, or the app is not in it.',
  not_in_channel: 'Invite the app into the channel first.',
  is_archived: 'The channel is archived.',
  invalid_auth: 'The token is not valid.',
  not_authed: 'The token is missing.',
  account_inactive: 'The token’s account or workspace is gone.',
  token_revoked: 'The token was withdrawn.',
  token_expired: 'The token has ended.',
  missing_scope: 'The token lacks the scope chat:write.',
  restricted_action: 'The workspace does not let the app write there.',
  ratelimited: 'Slack wants fewer lines.',
  rate_limited: 'Slack wants fewer lines.',
};

/** Slack reads `&`, `<` and `>` as mark-up (`<!channel>` would ring everybody); nothing else is to be escaped. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Our key in the form Slack wants for `client_msg_id`, a UUID (version 8: from a hash of our own). */
export function clientMessageId(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

function formOf(line: ChatLine): string {
  return new URLSearchParams({
    channel: line.channel,
    text: escapeText(line.text.slice(0, MOST_SAID).toWellFormed()),
    // A model named *Pro* is to be read as it is written, and no address becomes a preview.
    mrkdwn: 'false',
    unfurl_links: 'false',
    client_msg_id: clientMessageId(line.idempotencyKey),
  }).toString();
}

type Said = { ok?: unknown; error?: unknown; ts?: unknown };

function parse(body: string): Said | null {
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === 'object' && json !== null && 'ok' in json ? json : null;
  } catch {
    return null;
  }
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').slice(0, 300);
}

function waitOf(answer: OutboundAnswer): number | null {
  const seconds = Number(answer.headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 3600) : null;
}

function refusal(error: string, answer: OutboundAnswer): ChatDelivery {
  const code = oneLine(error).slice(0, 80);
  const detail = WORDS[code] ? `${code}: ${WORDS[code]}` : code;
  if (PASSING.has(code)) return { state: 'later', detail, afterSeconds: waitOf(answer) };
  // Slack has seen this key before and lost track of what became of it.
  return { state: code.startsWith('duplicate_') ? 'unknown' : 'refused', detail };
}

function verdict(answer: OutboundAnswer): ChatDelivery {
  const { status } = answer;
  const said = parse(answer.body);
  if (status === 429)
    return { state: 'later', detail: 'ratelimited: Slack wants fewer lines.', afterSeconds: waitOf(answer) };
  if (said?.ok === false)
    return refusal(typeof said.error === 'string' && said.error ? said.error : 'unknown_error', answer);
  if (said?.ok === true && status < 300)
    return {
      state: 'sent',
      detail: 'Slack has it.',
      providerId: typeof said.ts === 'string' ? said.ts.slice(0, 60) : null,
    };
  if (status === 503)
    return { state: 'later', detail: 'Slack is not able to answer (503).', afterSeconds: waitOf(answer) };
  const detail = `This is no answer of Slack’s (${status}).`;
  // A broken or foreign answer after the line was handed over: it may have been taken.
  return { state: status >= 300 && status < 500 ? 'refused' : 'unknown', detail };
}

/** The port; every call goes out through `call`. */
export function slackChat(options: SlackOptions): ChatPort {
  const { config, token, call } = options;
  return {
    post: async (line) => {
      const result = await call({
        url: `${config.base_url.replace(/\/+$/, '')}/chat.postMessage`,
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
        },
        body: formOf(line),
        timeoutMs: options.timeoutMs ?? 15_000,
        maxBytes: MOST_READ,
      });
      if (result.state === 'answered') return verdict(result);
      const detail = oneLine(result.detail) || result.state;
      if (result.state === 'refused') return { state: 'refused', detail };
      return result.sent ? { state: 'unknown', detail } : { state: 'later', detail, afterSeconds: null };
    },
  };
}
