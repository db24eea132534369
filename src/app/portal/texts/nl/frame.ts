/** Dutch: what stands on every page. */
import type { frame as en } from '../en/frame.ts';

export const frame: Record<keyof typeof en, string> = {
  skip: 'Naar de inhoud',
  language: 'Taal',
  back: 'Terug',
  continue: 'Verder',
  save: 'Opslaan',
  change: 'Wijzigen',
  optional: '(niet verplicht)',
  step: 'Stap {n} van {of}',
  'error.title': '{count, plural, one {Er klopt iets niet} other {Er kloppen # dingen niet}}',
  'error.word': 'Fout:',
  'footer.sell': 'Een toestel verkopen',
  'footer.link': 'Nieuwe link naar je aanbod',
  'footer.questions': 'Vragen?',
  'footer.care': 'We gebruiken je gegevens om je aanbod af te handelen, en nergens anders voor.',
  'category.phone': 'Telefoon',
  'category.tablet': 'Tablet',
  'category.laptop': 'Laptop',
  'category.watch': 'Horloge',
  'page.notFound': 'Deze pagina bestaat niet',
  'page.notFound.body': 'Misschien klopt het adres niet, of is de pagina verhuisd. Begin hieronder opnieuw.',
  'page.failed': 'Hier ging iets mis',
  'page.failed.body':
    'Dat ligt aan ons, niet aan jou. Wat je hebt ingevuld is niet weg: ga terug en probeer het over een minuut opnieuw. Gebeurt het weer, noem dan dit nummer: {id}',
  'page.busy': 'Net iets te snel',
  'page.busy.body':
    'Je stuurde meer verzoeken dan we voor één persoon aankunnen. Wacht een minuut en probeer het opnieuw.',
  'page.privateLink': 'Open eerst je link',
  'page.privateLink.body':
    'Deze pagina hoort bij één aanbod. Open hem met de link in onze e-mail. Geen link bij de hand? We sturen je een nieuwe.',
  'refusal.unknown': 'Dat lukte niet: {why}',
};
