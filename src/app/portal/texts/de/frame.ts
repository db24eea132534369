/** German: what stands on every page. */
import type { frame as en } from '../en/frame.ts';

export const frame: Record<keyof typeof en, string> = {
  skip: 'Zum Inhalt',
  language: 'Sprache',
  back: 'Zurück',
  continue: 'Weiter',
  save: 'Speichern',
  change: 'Ändern',
  optional: '(freiwillig)',
  step: 'Schritt {n} von {of}',
  'error.title': '{count, plural, one {Etwas stimmt noch nicht} other {# Dinge stimmen noch nicht}}',
  'error.word': 'Fehler:',
  'footer.sell': 'Ein Gerät verkaufen',
  'footer.link': 'Neuen Link zu Ihrem Angebot',
  'footer.questions': 'Fragen?',
  'footer.care': 'Wir verwenden Ihre Angaben, um Ihr Angebot zu bearbeiten, und für nichts anderes.',
  'category.phone': 'Smartphone',
  'category.tablet': 'Tablet',
  'category.laptop': 'Laptop',
  'category.watch': 'Uhr',
  'page.notFound': 'Diese Seite gibt es nicht',
  'page.notFound.body':
    'Vielleicht ist die Adresse vertippt oder die Seite umgezogen. Beginnen Sie unten neu.',
  'page.failed': 'Hier ist etwas schiefgegangen',
  'page.failed.body':
    'Das liegt an uns, nicht an Ihnen. Ihre Eingaben sind nicht verloren: Gehen Sie zurück und versuchen Sie es in einer Minute noch einmal. Passiert es wieder, nennen Sie uns diese Nummer: {id}',
  'page.busy': 'Etwas zu schnell',
  'page.busy.body':
    'Das waren mehr Anfragen, als wir für eine Person bearbeiten können. Bitte warten Sie eine Minute.',
  'page.privateLink': 'Öffnen Sie zuerst Ihren Link',
  'page.privateLink.body':
    'Diese Seite gehört zu einem Angebot. Öffnen Sie sie mit dem Link in unserer E-Mail. Kein Link zur Hand? Wir schicken Ihnen einen neuen.',
  'refusal.unknown': 'Das ging nicht: {why}',
};
