/** French macros. */
import type { MacroWords } from './words.ts';

export const FR_MACROS: MacroWords = {
  device_received: {
    name: 'Nous avons reçu votre appareil',
    subject: 'Nous avons {{ count | one_or_many: "votre appareil", "vos appareils" }}',
    body: 'Bonne nouvelle : {{ count | one_or_many: "votre appareil est bien arrivé", "vos appareils sont bien arrivés" }} :{% for device in devices %}\n- {{ device.title }}{% endfor %}\n\nNous passons maintenant au contrôle et aux tests, et nous vous écrivons dès que nous en savons plus. D’ici là, vous n’avez rien à faire.',
  },
  sorry_for_delay: {
    name: 'Désolés pour le retard',
    subject: 'Désolés, cela prend plus de temps que d’habitude',
    body: 'Nous sommes désolés : cela prend plus de temps que vous ne pouvez l’attendre de nous. Nous n’avons pas oublié {{ count | one_or_many: "votre appareil", "vos appareils" }} et nous y travaillons.\n\nNous vous écrivons dès qu’il y a du nouveau. Votre page montre à tout moment où nous en sommes.',
  },
  sign_out_and_reset: {
    name: 'Merci de vous déconnecter et de réinitialiser',
    subject:
      'Merci de dissocier {{ count | one_or_many: "l’appareil", "les appareils" }} de votre compte et de {{ count | one_or_many: "le", "les" }} réinitialiser',
    body: 'Avant de pouvoir continuer, {{ count | one_or_many: "votre appareil doit être dissocié", "vos appareils doivent être dissociés" }} de votre compte. Sinon, personne d’autre ne peut {{ count | one_or_many: "l’utiliser", "les utiliser" }}.\n\n- iPhone ou iPad : connectez-vous sur icloud.com/find, choisissez l’appareil, effacez-le et retirez-le de votre compte.\n- Android : connectez-vous à votre compte Google sur le web, ouvrez Sécurité puis Vos appareils, choisissez l’appareil et déconnectez-le. Sur l’appareil lui-même : retirez le compte dans les réglages, puis réinitialisez-le.\n\nVérifiez d’abord que vous avez une copie de tout ce que vous souhaitez garder. Dites-nous quand c’est fait : répondez simplement à ce message.',
  },
  more_information: {
    name: 'Il nous manque une information',
    subject: 'Il nous manque une information',
    body: 'Avant de pouvoir continuer, nous avons besoin d’une information de votre part :\n\n- …\n\nRépondez simplement à ce message. Vous pouvez joindre des photos.',
  },
  where_is_my_payout: {
    name: 'Où est mon paiement ?',
    subject: 'À propos de votre paiement',
    body: 'Vous nous avez demandé où en est votre paiement{% if total %} de {{ total | money }}{% endif %}.{% if method %} Vous avez choisi le paiement {{ method | word }}{% if account %} ({{ account }}){% endif %}.{% endif %}{% if method == "bank" %} Une fois l’ordre donné, les banques ont en général besoin d’un à trois jours ouvrés, hors week-ends et jours fériés.{% endif %}\n\nVotre page montre si le paiement est en route. Passé ce délai, rien n’est arrivé, ou quelque chose ne va pas ? Répondez à ce message, nous nous en occupons.',
  },
};
