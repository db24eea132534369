/** What a letter tells of when no case is chosen: one device, every variable filled, nobody’s data. */
import type { MessageData } from '../modules/messages/rules.ts';

export const EXAMPLE_LETTER: MessageData = {
  shop: { name: 'Second Spring', email: 'hello@shop.example', phone: '+31201234567' },
  customer: 'Noor de Vries',
  reference: 'V261121000000',
  move: null,
  going_back: false,
  channel: 'mail_in',
  currency: 'EUR',
  timezone: 'Europe/Amsterdam',
  devices: [{ title: 'Apple iPhone 13, 128 GB', number: 'S10001', price: 19_500 }],
  total: 19_500,
  valid_until: '2026-12-05T12:00:00.000Z',
  due_at: '2026-12-05T12:00:00.000Z',
  visit_on: null,
  store: null,
  reason: null,
  carrier: 'Post',
  tracking: '3SABCD1234567',
  method: 'bank',
  account: 'NL91 **** 4300',
  transaction: 'TX-1',
  code: '123456',
};
