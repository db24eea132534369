import { describe, expect, it } from 'vitest';
import { MOST_MAIL_BYTES, readMail } from './read-mail.ts';
import { OUR_LETTER, sampleMail } from './testing-mail.ts';

const read = (name: string) => readMail(sampleMail(name));
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a mail', () => {
  it('from Outlook: the answer without the letter below, its sender in lower case', async () => {
    const mail = await read('outlook-reply');
    expect(mail.from).toEqual({ name: 'Vries, Noor de', address: 'jo@example.com' });
    expect(mail.inReplyTo).toBe(OUR_LETTER);
    expect(mail.text).toContain('Bij één punt twijfel ik: hoort de oplader erbij?');
    expect(mail.text).not.toContain('123,45');
    expect(mail.wholeText).toContain('123,45');
    expect(mail).toMatchObject({ subject: 'RE: Uw aanbieding', automatic: false, bounce: null });
  });

  it('from Gmail: broken “wrote” line, references from the latest on', async () => {
    const mail = await read('gmail-reply');
    expect(mail.text).toBe('Thanks! I accept 👍');
    expect(mail.replyIds).toEqual([OUR_LETTER, '<older@elsewhere.example>']);
  });

  it('from a phone: its photo and all of its text', async () => {
    const mail = await read('apple-photo');
    expect(mail.files).toMatchObject([{ name: 'IMG_0042.jpeg', mediaType: 'image/jpeg' }]);
    expect([...(mail.files[0]?.bytes.subarray(0, 2) ?? [])]).toEqual([0xff, 0xd8]);
    expect(mail.text).toContain('Here is the photo');
    expect(mail.text).toContain('Sent from my iPhone');
  });

  it.each([
    ['windows-1252', 'André Müller', 'Frage zum Preis – für mein Handy', 'Guten Tag – ich hörte „100 €“.'],
    ['iso-2022-jp', '佐藤', '電話の質問', 'こんにちは。電話はいつ届きますか。'],
  ])('in %s', async (name, from, subject, text) => {
    const mail = await read(name);
    expect([mail.from.name, mail.subject]).toEqual([from, subject]);
    expect(mail.text).toContain(text);
  });

  it('in flowed lines', async () => {
    expect((await read('format-flowed')).text).toContain('broken over several lines, as it always does.');
  });

  it('of HTML only is text: no script, no markup, no picture', async () => {
    const mail = await read('html-script');
    expect(mail.text).toBe('Dear shop,\nis 5 < 6 & true?\n\nCafé €');
    expect(mail.subject).toBe('<script>alert(1)</script> hello');
  });

  it('with a mail inside gives the words and files of both', async () => {
    const mail = await read('nested');
    expect(mail.text).toMatch(/own mail is attached\.\s+— Your invoice 2024-17 \(sales@phoneshop\.example\)/);
    expect(mail.text).toContain('Thank you for buying a phone.');
    expect(mail.files.map((one) => one.name)).toEqual(['invoice.pdf']);
    expect(mail.messageId).toBe('<nested@example.com>');
  });

  it('from Outlook in its own format keeps the file to be named', async () => {
    const { files, text } = await read('winmail');
    expect(text).toBe('The invoice is attached.');
    expect(files.map((one) => one.mediaType)).toEqual(['application/ms-tnef', 'application/octet-stream']);
  });

  it('without an id gets the same one each time, and another mail another', async () => {
    const [one, same, other] = await Promise.all([
      read('no-message-id'),
      read('no-message-id'),
      readMail(sampleMail('no-message-id', 'V261119000001')),
    ]);
    expect(one.messageId).toMatch(/^<sha256-[0-9a-f]{64}@no-message-id>$/);
    expect(same.messageId).toBe(one.messageId);
    expect(other.messageId).not.toBe(one.messageId);
  });

  it('that came back says which letter and why', async () => {
    const mail = await read('bounce');
    expect(mail).toMatchObject({ automatic: true, files: [] });
    expect(mail.bounce).toEqual({
      action: 'failed',
      detail: '5.1.1 550 5.1.1 <jo@example.com>: Recipient address rejected: User unknown',
      of: [OUR_LETTER],
    });
  });

  it('that is only late is no failure', async () => {
    expect((await read('delayed')).bounce).toMatchObject({ action: 'other', of: [OUR_LETTER] });
  });

  it('of an absent customer is automatic, and no bounce', async () => {
    expect(await read('out-of-office')).toMatchObject({ automatic: true, bounce: null });
  });
});

describe('what is no proper mail', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['noise', new Uint8Array(5000).map((_, at) => (at * 7919) % 256)],
    [
      'a broken multipart',
      bytes('Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: image/jpeg\n'),
    ],
    [
      'parts without end',
      bytes(
        `Content-Type: multipart/mixed; boundary=x\n\n${'--x\nContent-Type: multipart/mixed; boundary=x\n\n'.repeat(3000)}`,
      ),
    ],
    ['spaces without end', bytes(`Content-Type: text/html\n\n${'<b> '.repeat(200_000)}`)],
    ['blanks without end', bytes(`Subject: x\n\n${' '.repeat(300_000)}x`)],
    [
      'tags without end',
      bytes(`Content-Type: text/html\n\n${'<script '.repeat(60_000)}${'<'.repeat(60_000)}`),
    ],
  ])('is read all the same, and quickly: %s', async (_, raw) => {
    const before = performance.now();
    const mail = await readMail(raw);
    expect(mail.messageId).toMatch(/^<.+>$/);
    expect(performance.now() - before).toBeLessThan(3000);
  });

  it('holds nothing PostgreSQL cannot keep', async () => {
    const mail = await readMail(bytes('Subject: a\u0000b\u202Ec\nFrom: x@y.example\n\nd\u0000e'));
    expect([mail.subject, mail.text].join(' ')).toBe('abc de');
  });

  it('too large is read at its beginning', async () => {
    const raw = Buffer.concat([
      bytes('Subject: Huge\nMessage-ID: <huge@x.example>\n\nHello\n'),
      Buffer.alloc(MOST_MAIL_BYTES, 'a\n'),
    ]);
    expect(await readMail(new Uint8Array(raw))).toMatchObject({
      subject: 'Huge',
      messageId: '<huge@x.example>',
      cutOff: true,
    });
  });
});
