/** What the bench checks: device numbers (IMEI, serial) and the checklist of a category. Pure. */
import { ok, refuse, type Outcome, type Refusal } from '../../kernel/outcome.ts';

/** The Luhn check digit over 14 digits: double every second digit from the left, sum the digits, to the next ten. */
export function luhnDigit(fourteen: string): string {
  let sum = 0;
  for (let i = 0; i < fourteen.length; i += 1) {
    const digit = Number(fourteen[i]);
    const weighed = i % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return String((10 - (sum % 10)) % 10);
}

export type Imei = { readonly imei: string; readonly from: 'imei' | 'computed' | 'imeisv' };

function badImei(code: string, why: string, field: string): Refusal {
  return refuse(code, why, 'invalid', { field });
}

/**
 * Reads an IMEI as people type or scan it: 15 digits with a right check digit, 14 digits (the check digit is
 * computed), or 16 (an IMEISV: software version, no check digit; 3GPP TS 23.003). Spaces, dashes and slashes are
 * allowed. Refuses `imei_length`, `imei_check_digit`, `imei_not_real`.
 */
export function readImei(text: string, field = 'imei'): Outcome<Imei> {
  const digits = text.replace(/[\s\-/.]/g, '');
  if (!/^\d+$/.test(digits)) return badImei('imei_length', 'An IMEI has digits only: 15 of them.', field);
  if (/^0+$/.test(digits))
    return badImei('imei_not_real', 'This is no device’s IMEI: it is all zeros.', field);
  if (digits.length === 15) {
    const right = luhnDigit(digits.slice(0, 14));
    if (digits[14] !== right)
      return badImei(
        'imei_check_digit',
        'One digit of this IMEI is wrong (the check digit does not fit). Read it again: *#06#.',
        field,
      );
    return ok({ imei: digits, from: 'imei' });
  }
  if (digits.length === 14) return ok({ imei: digits + luhnDigit(digits), from: 'computed' });
  if (digits.length === 16)
    return ok({ imei: digits.slice(0, 14) + luhnDigit(digits.slice(0, 14)), from: 'imeisv' });
  return badImei('imei_length', `An IMEI has 15 digits; this has ${digits.length}.`, field);
}

/** Reads a serial number: 4 to 40 letters, digits and dashes; written in capitals. Refuses `serial_malformed`. */
export function readSerial(text: string): Outcome<string> {
  const bare = text.trim().toUpperCase();
  if (!/^[A-Z0-9][A-Z0-9-]{2,38}[A-Z0-9]$/.test(bare))
    return refuse('serial_malformed', 'A serial number has 4 to 40 letters and digits.', 'invalid', {
      field: 'serial',
    });
  return ok(bare);
}

export type Category = 'phone' | 'tablet' | 'laptop' | 'watch';
export type CheckResult = 'pass' | 'fail' | 'not_applicable';
export type Check = { readonly id: string; readonly label: string };

const EVERYWHERE: readonly Check[] = [
  { id: 'powers_on', label: 'Powers on and starts up' },
  { id: 'not_locked', label: 'Signed out of the owner’s account, no activation lock' },
  { id: 'screen', label: 'Screen: no cracks, spots, lines or burn-in' },
  { id: 'touch', label: 'Touch reacts everywhere' },
  { id: 'body', label: 'Back and frame: no cracks or bends' },
  { id: 'battery', label: 'Battery charges and holds' },
  { id: 'buttons', label: 'Buttons and switches' },
  { id: 'speaker_microphone', label: 'Speaker and microphone' },
  { id: 'wifi_bluetooth', label: 'Wi-Fi and Bluetooth' },
  { id: 'water_damage', label: 'No sign of water inside' },
];

const CAMERAS: readonly Check[] = [
  { id: 'cameras', label: 'Front and back cameras' },
  { id: 'biometrics', label: 'Fingerprint or face unlock' },
];

/** The checks of each category, in the order a tester makes them. */
export const CHECKLISTS: Readonly<Record<Category, readonly Check[]>> = {
  phone: [...EVERYWHERE, ...CAMERAS, { id: 'sim', label: 'SIM slot reads a card, calls go through' }],
  tablet: [...EVERYWHERE, ...CAMERAS],
  laptop: [
    ...EVERYWHERE.map((c) => (c.id === 'touch' ? { id: 'keyboard', label: 'Keyboard and trackpad' } : c)),
    { id: 'ports', label: 'Every port works' },
    { id: 'camera', label: 'Webcam' },
  ],
  watch: [
    ...EVERYWHERE.filter((c) => c.id !== 'speaker_microphone'),
    { id: 'sensors', label: 'Heart rate and motion sensors' },
  ],
};

/** Names the checks that have no result yet. */
export function openChecks(
  category: Category,
  checks: Readonly<Record<string, { result: CheckResult } | undefined>>,
): string[] {
  return CHECKLISTS[category].filter((c) => !checks[c.id]).map((c) => c.id);
}
