/** /my/visit: another store or another day, while the visit still lies ahead. */
import { changeCase } from '../../../modules/cases/actions/edit.ts';
import { formOf, isSound, type Faults } from '../form.ts';
import { goTo, Page, show } from '../look/page.tsx';
import { Choices, ErrorSummary } from '../look/parts.tsx';
import { addressLine, openStores } from '../sell/offer.tsx';
import { hoursOf, openDays } from '../sell/opening.ts';
import { longDay } from '../visit.ts';
import { isUnconfirmed, mayAct, mine, type Mine } from './mine.ts';

function isChangeable(own: Mine): boolean {
  const { view } = own;
  return (
    view.channel === 'in_store' &&
    !mayAct(own) &&
    view.items.some((item) => item.stage === 'leads' && item.status !== 'cancelled')
  );
}

async function visitForm(
  own: Mine,
  chosen: { store: string; day: string },
  faults: Faults,
): Promise<Response> {
  const { visit } = own;
  const { say, locale } = visit;
  const stores = await openStores(visit);
  const store = stores.find((one) => one.id === chosen.store) ?? stores[0];
  return show(
    visit,
    <Page
      visit={visit}
      title={say('day.title')}
      back={isUnconfirmed(own.view) ? '/my/confirm' : '/my'}
      hasFaults={!isSound(faults)}
    >
      <ErrorSummary visit={visit} faults={faults} />
      <h1>{say('day.title')}</h1>
      <form method="post" class="stack" novalidate>
        {stores.length > 1 ? (
          <Choices
            visit={visit}
            name="location_id"
            legend={say('store.title')}
            seenLegend
            value={store?.id ?? ''}
            faults={faults}
            options={stores.map((one) => ({ value: one.id, title: one.name, detail: addressLine(one) }))}
          />
        ) : null}
        {store ? (
          <Choices
            visit={visit}
            name="visit_on"
            legend={say('day.title')}
            value={chosen.day}
            faults={faults}
            options={openDays(store, visit.ctx.now).map((day) => ({
              value: day,
              title: longDay(day, locale),
              detail: hoursOf(store, day),
            }))}
          />
        ) : null}
        <button class="button" type="submit">
          {say('save')}
        </button>
      </form>
    </Page>,
    isSound(faults) ? 200 : 400,
  );
}

/** GET /my/visit */
export const visitPage = mine(async (own) => {
  if (!isChangeable(own)) return goTo(own.visit, '/my');
  return await visitForm(own, { store: own.view.location_id ?? '', day: own.view.visit_on ?? '' }, {});
});

/** POST /my/visit */
export const saveVisit = mine(async (own) => {
  const { visit, view } = own;
  if (!isChangeable(own)) return goTo(visit, '/my');
  const form = await formOf(visit.http);
  const stores = await openStores(visit);
  const store =
    stores.find((one) => one.id === form.text('location_id')) ??
    stores.find((one) => one.id === view.location_id) ??
    stores[0];
  const day = form.text('visit_on');
  if (!store || !openDays(store, visit.ctx.now).includes(day))
    return await visitForm(own, { store: store?.id ?? '', day }, { visit_on: visit.say('choose.missing') });
  await visit.postgres.transact((tx) =>
    changeCase(tx, view.id, null, { location_id: store.id, visit_on: day }),
  );
  return goTo(visit, isUnconfirmed(view) ? '/my/confirm' : '/my?done=saved');
});
