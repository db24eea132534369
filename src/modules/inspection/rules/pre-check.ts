/** What our own records say about a device before anybody tests it. Pure. */
import { readBrand } from '../../catalog/rules/names/brands.ts';
import { isTestImei } from './numbers.ts';

export const CHECK_KINDS = [
  'number',
  'model',
  'seen_before',
  'block_list',
  'provider',
  'activation_lock',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];
export type Verdict = 'clean' | 'hit' | 'unknown';

/** What a check came to: `code` is stable and shown in the reader's language, `detail` says it in English. */
export type Finding = {
  readonly kind: CheckKind;
  readonly verdict: Verdict;
  readonly detail: string;
  readonly evidence: Readonly<Record<string, unknown>> & { readonly code: string };
};

/** A device and what it was said to be. */
export type Subject = {
  readonly item_id: string;
  readonly case_id: string;
  readonly title: string;
  readonly category: string;
  readonly model_id: string | null;
  readonly model: string | null;
  readonly brand: string | null;
  readonly unit_id: string | null;
  readonly imei: string | null;
  readonly imei2: string | null;
  readonly serial: string | null;
};

/** Another item behind the same device. */
export type Life = {
  readonly item_id: string;
  readonly item_number: string;
  readonly case_id: string;
  readonly reference: string;
  readonly is_open: boolean;
};

/** Devices we know with the same type code, counted by what they turned out to be. */
export type TypeHint = { readonly model_id: string; readonly name: string; readonly devices: number };

export type Blocked = { readonly id: string; readonly number: string; readonly reason: string };

/** The brand as the catalogue writes it, or as the title gives it away; empty when neither tells. */
export function brandOf(subject: Pick<Subject, 'brand' | 'title'>): string {
  return subject.brand ?? readBrand('', subject.title) ?? '';
}

/** Is there a number, and can it be a real device's? */
export function checkNumber(subject: Subject): Finding {
  const { imei, imei2, serial } = subject;
  const say = (verdict: Verdict, code: string, detail: string): Finding => ({
    kind: 'number',
    verdict,
    detail,
    evidence: { code, imei, imei2, serial },
  });
  if (!imei && !serial) return say('unknown', 'number_missing', 'No number is recorded yet.');
  if ([imei, imei2].some((one) => one !== null && isTestImei(one)))
    return say('hit', 'number_test', 'This IMEI is a test device’s; no shop sells one.');
  if (!imei && subject.category === 'phone')
    return say('unknown', 'number_serial_only', 'A phone without IMEI: only its serial number is known.');
  return imei
    ? say(
        'clean',
        imei2 ? 'number_both' : 'number_imei',
        imei2 ? 'Both IMEIs are valid.' : 'The IMEI is valid.',
      )
    : say('clean', 'number_serial', 'The serial number is recorded.');
}

/** Was this device here before? Open elsewhere is a hit: nobody can sell us the same phone twice at once. */
export function checkSeen(subject: Subject, lives: readonly Life[]): Finding {
  const seen = lives.map(({ item_id, item_number, case_id, reference, is_open }) => ({
    item_id,
    item_number,
    case_id,
    reference,
    is_open,
  }));
  const say = (verdict: Verdict, code: string, detail: string): Finding => ({
    kind: 'seen_before',
    verdict,
    detail,
    evidence: { code, seen },
  });
  if (!subject.unit_id) return say('unknown', 'seen_unknown', 'Without a number nobody can tell.');
  const open = lives.filter((one) => one.is_open);
  if (open.length > 0)
    return say(
      'hit',
      'seen_open',
      `Open at the same time: ${open.map((one) => one.item_number).join(', ')}.`,
    );
  return lives.length > 0
    ? say('clean', 'seen_closed', `Was here before: ${lives.map((one) => one.item_number).join(', ')}.`)
    : say('clean', 'seen_never', 'Never seen before.');
}

/** Is any of its numbers on our own block list? */
export function checkBlocked(subject: Subject, blocked: readonly Blocked[]): Finding {
  const say = (verdict: Verdict, code: string, detail: string): Finding => ({
    kind: 'block_list',
    verdict,
    detail,
    evidence: { code, blocked: blocked.map(({ id, number, reason }) => ({ id, number, reason })) },
  });
  if (blocked.length > 0)
    return say(
      'hit',
      'blocked',
      blocked
        .map((one) => `${one.number}: ${one.reason}`)
        .join(' · ')
        .slice(0, 500),
    );
  return subject.unit_id
    ? say('clean', 'not_blocked', 'Not on our block list.')
    : say('unknown', 'block_unknown', 'Without a number nobody can tell.');
}

/** So many other devices of the same type must agree before a difference counts as found. */
const ENOUGH = 3;

/**
 * Declared against what the type code in the IMEI was on other devices of ours. Few or disagreeing devices make no
 * finding: the bench looks and says.
 */
export function checkModel(subject: Subject, hints: readonly TypeHint[]): Finding {
  const [best, ...rest] = hints.toSorted((a, b) => b.devices - a.devices);
  const say = (verdict: Verdict, code: string, detail: string): Finding => ({
    kind: 'model',
    verdict,
    detail,
    evidence: {
      code,
      declared: subject.model ?? subject.title,
      found: best?.name ?? null,
      devices: best?.devices ?? 0,
    },
  });
  if (!best) return say('unknown', 'model_unknown', 'The IMEI’s type is new to us: look at the device.');
  if (best.model_id === subject.model_id)
    return say('clean', 'model_same', `Its IMEI is of a ${best.name}, as declared.`);
  const sure = rest.length === 0 && best.devices >= ENOUGH && subject.model_id !== null;
  return sure
    ? say(
        'hit',
        'model_other',
        `Declared as ${subject.model ?? subject.title}; its IMEI is of a ${best.name}.`,
      )
    : say('unknown', 'model_hint', `Its IMEI may be of a ${best.name}: look at the device.`);
}
