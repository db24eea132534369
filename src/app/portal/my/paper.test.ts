import { describe, expect, it } from 'vitest';
import { faultOfPdf } from './paper.ts';

const pdf = (body: string) => new Uint8Array(Buffer.from(`%PDF-1.4\n${body}\n%%EOF`));

describe('faultOfPdf', () => {
  it.each([
    ['1 0 obj <</Type /Page /Parent 2 0 R>> endobj', null],
    ['1 0 obj <</Type/Page/Parent 2 0 R>> endobj', null],
    ['5 0 obj <</Type/ObjStm/N 3>> endobj', null],
    ['1 0 obj <</Type /Pages /Count 0>> endobj', 'pdf_empty'],
    ['1 0 obj <</Type /Page>> endobj trailer <</Encrypt 9 0 R>>', 'pdf_locked'],
  ])('%s', (body, fault) => {
    expect(faultOfPdf(pdf(body))).toBe(fault);
  });

  it('leaves what is no PDF to others', () => {
    expect(faultOfPdf(new Uint8Array([0xff, 0xd8, 0xff]))).toBeNull();
  });
});
