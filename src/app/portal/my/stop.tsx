/** Stopping: cancel what has not been sent, get back what has; and leaving the page on this device. */
import { deleteCookie } from 'hono/cookie';
import { leavePortal } from '../../../modules/identity/links.ts';
import { cookieOf, PORTAL_COOKIE } from '../../../modules/identity/who.ts';
import { cancelOffer, withdrawOffer } from '../../offers.ts';
import { formOf, isSound, wordsOf, type Faults } from '../form.ts';
import { Device } from '../look/icons.tsx';
import { goTo, Page, show } from '../look/page.tsx';
import { ErrorSummary, FaultOf, Field } from '../look/parts.tsx';
import type { Visit } from '../visit.ts';
import { itemsFor, mayAct, mine, type Mine } from './mine.ts';

function cancelForm(own: Mine, faults: Faults): Response {
  const { visit } = own;
  const { say } = visit;
  return show(
    visit,
    <Page visit={visit} title={say('cancel.title')} back="/my" hasFaults={!isSound(faults)}>
      <ErrorSummary visit={visit} faults={faults} />
      <h1>{say('cancel.title')}</h1>
      <p class="lead">{say('cancel.lead')}</p>
      <form method="post" class="stack" novalidate>
        <Field
          visit={visit}
          name="reason"
          label={say('cancel.reason')}
          faults={faults}
          optional
          maxlength={500}
        />
        <div class="row">
          <button class="button bad" type="submit">
            {say('cancel.go')}
          </button>
          <a class="button second" href="/my">
            {say('cancel.stay')}
          </a>
        </div>
      </form>
    </Page>,
    isSound(faults) ? 200 : 400,
  );
}

/** GET /my/cancel */
export const cancelPage = mine(async (own) => {
  if (mayAct(own) || itemsFor(own.view, 'cancel').length === 0) return goTo(own.visit, '/my');
  return cancelForm(own, {});
});

/** POST /my/cancel */
export const cancelIt = mine(async (own) => {
  const { visit, view } = own;
  if (mayAct(own)) return goTo(visit, '/my');
  const reason = (await formOf(visit.http)).text('reason').slice(0, 500);
  const done = await visit.postgres.transact((tx) => cancelOffer(tx, visit.ctx, view.id, reason || null));
  return done.ok ? goTo(visit, '/my?done=cancelled') : cancelForm(own, { reason: wordsOf(done, visit.say) });
});

function withdrawForm(own: Mine, chosen: readonly string[], reason: string, faults: Faults): Response {
  const { visit, view } = own;
  const { say } = visit;
  const items = itemsFor(view, 'withdraw', 'note_withdrawal');
  return show(
    visit,
    <Page visit={visit} title={say('withdraw.title')} back="/my" hasFaults={!isSound(faults)}>
      <ErrorSummary visit={visit} faults={faults} />
      <h1>{say('withdraw.title')}</h1>
      <p class="lead">{say(items.length > 0 ? 'withdraw.lead' : 'withdraw.none')}</p>
      {items.length === 0 ? null : (
        <form method="post" class="stack" novalidate>
          <fieldset class="group tight">
            <legend class="legend">{say('withdraw.which')}</legend>
            <FaultOf visit={visit} name="item" faults={faults} />
            <div class="choices">
              {items.map((item, i) => (
                <label class="choice" for={i === 0 ? 'item' : item.item_id}>
                  <input
                    type="checkbox"
                    id={i === 0 ? 'item' : item.item_id}
                    name="item"
                    value={item.item_id}
                    checked={items.length === 1 || chosen.includes(item.item_id)}
                  />
                  <Device category={item.category} size={32} />
                  <span>
                    <b>{item.title}</b>
                    <small>{item.number}</small>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          <Field
            visit={visit}
            name="reason"
            label={say('withdraw.reason')}
            value={reason}
            faults={faults}
            maxlength={500}
          />
          <button class="button" type="submit">
            {say('withdraw.go')}
          </button>
        </form>
      )}
    </Page>,
    isSound(faults) ? 200 : 400,
  );
}

/** GET /my/withdraw */
export const withdrawPage = mine(async (own) =>
  mayAct(own) ? goTo(own.visit, '/my') : withdrawForm(own, [], '', {}),
);

/** POST /my/withdraw */
export const withdrawIt = mine(async (own) => {
  const { visit, view } = own;
  if (mayAct(own)) return goTo(visit, '/my');
  const form = await formOf(visit.http);
  const open = itemsFor(view, 'withdraw', 'note_withdrawal').map((one) => one.item_id);
  const chosen = form.all('item').filter((id) => open.includes(id));
  const reason = form.text('reason').slice(0, 500);
  const faults: Faults = {
    ...(chosen.length > 0 ? {} : { item: visit.say('choose.missing') }),
    ...(reason ? {} : { reason: visit.say('withdraw.reason.missing') }),
  };
  if (!isSound(faults)) return withdrawForm(own, chosen, reason, faults);
  const done = await visit.postgres.transact((tx) => withdrawOffer(tx, visit.ctx, view.id, chosen, reason));
  return done.ok
    ? goTo(visit, '/my?done=withdrawn')
    : withdrawForm(own, chosen, reason, { item: wordsOf(done, visit.say) });
});

/** POST /my/leave: this device forgets the offer. */
export async function leave(visit: Visit): Promise<Response> {
  const token = cookieOf(visit.http.req.header('cookie'), PORTAL_COOKIE);
  if (token) await visit.postgres.transact((tx) => leavePortal(tx, token));
  deleteCookie(visit.http, PORTAL_COOKIE, { path: '/' });
  const { say } = visit;
  return show(
    visit,
    <Page visit={visit} title={say('my.left')}>
      <h1>{say('my.left')}</h1>
      <a class="button" href="/sell">
        {say('footer.sell')}
      </a>
    </Page>,
  );
}
