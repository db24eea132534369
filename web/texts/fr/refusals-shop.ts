/** French: what is refused in prices, settings, messages and money, and what any form or the server itself refuses. */
import { momentFor, wordFor, type Refusals } from '../refusals.ts';
import { workflow } from './workflow.ts';

const state = (name: string) => wordFor(workflow.payoutStates, name).toLowerCase();

export const ofTheShop: Refusals = {
  // Any form
  missing: 'Remplissez ce champ.',
  wrong_type: {
    'This must be a text.': 'Il faut un texte.',
    'This must be a number.': 'Il faut un nombre.',
    'This must be a whole number.': 'Il faut un nombre entier.',
  },
  too_small: {
    'This must not be empty.': 'Remplissez ce champ.',
    'This must have at least {} characters.': (n) => `Il faut au moins ${n} caractères.`,
    'This must have at least {} entries.': (n) => `Il en faut au moins ${n}.`,
    'This must be more than {}.': (n) => `Il faut plus de ${n}.`,
    'This must be at least {}.': (n) => `Il faut au moins ${n}.`,
  },
  too_big: {
    'This must have at most {} characters.': (n) => `Au plus ${n} caractères.`,
    'This must have at most {} entries.': (n) => `Au plus ${n} à la fois.`,
    'This must be less than {}.': (n) => `Il faut moins de ${n}.`,
    'This must be at most {}.': (n) => `Au plus ${n}.`,
  },
  wrong_format: {
    'This is not a mail address.': 'Ce n’est pas une adresse e-mail.',
    'This is not a web address.': 'Ce n’est pas une adresse web.',
    'This must be a date such as {}.': (date) => `Il faut une date comme ${date}.`,
    'This does not have the right form.': 'Cela n’a pas la bonne forme.',
    'Give the country as two capitals, such as NL.': 'Donnez le pays en deux majuscules, comme FR.',
    'Give the currency as three capitals, such as EUR.': 'Donnez la monnaie en trois majuscules, comme EUR.',
    'Give a currency code of three capitals, such as EUR.':
      'Donnez la monnaie en trois majuscules, comme EUR.',
  },
  invalid: { 'This is not valid.': 'Ce n’est pas valable.' },
  unreadable_text: 'Le texte contient un caractère qui ne peut pas être enregistré.',
  value_malformed: {
    'A value does not have the form it must have.': 'Une valeur n’a pas la forme voulue.',
    'A date or time does not have the form it must have.': 'Une date ou une heure n’a pas la forme voulue.',
  },
  number_out_of_range: 'Un nombre est trop grand.',
  instant_out_of_range: 'Une date ou une heure est impossible.',

  // The server
  offline: 'Le serveur est injoignable. Rien n’a changé ; réessayez.',
  server_error: { 'The server answered {}.': (status) => `Le serveur a répondu ${status}.` },
  internal_error: {
    'Something went wrong on our side. Tell us this number: {}.': (request) =>
      `Quelque chose n’a pas marché chez nous. Donnez-nous ce numéro : ${request}.`,
  },
  not_found: 'Il n’y a rien ici.',
  took_too_long: 'Cela a pris trop de temps : réessayez.',
  database_unavailable: 'La base de données est injoignable pour l’instant : réessayez dans un moment.',
  busy: {
    'Others were changing the same thing: try again.': 'D’autres modifiaient la même chose : réessayez.',
    'Somebody else is changing this right now: try again.':
      'Quelqu’un d’autre le modifie en ce moment : réessayez.',
  },
  request_in_progress: 'La même requête est encore en cours : réessayez dans un moment.',
  too_many_requests: {
    'Too many requests: try again in {} s.': (s) => `Trop de requêtes : réessayez dans ${s} s.`,
  },

  // Who may do it
  permission_missing: {
    'You need the permission {} for this; an owner can give it to you.{}': (permission, factor) =>
      `Il vous faut le droit ${permission} ; un propriétaire peut vous le donner.` +
      (factor ? ' S’il fait partie de votre rôle, activez d’abord la connexion en deux étapes.' : ''),
    'This needs the permission “{}”.': (permission) => `Il faut pour cela le droit « ${permission} ».`,
    'This needs the permission {}.': (permission) => `Il faut pour cela le droit ${permission}.`,
  },
  not_for_you: 'Cela ne vous est pas ouvert.',
  sign_in_required: 'Connectez-vous d’abord.',
  sign_in_failed: {
    'The e-mail address or the password is not right.':
      'L’adresse e-mail ou le mot de passe n’est pas le bon.',
    'Please sign in again.': 'Connectez-vous à nouveau.',
  },
  challenge_expired: 'Cela a pris trop de temps ou trop d’essais. Connectez-vous à nouveau.',
  too_many_tries: {
    'Too many tries. Please wait {} minutes and try again.': (n) =>
      `Trop d’essais. Attendez ${n} ${n === '1' ? 'minute' : 'minutes'} et réessayez.`,
  },
  invitation_unknown:
    'Cette invitation est inconnue, utilisée ou expirée. Demandez-en une nouvelle à un propriétaire.',
  password_wrong: 'Ce n’est pas votre mot de passe.',
  password_weak: {
    'Use at least {} characters.': (n) => `Utilisez au moins ${n} caractères.`,
    'Use at most {} characters.': (n) => `Utilisez au plus ${n} caractères.`,
    'Use more different characters.': 'Utilisez des caractères plus variés.',
    'This password is among the first that are tried. A few unrelated words work well.':
      'Ce mot de passe est parmi les premiers essayés. Quelques mots sans lien entre eux vont bien.',
    'A run of digits is easily guessed.': 'Une suite de chiffres se devine facilement.',
    'Do not build the password from your name or e-mail address.':
      'Ne formez pas le mot de passe avec votre nom ou votre adresse e-mail.',
  },
  code_wrong: {
    'This code is not right. Codes change every 30 seconds.':
      'Ce code n’est pas le bon. Les codes changent toutes les 30 secondes.',
  },
  two_factor_active: 'La connexion en deux étapes est déjà active. Désactivez-la d’abord pour la modifier.',
  two_factor_missing: 'Commencez par un nouveau code QR.',

  // Staff, stores and settings
  staff_unknown: 'Cette personne n’existe pas.',
  staff_disabled: 'Réactivez d’abord cette personne.',
  last_owner: 'C’est le seul propriétaire. Nommez d’abord quelqu’un d’autre propriétaire.',
  own_account: 'Vous ne pouvez pas vous désactiver vous-même. Demandez à un autre propriétaire.',
  email_taken: {
    'Another customer has this e-mail address.': 'Un autre client a cette adresse e-mail.',
    'Somebody with this e-mail address is on the staff already.':
      'Quelqu’un du personnel a déjà cette adresse e-mail.',
  },
  customer_unknown: 'Ce client n’existe pas.',
  phone_invalid: 'Ce numéro de téléphone n’est pas complet. Commencez par + et l’indicatif du pays.',
  location_unknown: 'Ce magasin n’existe pas.',
  location_exists: 'Il y a déjà un magasin de ce nom.',
  hours_invalid: {
    'A store closes after it opens.': 'Un magasin ferme après avoir ouvert.',
    'Opening hours of a day must not overlap.': 'Les horaires d’un jour ne doivent pas se chevaucher.',
  },
  country_unknown: 'Donnez le pays en deux majuscules, comme FR.',
  currency_unknown: {
    'Give the currency as three capitals, such as EUR.': 'Donnez la monnaie en trois majuscules, comme EUR.',
    'The currency is not a code of three letters.': 'La monnaie n’est pas un code de trois lettres.',
  },
  timezone_unknown: 'Donnez le fuseau horaire comme Europe/Amsterdam.',
  settings_contradict: {
    'What silence means must be one of the choices the seller has.':
      'Ce que veut dire le silence doit être un des choix du vendeur.',
    'Cash can only be paid in a store.': 'On ne paie en espèces qu’en magasin.',
    'A quote must stay valid at least as long as the customer has to confirm it.':
      'Un prix doit rester valable au moins aussi longtemps que le client a pour le confirmer.',
  },
  stale_version: 'Quelqu’un l’a modifié entre-temps : regardez à nouveau.',
  adapter_unknown: 'Cette connexion n’existe pas.',
  connection_invalid: { 'These settings cannot be read.': 'Ces réglages sont illisibles.' },
  secret_missing: {
    'This is needed to connect.': 'C’est nécessaire pour se connecter.',
    'The address changed: type this again.': 'L’adresse a changé : saisissez-le à nouveau.',
  },
  checklist_version_unknown: 'Cette version de la liste n’existe pas.',

  // Prices
  price_book_unknown: 'Ce livre de prix n’existe pas.',
  price_version_unknown: 'Cette version du livre de prix n’existe pas.',
  price_unknown: 'Ce prix n’existe pas.',
  version_published: 'Une version publiée reste telle quelle : faites-en un brouillon.',
  version_empty: 'Cette version n’a pas encore de prix.',
  effective_in_past: 'Une version ne peut pas avoir compté avant sa publication.',
  questions_unknown: 'Ce questionnaire n’existe pas.',
  import_unknown: 'Cet import n’existe pas.',
  import_over: {
    'This import is applied; its file is no longer kept.':
      'Cet import est appliqué ; son fichier n’est plus gardé.',
    'This import is applied already.': 'Cet import est déjà appliqué.',
  },
  import_running: 'Cet import est en cours : attendez qu’il finisse.',
  mapping_unclear: {
    'Say which column holds what.': 'Dites quelle colonne contient quoi.',
    'Say first which column holds what.': 'Dites d’abord quelle colonne contient quoi.',
  },
  mapping_column_unknown: {
    'The list has no column “{}”.': (name) => `La liste n’a pas de colonne « ${name} ».`,
  },
  rate_invalid: 'Un cours est un code de monnaie et un nombre supérieur à zéro.',
  csv_headings_doubled: {
    'Two columns are called “{}”.': (name) => `Deux colonnes s’appellent « ${name} ».`,
  },
  csv_no_rows: 'Il n’y a rien sous les titres.',
  csv_too_many_rows: {
    'At most {} rows of {} columns at once.': (rows, columns) =>
      `Au plus ${rows} lignes de ${columns} colonnes à la fois.`,
  },
  csv_broken: {
    'Line {} cannot be read: a quotation mark is open or stands where none may be.': (line) =>
      `La ligne ${line} est illisible : un guillemet reste ouvert ou se trouve au mauvais endroit.`,
  },
  file_not_text: {
    'This is a workbook: save it as CSV first.': 'C’est un classeur : enregistrez-le d’abord en CSV.',
    'This is not a text file: send the list as CSV.':
      'Ce n’est pas un fichier texte : envoyez la liste en CSV.',
    'This file cannot be read as text: save it as CSV in UTF-8.':
      'Ce fichier ne se lit pas comme du texte : enregistrez-le en CSV, en UTF-8.',
  },

  // Rows of a price list
  broken_line: 'La ligne a plus ou moins de colonnes que les titres.',
  not_selected: 'Selon une colonne de la liste, c’est un autre genre de prix.',
  brand_missing: 'Ni la colonne ni le nom ne disent la marque.',
  model_missing: 'La ligne ne nomme pas de modèle.',
  unknown_model: 'Ce modèle n’est pas dans le catalogue.',
  ambiguous_model: 'Le nom convient à plusieurs modèles : il manque l’année, la génération ou la taille.',
  storage_missing: 'La ligne ne dit pas la capacité.',
  storage_conflict: 'Le nom et la colonne de capacité ne disent pas la même.',
  unknown_variant: 'Dans le catalogue, ce modèle n’a pas cette capacité ou cette taille.',
  ambiguous_variant: 'Le nom convient à plusieurs tailles du modèle.',
  condition_missing: 'La ligne ne nomme pas d’état.',
  condition_unknown: 'Le mot pour l’état est inconnu : dites dans la correspondance ce qu’il signifie.',
  condition_skipped: 'La correspondance laisse cet état de côté.',
  price_unreadable: 'Le prix n’est pas un montant clair.',
  price_negative: 'Le prix est inférieur à zéro.',
  price_zero: 'Le prix est de zéro.',
  doubled_same: 'Le même prix figure dans une autre ligne.',
  doubled_median: 'Plusieurs lignes d’un même jour donnent des prix différents : leur médiane compte.',
  older: 'Une ligne plus récente donne le prix.',

  // Messages
  message_not_found: 'Ce message n’existe pas.',
  message_sent: 'Ce message est déjà envoyé ou en route.',
  message_outdated: 'Un code n’est envoyé qu’une fois. Le client peut en demander un nouveau sur la page.',
  inbound_not_found: 'Cet e-mail n’existe pas.',
  inbound_matched: 'Cet e-mail est déjà dans un dossier.',
  too_many_files: {
    'Only {} files of a mail are kept.': (n) => `D’un e-mail, on garde au plus ${n} fichiers.`,
  },
  mail_lost: 'L’e-mail tel qu’il est arrivé est perdu.',
  mail_too_large: {
    'The mail is larger than 25 MB: look at its files in the mailbox.':
      'L’e-mail dépasse 25 Mo : regardez ses fichiers dans la boîte aux lettres.',
  },
  stale_template: 'Quelqu’un d’autre a modifié ce texte entre-temps.',
  template_empty: {
    'Write something.': 'Écrivez quelque chose.',
    'This makes an empty line.': 'Cela donne une ligne vide.',
  },
  template_variable_unknown: { 'There is no “{}”.': (name) => `« ${name} » n’existe pas.` },
  never_silent: 'Cette lettre ne peut pas être désactivée : quelqu’un l’attend, ou un délai court.',
  line_too_long: {
    'A line has at most {} characters.': (n) => `Une ligne contient au plus ${n} caractères.`,
  },
  chat_line_not_found: 'Cette ligne n’existe pas.',
  chat_line_sent: 'Cette ligne est déjà dans le chat ou en route.',
  letter_empty: {
    'The letter needs a subject.': 'La lettre demande un objet.',
    'The letter has no text.': 'La lettre n’a pas de texte.',
  },
  letter_subject_lines: 'L’objet doit tenir en une ligne.',
  letter_too_long: {
    'The subject may have at most {} characters; it has {}.': (most, now) =>
      `L’objet peut avoir au plus ${most} caractères ; il en a ${now}.`,
    'The text may have at most {} characters; it has {}.': (most, now) =>
      `Le texte peut avoir au plus ${most} caractères ; il en a ${now}.`,
  },
  letter_characters: 'Il contient des caractères qu’un e-mail ne peut pas porter.',
  macro_not_found: 'Cette macro n’existe pas.',
  macro_text_missing: {
    'This macro has no text yet.': 'Cette macro n’a pas encore de texte.',
    'Write its text in one language at least.': 'Écrivez son texte dans une langue au moins.',
  },
  macro_fails: {
    'The macro’s text does not work for this case: {}': (why) =>
      `Le texte de la macro ne fonctionne pas pour ce dossier : ${why}`,
  },
  macro_name_missing: 'Donnez un nom à la macro.',
  macro_name_taken: 'Une autre macro a déjà ce nom.',
  macro_order: 'Nommez chaque macro une fois. Quelqu’un en a peut-être créé une entre-temps.',
  stale_macro: 'Quelqu’un d’autre a modifié cette macro entre-temps.',

  // Money
  iban_missing: 'Saisissez l’IBAN.',
  iban_country_unknown: 'Un IBAN commence par les deux lettres de son pays, comme NL ou DE.',
  iban_length_wrong: 'Cet IBAN est trop court ou trop long pour son pays.',
  iban_format_wrong: {
    'This IBAN has letters or digits where its country has none.':
      'Cet IBAN a des lettres ou des chiffres là où son pays n’en a pas.',
    'The third and fourth characters of an IBAN are digits.':
      'Les troisième et quatrième caractères d’un IBAN sont des chiffres.',
    'An IBAN has only letters and digits, 34 at most.':
      'Un IBAN n’a que des lettres et des chiffres, 34 au plus.',
  },
  iban_check_failed: {
    'The check digits do not fit: one character of this IBAN seems to be wrong.':
      'Les chiffres de contrôle ne vont pas : un caractère de cet IBAN semble faux.',
    'The account number inside this IBAN does not exist: please check it once more.':
      'Le numéro de compte dans cet IBAN n’existe pas : vérifiez-le encore une fois.',
  },
  iban_wrong: 'Ce n’est pas un IBAN valable.',
  paypal_email_wrong: 'Saisissez l’adresse e-mail du compte PayPal, comme nom@exemple.fr.',
  holder_missing: 'Saisissez le nom du titulaire du compte.',
  holder_wrong: 'Le nom du titulaire a au plus 140 caractères.',
  payout_kind_not_offered: 'Ce mode de paiement n’est pas proposé ici.',
  payout_method_changed: 'Quelqu’un a modifié les coordonnées de paiement entre-temps : regardez à nouveau.',
  payout_not_found: 'Ce paiement n’existe pas.',
  payout_changed: {
    'Payout {} was changed by somebody else just now.': (name) =>
      `Quelqu’un d’autre vient de modifier le paiement ${name}.`,
  },
  payout_not_ready: {
    'Payout {} is {} already.': (name, now) => `Le paiement ${name} est déjà ${state(now)}.`,
    'It is no bank payout that is ready, or it is in a batch already.':
      'Ce n’est pas un virement prêt, ou il est déjà dans un lot.',
  },
  payout_ended: { 'Payout {} is {} already.': (name, now) => `Le paiement ${name} est déjà ${state(now)}.` },
  payout_not_submitted: {
    'Payout {} is {}; only a submitted one can fail.': (name, now) =>
      `Le paiement ${name} est ${state(now)} ; seul un paiement transmis peut échouer.`,
  },
  payout_cooling_off: {
    'The customer changed the account of payout {}; it can be paid from {}.': (name, at) =>
      `Le client a changé le compte du paiement ${name} ; on peut le payer à partir du ${momentFor('fr', at)}.`,
  },
  payout_pays_at_once: {
    'Payout {} has nothing to submit: mark it as paid.': (name) =>
      `Le paiement ${name} n’a rien à transmettre : marquez-le payé.`,
  },
  release_not_needed: 'Ce paiement ne dépasse pas la limite ; une personne suffit.',
  release_needed: {
    'Payout {} is above the limit: a second person has to release it first.': (name) =>
      `Le paiement ${name} dépasse la limite : une seconde personne doit d’abord le libérer.`,
  },
  release_same_person: {
    'You released payout {}; somebody else has to send it.': (name) =>
      `Vous avez libéré le paiement ${name} ; quelqu’un d’autre doit le transmettre.`,
  },
  mixed_currencies: 'Des appareils aux prix en monnaies différentes se paient un par un.',
  nothing_to_reveal: {
    'Payout {} goes to no account.': (name) => `Le paiement ${name} ne va sur aucun compte.`,
  },
  reference_missing: 'Saisissez le numéro de transaction de la banque ou de PayPal.',
  reference_wrong: 'Un numéro de transaction a au plus 140 caractères.',
  location_missing: 'Choisissez le magasin dont la caisse a payé.',
  nothing_to_batch: {
    'No bank payout is ready that is not in a batch already.':
      'Aucun virement n’est prêt qui ne soit déjà dans un lot.',
    'Somebody else has just put these payouts into a batch.':
      'Quelqu’un d’autre vient de mettre ces paiements dans un lot.',
  },
  other_currency: {
    'The row is in another currency, and no rate is given for it.':
      'La ligne est dans une autre monnaie, sans cours indiqué.',
    'A file has one currency; this one has {}.': (currency) =>
      `Un fichier a une seule monnaie ; celui-ci est en ${currency}.`,
  },
  entry_done: 'Ce paiement a déjà été traité.',
  batch_not_found: 'Ce lot n’existe pas.',
  batch_open: 'Ce lot est encore en train de se remplir : réessayez dans un moment.',
  batch_empty: 'Aucun paiement n’a pu entrer dans ce lot.',
  amount_wrong: 'Saisissez un montant supérieur à zéro.',
  credit_too_low: 'Le client n’a pas autant d’avoir.',
};
