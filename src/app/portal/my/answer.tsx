/** /my/answer: as described and as found side by side, a new price, and two answers that weigh the same. */
import { z } from 'zod';
import { money } from '../../../kernel/money.ts';
import type { ItemView } from '../../../modules/cases/actions/view.ts';
import { moveItems } from '../../../modules/cases/actions/move.ts';
import { formOf, isSound, wordsOf, type Faults } from '../form.ts';
import { Device } from '../look/icons.tsx';
import { goTo, Page, show } from '../look/page.tsx';
import { ErrorSummary } from '../look/parts.tsx';
import { itemsFor, mayAct, mine, type Mine } from './mine.ts';

const asked = z.array(
  z.object({
    key: z.string(),
    label: z.record(z.string(), z.string()),
    answers: z.array(z.object({ key: z.string(), label: z.record(z.string(), z.string()) })),
  }),
);
const given = z.record(z.string(), z.string());

type Quote = ItemView['quotes'][number];
type Row = { question: string; told: string; found: string };

/** The questions whose answers differ, in the reader's language. */
export function differences(before: Quote | undefined, after: Quote, locale: string): Row[] {
  const questions = asked.safeParse(after.questions);
  const told = given.safeParse(before?.answers ?? {});
  const found = given.safeParse(after.answers);
  if (!questions.success || !told.success || !found.success) return [];
  return questions.data.flatMap((question): Row[] => {
    const labelOf = (key: string | undefined) =>
      question.answers.find((one) => one.key === key)?.label[locale] ?? '–';
    const [was, is] = [told.data[question.key], found.data[question.key]];
    if (was === is) return [];
    return [{ question: question.label[locale] ?? question.key, told: labelOf(was), found: labelOf(is) }];
  });
}

function Differences({ own, rows }: { own: Mine; rows: readonly Row[] }) {
  const { say } = own.visit;
  if (rows.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('answer.question')}</th>
          <th scope="col">{say('answer.told')}</th>
          <th scope="col">{say('answer.found')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">{row.question}</th>
            <td>{row.told}</td>
            <td class="differs">{row.found}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Revision({ own, item }: { own: Mine; item: ItemView }) {
  const { visit, view } = own;
  const { say } = visit;
  const revision = item.quotes.find((one) => one.kind === 'revision' && one.state === 'offered');
  if (!revision) return null;
  const before = item.quotes.find((one) => one.kind !== 'revision' && one.price_minor !== null);
  const amount = (minor: number | null | undefined) => visit.money(money(minor ?? 0, view.currency));
  return (
    <section class="card stack" aria-label={item.title}>
      <div class="item">
        <Device category={item.category} size={44} />
        <h2>{item.title}</h2>
      </div>
      <dl class="rows">
        <div>
          <dt>{say('answer.before')}</dt>
          <dd class="num">{amount(before?.price_minor)}</dd>
        </div>
        <div>
          <dt>{say('answer.after')}</dt>
          <dd class="ref">{amount(revision.price_minor)}</dd>
        </div>
        {revision.note ? (
          <div>
            <dt>{say('answer.why')}</dt>
            <dd>{revision.note}</dd>
          </div>
        ) : null}
      </dl>
      <Differences own={own} rows={differences(before, revision, visit.locale)} />
      {item.due_at ? (
        <p class="soft">
          {say('answer.deadline', { date: visit.day(item.due_at), silence: say(`silence.${view.silence}`) })}
        </p>
      ) : null}
      <form method="post" class="row">
        <input type="hidden" name="item" value={item.item_id} />
        <input type="hidden" name="seen" value={String(revision.price_minor ?? 0)} />
        <button class="button second" type="submit" name="answer" value="accept">
          {say('answer.accept', { price: amount(revision.price_minor) })}
        </button>
        <button class="button second" type="submit" name="answer" value="decline">
          {say('answer.decline')}
        </button>
      </form>
    </section>
  );
}

function answerForm(own: Mine, faults: Faults): Response {
  const { visit, view } = own;
  const { say } = visit;
  return show(
    visit,
    <Page visit={visit} title={say('answer.title')} back="/my" hasFaults={!isSound(faults)}>
      <ErrorSummary visit={visit} faults={faults} />
      <h1>{say('answer.title')}</h1>
      <p class="lead">{say('answer.lead')}</p>
      {itemsFor(view, 'accept', 'decline').map((item) => (
        <Revision own={own} item={item} />
      ))}
    </Page>,
    isSound(faults) ? 200 : 409,
  );
}

/** GET /my/answer */
export const answerPage = mine(async (own) => {
  const isOpen = !mayAct(own) && itemsFor(own.view, 'accept', 'decline').length > 0;
  return isOpen ? answerForm(own, {}) : goTo(own.visit, '/my');
});

/** POST /my/answer: for one device; the others can be answered otherwise. A price that changed meanwhile is shown first. */
export const answerIt = mine(async (own) => {
  const { visit, view } = own;
  const form = await formOf(visit.http);
  const answer = form.text('answer');
  const item = itemsFor(view, 'accept', 'decline').find((one) => one.item_id === form.text('item'));
  const revision = item?.quotes.find((one) => one.kind === 'revision' && one.state === 'offered');
  if (mayAct(own) || !item || (answer !== 'accept' && answer !== 'decline')) return goTo(visit, '/my');
  if (answer === 'accept' && String(revision?.price_minor ?? 0) !== form.text('seen'))
    return answerForm(own, {});
  const moved = await visit.postgres.transact((tx) =>
    moveItems(tx, visit.ctx, { caseId: view.id, move: answer, itemIds: [item.item_id], form: 'answer' }),
  );
  if (!moved.ok) return answerForm(own, { main: wordsOf(moved, visit.say) });
  const isMore = itemsFor(view, 'accept', 'decline').length > 1;
  return goTo(visit, isMore ? '/my/answer' : '/my?done=answered');
});
