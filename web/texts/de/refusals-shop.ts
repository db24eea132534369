/** German: what is refused in prices, settings, messages and money, and what any form or the server itself refuses. */
import { momentFor, wordFor, type Refusals } from '../refusals.ts';
import { workflow } from './workflow.ts';

const state = (name: string) => wordFor(workflow.payoutStates, name).toLowerCase();

export const ofTheShop: Refusals = {
  // Any form
  missing: 'Bitte ausfüllen.',
  wrong_type: {
    'This must be a text.': 'Das muss Text sein.',
    'This must be a number.': 'Das muss eine Zahl sein.',
    'This must be a whole number.': 'Das muss eine ganze Zahl sein.',
  },
  too_small: {
    'This must not be empty.': 'Bitte ausfüllen.',
    'This must have at least {} characters.': (n) => `Hier sind mindestens ${n} Zeichen nötig.`,
    'This must have at least {} entries.': (n) => `Hier sind mindestens ${n} nötig.`,
    'This must be more than {}.': (n) => `Das muss mehr als ${n} sein.`,
    'This must be at least {}.': (n) => `Das muss mindestens ${n} sein.`,
  },
  too_big: {
    'This must have at most {} characters.': (n) => `Hier passen höchstens ${n} Zeichen.`,
    'This must have at most {} entries.': (n) => `Hier sind höchstens ${n} möglich.`,
    'This must be less than {}.': (n) => `Das muss weniger als ${n} sein.`,
    'This must be at most {}.': (n) => `Das darf höchstens ${n} sein.`,
  },
  wrong_format: {
    'This is not a mail address.': 'Das ist keine Mailadresse.',
    'This is not a web address.': 'Das ist keine Webadresse.',
    'This must be a date such as {}.': (date) => `Das muss ein Datum sein wie ${date}.`,
    'This does not have the right form.': 'Das hat nicht die richtige Form.',
    'Give the country as two capitals, such as NL.': 'Das Land bitte als zwei Großbuchstaben, etwa DE.',
    'Give the currency as three capitals, such as EUR.':
      'Die Währung bitte als drei Großbuchstaben, etwa EUR.',
    'Give a currency code of three capitals, such as EUR.':
      'Die Währung bitte als drei Großbuchstaben, etwa EUR.',
  },
  invalid: { 'This is not valid.': 'Das ist nicht gültig.' },
  unreadable_text: 'Darin steht ein Zeichen, das nicht gespeichert werden kann.',
  value_malformed: {
    'A value does not have the form it must have.': 'Ein Wert hat nicht die nötige Form.',
    'A date or time does not have the form it must have.':
      'Ein Datum oder eine Uhrzeit hat nicht die nötige Form.',
  },
  number_out_of_range: 'Eine Zahl ist zu groß.',
  instant_out_of_range: 'Ein Datum oder eine Uhrzeit ist nicht möglich.',

  // The server
  offline: 'Der Server ist nicht erreichbar. Nichts wurde geändert; bitte erneut versuchen.',
  server_error: { 'The server answered {}.': (status) => `Der Server antwortete ${status}.` },
  internal_error: {
    'Something went wrong on our side. Tell us this number: {}.': (request) =>
      `Bei uns ging etwas schief. Bitte diese Nummer nennen: ${request}.`,
  },
  not_found: 'Hier ist nichts.',
  took_too_long: 'Das dauerte zu lange: bitte erneut versuchen.',
  database_unavailable: 'Die Datenbank ist gerade nicht erreichbar: bitte gleich erneut versuchen.',
  busy: {
    'Others were changing the same thing: try again.':
      'Andere änderten gerade dasselbe: bitte erneut versuchen.',
    'Somebody else is changing this right now: try again.':
      'Jemand anders ändert das gerade: bitte erneut versuchen.',
  },
  request_in_progress: 'Dieselbe Anfrage läuft noch: bitte gleich erneut versuchen.',
  too_many_requests: {
    'Too many requests: try again in {} s.': (s) => `Zu viele Anfragen: bitte in ${s} s erneut versuchen.`,
  },

  // Who may do it
  permission_missing: {
    'You need the permission {} for this; an owner can give it to you.{}': (permission, factor) =>
      `Dafür ist das Recht ${permission} nötig; ein Inhaber kann es geben.` +
      (factor
        ? ' Gehört es zur eigenen Rolle, bitte zuerst die Anmeldung in zwei Schritten einrichten.'
        : ''),
    'This needs the permission “{}”.': (permission) => `Dafür ist das Recht „${permission}“ nötig.`,
    'This needs the permission {}.': (permission) => `Dafür ist das Recht ${permission} nötig.`,
  },
  not_for_you: 'Das ist hier nicht zugänglich.',
  sign_in_required: 'Bitte zuerst anmelden.',
  sign_in_failed: {
    'The e-mail address or the password is not right.': 'Die E-Mail-Adresse oder das Passwort stimmt nicht.',
    'Please sign in again.': 'Bitte neu anmelden.',
  },
  challenge_expired: 'Das dauerte zu lange oder es waren zu viele Versuche. Bitte neu anmelden.',
  too_many_tries: {
    'Too many tries. Please wait {} minutes and try again.': (n) =>
      `Zu viele Versuche. Bitte ${n} ${n === '1' ? 'Minute' : 'Minuten'} warten und erneut versuchen.`,
  },
  invitation_unknown:
    'Diese Einladung ist unbekannt, benutzt oder abgelaufen. Bitte bei einem Inhaber eine neue anfragen.',
  password_wrong: 'Das ist nicht das richtige Passwort.',
  password_weak: {
    'Use at least {} characters.': (n) => `Bitte mindestens ${n} Zeichen verwenden.`,
    'Use at most {} characters.': (n) => `Bitte höchstens ${n} Zeichen verwenden.`,
    'Use more different characters.': 'Bitte mehr verschiedene Zeichen verwenden.',
    'This password is among the first that are tried. A few unrelated words work well.':
      'Dieses Passwort wird als eines der ersten probiert. Ein paar unverbundene Wörter sind gut.',
    'A run of digits is easily guessed.': 'Eine Ziffernfolge ist leicht zu erraten.',
    'Do not build the password from your name or e-mail address.':
      'Das Passwort bitte nicht aus dem eigenen Namen oder der E-Mail-Adresse bilden.',
  },
  code_wrong: {
    'This code is not right. Codes change every 30 seconds.':
      'Dieser Code stimmt nicht. Codes wechseln alle 30 Sekunden.',
  },
  two_factor_active: 'Die Anmeldung in zwei Schritten ist schon an. Zum Ändern zuerst ausschalten.',
  two_factor_missing: 'Bitte mit einem neuen QR-Code beginnen.',

  // Staff, stores and settings
  staff_unknown: 'Diese Person gibt es nicht.',
  staff_disabled: 'Diese Person zuerst wieder aktivieren.',
  last_owner: 'Das ist der einzige Inhaber. Zuerst jemand anders zum Inhaber machen.',
  own_account: 'Das eigene Konto lässt sich nicht abschalten. Das kann ein anderer Inhaber.',
  email_taken: {
    'Another customer has this e-mail address.': 'Ein anderer Kunde hat diese E-Mail-Adresse.',
    'Somebody with this e-mail address is on the staff already.':
      'Im Team gibt es schon jemanden mit dieser E-Mail-Adresse.',
  },
  customer_unknown: 'Diesen Kunden gibt es nicht.',
  phone_invalid: 'Das ist keine vollständige Telefonnummer. Bitte mit + und der Landesvorwahl beginnen.',
  location_unknown: 'Diese Filiale gibt es nicht.',
  location_exists: 'Eine Filiale mit diesem Namen gibt es schon.',
  hours_invalid: {
    'A store closes after it opens.': 'Eine Filiale schließt, nachdem sie öffnet.',
    'Opening hours of a day must not overlap.': 'Öffnungszeiten eines Tages dürfen sich nicht überschneiden.',
  },
  country_unknown: 'Das Land bitte als zwei Großbuchstaben, etwa DE.',
  currency_unknown: {
    'Give the currency as three capitals, such as EUR.':
      'Die Währung bitte als drei Großbuchstaben, etwa EUR.',
    'The currency is not a code of three letters.': 'Die Währung ist kein Code aus drei Buchstaben.',
  },
  timezone_unknown: 'Die Zeitzone bitte wie in Europe/Amsterdam.',
  settings_contradict: {
    'What silence means must be one of the choices the seller has.':
      'Was Schweigen bedeutet, muss eine der Wahlmöglichkeiten des Verkäufers sein.',
    'Cash can only be paid in a store.': 'Bar auszahlen geht nur im Laden.',
    'A quote must stay valid at least as long as the customer has to confirm it.':
      'Ein Preis muss mindestens so lange gelten, wie der Kunde Zeit zum Bestätigen hat.',
  },
  stale_version: 'Jemand hat das inzwischen geändert: bitte neu ansehen.',
  adapter_unknown: 'Diese Verbindung gibt es nicht.',
  connection_invalid: { 'These settings cannot be read.': 'Diese Einstellungen sind nicht lesbar.' },
  secret_missing: {
    'This is needed to connect.': 'Das ist zum Verbinden nötig.',
    'The address changed: type this again.': 'Die Adresse hat sich geändert: bitte neu eingeben.',
  },
  checklist_version_unknown: 'Diese Fassung der Prüfliste gibt es nicht.',

  // Prices
  price_book_unknown: 'Dieses Preisbuch gibt es nicht.',
  price_version_unknown: 'Diese Fassung des Preisbuchs gibt es nicht.',
  price_unknown: 'Diesen Preis gibt es nicht.',
  version_published: 'Eine veröffentlichte Fassung bleibt, wie sie ist: bitte einen Entwurf daraus machen.',
  version_empty: 'Diese Fassung hat noch keine Preise.',
  effective_in_past: 'Eine Fassung kann nicht vor ihrer Veröffentlichung gegolten haben.',
  questions_unknown: 'Diesen Fragebogen gibt es nicht.',
  import_unknown: 'Diesen Import gibt es nicht.',
  import_over: {
    'This import is applied; its file is no longer kept.':
      'Dieser Import ist übernommen; seine Datei wird nicht mehr aufbewahrt.',
    'This import is applied already.': 'Dieser Import ist schon übernommen.',
  },
  import_running: 'Dieser Import läuft: bitte warten, bis er fertig ist.',
  mapping_unclear: {
    'Say which column holds what.': 'Bitte angeben, welche Spalte was enthält.',
    'Say first which column holds what.': 'Bitte zuerst angeben, welche Spalte was enthält.',
  },
  mapping_column_unknown: {
    'The list has no column “{}”.': (name) => `Die Liste hat keine Spalte „${name}“.`,
  },
  rate_invalid: 'Ein Kurs ist ein Währungscode und eine Zahl über null.',
  csv_headings_doubled: { 'Two columns are called “{}”.': (name) => `Zwei Spalten heißen „${name}“.` },
  csv_no_rows: 'Unter den Überschriften steht nichts.',
  csv_too_many_rows: {
    'At most {} rows of {} columns at once.': (rows, columns) =>
      `Höchstens ${rows} Zeilen mit ${columns} Spalten auf einmal.`,
  },
  csv_broken: {
    'Line {} cannot be read: a quotation mark is open or stands where none may be.': (line) =>
      `Zeile ${line} ist nicht lesbar: Ein Anführungszeichen ist offen oder steht an falscher Stelle.`,
  },
  file_not_text: {
    'This is a workbook: save it as CSV first.': 'Das ist eine Arbeitsmappe: bitte zuerst als CSV speichern.',
    'This is not a text file: send the list as CSV.':
      'Das ist keine Textdatei: bitte die Liste als CSV senden.',
    'This file cannot be read as text: save it as CSV in UTF-8.':
      'Diese Datei ist nicht als Text lesbar: bitte als CSV in UTF-8 speichern.',
  },

  // Rows of a price list
  broken_line: 'Die Zeile hat mehr oder weniger Spalten als die Überschriften.',
  not_selected: 'Laut einer Spalte der Liste ist das eine andere Art Preis.',
  brand_missing: 'Weder Spalte noch Name sagen, welche Marke es ist.',
  model_missing: 'Die Zeile nennt kein Modell.',
  unknown_model: 'Dieses Modell steht nicht im Katalog.',
  ambiguous_model: 'Der Name passt auf mehrere Modelle: Jahr, Generation oder Größe fehlt.',
  storage_missing: 'Die Zeile sagt nicht, wie viel Speicher.',
  storage_conflict: 'Name und Speicherspalte nennen verschiedene Größen.',
  unknown_variant: 'Dieses Modell gibt es im Katalog nicht mit diesem Speicher oder dieser Größe.',
  ambiguous_variant: 'Der Name passt auf mehrere Größen des Modells.',
  condition_missing: 'Die Zeile nennt keinen Zustand.',
  condition_unknown:
    'Das Wort für den Zustand ist unbekannt: bitte in der Zuordnung angeben, was es bedeutet.',
  condition_skipped: 'Die Zuordnung lässt diesen Zustand aus.',
  price_unreadable: 'Der Preis ist kein eindeutiger Betrag.',
  price_negative: 'Der Preis liegt unter null.',
  price_zero: 'Der Preis ist null.',
  doubled_same: 'Derselbe Preis steht in einer anderen Zeile.',
  doubled_median: 'Mehrere Zeilen eines Tages nennen verschiedene Preise: Der mittlere zählt.',
  older: 'Eine neuere Zeile nennt den Preis.',

  // Messages
  message_not_found: 'Diese Nachricht gibt es nicht.',
  message_sent: 'Diese Nachricht ist schon gesendet oder unterwegs.',
  message_outdated: 'Ein Code wird einmal gesendet. Der Kunde kann auf der Seite einen neuen anfordern.',
  inbound_not_found: 'Diese Mail gibt es nicht.',
  inbound_matched: 'Diese Mail gehört schon zu einem Fall.',
  too_many_files: {
    'Only {} files of a mail are kept.': (n) => `Von einer Mail werden höchstens ${n} Dateien aufbewahrt.`,
  },
  mail_lost: 'Die Mail, wie sie ankam, ist verloren.',
  mail_too_large: {
    'The mail is larger than 25 MB: look at its files in the mailbox.':
      'Die Mail ist größer als 25 MB: die Dateien bitte im Postfach ansehen.',
  },
  stale_template: 'Jemand anders hat diesen Text inzwischen geändert.',
  template_empty: {
    'Write something.': 'Bitte etwas schreiben.',
    'This makes an empty line.': 'Das ergibt eine leere Zeile.',
  },
  template_variable_unknown: { 'There is no “{}”.': (name) => `„${name}“ gibt es nicht.` },
  never_silent: 'Dieser Brief lässt sich nicht abschalten: Jemand wartet darauf, oder eine Uhr läuft.',
  line_too_long: { 'A line has at most {} characters.': (n) => `Eine Zeile hat höchstens ${n} Zeichen.` },
  chat_line_not_found: 'Diese Zeile gibt es nicht.',
  chat_line_sent: 'Diese Zeile steht schon im Chat oder ist unterwegs.',
  letter_empty: {
    'The letter needs a subject.': 'Der Brief braucht einen Betreff.',
    'The letter has no text.': 'Der Brief hat keinen Text.',
  },
  letter_subject_lines: 'Der Betreff muss eine einzige Zeile sein.',
  letter_too_long: {
    'The subject may have at most {} characters; it has {}.': (most, now) =>
      `Der Betreff darf höchstens ${most} Zeichen haben; er hat ${now}.`,
    'The text may have at most {} characters; it has {}.': (most, now) =>
      `Der Text darf höchstens ${most} Zeichen haben; er hat ${now}.`,
  },
  letter_characters: 'Darin stehen Zeichen, die eine Mail nicht enthalten kann.',
  macro_not_found: 'Dieses Makro gibt es nicht.',
  macro_text_missing: {
    'This macro has no text yet.': 'Dieses Makro hat noch keinen Text.',
    'Write its text in one language at least.': 'Bitte den Text in mindestens einer Sprache schreiben.',
  },
  macro_fails: {
    'The macro’s text does not work for this case: {}': (why) =>
      `Das Makro funktioniert für diesen Fall nicht: ${why}`,
  },
  macro_name_missing: 'Bitte dem Makro einen Namen geben.',
  macro_name_taken: 'Ein anderes Makro hat diesen Namen schon.',
  macro_order: 'Bitte jedes Makro einmal nennen. Vielleicht kam inzwischen eines dazu.',
  stale_macro: 'Jemand anders hat dieses Makro inzwischen geändert.',

  // Money
  iban_missing: 'Bitte die IBAN eingeben.',
  iban_country_unknown: 'Eine IBAN beginnt mit den zwei Buchstaben ihres Landes, etwa NL oder DE.',
  iban_length_wrong: 'Diese IBAN ist zu kurz oder zu lang für ihr Land.',
  iban_format_wrong: {
    'This IBAN has letters or digits where its country has none.':
      'Diese IBAN hat Buchstaben oder Ziffern, wo ihr Land keine hat.',
    'The third and fourth characters of an IBAN are digits.':
      'Das dritte und vierte Zeichen einer IBAN sind Ziffern.',
    'An IBAN has only letters and digits, 34 at most.':
      'Eine IBAN hat nur Buchstaben und Ziffern, höchstens 34.',
  },
  iban_check_failed: {
    'The check digits do not fit: one character of this IBAN seems to be wrong.':
      'Die Prüfziffern passen nicht: Ein Zeichen dieser IBAN scheint falsch zu sein.',
    'The account number inside this IBAN does not exist: please check it once more.':
      'Die Kontonummer in dieser IBAN gibt es nicht: bitte noch einmal nachsehen.',
  },
  iban_wrong: 'Das ist keine gültige IBAN.',
  paypal_email_wrong: 'Bitte die E-Mail-Adresse des PayPal-Kontos eingeben, etwa name@beispiel.de.',
  holder_missing: 'Bitte den Namen des Kontoinhabers eingeben.',
  holder_wrong: 'Der Name des Kontoinhabers hat höchstens 140 Zeichen.',
  payout_kind_not_offered: 'Diese Art der Auszahlung wird hier nicht angeboten.',
  payout_method_changed: 'Jemand hat die Zahlungsdaten inzwischen geändert: bitte neu ansehen.',
  payout_not_found: 'Diese Auszahlung gibt es nicht.',
  payout_changed: {
    'Payout {} was changed by somebody else just now.': (name) =>
      `Auszahlung ${name} wurde gerade von jemand anderem geändert.`,
  },
  payout_not_ready: {
    'Payout {} is {} already.': (name, now) => `Auszahlung ${name} ist schon ${state(now)}.`,
    'It is no bank payout that is ready, or it is in a batch already.':
      'Das ist keine bereite Banküberweisung, oder sie ist schon in einer Bankdatei.',
  },
  payout_ended: { 'Payout {} is {} already.': (name, now) => `Auszahlung ${name} ist schon ${state(now)}.` },
  payout_not_submitted: {
    'Payout {} is {}; only a submitted one can fail.': (name, now) =>
      `Auszahlung ${name} ist ${state(now)}; nur eine übergebene kann fehlschlagen.`,
  },
  payout_cooling_off: {
    'The customer changed the account of payout {}; it can be paid from {}.': (name, at) =>
      `Der Kunde hat das Konto der Auszahlung ${name} geändert; zahlbar ist sie ab ${momentFor('de', at)}.`,
  },
  payout_pays_at_once: {
    'Payout {} has nothing to submit: mark it as paid.': (name) =>
      `Bei Auszahlung ${name} gibt es nichts zu übergeben: bitte als bezahlt markieren.`,
  },
  release_not_needed: 'Diese Auszahlung liegt nicht über der Grenze; eine Person genügt.',
  release_needed: {
    'Payout {} is above the limit: a second person has to release it first.': (name) =>
      `Auszahlung ${name} liegt über der Grenze: Zuerst gibt eine zweite Person sie frei.`,
  },
  release_same_person: {
    'You released payout {}; somebody else has to send it.': (name) =>
      `Wer Auszahlung ${name} freigegeben hat, übergibt sie nicht selbst: Das macht jemand anders.`,
  },
  mixed_currencies: 'Geräte mit Preisen in verschiedenen Währungen werden einzeln ausgezahlt.',
  nothing_to_reveal: { 'Payout {} goes to no account.': (name) => `Auszahlung ${name} geht auf kein Konto.` },
  reference_missing: 'Bitte die Transaktionsnummer der Bank oder von PayPal eingeben.',
  reference_wrong: 'Eine Transaktionsnummer hat höchstens 140 Zeichen.',
  location_missing: 'Bitte die Filiale wählen, deren Kasse gezahlt hat.',
  nothing_to_batch: {
    'No bank payout is ready that is not in a batch already.':
      'Keine Banküberweisung ist bereit, die nicht schon in einer Bankdatei ist.',
    'Somebody else has just put these payouts into a batch.':
      'Jemand anders hat diese Auszahlungen gerade in eine Bankdatei gelegt.',
  },
  other_currency: {
    'The row is in another currency, and no rate is given for it.':
      'Die Zeile ist in einer anderen Währung, und dafür ist kein Kurs angegeben.',
    'A file has one currency; this one has {}.': (currency) =>
      `Eine Datei hat eine Währung; diese hat ${currency}.`,
  },
  entry_done: 'Diese Auszahlung ist schon erledigt.',
  batch_not_found: 'Diese Bankdatei gibt es nicht.',
  batch_open: 'Diese Bankdatei wird noch gefüllt: bitte gleich erneut versuchen.',
  batch_empty: 'Keine Auszahlung konnte in diese Bankdatei.',
  amount_wrong: 'Bitte einen Betrag über null eingeben.',
  credit_too_low: 'So viel Guthaben hat der Kunde nicht.',
};
