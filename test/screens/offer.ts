/** An offer made over the API, for pages that need one to show. */
import { sql } from 'kysely';
import type { App } from '../app.ts';

type Model = { category: string; variants: { id: string }[] };
type Questions = { questions: { key: string; answers: { key: string }[] }[] };
export type Offer = { reference: string; token: string; case_id: string; link: string };

const ADDRESS = { line1: 'Prinsengracht 1', postal_code: '1015 DV', city: 'Amsterdam', country: 'NL' };

/** Makes an offer of one iPhone 13 in the best condition; `confirmed` also sends it on its way. */
export async function makeOffer(
  app: App,
  contact: { name: string; email: string },
  { confirmed = false, locale = 'en' } = {},
): Promise<Offer> {
  const visitor = app.visitor();
  const found = await visitor.call<{ items: Model[] }>('GET', '/api/catalog/models?q=iphone%2013');
  const [model] = found.body.items;
  const set = await visitor.call<Questions>(
    'GET',
    `/api/catalog/questions?category=${model?.category ?? ''}&locale=en`,
  );
  const answers = Object.fromEntries(set.body.questions.map((q) => [q.key, q.answers[0]?.key ?? '']));
  const made = await visitor.call<Omit<Offer, 'link'>>('POST', '/api/offers', {
    items: [{ variant_id: model?.variants[0]?.id, answers }],
    channel: 'mail_in',
    contact,
    locale,
  });
  if (made.status !== 201) throw new Error(`no offer: ${JSON.stringify(made.body)}`);
  if (confirmed) {
    visitor.token = made.body.token;
    const done = await visitor.call('POST', '/api/offers/confirm', {
      address: ADDRESS,
      payout: { kind: 'bank', holder: contact.name, iban: 'NL91ABNA0417164300' },
    });
    if (done.status !== 200) throw new Error(`not confirmed: ${JSON.stringify(done.body)}`);
  }
  return { ...made.body, link: await mailedLink(app, made.body.case_id) };
}

/** The customer's link as the newest mail about a case holds it. */
export async function mailedLink(app: App, caseId: string): Promise<string> {
  await app.settle();
  const mails = await sql<{ body_html: string }>`
    select body_html from messages where case_id = ${caseId} order by created_at desc limit 1`.execute(
    app.program.postgres.db,
  );
  const found = /href="([^"]*\/l\/[^"]+)"/.exec(mails.rows[0]?.body_html ?? '');
  if (!found?.[1]) throw new Error('the mail holds no link');
  return found[1].replaceAll('&amp;', '&');
}
