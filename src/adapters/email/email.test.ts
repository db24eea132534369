import { afterEach, describe, expect, it } from 'vitest';
import type { Delivery, EmailPort } from '../../ports/email.ts';
import { outboxEmail } from './outbox.ts';
import { smtpEmail } from './smtp.ts';
import { aLetter, brokenServer, mailServer, type Fault, type MailServer } from './testing.ts';

const STATES: readonly Delivery['state'][] = ['sent', 'kept', 'refused', 'later', 'unknown'];
const running: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});

async function server(options: Parameters<typeof mailServer>[0] = {}): Promise<MailServer> {
  const made = await mailServer(options);
  running.push(made.stop);
  return made;
}

function smtp(url: string, timeoutMs = 2_000): EmailPort {
  const port = smtpEmail({ url, from: 'Second Spring <desk@example.com>', timeoutMs });
  running.push(port.close);
  return port;
}

function answer(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

describe.each([
  ['outbox', () => Promise.resolve(outboxEmail())],
  ['smtp', async () => smtp((await server()).url)],
  ['smtp without a server', () => Promise.resolve(smtp('smtp://127.0.0.1:1'))],
] as const)('the mail port, as %s', (_, make) => {
  it('answers with one of its states and never throws, whatever the letter holds', async () => {
    const port = await make();
    const letters = [
      aLetter(),
      aLetter({ to: { name: null, address: 'jo@example.com' }, replyTo: null, html: '', text: '' }),
      aLetter({
        subject: 'a\r\nBcc: everybody@example.com',
        to: { name: 'x\r\nX: y', address: 'jo@example.com' },
      }),
      aLetter({ to: { name: null, address: 'no address' } }),
      aLetter({ to: { name: null, address: '' } }),
    ];
    for (const letter of letters) {
      const delivery = await port.deliver(letter);
      expect(STATES).toContain(delivery.state);
      expect(delivery.detail).not.toBe('');
      expect(delivery.detail).not.toMatch(/\p{Cc}/u);
    }
  });

  it('gives equal letters equal answers', async () => {
    const port = await make();
    const one = await port.deliver(aLetter());
    expect((await port.deliver(aLetter())).state).toBe(one.state);
  });
});

describe('the outbox', () => {
  it('keeps everything', async () => {
    expect((await outboxEmail().deliver(aLetter())).state).toBe('kept');
  });
});

describe('a letter by SMTP', () => {
  it('arrives with its headers, both its parts and its attachment, byte for byte', async () => {
    const to = await server();
    const pdf = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7919) % 256);
    const delivery = await smtp(to.url).deliver(
      aLetter({
        attachments: [{ filename: 'verzendpakket é.pdf', contentType: 'application/pdf', content: pdf }],
      }),
    );
    expect(delivery.state).toBe('sent');
    const { from, to: reached, mail } = to.letters[0] ?? expect.fail('nothing arrived');
    expect([from, reached]).toEqual(['desk@example.com', ['zoe@example.com']]);
    expect(mail.from).toMatchObject({ name: 'Second Spring', address: 'desk@example.com' });
    expect(mail.to).toMatchObject([{ name: 'Zoë de Boer', address: 'zoe@example.com' }]);
    expect(mail.replyTo).toMatchObject([{ address: 'desk@example.com' }]);
    expect(mail.subject).toBe('Uw prijs: € 123,00');
    expect(mail.messageId).toBe('<msg_1@desk.example.com>');
    expect(mail.text?.trim()).toBe('Hallo Zoë,\n\n€ 123,00 voor uw toestel.');
    expect(mail.html?.trim()).toBe('<p>Hallo Zoë,</p><p>€ 123,00 voor uw toestel.</p>');
    const headers = new Map(mail.headers.map((h) => [h.key, h.value]));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('content-language')).toBe('nl');
    expect(headers.get('date')).toBeTruthy();
    const [file] = mail.attachments;
    expect(file).toMatchObject({ filename: 'verzendpakket é.pdf', mimeType: 'application/pdf' });
    expect(Buffer.from(file?.content as ArrayBuffer).equals(Buffer.from(pdf))).toBe(true);
  });

  it('is plain text and HTML as alternatives, the plain one first', async () => {
    const to = await server();
    await smtp(to.url).deliver(aLetter());
    const raw = to.letters[0]?.raw ?? '';
    expect(raw).toMatch(/^Content-Type: multipart\/alternative/m);
    expect(raw.indexOf('Content-Type: text/plain')).toBeLessThan(raw.indexOf('Content-Type: text/html'));
  });

  it('has the same Message-ID on each try', async () => {
    const to = await server();
    const port = smtp(to.url);
    await port.deliver(aLetter());
    await port.deliver(aLetter());
    expect(to.letters.map((l) => l.mail.messageId)).toEqual(Array(2).fill('<msg_1@desk.example.com>'));
  });

  it('cannot be given headers, recipients or commands through its fields', async () => {
    const to = await server();
    const port = smtp(to.url);
    await port.deliver(
      aLetter({
        subject: 'a\r\nBcc: all@example.com\r\n\r\nbody',
        to: { name: 'Jo"\r\nCc: all@example.com', address: 'jo@example.com' },
        replyTo: 'desk@example.com\r\nBcc: all@example.com',
        text: 'first\r\n.\r\nMAIL FROM:<x@example.com>\r\n',
        attachments: [
          { filename: 'a.pdf\r\nX-Evil: 1', contentType: 'application/pdf', content: new Uint8Array([1]) },
        ],
      }),
    );
    expect(to.letters).toHaveLength(1);
    const { mail, to: reached } = to.letters[0] ?? expect.fail('nothing arrived');
    expect(reached).toEqual(['jo@example.com']);
    expect(mail.headers.map((h) => h.key)).not.toContain('x-evil');
    expect([mail.bcc, mail.cc]).toEqual([undefined, undefined]);
    expect(mail.text).toContain('MAIL FROM:<x@example.com>');
  });

  it('reaches one address only', async () => {
    const to = await server();
    const port = smtp(to.url);
    for (const address of [
      'a@example.com, b@example.com',
      'jo@example.com\r\nRCPT TO:<b@example.com>',
      'nobody',
    ]) {
      expect((await port.deliver(aLetter({ to: { name: null, address } }))).state).toBe('refused');
    }
    expect(to.letters).toHaveLength(0);
  });
});

describe('what the server says', () => {
  const said = (code: number) => answer(code, `${code} says the server`);

  it.each([
    ['a mailbox that does not exist', { onRcptTo: (_a, _s, done) => done(said(550)) }, 'refused'],
    ['a full mailbox', { onRcptTo: (_a, _s, done) => done(said(452)) }, 'later'],
    ['greylisting', { onRcptTo: (_a, _s, done) => done(said(451)) }, 'later'],
    ['a text it will not have', { onData: (_d, _s, done) => done(said(554)) }, 'refused'],
    ['a text it cannot store now', { onData: (_d, _s, done) => done(said(452)) }, 'later'],
    ['a sender it does not know', { onMailFrom: (_a, _s, done) => done(said(550)) }, 'later'],
    ['no service for us', { onConnect: (_s, done) => done(said(554)) }, 'later'],
  ] satisfies [string, Parameters<typeof mailServer>[0], string][])('%s', async (_, options, state) => {
    const to = await server(options);
    const delivery = await smtp(to.url).deliver(aLetter());
    expect(delivery.state).toBe(state);
    expect(delivery.detail).toContain('says the server');
  });

  it('takes a password, and tries again when it is wrong', async () => {
    const to = await server({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ password }, _, done) =>
        password === 'right' ? done(null, { user: 'desk' }) : done(answer(535, 'wrong')),
    });
    const withPassword = (password: string) => to.url.replace('smtp://', `smtp://desk:${password}@`);
    expect((await smtp(withPassword('right')).deliver(aLetter())).state).toBe('sent');
    expect((await smtp(withPassword('wrong')).deliver(aLetter())).state).toBe('later');
    expect(to.letters).toHaveLength(1);
  });
});

describe('a line that breaks', () => {
  const faults: [Fault, Delivery['state']][] = [
    ['drop_before_text', 'later'],
    ['drop_in_text', 'unknown'],
    ['drop_after_text', 'unknown'],
    ['hang', 'later'],
    ['drip', 'later'],
    ['hang_after_text', 'unknown'],
  ];
  it.each(faults)('%s means %s, soon, and after one visit', async (fault, state) => {
    const to = await brokenServer(fault);
    running.push(to.stop);
    const begun = performance.now();
    const delivery = await smtp(to.url, 200).deliver(aLetter());
    expect(delivery.state).toBe(state);
    expect(performance.now() - begun).toBeLessThan(2_500);
    expect(to.visits()).toBe(1);
  });
});
