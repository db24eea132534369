import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../kernel/locale.ts';
import { place } from '../../kernel/workflow.ts';
import { BUYBACK_IN_STORE } from '../../modules/cases/workflows/buyback-in-store.ts';
import { BUYBACK_MAIL_IN } from '../../modules/cases/workflows/buyback-mail-in.ts';
import { placeText, turnOf } from './my/story.ts';
import { CATALOGUES, isTextKey, sayIn, type TextKey } from './texts.ts';

/** Names of the values a message wants, from its parsed form. */
function valuesOf(message: string): string[] {
  const names = new Set<string>();
  const walk = (nodes: readonly unknown[]): void => {
    for (const node of nodes as {
      type: number;
      value?: string;
      options?: Record<string, { value: unknown[] }>;
    }[]) {
      // 0 is text, 7 the number sign of a plural.
      if (node.type !== 0 && node.type !== 7 && node.value !== undefined) names.add(node.value);
      for (const option of Object.values(node.options ?? {})) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(message, 'en').getAst());
  return [...names].toSorted();
}

describe('the catalogue', () => {
  it.each(LOCALES)('wants the same values in %s as in English', (locale) => {
    for (const key of Object.keys(CATALOGUES.en) as TextKey[])
      expect(valuesOf(CATALOGUES[locale][key]), key).toEqual(valuesOf(CATALOGUES.en[key]));
  });

  it('counts as each language does', () => {
    expect(sayIn('en')('basket.count', { count: 1 })).toBe('1 device');
    expect(sayIn('nl')('basket.count', { count: 2 })).toBe('2 toestellen');
    expect(sayIn('fr')('sell.found', { count: 0, q: 'x' })).toBe('Aucun appareil pour « x »');
  });

  it('keeps HTML in values as text', () => {
    expect(sayIn('en')('done.title', { name: '<b>{x}</b>' })).toBe('Thank you, <b>{x}</b>');
  });
});

describe.each([BUYBACK_MAIL_IN, BUYBACK_IN_STORE])('$id', (workflow) => {
  const places = workflow.stages.flatMap((stage) =>
    stage.statuses.map((status) => `${stage.id}/${status.id}`),
  );

  it.each(places)('says what %s means', (name) => {
    const { title, body } = placeText(sayIn('en'), place(name), 'mail_in');
    expect(title).toMatch(/^[A-Z]/);
    expect(body.length).toBeGreaterThan(15);
  });

  it('has words for every move a customer sees', () => {
    const silent = new Set(['pay_out', 'payout_corrected']);
    const missing = workflow.moves
      .map((move) => move.id)
      .filter((id) => !silent.has(id) && !isTextKey(`move.${id}`));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('knows whose turn it is everywhere', () => {
    for (const stage of workflow.stages)
      for (const status of stage.statuses)
        expect(['customer', 'us', 'carrier', 'nobody']).toContain(turnOf(status.next));
  });
});
