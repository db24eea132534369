/** Words of an inspection: the suggested grade, whose it is, told beside found, two opinions. */
import type { Texts } from '../en.ts';

export const inspection: Texts['inspection'] = {
  suggested: (cosmetic: string, functional: string) => `Note laut Prüfungen: ${cosmetic}, ${functional}`,
  because: (checks: string) => `Wegen: ${checks}`,
  otherGrade: 'eine andere Note braucht eine Bemerkung',
  time: 'Aufgewendete Zeit',
  paused: 'pausiert',
  note: 'Notiz',
  addNote: 'Notiz hinzufügen',
  said: (answer: string) => `Verkäufer: ${answer}`,
  differs: 'weicht ab',
  version: 'Gefundene Ausführung',
  asSaid: 'Wie der Verkäufer sagt',
  notLooked: 'Nicht nachgesehen',
  accessories: 'Mitgeliefert',
  accessoryNames: {
    charger: 'Netzteil',
    cable: 'Kabel',
    box: 'Karton',
    pen: 'Stift',
    keyboard: 'Tastatur',
    strap: 'Armband',
  },
  here: 'Vorhanden',
  missing: 'Fehlt',
  correct: 'Eine Antwort von Hand berichtigen',
  correctHelp:
    'Die Prüfungen beantworten die Fragen an den Verkäufer. Sagen sie nicht alles, geben Sie hier an, was Sie gefunden haben.',
  asChecked: 'Wie die Prüfungen sagen',
  somebody: 'Jemand anders',
  held: (name: string, ago: string) => `${name} prüft dieses Gerät, zuletzt aktiv ${ago}.`,
  heldNow: (name: string) => `${name} prüft dieses Gerät gerade.`,
  begun: (when: string) => `Begonnen am ${when}.`,
  lost: 'Ihre letzte Änderung wurde nicht gespeichert.',
  takeOver: 'Übernehmen',
  inspector: 'Geprüft von',
  beside: 'Angegeben und gefunden',
  asTold: 'Alles ist so, wie der Verkäufer es gesagt hat.',
  sideBySide: 'Zwei Prüfungen nebeneinander',
  disputed: (reason: string) => `Warum eine zweite: ${reason}`,
  compared: 'Angesehen',
  first: 'Erste',
  second: 'Zweite',
  differences: (n: number) =>
    n === 0
      ? 'Beide fanden dasselbe.'
      : n === 1
        ? 'Sie weichen in einem Punkt ab.'
        : `Sie weichen in ${n} Punkten ab.`,
  alike: (n: number) =>
    n === 1 ? '1 Prüfung mit gleichem Ergebnis' : `${n} Prüfungen mit gleichem Ergebnis`,
  keysTitle: 'An der Werkbank',
  keyGo: 'Zur Prüfung des Geräts',
  keyCheck: 'Von Punkt zu Punkt',
  keyResult: 'Bestanden, nicht bestanden, entfällt',
  keyNote: 'Notiz zu diesem Punkt',
  keyComplete: 'Prüfung abschließen',
};
