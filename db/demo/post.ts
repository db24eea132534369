/** What came by post and stands on lists: mails of customers, one of them nobody can match, and devices we do not take. */
import { sql } from 'kysely';
import type { Actor, Ctx } from '../../src/kernel/actor.ts';
import { isLocale, type Locale } from '../../src/kernel/locale.ts';
import { HOUR } from '../../src/kernel/time.ts';
import { blockDevice } from '../../src/modules/inspection/actions/block-list.ts';
import { luhnDigit } from '../../src/modules/inspection/rules/numbers.ts';
import { receiveMail } from '../../src/modules/messages/actions/receive-mail.ts';
import { actorOf, ctxAt, type Desk } from './desk.ts';
import { photoOf } from './photos.ts';

type Writer = { reference: string; email: string; name: string; locale: string };

const HERE_IT_IS: Readonly<Record<Locale, string>> = {
  en: 'Hello, here is the invoice you asked for. It is in my partner’s name, is that a problem?',
  nl: 'Hallo, hierbij de factuur. Hij staat op naam van mijn partner, is dat een probleem?',
  de: 'Guten Tag, hier ist die Rechnung. Sie läuft auf meine Partnerin, ist das ein Problem?',
  fr: 'Bonjour, voici la facture. Elle est au nom de ma compagne, est-ce un problème ?',
  es: 'Hola, aquí tienen la factura. Está a nombre de mi pareja, ¿es un problema?',
};

const BLOCKED = [
  'Reported stolen by its owner',
  'Blocked by the carrier',
  'Sold to us twice under two names',
];

/** Customers who were asked for a proof and have not answered on their page. */
async function writers(desk: Desk, most: number): Promise<Writer[]> {
  const found = await sql<Writer>`
    select distinct on (c.id) c.reference, c.contact ->> 'email' as email, c.contact ->> 'name' as name, c.locale
      from holds h join cases c on c.id = h.case_id
     where h.reason = 'proof_of_purchase' and h.step = 'waiting' and h.released_at is null
     order by c.id limit ${most}`.execute(desk.postgres.db);
  return found.rows;
}

/** A mail as a mail program writes it. */
function mail(from: { name: string; email: string }, subject: string, text: string, picture?: Uint8Array) {
  const word = (value: string) => `=?utf-8?B?${Buffer.from(value).toString('base64')}?=`;
  const lines = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
  const part = (head: string, bytes: Uint8Array) =>
    `--part\r\n${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines(bytes)}\r\n`;
  const parts = [
    part('Content-Type: text/plain; charset=utf-8', Buffer.from(text)),
    ...(picture
      ? [part('Content-Type: image/jpeg\r\nContent-Disposition: attachment; filename="invoice.jpg"', picture)]
      : []),
  ];
  const head = [
    `From: ${word(from.name)} <${from.email}>`,
    'To: desk@secondspring.example',
    `Subject: ${word(subject)}`,
    `Message-ID: <${subject.replaceAll(/\W/g, '').slice(-20)}.${from.email.replaceAll(/\W/g, '')}@post.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="part"',
  ];
  return new Uint8Array(Buffer.from(`${head.join('\r\n')}\r\n\r\n${parts.join('')}--part--\r\n`));
}

/** Fills the incoming mail and the block list, some hours before now. Throws when a mail or a number is refused. */
export async function post(desk: Desk, now: Date): Promise<void> {
  const room = { postgres: desk.postgres, files: { storage: desk.storage, keyring: desk.keyring } };
  const ctx = (hours: number, actor: Actor): Ctx => ctxAt(new Date(now.getTime() - hours * HOUR))(actor);
  const take = async (hours: number, raw: Uint8Array) => {
    const got = await receiveMail(room, ctx(hours, { kind: 'system' }), raw, 'imap');
    if (!got.ok) throw new Error(`demo mail: ${got.why}`);
  };
  for (const [at, one] of (await writers(desk, 2)).entries()) {
    const text = HERE_IT_IS[isLocale(one.locale) ? one.locale : 'en'];
    await take(3 + at, mail(one, `Re: ${one.reference}`, text, await photoOf(at, 'fine')));
  }
  const stranger = { name: 'Jip van Loon', email: 'jip@elsewhere.example' };
  await take(
    2,
    mail(stranger, 'My old phone', 'Hello, my sister sent you my phone last week. Did it arrive?'),
  );
  for (const [at, reason] of BLOCKED.entries()) {
    const fourteen = `3590990${String(1_000_000 + at * 7_919)}`;
    const blocked = await desk.postgres.transact((tx) =>
      blockDevice(tx, ctx(200 - at * 40, actorOf(desk, 'owner')), {
        number: fourteen + luhnDigit(fourteen),
        reason,
      }),
    );
    if (!blocked.ok) throw new Error(`demo block list: ${blocked.why}`);
  }
}
