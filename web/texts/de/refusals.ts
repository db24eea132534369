/** German: what is refused at work on cases, at the bench, at the counter and on the phone. */
import { placeFor, wordFor, type Refusals } from '../refusals.ts';
import { desk } from './desk.ts';
import { ofTheShop } from './refusals-shop.ts';
import { workflow } from './workflow.ts';

const place = (name: string) => placeFor(workflow, name);
const works = (name: string) => wordFor(desk.inspection.functionals, name);

export const refusals: Refusals = {
  ...ofTheShop,

  // Cases and their moves
  case_not_found: 'Diesen Fall gibt es nicht.',
  item_not_in_case: 'Dieses Gerät gehört nicht zu diesem Fall.',
  item_not_found: 'Dieses Gerät gibt es nicht.',
  stale_case: 'Jemand anders hat diesen Fall inzwischen geändert.',
  stale_item: {
    '{} has moved on meanwhile: it is now in {}.': (item, at) =>
      `${item} ist inzwischen weiter: jetzt in ${place(at)}.`,
    '{} has moved on meanwhile: look at it again.': (item) =>
      `${item} ist inzwischen weiter: bitte neu ansehen.`,
    'It has moved on meanwhile: look again.': 'Das ist inzwischen weiter: bitte neu ansehen.',
  },
  move_not_yours: {
    'A {} cannot make the move “{}”.': (who, move) =>
      `Der Schritt „${wordFor(workflow.moves, move)}“ ist nicht möglich für: ${wordFor(workflow.actors, who)}.`,
  },
  move_not_from_here: {
    '“{}” is not possible from {}.': (move, at) =>
      `„${wordFor(workflow.moves, move)}“ geht nicht aus ${place(at)}.`,
  },
  nothing_to_resume: 'Kein Halt weiß noch, wo dieses Gerät herkam.',
  no_items: {
    'Choose at least one device.': 'Mindestens ein Gerät auswählen.',
    'Add at least one device.': 'Mindestens ein Gerät hinzufügen.',
    'Answer for at least one device.': 'Für mindestens ein Gerät antworten.',
    'Choose the devices that go back.': 'Die Geräte auswählen, die zurückgehen.',
  },
  too_many_items: {
    'At most {} items at once.': (n) => `Höchstens ${n} Geräte auf einmal.`,
    'At most {} devices fit in one offer.': (n) => `In ein Angebot passen höchstens ${n} Geräte.`,
  },
  reason_missing: {
    'Give a reason.': 'Bitte einen Grund angeben.',
    'Say why it is rejected.': 'Bitte angeben, warum abgelehnt wird.',
    'Say why we do not take this device.': 'Bitte angeben, warum wir dieses Gerät nicht nehmen.',
    'Say why the payout failed.': 'Bitte angeben, warum die Auszahlung fehlschlug.',
    'Say in a sentence what you see differently.': 'Bitte in einem Satz angeben, was anders gesehen wird.',
    'Say why: in a column “reason”, or once for all rows.':
      'Bitte den Grund angeben: in einer Spalte „reason“ oder einmal für alle Zeilen.',
  },
  contact_missing: 'Name und E-Mail-Adresse des Kunden fehlen.',
  address_missing: {
    'The customer’s postal address is missing.': 'Die Postanschrift des Kunden fehlt.',
    'The customer has not given an address yet; the label needs one.':
      'Der Kunde hat noch keine Adresse angegeben; das Etikett braucht eine.',
  },
  visit_missing: 'Zuerst einen Laden und einen Tag für den Besuch wählen.',
  payout_method_missing: 'Wir wissen noch nicht, wie der Kunde bezahlt werden möchte.',
  price_missing: {
    'The row has no price.': 'Die Zeile hat keinen Preis.',
    'There is no price yet: make a manual quote first.':
      'Es gibt noch keinen Preis: zuerst einen von Hand setzen.',
    'There is no price for {} yet: make a manual quote first.': (item) =>
      `Für ${item} gibt es noch keinen Preis: zuerst einen von Hand setzen.`,
  },
  quote_expired: 'Der Preis ist abgelaufen oder es gibt noch keinen; zuerst einen neuen machen.',
  identity_missing: {
    'Record the IMEI or serial number first.': 'Zuerst die IMEI oder Seriennummer erfassen.',
    'Enter an IMEI or a serial number.': 'Bitte eine IMEI oder eine Seriennummer eingeben.',
  },
  device_in_another_case: 'Dieses Gerät steckt in einem anderen offenen Fall; anhalten und klären, warum.',
  device_blocked: 'Dieses Gerät steht auf der Sperrliste; anhalten und festhalten, was gefunden wurde.',
  inspection_incomplete: 'Zuerst die Prüfung abschließen.',
  grade_missing: {
    'Give a cosmetic and a functional grade first.': 'Zuerst Aussehen und Funktion bewerten.',
    'Give a cosmetic grade, A to E.': 'Bitte das Aussehen bewerten, von A bis E.',
    'Say whether it works.': 'Bitte angeben, ob das Gerät funktioniert.',
  },
  hold_open: 'Zuerst jeden offenen Halt freigeben.',
  legal_hold: 'Wegen eines Halts darf dieses Gerät uns nicht verlassen: weder auszahlen noch zurücksenden.',
  payout_submitted: {
    'The payout is already on its way, so this can no longer be stopped.':
      'Die Auszahlung ist schon unterwegs; das lässt sich nicht mehr aufhalten.',
    'A payout is on its way; change the details when it has ended.':
      'Eine Auszahlung ist unterwegs; die Daten bitte ändern, wenn sie abgeschlossen ist.',
  },
  payout_not_paid: 'Die Auszahlung ist noch nicht als bezahlt vermerkt.',
  no_withdrawal: 'Der Kunde ist nicht zurückgetreten.',
  withdrawal_noted: 'Der Rücktritt ist schon vermerkt; er greift von selbst, wenn das Gerät ankommt.',
  siblings_open: 'Ein anderes Gerät dieses Falls ist noch nicht bereit zur Auszahlung.',
  disputed_before: 'Dieses Gerät wurde schon ein zweites Mal geprüft; zwei Personen fanden dasselbe.',
  silence_otherwise: 'Schweigen bedeutet in diesem Fall etwas anderes.',
  still_here:
    'Zuerst festhalten, wie das Gerät uns verließ: eine Unterschrift oder ein Paket mit seiner Nummer.',
  note_empty: 'Bitte zuerst etwas schreiben.',
  note_too_long: 'Eine Notiz hat höchstens 10.000 Zeichen.',
  view_name_taken: 'Eine Ansicht mit diesem Namen gibt es schon.',
  view_not_found: 'Diese Ansicht gibt es nicht.',
  view_not_yours: 'Nur wer eine Ansicht gespeichert hat, kann sie ändern.',
  stale_view: 'Diese Ansicht wurde inzwischen geändert.',

  // Files and photos
  file_not_found: 'Diese Datei gibt es nicht.',
  file_missing: 'Bitte eine Datei auswählen.',
  file_lost: 'Der Speicher hat diese Datei nicht mehr.',
  file_cut_off: 'Die Datei kam nicht vollständig an: bitte noch einmal senden.',
  file_too_large: {
    'A file may have at most {} MB.': (n) => `Eine Datei darf höchstens ${n} MB groß sein.`,
    'A list may have at most 20 MB.': 'Eine Liste darf höchstens 20 MB groß sein.',
    'A list may have at most 5 MB.': 'Eine Liste darf höchstens 5 MB groß sein.',
  },
  file_empty: 'Diese Datei ist leer.',
  file_type_refused: {
    'Send a photo: JPEG, PNG or WebP.': 'Bitte ein Foto senden: JPEG, PNG oder WebP.',
    'Send a photo (JPEG, PNG, WebP) or a PDF.': 'Bitte ein Foto (JPEG, PNG, WebP) oder ein PDF senden.',
  },
  file_type_mismatch: 'Diese Datei ist von anderer Art, als ihr Name sagt.',
  file_unreadable: {
    'This PDF is cut off: send it again.': 'Dieses PDF ist unvollständig: bitte noch einmal senden.',
    'This picture cannot be opened: it is damaged, or of a kind we cannot read.':
      'Dieses Bild lässt sich nicht öffnen: Es ist beschädigt oder von einer Art, die wir nicht lesen können.',
  },
  heic_unreadable:
    'Dieses Foto ist im HEIC-Format von Apple, das wir nicht öffnen können. Auf dem iPhone Einstellungen › Kamera › Formate › Maximale Kompatibilität wählen und neu aufnehmen, oder als JPEG senden.',
  picture_too_large: {
    'A picture may have at most {} million pixels.': (n) =>
      `Ein Bild darf höchstens ${n} Millionen Bildpunkte haben.`,
  },
  paper_stays: 'Was der Kunde geschickt hat, bleibt beim Fall.',
  photo_in_offer: 'Ein geändertes Angebot zeigt dieses Foto: Es bleibt als Beleg.',
  caption_in_offer:
    'Ein geändertes Angebot zeigt dieses Foto: Der Text darunter bleibt, wie der Verkäufer ihn sah.',
  caption_too_long: {
    'The words under a photo may have at most {} characters.': (n) =>
      `Der Text unter einem Foto hat höchstens ${n} Zeichen.`,
  },
  not_a_photo: 'Nur ein Foto eines Geräts hat einen Text darunter.',
  photo_hidden: 'Eine zweite Prüfung steht an: Die Fotos der ersten sind verborgen.',
  letter_hidden: 'Eine zweite Prüfung steht an: Bis sie fertig ist, liest niemand, was die erste ergab.',
  upload_link_over: 'Dieser Link gilt nicht mehr: an der Werkbank einen neuen Code anzeigen.',

  // Offers and answers
  silence_not_offered: 'Diese Wahl wird nicht angeboten.',
  price_changed: 'Der Preis war abgelaufen und ist heute ein anderer. Bitte vor dem Bestätigen ansehen.',
  already_confirmed: 'Dieses Angebot ist schon bestätigt.',
  too_late: 'Dafür ist es zu spät: Die Geräte sind unterwegs oder schon bei uns.',
  answer_how_missing: 'Bitte angeben, wie der Verkäufer geantwortet hat: Theke, Telefon oder Mail.',
  answered_twice: 'Bitte für jedes Gerät genau eine Antwort geben.',
  answer_missing: { 'Please answer: {}': (question) => `Bitte noch beantworten: ${question}` },
  answer_unsure: {
    'An inspector has to give a definite answer here.':
      'Bei der Prüfung ist hier eine eindeutige Antwort nötig.',
  },
  accessory_unknown: {
    '“{}” is no accessory of such a device.': (name) => `„${name}“ ist kein Zubehör eines solchen Geräts.`,
  },
  variant_unknown: {
    'We do not know this device.': 'Dieses Gerät kennen wir nicht.',
    'There is no such version of this kind of device.':
      'Diese Ausführung gibt es bei dieser Geräteart nicht.',
  },
  model_unknown: 'Dieses Modell steht nicht im Katalog.',
  no_price: 'Für dieses Gerät haben wir noch keinen Preis.',
  no_quote: 'Für dieses Gerät wurde nie ein Preis genannt; es gibt nichts zu ändern.',
  not_a_lead:
    'Nur eine noch nicht bestätigte Anfrage bekommt einen Preis von Hand; danach wird das Angebot geändert.',
  price_absurd: {
    'Give a price between 0 and 100,000.': 'Bitte einen Preis zwischen 0 und 100.000 angeben.',
    'The price is beyond what such a device can cost.':
      'Der Preis ist höher, als ein solches Gerät kosten kann.',
  },
  currency_other: {
    'Prices are in {}.': (currency) => `Preise sind in ${currency}.`,
    'This offer is in {}.': (currency) => `Dieses Angebot ist in ${currency}.`,
  },
  revision_unknown: 'Dieses geänderte Angebot gibt es nicht.',
  revision_superseded: 'Dieses Angebot wurde inzwischen ersetzt; bitte zuerst das neueste ansehen.',
  revision_expired: 'Dieses Angebot ist abgelaufen.',
  revision_answered: 'Dieses Angebot ist schon beantwortet.',
  revision_reason_missing: {
    'Choose at least one reason.': 'Mindestens einen Grund auswählen.',
    'A lower price needs at least one reason.': 'Ein niedrigerer Preis braucht mindestens einen Grund.',
  },
  revision_photo_missing: 'Ein niedrigerer Preis braucht mindestens ein Foto.',
  revision_changes_nothing:
    'In einem geänderten Angebot weicht mindestens eine Antwort von der des Verkäufers ab.',
  revision_note_missing: 'Bitte dem Verkäufer in einem Satz sagen, was gefunden wurde.',
  free_price_reason_missing: 'Bitte angeben, warum der Preis nicht der berechnete ist.',
  free_price_only: 'Der Preis dieses Geräts kam von Hand; auch der neue muss von Hand genannt werden.',
  category_other:
    'Das ist eine andere Art Gerät, mit anderen Fragen: Aus diesen Antworten lässt sich kein Preis berechnen.',
  photo_unknown: 'Dieses Foto gehört nicht zu diesem Gerät oder wurde entfernt.',
  too_many_photos: {
    'At most {} photos fit in one offer.': (n) => `In ein Angebot passen höchstens ${n} Fotos.`,
  },

  // Holds
  hold_not_found: 'Diesen Halt gibt es nicht.',
  hold_released: 'Dieser Halt ist schon freigegeben.',
  hold_open_already: 'Dieses Gerät ist aus diesem Grund schon angehalten.',
  nobody_asked: 'An diesem Halt ist der Kunde nicht beteiligt.',
  asked_just_now:
    'Der Kunde wurde gerade eben gefragt; die Mail ist unterwegs. Warten Sie eine Minute, um erneut zu fragen.',
  customer_has_no_email: {
    'This customer has no mail address. Add one under Customer first.':
      'Dieser Kunde hat keine Mailadresse. Zuerst unter Kunde eine eintragen.',
    'This customer has no mail address: ask by phone instead.':
      'Dieser Kunde hat keine Mailadresse: bitte am Telefon fragen.',
  },
  owner_unknown: 'Diese Kollegin oder diesen Kollegen gibt es nicht.',
  note_missing: {
    'Say why the item is on hold.': 'Bitte angeben, warum das Gerät angehalten wird.',
    'Describe the parcel and what is in it.': 'Bitte das Paket und seinen Inhalt beschreiben.',
  },
  reason_unknown: {
    'Holds for this reason are not opened here.': 'Ein Halt aus diesem Grund wird nicht hier eröffnet.',
    'There is no such reason.': 'Diesen Grund gibt es nicht.',
    '“{}” is no reason we know.': (name) => `„${name}“ ist kein Grund, den wir kennen.`,
  },
  four_eyes:
    'Wer den Nachweis angefordert oder die Antwort notiert hat, entscheidet nicht selbst: Das macht jemand anders (Vier-Augen-Prinzip).',
  file_unknown: 'Eine dieser Dateien gehört nicht zu den Unterlagen dieses Falls.',
  not_a_proof: 'Nur ein Kaufnachweis wird bestätigt oder abgelehnt.',
  not_answered:
    'Es gibt noch keine Antwort. Zuerst festhalten, was der Kunde gezeigt oder geschickt hat, dann bestätigen; oder den Halt freigeben.',
  code_missing: 'Bitte den Code eingeben.',
  code_too_long: 'Ein Code hat höchstens 200 Zeichen.',
  code_unknown: 'Es gibt keinen Code, oder er wurde gelöscht.',
  no_lock: 'Bei diesem Halt geht es nicht um eine Sperre.',
  due_unfit: 'Bitte einen Tag ab heute wählen, höchstens 90 Tage entfernt.',
  reason_exists: 'Einen Grund mit diesem Namen gibt es schon.',
  reason_ours: 'Dieser gehört zu Reprise: Nur sein Name und seine Tage lassen sich ändern.',
  stale_reason: 'Jemand anders hat diesen Grund inzwischen geändert.',
  stale_rules: 'Jemand anders hat die Regeln inzwischen geändert.',
  rule_nameless: 'Bitte der Regel einen Namen geben.',
  rule_empty: 'Mindestens eine Bedingung wählen: Ohne sie würde die Regel jedes Gerät anhalten.',
  rule_without_models: 'Mindestens ein Modell wählen oder diese Bedingung weglassen.',
  rule_without_brands: 'Mindestens eine Marke wählen oder diese Bedingung weglassen.',
  rule_name_short: 'Mindestens zwei Buchstaben des Modellnamens angeben oder diese Bedingung weglassen.',
  rule_without_answers: 'Mindestens eine Antwort wählen oder die Frage weglassen.',

  // Inspection
  inspection_not_found: 'Diese Prüfung gibt es nicht oder nicht mehr.',
  inspection_taken: {
    '{} is testing this device. Take it over to go on with it.': (name) =>
      `${name} prüft dieses Gerät gerade. Zum Weitermachen bitte übernehmen.`,
  },
  inspection_hidden: 'Eine zweite Prüfung läuft; diese ist verborgen, bis jene fertig ist.',
  inspection_closed: {
    'This inspection is complete; there is nothing to take over.':
      'Diese Prüfung ist abgeschlossen; es gibt nichts zu übernehmen.',
    'This inspection is complete; start a new one to change it.':
      'Diese Prüfung ist abgeschlossen; für Änderungen eine neue beginnen.',
  },
  stale_inspection: 'Jemand anders hat diese Prüfung inzwischen gespeichert.',
  second_inspection_due: {
    'Another person inspects this device a second time first; until then nobody sees what was found.':
      'Zuerst prüft eine andere Person dieses Gerät ein zweites Mal; bis dahin sieht niemand, was gefunden wurde.',
    'Another person inspects this device a second time first; only then can it be offered again.':
      'Zuerst prüft eine andere Person dieses Gerät ein zweites Mal; erst danach ist ein neues Angebot möglich.',
  },
  nothing_to_dispute: 'Dieses Gerät wurde noch nicht geprüft.',
  same_inspector:
    'Die erste Prüfung war von derselben Person: Die zweite macht jemand anders, ohne die erste zu kennen.',
  inspector_unknown: 'Nur Mitarbeiter prüfen Geräte.',
  checks_open: {
    '{} checks have no result yet.': (n) =>
      n === '1' ? '1 Prüfpunkt hat noch kein Ergebnis.' : `${n} Prüfpunkte haben noch kein Ergebnis.`,
  },
  check_photo_missing: {
    'A photo is needed of: {}.': (checks) => `Davon fehlt noch ein Foto: ${checks}.`,
  },
  grade_note_missing: {
    'The checks ask for {} and “{}”. Say in the note why the grade is another.': (cosmetic, functional) =>
      `Die Prüfpunkte ergeben ${cosmetic} und „${works(functional)}“. Bitte in der Notiz angeben, warum die Bewertung abweicht.`,
  },
  check_note_missing: 'Bitte angeben, was gefunden wurde und wo.',
  check_not_found: 'Diese Kontrolle gibt es nicht.',
  unit_not_found: 'Dieses Gerät gibt es nicht.',
  item_not_here: {
    'The device’s number is recorded while it is on the bench.':
      'Die Nummer wird erfasst, während das Gerät auf der Werkbank liegt.',
    'A device is checked while it is with us.': 'Ein Gerät wird geprüft, während es bei uns ist.',
  },
  item_not_on_bench: 'Nur ein Gerät, das in Prüfung ist, kann geprüft werden.',
  imei_length: {
    'An IMEI has digits only: 15 of them.': 'Eine IMEI hat nur Ziffern: genau 15.',
    'An IMEI has 15 digits; this has {}.': (n) => `Eine IMEI hat 15 Ziffern; das sind ${n}.`,
  },
  imei_check_digit:
    'Eine Ziffer dieser IMEI stimmt nicht (die Prüfziffer passt nicht). Bitte neu ablesen: *#06#.',
  imei_not_real: 'Diese IMEI gehört zu keinem Gerät: Sie besteht nur aus Nullen.',
  imei_is_eid: 'Das ist die EID der eSIM, 32 Ziffern. Die IMEI hat 15: *#06#.',
  imei_is_sim: 'Das ist die Nummer einer SIM-Karte. Die IMEI hat 15 Ziffern: *#06#.',
  imei_is_meid: 'Das ist eine MEID. Hat das Telefon keine IMEI, bitte als Seriennummer eingeben.',
  imei_two_at_once: 'Das sind zwei Nummern: bitte jede IMEI in ihr eigenes Feld eingeben.',
  imei_twice: 'Beide IMEIs sind gleich; die zweite bitte leer lassen.',
  unit_numbers_conflict: {
    'One of these IMEIs is known with another one ({}). Read both again: *#06#.': (known) =>
      `Eine dieser IMEIs ist mit einer anderen bekannt (${known}). Bitte beide neu ablesen: *#06#.`,
  },
  serial_is_eid: 'Das ist die EID der eSIM, nicht die Seriennummer.',
  serial_malformed: 'Eine Seriennummer hat 4 bis 40 Buchstaben und Ziffern.',

  // Block list
  blocked_device_unknown: 'Diesen Eintrag gibt es nicht.',
  blocked_already: 'Dieses Gerät steht schon auf der Liste.',
  unblocked_already: 'Dieses Gerät wurde schon von der Liste genommen.',
  list_too_long: { 'At most {} numbers at once.': (n) => `Höchstens ${n} Nummern auf einmal.` },
  number_missing: 'In dieser Zeile steht keine Nummer.',
  number_twice: {
    'The same number stands in line {}.': (line) => `Dieselbe Nummer steht schon in Zeile ${line}.`,
  },
  number_rounded: 'Eine Tabelle hat diese Nummer gerundet: bitte die Spalte als Text formatieren.',

  // Parcels
  tracking_malformed: 'Eine Sendungsnummer hat 4 bis 40 Buchstaben und Ziffern.',
  not_by_mail: 'Dieser Fall kommt nicht per Post.',
  parcel_not_found: 'Es gibt kein Paket.',
  signature_missing: 'Bitte angeben, wer für das Gerät unterschrieben hat.',
  carrier_missing: 'Bitte den Paketdienst nennen.',
  code_malformed: 'Mindestens drei Zeichen scannen oder eingeben.',
  unmatched_not_found: 'Dieses Paket gibt es nicht.',
  unmatched_closed: 'Dieses Paket ist schon erledigt.',
  kit_not_by_mail: 'Dieser Fall kommt nicht per Post und hat daher kein Versandset.',
  kit_nothing_to_send: 'Alle Geräte dieses Falls sind storniert: Es gibt nichts zu versenden.',
  shop_address_missing:
    'Das Etikett braucht eine Zieladresse. Bitte die Postanschrift des Geschäfts eintragen: Einstellungen, Geschäft.',
};
