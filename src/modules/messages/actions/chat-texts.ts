/** The shop's own words for the team's chat: in the shop's language, checked, versioned; ours where it has none. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import { requirePermission } from '../../identity/rules.ts';
import { loadShop } from '../../identity/shop.ts';
import { faultOf, renderLine } from '../render.ts';
import {
  CHAT_TEXTS,
  CHAT_VARIABLES,
  EXAMPLE_LINE,
  LONGEST_LINE,
  type ChatData,
  type ChatEvent,
} from '../rules/chat-texts.ts';
import { insertTemplate, newestTemplate, templateVersions, type TemplateRow } from '../store/templates.ts';
import { textFault } from './templates.ts';

export type ChatText = {
  readonly event: ChatEvent;
  readonly locale: Locale;
  readonly ours: string;
  readonly present: string;
  /** 0 while the shop has made none of its own. */
  readonly version: number;
  readonly versions: readonly TemplateRow[];
};

/** The line of an event as it stands, beside ours and its versions. */
export async function viewChatText(reader: Reader, event: ChatEvent): Promise<ChatText> {
  const { locale } = await loadShop(reader);
  const versions = await templateVersions(reader, event, locale, 'chat');
  // A shop that changed its language keeps its words until it writes new ones.
  const kept = versions[0] ?? (await newestTemplate(reader, event, 'chat'));
  const ours = CHAT_TEXTS[event];
  return {
    event,
    locale,
    ours,
    present: kept?.body ?? ours,
    version: versions[0]?.version ?? 0,
    versions,
  };
}

/** Draws a line, to see it. Refuses `template_*` as letters are, and `line_too_long`. */
export function drawChatLine(body: string, data: ChatData = EXAMPLE_LINE): Outcome<string> {
  const no = chatFault(body);
  if (no) return no;
  try {
    const line = renderLine(body, data);
    if (line.length > LONGEST_LINE)
      return refuse('line_too_long', `A line has at most ${LONGEST_LINE} characters.`, 'invalid', {
        field: 'body',
      });
    return line
      ? ok(line)
      : refuse('template_empty', 'This makes an empty line.', 'invalid', { field: 'body' });
  } catch (error) {
    const { why, line, column } = faultOf(error);
    return refuse('template_fails', why, 'invalid', { field: 'body', more: { line, column } });
  }
}

function chatFault(body: string): Refusal | null {
  return textFault({ subject: '-', body }, CHAT_VARIABLES);
}

/** Keeps a new version. Refuses what is wrong with it, and `stale_template` with the present one. */
export async function saveChatText(
  tx: Tx,
  ctx: Ctx,
  input: { event: ChatEvent; body: string; version: number | null },
): Promise<Outcome<ChatText>> {
  const no = requirePermission(ctx.actor, 'messages.edit');
  if (no) return no;
  const drawn = drawChatLine(input.body);
  if (!drawn.ok) return drawn;
  const now = await viewChatText(tx, input.event);
  const fits = input.version === null || input.version === now.version;
  const row: TemplateRow = {
    id: ctx.newId('tpl'),
    event: now.event,
    channel: 'chat',
    locale: now.locale,
    version: now.version + 1,
    subject: '',
    body: input.body,
    enabled: true,
    created_by: actorId(ctx.actor),
    created_at: ctx.now,
  };
  if (!fits || !(await insertTemplate(tx, row)))
    return refuse('stale_template', 'Somebody else changed this text meanwhile.', 'stale', {
      more: { current: { version: now.version, body: now.present } },
    });
  return ok(await viewChatText(tx, input.event));
}

/** The line to say. A text of the shop's that fails on this device gives ours: the team hears of it all the same. */
export async function chatLineOf(reader: Reader, event: ChatEvent, data: ChatData): Promise<string> {
  const drawn = drawChatLine((await viewChatText(reader, event)).present, data);
  return drawn.ok ? drawn.value : renderLine(CHAT_TEXTS[event], data);
}
