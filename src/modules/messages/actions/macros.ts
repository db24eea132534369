/** Macros: made, named, worded, ordered, archived. Every text keeps its versions. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import { LOCALES, type Locale } from '../../../kernel/locale.ts';
import { ok, refuse, type Outcome, type Refusal } from '../../../kernel/outcome.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import { requirePermission } from '../../identity/rules.ts';
import type { LetterWords } from '../rules/letters.ts';
import {
  assembleMacros,
  eventOf,
  MACRO_VARIABLES,
  ourText,
  type Macro,
  type MacroText,
} from '../rules/macros.ts';
import {
  changeMacro,
  insertMacro,
  keepOurRows,
  macroRows,
  macroTexts,
  orderMacros,
} from '../store/macros.ts';
import { insertTemplate, templateVersions, type TemplateRow } from '../store/templates.ts';
import { textFault } from './templates.ts';

/** Every macro, archived ones too, in its order. */
export async function listMacros(reader: Reader): Promise<Macro[]> {
  return assembleMacros(await macroRows(reader), await macroTexts(reader));
}

/** One macro. Refuses `macro_not_found`. */
export async function findMacro(reader: Reader, id: string): Promise<Outcome<Macro>> {
  const found = (await listMacros(reader)).find((one) => one.id === id);
  return found
    ? ok(found)
    : refuse('macro_not_found', 'There is no such macro.', 'not_found', { field: 'macro_id' });
}

function stale(current: Record<string, unknown>): Refusal {
  return refuse('stale_macro', 'Somebody else changed this macro meanwhile.', 'stale', { more: { current } });
}

/** A name nobody confuses with another. Refuses `macro_name_missing`, `macro_name_taken`. */
function nameFault(name: string, others: readonly Macro[]): Refusal | null {
  if (!name) return refuse('macro_name_missing', 'Give the macro a name.', 'invalid', { field: 'name' });
  if (others.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    return refuse('macro_name_taken', 'Another macro has this name already.', 'conflict', { field: 'name' });
  return null;
}

async function writeText(tx: Tx, ctx: Ctx, id: string, locale: Locale, version: number, text: LetterWords) {
  return await insertTemplate(tx, {
    id: ctx.newId('tpl'),
    event: eventOf(id),
    channel: 'email',
    locale,
    version,
    subject: text.subject,
    body: text.body,
    enabled: true,
    created_by: actorId(ctx.actor),
    created_at: ctx.now,
  });
}

/** Makes a macro with a text in one language or several. Refuses what is wrong with its name or a text. */
export async function makeMacro(
  tx: Tx,
  ctx: Ctx,
  input: { name: string; texts: Readonly<Partial<Record<Locale, LetterWords>>> },
): Promise<Outcome<Macro>> {
  const no = requirePermission(ctx.actor, 'messages.edit');
  if (no) return no;
  const name = input.name.trim();
  const fault = nameFault(name, await listMacros(tx));
  if (fault) return fault;
  const given = LOCALES.flatMap((locale) => {
    const text = input.texts[locale];
    return text ? [{ locale, text }] : [];
  });
  if (given.length === 0)
    return refuse('macro_text_missing', 'Write its text in one language at least.', 'invalid', {
      field: 'texts',
    });
  for (const { locale, text } of given) {
    const wrong = textFault(text, MACRO_VARIABLES);
    if (wrong) return { ...wrong, field: `texts.${locale}.${wrong.field ?? 'body'}` };
  }
  const id = ctx.newId('mac');
  // Ours have their places first, so that a new one comes after them.
  await keepOurRows(tx, ctx.now);
  await insertMacro(tx, { id, name, created_by: actorId(ctx.actor), created_at: ctx.now });
  for (const { locale, text } of given) await writeText(tx, ctx, id, locale, 1, text);
  return await findMacro(tx, id);
}

/** Renames or archives. Refuses `macro_not_found`, `stale_macro`, and what is wrong with the name. */
export async function patchMacro(
  tx: Tx,
  ctx: Ctx,
  input: { id: string; version: number | null; name?: string | undefined; active?: boolean | undefined },
): Promise<Outcome<Macro>> {
  const no = requirePermission(ctx.actor, 'messages.edit');
  if (no) return no;
  const all = await listMacros(tx);
  const now = all.find((one) => one.id === input.id);
  if (!now) return await findMacro(tx, input.id);
  const name = input.name?.trim() ?? now.name;
  const fault = nameFault(
    name,
    all.filter((one) => one.id !== now.id),
  );
  if (fault) return fault;
  await keepOurRows(tx, ctx.now);
  const to = { name, active: input.active ?? now.active, at: ctx.now };
  const fits = input.version === null || input.version === now.version;
  if (!fits || !(await changeMacro(tx, now.id, now.version, to)))
    return stale({ name: now.name, active: now.active, version: now.version });
  return await findMacro(tx, now.id);
}

/** Puts all macros in an order. Refuses `macro_order` unless each is named once. */
export async function arrangeMacros(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<Outcome<Macro[]>> {
  const no = requirePermission(ctx.actor, 'messages.edit');
  if (no) return no;
  const known = (await listMacros(tx)).map((one) => one.id);
  if (ids.length !== known.length || known.some((id) => !ids.includes(id)))
    return refuse('macro_order', 'Name every macro once. Somebody may have made one meanwhile.', 'conflict', {
      field: 'ids',
    });
  await keepOurRows(tx, ctx.now);
  await orderMacros(tx, ids);
  return ok(await listMacros(tx));
}

export type MacroTextView = {
  readonly macro: Macro;
  readonly locale: Locale;
  /** Ours; null for a macro of the shop's own. */
  readonly ours: LetterWords | null;
  /** Null while there is none in this language. */
  readonly present: MacroText | null;
  readonly versions: readonly TemplateRow[];
};

/** One text with all its versions. Refuses `macro_not_found`. */
export async function viewMacroText(
  reader: Reader,
  id: string,
  locale: Locale,
): Promise<Outcome<MacroTextView>> {
  const found = await findMacro(reader, id);
  if (!found.ok) return found;
  const versions = await templateVersions(reader, eventOf(id), locale);
  const present = found.value.texts[locale] ?? null;
  return ok({ macro: found.value, locale, ours: ourText(id, locale), present, versions });
}

/** Keeps a new version of a text. Refuses `macro_not_found`, `stale_macro`, and what is wrong with it. */
export async function saveMacroText(
  tx: Tx,
  ctx: Ctx,
  input: { id: string; locale: Locale; version: number | null } & LetterWords,
): Promise<Outcome<MacroTextView>> {
  const text = { subject: input.subject, body: input.body };
  const no = requirePermission(ctx.actor, 'messages.edit') ?? textFault(text, MACRO_VARIABLES);
  if (no) return no;
  const now = await viewMacroText(tx, input.id, input.locale);
  if (!now.ok) return now;
  const version = now.value.present?.version ?? 0;
  const fits = input.version === null || input.version === version;
  if (!fits || !(await writeText(tx, ctx, input.id, input.locale, version + 1, text)))
    return stale({ version, ...now.value.present });
  return await viewMacroText(tx, input.id, input.locale);
}
