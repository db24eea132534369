/** French: what is refused at work on cases, at the bench, at the counter and on the phone. */
import { placeFor, wordFor, type Refusals } from '../refusals.ts';
import { desk } from './desk.ts';
import { ofTheShop } from './refusals-shop.ts';
import { workflow } from './workflow.ts';

const place = (name: string) => placeFor(workflow, name);
const works = (name: string) => wordFor(desk.inspection.functionals, name);

export const refusals: Refusals = {
  ...ofTheShop,

  // Cases and their moves
  case_not_found: 'Ce dossier n’existe pas.',
  item_not_in_case: 'Cet appareil ne fait pas partie de ce dossier.',
  item_not_found: 'Cet appareil n’existe pas.',
  stale_case: 'Quelqu’un d’autre a modifié ce dossier entre-temps.',
  stale_item: {
    '{} has moved on meanwhile: it is now in {}.': (item, at) =>
      `${item} a avancé entre-temps : il est maintenant dans ${place(at)}.`,
    '{} has moved on meanwhile: look at it again.': (item) =>
      `${item} a avancé entre-temps : regardez à nouveau.`,
    'It has moved on meanwhile: look again.': 'Cela a avancé entre-temps : regardez à nouveau.',
  },
  move_not_yours: {
    'A {} cannot make the move “{}”.': (who, move) =>
      `L’étape « ${wordFor(workflow.moves, move)} » n’est pas possible pour : ${wordFor(workflow.actors, who)}.`,
  },
  move_not_from_here: {
    '“{}” is not possible from {}.': (move, at) =>
      `« ${wordFor(workflow.moves, move)} » n’est pas possible depuis ${place(at)}.`,
  },
  nothing_to_resume: 'Aucune mise en attente ne sait plus d’où venait cet appareil.',
  no_items: {
    'Choose at least one device.': 'Choisissez au moins un appareil.',
    'Add at least one device.': 'Ajoutez au moins un appareil.',
    'Answer for at least one device.': 'Répondez pour au moins un appareil.',
    'Choose the devices that go back.': 'Choisissez les appareils qui repartent.',
  },
  too_many_items: {
    'At most {} items at once.': (n) => `Au plus ${n} appareils à la fois.`,
    'At most {} devices fit in one offer.': (n) => `Une offre contient au plus ${n} appareils.`,
  },
  reason_missing: {
    'Give a reason.': 'Indiquez une raison.',
    'Say why it is rejected.': 'Indiquez pourquoi vous le refusez.',
    'Say why we do not take this device.': 'Indiquez pourquoi nous ne prenons pas cet appareil.',
    'Say why the payout failed.': 'Indiquez pourquoi le paiement a échoué.',
    'Say in a sentence what you see differently.': 'Dites en une phrase ce qui est vu autrement.',
    'Say why: in a column “reason”, or once for all rows.':
      'Indiquez pourquoi : dans une colonne « reason », ou une fois pour toutes les lignes.',
  },
  contact_missing: 'Le nom et l’adresse e-mail du client manquent.',
  address_missing: {
    'The customer’s postal address is missing.': 'L’adresse postale du client manque.',
    'The customer has not given an address yet; the label needs one.':
      'Le client n’a pas encore donné d’adresse ; l’étiquette en demande une.',
  },
  visit_missing: 'Choisissez d’abord un magasin et un jour pour la visite.',
  payout_method_missing: 'Nous ne savons pas encore comment le client veut être payé.',
  price_missing: {
    'The row has no price.': 'La ligne n’a pas de prix.',
    'There is no price yet: make a manual quote first.':
      'Il n’y a pas encore de prix : fixez-en d’abord un à la main.',
    'There is no price for {} yet: make a manual quote first.': (item) =>
      `Il n’y a pas encore de prix pour ${item} : fixez-en d’abord un à la main.`,
  },
  quote_expired: 'Le prix a expiré ou n’existe pas encore ; faites-en d’abord un nouveau.',
  identity_missing: {
    'Record the IMEI or serial number first.': 'Notez d’abord l’IMEI ou le numéro de série.',
    'Enter an IMEI or a serial number.': 'Saisissez un IMEI ou un numéro de série.',
  },
  device_in_another_case:
    'Cet appareil est dans un autre dossier ouvert ; mettez-le en attente et cherchez pourquoi.',
  device_blocked:
    'Cet appareil est sur la liste de blocage ; mettez-le en attente et notez ce qui a été trouvé.',
  inspection_incomplete: 'Terminez d’abord l’inspection.',
  grade_missing: {
    'Give a cosmetic and a functional grade first.': 'Notez d’abord l’aspect et le fonctionnement.',
    'Give a cosmetic grade, A to E.': 'Notez l’aspect, de A à E.',
    'Say whether it works.': 'Dites si l’appareil fonctionne.',
  },
  hold_open: 'Levez d’abord chaque mise en attente.',
  legal_hold: 'Une mise en attente interdit que cet appareil nous quitte : ni paiement, ni renvoi.',
  payout_submitted: {
    'The payout is already on its way, so this can no longer be stopped.':
      'Le paiement est déjà en route ; on ne peut plus l’arrêter.',
    'A payout is on its way; change the details when it has ended.':
      'Un paiement est en route ; modifiez les coordonnées quand il sera terminé.',
  },
  payout_not_paid: 'Le paiement n’est pas encore noté comme payé.',
  no_withdrawal: 'Le client ne s’est pas retiré.',
  withdrawal_noted: 'Le retrait est déjà noté ; il se fera de lui-même à l’arrivée de l’appareil.',
  siblings_open: 'Un autre appareil de ce dossier n’est pas encore prêt pour le paiement.',
  disputed_before:
    'Cet appareil a déjà été inspecté une seconde fois ; deux personnes ont trouvé la même chose.',
  silence_otherwise: 'Dans ce dossier, le silence veut dire autre chose.',
  still_here: 'Notez d’abord comment l’appareil nous a quittés : une signature, ou un colis avec son numéro.',
  note_empty: 'Écrivez d’abord quelque chose.',
  note_too_long: 'Une note contient au plus 10 000 caractères.',
  view_name_taken: 'Vous avez déjà une vue de ce nom.',
  view_not_found: 'Cette vue n’existe pas.',
  view_not_yours: 'Seule la personne qui a enregistré une vue peut la modifier.',
  stale_view: 'Cette vue a changé entre-temps.',

  // Files and photos
  file_not_found: 'Ce fichier n’existe pas.',
  file_missing: 'Choisissez un fichier.',
  file_lost: 'Le stockage n’a plus ce fichier.',
  file_cut_off: 'Le fichier n’est pas arrivé en entier : envoyez-le à nouveau.',
  file_too_large: {
    'A file may have at most {} MB.': (n) => `Un fichier peut faire au plus ${n} Mo.`,
    'A list may have at most 20 MB.': 'Une liste peut faire au plus 20 Mo.',
    'A list may have at most 5 MB.': 'Une liste peut faire au plus 5 Mo.',
  },
  file_empty: 'Ce fichier est vide.',
  file_type_refused: {
    'Send a photo: JPEG, PNG or WebP.': 'Envoyez une photo : JPEG, PNG ou WebP.',
    'Send a photo (JPEG, PNG, WebP) or a PDF.': 'Envoyez une photo (JPEG, PNG, WebP) ou un PDF.',
  },
  file_type_mismatch: 'Ce fichier est d’un autre type que ne le dit son nom.',
  file_unreadable: {
    'This PDF is cut off: send it again.': 'Ce PDF est incomplet : envoyez-le à nouveau.',
    'This picture cannot be opened: it is damaged, or of a kind we cannot read.':
      'Cette image ne s’ouvre pas : elle est abîmée, ou d’un type que nous ne savons pas lire.',
  },
  heic_unreadable:
    'Cette photo est au format HEIC d’Apple, que nous ne pouvons pas ouvrir. Sur l’iPhone, choisissez Réglages › Appareil photo › Formats › Le plus compatible et reprenez-la, ou envoyez-la en JPEG.',
  picture_too_large: {
    'A picture may have at most {} million pixels.': (n) =>
      `Une image peut avoir au plus ${n} millions de pixels.`,
  },
  paper_stays: 'Ce que le client a envoyé reste dans le dossier.',
  photo_in_offer: 'Une offre révisée montre cette photo : elle reste comme preuve.',
  caption_in_offer: 'Une offre révisée montre cette photo : sa légende reste telle que le vendeur l’a vue.',
  caption_too_long: {
    'The words under a photo may have at most {} characters.': (n) =>
      `La légende d’une photo a au plus ${n} caractères.`,
  },
  not_a_photo: 'Seule une photo d’appareil a une légende.',
  photo_hidden: 'Une seconde inspection est à faire : les photos de la première sont cachées.',
  letter_hidden:
    'Une seconde inspection est à faire : d’ici là, personne ne lit ce que la première a trouvé.',
  upload_link_over: 'Ce lien ne fonctionne plus : affichez un nouveau code à l’atelier.',

  // Offers and answers
  silence_not_offered: 'Ce choix n’est pas proposé.',
  price_changed: 'Le prix avait expiré et il est différent aujourd’hui. Regardez-le avant de confirmer.',
  already_confirmed: 'Cette offre est déjà confirmée.',
  too_late: 'C’est trop tard pour cela : les appareils sont en route ou déjà chez nous.',
  answer_how_missing: 'Dites comment le vendeur a répondu : au comptoir, par téléphone ou par e-mail.',
  answered_twice: 'Donnez une seule réponse par appareil.',
  answer_missing: { 'Please answer: {}': (question) => `Répondez encore à : ${question}` },
  answer_unsure: {
    'An inspector has to give a definite answer here.': 'L’inspection demande ici une réponse nette.',
  },
  accessory_unknown: {
    '“{}” is no accessory of such a device.': (name) =>
      `« ${name} » n’est pas un accessoire d’un tel appareil.`,
  },
  variant_unknown: {
    'We do not know this device.': 'Nous ne connaissons pas cet appareil.',
    'There is no such version of this kind of device.': 'Cette version n’existe pas pour ce type d’appareil.',
  },
  model_unknown: 'Ce modèle n’est pas dans le catalogue.',
  no_price: 'Nous n’avons pas encore de prix pour cet appareil.',
  no_quote: 'Cet appareil n’a jamais eu de prix ; il n’y a rien à réviser.',
  not_a_lead:
    'Seule une demande non confirmée reçoit un prix à la main ; ensuite, c’est l’offre que vous révisez.',
  price_absurd: {
    'Give a price between 0 and 100,000.': 'Donnez un prix entre 0 et 100 000.',
    'The price is beyond what such a device can cost.': 'Le prix dépasse ce qu’un tel appareil peut coûter.',
  },
  currency_other: {
    'Prices are in {}.': (currency) => `Les prix sont en ${currency}.`,
    'This offer is in {}.': (currency) => `Cette offre est en ${currency}.`,
  },
  revision_unknown: 'Cette offre révisée n’existe pas.',
  revision_superseded: 'Cette offre a été remplacée entre-temps ; regardez d’abord la plus récente.',
  revision_expired: 'Cette offre a expiré.',
  revision_answered: 'Cette offre a déjà reçu une réponse.',
  revision_reason_missing: {
    'Choose at least one reason.': 'Choisissez au moins une raison.',
    'A lower price needs at least one reason.': 'Un prix plus bas demande au moins une raison.',
  },
  revision_photo_missing: 'Un prix plus bas demande au moins une photo.',
  revision_changes_nothing: 'Dans une offre révisée, au moins une réponse diffère de celle du vendeur.',
  revision_note_missing: 'Dites au vendeur en une phrase ce que vous avez constaté.',
  free_price_reason_missing: 'Dites pourquoi le prix n’est pas celui du calcul.',
  free_price_only: 'Le prix de cet appareil a été fixé à la main ; fixez aussi le nouveau à la main.',
  category_other:
    'C’est un autre type d’appareil, avec d’autres questions : ces réponses ne permettent pas de calculer un prix.',
  photo_unknown: 'Cette photo n’est pas de cet appareil, ou elle a été retirée.',
  too_many_photos: {
    'At most {} photos fit in one offer.': (n) => `Une offre contient au plus ${n} photos.`,
  },

  // Holds
  hold_not_found: 'Cette mise en attente n’existe pas.',
  hold_released: 'Cette mise en attente est déjà levée.',
  hold_open_already: 'Cet appareil est déjà en attente pour cette raison.',
  nobody_asked: 'Le client n’a pas de part dans cette mise en attente.',
  asked_just_now:
    'Le client vient d’être interrogé ; le message est en route. Attendez une minute pour demander à nouveau.',
  customer_has_no_email: {
    'This customer has no mail address. Add one under Customer first.':
      'Ce client n’a pas d’adresse e-mail. Ajoutez-en d’abord une sous Client.',
    'This customer has no mail address: ask by phone instead.':
      'Ce client n’a pas d’adresse e-mail : demandez-lui par téléphone.',
  },
  owner_unknown: 'Ce collègue n’existe pas.',
  note_missing: {
    'Say why the item is on hold.': 'Dites pourquoi l’appareil est mis en attente.',
    'Describe the parcel and what is in it.': 'Décrivez le colis et son contenu.',
  },
  reason_unknown: {
    'Holds for this reason are not opened here.': 'Une mise en attente pour cette raison ne s’ouvre pas ici.',
    'There is no such reason.': 'Cette raison n’existe pas.',
    '“{}” is no reason we know.': (name) => `« ${name} » n’est pas une raison que nous connaissons.`,
  },
  four_eyes:
    'Vous avez demandé ce justificatif ou noté sa réponse : quelqu’un d’autre doit décider (la boutique travaille à quatre yeux).',
  file_unknown: 'Un de ces fichiers ne fait pas partie des papiers de ce dossier.',
  not_a_proof: 'Seule une preuve d’achat s’approuve ou se refuse.',
  not_answered:
    'Il n’y a pas encore de réponse. Notez ce que le client a montré ou envoyé, puis approuvez ; ou levez l’attente.',
  code_missing: 'Saisissez le code.',
  code_too_long: 'Un code contient au plus 200 caractères.',
  code_unknown: 'Il n’y a pas de code, ou il a été effacé.',
  no_lock: 'Cette mise en attente ne concerne pas un verrouillage.',
  due_unfit: 'Choisissez un jour à partir d’aujourd’hui, dans les 90 jours.',
  reason_exists: 'Il y a déjà une raison de ce nom.',
  reason_ours: 'Celle-ci vient avec Reprise : seuls son nom et ses jours se modifient.',
  stale_reason: 'Quelqu’un d’autre a modifié cette raison entre-temps.',
  stale_rules: 'Quelqu’un d’autre a modifié les règles entre-temps.',
  rule_nameless: 'Donnez un nom à la règle.',
  rule_empty: 'Choisissez au moins une condition : sans elle, la règle retiendrait chaque appareil.',
  rule_without_models: 'Choisissez au moins un modèle, ou laissez cette condition de côté.',
  rule_without_brands: 'Choisissez au moins une marque, ou laissez cette condition de côté.',
  rule_name_short: 'Donnez au moins deux lettres du nom du modèle, ou laissez cette condition de côté.',
  rule_without_answers: 'Choisissez au moins une réponse, ou laissez la question de côté.',

  // Inspection
  inspection_not_found: 'Cette inspection n’existe pas ou plus.',
  inspection_taken: {
    '{} is testing this device. Take it over to go on with it.': (name) =>
      `${name} teste cet appareil. Reprenez-le pour continuer.`,
  },
  inspection_hidden: 'Une seconde inspection est en cours ; celle-ci est cachée jusqu’à la fin de l’autre.',
  inspection_closed: {
    'This inspection is complete; there is nothing to take over.':
      'Cette inspection est terminée ; il n’y a rien à reprendre.',
    'This inspection is complete; start a new one to change it.':
      'Cette inspection est terminée ; commencez-en une nouvelle pour la modifier.',
  },
  stale_inspection: 'Quelqu’un d’autre a enregistré cette inspection entre-temps.',
  second_inspection_due: {
    'Another person inspects this device a second time first; until then nobody sees what was found.':
      'Une autre personne inspecte d’abord cet appareil une seconde fois ; d’ici là, personne ne voit ce qui a été constaté.',
    'Another person inspects this device a second time first; only then can it be offered again.':
      'Une autre personne inspecte d’abord cet appareil une seconde fois ; une nouvelle offre n’est possible qu’ensuite.',
  },
  nothing_to_dispute: 'Cet appareil n’a pas encore été inspecté.',
  same_inspector:
    'Vous avez fait la première inspection : la seconde revient à quelqu’un d’autre, qui n’a pas vu la vôtre.',
  inspector_unknown: 'Seul le personnel inspecte les appareils.',
  checks_open: {
    '{} checks have no result yet.': (n) =>
      n === '1' ? '1 contrôle n’a pas encore de résultat.' : `${n} contrôles n’ont pas encore de résultat.`,
  },
  check_photo_missing: {
    'A photo is needed of: {}.': (checks) => `Il manque encore une photo de : ${checks}.`,
  },
  grade_note_missing: {
    'The checks ask for {} and “{}”. Say in the note why the grade is another.': (cosmetic, functional) =>
      `Les contrôles donnent ${cosmetic} et « ${works(functional)} ». Dites dans la note pourquoi vous notez autrement.`,
  },
  check_note_missing: 'Dites ce qui a été trouvé, et où.',
  check_not_found: 'Ce contrôle n’existe pas.',
  unit_not_found: 'Cet appareil n’existe pas.',
  item_not_here: {
    'The device’s number is recorded while it is on the bench.':
      'Le numéro se note pendant que l’appareil est à l’atelier.',
    'A device is checked while it is with us.': 'Un appareil se contrôle pendant qu’il est chez nous.',
  },
  item_not_on_bench: 'Seul un appareil en contrôle peut être inspecté.',
  imei_length: {
    'An IMEI has digits only: 15 of them.': 'Un IMEI ne contient que des chiffres : 15.',
    'An IMEI has 15 digits; this has {}.': (n) => `Un IMEI a 15 chiffres ; celui-ci en a ${n}.`,
  },
  imei_check_digit: 'Un chiffre de cet IMEI est faux (le chiffre de contrôle ne va pas). Relisez-le : *#06#.',
  imei_not_real: 'Cet IMEI n’est celui d’aucun appareil : il n’a que des zéros.',
  imei_is_eid: 'C’est l’EID de l’eSIM, 32 chiffres. L’IMEI en a 15 : *#06#.',
  imei_is_sim: 'C’est le numéro d’une carte SIM. L’IMEI a 15 chiffres : *#06#.',
  imei_is_meid: 'C’est un MEID. Si le téléphone n’a pas d’IMEI, saisissez-le comme numéro de série.',
  imei_two_at_once: 'Ce sont deux numéros : saisissez chaque IMEI dans son champ.',
  imei_twice: 'Les deux IMEI sont identiques ; laissez le second vide.',
  unit_numbers_conflict: {
    'One of these IMEIs is known with another one ({}). Read both again: *#06#.': (known) =>
      `Un de ces IMEI est connu avec un autre (${known}). Relisez les deux : *#06#.`,
  },
  serial_is_eid: 'C’est l’EID de l’eSIM, pas le numéro de série.',
  serial_malformed: 'Un numéro de série a de 4 à 40 lettres et chiffres.',

  // Block list
  blocked_device_unknown: 'Cette entrée n’existe pas.',
  blocked_already: 'Cet appareil est déjà sur la liste.',
  unblocked_already: 'Cet appareil a déjà été retiré de la liste.',
  list_too_long: { 'At most {} numbers at once.': (n) => `Au plus ${n} numéros à la fois.` },
  number_missing: 'Cette ligne n’a pas de numéro.',
  number_twice: {
    'The same number stands in line {}.': (line) => `Le même numéro figure à la ligne ${line}.`,
  },
  number_rounded: 'Un tableur a arrondi ce numéro : mettez la colonne au format texte.',

  // Parcels
  tracking_malformed: 'Un numéro de suivi a de 4 à 40 lettres et chiffres.',
  not_by_mail: 'Ce dossier ne vient pas par courrier.',
  parcel_not_found: 'Il n’y a pas de colis.',
  signature_missing: 'Indiquez qui a signé pour l’appareil.',
  carrier_missing: 'Indiquez le transporteur.',
  code_malformed: 'Scannez ou tapez au moins trois caractères.',
  unmatched_not_found: 'Ce colis n’existe pas.',
  unmatched_closed: 'Ce colis a déjà été traité.',
  kit_not_by_mail: 'Ce dossier ne vient pas par courrier ; il n’a donc pas de kit d’envoi.',
  kit_nothing_to_send: 'Tous les appareils de ce dossier sont annulés : il n’y a rien à envoyer.',
  shop_address_missing:
    'L’étiquette demande une adresse de destination. Saisissez l’adresse postale de la boutique : Réglages, Boutique.',
};
