/** /my/ask: a question to the shop, on the timeline of the case; or the answer to what the shop asked. */
import { sql } from 'kysely';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { after, DAY, MINUTE } from '../../../kernel/time.ts';
import { lockCase } from '../../../modules/cases/actions/move.ts';
import { leaveNote } from '../../../modules/cases/actions/notes.ts';
import { customerAnswered } from '../../../modules/holds/actions/conversation.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { formOf, isSound, wordsOf, type Faults } from '../form.ts';
import { goTo, Page, show } from '../look/page.tsx';
import { ErrorSummary, FaultOf } from '../look/parts.tsx';
import { heldOf, type Held } from './held.ts';
import { mayAct, mine, type Mine } from './mine.ts';
import { viewOnlyPage } from './todo-list.tsx';

/** Messages of one customer about one case in a day. */
const MOST_A_DAY = 20;

function askForm(own: Mine, held: Held | null, message: string, faults: Faults): Response {
  const { visit } = own;
  const { say } = visit;
  const title = say(held ? 'ask.answer.title' : 'ask.title');
  return show(
    visit,
    <Page visit={visit} title={title} back="/my" hasFaults={!isSound(faults)}>
      <ErrorSummary visit={visit} faults={faults} />
      <h1>{title}</h1>
      <p class="lead">{say(held ? 'ask.answer.lead' : 'ask.lead')}</p>
      <form method="post" action={held ? `/my/ask?hold=${held.hold.id}` : '/my/ask'} class="stack" novalidate>
        <div class="field">
          <label for="message">{say('ask.label')}</label>
          <FaultOf visit={visit} name="message" faults={faults} />
          <textarea
            id="message"
            name="message"
            rows={6}
            maxlength={2000}
            aria-describedby={faults['message'] ? 'message-fault' : undefined}
            aria-invalid={faults['message'] ? 'true' : undefined}
            aria-required="true"
          >
            {message}
          </textarea>
        </div>
        <button class="button" type="submit">
          {say('ask.go')}
        </button>
      </form>
    </Page>,
    isSound(faults) ? 200 : 400,
  );
}

function openHeld(own: Mine): Held | null {
  const held = heldOf(own, own.visit.http.req.query('hold') ?? '', null);
  return held && !held.isOver ? held : null;
}

/** GET /my/ask, `?hold=` to answer what the shop asked. */
export const askPage = mine(async (own) =>
  mayAct(own) ? viewOnlyPage(own) : askForm(own, openHeld(own), '', {}),
);

/** Writes the message; the same words again within ten minutes are the same press of the button. */
async function write(tx: Tx, own: Mine, held: Held | null, message: string): Promise<Outcome<null>> {
  const { visit, view } = own;
  const locked = await lockCase(tx, view.id);
  if (!locked.ok) return locked;
  const since = after(visit.ctx.now, -DAY);
  const lately = await sql<{ body: string; at: Date }>`
    select body, at from notes where case_id = ${view.id} and actor_kind = 'customer' and at > ${since}`.execute(
    tx,
  );
  const again = after(visit.ctx.now, -10 * MINUTE);
  if (lately.rows.some((note) => note.body === message && note.at > again)) return ok(null);
  if (lately.rows.length >= MOST_A_DAY)
    return refuse('too_many_messages', 'That are many messages for one day.', 'conflict', {
      field: 'message',
    });
  await leaveNote(tx, visit.ctx, view.id, {
    body: message,
    visibility: 'customer',
    itemId: held?.item.item_id ?? null,
  });
  if (!held) return ok(null);
  const answered = await customerAnswered(tx, visit.ctx, held.hold.id, { answer: message });
  return answered.ok ? ok(null) : answered;
}

/** POST /my/ask */
export const sendQuestion = mine(async (own) => {
  const { visit } = own;
  if (mayAct(own)) return viewOnlyPage(own);
  const held = openHeld(own);
  const message = (await formOf(visit.http)).text('message');
  if (!message) return askForm(own, held, '', { message: visit.say('ask.missing') });
  const done = await visit.postgres.transact((tx) => write(tx, own, held, message));
  return done.ok
    ? goTo(visit, '/my?done=asked')
    : askForm(own, held, message, { message: wordsOf(done, visit.say) });
});
