/** The shop's own words: checked before they are kept, versioned, switched on and off. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { LOCALES, type Locale } from '../../../kernel/locale.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import { requirePermission } from '../../identity/rules.ts';
import { namesIn, parseFault, TEXTS } from '../render.ts';
import { MESSAGE_EVENTS, NEVER_SILENT, VARIABLES, type MessageEvent } from '../rules.ts';
import { insertTemplate, newestTemplates, templateVersions, type TemplateRow } from '../store/templates.ts';

export type TemplateText = { readonly subject: string; readonly body: string };

export type TemplateView = {
  readonly event: MessageEvent;
  readonly locale: Locale;
  readonly ours: TemplateText;
  readonly present: TemplateText;
  /** 0 while the shop has made none of its own. */
  readonly version: number;
  readonly enabled: boolean;
  readonly neverSilent: boolean;
  readonly versions: readonly TemplateRow[];
};

/** What is wrong with a text, or null: `template_syntax` with its line, `template_variable_unknown`, `template_empty`. */
export function textFault(text: TemplateText, names: readonly string[] = VARIABLES): Refusal | null {
  for (const field of ['subject', 'body'] as const) {
    if (!text[field].trim()) return refuse('template_empty', 'Write something.', 'invalid', { field });
    const fault = parseFault(text[field]);
    if (fault) {
      const at = fault.line === null ? '' : ` (line ${fault.line}, column ${fault.column ?? 1})`;
      const more = { line: fault.line, column: fault.column };
      return refuse('template_syntax', `${fault.why}${at}`, 'invalid', { field, more });
    }
    const strange = namesIn(text[field]).find((name) => !names.includes(name));
    if (strange)
      return refuse('template_variable_unknown', `There is no “${strange}”.`, 'invalid', {
        field,
        more: { name: strange, line: lineOf(text[field], strange), variables: [...names] },
      });
  }
  return null;
}

function lineOf(text: string, name: string): number | null {
  const at = text.split('\n').findIndex((line) => line.includes(name));
  return at < 0 ? null : at + 1;
}

/** One text as it stands, beside ours and all its versions. */
export async function viewTemplate(
  reader: Reader,
  event: MessageEvent,
  locale: Locale,
): Promise<TemplateView> {
  const versions = await templateVersions(reader, event, locale);
  const [newest] = versions;
  const { subject, body } = TEXTS[locale].texts[event];
  const ours = { subject, body };
  return {
    event,
    locale,
    ours,
    present: newest ? { subject: newest.subject, body: newest.body } : ours,
    version: newest?.version ?? 0,
    enabled: newest?.enabled ?? true,
    neverSilent: NEVER_SILENT.has(event),
    versions,
  };
}

export type TemplateLine = {
  readonly event: MessageEvent;
  readonly enabled: boolean;
  readonly never_silent: boolean;
  /** Languages in which the shop has words of its own. */
  readonly changed: Locale[];
};

/** Every letter there is, with what the shop has made of it. */
export async function listTemplates(reader: Reader): Promise<TemplateLine[]> {
  const newest = await newestTemplates(reader);
  return MESSAGE_EVENTS.map((event) => {
    const own = newest.filter((row) => row.event === event);
    const differs = (row: TemplateRow) =>
      row.subject !== TEXTS[row.locale].texts[event].subject ||
      row.body !== TEXTS[row.locale].texts[event].body;
    return {
      event,
      enabled: NEVER_SILENT.has(event) || own.every((row) => row.enabled),
      never_silent: NEVER_SILENT.has(event),
      changed: own.filter(differs).map((row) => row.locale),
    };
  });
}

async function write(
  tx: Tx,
  ctx: Ctx,
  now: TemplateView,
  text: TemplateText,
  enabled: boolean,
): Promise<boolean> {
  return await insertTemplate(tx, {
    id: ctx.newId('tpl'),
    event: now.event,
    channel: 'email',
    locale: now.locale,
    version: now.version + 1,
    ...text,
    enabled,
    created_by: actorId(ctx.actor),
    created_at: ctx.now,
  });
}

/** Keeps a new version. Refuses what is wrong with it, and `stale_template` with the present one. */
export async function saveTemplate(
  tx: Tx,
  ctx: Ctx,
  input: { event: MessageEvent; locale: Locale; version: number | null } & TemplateText,
): Promise<Outcome<TemplateView>> {
  const text = { subject: input.subject, body: input.body };
  const no = requirePermission(ctx.actor, 'messages.edit') ?? textFault(text);
  if (no) return no;
  const now = await viewTemplate(tx, input.event, input.locale);
  const fits = input.version === null || input.version === now.version;
  if (!fits || !(await write(tx, ctx, now, text, now.enabled)))
    return refuse('stale_template', 'Somebody else changed this text meanwhile.', 'stale', {
      more: { current: { version: now.version, ...now.present } },
    });
  return ok(await viewTemplate(tx, input.event, input.locale));
}

/** Switches a letter on or off in every language. Refuses `never_silent`: a clock would run unheard. */
export async function switchTemplate(
  tx: Tx,
  ctx: Ctx,
  event: MessageEvent,
  enabled: boolean,
): Promise<Outcome<TemplateLine[]>> {
  const no = requirePermission(ctx.actor, 'messages.edit');
  if (no) return no;
  if (!enabled && NEVER_SILENT.has(event))
    return refuse(
      'never_silent',
      'This letter cannot be switched off: somebody waits for it, or a clock runs.',
      'conflict',
      {
        field: 'enabled',
      },
    );
  for (const locale of LOCALES) {
    const now = await viewTemplate(tx, event, locale);
    if (now.enabled !== enabled) await write(tx, ctx, now, now.present, enabled);
  }
  return ok(await listTemplates(tx));
}
