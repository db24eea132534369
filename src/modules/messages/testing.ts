/** For the tests of messages: what a letter is filled with. */
import type { MessageData } from './rules.ts';

const SHOP = { name: 'Second Spring', email: 'hello@secondspring.example', phone: '+31201234567' };
const PHONE = { title: 'Apple iPhone 13, 128 GB', number: 'RP-1-1', price: 12_345 };
const TABLET = { title: 'Apple iPad Air', number: 'RP-1-2', price: 20_000 };

/** A letter that has every value, about one device; `over` changes it. */
export function fullData(over: Partial<MessageData> = {}): MessageData {
  return {
    shop: SHOP,
    customer: 'Jo Doe',
    reference: 'RP-7K3Q9',
    move: 'confirm',
    going_back: false,
    channel: 'mail_in',
    currency: 'EUR',
    timezone: 'Europe/Amsterdam',
    devices: [PHONE],
    total: 12_345,
    valid_until: '2026-12-05T09:00:00+00:00',
    due_at: '2026-12-03T23:30:00+00:00',
    visit_on: '2026-12-01',
    store: 'Amsterdam Centrum',
    reason: 'The screen has a crack',
    carrier: 'Post',
    tracking: '3SABC123',
    method: 'bank',
    account: 'NL91 **** 4300',
    transaction: 'TX-99',
    code: '482913',
    ...over,
  };
}

/** About two devices. */
export function twoDevices(over: Partial<MessageData> = {}): MessageData {
  return fullData({ devices: [PHONE, TABLET], total: 32_345, ...over });
}

/** A letter of which nothing is known that might be missing. */
export function bareData(over: Partial<MessageData> = {}): MessageData {
  return fullData({
    shop: { name: 'Second Spring', email: null, phone: null },
    customer: '',
    move: null,
    devices: [{ ...PHONE, price: null }],
    total: null,
    valid_until: null,
    due_at: null,
    visit_on: null,
    store: null,
    reason: null,
    carrier: null,
    tracking: null,
    method: null,
    account: null,
    transaction: null,
    ...over,
  });
}
