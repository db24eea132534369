/** Words of an inspection: the suggested grade, whose it is, told beside found, two opinions. */
import type { Texts } from '../en.ts';

export const inspection: Texts['inspection'] = {
  suggested: (cosmetic: string, functional: string) => `Note selon les contrôles: ${cosmetic}, ${functional}`,
  because: (checks: string) => `En raison de: ${checks}`,
  otherGrade: 'une autre note demande une remarque',
  time: 'Temps passé',
  paused: 'en pause',
  note: 'Note',
  addNote: 'Ajouter une note',
  said: (answer: string) => `Vendeur : ${answer}`,
  differs: 'différent',
  version: 'Version constatée',
  asSaid: 'Comme le dit le vendeur',
  notLooked: 'Non vérifiée',
  accessories: 'Fourni avec',
  accessoryNames: {
    charger: 'Chargeur',
    cable: 'Câble',
    box: 'Boîte',
    pen: 'Stylet',
    keyboard: 'Clavier',
    strap: 'Bracelet',
  },
  here: 'Présent',
  missing: 'Manque',
  correct: 'Corriger une réponse à la main',
  correctHelp:
    'Les contrôles répondent aux questions posées au vendeur. S’ils ne disent pas tout, indiquez ici ce que vous avez constaté.',
  asChecked: 'Comme le disent les contrôles',
  somebody: 'Quelqu’un d’autre',
  held: (name: string, ago: string) => `${name} teste cet appareil, dernière activité ${ago}.`,
  heldNow: (name: string) => `${name} teste cet appareil en ce moment.`,
  begun: (when: string) => `Commencé le ${when}.`,
  lost: 'Votre dernière modification n’a pas été enregistrée.',
  takeOver: 'Reprendre',
  inspector: 'Inspecté par',
  beside: 'Annoncé et constaté',
  asTold: 'Tout est conforme à ce que le vendeur a dit.',
  sideBySide: 'Deux inspections côte à côte',
  disputed: (reason: string) => `Pourquoi une seconde : ${reason}`,
  compared: 'Point examiné',
  first: 'Première',
  second: 'Seconde',
  differences: (n: number) =>
    n === 0
      ? 'Les deux ont constaté la même chose.'
      : n === 1
        ? 'Elles diffèrent sur un point.'
        : `Elles diffèrent sur ${n} points.`,
  alike: (n: number) => (n === 1 ? '1 contrôle au même résultat' : `${n} contrôles au même résultat`),
  keysTitle: 'À l’établi',
  keyGo: 'Aller à l’inspection',
  keyCheck: 'D’un contrôle à l’autre',
  keyResult: 'Conforme, non conforme, sans objet',
  keyNote: 'Note sur ce contrôle',
  keyComplete: 'Terminer l’inspection',
};
