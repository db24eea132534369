/** Dutch: what is refused in prices, settings, messages and money, and what any form or the server itself refuses. */
import { momentFor, wordFor, type Refusals } from '../refusals.ts';
import { workflow } from './workflow.ts';

const state = (name: string) => wordFor(workflow.payoutStates, name).toLowerCase();

export const ofTheShop: Refusals = {
  // Any form
  missing: 'Vul dit in.',
  wrong_type: {
    'This must be a text.': 'Dit moet tekst zijn.',
    'This must be a number.': 'Dit moet een getal zijn.',
    'This must be a whole number.': 'Dit moet een heel getal zijn.',
  },
  too_small: {
    'This must not be empty.': 'Vul dit in.',
    'This must have at least {} characters.': (n) => `Hier zijn minstens ${n} tekens nodig.`,
    'This must have at least {} entries.': (n) => `Hier horen er minstens ${n}.`,
    'This must be more than {}.': (n) => `Dit moet meer dan ${n} zijn.`,
    'This must be at least {}.': (n) => `Dit moet minstens ${n} zijn.`,
  },
  too_big: {
    'This must have at most {} characters.': (n) => `Hier passen hoogstens ${n} tekens.`,
    'This must have at most {} entries.': (n) => `Hier passen er hoogstens ${n}.`,
    'This must be less than {}.': (n) => `Dit moet minder dan ${n} zijn.`,
    'This must be at most {}.': (n) => `Dit mag hoogstens ${n} zijn.`,
  },
  wrong_format: {
    'This is not a mail address.': 'Dit is geen mailadres.',
    'This is not a web address.': 'Dit is geen webadres.',
    'This must be a date such as {}.': (date) => `Dit moet een datum zijn zoals ${date}.`,
    'This does not have the right form.': 'Dit heeft niet de juiste vorm.',
    'Give the country as two capitals, such as NL.': 'Geef het land als twee hoofdletters, zoals NL.',
    'Give the currency as three capitals, such as EUR.': 'Geef de munt als drie hoofdletters, zoals EUR.',
    'Give a currency code of three capitals, such as EUR.': 'Geef de munt als drie hoofdletters, zoals EUR.',
  },
  invalid: { 'This is not valid.': 'Dit klopt niet.' },
  unreadable_text: 'Er staat een teken in dat niet bewaard kan worden.',
  value_malformed: {
    'A value does not have the form it must have.': 'Iets heeft niet de vorm die het moet hebben.',
    'A date or time does not have the form it must have.': 'Een datum of tijd heeft niet de juiste vorm.',
  },
  number_out_of_range: 'Een getal is te groot.',
  instant_out_of_range: 'Een datum of tijd is niet mogelijk.',

  // The server
  offline: 'De server is onbereikbaar. Er is niets gewijzigd; probeer het opnieuw.',
  server_error: { 'The server answered {}.': (status) => `De server antwoordde ${status}.` },
  internal_error: {
    'Something went wrong on our side. Tell us this number: {}.': (request) =>
      `Er ging bij ons iets mis. Noem ons dit nummer: ${request}.`,
  },
  not_found: 'Hier is niets.',
  took_too_long: 'Dit duurde te lang: probeer het opnieuw.',
  database_unavailable: 'De database is nu niet bereikbaar: probeer het zo opnieuw.',
  busy: {
    'Others were changing the same thing: try again.': 'Anderen wijzigden hetzelfde: probeer het opnieuw.',
    'Somebody else is changing this right now: try again.':
      'Iemand anders wijzigt dit op dit moment: probeer het opnieuw.',
  },
  request_in_progress: 'Hetzelfde verzoek loopt nog: probeer het zo opnieuw.',
  too_many_requests: {
    'Too many requests: try again in {} s.': (s) => `Te veel verzoeken: probeer het over ${s} s opnieuw.`,
  },

  // Who may do it
  permission_missing: {
    'You need the permission {} for this; an owner can give it to you.{}': (permission, factor) =>
      `Hiervoor heb je het recht ${permission} nodig; een eigenaar kan het je geven.` +
      (factor ? ' Hoort het bij je rol, zet dan eerst het inloggen in twee stappen aan.' : ''),
    'This needs the permission “{}”.': (permission) => `Hiervoor is het recht “${permission}” nodig.`,
    'This needs the permission {}.': (permission) => `Hiervoor is het recht ${permission} nodig.`,
  },
  not_for_you: 'Dit is niet voor jou toegankelijk.',
  sign_in_required: 'Meld je eerst aan.',
  sign_in_failed: {
    'The e-mail address or the password is not right.': 'Het e-mailadres of het wachtwoord klopt niet.',
    'Please sign in again.': 'Meld je opnieuw aan.',
  },
  challenge_expired: 'Dit duurde te lang of er waren te veel pogingen. Meld je opnieuw aan.',
  too_many_tries: {
    'Too many tries. Please wait {} minutes and try again.': (n) =>
      `Te veel pogingen. Wacht ${n} ${n === '1' ? 'minuut' : 'minuten'} en probeer het opnieuw.`,
  },
  invitation_unknown: 'Deze uitnodiging is onbekend, gebruikt of verlopen. Vraag een eigenaar om een nieuwe.',
  password_wrong: 'Dit is niet je wachtwoord.',
  password_weak: {
    'Use at least {} characters.': (n) => `Gebruik minstens ${n} tekens.`,
    'Use at most {} characters.': (n) => `Gebruik hoogstens ${n} tekens.`,
    'Use more different characters.': 'Gebruik meer verschillende tekens.',
    'This password is among the first that are tried. A few unrelated words work well.':
      'Dit wachtwoord wordt als een van de eerste geprobeerd. Een paar losse woorden werken goed.',
    'A run of digits is easily guessed.': 'Een rij cijfers is makkelijk te raden.',
    'Do not build the password from your name or e-mail address.':
      'Maak het wachtwoord niet van je naam of e-mailadres.',
  },
  code_wrong: {
    'This code is not right. Codes change every 30 seconds.':
      'Deze code klopt niet. Codes wisselen elke 30 seconden.',
  },
  two_factor_active: 'Inloggen in twee stappen staat al aan. Zet het eerst uit om het te wijzigen.',
  two_factor_missing: 'Begin met een nieuwe QR-code.',

  // Staff, stores and settings
  staff_unknown: 'Deze persoon bestaat niet.',
  staff_disabled: 'Zet deze persoon eerst weer aan.',
  last_owner: 'Dit is de enige eigenaar. Maak eerst iemand anders eigenaar.',
  own_account: 'Je kunt jezelf niet uitzetten. Vraag een andere eigenaar.',
  email_taken: {
    'Another customer has this e-mail address.': 'Een andere klant heeft dit e-mailadres.',
    'Somebody with this e-mail address is on the staff already.':
      'Er is al een medewerker met dit e-mailadres.',
  },
  customer_unknown: 'Deze klant bestaat niet.',
  phone_invalid: 'Dit is geen volledig telefoonnummer. Begin met + en de landcode.',
  location_unknown: 'Deze vestiging bestaat niet.',
  location_exists: 'Er is al een vestiging met deze naam.',
  hours_invalid: {
    'A store closes after it opens.': 'Een vestiging sluit nadat ze opengaat.',
    'Opening hours of a day must not overlap.': 'Openingstijden van één dag mogen niet overlappen.',
  },
  country_unknown: 'Geef het land als twee hoofdletters, zoals NL.',
  currency_unknown: {
    'Give the currency as three capitals, such as EUR.': 'Geef de munt als drie hoofdletters, zoals EUR.',
    'The currency is not a code of three letters.': 'De munt is geen code van drie letters.',
  },
  timezone_unknown: 'Geef de tijdzone als in Europe/Amsterdam.',
  settings_contradict: {
    'What silence means must be one of the choices the seller has.':
      'Wat zwijgen betekent, moet een van de keuzes van de verkoper zijn.',
    'Cash can only be paid in a store.': 'Contant betalen kan alleen in de winkel.',
    'A quote must stay valid at least as long as the customer has to confirm it.':
      'Een prijs moet minstens zo lang gelden als de klant heeft om te bevestigen.',
  },
  stale_version: 'Iemand heeft dit intussen gewijzigd: kijk opnieuw.',
  adapter_unknown: 'Deze koppeling bestaat niet.',
  connection_invalid: { 'These settings cannot be read.': 'Deze instellingen zijn niet te lezen.' },
  secret_missing: {
    'This is needed to connect.': 'Dit is nodig om te verbinden.',
    'The address changed: type this again.': 'Het adres is gewijzigd: typ dit opnieuw.',
  },
  checklist_version_unknown: 'Deze versie van de checklist bestaat niet.',

  // Prices
  price_book_unknown: 'Dit prijsboek bestaat niet.',
  price_version_unknown: 'Deze versie van het prijsboek bestaat niet.',
  price_unknown: 'Deze prijs bestaat niet.',
  version_published: 'Een gepubliceerde versie blijft zoals ze is: maak er een concept van.',
  version_empty: 'Deze versie heeft nog geen prijzen.',
  effective_in_past: 'Een versie kan niet gelden van vóór haar publicatie.',
  questions_unknown: 'Deze vragenlijst bestaat niet.',
  import_unknown: 'Deze import bestaat niet.',
  import_over: {
    'This import is applied; its file is no longer kept.':
      'Deze import is verwerkt; het bestand wordt niet meer bewaard.',
    'This import is applied already.': 'Deze import is al verwerkt.',
  },
  import_running: 'Deze import loopt: wacht tot hij klaar is.',
  mapping_unclear: {
    'Say which column holds what.': 'Geef aan welke kolom wat bevat.',
    'Say first which column holds what.': 'Geef eerst aan welke kolom wat bevat.',
  },
  mapping_column_unknown: {
    'The list has no column “{}”.': (name) => `De lijst heeft geen kolom “${name}”.`,
  },
  rate_invalid: 'Een koers is een muntcode en een getal boven nul.',
  csv_headings_doubled: { 'Two columns are called “{}”.': (name) => `Twee kolommen heten “${name}”.` },
  csv_no_rows: 'Onder de kopjes staat niets.',
  csv_too_many_rows: {
    'At most {} rows of {} columns at once.': (rows, columns) =>
      `Hoogstens ${rows} regels van ${columns} kolommen tegelijk.`,
  },
  csv_broken: {
    'Line {} cannot be read: a quotation mark is open or stands where none may be.': (line) =>
      `Regel ${line} is niet te lezen: een aanhalingsteken staat nog open of op een verkeerde plaats.`,
  },
  file_not_text: {
    'This is a workbook: save it as CSV first.': 'Dit is een werkmap: bewaar hem eerst als CSV.',
    'This is not a text file: send the list as CSV.': 'Dit is geen tekstbestand: stuur de lijst als CSV.',
    'This file cannot be read as text: save it as CSV in UTF-8.':
      'Dit bestand is niet als tekst te lezen: bewaar het als CSV in UTF-8.',
  },

  // Rows of a price list
  broken_line: 'De regel heeft meer of minder kolommen dan de kopjes.',
  not_selected: 'Volgens een kolom van de lijst is dit een ander soort prijs.',
  brand_missing: 'Kolom noch naam zegt welk merk het is.',
  model_missing: 'De regel noemt geen model.',
  unknown_model: 'Dit model staat niet in de catalogus.',
  ambiguous_model: 'De naam past bij meerdere modellen: jaar, generatie of maat ontbreekt.',
  storage_missing: 'De regel zegt niet hoeveel opslag.',
  storage_conflict: 'Naam en opslagkolom noemen verschillende opslag.',
  unknown_variant: 'Dit model bestaat in de catalogus niet met deze opslag of maat.',
  ambiguous_variant: 'De naam past bij meerdere maten van het model.',
  condition_missing: 'De regel noemt geen staat.',
  condition_unknown: 'Het woord voor de staat is onbekend: geef bij de kolommen aan wat het betekent.',
  condition_skipped: 'Deze staat wordt volgens de instelling overgeslagen.',
  price_unreadable: 'De prijs is niet één duidelijk bedrag.',
  price_negative: 'De prijs ligt onder nul.',
  price_zero: 'De prijs is nul.',
  doubled_same: 'Dezelfde prijs staat in een andere regel.',
  doubled_median: 'Meerdere regels van één dag noemen verschillende prijzen: de middelste telt.',
  older: 'Een nieuwere regel noemt de prijs.',

  // Messages
  message_not_found: 'Dit bericht bestaat niet.',
  message_sent: 'Dit bericht is al verstuurd of onderweg.',
  message_outdated: 'Een code wordt één keer verstuurd. De klant kan op de pagina een nieuwe vragen.',
  inbound_not_found: 'Deze mail bestaat niet.',
  inbound_matched: 'Deze mail zit al in een zaak.',
  too_many_files: {
    'Only {} files of a mail are kept.': (n) => `Van een mail worden hoogstens ${n} bestanden bewaard.`,
  },
  mail_lost: 'De mail zoals die binnenkwam, is verloren.',
  mail_too_large: {
    'The mail is larger than 25 MB: look at its files in the mailbox.':
      'De mail is groter dan 25 MB: bekijk de bestanden in de mailbox.',
  },
  stale_template: 'Iemand anders heeft deze tekst intussen gewijzigd.',
  template_empty: {
    'Write something.': 'Schrijf iets.',
    'This makes an empty line.': 'Dit wordt een lege regel.',
  },
  template_variable_unknown: { 'There is no “{}”.': (name) => `“${name}” bestaat niet.` },
  never_silent: 'Deze brief kan niet uit: iemand wacht erop, of er loopt een klok.',
  line_too_long: { 'A line has at most {} characters.': (n) => `Een regel heeft hoogstens ${n} tekens.` },
  chat_line_not_found: 'Deze regel bestaat niet.',
  chat_line_sent: 'Deze regel staat al in de chat of is onderweg.',
  letter_empty: {
    'The letter needs a subject.': 'De brief heeft een onderwerp nodig.',
    'The letter has no text.': 'De brief heeft geen tekst.',
  },
  letter_subject_lines: 'Het onderwerp moet één regel zijn.',
  letter_too_long: {
    'The subject may have at most {} characters; it has {}.': (most, now) =>
      `Het onderwerp mag hoogstens ${most} tekens hebben; het heeft er ${now}.`,
    'The text may have at most {} characters; it has {}.': (most, now) =>
      `De tekst mag hoogstens ${most} tekens hebben; hij heeft er ${now}.`,
  },
  letter_characters: 'Er staan tekens in die niet in een mail kunnen.',
  macro_not_found: 'Deze macro bestaat niet.',
  macro_text_missing: {
    'This macro has no text yet.': 'Deze macro heeft nog geen tekst.',
    'Write its text in one language at least.': 'Schrijf de tekst in minstens één taal.',
  },
  macro_fails: {
    'The macro’s text does not work for this case: {}': (why) =>
      `De tekst van de macro werkt niet voor deze zaak: ${why}`,
  },
  macro_name_missing: 'Geef de macro een naam.',
  macro_name_taken: 'Een andere macro heeft deze naam al.',
  macro_order: 'Noem elke macro één keer. Misschien heeft iemand er intussen een gemaakt.',
  stale_macro: 'Iemand anders heeft deze macro intussen gewijzigd.',

  // Money
  iban_missing: 'Vul het IBAN in.',
  iban_country_unknown: 'Een IBAN begint met de twee letters van het land, zoals NL of DE.',
  iban_length_wrong: 'Dit IBAN is te kort of te lang voor zijn land.',
  iban_format_wrong: {
    'This IBAN has letters or digits where its country has none.':
      'Dit IBAN heeft letters of cijfers waar zijn land die niet heeft.',
    'The third and fourth characters of an IBAN are digits.':
      'Het derde en vierde teken van een IBAN zijn cijfers.',
    'An IBAN has only letters and digits, 34 at most.':
      'Een IBAN heeft alleen letters en cijfers, hoogstens 34.',
  },
  iban_check_failed: {
    'The check digits do not fit: one character of this IBAN seems to be wrong.':
      'De controlecijfers passen niet: één teken van dit IBAN lijkt niet te kloppen.',
    'The account number inside this IBAN does not exist: please check it once more.':
      'Het rekeningnummer in dit IBAN bestaat niet: kijk het nog eens na.',
  },
  iban_wrong: 'Dit is geen geldig IBAN.',
  paypal_email_wrong: 'Vul het e-mailadres van de PayPal-rekening in, zoals naam@voorbeeld.nl.',
  holder_missing: 'Vul de naam van de rekeninghouder in.',
  holder_wrong: 'De naam van de rekeninghouder heeft hoogstens 140 tekens.',
  payout_kind_not_offered: 'Zo betalen we hier niet uit.',
  payout_method_changed: 'Iemand heeft de betaalgegevens intussen gewijzigd: kijk opnieuw.',
  payout_not_found: 'Deze uitbetaling bestaat niet.',
  payout_changed: {
    'Payout {} was changed by somebody else just now.': (name) =>
      `Uitbetaling ${name} is zojuist door iemand anders gewijzigd.`,
  },
  payout_not_ready: {
    'Payout {} is {} already.': (name, now) => `Uitbetaling ${name} is al ${state(now)}.`,
    'It is no bank payout that is ready, or it is in a batch already.':
      'Dit is geen bankuitbetaling die klaar is, of ze zit al in een bankbestand.',
  },
  payout_ended: { 'Payout {} is {} already.': (name, now) => `Uitbetaling ${name} is al ${state(now)}.` },
  payout_not_submitted: {
    'Payout {} is {}; only a submitted one can fail.': (name, now) =>
      `Uitbetaling ${name} is ${state(now)}; alleen een ingediende kan mislukken.`,
  },
  payout_cooling_off: {
    'The customer changed the account of payout {}; it can be paid from {}.': (name, at) =>
      `De klant wijzigde de rekening van uitbetaling ${name}; betalen kan vanaf ${momentFor('nl', at)}.`,
  },
  payout_pays_at_once: {
    'Payout {} has nothing to submit: mark it as paid.': (name) =>
      `Bij uitbetaling ${name} valt niets in te dienen: markeer haar als betaald.`,
  },
  release_not_needed: 'Deze uitbetaling ligt niet boven de grens; één persoon is genoeg.',
  release_needed: {
    'Payout {} is above the limit: a second person has to release it first.': (name) =>
      `Uitbetaling ${name} ligt boven de grens: een tweede persoon geeft haar eerst vrij.`,
  },
  release_same_person: {
    'You released payout {}; somebody else has to send it.': (name) =>
      `Jij hebt uitbetaling ${name} vrijgegeven; iemand anders dient haar in.`,
  },
  mixed_currencies: 'Toestellen met prijzen in verschillende munten betaal je een voor een uit.',
  nothing_to_reveal: {
    'Payout {} goes to no account.': (name) => `Uitbetaling ${name} gaat niet naar een rekening.`,
  },
  reference_missing: 'Vul het transactienummer van de bank of van PayPal in.',
  reference_wrong: 'Een transactienummer heeft hoogstens 140 tekens.',
  location_missing: 'Kies de vestiging waarvan de kassa betaalde.',
  nothing_to_batch: {
    'No bank payout is ready that is not in a batch already.':
      'Er is geen bankuitbetaling klaar die niet al in een bankbestand zit.',
    'Somebody else has just put these payouts into a batch.':
      'Iemand anders heeft deze uitbetalingen zojuist in een bankbestand gezet.',
  },
  other_currency: {
    'The row is in another currency, and no rate is given for it.':
      'De regel is in een andere munt, en daarvoor is geen koers gegeven.',
    'A file has one currency; this one has {}.': (currency) =>
      `Een bestand heeft één munt; dit heeft ${currency}.`,
  },
  entry_done: 'Deze uitbetaling is al afgehandeld.',
  batch_not_found: 'Dit bankbestand bestaat niet.',
  batch_open: 'Dit bankbestand wordt nog gevuld: probeer het zo opnieuw.',
  batch_empty: 'Geen enkele uitbetaling kon in dit bankbestand.',
  amount_wrong: 'Vul een bedrag boven nul in.',
  credit_too_low: 'Zoveel winkeltegoed heeft de klant niet.',
};
