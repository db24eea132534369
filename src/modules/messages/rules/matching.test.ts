import { describe, expect, it } from 'vitest';
import {
  isAutomatic,
  matchMail,
  messageIdsIn,
  readBounce,
  referencesIn,
  withoutHistory,
  type Known,
  type MailHead,
} from './matching.ts';

const known: Known = {
  letters: [
    { messageId: '<a@us>', caseId: 'cas_a', itemId: 'itm_a' },
    { messageId: '<none@us>', caseId: null, itemId: null },
  ],
  cases: [
    { caseId: 'cas_a', reference: 'V261119000001', emails: ['jo@example.com'], isOpen: true },
    { caseId: 'cas_b', reference: 'V261119000002', emails: ['noor@example.com'], isOpen: true },
    { caseId: 'cas_c', reference: 'V261119000003', emails: ['noor@example.com'], isOpen: false },
    { caseId: 'cas_d', reference: 'V261119000004', emails: ['many@example.com'], isOpen: true },
    { caseId: 'cas_e', reference: 'V261119000005', emails: ['many@example.com'], isOpen: true },
  ],
};
const mail = (over: Partial<MailHead>): MailHead => ({
  from: 'jo@example.com',
  subject: 'Hello',
  text: 'Hi',
  replyIds: [],
  ...over,
});
const match = (over: Partial<MailHead>) => matchMail(mail(over), known);

describe('the case of a mail', () => {
  it('is that of the letter it answers, whatever its subject says', () => {
    expect(match({ replyIds: ['<other>', '<a@us>'], subject: 'V261119000002' })).toEqual({
      caseId: 'cas_a',
      itemId: 'itm_a',
      by: 'reply',
      otherSender: false,
    });
  });

  it('is flagged when somebody else writes', () => {
    expect(match({ replyIds: ['<a@us>'], from: 'jo@evil.example' })).toMatchObject({
      caseId: 'cas_a',
      otherSender: true,
    });
    expect(match({ subject: 'V261119000002' })).toMatchObject({
      caseId: 'cas_b',
      by: 'reference',
      otherSender: true,
    });
  });

  it('is the one the subject names before those the text names', () => {
    const over = { subject: 'RE: v 261119000002!', text: 'V261119000001' };
    expect(match(over)).toMatchObject({ caseId: 'cas_b', by: 'reference' });
    expect(match({ text: 'about V261119000001.' })).toMatchObject({ caseId: 'cas_a', otherSender: false });
  });

  it('is not guessed between two', () => {
    expect(match({ from: 'x@y.example', subject: 'V261119000001 and V261119000002' })).toBeNull();
    expect(match({ from: 'many@example.com' })).toBeNull();
  });

  it('is the only open one of the sender', () => {
    expect(match({ from: 'noor@example.com' })).toEqual({
      caseId: 'cas_b',
      itemId: null,
      by: 'sender',
      otherSender: false,
    });
    expect(match({ from: 'stranger@example.com' })).toBeNull();
    expect(match({ from: '' })).toBeNull();
  });

  it('is not found by a letter that had none', () => {
    expect(match({ from: 'x@y.example', replyIds: ['<none@us>'] })).toBeNull();
  });
});

describe('references and ids', () => {
  it('are found in any spelling, each once, and not inside longer numbers', () => {
    expect(
      referencesIn('V261119000001 v-261119000001, V 261119000002; xV261119000003 V2611190000041'),
    ).toEqual(['V261119000001', 'V261119000002']);
    expect(messageIdsIn('<a@b> junk <c d> <e@f>')).toEqual(['<a@b>', '<e@f>']);
  });
});

describe('a machine', () => {
  const auto = (headers: Record<string, string>, from = 'jo@example.com') =>
    isAutomatic((name) => headers[name] ?? '', from);

  it.each([
    [{ 'auto-submitted': 'auto-replied' }],
    [{ 'auto-submitted': 'auto-generated; x=y' }],
    [{ precedence: 'bulk' }],
    [{ 'x-autoreply': 'yes' }],
    [{ 'list-id': '<news.example>' }],
  ])('is known by %o', (headers) => expect(auto(headers)).toBe(true));

  it('is not taken for a person, nor a person for one', () => {
    expect(auto({}, 'MAILER-DAEMON@mx.example')).toBe(true);
    expect(auto({ 'auto-submitted': 'no', precedence: 'first-class' })).toBe(false);
    expect(auto({})).toBe(false);
  });
});

describe('a delivery report', () => {
  it('says why, also over several lines', () => {
    expect(readBounce('Action: Failed\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp; 552\r\n full')).toEqual({
      action: 'failed',
      detail: '5.2.2 552 full',
    });
    expect(readBounce('Action: delivered')).toMatchObject({ action: 'other' });
    expect(readBounce('Reporting-MTA: x')).toBeNull();
  });
});

describe('quoted history', () => {
  it.each([
    ['Yes.\n\nOp wo 18 nov 2026 om 16:00 schreef Shop <a@b>:\n> Old'],
    ['Yes.\n\nAm 18.11.2026 um 16:00 schrieb Shop <a@b>:\n> Old'],
    ['Yes.\n\nLe mer. 18 nov. 2026 à 16:00, Shop <a@b> a écrit :\n> Old'],
    ['Yes.\n\nEl mié, 18 nov 2026 a las 16:00, Shop (<a@b>) escribió:\n> Old'],
    ['Yes.\n\n-----Ursprüngliche Nachricht-----\nOld'],
    ['Yes.\r\n\r\nDe : Shop <a@b>\r\nEnvoyé : mercredi\r\nOld'],
    ['Yes.\n\n> Old\n>\n> Older\n'],
  ])('is cut: %j', (text) => expect(withoutHistory(text)).toBe('Yes.'));

  it('stays where there is nothing else, and between answers', () => {
    expect(withoutHistory('> only this')).toBe('> only this');
    expect(withoutHistory('> Price?\nFine.\n> Box?\nNo.')).toBe('> Price?\nFine.\n> Box?\nNo.');
    expect(withoutHistory('On the back is a scratch.\nFrom: my desk')).toContain('scratch');
  });
});
