import { describe, expect, it } from 'vitest';
import type { ChecklistBody } from '../../../contract/inspection.ts';
import {
  bodyOf,
  draftOf,
  faultsByRow,
  filled,
  idsOf,
  isChanged,
  meaningOf,
  moved,
  removed,
  withMeaning,
  withNew,
  withQuestion,
  withRow,
  type Draft,
} from './draft.ts';

const label = (text: string) => ({ en: text, nl: text, de: text, fr: text, es: text });
const check = (id: string) => ({
  id,
  label: label(id),
  axis: 'cosmetic' as const,
  on_fail: { cosmetic: 'D' as const },
  question: 'screen',
  answer_on_fail: 'cracked',
  photo: 'never' as const,
});
const body: ChecklistBody = {
  checks: [check('one'), check('two'), check('three')],
  base: { cosmetic: 'A', functional: 'works' },
};
const ids = (draft: Draft) => bodyOf(draft).checks.map((one) => one.id);

function added(draft: Draft, text: string): Draft {
  const { draft: more, key } = withNew(draft);
  const row = more.rows.find((one) => one.key === key);
  if (!row) throw new Error('the new row is not there');
  return withRow(more, key, { check: { ...row.check, label: label(text) } });
}

describe('a checklist while it is edited', () => {
  const draft = draftOf(body);

  it('is what was published until something changes, and again when that is undone', () => {
    expect(isChanged(draft, body)).toBe(false);
    const down = moved(draft, 'one', 1);
    expect(isChanged(down, body)).toBe(true);
    expect(isChanged(moved(down, 'one', -1), body)).toBe(false);
    const linked = { ...withQuestion(withQuestion(check('one'), ''), 'screen'), answer_on_fail: 'cracked' };
    expect(isChanged(withRow(draft, 'one', { check: linked }), body)).toBe(false);
    expect(isChanged(withRow(draft, 'one', { check: { ...linked, photo: 'always' } }), body)).toBe(true);
  });

  it('moves a check over its neighbour, over what was removed, and not over the end', () => {
    expect(ids(moved(draft, 'three', -1))).toEqual(['one', 'three', 'two']);
    expect(moved(draft, 'one', -1)).toBe(draft);
    expect(moved(draft, 'three', 1)).toBe(draft);
    expect(ids(moved(removed(draft, 'two'), 'one', 1))).toEqual(['three', 'one']);
  });

  it('puts back what was removed; a new check is forgotten', () => {
    const without = removed(draft, 'two');
    expect(ids(without)).toEqual(['one', 'three']);
    expect(ids(withRow(without, 'two', { gone: false }))).toEqual(['one', 'two', 'three']);
    const { draft: more, key } = withNew(draft);
    expect(removed(more, key)).toEqual(draft);
  });

  it('names a new check by its English words, never like another', () => {
    expect(ids(added(draft, 'Stylus & pen: 2 tips'))[3]).toBe('stylus_pen_2_tips');
    expect(ids(added(draft, 'One'))[3]).toBe('one_2');
    expect(ids(added(removed(draft, 'one'), 'One'))[2]).toBe('one_2');
    expect(ids(added(added(draft, '…'), '3'))).toEqual(['one', 'two', 'three', 'check', 'check_2']);
    expect(ids(added(draft, 'x'.repeat(80)))[3]).toHaveLength(34);
    expect(idsOf(added(draft, 'Pen'), new Set(['two', 'new 4']))).toEqual(['two', 'pen']);
  });

  it('has one meaning of a failure at a time', () => {
    const dead = withMeaning(check('one'), 'dead');
    expect(dead).toMatchObject({ axis: 'functional', on_fail: { functional: 'dead' } });
    expect(meaningOf(dead)).toBe('dead');
    expect(withMeaning(dead, 'none')).toMatchObject({ axis: 'none', on_fail: {} });
    expect(meaningOf(withMeaning(dead, 'C'))).toBe('C');
  });

  it('asks for the answer anew when the question changes', () => {
    expect(withQuestion(check('one'), 'body')).toMatchObject({ question: 'body', answer_on_fail: '' });
    expect(withQuestion(check('one'), '')).not.toHaveProperty('answer_on_fail');
  });

  it('fills empty languages and leaves the others', () => {
    const half = { ...check('one'), label: { ...label(''), nl: 'Pen', de: 'Stift' } };
    expect(filled(half, 'nl').label).toEqual({ en: 'Pen', nl: 'Pen', de: 'Stift', fr: 'Pen', es: 'Pen' });
  });

  it('finds the row of a fault, whatever was removed before it', () => {
    const faults = [
      { field: 'checks', code: 'too_many', why: '' },
      { field: 'checks.1.label.fr', code: 'text_missing', why: '' },
      { field: 'checks.1.on_fail.cosmetic', code: 'no_grade', why: '' },
    ];
    const found = faultsByRow(removed(draft, 'one'), faults);
    expect([...found.keys()]).toEqual(['three']);
    expect(found.get('three')).toMatchObject({ 'label.fr': faults[1], on_fail: faults[2] });
  });
});
