/** The checklists a new shop begins with. A link to a question a category does not ask has no effect. */
import { texts } from '../../catalog/rules/questions.ts';
import { CHECKLISTS, type Category } from '../rules.ts';
import type { ChecklistBody, ListedCheck } from './checklist.ts';

const KNOWN: Readonly<Record<string, Omit<ListedCheck, 'id' | 'photo'>>> = {
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
    question: 'powers_on',
    answer_on_fail: 'no',
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
    question: 'screen',
    answer_on_fail: 'cracked',
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
    question: 'screen',
    answer_on_fail: 'cracked',
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
    question: 'body',
    answer_on_fail: 'cracked',
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
    question: 'battery',
    answer_on_fail: 'weak',
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
    question: 'functions',
    answer_on_fail: 'minor',
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
    question: 'functions',
    answer_on_fail: 'minor',
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
    question: 'functions',
    answer_on_fail: 'minor',
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
    question: 'functions',
    answer_on_fail: 'minor',
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
    question: 'functions',
    answer_on_fail: 'minor',
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
    question: 'functions',
    answer_on_fail: 'minor',
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
    question: 'functions',
    answer_on_fail: 'minor',
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
    question: 'functions',
    answer_on_fail: 'camera',
  },
  camera: {
    label: texts('Webcam', 'Webcam', 'Webcam', 'Webcam', 'Cámara web'),
    axis: 'functional',
    on_fail: { functional: 'faulty' },
    question: 'functions',
    answer_on_fail: 'camera',
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
    question: 'functions',
    answer_on_fail: 'camera',
  },
  water_damage: {
    label: texts(
      'No sign of water inside',
      'Geen spoor van water binnenin',
      'Keine Wasserspuren innen',
      'Pas de trace d’eau à l’intérieur',
      'Sin rastro de agua dentro',
    ),
    axis: 'functional',
    on_fail: { functional: 'faulty' },
    question: 'functions',
    answer_on_fail: 'several',
  },
};

/** Version 1 of a category's list. */
export function firstChecklist(category: Category): ChecklistBody {
  const checks = CHECKLISTS[category].flatMap(({ id }) => {
    const known = KNOWN[id];
    return known ? [{ id, ...known, photo: 'never' as const }] : [];
  });
  return { checks, base: { cosmetic: 'A', functional: 'works' } };
}
