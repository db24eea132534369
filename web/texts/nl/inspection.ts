/** Words of an inspection: the suggested grade, whose it is, told beside found, two opinions. */
import type { Texts } from '../en.ts';

export const inspection: Texts['inspection'] = {
  suggested: (cosmetic: string, functional: string) =>
    `Kwaliteit volgens de controles: ${cosmetic}, ${functional}`,
  because: (checks: string) => `Vanwege: ${checks}`,
  otherGrade: 'geef je een andere, zet er dan een opmerking bij',
  time: 'Bestede tijd',
  paused: 'gepauzeerd',
  note: 'Notitie',
  addNote: 'Notitie toevoegen',
  said: (answer: string) => `Verkoper: ${answer}`,
  differs: 'wijkt af',
  version: 'Gevonden uitvoering',
  asSaid: 'Zoals de verkoper zegt',
  notLooked: 'Niet opgezocht',
  accessories: 'Erbij gekregen',
  accessoryNames: {
    charger: 'Oplader',
    cable: 'Kabel',
    box: 'Doos',
    pen: 'Pen',
    keyboard: 'Toetsenbord',
    strap: 'Bandje',
  },
  here: 'Aanwezig',
  missing: 'Ontbreekt',
  correct: 'Een antwoord zelf verbeteren',
  correctHelp:
    'De controles beantwoorden de vragen aan de verkoper. Zeggen ze niet alles, geef dan hier aan wat je vond.',
  asChecked: 'Zoals de controles zeggen',
  somebody: 'Iemand anders',
  held: (name: string, ago: string) => `${name} test dit apparaat, laatst actief ${ago}.`,
  heldNow: (name: string) => `${name} test dit apparaat op dit moment.`,
  begun: (when: string) => `Begonnen op ${when}.`,
  lost: 'Je laatste wijziging is niet bewaard.',
  takeOver: 'Overnemen',
  inspector: 'Gecontroleerd door',
  beside: 'Opgegeven en gevonden',
  asTold: 'Alles is zoals de verkoper zei.',
  sideBySide: 'Twee inspecties naast elkaar',
  disputed: (reason: string) => `Waarom een tweede: ${reason}`,
  compared: 'Bekeken',
  first: 'Eerste',
  second: 'Tweede',
  differences: (n: number) =>
    n === 0
      ? 'Beide vonden hetzelfde.'
      : n === 1
        ? 'Ze verschillen op één punt.'
        : `Ze verschillen op ${n} punten.`,
  alike: (n: number) =>
    n === 1 ? '1 controle met dezelfde uitkomst' : `${n} controles met dezelfde uitkomst`,
  keysTitle: 'Aan de werkbank',
  keyGo: 'Naar de inspectie',
  keyCheck: 'Van controle naar controle',
  keyResult: 'Goed, fout, niet van toepassing',
  keyNote: 'Notitie bij deze controle',
  keyComplete: 'Inspectie afronden',
};
