/** The questions about tablets. */
import type { Question, Questions } from '../questions.ts';
import { texts } from '../questions.ts';
import { back, battery, screen } from './phone.ts';
import { account, notSure, ownership, powersOn, PRESET_LABELS } from './shared.ts';

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
    'Cameras, speakers, buttons, charging, Wi-Fi and mobile data, pen and keyboard connection.',
    'Camera’s, luidsprekers, knoppen, opladen, wifi en mobiele data, pen en toetsenbordaansluiting.',
    'Kameras, Lautsprecher, Tasten, Laden, WLAN und Mobilfunk, Stift- und Tastaturanschluss.',
    'Appareils photo, haut-parleurs, boutons, charge, Wi-Fi et données mobiles, stylet et clavier.',
    'Cámaras, altavoces, botones, carga, wifi y datos, conexión de lápiz y teclado.',
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
      effect: { kind: 'percent', value: 12 },
    },
    notSure({ kind: 'percent', value: 12 }),
    {
      key: 'several',
      label: texts(
        'Several things, or it has been wet',
        'Meerdere dingen, of het is nat geweest',
        'Mehreres, oder es war nass',
        'Plusieurs choses, ou il a pris l’eau',
        'Varias cosas, o se ha mojado',
      ),
      effect: { kind: 'percent', value: 50 },
    },
  ],
};

const fine = { powers_on: 'yes', battery: 'healthy', functions: 'all', account: 'yes', ownership: 'mine' };

export const tabletQuestions: Questions = {
  questions: [powersOn, screen, back, battery, functions, account('Apple, Google, Samsung …'), ownership],
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
