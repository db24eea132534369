import { Liquid } from 'liquidjs';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../kernel/locale.ts';
import { needsLink, renderMessage, TEXTS } from './render.ts';
import { listingOf, MESSAGE_EVENTS, VARIABLES, type MessageData, type MessageEvent } from './rules.ts';
import { bareData, fullData, twoDevices } from './testing.ts';

const LINK = 'https://desk.example.com/l/Tok-en_1';
const EACH = LOCALES.flatMap((locale) => MESSAGE_EVENTS.map((event) => ({ locale, event })));

const DATA: Readonly<Record<string, MessageData>> = {
  'one device by mail': fullData(),
  'two devices by mail': twoDevices(),
  'in the store': twoDevices({ channel: 'in_store', method: 'cash', account: null, tracking: null }),
  'going back': fullData({ going_back: true, move: 'declare_lost' }),
  'one device without a price': twoDevices({
    devices: [...fullData().devices, { title: 'Old radio', number: 'RP-1-9', price: null }],
    total: 12_345,
  }),
  'nothing known': bareData(),
  'nothing known, in the store': bareData({ channel: 'in_store' }),
};

function all(event: MessageEvent, locale: Locale, data: MessageData): string {
  const { subject, text, html } = renderMessage(event, locale, data, LINK);
  return [subject, text, html.replace(/<style>[^]*<\/style>/, '')].join('\n');
}

describe.each(LOCALES)('letters in %s', (locale) => {
  it.each(Object.keys(DATA))('are whole sentences: %s', (name) => {
    for (const event of MESSAGE_EVENTS) {
      const { subject, text, html } = renderMessage(event, locale, DATA[name] ?? expect.fail(), LINK);
      for (const part of [subject, text]) {
        expect(part, event).not.toMatch(/undefined|null|NaN|\[object|[{}]|–|\(\)|\(,|<[a-z]/);
        expect(part, event).not.toMatch(/ {2}| [.,]|\.\.|,\.| $/m);
        if (locale !== 'fr') expect(part, event).not.toMatch(/ [:;!?]/);
      }
      expect(subject.length, event).toBeGreaterThan(3);
      expect(subject.length, event).toBeLessThan(90);
      expect(html, event).not.toMatch(/undefined|\bnull\b|NaN|\[object|\{\{|\{%/);
    }
  });

  it('use only the listed variables, in every branch', () => {
    const reader = new Liquid();
    for (const event of MESSAGE_EVENTS) {
      const { subject, body, button } = TEXTS[locale].texts[event];
      for (const text of [subject, body, button ?? ''])
        for (const name of reader.globalVariablesSync(text))
          expect(VARIABLES, `${event}: ${name}`).toContain(name);
    }
  });

  it('show money and days as people there write them', () => {
    const money = { en: '€123.45', nl: '€ 123,45', de: '123,45 €', fr: '123,45 €', es: '123,45 €' }[locale];
    const day = {
      en: '4 December 2026',
      nl: '4 december 2026',
      de: '4. Dezember 2026',
      fr: '4 décembre 2026',
      es: '4 de diciembre de 2026',
    }[locale];
    const visit = {
      en: 'Tuesday, 1 December 2026',
      nl: 'dinsdag 1 december 2026',
      de: 'Dienstag, 1. Dezember 2026',
      fr: 'mardi 1er décembre 2026',
      es: 'martes, 1 de diciembre de 2026',
    }[locale];
    const flat = (text: string) => text.replace(/\s/g, ' ');
    expect(flat(all('paid', locale, fullData()))).toContain(money);
    // 23:30 in UTC is the next day in Amsterdam.
    expect(flat(all('revised_offer', locale, fullData()))).toContain(day);
    expect(flat(all('offer_confirmed', locale, fullData({ channel: 'in_store' })))).toContain(visit);
  });

  it('say the day of a visit, whatever the zone of the shop', () => {
    for (const timezone of ['America/Los_Angeles', 'Pacific/Auckland']) {
      const data = fullData({ channel: 'in_store', timezone });
      expect(all('offer_confirmed', locale, data)).toMatch(
        /\b1(er|\.)?( de)? dec|\b1(er|\.)?( de)? d[eéi]|1 December/i,
      );
    }
  });

  it('say what matters where it is known', () => {
    const has = (event: MessageEvent, ...parts: string[]) => {
      const { text, html } = renderMessage(event, locale, fullData(), LINK);
      for (const part of parts) {
        expect(text, event).toContain(part);
        expect(html, event).toContain(part);
      }
    };
    has('in_transit', '3SABC123', 'RP-7K3Q9', LINK);
    has('cancelled', 'The screen has a crack');
    has('revised_offer', 'The screen has a crack', LINK);
    has('sent_back', '3SABC123', 'Post');
    has('paid', 'TX-99', 'NL91 **** 4300');
    has('payout_details_changed', 'NL91 **** 4300', '+31201234567');
    has('link_code', '482913');
    expect(renderMessage('link_code', locale, fullData(), '').subject).toContain('482913');
    expect(all('payout_details_changed', locale, fullData())).not.toContain(LINK);
  });

  it('list the devices where that helps: with prices, by title, or not at all', () => {
    for (const event of MESSAGE_EVENTS) {
      const { text } = renderMessage(event, locale, twoDevices(), LINK);
      const lines = text.split('\n').filter((line) => line.startsWith('- '));
      const listing = listingOf(event);
      expect(lines.length, event).toBe(listing === 'nothing' ? 0 : 2);
      expect(lines.join(' ').includes('200'), event).toBe(listing === 'prices');
    }
  });

  it('speak of one device or of several', () => {
    for (const event of [
      'received',
      'payout_ready',
      'sent_back',
      'withdrawn',
      'on_hold_activation_lock',
    ] as const)
      expect(renderMessage(event, locale, fullData(), LINK).text.split('\n- ')[0]).not.toBe(
        renderMessage(event, locale, twoDevices({ total: 12_345 }), LINK).text.split('\n- ')[0],
      );
  });
});

describe('languages', () => {
  it.each(MESSAGE_EVENTS)('each says “%s” in words of its own', (event) => {
    const bodies = LOCALES.map((locale) => TEXTS[locale].texts[event].body);
    expect(new Set(bodies).size).toBe(LOCALES.length);
    const buttons = LOCALES.map((locale) => TEXTS[locale].texts[event].button !== undefined);
    expect(new Set(buttons).size).toBe(1);
  });
});

describe('what people write into fields', () => {
  const EVIL = '<img src=x onerror=alert(1)>"\'</p><script>alert(2)</script>&{{ shop.email }}{% raw %}';
  const evil = (over: Partial<MessageData> = {}) =>
    fullData({
      shop: { name: EVIL, email: EVIL, phone: EVIL },
      customer: EVIL,
      reference: EVIL,
      devices: [{ title: EVIL, number: EVIL, price: 1 }],
      store: EVIL,
      reason: EVIL,
      carrier: EVIL,
      tracking: EVIL,
      account: EVIL,
      transaction: EVIL,
      code: EVIL,
      method: EVIL,
      ...over,
    });

  const OURS = new Set('!doctype html head meta title style body div p a br strong table tr td'.split(' '));

  it('is never markup and never a template, in any letter', () => {
    for (const { event, locale } of EACH)
      for (const channel of ['mail_in', 'in_store'] as const) {
        const { html } = renderMessage(event, locale, evil({ channel }), `https://x.example/l/"><b>`);
        const tags = [...html.matchAll(/<\/?\s*([a-z!]+)/gi)].map((tag) => tag[1] ?? '');
        expect(tags.filter((tag) => !OURS.has(tag))).toEqual([]);
        expect(html).not.toMatch(/="[^"]*<|\son\w+="/);
      }
    expect(renderMessage('cancelled', 'en', evil(), LINK).text).toContain('{{ shop.email }}');
  });

  it('cannot break a header or turn the reading direction', () => {
    const data = fullData({ code: '1\r\nBcc: all@example.com\u2028\u0000\u202egnp.exe', store: 'a\r\nb\tc' });
    const { subject } = renderMessage('link_code', 'en', data, LINK);
    expect(subject).toBe('1 Bcc: all@example.com gnp.exe is your code');
    expect(renderMessage('visit_reminder', 'en', data, LINK).subject).toBe('Your visit to a b c');
    const long = renderMessage('link_code', 'en', fullData({ code: 'x'.repeat(5_000) }), LINK);
    expect(long.subject.length).toBeLessThanOrEqual(200);
  });

  it('carries no advertisement into a mailbox somebody else typed in', () => {
    const data = fullData({
      customer: `Win now at https://evil.example/?a=1 and www.evil.example\n\n${'more '.repeat(100)}`,
      devices: [{ title: `HTTP://evil.example ${'x'.repeat(400)}`, number: '1', price: null }],
    });
    const { text } = renderMessage('quote_made', 'en', data, LINK);
    expect(text).not.toMatch(/https?:\/\/evil|www\./i);
    expect(
      Math.max(
        ...text
          .split('\n')
          .slice(0, 1)
          .map((line) => line.length),
      ),
    ).toBeLessThan(100);
  });

  it('of a nameless customer is greeted without a gap', () => {
    for (const locale of LOCALES) {
      const { text } = renderMessage('paid', locale, fullData({ customer: '' }), LINK);
      expect(text.split('\n')[0]).toBe(`${TEXTS[locale].words.hello},`);
    }
  });
});

describe('what a colleague adds to a question', () => {
  it('goes whole, as long as the question may be', () => {
    const reason = `${'Please send the front of the receipt. '.repeat(25)}And its date.`;
    for (const event of ['on_hold_proof_of_purchase', 'on_hold_activation_lock', 'on_hold_question'] as const)
      expect(renderMessage(event, 'en', fullData({ reason }), LINK).text).toContain('And its date.');
  });

  it('and a topic stay on their line', () => {
    const data = fullData({ topic: 'Your passport\n\nBcc: you' });
    expect(renderMessage('on_hold_question', 'en', data, LINK).text).toContain('Your passport Bcc: you');
  });
});

describe('a shop’s own template', () => {
  const own = (body: string, subject = 'Hello') =>
    renderMessage('paid', 'en', fullData(), LINK, { subject, body });

  it('takes the place of the built-in text, and keeps its button', () => {
    const { subject, text, html } = own(
      'Dear {{ customer }},\n\n<b>{{ total | money }}</b>',
      'For {{ customer }}',
    );
    expect(subject).toBe('For Jo Doe');
    expect(text).toContain('Dear Jo Doe,\n\n<b>€123.45</b>');
    expect(html).toContain('&#60;b&#62;€123.45');
    expect(text).toContain(LINK);
  });

  it('is told where it is broken', () => {
    expect(() => own('one\ntwo\n{{ nothing_known }}')).toThrow(/^body: .*nothing_known.*line:3/);
    expect(() => own('{% if total %}\nopen')).toThrow(/^body: .*line:1/);
    expect(() => own('fine', '{{ total | dollars }}')).toThrow(/^subject: .*dollars.*line:1/);
  });

  it.each([
    ['an endless loop', '\n{% for i in (1..100000000) %}x{% endfor %}'],
    [
      'loops in loops',
      '{% for i in (1..9000) %}{% for j in (1..9000) %}{% assign a = j %}{% endfor %}{% endfor %}',
    ],
    [
      'empty loops in loops',
      '{% for i in (1..9999) %}{% for j in (1..9999) %}{% for k in (1..9999) %}{% endfor %}{% endfor %}{% endfor %}',
    ],
    [
      'a text that doubles',
      '{% assign a = "xxxxxxxxxx" %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}',
    ],
    [
      'a huge output',
      '{% capture a %}{% for i in (1..5000) %}xxxxxxxxxxxxxxxxxxxxxxxxxxxx{% endfor %}{% endcapture %}{% for i in (1..5000) %}{{ a }}{% endfor %}',
    ],
    [
      'a text that grows by replacing',
      '{% assign a = "aaaaaaaaaa" %}{% for i in (1..20) %}{% assign a = a | replace: "a", "aaaaaaaaaa" %}{% endfor %}{{ a }}',
    ],
    ['a long template', 'x'.repeat(200_000)],
    ['deep nesting', `${'{% if total %}'.repeat(4_000)}x${'{% endif %}'.repeat(4_000)}`],
    ['reading a file', '{% include "package.json" %}'],
    ['reading a file another way', '{% render "../../../../etc/passwd" %}'],
    ['a layout', '{% layout "package.json" %}'],
    ['a way to the prototype', '{{ customer.constructor.constructor }}'],
    ['the prototype itself', '{{ shop.__proto__.polluted }}'],
    ['what all objects have', '{{ devices.constructor }}'],
    ['a wide date', '{{ due_at | date: "%999999999d" }}'],
    ['a filter that was taken out', '{{ "a" | split: "" | sort | json }}'],
  ])('%s ends within half a second, as an error', (_, body) => {
    const begun = performance.now();
    expect(() => own(body)).toThrow(/^body: /);
    expect(performance.now() - begun).toBeLessThan(500);
  });

  it('cannot change another letter', () => {
    own('{% assign locale = "de" %}{% assign currency = "JPY" %}{{ total | money }}');
    expect(own('{% assign locale = "xx" %}{{ total | money }}').text).toContain('€123.45');
    expect(own('{{ total | money }}').text).toContain('€123.45');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('asks for a link only where it shows one', () => {
    expect(needsLink('paid', 'en', null)).toBe(true);
    expect(needsLink('link_code', 'en', null)).toBe(false);
    expect(needsLink('payout_details_changed', 'en', null)).toBe(false);
    expect(needsLink('link_code', 'en', { subject: 'x', body: 'see {{ link }}' })).toBe(true);
  });
});

describe('speed', () => {
  it('renders many letters a second', () => {
    const begun = performance.now();
    for (const { event, locale } of EACH) renderMessage(event, locale, twoDevices(), LINK);
    for (const { event, locale } of EACH) renderMessage(event, locale, twoDevices(), LINK);
    // Alone on two cores it is some 5,000; tests share them.
    expect((2 * EACH.length) / ((performance.now() - begun) / 1000)).toBeGreaterThan(250);
  });
});
