/** Français. */
import type { Words } from './words.ts';

export const FR: Words = {
  words: {
    hello: 'Bonjour',
    regards: 'Cordialement,',
    reference: 'Votre référence',
    questions: 'Une question ? Nous vous aidons volontiers :',
    bank: 'virement bancaire',
    paypal: 'PayPal',
    store_credit: 'avoir',
    cash: 'espèces',
  },
  texts: {
    quote_made: {
      subject: 'Votre estimation : {{ total | money }} pour votre appareil',
      body: 'Merci de votre demande. Voici ce que nous proposons pour ce que vous souhaitez vendre.{% if total %}\n\nAu total, cela fait {{ total | money }}. Ce prix est garanti jusqu’au {{ valid_until | day }}.{% else %}\n\nUn collègue examine votre demande et vous envoie un prix, en général sous un jour ouvré.{% endif %}\n\nPour continuer, indiquez comment l’appareil nous parvient et comment vous souhaitez être payé. Cela prend une minute environ.',
      button: 'Continuer mon offre',
    },
    quote_reminder: {
      subject: 'Votre offre de {{ total | money }} vous attend',
      body: 'Vous nous avez demandé un prix et ne l’avez pas encore confirmé. Il est garanti jusqu’au {{ valid_until | day }}.\n\nSi vous avez changé d’avis, vous n’avez rien à faire.',
      button: 'Continuer mon offre',
    },
    quote_abandoned: {
      subject: 'Nous avons mis votre offre de côté',
      body: 'Vous n’avez pas confirmé votre offre, nous l’avons donc mise de côté. Vous pouvez la reprendre avec le bouton ci-dessous. Si le prix a expiré d’ici là, vous verrez d’abord le nouveau.',
      button: 'Ouvrir mon offre',
    },
    offer_confirmed: {
      subject:
        '{% if channel == "mail_in" %}Votre kit d’envoi et la suite{% else %}Au plaisir de vous recevoir{% endif %}',
      body: '{% if channel == "mail_in" %}Votre offre est confirmée. Imprimez la pièce jointe : la page 1 explique comment emballer et vous déconnecter, la page 2 est l’étiquette.\n\nMerci d’envoyer le colis avant le {{ due_at | day }}. Nous vous écrivons dès son arrivée.{% else %}Votre offre est confirmée. Nous vous attendons {% if visit_on %}le {{ visit_on }}{% endif %} à {{ store }}.\n\nApportez l’appareil, son chargeur si vous l’avez, et une pièce d’identité. Déconnectez d’abord votre compte : nous pourrons vérifier l’appareil tout de suite.{% endif %}',
      button: 'Voir mon offre',
    },
    offer_expired: {
      subject: 'Votre offre a expiré',
      body: '{% if channel == "mail_in" %}Nous n’avons pas vu votre colis à la date convenue, l’offre a donc expiré. Vous l’avez tout de même envoyé ? Pas d’inquiétude : nous le recevons et vous écrivons.{% else %}Nous ne vous avons pas vu à la date convenue, l’offre a donc expiré.{% endif %}\n\nVous pouvez la reprendre à tout moment ; si le prix a changé, vous le verrez d’abord.',
      button: 'Reprendre mon offre',
    },
    ship_reminder: {
      subject: 'N’oubliez pas votre colis : {{ total | money }} vous attendent',
      body: 'Nous n’avons pas encore vu votre colis. Merci de le déposer avant le {{ due_at | day }} pour garder votre prix.\n\nIl est déjà en route ? Alors ignorez ce message.',
      button: 'Imprimer à nouveau le kit',
    },
    visit_reminder: {
      subject: 'Votre visite à {{ store }}',
      body: 'Votre offre vous attend à {{ store }}. Merci de passer avant le {{ due_at | day }} pour garder votre prix.',
      button: 'Voir mon offre',
    },
    cancelled: {
      subject: 'Votre offre est annulée',
      body: 'Votre offre est annulée{% if reason %} : {{ reason }}{% endif %}. Vous ne nous devez rien. Si un colis arrive malgré tout, nous vous le renvoyons.',
      button: 'Voir mon offre',
    },
    in_transit: {
      subject: 'Votre colis est en route',
      body: 'Le transporteur a votre colis{% if tracking %} (numéro {{ tracking }}){% endif %}. Nous vous écrivons à son arrivée.',
      button: 'Suivre mon offre',
    },
    delivered: {
      subject: 'Votre colis est arrivé chez nous',
      body: 'Le transporteur annonce la livraison. Nous l’ouvrons et le vérifions ensuite, en général le jour même.',
      button: 'Suivre mon offre',
    },
    delayed: {
      subject: 'Votre colis semble retardé',
      body: 'Le transporteur signale un problème avec votre colis{% if tracking %} (numéro {{ tracking }}){% endif %}, ou ne dit rien depuis un moment. Nous l’avons interrogé et vous tenons au courant. Gardez votre preuve de dépôt.',
      button: 'Suivre mon offre',
    },
    received: {
      subject: 'Nous avons votre appareil',
      body: 'Votre appareil est arrivé sur notre établi. Nous vérifions d’abord son numéro et sa déconnexion de votre compte, puis nous le testons.\n\nVous aurez de nos nouvelles sous quelques jours ouvrés.',
      button: 'Suivre mon offre',
    },
    inspection_passed: {
      subject: 'Contrôle réussi',
      body: 'Votre appareil est tel que vous l’avez décrit. Le prix reste celui convenu.',
      button: 'Suivre mon offre',
    },
    revised_offer: {
      subject: 'À voir : notre offre pour votre appareil a changé',
      body: 'Nous avons constaté une différence avec votre description{% if reason %} : {{ reason }}{% endif %}. Votre page montre les deux côte à côte, avec photos et nouveau prix.\n\nVous décidez : accepter, ou refuser et récupérer votre appareil gratuitement. Merci de répondre avant le {{ due_at | day }}.',
      button: 'Voir l’offre et répondre',
    },
    revised_offer_reminder: {
      subject: 'Nous attendons votre réponse',
      body: 'Notre offre modifiée est toujours ouverte. Acceptez-la, ou refusez et récupérez votre appareil. Merci de répondre avant le {{ due_at | day }}.',
      button: 'Voir l’offre et répondre',
    },
    revised_offer_accepted: {
      subject: 'Merci, le nouveau prix est convenu',
      body: 'Le nouveau prix est convenu. Nous préparons votre paiement.',
      button: 'Suivre mon offre',
    },
    revised_offer_declined: {
      subject: 'Votre appareil vous revient',
      body: 'L’offre modifiée n’a pas été acceptée, votre appareil vous revient donc gratuitement. Nous vous écrivons à son départ.',
      button: 'Suivre mon offre',
    },
    on_hold_general: {
      subject: 'Une question sur votre appareil',
      body: 'Votre appareil est chez nous, mais un point doit être réglé avant de continuer. Un collègue s’en occupe et vous contacte si nous avons besoin de vous.',
      button: 'Suivre mon offre',
    },
    on_hold_activation_lock: {
      subject: 'Merci de dissocier l’appareil de votre compte',
      body: 'Votre appareil est encore lié à votre compte : personne d’autre ne peut l’utiliser et nous ne pouvons pas le tester.\n\nVous pouvez le retirer à distance : connectez-vous à votre compte sur le web, choisissez l’appareil et retirez-le. Votre page l’explique pas à pas. Dites-le-nous ensuite sur cette page.',
      button: 'Comment retirer le verrou',
    },
    on_hold_proof_of_purchase: {
      subject: 'Merci de nous envoyer votre preuve d’achat',
      body: 'Votre appareil est chez nous, merci de l’avoir si bien emballé. Pour certains appareils récents, nous vérifions la propriété avant de payer. Cela protège les victimes de vol et ne veut pas dire que nous vous soupçonnons.\n\nUn seul document suffit : facture, ticket de caisse, confirmation de commande, contrat d’opérateur ou attestation d’assurance. Une photo convient.',
      button: 'Ouvrir mon offre',
    },
    hold_reminder: {
      subject: 'Il nous manque encore quelque chose',
      body: 'Nous attendons votre réponse, et votre appareil attend chez nous. Votre page montre ce qui manque.',
      button: 'Voir ce qui manque',
    },
    hold_released: {
      subject: 'Réglé : nous continuons',
      body: 'Ce qui bloquait votre appareil est réglé. Nous reprenons là où nous en étions.',
      button: 'Suivre mon offre',
    },
    payout_ready: {
      subject: 'Tout est bon : nous préparons vos {{ total | money }}',
      body: 'Votre appareil est vérifié et le prix convenu. Nous payons {{ total | money }} par {{ method | word }}{% if account %} ({{ account }}){% endif %}, en général le jour ouvré suivant.',
      button: 'Suivre mon offre',
    },
    payout_submitted: {
      subject: 'Votre paiement est en route',
      body: 'Nous avons transmis votre paiement de {{ total | money }} ({{ method | word }}{% if account %}, {{ account }}{% endif %}). Il vous parviendra sous un à trois jours ouvrés.',
      button: 'Suivre mon offre',
    },
    payout_failed: {
      subject: 'Votre paiement est revenu : vérifiez vos coordonnées',
      body: 'Notre paiement de {{ total | money }} est revenu. Le plus souvent, un chiffre du compte est faux. Vérifiez et corrigez vos coordonnées ; nous repayons aussitôt.',
      button: 'Corriger mes coordonnées',
    },
    paid: {
      subject: 'Payé : {{ total | money }}',
      body: 'Nous avons payé {{ total | money }} par {{ method | word }}{% if account %} ({{ account }}){% endif %}.{% if transaction %}\n\nRéférence du paiement : {{ transaction }}{% endif %}\n\nMerci d’offrir une seconde vie à votre appareil.',
      button: 'Voir mon offre',
    },
    withdrawn: {
      subject: 'Vous récupérez votre appareil',
      body: 'Comme demandé, nous nous arrêtons là et vous rendons votre appareil gratuitement. Nous vous écrivons à son départ, ou vous le récupérez en magasin.',
      button: 'Suivre mon offre',
    },
    sent_back: {
      subject: 'Votre appareil nous a quittés',
      body: '{% if tracking %}Votre appareil revient chez vous avec {{ carrier }}, numéro {{ tracking }}.{% else %}Votre appareil vous a été remis. Merci de votre visite.{% endif %}',
      button: 'Voir mon offre',
    },
    link_code: {
      subject: '{{ code }} est votre code',
      body: 'Votre code est {{ code }}. Il est valable dix minutes, sur la page qui le demande. Nous ne le demandons jamais par téléphone. Si vous n’avez rien demandé, ignorez ce message.',
    },
    new_link: {
      subject: 'Votre lien',
      body: 'Voici un nouveau lien vers votre offre. Il n’est que pour vous : ne le transmettez pas.',
      button: 'Ouvrir mon offre',
    },
  },
};
