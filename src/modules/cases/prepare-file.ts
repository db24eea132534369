/** From what somebody sent to what we keep: looked at by its bytes, pictures drawn anew without what they tell of people. */
import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { ok, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import {
  fitsEnding,
  FULL_SIDE,
  isHeic,
  mayBe,
  MOST_FILE_BYTES,
  MOST_PIXELS,
  PREVIEW_SIDE,
  shownName,
  type FilePurpose,
  type MediaType,
} from './rules/files.ts';

/** A file fit to be kept. Pictures are JPEG, upright, without EXIF; a preview comes with them. */
export type PreparedFile = {
  readonly purpose: FilePurpose;
  readonly name: string;
  readonly mediaType: MediaType;
  readonly bytes: Uint8Array;
  readonly preview: Uint8Array | null;
  readonly width: number | null;
  readonly height: number | null;
  /** Of the kept bytes, hex. */
  readonly sha256: string;
};

const no = (code: string, why: string): Refusal => refuse(code, why, 'invalid', { field: 'file' });

/** `file_too_large`, for whoever reads the bytes. */
export function tooLarge(): Refusal {
  return no('file_too_large', `A file may have at most ${MOST_FILE_BYTES / 1024 / 1024} MB.`);
}

/** What to do is said, as most who meet this have taken the photo a minute ago and can take it again. */
function heic(): Refusal {
  return no(
    'heic_unreadable',
    'This photo is in Apple’s HEIC format, which we cannot open. On the iPhone choose Settings › Camera › Formats › Most Compatible and take it again, or send it as JPEG.',
  );
}

/**
 * Looks at a file and makes what we keep of it. Refuses `file_empty`, `file_too_large`, `file_type_refused` (neither
 * a picture nor, where allowed, a PDF), `file_type_mismatch` (its ending says otherwise), `picture_too_large`,
 * `heic_unreadable` (an iPhone's format, where it cannot be drawn) and `file_unreadable`. Nothing is written.
 */
export async function prepareFile(input: {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly purpose: FilePurpose;
}): Promise<Outcome<PreparedFile>> {
  const { bytes, purpose } = input;
  if (bytes.byteLength === 0) return no('file_empty', 'This file is empty.');
  if (bytes.byteLength > MOST_FILE_BYTES) return tooLarge();
  const media = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (!mayBe(purpose, media))
    return no(
      'file_type_refused',
      purpose === 'photo' ? 'Send a photo: JPEG, PNG or WebP.' : 'Send a photo (JPEG, PNG, WebP) or a PDF.',
    );
  if (!fitsEnding(input.name, media) && isHeic(media)) return heic();
  if (!fitsEnding(input.name, media))
    return no('file_type_mismatch', 'This file is of another kind than its name says.');
  if (media === 'application/pdf') return keptPdf(bytes, input);
  const kept = await keptPicture(bytes, input);
  return !kept.ok && kept.code === 'file_unreadable' && isHeic(media) ? heic() : kept;
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function keptPdf(bytes: Uint8Array, input: { name: string; purpose: FilePurpose }): Outcome<PreparedFile> {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.byteLength - 2048))).toString('latin1');
  if (!tail.includes('%%EOF')) return no('file_unreadable', 'This PDF is cut off: send it again.');
  const name = shownName(input.name, 'document.pdf');
  const file = { purpose: input.purpose, name, mediaType: 'application/pdf' as const, bytes };
  return ok({ ...file, preview: null, width: null, height: null, sha256: digest(bytes) });
}

async function keptPicture(
  bytes: Uint8Array,
  input: { name: string; purpose: FilePurpose },
): Promise<Outcome<PreparedFile>> {
  // Loaded when the first picture comes: the library is large and most starts need none.
  const { default: sharp } = await import('sharp');
  const open = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: false });
  const fit = (side: number) =>
    open().rotate().resize(side, side, { fit: 'inside', withoutEnlargement: true });
  try {
    const about = await open().metadata();
    if (about.width * about.height > MOST_PIXELS)
      return no('picture_too_large', `A picture may have at most ${MOST_PIXELS / 1_000_000} million pixels.`);
    const white = { background: '#ffffff' };
    const full = await fit(FULL_SIDE)
      .flatten(white)
      .jpeg({ quality: 85 })
      .toBuffer({ resolveWithObject: true });
    const preview = await fit(PREVIEW_SIDE).flatten(white).jpeg({ quality: 72 }).toBuffer();
    const kept = new Uint8Array(full.data);
    return ok({
      purpose: input.purpose,
      name: shownName(input.name, 'photo.jpg').replace(/\.[A-Za-z0-9]{1,8}$/, '') + '.jpg',
      mediaType: 'image/jpeg',
      bytes: kept,
      preview: new Uint8Array(preview),
      width: full.info.width,
      height: full.info.height,
      sha256: digest(kept),
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    if (/pixel limit/i.test(why))
      return no('picture_too_large', `A picture may have at most ${MOST_PIXELS / 1_000_000} million pixels.`);
    return no(
      'file_unreadable',
      'This picture cannot be opened: it is damaged, or of a kind we cannot read.',
    );
  }
}
