/** The questions about laptops. */
import type { Question, Questions } from '../questions.ts';
import { texts } from '../questions.ts';
import { screen } from './phone.ts';
import { account, LIGHT_SCRATCHES, notSure, ownership, powersOn, PRESET_LABELS, surface } from './shared.ts';

const body = surface(
  'body',
  texts(
    'How is the case?',
    'Hoe is de behuizing?',
    'Wie ist das Gehäuse?',
    'Dans quel état est le boîtier ?',
    '¿Cómo está la carcasa?',
  ),
  LIGHT_SCRATCHES,
  {
    key: 'damaged',
    label: texts(
      'Cracked, bent or a broken hinge',
      'Gebarsten, verbogen of een kapot scharnier',
      'Gesprungen, verbogen oder Scharnier gebrochen',
      'Fissuré, tordu ou charnière cassée',
      'Agrietada, doblada o bisagra rota',
    ),
  },
);

const battery: Question = {
  key: 'battery',
  label: texts(
    'How long does the battery last?',
    'Hoe lang gaat de batterij mee?',
    'Wie lange hält der Akku?',
    'Combien de temps tient la batterie ?',
    '¿Cuánto dura la batería?',
  ),
  answers: [
    {
      key: 'healthy',
      label: texts(
        'Three hours or more',
        'Drie uur of langer',
        'Drei Stunden oder länger',
        'Trois heures ou plus',
        'Tres horas o más',
      ),
      effect: { kind: 'none' },
    },
    notSure({ kind: 'none' }),
    {
      key: 'weak',
      label: texts(
        'Less than three hours',
        'Minder dan drie uur',
        'Weniger als drei Stunden',
        'Moins de trois heures',
        'Menos de tres horas',
      ),
      effect: { kind: 'percent', value: 10 },
    },
    {
      key: 'service',
      label: texts(
        'Only on the charger, or swollen',
        'Alleen aan de lader, of opgezwollen',
        'Nur am Netzteil, oder aufgebläht',
        'Seulement branché, ou gonflée',
        'Solo enchufado, o hinchada',
      ),
      effect: { kind: 'percent', value: 20 },
    },
  ],
};

const functions: Question = {
  key: 'functions',
  label: texts(
    'Does everything else work?',
    'Werkt al het andere?',
    'Funktioniert alles andere?',
    'Tout le reste fonctionne-t-il ?',
    '¿Funciona todo lo demás?',
  ),
  help: texts(
    'Keyboard, trackpad, ports, speakers, camera, Wi-Fi.',
    'Toetsenbord, trackpad, poorten, luidsprekers, camera, wifi.',
    'Tastatur, Trackpad, Anschlüsse, Lautsprecher, Kamera, WLAN.',
    'Clavier, pavé tactile, ports, haut-parleurs, caméra, Wi-Fi.',
    'Teclado, panel táctil, puertos, altavoces, cámara, wifi.',
  ),
  answers: [
    {
      key: 'all',
      label: texts('Yes, everything', 'Ja, alles', 'Ja, alles', 'Oui, tout', 'Sí, todo'),
      effect: { kind: 'none' },
    },
    {
      key: 'minor',
      label: texts(
        'A port, speaker or the camera fails',
        'Een poort, luidspreker of de camera doet het niet',
        'Ein Anschluss, Lautsprecher oder die Kamera ist defekt',
        'Un port, un haut-parleur ou la caméra est en panne',
        'Falla un puerto, altavoz o la cámara',
      ),
      effect: { kind: 'percent', value: 10 },
    },
    notSure({ kind: 'percent', value: 10 }),
    {
      key: 'keyboard',
      label: texts(
        'The keyboard or trackpad fails',
        'Het toetsenbord of de trackpad doet het niet',
        'Tastatur oder Trackpad defekt',
        'Le clavier ou le pavé tactile est en panne',
        'Falla el teclado o el panel táctil',
      ),
      effect: { kind: 'percent', value: 25 },
    },
    {
      key: 'several',
      label: texts(
        'Several things, or liquid got in',
        'Meerdere dingen, of er is vocht in gekomen',
        'Mehreres, oder Flüssigkeit ist eingedrungen',
        'Plusieurs choses, ou du liquide est entré',
        'Varias cosas, o entró líquido',
      ),
      effect: { kind: 'percent', value: 55 },
    },
  ],
};

const accessories: Question = {
  key: 'accessories',
  label: texts(
    'Is the charger with it?',
    'Zit de lader erbij?',
    'Ist das Netzteil dabei?',
    'Le chargeur est-il fourni ?',
    '¿Incluye el cargador?',
  ),
  answers: [
    {
      key: 'charger',
      label: texts(
        'Yes, the original',
        'Ja, de originele',
        'Ja, das Original',
        'Oui, d’origine',
        'Sí, el original',
      ),
      effect: { kind: 'none' },
    },
    { key: 'none', label: texts('No', 'Nee', 'Nein', 'Non', 'No'), effect: { kind: 'amount', minor: 1500 } },
  ],
};

const fine = {
  powers_on: 'yes',
  battery: 'healthy',
  functions: 'all',
  accessories: 'charger',
  account: 'yes',
  ownership: 'mine',
};

export const laptopQuestions: Questions = {
  questions: [
    powersOn,
    screen,
    body,
    battery,
    functions,
    accessories,
    account('Apple, Microsoft …'),
    ownership,
  ],
  presets: [
    {
      key: 'like_new',
      label: PRESET_LABELS.like_new,
      answers: { ...fine, screen: 'like_new', body: 'like_new' },
    },
    { key: 'used', label: PRESET_LABELS.used, answers: { ...fine, screen: 'worn', body: 'worn' } },
    { key: 'cracked', label: PRESET_LABELS.cracked, answers: { ...fine, screen: 'cracked', body: 'worn' } },
  ],
};
