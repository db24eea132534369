/** The questions about smart watches. */
import type { Question, Questions } from '../questions.ts';
import { texts } from '../questions.ts';
import { battery, screen } from './phone.ts';
import { account, LIGHT_SCRATCHES, notSure, ownership, powersOn, PRESET_LABELS, surface } from './shared.ts';

const body = surface(
  'body',
  texts(
    'How are the case and the back?',
    'Hoe zijn de kast en de achterkant?',
    'Wie sind Gehäuse und Rückseite?',
    'Dans quel état sont le boîtier et le dos ?',
    '¿Cómo están la caja y la parte trasera?',
  ),
  LIGHT_SCRATCHES,
  {
    key: 'damaged',
    label: texts(
      'Deep dents, or the back is cracked or loose',
      'Diepe deuken, of de achterkant is gebarsten of los',
      'Tiefe Dellen, oder die Rückseite ist gesprungen oder lose',
      'Bosses profondes, ou dos fissuré ou décollé',
      'Golpes profundos, o la parte trasera rota o suelta',
    ),
  },
);

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
    'Crown, buttons, heart-rate sensor, speaker, pairing, charging.',
    'Kroon, knoppen, hartslagsensor, luidspreker, koppelen, opladen.',
    'Krone, Tasten, Herzfrequenzsensor, Lautsprecher, Koppeln, Laden.',
    'Couronne, boutons, capteur cardiaque, haut-parleur, jumelage, charge.',
    'Corona, botones, sensor de pulso, altavoz, enlace, carga.',
  ),
  answers: [
    {
      key: 'all',
      label: texts('Yes, everything', 'Ja, alles', 'Ja, alles', 'Oui, tout', 'Sí, todo'),
      effect: { kind: 'none' },
    },
    {
      key: 'one',
      label: texts(
        'One thing fails',
        'Eén ding doet het niet',
        'Eines ist defekt',
        'Une chose est en panne',
        'Falla una cosa',
      ),
      effect: { kind: 'percent', value: 20 },
    },
    notSure({ kind: 'percent', value: 20 }),
    {
      key: 'several',
      label: texts(
        'Several things fail',
        'Meerdere dingen doen het niet',
        'Mehreres ist defekt',
        'Plusieurs choses sont en panne',
        'Fallan varias cosas',
      ),
      effect: { kind: 'percent', value: 55 },
    },
  ],
};

const accessories: Question = {
  key: 'accessories',
  label: texts(
    'Are a strap and the charging cable with it?',
    'Zitten een bandje en de oplaadkabel erbij?',
    'Sind ein Armband und das Ladekabel dabei?',
    'Un bracelet et le câble de charge sont-ils fournis ?',
    '¿Incluye una correa y el cable de carga?',
  ),
  answers: [
    {
      key: 'both',
      label: texts('Yes, both', 'Ja, allebei', 'Ja, beides', 'Oui, les deux', 'Sí, ambos'),
      effect: { kind: 'none' },
    },
    {
      key: 'one',
      label: texts('One of them', 'Een van de twee', 'Eines davon', 'L’un des deux', 'Uno de los dos'),
      effect: { kind: 'amount', minor: 500 },
    },
    {
      key: 'none',
      label: texts('Neither', 'Geen van beide', 'Keines davon', 'Aucun', 'Ninguno'),
      effect: { kind: 'amount', minor: 1000 },
    },
  ],
};

const fine = {
  powers_on: 'yes',
  battery: 'healthy',
  functions: 'all',
  accessories: 'both',
  account: 'yes',
  ownership: 'mine',
};

export const watchQuestions: Questions = {
  questions: [
    powersOn,
    screen,
    body,
    battery,
    functions,
    accessories,
    account('Apple, Google, Samsung …'),
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
