/** Français. */
import type { Words } from './words.ts';

export const FR: Words = {
  words: {
    hello: 'Bonjour',
    regards: 'Cordialement,',
    reference: 'Votre référence',
    questions: 'Une question ? Nous vous aidons volontiers :',
    to_follow: 'prix à suivre',
    bank: 'par virement bancaire',
    paypal: 'par PayPal',
    store_credit: 'sous forme d’avoir',
    cash: 'en espèces',
  },
  texts: {
    quote_made: {
      subject:
        '{% if total %}Notre offre : {{ total | money }} pour {{ count | one_or_many: "votre appareil", "vos appareils" }}{% else %}Nous préparons votre offre{% endif %}',
      body: '{% if total %}Merci de votre demande. Voici ce que nous proposons pour ce que vous souhaitez vendre : {{ total | money }}{% if count > 1 %} au total{% endif %}.{% if valid_until %} Ce prix est garanti jusqu’au {{ valid_until | day }}.{% endif %}{% if unpriced > 0 %}\n\nPour une partie, nous n’avons pas encore de prix. Un collègue l’examine et vous envoie un prix, en général sous un jour ouvré.{% endif %}\n\nPour continuer, indiquez comment {{ count | one_or_many: "votre appareil nous parvient", "vos appareils nous parviennent" }} et comment vous souhaitez être payé. Cela prend environ une minute.{% else %}Merci de votre demande. Un collègue examine ce que vous souhaitez vendre et vous envoie un prix, en général sous un jour ouvré. D’ici là, vous n’avez rien à faire.{% endif %}',
      button: 'Voir mon offre',
    },
    quote_reminder: {
      subject: 'Notre offre{% if total %} de {{ total | money }}{% endif %} vous attend',
      body: 'Vous nous avez demandé un prix et ne l’avez pas encore confirmé.{% if valid_until %} Il est garanti jusqu’au {{ valid_until | day }}.{% endif %}\n\nSi vous avez changé d’avis, vous n’avez rien à faire.',
      button: 'Continuer mon offre',
    },
    quote_abandoned: {
      subject: 'Nous avons mis votre offre de côté',
      body: 'Sans nouvelles de votre part, nous avons mis votre offre de côté. Vous pouvez la reprendre avec le bouton ci-dessous. Si le prix a expiré d’ici là, vous verrez d’abord le nouveau.',
      button: 'Ouvrir mon offre',
    },
    offer_confirmed: {
      subject:
        '{% if channel == "mail_in" %}Votre kit d’envoi et la suite{% else %}Au plaisir de vous recevoir{% endif %}',
      body: '{% if channel == "mail_in" %}Merci, votre offre est confirmée. Imprimez la pièce jointe : la page 1 explique comment emballer et vous déconnecter de votre compte, la page 2 est l’étiquette.\n\nMerci d’envoyer le colis{% if due_at %} au plus tard le {{ due_at | day }}{% else %} rapidement{% endif %}. Nous vous écrivons dès son arrivée.{% else %}Merci, votre offre est confirmée. Nous serons heureux de vous recevoir{% if visit_on %} le {{ visit_on | weekday }}{% endif %}{% if store %} chez {{ store }}{% endif %}.\n\nApportez {{ count | one_or_many: "l’appareil", "les appareils" }}, un chargeur si vous en avez un, et une pièce d’identité. Déconnectez d’abord votre compte : nous pourrons tout vérifier sur-le-champ.{% endif %}',
      button: 'Voir mon offre',
    },
    offer_expired: {
      subject: 'Votre offre a expiré',
      body: '{% if channel == "mail_in" %}Votre colis ne s’est pas présenté à la date convenue, l’offre a donc expiré. Vous l’avez tout de même envoyé ? Pas d’inquiétude : nous l’acceptons et vous écrivons.{% else %}Vous n’êtes pas passé à la date convenue, l’offre a donc expiré.{% endif %}\n\nVous pouvez la reprendre à tout moment. Si le prix a changé, vous le verrez d’abord.',
      button: 'Reprendre mon offre',
    },
    ship_reminder: {
      subject: 'N’oubliez pas votre colis{% if total %} : {{ total | money }} vous attendent{% endif %}',
      body: 'Nous n’avons pas encore vu votre colis. Merci de le déposer{% if due_at %} au plus tard le {{ due_at | day }}{% else %} rapidement{% endif %} pour garder votre prix.\n\nIl est déjà en route ? Alors ignorez ce message.',
      button: 'Imprimer à nouveau le kit',
    },
    visit_reminder: {
      subject: 'Votre visite{% if store %} chez {{ store }}{% endif %}',
      body: 'Votre offre vous attend{% if store %} chez {{ store }}{% endif %}. Merci de passer{% if due_at %} au plus tard le {{ due_at | day }}{% else %} rapidement{% endif %} pour garder votre prix.',
      button: 'Voir mon offre',
    },
    cancelled: {
      subject:
        '{% if move == "declare_lost" %}Votre colis semble perdu{% else %}Votre offre est annulée{% endif %}',
      body: '{% if move == "declare_lost" %}Nous sommes désolés : le transporteur ne retrouve pas votre colis, nous avons donc clos l’offre. Gardez votre preuve de dépôt et contactez-nous, nous vous aidons pour la réclamation. Si le colis réapparaît, nous vous écrivons aussitôt.{% else %}Votre offre est annulée{% if reason %} : {{ reason }}{% endif %}. Vous ne nous devez rien.{% if channel == "mail_in" %} Si un colis arrive malgré tout, nous vous le renvoyons.{% endif %}{% endif %}',
      button: 'Voir mon offre',
    },
    in_transit: {
      subject: 'Votre colis est en route',
      body: 'Le transporteur a votre colis{% if tracking %} (numéro {{ tracking }}){% endif %}. Nous vous écrivons à son arrivée chez nous.',
      button: 'Suivre mon offre',
    },
    delivered: {
      subject: 'Votre colis est arrivé chez nous',
      body: 'Le transporteur annonce que votre colis est livré. Nous l’ouvrons et le vérifions ensuite, en général le jour même.',
      button: 'Suivre mon offre',
    },
    delayed: {
      subject: 'Votre colis semble retardé',
      body: 'Le transporteur signale un problème avec votre colis{% if tracking %} (numéro {{ tracking }}){% endif %}, ou ne donne plus de nouvelles. Nous l’interrogeons et vous tenons au courant. Gardez votre preuve de dépôt.',
      button: 'Suivre mon offre',
    },
    received: {
      subject: 'Nous avons {{ count | one_or_many: "votre appareil", "vos appareils" }}',
      body: '{% if going_back %}Votre colis est arrivé, mais cette offre avait été annulée. Nous vous renvoyons donc gratuitement {{ count | one_or_many: "votre appareil", "vos appareils" }} et vous écrivons au départ du colis.\n\nVous préférez vendre tout de même ? Répondez simplement à ce message.{% else %}{% if channel == "mail_in" %}{{ count | one_or_many: "Votre appareil est bien arrivé", "Vos appareils sont bien arrivés" }}.{% else %}Merci de votre visite. {{ count | one_or_many: "Votre appareil est", "Vos appareils sont" }} maintenant chez nous.{% endif %} Nous vérifions d’abord le numéro et la déconnexion de votre compte, puis nous passons au test.\n\n{% if channel == "mail_in" %}Vous aurez de nos nouvelles sous quelques jours ouvrés.{% else %}Nous vous donnons le résultat dès que nous l’avons.{% endif %}{% endif %}',
      button: 'Suivre mon offre',
    },
    inspection_passed: {
      subject: 'Contrôle réussi',
      body: 'Bonne nouvelle : {{ count | one_or_many: "votre appareil est tel que vous l’avez décrit", "vos appareils sont tels que vous les avez décrits" }}. Le prix reste celui convenu.',
      button: 'Suivre mon offre',
    },
    revised_offer: {
      subject:
        'À regarder : notre offre pour {{ count | one_or_many: "votre appareil", "vos appareils" }} a changé',
      body: 'Nous avons constaté une différence avec votre description. Votre page montre les deux côte à côte, avec des photos.{% assign told = false %}{% for r in revision %}\n\n{{ r.title }}{% for d in r.differences %}\n{{ d.question }} Vous : « {{ d.told }} », nous : « {{ d.found }} »{% endfor %}\nPourquoi: {{ r.reasons | join: "; " }}{% if r.note %}\nNotre remarque: {{ r.note }}{% endif %}\n{% if r.old_price %}Notre prix était de {{ r.old_price | money }}. {% endif %}Le nouveau prix est de {{ r.price | money }}.{% assign told = true %}{% endfor %}{% if reason and told != true %}\n\n{{ reason }}{% endif %}\n\nC’est vous qui décidez : acceptez, ou refusez et récupérez gratuitement {{ count | one_or_many: "votre appareil", "vos appareils" }}. Si vous n’êtes pas d’accord, une autre personne le contrôle à nouveau.{% assign quiet = "" %}{% assign until = due_at %}{% for r in revision %}{% if r.answer_by %}{% assign until = r.answer_by %}{% endif %}{% assign quiet = r.silence %}{% endfor %}{% if until %} Répondez s’il vous plaît avant le {{ until | day }}.{% if quiet == "send_back" %} Sans réponse d’ici là, nous vous le renvoyons.{% elsif quiet == "accept" %} Sans réponse d’ici là, le nouveau prix est considéré comme accepté et nous vous payons.{% elsif quiet == "hold" %} Sans réponse d’ici là, nous le gardons en sécurité et nous vous contactons.{% endif %}{% endif %}',
      button: 'Voir l’offre et répondre',
    },
    revised_offer_reminder: {
      subject: 'Nous attendons votre réponse',
      body: 'Notre nouvelle offre est toujours ouverte. Acceptez, ou refusez et récupérez gratuitement {{ count | one_or_many: "votre appareil", "vos appareils" }}.{% for r in revision %}\n\n{{ r.title }}: {{ r.price | money }}{% endfor %}\n\n{% assign quiet = "" %}{% assign until = due_at %}{% for r in revision %}{% if r.answer_by %}{% assign until = r.answer_by %}{% endif %}{% assign quiet = r.silence %}{% endfor %}{% if until %} Répondez s’il vous plaît avant le {{ until | day }}.{% if quiet == "send_back" %} Sans réponse d’ici là, nous vous le renvoyons.{% elsif quiet == "accept" %} Sans réponse d’ici là, le nouveau prix est considéré comme accepté et nous vous payons.{% elsif quiet == "hold" %} Sans réponse d’ici là, nous le gardons en sécurité et nous vous contactons.{% endif %}{% endif %}',
      button: 'Voir l’offre et répondre',
    },
    revised_offer_accepted: {
      subject: 'Merci, le nouveau prix est convenu',
      body: 'Le nouveau prix est convenu. Nous préparons maintenant votre paiement.',
      button: 'Suivre mon offre',
    },
    revised_offer_declined: {
      subject: 'Vous récupérez {{ count | one_or_many: "votre appareil", "vos appareils" }}',
      body: 'L’offre modifiée n’a pas été acceptée, {{ count | one_or_many: "votre appareil vous revient", "vos appareils vous reviennent" }} donc gratuitement. {% if channel == "mail_in" %}Nous vous écrivons au départ du colis.{% else %}Vous pouvez {{ count | one_or_many: "le", "les" }} reprendre en magasin.{% endif %}',
      button: 'Suivre mon offre',
    },
    on_hold_general: {
      subject: 'Un point à régler avant de continuer',
      body: 'Un point de votre offre doit être réglé avant que nous puissions continuer. Un collègue s’en occupe et vous contacte si nous avons besoin de vous.',
      button: 'Suivre mon offre',
    },
    on_hold_activation_lock: {
      subject: 'Merci de dissocier {{ count | one_or_many: "l’appareil", "les appareils" }} de votre compte',
      body: '{{ count | one_or_many: "Votre appareil est encore lié", "Vos appareils sont encore liés" }} à votre compte : personne d’autre ne peut {{ count | one_or_many: "l’utiliser", "les utiliser" }} et nous ne pouvons pas tester.\n\nVous pouvez retirer le verrou à distance : connectez-vous à votre compte sur le web, choisissez l’appareil et retirez-le. Votre page l’explique pas à pas. Dites-le-nous sur cette page quand c’est fait.{% if reason %}\n\nNotre équipe ajoute : {{ reason }}{% endif %}',
      button: 'Comment retirer le verrou',
    },
    on_hold_proof_of_purchase: {
      subject: 'Merci de nous envoyer votre preuve d’achat',
      body: 'Nous avons {{ count | one_or_many: "votre appareil", "vos appareils" }}.{% if channel == "mail_in" %} Merci d’avoir si bien suivi les consignes d’envoi !{% endif %} Pour certains appareils récents, nous vérifions la propriété avant de payer. C’est un contrôle habituel, sans raison de vous inquiéter : il protège les victimes de vol et ne veut pas dire que nous vous soupçonnons.\n\nUn seul document suffit : facture, ticket de caisse, confirmation de commande, contrat d’opérateur ou attestation d’assurance. Une photo convient. Plus vite nous l’avons, plus vite nous pouvons vous payer.{% if reason %}\n\nNotre équipe ajoute : {{ reason }}{% endif %}',
      button: 'Envoyer ma preuve d’achat',
    },
    on_hold_question: {
      subject: 'Nous avons une question sur {{ count | one_or_many: "votre appareil", "vos appareils" }}',
      body: 'Avant de poursuivre votre offre, nous avons besoin de quelque chose de votre part{% if topic %} : {{ topic }}{% endif %}.{% if reason %}\n\n{{ reason }}{% endif %}\n\nVotre page montre de quoi il s’agit. Vous pouvez y répondre, ou simplement répondre à ce message.',
      button: 'Répondre',
    },
    hold_reminder: {
      subject: 'Il nous manque encore quelque chose',
      body: 'Nous attendons votre réponse avant de pouvoir continuer. Votre page montre ce qui manque. Si quelque chose n’est pas clair, répondez simplement à ce message.',
      button: 'Voir ce qui manque',
    },
    second_inspection: {
      subject: 'Nous inspectons à nouveau {{ count | one_or_many: "votre appareil", "vos appareils" }}',
      body: 'Vous n’êtes pas du même avis : une autre personne inspecte donc {{ count | one_or_many: "votre appareil", "vos appareils" }} à nouveau, sans connaître le premier résultat. Notre dernière offre est suspendue d’ici là ; nous vous écrirons ensuite, quoi que nous trouvions.',
      button: 'Suivre mon offre',
    },
    device_refused: {
      subject: 'Nous vous renvoyons {{ count | one_or_many: "votre appareil", "vos appareils" }}',
      body: 'Nous ne pouvons pas acheter {{ count | one_or_many: "votre appareil", "vos appareils" }} : {{ count | one_or_many: "il vous revient", "ils vous reviennent" }} donc.\n\n{% if channel == "mail_in" %}Vous recevrez un e-mail au départ du colis.{% else %}Vous pouvez {{ count | one_or_many: "le", "les" }} reprendre en boutique.{% endif %} Une erreur ? Répondez simplement à cet e-mail.',
      button: 'Suivre mon offre',
    },
    hold_released: {
      subject: 'Réglé : nous continuons avec {{ count | one_or_many: "votre appareil", "vos appareils" }}',
      body: 'Ce qui nous bloquait est réglé. Nous reprenons là où nous en étions.',
      button: 'Suivre mon offre',
    },
    payout_ready: {
      subject: 'Tout est bon : nous préparons votre paiement{% if total %} de {{ total | money }}{% endif %}',
      body: '{{ count | one_or_many: "Votre appareil est vérifié", "Vos appareils sont vérifiés" }} et le prix est convenu.{% if total %} Nous vous payons {{ total | money }}{% if method %} {{ method | word }}{% endif %}{% if account %} ({{ account }}){% endif %}{% if method == "bank" or method == "paypal" %}, en général le jour ouvré suivant{% endif %}.{% endif %}',
      button: 'Suivre mon offre',
    },
    payout_submitted: {
      subject: 'Votre paiement est en route',
      body: 'Nous avons transmis votre paiement{% if total %} de {{ total | money }}{% endif %}{% if method %} {{ method | word }}{% endif %}{% if account %} ({{ account }}){% endif %}. Il vous parviendra sous un à trois jours ouvrés.',
      button: 'Suivre mon offre',
    },
    payout_failed: {
      subject: 'Votre paiement est revenu : vérifiez vos coordonnées',
      body: 'Notre paiement{% if total %} de {{ total | money }}{% endif %} nous est revenu. Le plus souvent, un chiffre du compte est faux. Vérifiez et corrigez vos coordonnées : nous payons de nouveau aussitôt après.',
      button: 'Corriger mes coordonnées',
    },
    payout_details_changed: {
      subject: 'Vos coordonnées de paiement ont été modifiées',
      body: 'Les coordonnées de paiement de votre offre viennent d’être modifiées.{% if method %} Nous vous payons désormais {{ method | word }}{% if account %} ({{ account }}){% endif %}.{% endif %}\n\nC’était vous ? Alors vous n’avez rien à faire.\n\nCe n’était pas vous ? Répondez à ce message ou appelez-nous tout de suite, pour que nous puissions arrêter le paiement. Nous ne demandons jamais votre code ni votre compte par téléphone.',
    },
    paid: {
      subject: 'Payé{% if total %} : {{ total | money }}{% endif %}',
      body: 'Nous vous avons payé{% if total %} {{ total | money }}{% endif %}{% if method %} {{ method | word }}{% endif %}{% if account %} ({{ account }}){% endif %}.{% if transaction %}\n\nRéférence du paiement : {{ transaction }}{% endif %}\n\nMerci d’offrir une seconde vie à {{ count | one_or_many: "votre appareil", "vos appareils" }}.',
      button: 'Voir mon offre',
    },
    withdrawn: {
      subject: 'Vous récupérez {{ count | one_or_many: "votre appareil", "vos appareils" }}',
      body: 'Comme demandé, nous nous arrêtons là et vous rendons gratuitement {{ count | one_or_many: "votre appareil", "vos appareils" }}. {% if channel == "mail_in" %}Nous vous écrivons au départ du colis.{% else %}Vous pouvez {{ count | one_or_many: "le", "les" }} reprendre en magasin.{% endif %}',
      button: 'Suivre mon offre',
    },
    sent_back: {
      subject:
        '{% if tracking %}{{ count | one_or_many: "Votre appareil revient", "Vos appareils reviennent" }} chez vous{% else %}Vous avez récupéré {{ count | one_or_many: "votre appareil", "vos appareils" }}{% endif %}',
      body: '{% if tracking %}{{ count | one_or_many: "Votre appareil revient", "Vos appareils reviennent" }} chez vous{% if carrier %} avec {{ carrier }}{% endif %}, numéro {{ tracking }}.{% else %}{{ count | one_or_many: "Votre appareil vous a été remis", "Vos appareils vous ont été remis" }}. Merci de votre visite.{% endif %}\n\nNous serions heureux de vous revoir.',
      button: 'Voir mon offre',
    },
    link_code: {
      subject: '{{ code }} est votre code',
      body: 'Votre code est {{ code }}. Il est valable dix minutes, sur la page qui le demande. Nous ne le demandons jamais par téléphone. Si vous n’avez rien demandé, ignorez ce message.',
    },
    new_link: {
      subject: 'Votre nouveau lien',
      body: 'Voici un nouveau lien vers votre offre. Il n’est que pour vous : ne le transmettez pas.',
      button: 'Ouvrir mon offre',
    },
  },
};
