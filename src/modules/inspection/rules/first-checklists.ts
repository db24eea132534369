/**
 * The checklists a new shop begins with. Each category has questions of its own, so a check says only what a failure
 * means; `LINKS` has the question and the answer of the category for it.
 */
import { texts } from '../../catalog/rules/questions.ts';
import { CHECKLISTS, type Category } from '../rules.ts';
import type { ChecklistBody, ListedCheck } from './checklist.ts';

/** What a failed check says about the device, whatever its category asks. */
type Says = 'dead' | 'screen' | 'body' | 'battery' | 'part' | 'costly_part' | 'wet';

/** Question and answer of each category's first question set. */
const LINKS: Readonly<Record<Category, Readonly<Record<Says, readonly [string, string]>>>> = {
  phone: {
    dead: ['powers_on', 'no'],
    screen: ['screen', 'cracked'],
    body: ['body', 'cracked'],
    battery: ['battery', 'weak'],
    part: ['functions', 'minor'],
    costly_part: ['functions', 'camera'],
    wet: ['functions', 'several'],
  },
  tablet: {
    dead: ['powers_on', 'no'],
    screen: ['screen', 'cracked'],
    body: ['body', 'cracked'],
    battery: ['battery', 'weak'],
    part: ['functions', 'one'],
    costly_part: ['functions', 'one'],
    wet: ['functions', 'several'],
  },
  laptop: {
    dead: ['powers_on', 'no'],
    screen: ['screen', 'cracked'],
    body: ['body', 'damaged'],
    battery: ['battery', 'weak'],
    part: ['functions', 'minor'],
    costly_part: ['functions', 'keyboard'],
    wet: ['functions', 'several'],
  },
  watch: {
    dead: ['powers_on', 'no'],
    screen: ['screen', 'cracked'],
    body: ['body', 'damaged'],
    battery: ['battery', 'weak'],
    part: ['functions', 'one'],
    costly_part: ['functions', 'one'],
    wet: ['functions', 'several'],
  },
};

type Known = Pick<ListedCheck, 'label' | 'axis' | 'on_fail'> & {
  readonly says?: Says;
  /** True for damage a photo can show: the seller sees why the price is another. */
  readonly seen?: boolean;
};

const KNOWN: Readonly<Record<string, Known>> = {
  powers_on: {
    label: texts(
      'Powers on and starts up',
      'Gaat aan en start op',
      'Geht an und startet',
      'S’allume et démarre',
      'Enciende y arranca',
    ),
    axis: 'functional',
    on_fail: { functional: 'dead' },
    says: 'dead',
  },
  not_locked: {
    label: texts(
      'Signed out of the owner’s account, no activation lock',
      'Uitgelogd bij de eigenaar, geen activeringsslot',
      'Vom Konto abgemeldet, keine Aktivierungssperre',
      'Déconnecté du compte, pas de verrouillage',
      'Sesión cerrada, sin bloqueo de activación',
    ),
    axis: 'none',
    on_fail: {},
  },
  screen: {
    label: texts(
      'Screen: no cracks, spots, lines or burn-in',
      'Scherm: geen barsten, vlekken, strepen of inbranding',
      'Display: keine Risse, Flecken, Streifen, kein Einbrennen',
      'Écran : ni fissures, ni taches, ni lignes',
      'Pantalla: sin grietas, manchas ni líneas',
    ),
    axis: 'cosmetic',
    on_fail: { cosmetic: 'D' },
    says: 'screen',
    seen: true,
  },
  touch: {
    label: texts(
      'Touch reacts everywhere',
      'Aanraking reageert overal',
      'Berührung reagiert überall',
      'Le tactile répond partout',
      'El táctil responde en todas partes',
    ),
    axis: 'functional',
    on_fail: { functional: 'faulty' },
    says: 'screen',
  },
  body: {
    label: texts(
      'Back and frame: no cracks or bends',
      'Achterkant en frame: geen barsten of deuken',
      'Rückseite und Rahmen: keine Risse, nicht verbogen',
      'Dos et cadre : ni fissures ni torsion',
      'Trasera y marco: sin grietas ni dobleces',
    ),
    axis: 'cosmetic',
    on_fail: { cosmetic: 'D' },
    says: 'body',
    seen: true,
  },
  battery: {
    label: texts(
      'Battery charges and holds',
      'Accu laadt en houdt vast',
      'Akku lädt und hält',
      'La batterie charge et tient',
      'La batería carga y aguanta',
    ),
    axis: 'functional',
    on_fail: { functional: 'faulty' },
    says: 'battery',
  },
  buttons: {
    label: texts(
      'Buttons and switches',
      'Knoppen en schakelaars',
      'Tasten und Schalter',
      'Boutons et interrupteurs',
      'Botones e interruptores',
    ),
    axis: 'functional',
    on_fail: { functional: 'faulty' },
    says: 'part',
  },
  speaker_microphone: {
    label: texts(
      'Speaker and microphone',
      'Luidspreker en microfoon',
      'Lautsprecher und Mikrofon',
      'Haut-parleur et micro',
      'Altavoz y micrófono',
    ),
    axis: 'functional',
    on_fail: { functional: 'faulty' },
    says: 'part',
  },
  wifi_bluetooth: {
    label: texts(
      'Wi-Fi and Bluetooth',
      'Wifi en bluetooth',
      'WLAN und Bluetooth',
      'Wi-Fi et Bluetooth',
      'Wi-Fi y Bluetooth',
    ),
    axis: 'functional',
    on_fail: { functional: 'faulty' },
    says: 'part',
  },
  sim: {
    label: texts(
      'SIM slot reads a card, calls go through',
      'Simslot leest een kaart, bellen lukt',
      'SIM-Fach liest, Anrufe gehen',
      'La SIM est lue, les appels passent',
      'La SIM se lee, las llamadas van',
    ),
    axis: 'functional',
    on_fail: { functional: 'faulty' },
    says: 'part',
  },
  keyboard: {
    label: texts(
      'Keyboard and trackpad',
      'Toetsenbord en trackpad',
      'Tastatur und Trackpad',
      'Clavier et pavé tactile',
      'Teclado y panel táctil',
    ),
    axis: 'functional',
    on_fail: { functional: 'faulty' },
    says: 'costly_part',
  },
  ports: {
    label: texts(
      'Every port works',
      'Elke poort werkt',
      'Jeder Anschluss geht',
      'Chaque port fonctionne',
      'Todos los puertos funcionan',
    ),
    axis: 'functional',
    on_fail: { functional: 'faulty' },
    says: 'part',
  },
  sensors: {
    label: texts(
      'Heart rate and motion sensors',
      'Hartslag- en bewegingssensoren',
      'Puls- und Bewegungssensoren',
      'Capteurs de pouls et de mouvement',
      'Sensores de pulso y movimiento',
    ),
    axis: 'functional',
    on_fail: { functional: 'faulty' },
    says: 'part',
  },
  cameras: {
    label: texts(
      'Front and back cameras',
      'Camera’s voor en achter',
      'Kameras vorn und hinten',
      'Caméras avant et arrière',
      'Cámaras delantera y trasera',
    ),
    axis: 'functional',
    on_fail: { functional: 'faulty' },
    says: 'costly_part',
  },
  camera: {
    label: texts('Webcam', 'Webcam', 'Webcam', 'Webcam', 'Cámara web'),
    axis: 'functional',
    on_fail: { functional: 'faulty' },
    says: 'part',
  },
  biometrics: {
    label: texts(
      'Fingerprint or face unlock',
      'Vingerafdruk of gezichtsherkenning',
      'Fingerabdruck oder Gesichtserkennung',
      'Empreinte ou reconnaissance faciale',
      'Huella o reconocimiento facial',
    ),
    axis: 'functional',
    on_fail: { functional: 'faulty' },
    says: 'costly_part',
  },
  water_damage: {
    label: texts(
      'No sign of water: indicator, ports, under the glass',
      'Geen spoor van water: indicator, poorten, onder het glas',
      'Keine Wasserspuren: Indikator, Anschlüsse, unter dem Glas',
      'Pas de trace d’eau : témoin, ports, sous le verre',
      'Sin rastro de agua: indicador, puertos, bajo el cristal',
    ),
    axis: 'functional',
    on_fail: { functional: 'faulty' },
    says: 'wet',
    seen: true,
  },
};

function listed(category: Category, id: string, known: Known): ListedCheck {
  const { says, seen, ...check } = known;
  const photo = seen ? ('on_fail' as const) : ('never' as const);
  if (!says) return { id, ...check, photo };
  const [question, answer_on_fail] = LINKS[category][says];
  return { id, ...check, question, answer_on_fail, photo };
}

/** Version 1 of a category's list. */
export function firstChecklist(category: Category): ChecklistBody {
  const checks = CHECKLISTS[category].flatMap(({ id }) => {
    const known = KNOWN[id];
    return known ? [listed(category, id, known)] : [];
  });
  return { checks, base: { cosmetic: 'A', functional: 'works' } };
}
