/** /my/answer: as described and as found side by side with photos, a new price, and two answers that weigh the same. */
import { money } from '../../../kernel/money.ts';
import type { ItemView } from '../../../modules/cases/actions/view.ts';
import { answerRevisions, type RevisionAnswer } from '../../../modules/quotes/actions/answer.ts';
import { openRevisions, revisionsOf, type Revision } from '../../../modules/quotes/actions/revisions.ts';
import { formOf, isSound, wordsOf, type Faults } from '../form.ts';
import { Device } from '../look/icons.tsx';
import { goTo, Page, show } from '../look/page.tsx';
import { ErrorSummary } from '../look/parts.tsx';
import { isTextKey } from '../texts.ts';
import { itemsFor, mayAct, mine, type Mine } from './mine.ts';

function Differences({ own, revision }: { own: Mine; revision: Revision }) {
  const { say, locale } = own.visit;
  if (revision.differences.length === 0) return <p class="soft">{say('answer.same')}</p>;
  return (
    <table class="beside">
      <thead>
        <tr>
          <th scope="col">{say('answer.question')}</th>
          <th scope="col">{say('answer.told')}</th>
          <th scope="col">{say('answer.found')}</th>
        </tr>
      </thead>
      <tbody>
        {revision.differences.map((row) => (
          <tr>
            <th scope="row">{row.question[locale]}</th>
            <td>{row.told[locale]}</td>
            <td class="differs">{row.found[locale]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Photos({ own, revision }: { own: Mine; revision: Revision }) {
  const { say } = own.visit;
  if (revision.photos.length === 0) return null;
  return (
    <ul class="evidence" aria-label={say('answer.photos')}>
      {revision.photos.map((id, at) => (
        <li>
          <a href={`/my/files/${id}`} aria-label={say('answer.photo', { n: at + 1, title: revision.title })}>
            <img src={`/my/files/${id}?preview=1`} alt="" width={136} height={136} loading="lazy" />
          </a>
          {revision.captions[id] ? <p class="small">{revision.captions[id]}</p> : null}
        </li>
      ))}
    </ul>
  );
}

/** The person may doubt the finding once; after the second inspection both have found the same. */
function Dispute({ own, item, revision }: { own: Mine; item: ItemView; revision: Revision }) {
  const { say } = own.visit;
  const may = item.moves.find((one) => one.move === 'dispute');
  if (!may) return null;
  if (may.refused)
    return may.refused.code === 'disputed_before' ? <p class="soft">{say('answer.dispute.done')}</p> : null;
  const field = `reason-${item.item_id}`;
  return (
    <details>
      <summary>{say('answer.dispute')}</summary>
      <form method="post" class="stack">
        <input type="hidden" name="item" value={item.item_id} />
        <input type="hidden" name="revision" value={revision.id} />
        <p>{say('answer.dispute.lead')}</p>
        <label for={field}>{say('answer.dispute.reason')}</label>
        <textarea id={field} name="reason" rows={3} maxlength={1000} required />
        <button class="button second" type="submit" name="answer" value="dispute">
          {say('answer.dispute.go')}
        </button>
      </form>
    </details>
  );
}

function Money({ own, revision }: { own: Mine; revision: Revision }) {
  const { visit } = own;
  const { say, locale } = visit;
  const amount = (minor: number) => visit.money(money(minor, revision.currency));
  return (
    <dl class="rows">
      {revision.oldPrice === null ? null : (
        <div>
          <dt>{say('answer.before')}</dt>
          <dd class="num">{amount(revision.oldPrice)}</dd>
        </div>
      )}
      <div>
        <dt>{say('answer.after')}</dt>
        <dd class="ref">{amount(revision.price)}</dd>
      </div>
      <div>
        <dt>{say('answer.why')}</dt>
        <dd>{revision.reasons.map((one) => one.text[locale]).join(' · ')}</dd>
      </div>
      {revision.note ? (
        <div>
          <dt>{say('answer.note')}</dt>
          <dd>{revision.note}</dd>
        </div>
      ) : null}
    </dl>
  );
}

function OneDevice({ own, item, revision }: { own: Mine; item: ItemView; revision: Revision }) {
  const { visit, view } = own;
  const { say } = visit;
  const price = visit.money(money(revision.price, revision.currency));
  return (
    <section class="card stack" aria-label={item.title}>
      <div class="item">
        <Device category={item.category} size={44} />
        <h2>{item.title}</h2>
      </div>
      <Differences own={own} revision={revision} />
      <Photos own={own} revision={revision} />
      <Money own={own} revision={revision} />
      {revision.answerBy ? (
        <p class="soft">
          {say('answer.deadline', {
            date: visit.day(revision.answerBy),
            silence: say(`answer.silence.${view.silence}`),
          })}
        </p>
      ) : null}
      <form method="post" class="row">
        <input type="hidden" name="item" value={item.item_id} />
        <input type="hidden" name="revision" value={revision.id} />
        <button class="button second" type="submit" name="answer" value="accept">
          {say('answer.accept', { price })}
        </button>
        <button class="button second" type="submit" name="answer" value="decline">
          {say('answer.decline')}
        </button>
      </form>
      <Dispute own={own} item={item} revision={revision} />
    </section>
  );
}

/** The devices that wait for an answer, each with its offer. */
async function waiting(own: Mine): Promise<{ item: ItemView; revision: Revision }[]> {
  const open = openRevisions(await revisionsOf(own.visit.db, own.view.id));
  return itemsFor(own.view, 'accept', 'decline').flatMap((item) => {
    const revision = open.find((one) => one.itemId === item.item_id);
    return revision ? [{ item, revision }] : [];
  });
}

async function answerForm(own: Mine, faults: Faults): Promise<Response> {
  const { visit } = own;
  const { say } = visit;
  const devices = await waiting(own);
  return show(
    visit,
    <Page visit={visit} title={say('answer.title')} back="/my" hasFaults={!isSound(faults)}>
      <ErrorSummary visit={visit} faults={faults} />
      <h1>{say('answer.title')}</h1>
      <p class="lead">{say('answer.lead')}</p>
      {devices.map((one) => (
        <OneDevice own={own} item={one.item} revision={one.revision} />
      ))}
    </Page>,
    isSound(faults) ? 200 : 409,
  );
}

/** GET /my/answer */
export const answerPage = mine(async (own) => {
  const isOpen = !mayAct(own) && (await waiting(own)).length > 0;
  return isOpen ? await answerForm(own, {}) : goTo(own.visit, '/my');
});

const ANSWERS: readonly RevisionAnswer['answer'][] = ['accept', 'decline', 'dispute'];

/** POST /my/answer: for one device; the others can be answered otherwise. An answer to an older offer shows the newest first. */
export const answerIt = mine(async (own) => {
  const { visit, view } = own;
  const form = await formOf(visit.http);
  const answer = ANSWERS.find((one) => one === form.text('answer'));
  const devices = await waiting(own);
  const isMine = devices.some((one) => one.item.item_id === form.text('item'));
  if (mayAct(own) || !isMine || !answer) return goTo(visit, '/my');
  const answered = await visit.postgres.transact((tx) =>
    answerRevisions(tx, visit.ctx, view.id, [
      {
        itemId: form.text('item'),
        revisionId: form.text('revision'),
        answer,
        reason: form.text('reason').slice(0, 1000),
      },
    ]),
  );
  if (!answered.ok) {
    const key = `answer.${answered.code}`;
    return await answerForm(own, { main: isTextKey(key) ? visit.say(key) : wordsOf(answered, visit.say) });
  }
  return goTo(visit, devices.length > 1 ? '/my/answer' : '/my?done=answered');
});
