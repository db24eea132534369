/** /my/lock/:hold: how to free the device from its account, by brand; “removed”, or a code for the vault. */
import { customerAnswered } from '../../../modules/holds/actions/conversation.ts';
import { leaveLockCode } from '../../../modules/holds/actions/lock-codes.ts';
import { formOf, isSound, wordsOf, type Faults } from '../form.ts';
import { goTo, Page, show } from '../look/page.tsx';
import { ErrorSummary, Field, Notice } from '../look/parts.tsx';
import { heldOf, type Held } from './held.ts';
import { lockGuide } from './lock-guide.ts';
import { mayAct, mine, type Mine } from './mine.ts';
import { noHoldPage, viewOnlyPage } from './todo-list.tsx';

function Steps({ own, held }: { own: Mine; held: Held }) {
  const { say } = own.visit;
  const { sites, steps } = lockGuide(held.item.title, held.item.category);
  return (
    <section class="card stack" aria-labelledby="steps">
      <h2 id="steps">{say('lock.steps')}</h2>
      <ol class="todo">
        <li>
          <div>
            <p>{say('lock.open')}</p>
            {sites.map((site) => (
              <p>
                <a href={site} rel="noopener noreferrer" target="_blank">
                  {site.replace('https://', '')}
                </a>
              </p>
            ))}
          </div>
        </li>
        {steps.map((step) => (
          <li>
            <p>{say(step, { device: held.item.title })}</p>
          </li>
        ))}
      </ol>
      <p class="soft small">{say('lock.forgot')}</p>
    </section>
  );
}

function lockForm(own: Mine, held: Held, faults: Faults): Response {
  const { visit } = own;
  const { say } = visit;
  const isAnswered = held.hold.step === 'answered';
  return show(
    visit,
    <Page visit={visit} title={say('lock.title')} back="/my" hasFaults={!isSound(faults)}>
      <ErrorSummary visit={visit} faults={faults} />
      {isAnswered && isSound(faults) ? <Notice fine>{say('lock.received')}</Notice> : null}
      <h1>{say('lock.title')}</h1>
      <p class="soft">
        {held.item.title} · <span class="num">{held.item.number}</span>
      </p>
      <p class="lead">{say('lock.lead')}</p>
      <Steps own={own} held={held} />
      {isAnswered ? null : (
        <form method="post" class="stack">
          <button class="button" type="submit" name="do" value="removed">
            {say('lock.removed')}
          </button>
        </form>
      )}
      <details class="card" open={Boolean(faults['code']) || undefined}>
        <summary>{say('lock.code')}</summary>
        <form method="post" class="stack" novalidate>
          <p>{say('lock.code.lead')}</p>
          <Field
            visit={visit}
            name="code"
            label={say('lock.code.label')}
            hint={say('lock.code.hint')}
            faults={faults}
            autocomplete="off"
            maxlength={200}
          />
          <button class="button second" type="submit" name="do" value="code">
            {say('lock.code.go')}
          </button>
        </form>
      </details>
    </Page>,
    isSound(faults) ? 200 : 400,
  );
}

function overPage({ visit }: Mine): Response {
  const { say } = visit;
  return show(
    visit,
    <Page visit={visit} title={say('held.over')} back="/my">
      <h1>{say('held.over')}</h1>
      <p class="lead">{say('held.over.body')}</p>
      <a class="button" href="/my">
        {say('my.back')}
      </a>
    </Page>,
  );
}

/** GET /my/lock/:hold */
export const lockPage = mine(async (own) => {
  const held = heldOf(own, own.visit.http.req.param('hold') ?? '', 'activation_lock');
  if (!held) return noHoldPage(own);
  if (mayAct(own)) return viewOnlyPage(own);
  return held.isOver ? overPage(own) : lockForm(own, held, {});
});

/** POST /my/lock/:hold: “I removed it”, or a code. */
export const answerLockAsk = mine(async (own) => {
  const { visit } = own;
  const held = heldOf(own, visit.http.req.param('hold') ?? '', 'activation_lock');
  if (!held) return noHoldPage(own);
  if (mayAct(own)) return viewOnlyPage(own);
  if (held.isOver) return overPage(own);
  const form = await formOf(visit.http);
  const isCode = form.text('do') === 'code';
  const code = form.text('code');
  if (isCode && !code) return lockForm(own, held, { code: visit.say('lock.code.missing') });
  // Pressed twice, “removed” is said once.
  if (!isCode && held.hold.step === 'answered') return goTo(visit, `/my/lock/${held.hold.id}`);
  const done = await visit.postgres.transact((tx) =>
    isCode
      ? leaveLockCode(tx, visit.ctx, visit.site.keyring, held.hold.id, code)
      : customerAnswered(tx, visit.ctx, held.hold.id, { answer: 'Removed from the account' }),
  );
  return done.ok
    ? goTo(visit, `/my/lock/${held.hold.id}`)
    : lockForm(own, held, { code: wordsOf(done, visit.say) });
});
