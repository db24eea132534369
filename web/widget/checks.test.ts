import { describe, expect, it } from 'vitest';
import { afterContact, isEmail, isIban, nextOpen, openDays, stepOfField } from './checks.ts';
import { keyFor } from './state.ts';
import { de } from './texts/de.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';
import { fr } from './texts/fr.ts';
import { nl } from './texts/nl.ts';

describe('isIban', () => {
  it.each([
    'NL91 ABNA 0417 1643 00',
    'de89370400440532013000',
    'FR14 2004 1010 0505 0001 3M02 606',
    'ES91-2100-0418-4502-0005-1332',
  ])('takes %s', (text) => expect(isIban(text)).toBe(true));

  it('refuses every IBAN with one digit changed', () => {
    const sound = 'NL91ABNA0417164300';
    for (let at = 2; at < sound.length; at += 1) {
      const sign = sound[at] ?? '';
      if (!/\d/.test(sign)) continue;
      const wrong = sound.slice(0, at) + String((Number(sign) + 1) % 10) + sound.slice(at + 1);
      expect(isIban(wrong), wrong).toBe(false);
    }
  });

  it.each(['', 'NL91', 'hello', '91NLABNA0417164300'])('refuses “%s”', (text) =>
    expect(isIban(text)).toBe(false),
  );
});

describe('isEmail', () => {
  it.each(['a@b.co', 'jan.de+vries@mail.example.org'])('takes %s', (text) =>
    expect(isEmail(text)).toBe(true),
  );
  it.each(['', 'a', 'a@b', '@b.co', 'a@b..co', 'a b@c.de', 'a@b.c>'])('refuses “%s”', (text) =>
    expect(isEmail(text)).toBe(false),
  );
});

describe('openDays', () => {
  // A Thursday.
  const now = new Date(2026, 10, 5, 17, 30);

  it('leaves out closed days, and today once the store has closed', () => {
    const days = openDays({ thu: [['09:00', '17:00']], sat: [['10:00', '16:00']] }, now);
    expect(days.map((one) => one.day)).toEqual(['2026-11-07', '2026-11-12', '2026-11-14', '2026-11-19']);
    expect(days[0]?.hours).toBe('10:00–16:00');
  });

  it('offers today while the store is open', () => {
    expect(openDays({ thu: [['09:00', '18:00']] }, now)[0]?.day).toBe('2026-11-05');
  });

  it('offers every day from tomorrow on when no hours are known', () => {
    expect(
      openDays({}, now)
        .map((one) => one.day)
        .slice(0, 2),
    ).toEqual(['2026-11-06', '2026-11-07']);
  });
});

describe('the order of the steps', () => {
  it('asks what has no answer yet, in the order of the set', () => {
    const set = [{ key: 'power' }, { key: 'screen' }, { key: 'body' }];
    expect(nextOpen(set, {})?.key).toBe('power');
    expect(nextOpen(set, { power: 'yes', body: 'worn' })?.key).toBe('screen');
    expect(nextOpen(set, { power: 'yes', screen: 'worn', body: 'worn' })).toBeNull();
  });

  it('asks for an address only when something is sent', () => {
    expect(afterContact([{ minor: 40_000 }], 'mail_in')).toBe('address');
    expect(afterContact([{ minor: 40_000 }], 'in_store')).toBe('payout');
  });

  it('ends with the contact while a device has no price', () => {
    expect(afterContact([{ minor: 40_000 }, { minor: null }], 'mail_in')).toBe('done');
  });
});

describe('stepOfField', () => {
  it.each([
    ['payout.iban', 'payout'],
    ['payout', 'payout'],
    ['address.postal_code', 'address'],
    ['contact.email', 'contact'],
    ['phone', 'contact'],
    ['visit_on', 'day'],
    ['items.0.answers.screen', null],
    ['', null],
  ])('finds for “%s” the step %s', (field, step) => expect(stepOfField(field)).toBe(step));
});

describe('keyFor', () => {
  it('is the same for the same request, another for another, and long enough to be nobody else’s', () => {
    const holder = { key: '', keyed: '' };
    const first = keyFor(holder, { items: [1] });
    expect(first.length).toBeGreaterThanOrEqual(20);
    expect(first).toMatch(/^[\d-]+$/);
    expect(keyFor(holder, { items: [1] })).toBe(first);
    const other = keyFor(holder, { items: [2] });
    expect(other).not.toBe(first);
    expect(keyFor(holder, { items: [1] })).not.toBe(first);
  });
});

it('fills in the same values in every language', () => {
  const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted().join(' ');
  for (const [name, texts] of Object.entries({ nl, de, fr, es }))
    for (const [key, text] of Object.entries(en))
      expect(holes(texts[key as keyof typeof en]), `${name} ${key}`).toBe(holes(text));
});
