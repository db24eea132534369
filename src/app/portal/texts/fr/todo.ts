/** French: what the customer has to do, and the pages where they do it. */
export const todo = {
  'todo.title': '{count, plural, one {Une chose à faire} other {# choses à faire}}',
  'todo.none': 'Vous n’avez rien à faire pour le moment',
  'todo.over': 'Il n’y a plus rien à faire',
  'todo.next.us': 'C’est à nous. Nous vous écrivons dès qu’il y a du nouveau.',
  'todo.next.us.by': 'C’est à nous, au plus tard le {date}. Nous vous écrivons dès qu’il y a du nouveau.',
  'todo.next.carrier': 'Le colis est en route. Nous vous écrivons à son arrivée.',
  'todo.next.carrier.by': 'Le colis est en route. Nous l’attendons au plus tard le {date}.',
  'todo.viewOnly.title': 'Ce lien ne fait que montrer votre offre',
  'todo.viewOnly':
    'Pour protéger votre offre, ce lien peut la montrer mais rien changer. Utilisez le lien de notre e-mail, ou faites-vous envoyer un nouveau lien.',
  'todo.answer': 'Répondez à notre nouveau prix',
  'todo.answer.why': 'Nous avons constaté autre chose que ce qui était décrit. Vous décidez : oui ou non.',
  'todo.proof': 'Envoyez-nous une preuve d’achat',
  'todo.proof.why':
    'Pour certains appareils, nous vérifions à qui ils appartiennent, afin que personne ne vende celui d’un autre.',
  'todo.proof.go': 'Envoyer la preuve',
  'todo.lock': 'Retirez l’appareil de votre compte',
  'todo.lock.why':
    'Il est encore lié à un compte. Tant que c’est le cas, personne d’autre ne peut s’en servir et nous ne pouvons pas encore payer.',
  'todo.lock.go': 'Voir comment faire',
  'todo.question': 'Répondez à notre question',
  'todo.question.why':
    'Nous vous avons écrit au sujet de cet appareil et avons besoin de votre réponse pour continuer.',
  'todo.question.go': 'Répondre',
  'todo.payout': 'Corrigez vos coordonnées de paiement',
  'todo.payout.why': 'Notre paiement est revenu. Avec les bonnes coordonnées, nous vous payons aussitôt.',
  'todo.confirm': 'Confirmez votre offre',
  'todo.confirm.why': 'Votre prix est garanti jusque-là. Cela prend une minute environ.',
  'todo.send': 'Envoyez-nous votre colis',
  'todo.send.why':
    'Imprimez le guide d’emballage et l’étiquette, emballez l’appareil et remettez-le au transporteur.',
  'todo.bring': 'Apportez votre appareil au magasin',
  'todo.bring.why': 'Nous vous attendons ce jour-là. S’il ne vous convient pas, choisissez-en un autre.',
  'todo.bring.go': 'Voir ou changer le jour',
  'held.over': 'C’est réglé',
  'held.over.body': 'Nous n’avons plus besoin de rien ici. Votre page indique où en est votre appareil.',
  'proof.title': 'Preuve d’achat',
  'proof.lead':
    'Nous la demandons pour les appareils neufs ou de valeur, afin que des appareils volés ne puissent pas être vendus. Cette vérification porte sur l’appareil et ne dit rien de vous. Si le document convient, nous continuons le test puis le paiement.',
  'proof.again': 'Nous n’avons pas pu utiliser le dernier document : {why}',
  'proof.received':
    'Merci, c’est arrivé. Nous le regardons en général le jour ouvré suivant, puis nous continuons ou vous écrivons.',
  'proof.sent': 'Ce que vous avez envoyé',
  'proof.more': 'Ajouter quelque chose',
  'proof.what': 'Ce qui doit être lisible, ce qui peut être masqué',
  'proof.what.readable':
    'Lisible : le vendeur, la date, l’appareil et, s’il y figure, son numéro IMEI ou de série.',
  'proof.what.black':
    'Vous pouvez masquer : prix, coordonnées bancaires, numéros de client et autres articles.',
  'proof.what.name':
    'Il est à un autre nom, celui de votre conjoint ou employeur ? Pas de souci : envoyez-le et expliquez-le dans un message.',
  'proof.kind': 'Qu’avez-vous ?',
  'proof.kind.invoice': 'Facture',
  'proof.kind.receipt': 'Ticket de caisse',
  'proof.kind.order_confirmation': 'Confirmation de commande',
  'proof.kind.carrier_contract': 'Contrat de téléphonie',
  'proof.kind.insurance_paper': 'Document d’assurance',
  'proof.file': 'Photos ou PDF',
  'proof.file.hint':
    'Prenez une photo ou choisissez des fichiers ; plusieurs pages à la fois sont possibles. 25 Mo au plus chacun.',
  'proof.safe': 'Nous le gardons chiffré et ne l’utilisons que pour cette vérification.',
  'proof.go': 'Envoyer',
  'proof.sending': 'Envoi en cours …',
  'proof.none': 'Je n’ai pas de preuve',
  'proof.none.lead':
    'Dites-nous comment vous avez eu l’appareil ; un collègue le lira. Souvent, le magasin ou l’opérateur envoie une copie de la facture. Sans aucune preuve, nous ne pourrons peut-être pas l’acheter ; il vous reviendra alors.',
  'proof.none.label': 'Votre message',
  'proof.none.missing': 'Écrivez en quelques mots comment vous avez eu l’appareil.',
  'proof.none.go': 'Envoyer le message',
  'proof.tooMany': '{count} fichiers au plus, s’il vous plaît.',
  'proof.approved': 'Votre preuve est acceptée',
  'proof.approved.body':
    'Merci. Nous continuons le test de votre appareil ; vous n’avez plus rien à envoyer.',
  'fault.proof_missing': 'Choisissez au moins une photo ou un PDF.',
  'fault.too_many_files':
    'Cela fait trop de fichiers. Envoyez-en moins, ou réunissez les pages en un seul PDF.',
  'fault.pdf_locked':
    'Ce PDF est protégé : nous ne pouvons pas le lire. Enregistrez-le sans mot de passe, ou prenez-le en photo.',
  'fault.pdf_empty': 'Ce PDF n’a aucune page. Enregistrez-le de nouveau, ou prenez le document en photo.',
  'fault.form_unreadable': 'Le formulaire n’est pas arrivé entier. Veuillez réessayer.',
  'fault.hold_released': 'C’est réglé entre-temps. Rien de plus n’est nécessaire.',
  'fault.code_too_long': 'Un code compte 200 caractères au plus.',
  'fault.too_many_messages': 'C’est beaucoup pour un jour. Appelez-nous, ou écrivez à nouveau demain.',
  'lock.title': 'Retirer l’appareil de votre compte',
  'lock.lead':
    'Vous n’avez pas besoin de l’appareil : cela se fait dans un navigateur, de partout, en cinq minutes environ.',
  'lock.steps': 'Pas à pas',
  'lock.open':
    'Ouvrez cette page et connectez-vous avec le compte de l’appareil. S’il y en a deux, faites les deux.',
  'lock.apple.choose': 'Choisissez « Tous les appareils », puis votre {device}.',
  'lock.apple.erase':
    'Si « Effacer cet appareil » est proposé, choisissez-le et suivez les étapes. Laissez vides le numéro et le message.',
  'lock.apple.remove': 'Choisissez « Supprimer cet appareil » ou « Supprimer du compte » et confirmez.',
  'lock.samsung.remove':
    'Dans votre compte Samsung, ouvrez « Appareils », choisissez votre {device} et déconnectez-le.',
  'lock.google.remove':
    'Dans votre compte Google, choisissez l’appareil {device} dans la liste, puis « Se déconnecter ».',
  'lock.google.password':
    'Ne changez pas maintenant votre mot de passe Google : après un changement, Google garde un appareil verrouillé un jour ou plus.',
  'lock.xiaomi.remove':
    'Dans votre compte Xiaomi, ouvrez « Localiser l’appareil », choisissez votre {device} et supprimez-le du compte.',
  'lock.windows.remove': 'Choisissez votre {device}, puis « Supprimer cet appareil ».',
  'lock.windows.password':
    'Demande-t-il un mot de passe avant le démarrage de Windows, ou une clé BitLocker ? Laissez-la-nous ci-dessous.',
  'lock.other.remove': 'Connectez-vous aussi au compte du fabricant et retirez-en votre {device}.',
  'lock.forgot':
    'Mot de passe oublié ? La même page permet d’en choisir un nouveau. Si le compte est à quelqu’un d’autre, demandez-lui de le faire.',
  'lock.removed': 'Je l’ai retiré',
  'lock.received':
    'Merci. Nous vérifions le verrouillage en général le jour ouvré suivant, puis nous continuons ou vous écrivons.',
  'lock.code': 'Cela ne marche pas ? Laissez un code de déverrouillage',
  'lock.code.lead':
    'Avec le code ou le mot de passe de l’écran, nous pouvons déverrouiller l’appareil ici. Nous le gardons chiffré, notons chaque consultation et l’effaçons quand votre appareil est traité. Ne nous donnez jamais le mot de passe de votre compte Apple, Google ou e-mail.',
  'lock.code.label': 'Code de déverrouillage de l’appareil',
  'lock.code.hint':
    'Chiffres ou mots. Un schéma : numérotez les neuf points depuis le haut à gauche, par exemple 1-2-5-8.',
  'lock.code.missing': 'Saisissez le code de l’appareil.',
  'lock.code.go': 'Laisser le code',
  'ask.link': 'Posez-nous une question',
  'ask.title': 'Posez-nous une question',
  'ask.lead': 'Elle va aux collègues qui suivent votre offre. La réponse vient par e-mail ou sur votre page.',
  'ask.answer.title': 'Votre réponse',
  'ask.answer.lead': 'Elle va au collègue qui vous a posé la question.',
  'ask.label': 'Votre message',
  'ask.missing': 'Écrivez d’abord votre message.',
  'ask.go': 'Envoyer',
  'my.note.yours': 'Vous avez écrit',
  'my.done.asked': 'Merci. Nous avons votre message.',
  'my.done.heard': 'Merci. Un collègue le lit et vous écrit.',
} as const;
