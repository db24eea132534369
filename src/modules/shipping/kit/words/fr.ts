/** Français. */
import type { KitWords } from '../wording.ts';

export const FR: KitWords = {
  title: 'Préparez votre colis',
  reference: 'Référence',
  shipBy: 'À envoyer au plus tard le {date}',
  shipByNote:
    'Si vous le déposez d’ici là, notre prix est garanti, à condition que tout soit conforme à votre description.',
  inside: 'Ce qui va dans le colis',
  insideNote:
    'N’envoyez que ce qui figure sur cette liste. Gardez coques et câbles, sauf s’ils y sont mentionnés.',
  backUp: {
    title: 'Sauvegardez ce que vous voulez garder',
    body: 'Sauvegardez photos, contacts et messages, ou transférez-les sur votre nouvel appareil. Ce qui reste sur l’appareil à son arrivée est effacé définitivement.',
  },
  signOut: {
    title: 'Déconnectez et effacez',
    body: 'Un appareil encore lié à un compte ne peut servir à personne d’autre. Nous ne pouvons payer qu’une fois le compte déconnecté.',
  },
  systems: {
    apple: {
      name: 'iPhone et iPad',
      how: 'Réglages › votre nom › Se déconnecter, puis saisissez votre mot de passe : Localiser est désactivé. Ensuite Réglages › Général › Transférer ou réinitialiser › Effacer contenu et réglages. Il ne s’allume plus ? Retirez-le sur icloud.com/find.',
    },
    apple_watch: {
      name: 'Apple Watch',
      how: 'Sur votre iPhone : app Watch › Toutes les montres › bouton d’information › Dissocier l’Apple Watch, puis saisissez votre mot de passe. La montre est alors déconnectée et effacée.',
    },
    mac: {
      name: 'Mac',
      how: 'Réglages Système › Général › Transférer ou réinitialiser › Effacer contenu et réglages. Vous êtes alors déconnecté et Localiser est désactivé.',
    },
    samsung: {
      name: 'Téléphone ou tablette Samsung',
      how: 'Paramètres › Comptes et sauvegarde › Gérer les comptes : supprimez votre compte Samsung et votre compte Google. Ensuite Paramètres › Gestion globale › Réinitialisation › Réinitialiser toutes les données.',
    },
    android: {
      name: 'Téléphone ou tablette Android',
      how: 'Paramètres › Mots de passe et comptes : choisissez votre compte Google › Supprimer le compte. Ensuite Paramètres › Système › Options de réinitialisation › Effacer toutes les données.',
    },
    windows: {
      name: 'Ordinateur portable Windows',
      how: 'Paramètres › Système › Récupération › Réinitialiser ce PC › Supprimer tout. Si le disque est chiffré, gardez votre clé de récupération à portée de main.',
    },
    watch: {
      name: 'Autre montre',
      how: 'Dissociez la montre dans l’application de votre téléphone, puis réinitialisez-la dans ses propres réglages.',
    },
  },
  empty: {
    title: 'Retirez carte SIM et carte mémoire',
    body: 'Supprimez aussi l’eSIM dans les réglages. Les cartes laissées dans l’appareil ne peuvent pas être renvoyées.',
  },
  pack: {
    title: 'Emballez soigneusement',
    body: 'Éteignez chaque appareil et enveloppez-le dans du papier bulle ou un chiffon doux. Prenez un carton solide et calez-le pour que rien ne bouge quand vous le secouez. N’envoyez jamais une batterie gonflée ou abîmée : appelez-nous d’abord.',
  },
  send: {
    title: 'Collez l’étiquette et envoyez',
    body: 'Imprimez la dernière page et collez-la à plat sur la plus grande face, sans adhésif sur les barres. Demandez un reçu avec numéro de suivi et gardez-le jusqu’au paiement.',
  },
  next: {
    title: 'Et ensuite ?',
    body: 'Dès que votre colis est arrivé, nous vous écrivons, contrôlons chaque appareil et payons le prix convenu. Si nous constatons autre chose que votre description, nous vous faisons une nouvelle offre et vous décidez. Le lien dans nos e-mails montre toujours où en est votre dossier.',
  },
  questions: 'Une question ? Nous vous aidons volontiers.',
  from: 'Expéditeur',
  to: 'Destinataire',
  postage: 'Affranchir',
  contents: { one: '1 article', many: '{count} articles' },
  labelShipBy: 'À envoyer avant le {date} inclus',
  cut: 'Coupez ici. La moitié du haut se colle à l’extérieur du colis.',
  slip: 'Mettez cette moitié dans le colis',
  slipNote: 'Nous saurons à qui est le colis, même si l’étiquette se décolle.',
  returnTo: 'Si un appareil doit vous revenir, nous l’envoyons à',
};
