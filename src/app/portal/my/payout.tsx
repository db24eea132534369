/** Correcting where the money goes: only with a fresh code from the customer's mail. */
import { confirmCode, requestCode } from '../../../modules/identity/links.ts';
import { kindsFor } from '../../../modules/money/rules/payouts.ts';
import { ok } from '../../../kernel/outcome.ts';
import { maskEmail } from '../../../platform/secrets.ts';
import { changePayoutMethod, mailCase } from '../../mail.ts';
import { formOf, isSound, wordsOf, type Faults } from '../form.ts';
import { goTo, Page, show } from '../look/page.tsx';
import { ErrorSummary, Field, Notice } from '../look/parts.tsx';
import { isTextKey } from '../texts.ts';
import type { Visit } from '../visit.ts';
import { mayAct, mine, type Mine } from './mine.ts';
import { checkPayout, PayoutChoices, payoutValues, type PayoutValues } from './payout-fields.tsx';
import { methodWords } from './status.tsx';

function askForCode(own: Mine, faults: Faults): Response {
  const { visit, view } = own;
  const { say } = visit;
  return show(
    visit,
    <Page visit={visit} title={say('code.title')} back="/my" hasFaults={!isSound(faults)}>
      <ErrorSummary visit={visit} faults={faults} />
      <h1>{say('code.title')}</h1>
      <p class="lead">{say('code.lead', { email: maskEmail(view.customer.email ?? view.contact.email) })}</p>
      <form method="post" action="/my/code">
        <button class="button" type="submit" id="code">
          {say('code.send')}
        </button>
      </form>
    </Page>,
    isSound(faults) ? 200 : 400,
  );
}

function enterCode(own: Mine, faults: Faults): Response {
  const { visit, view } = own;
  const { say } = visit;
  return show(
    visit,
    <Page visit={visit} title={say('code.enter.title')} back="/my/payout" hasFaults={!isSound(faults)}>
      <ErrorSummary visit={visit} faults={faults} />
      <h1>{say('code.enter.title')}</h1>
      <p class="lead">
        {say('code.enter.lead', { email: maskEmail(view.customer.email ?? view.contact.email) })}
      </p>
      <form method="post" action="/my/code/check" class="stack" novalidate>
        <Field
          visit={visit}
          name="code"
          label={say('code.label')}
          faults={faults}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={12}
          short
        />
        <button class="button" type="submit">
          {say('code.go')}
        </button>
      </form>
      <form method="post" action="/my/code">
        <button class="plain" type="submit">
          {say('code.again')}
        </button>
      </form>
    </Page>,
    isSound(faults) ? 200 : 400,
  );
}

function codeFault(visit: Visit, code: string, why: string): Faults {
  const key = `code.${code}`;
  return { code: isTextKey(key) ? visit.say(key) : visit.say('refusal.unknown', { why }) };
}

/** POST /my/code: mails a fresh code. */
export const sendCode = mine(async (own) => {
  const { visit, who, view } = own;
  const { sessionId } = who;
  if (mayAct(own) || !sessionId) return goTo(visit, '/my');
  const sent = await visit.postgres.transact(async (tx) => {
    const asked = await requestCode(tx, visit.ctx, sessionId);
    if (!asked.ok) return asked;
    const mailed = await mailCase(tx, visit.ctx, view.id, 'link_code', {
      code: asked.value.code,
      key: visit.ctx.requestId,
    });
    return mailed.ok ? ok(null) : mailed;
  });
  return sent.ok ? goTo(visit, '/my/code') : askForCode(own, codeFault(visit, sent.code, sent.why));
});

/** GET /my/code */
export const codePage = mine(async (own) => {
  if (own.who.power === 'sensitive') return goTo(own.visit, '/my/payout');
  return mayAct(own) ? goTo(own.visit, '/my') : enterCode(own, {});
});

/** POST /my/code/check */
export const checkCode = mine(async (own) => {
  const { visit, who } = own;
  if (!who.sessionId) return goTo(visit, '/my');
  const code = (await formOf(visit.http)).text('code').replaceAll(/\D/g, '').slice(0, 12);
  const done = await confirmCode(visit.postgres, visit.ctx, who.sessionId, code);
  return done.ok ? goTo(visit, '/my/payout') : enterCode(own, codeFault(visit, done.code, done.why));
});

/** True when the details may be typed now: a first method needs no code, a change does. */
function isOpen({ who, view }: Mine): boolean {
  return who.power === 'sensitive' || (who.power === 'act' && view.payout_method === null);
}

function payoutForm(own: Mine, values: PayoutValues, faults: Faults): Response {
  const { visit, view } = own;
  const { say } = visit;
  const isFailed = view.items.some((item) => item.stage === 'payout_processing' && item.status === 'failed');
  return show(
    visit,
    <Page
      visit={visit}
      title={say('payoutEdit.title')}
      back="/my"
      hasFaults={!isSound(faults)}
      words={{ good: say('payout.iban.good'), wrong: say('fault.iban_check_failed') }}
    >
      <ErrorSummary visit={visit} faults={faults} />
      <h1>{say('payoutEdit.title')}</h1>
      {isFailed ? <Notice>{say('payoutEdit.failed')}</Notice> : null}
      {view.payout_method ? (
        <p class="lead">{say('payoutEdit.now', { what: methodWords(own, view.payout_method) })}</p>
      ) : null}
      <form method="post" class="stack" novalidate>
        <PayoutChoices
          visit={visit}
          offered={kindsFor(view.channel, visit.shop.settings)}
          values={values}
          faults={faults}
        />
        <button class="button" type="submit">
          {say('payoutEdit.go')}
        </button>
      </form>
    </Page>,
    isSound(faults) ? 200 : 400,
  );
}

/** GET /my/payout */
export const payoutPage = mine(async (own) => {
  const { visit, view } = own;
  if (mayAct(own)) return goTo(visit, '/my');
  if (!isOpen(own)) return askForCode(own, {});
  const { kind, holder } = view.payout_method ?? { kind: '', holder: view.contact.name };
  return payoutForm(own, { kind, holder: holder ?? view.contact.name, iban: '', paypal_email: '' }, {});
});

/** POST /my/payout */
export const savePayout = mine(async (own) => {
  const { visit, view } = own;
  if (!isOpen(own)) return goTo(visit, '/my/payout');
  const values = payoutValues(await formOf(visit.http));
  const checked = checkPayout(values, kindsFor(view.channel, visit.shop.settings), visit);
  if ('faults' in checked) return payoutForm(own, values, checked.faults);
  const { kind, holder, iban, paypal_email } = checked.payout;
  const saved = await visit.postgres.transact((tx) =>
    changePayoutMethod(
      tx,
      visit.ctx,
      {
        caseId: view.id,
        kind,
        holder: holder ?? null,
        iban: iban ?? null,
        paypalEmail: paypal_email ?? null,
      },
      visit.site.keyring,
    ),
  );
  if (saved.ok) return goTo(visit, '/my?done=payout');
  const why =
    saved.code === 'payout_submitted' ? visit.say('payoutEdit.submitted') : wordsOf(saved, visit.say);
  return payoutForm(own, values, { kind: why });
});
