import { describe, expect, it } from 'vitest';
import { readBlockNumber, readBlockRows } from './block-list.ts';

describe('a number to block', () => {
  it.each([
    ['490154203237518', 'imei', '490154203237518'],
    ['49015420323751', 'imei', '490154203237518'],
    ['="490154203237518"', 'imei', '490154203237518'],
    ["'490154203237518", 'imei', '490154203237518'],
    [' c02xk1abjg5h ', 'serial', 'C02XK1ABJG5H'],
    ['12345678', 'serial', '12345678'],
  ])('%s is an %s', (text, kind, number) => {
    expect(readBlockNumber(text)).toEqual({ ok: true, value: { kind, number } });
  });

  it.each([
    ['4.90154E+14', 'number_rounded'],
    ['4,90154203237518E14', 'number_rounded'],
    ['490154203237517', 'imei_check_digit'],
    ['89049032000001000000043598612345', 'imei_is_eid'],
    ['000000000000000', 'imei_not_real'],
    ['=cmd|x!A1', 'serial_malformed'],
    ['abc', 'serial_malformed'],
  ])('%s is refused with %s', (text, code) => {
    expect(readBlockNumber(text)).toMatchObject({ ok: false, code, field: 'number' });
  });
});

describe('a list of numbers', () => {
  const rows = (...lines: string[][]) => lines.map((cells, at) => ({ line: at + 1, cells }));

  it('is read by its headings, in any order and language', () => {
    expect(
      readBlockRows(rows(['Grund', 'x', 'IMEI'], ['gestohlen', '', '490154203237518']), '').read,
    ).toEqual([{ line: 2, kind: 'imei', number: '490154203237518', reason: 'gestohlen' }]);
  });

  it('without headings is a number and a reason', () => {
    expect(
      readBlockRows(rows(['490154203237518', 'stolen'], ['356938035643809']), 'Police list').read,
    ).toEqual([
      { line: 1, kind: 'imei', number: '490154203237518', reason: 'stolen' },
      { line: 2, kind: 'imei', number: '356938035643809', reason: 'Police list' },
    ]);
  });

  it('says of every row it refuses why', () => {
    const { read, refused } = readBlockRows(
      rows(
        ['number', 'reason'],
        ['', 'x'],
        ['490154203237517', 'x'],
        ['490154203237518', ''],
        ['C02XK1ABJG5H', 'a'],
        ['c02xk1abjg5h', 'b'],
      ),
      '',
    );
    expect(read.map((one) => one.line)).toEqual([5]);
    expect(refused.map(({ line, code }) => [line, code])).toEqual([
      [2, 'number_missing'],
      [3, 'imei_check_digit'],
      [4, 'reason_missing'],
      [6, 'number_twice'],
    ]);
  });
});
