import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { prepareFile } from './prepare-file.ts';
import { MOST_FILE_BYTES, type FilePurpose } from './rules/files.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const picture = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } });

async function codeOf(bytes: Uint8Array, name: string, purpose: FilePurpose = 'photo'): Promise<string> {
  const outcome = await prepareFile({ bytes, name, purpose });
  return outcome.ok ? 'ok' : outcome.code;
}

/** A PNG that says it is this large and holds next to nothing. */
function pngThatClaims(width: number, height: number): Uint8Array {
  const chunk = (kind: string, body: Buffer) => {
    const head = Buffer.concat([Buffer.from(kind), body]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(body.length, 0);
    frame.writeUInt32BE(crc32(head), 4);
    return Buffer.concat([frame.subarray(0, 4), head, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk('IDAT', deflateSync(Buffer.alloc(1000)));
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', header), data, chunk('IEND', Buffer.alloc(0))]),
  );
}

/** A file that says by its first bytes which kind of HEIF it is, and holds no picture. */
function isoMedia(brand: string): Uint8Array {
  const size = Buffer.from([0, 0, 0, 24]);
  return new Uint8Array(
    Buffer.concat([size, Buffer.from(`ftyp${brand}\0\0\0\0${brand}mif1`), Buffer.alloc(300)]),
  );
}

describe('a photo', () => {
  it('is drawn anew: upright, no larger than needed, without what it tells of people', async () => {
    const taken = await picture(4000, 3000)
      .withExif({ IFD0: { Model: 'Pixel 9' }, IFD3: { GPSLatitude: '52/1 22/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const outcome = await prepareFile({ bytes: taken, name: 'IMG_0001.JPG', purpose: 'photo' });
    if (!outcome.ok) throw new Error(outcome.why);
    const kept = await sharp(outcome.value.bytes).metadata();
    expect(kept).toMatchObject({ format: 'jpeg', width: 1920, height: 2560 });
    expect(kept.exif).toBeUndefined();
    expect(Buffer.from(outcome.value.bytes).includes('Pixel 9')).toBe(false);
    expect(outcome.value).toMatchObject({
      mediaType: 'image/jpeg',
      name: 'IMG_0001.jpg',
      width: 1920,
      height: 2560,
    });
    expect((await sharp(outcome.value.preview ?? new Uint8Array()).metadata()).height).toBe(480);
  });

  it.each(['png', 'webp', 'avif'] as const)('may come as %s', async (format) => {
    const bytes = await picture().toFormat(format).toBuffer();
    expect(await codeOf(bytes, `photo.${format}`)).toBe('ok');
    expect(await codeOf(bytes, 'blob')).toBe('ok');
  });

  it('shows transparency as white, not as black', async () => {
    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    const outcome = await prepareFile({ bytes: clear, name: 'a.png', purpose: 'photo' });
    if (!outcome.ok) throw new Error(outcome.why);
    const { data } = await sharp(outcome.value.bytes).raw().toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(250);
  });
});

describe('what is refused, each with its reason', () => {
  it('nothing, and too much', async () => {
    expect(await codeOf(new Uint8Array(), 'a.jpg')).toBe('file_empty');
    expect(await codeOf(new Uint8Array(MOST_FILE_BYTES + 1), 'a.jpg')).toBe('file_too_large');
  });

  it('a PDF that is called a photo, and a PDF where a photo is wanted', async () => {
    const pdf = bytesOf('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n');
    expect(await codeOf(pdf, 'receipt.jpg', 'proof')).toBe('file_type_mismatch');
    expect(await codeOf(pdf, 'receipt.pdf', 'photo')).toBe('file_type_refused');
    expect(await codeOf(pdf, 'receipt.pdf', 'proof')).toBe('ok');
    expect(await codeOf(bytesOf('%PDF-1.7\n1 0 obj<<'), 'receipt.pdf', 'proof')).toBe('file_unreadable');
  });

  it('an SVG with a script, a page, a program, whatever they are called', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    for (const [text, name] of [
      [svg, 'a.svg'],
      [svg, 'a.jpg'],
      ['<!doctype html><script>alert(1)</script>', 'a.html'],
      ['#!/bin/sh\nrm -rf /', 'a.png'],
    ] as const)
      expect(await codeOf(bytesOf(text), name, 'proof')).toBe('file_type_refused');
  });

  it('a picture of 50,000 × 50,000 pixels, before it fills the memory', async () => {
    const before = process.memoryUsage().rss;
    expect(await codeOf(pngThatClaims(50_000, 50_000), 'a.png')).toBe('picture_too_large');
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024);
  });

  it.each([
    ['heic', 'IMG_0001.HEIC'],
    ['heic', 'renamed.jpg'],
    ['heix', 'IMG_0002.heic'],
    ['mif1', 'IMG_0003.heif'],
    ['hevc', 'live.heic'],
  ])('an iPhone’s %s photo (%s), saying what to do', async (brand, name) => {
    const outcome = await prepareFile({ bytes: isoMedia(brand), name, purpose: 'photo' });
    expect(outcome).toMatchObject({ ok: false, code: 'heic_unreadable', field: 'file' });
    expect(outcome.ok ? '' : outcome.why).toContain('Most Compatible');
  });

  it('a picture that is cut off', async () => {
    const whole = await picture(600, 600).png().toBuffer();
    expect(await codeOf(whole.subarray(0, 300), 'a.png')).toBe('file_unreadable');
  });

  it('nothing of what follows the picture: a page behind it is gone', async () => {
    const both = Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
    const outcome = await prepareFile({ bytes: both, name: '../../etc/passwd\u0000.jpg', purpose: 'photo' });
    if (!outcome.ok) throw new Error(outcome.why);
    expect(Buffer.from(outcome.value.bytes).includes('script')).toBe(false);
    expect(outcome.value.name).toBe('passwd.jpg');
  });
});
