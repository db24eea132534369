/** What files a case may have: by purpose, size and kind. Pure. */

/** photo: of the device; proof: of the purchase; lock: about an activation lock; attachment: by staff; mail: came with a mail. */
export const FILE_PURPOSES = ['photo', 'proof', 'lock', 'attachment', 'mail'] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];
export type MediaType = 'image/jpeg' | 'application/pdf';

/** Largest file as it comes, in bytes. */
export const MOST_FILE_BYTES = 25 * 1024 * 1024;
/** Most pixels a picture may unpack to: a small file can hold a picture that fills the memory. */
export const MOST_PIXELS = 60_000_000;
/** Longest words under a photo, in characters. */
export const MOST_CAPTION = 300;
/** Longest side of a kept picture, and of its preview, in pixels. */
export const FULL_SIDE = 2560;
export const PREVIEW_SIDE = 480;

/** Endings that fit what the first bytes say. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jfif', 'jpe'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/avif': ['avif', 'heif', 'heic'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heic', 'heif'],
  'image/heic-sequence': ['heic', 'heif', 'heics'],
  'image/heif-sequence': ['heic', 'heif', 'heifs'],
  'application/pdf': ['pdf'],
};

/** What a file field offers to send; as HEIC is not named, an iPhone hands its photos over as JPEG. */
export const PICTURE_ACCEPT = 'image/jpeg,image/png,image/webp';

/** The format of iPhones: the library that draws pictures is free to be built without it, and mostly is. */
export function isHeic(media: string): boolean {
  return /^image\/hei[cf](-sequence)?$/.test(media);
}

/** A name without an ending claims nothing. */
export function fitsEnding(name: string, media: string): boolean {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  return ending === undefined || (ENDINGS[media] ?? []).includes(ending);
}

/** Only pictures and PDF; a photo of a device is a picture. */
export function mayBe(purpose: FilePurpose, media: string): boolean {
  if (media === 'application/pdf') return purpose !== 'photo';
  return media.startsWith('image/') && media in ENDINGS;
}

/** Papers of a person are sealed where they lie. */
export function isPersonal(purpose: FilePurpose): boolean {
  return purpose === 'proof' || purpose === 'lock' || purpose === 'mail';
}

/** The sender's name of a file, fit to be shown: no path, no control characters, at most 120 characters. */
export function shownName(name: string, fallback: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  // oxlint-disable-next-line no-control-regex -- control characters are what has to go
  const plain = last.replaceAll(/[\u0000-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '').trim();
  return (plain || fallback).slice(0, 120);
}
