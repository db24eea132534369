/** Letters that staff write by hand: drafted from a macro, then queued like every mail. */
import { actorId, type Ctx } from '../../../kernel/actor.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import type { Reader, Tx } from '../../../platform/postgres.ts';
import { requirePermission } from '../../identity/rules.ts';
import { faultOf, fillMacro } from '../render.ts';
import type { MessageData } from '../rules.ts';
import { LETTER, letterFault, tidyWords, type LetterWords } from '../rules/letters.ts';
import { nearestText } from '../rules/macros.ts';
import { insertMessage } from '../store.ts';
import { findMacro } from './macros.ts';

export type Draft = LetterWords & {
  /** The language it is in: the one asked for, or the nearest the macro has. */
  readonly locale: Locale;
};

/** A macro's words about a case. Refuses `macro_not_found`, and `macro_fails` for a text this case breaks. */
export async function draftLetter(
  reader: Reader,
  input: { macroId: string; locale: Locale; data: MessageData },
): Promise<Outcome<Draft>> {
  const macro = await findMacro(reader, input.macroId);
  if (!macro.ok) return macro;
  const text = nearestText(macro.value, input.locale);
  if (!text)
    return refuse('macro_text_missing', 'This macro has no text yet.', 'conflict', { field: 'macro_id' });
  try {
    return ok({ ...fillMacro(text.locale, input.data, text), locale: text.locale });
  } catch (error) {
    const { why, line, column } = faultOf(error);
    return refuse('macro_fails', `The macro’s text does not work for this case: ${why}`, 'conflict', {
      field: 'macro_id',
      more: { line, column },
    });
  }
}

export type LetterToSend = LetterWords & {
  readonly caseId: string;
  readonly itemId: string | null;
  readonly macroId: string | null;
  readonly locale: Locale;
  readonly to: string;
  readonly data: MessageData;
};

/** Queues a letter, word for word as it was written. Refuses what `letterFault` says and `macro_not_found`. */
export async function sendLetter(tx: Tx, ctx: Ctx, input: LetterToSend): Promise<Outcome<{ id: string }>> {
  const words = { subject: input.subject, body: input.body };
  const no = requirePermission(ctx.actor, 'messages.send') ?? letterFault(tidyWords(words));
  if (no) return no;
  if (input.macroId !== null) {
    const macro = await findMacro(tx, input.macroId);
    if (!macro.ok) return macro;
  }
  const id = ctx.newId('msg');
  await insertMessage(
    tx,
    {
      id,
      case_id: input.caseId,
      item_id: input.itemId,
      event: LETTER,
      locale: input.locale,
      to_address: input.to,
      data: { ...input.data, letter: { ...tidyWords(words), macro_id: input.macroId } },
      attachments: [],
      dedupe_key: `${LETTER}:${id}`,
      created_at: ctx.now,
      written_by: actorId(ctx.actor),
    },
    { delaySeconds: 0, alwaysSent: true },
  );
  return ok({ id });
}
