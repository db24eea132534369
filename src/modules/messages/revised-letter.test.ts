import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../kernel/locale.ts';
import { renderMessage } from './render.ts';
import { fullData } from './testing.ts';

const revision = [
  {
    number: 'S10001',
    title: 'Apple iPhone 13, 128 GB',
    old_price: 19_500,
    price: 7_800,
    reasons: ['REASON'],
    note: 'A <b>crack</b>',
    differences: [{ question: 'QUESTION', told: 'TOLD', found: 'FOUND' }],
    silence: 'send_back',
    answer_by: '2026-12-05T09:00:00.000Z',
  },
];

describe.each(LOCALES)('the letter about a revised offer in %s', (locale) => {
  const letter = (silence: string) =>
    renderMessage(
      'revised_offer',
      locale,
      { ...fullData(), revision: revision.map((r) => ({ ...r, silence })) },
      'https://desk.example.com/l/x',
    );

  it('sets told beside found, with the reason, both prices and the link', () => {
    const { text, html } = letter('send_back');
    for (const part of ['QUESTION', 'TOLD', 'FOUND', 'REASON', '195', '78', 'https://desk.example.com/l/x'])
      expect(text).toContain(part);
    expect(html).not.toContain('<b>crack</b>');
  });

  it('says what silence means, each rule in words of its own', () => {
    const said = ['send_back', 'accept', 'hold'].map((silence) => letter(silence).text);
    expect(new Set(said).size).toBe(3);
  });
});
