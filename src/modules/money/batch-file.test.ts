import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { batchCsv, type BatchLine } from './batch-file.ts';

function aLine(change: Partial<BatchLine> = {}): BatchLine {
  return {
    reference: 'R-1',
    number: 1,
    holder: 'Jo Doe',
    iban: 'NL91ABNA0417164300',
    amountMinor: 12_345,
    currency: 'EUR',
    ...change,
  };
}

describe('batchCsv', () => {
  it('has one line per payout below a heading', () => {
    expect(batchCsv('B00001', [aLine()])).toBe(
      'batch,payout,reference,holder,iban,amount,currency,remittance\r\n' +
        'B00001,R-1/1,R-1,Jo Doe,NL91ABNA0417164300,123.45,EUR,Payout R-1/1\r\n',
    );
  });

  it('gives the same bytes each time', () => {
    const lines = [aLine(), aLine({ number: 2, holder: 'Ödön "Eddy", Ltd' })];
    expect(batchCsv('B00001', lines)).toBe(batchCsv('B00001', structuredClone(lines)));
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1'])(
    'neutralises the formula %j',
    (holder) => {
      const rows: string[][] = parse(batchCsv('B00001', [aLine({ holder })]));
      expect(rows[1]?.[3]?.startsWith("'")).toBe(true);
    },
  );

  it('survives commas, quotes and line ends in a name', () => {
    const holder = 'A, "B"\nC';
    const rows: string[][] = parse(batchCsv('B00001', [aLine({ holder })]));
    expect(rows).toHaveLength(2);
    expect(rows[1]?.[3]).toBe(holder);
  });
});
