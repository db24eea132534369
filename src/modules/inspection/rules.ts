/** What the bench checks: the checklist of a category. Pure. */

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
