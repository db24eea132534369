/** The beginning of a story that is told about the bench: an offer made and confirmed, its devices received. */
import type { App, Caller } from '../app.ts';
import { mailedLink } from '../screens/offer.ts';

type Model = { category: string; variants: { id: string }[] };
type Questions = { questions: { key: string; answers: { key: string }[] }[] };
type Desk = {
  id: string;
  reference: string;
  items: { id: string; number: string; stage: string; status: string; seq: number }[];
};

export type Sold = {
  readonly caseId: string;
  readonly reference: string;
  readonly items: readonly { readonly id: string; readonly number: string }[];
  /** The customer's own link, from the newest mail. */
  readonly link: string;
};

const ADDRESS = { line1: 'Prinsengracht 1', postal_code: '1015 DV', city: 'Amsterdam', country: 'NL' };

function must<T>(answer: { status: number; body: T }, what: string): T {
  if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function device(visitor: Caller, name: string): Promise<object> {
  const found = await visitor.call<{ items: Model[] }>(
    'GET',
    `/api/catalog/models?q=${encodeURIComponent(name)}`,
  );
  const [model] = found.body.items;
  const asked = await visitor.call<Questions>(
    'GET',
    `/api/catalog/questions?category=${model?.category ?? ''}&locale=en`,
  );
  // The first answer is the best one: a device without a fault, says its seller.
  const answers = Object.fromEntries(asked.body.questions.map((q) => [q.key, q.answers[0]?.key ?? '']));
  return { variant_id: model?.variants[0]?.id, answers };
}

/** Somebody sells devices of these names by mail, in the best condition as they say, to be paid by bank. */
export async function sold(
  app: App,
  names: readonly string[],
  seller: { name: string; email: string; locale?: string; silence?: string },
): Promise<Sold> {
  const visitor = app.visitor();
  const made = must(
    await visitor.call<{ case_id: string; reference: string; token: string }>('POST', '/api/offers', {
      items: await Promise.all(names.map((name) => device(visitor, name))),
      channel: 'mail_in',
      contact: { name: seller.name, email: seller.email },
      locale: seller.locale ?? 'en',
      ...(seller.silence ? { silence: seller.silence } : {}),
    }),
    'offer',
  );
  visitor.token = made.token;
  must(
    await visitor.call('POST', '/api/offers/confirm', {
      address: ADDRESS,
      payout: { kind: 'bank', holder: seller.name, iban: 'NL91ABNA0417164300' },
    }),
    'confirm',
  );
  const bench = await app.as('bench');
  const desk = must(await bench.call<Desk>('GET', `/api/cases/${made.case_id}`), 'case');
  return { ...desk, caseId: desk.id, link: await mailedLink(app, made.case_id) };
}

/** The parcel arrives, with everything in it as announced. */
export async function arrived(app: App, one: Sold): Promise<void> {
  const bench = await app.as('bench');
  must(
    await bench.call('POST', `/api/cases/${one.caseId}/receive`, {
      items: one.items.map((item) => ({ item_id: item.id, outcome: 'ok' })),
    }),
    'receive',
  );
}

/** Where every device of a case stands, in its order. */
export async function places(app: App, one: Sold): Promise<string[]> {
  const bench = await app.as('viewer');
  const desk = must(await bench.call<Desk>('GET', `/api/cases/${one.caseId}`), 'case');
  return desk.items.map((item) => `${item.stage}/${item.status}`);
}
