/** A fresh link by mail: the same answer whether or not we know the address. */
import { ok } from '../../../kernel/outcome.ts';
import { casesOfCustomer } from '../../../modules/cases/store/customer-cases.ts';
import { readCustomerByEmail } from '../../../modules/identity/store/customers.ts';
import { mailCase } from '../../mail.ts';
import { busyPage } from '../error-pages.tsx';
import { formOf, isEmail, isSound, type Faults } from '../form.ts';
import { Page, show } from '../look/page.tsx';
import { ErrorSummary, Field } from '../look/parts.tsx';
import type { Visit } from '../visit.ts';

/** Newest offers a request mails links for. */
const MOST_LINKS = 5;

function linkForm(visit: Visit, email: string, faults: Faults): Response {
  const { say } = visit;
  return show(
    visit,
    <Page visit={visit} title={say('link.title')} back="/sell" hasFaults={!isSound(faults)}>
      <ErrorSummary visit={visit} faults={faults} />
      <h1>{say('link.title')}</h1>
      <p class="lead">{say('link.lead')}</p>
      <form method="post" class="stack" novalidate>
        <Field
          visit={visit}
          name="email"
          type="email"
          inputmode="email"
          label={say('contact.email')}
          value={email}
          faults={faults}
          autocomplete="email"
          maxlength={254}
        />
        <button class="button" type="submit">
          {say('link.go')}
        </button>
      </form>
    </Page>,
    isSound(faults) ? 200 : 400,
  );
}

/** GET /my/link */
export async function linkPage(visit: Visit): Promise<Response> {
  return linkForm(visit, '', {});
}

/** Queues the mails. At most one per offer and ten minutes, so that nobody's mailbox is filled by a stranger. */
async function mailLinks(visit: Visit, email: string): Promise<void> {
  const customer = await readCustomerByEmail(visit.db, email);
  if (!customer) return;
  const cases = (await casesOfCustomer(visit.db, customer.id)).slice(0, MOST_LINKS);
  const key = `asked:${Math.floor(visit.ctx.now.getTime() / 600_000)}`;
  await visit.postgres.transact(async (tx) => {
    for (const one of cases) {
      const mailed = await mailCase(tx, visit.ctx, one.id, 'new_link', { key });
      if (!mailed.ok) return mailed;
    }
    return ok(null);
  });
}

/** POST /my/link */
export async function sendLinks(visit: Visit): Promise<Response> {
  const email = (await formOf(visit.http)).text('email');
  const { say } = visit;
  if (!email) return linkForm(visit, email, { email: say('contact.email.missing') });
  if (!isEmail(email)) return linkForm(visit, email, { email: say('contact.email.wrong') });
  const { deps } = visit.site;
  if (deps.limiter.take('public_write', visit.ip, visit.ctx.now.getTime()).wait > 0) return busyPage(visit);
  // Not waited for: an answer that comes later would tell that the address is known.
  mailLinks(visit, email).catch((error: unknown) =>
    deps.log.error({ err: error, request_id: visit.ctx.requestId }, 'links could not be mailed'),
  );
  return show(
    visit,
    <Page visit={visit} title={say('link.sent')}>
      <h1>{say('link.sent')}</h1>
      <p class="lead">{say('link.sent.body', { email })}</p>
      <a class="button second" href="/my/link">
        {say('link.title')}
      </a>
    </Page>,
  );
}
