/** /my/done: thank you, the reference, what happens next. */
import { readLocation } from '../../../modules/identity/store/shop.ts';
import { Check } from '../look/icons.tsx';
import { Page, show } from '../look/page.tsx';
import { longDay } from '../visit.ts';
import { mine, type Mine } from './mine.ts';

async function steps({ visit, view }: Mine): Promise<string[]> {
  const { say } = visit;
  if (view.channel === 'mail_in') {
    const due = view.items.map((one) => one.due_at).filter((at) => at !== null)[0] ?? null;
    return [say('done.mail.1'), say('done.mail.2', { date: due ? visit.day(due) : '–' }), say('done.mail.3')];
  }
  const store = view.location_id ? await readLocation(visit.db, view.location_id) : null;
  const date = view.visit_on ? longDay(view.visit_on, visit.locale) : '–';
  return [say('done.store.1', { store: store?.name ?? '–', date }), say('done.store.2'), say('done.store.3')];
}

/** GET /my/done */
export const donePage = mine(async (own) => {
  const { visit, view } = own;
  const { say } = visit;
  const title = say('done.title', { name: view.contact.name });
  return show(
    visit,
    <Page visit={visit} title={title}>
      <div class="price thanks">
        <p>
          <Check size={34} />
        </p>
        <h1>{title}</h1>
        <p>{say('done.lead', { email: view.contact.email })}</p>
      </div>
      <div class="card tight">
        <p class="soft">{say('done.reference')}</p>
        <p class="ref">{view.reference}</p>
      </div>
      <section class="card stack">
        <h2>{say('done.next')}</h2>
        <ol class="todo">
          {(await steps(own)).map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <div class="row">
          {view.channel === 'mail_in' ? (
            <a class="button" href="/my/kit.pdf">
              {say('done.kit')}
            </a>
          ) : null}
          <a class={view.channel === 'mail_in' ? 'button second' : 'button'} href="/my">
            {say('my.back')}
          </a>
        </div>
      </section>
    </Page>,
  );
});
