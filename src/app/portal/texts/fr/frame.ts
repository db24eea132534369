/** French: what stands on every page. */
import type { frame as en } from '../en/frame.ts';

export const frame: Record<keyof typeof en, string> = {
  skip: 'Aller au contenu',
  language: 'Langue',
  back: 'Retour',
  continue: 'Continuer',
  save: 'Enregistrer',
  change: 'Modifier',
  optional: '(facultatif)',
  step: 'Étape {n} sur {of}',
  'error.title': '{count, plural, one {Il y a un problème} other {Il y a # problèmes}}',
  'error.word': 'Erreur :',
  'footer.sell': 'Vendre un appareil',
  'footer.link': 'Nouveau lien vers votre offre',
  'footer.questions': 'Des questions ?',
  'footer.care': 'Vos données servent à traiter votre offre, et à rien d’autre.',
  'category.phone': 'Téléphone',
  'category.tablet': 'Tablette',
  'category.laptop': 'Ordinateur portable',
  'category.watch': 'Montre',
  'page.notFound': 'Cette page n’existe pas',
  'page.notFound.body':
    'L’adresse est peut-être erronée, ou la page a changé de place. Recommencez ci-dessous.',
  'page.failed': 'Quelque chose a mal tourné',
  'page.failed.body':
    'C’est de notre faute, pas de la vôtre. Rien de ce que vous avez saisi n’est perdu : revenez en arrière et réessayez dans une minute. Si cela se reproduit, donnez-nous ce numéro : {id}',
  'page.busy': 'Un peu trop vite',
  'page.busy.body':
    'Vous avez envoyé plus de demandes que nous ne pouvons en traiter pour une personne. Attendez une minute et réessayez.',
  'page.privateLink': 'Ouvrez d’abord votre lien',
  'page.privateLink.body':
    'Cette page appartient à une offre. Ouvrez-la avec le lien de notre e-mail. Pas de lien sous la main ? Nous pouvons vous en envoyer un nouveau.',
  'refusal.unknown': 'Cela n’a pas fonctionné : {why}',
};
