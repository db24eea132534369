/** The questions about phones. */
import type { Question, Questions } from '../questions.ts';
import { texts } from '../questions.ts';
import {
  account,
  CRACKED,
  LIGHT_SCRATCHES,
  network,
  notSure,
  ownership,
  powersOn,
  PRESET_LABELS,
  surface,
} from './shared.ts';

export const screen = surface(
  'screen',
  texts(
    'How is the screen?',
    'Hoe is het scherm?',
    'Wie ist das Display?',
    'Dans quel état est l’écran ?',
    '¿Cómo está la pantalla?',
  ),
  LIGHT_SCRATCHES,
  {
    key: 'cracked',
    label: texts(
      'Cracked, or the picture has faults',
      'Gebarsten, of het beeld is niet goed',
      'Gesprungen oder Bildfehler',
      'Fissuré ou défauts d’affichage',
      'Agrietada o con fallos de imagen',
    ),
    detail: texts(
      'Cracks, lines, spots, dead pixels, or parts that do not feel your finger.',
      'Barsten, strepen, vlekken, dode pixels, of delen die je vinger niet voelen.',
      'Risse, Linien, Flecken, tote Pixel oder Stellen, die nicht auf Berührung reagieren.',
      'Fissures, lignes, taches, pixels morts ou zones qui ne réagissent pas.',
      'Grietas, líneas, manchas, píxeles muertos o zonas que no responden.',
    ),
  },
);

export const back = surface(
  'body',
  texts(
    'How are the back and the sides?',
    'Hoe zijn de achterkant en de zijkanten?',
    'Wie sind Rückseite und Kanten?',
    'Dans quel état sont le dos et les bords ?',
    '¿Cómo están la parte trasera y los bordes?',
  ),
  LIGHT_SCRATCHES,
  {
    key: 'cracked',
    label: CRACKED,
    detail: texts(
      'Cracked glass, a bent frame or deep dents.',
      'Gebarsten glas, een verbogen rand of diepe deuken.',
      'Gesprungenes Glas, verbogener Rahmen oder tiefe Dellen.',
      'Verre fissuré, châssis tordu ou bosses profondes.',
      'Cristal roto, marco doblado o golpes profundos.',
    ),
  },
);

export const battery: Question = {
  key: 'battery',
  label: texts(
    'How is the battery?',
    'Hoe is de batterij?',
    'Wie ist der Akku?',
    'Dans quel état est la batterie ?',
    '¿Cómo está la batería?',
  ),
  help: texts(
    'Many devices show its maximum capacity in the settings under Battery.',
    'Veel toestellen tonen de maximale capaciteit in de instellingen onder Batterij.',
    'Viele Geräte zeigen die maximale Kapazität in den Einstellungen unter Batterie.',
    'Souvent, la capacité maximale s’affiche dans les réglages, rubrique Batterie.',
    'Muchos dispositivos muestran la capacidad máxima en los ajustes, en Batería.',
  ),
  answers: [
    {
      key: 'healthy',
      label: texts('80 % or more', '80 % of meer', '80 % oder mehr', '80 % ou plus', '80 % o más'),
      effect: { kind: 'none' },
    },
    notSure({ kind: 'none' }),
    {
      key: 'weak',
      label: texts(
        'Below 80 %, or it drains fast',
        'Minder dan 80 %, of snel leeg',
        'Unter 80 % oder schnell leer',
        'Moins de 80 %, ou se vide vite',
        'Menos del 80 %, o dura poco',
      ),
      effect: { kind: 'percent', value: 10 },
    },
    {
      key: 'service',
      label: texts(
        'Swollen, or a service warning',
        'Opgezwollen, of een onderhoudsmelding',
        'Aufgebläht oder Servicehinweis',
        'Gonflée, ou alerte de réparation',
        'Hinchada, o aviso de servicio',
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
    'Calls, cameras, speakers, microphone, buttons, charging, Wi-Fi, fingerprint or face unlock.',
    'Bellen, camera’s, luidsprekers, microfoon, knoppen, opladen, wifi, vingerafdruk of gezichtsherkenning.',
    'Anrufe, Kameras, Lautsprecher, Mikrofon, Tasten, Laden, WLAN, Fingerabdruck oder Gesichtserkennung.',
    'Appels, appareils photo, haut-parleurs, micro, boutons, charge, Wi-Fi, empreinte ou visage.',
    'Llamadas, cámaras, altavoces, micrófono, botones, carga, wifi, huella o rostro.',
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
        'A speaker, microphone or button fails',
        'Een luidspreker, microfoon of knop doet het niet',
        'Ein Lautsprecher, Mikrofon oder Knopf ist defekt',
        'Un haut-parleur, un micro ou un bouton est en panne',
        'Falla un altavoz, micrófono o botón',
      ),
      effect: { kind: 'percent', value: 8 },
    },
    notSure({ kind: 'percent', value: 8 }),
    {
      key: 'camera',
      label: texts(
        'A camera, or fingerprint or face unlock fails',
        'Een camera, vingerafdruk of gezichtsherkenning doet het niet',
        'Kamera, Fingerabdruck oder Gesichtserkennung defekt',
        'Un appareil photo, l’empreinte ou le visage est en panne',
        'Falla una cámara, la huella o el rostro',
      ),
      effect: { kind: 'percent', value: 20 },
    },
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

const fine = {
  powers_on: 'yes',
  battery: 'healthy',
  functions: 'all',
  network: 'any',
  account: 'yes',
  ownership: 'mine',
};

export const phoneQuestions: Questions = {
  questions: [
    powersOn,
    screen,
    back,
    battery,
    functions,
    network,
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
