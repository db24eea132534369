/** Dutch: what is refused at work on cases, at the bench, at the counter and on the phone. */
import { placeFor, wordFor, type Refusals } from '../refusals.ts';
import { desk } from './desk.ts';
import { ofTheShop } from './refusals-shop.ts';
import { workflow } from './workflow.ts';

const place = (name: string) => placeFor(workflow, name);
const works = (name: string) => wordFor(desk.inspection.functionals, name);

export const refusals: Refusals = {
  ...ofTheShop,

  // Cases and their moves
  case_not_found: 'Deze zaak bestaat niet.',
  item_not_in_case: 'Dit toestel hoort niet bij deze zaak.',
  item_not_found: 'Dit toestel bestaat niet.',
  stale_case: 'Iemand anders heeft deze zaak intussen gewijzigd.',
  stale_item: {
    '{} has moved on meanwhile: it is now in {}.': (item, at) =>
      `${item} is intussen verder: nu in ${place(at)}.`,
    '{} has moved on meanwhile: look at it again.': (item) => `${item} is intussen verder: kijk opnieuw.`,
    'It has moved on meanwhile: look again.': 'Dit is intussen verder: kijk opnieuw.',
  },
  move_not_yours: {
    'A {} cannot make the move “{}”.': (who, move) =>
      `De stap “${wordFor(workflow.moves, move)}” is niet aan: ${wordFor(workflow.actors, who)}.`,
  },
  move_not_from_here: {
    '“{}” is not possible from {}.': (move, at) =>
      `“${wordFor(workflow.moves, move)}” kan niet vanuit ${place(at)}.`,
  },
  nothing_to_resume: 'Geen aanhouding weet nog waar dit toestel vandaan kwam.',
  no_items: {
    'Choose at least one device.': 'Kies minstens één toestel.',
    'Add at least one device.': 'Voeg minstens één toestel toe.',
    'Answer for at least one device.': 'Geef voor minstens één toestel antwoord.',
    'Choose the devices that go back.': 'Kies de toestellen die teruggaan.',
  },
  too_many_items: {
    'At most {} items at once.': (n) => `Hoogstens ${n} toestellen tegelijk.`,
    'At most {} devices fit in one offer.': (n) => `In één bod passen hoogstens ${n} toestellen.`,
  },
  reason_missing: {
    'Give a reason.': 'Geef een reden.',
    'Say why it is rejected.': 'Schrijf waarom je het afwijst.',
    'Say why we do not take this device.': 'Schrijf waarom we dit toestel niet nemen.',
    'Say why the payout failed.': 'Schrijf waarom de uitbetaling mislukte.',
    'Say in a sentence what you see differently.': 'Schrijf in één zin wat er anders wordt gezien.',
    'Say why: in a column “reason”, or once for all rows.':
      'Schrijf waarom: in een kolom “reason”, of één keer voor alle regels.',
  },
  contact_missing: 'De naam en het e-mailadres van de klant ontbreken.',
  address_missing: {
    'The customer’s postal address is missing.': 'Het postadres van de klant ontbreekt.',
    'The customer has not given an address yet; the label needs one.':
      'De klant heeft nog geen adres gegeven; het label heeft er een nodig.',
  },
  visit_missing: 'Kies eerst een winkel en een dag voor het bezoek.',
  payout_method_missing: 'We weten nog niet hoe de klant betaald wil worden.',
  price_missing: {
    'The row has no price.': 'De regel heeft geen prijs.',
    'There is no price yet: make a manual quote first.':
      'Er is nog geen prijs: maak eerst een handmatige prijs.',
    'There is no price for {} yet: make a manual quote first.': (item) =>
      `Er is nog geen prijs voor ${item}: maak eerst een handmatige prijs.`,
  },
  quote_expired: 'De prijs is verlopen of er is nog geen prijs; maak eerst een nieuwe.',
  identity_missing: {
    'Record the IMEI or serial number first.': 'Leg eerst het IMEI of serienummer vast.',
    'Enter an IMEI or a serial number.': 'Vul een IMEI of een serienummer in.',
  },
  device_in_another_case: 'Dit toestel zit in een andere open zaak; houd het aan en zoek uit waarom.',
  device_blocked: 'Dit toestel staat op de blokkeerlijst; houd het aan en schrijf wat er gevonden is.',
  inspection_incomplete: 'Rond eerst de inspectie af.',
  grade_missing: {
    'Give a cosmetic and a functional grade first.': 'Geef eerst een oordeel over uiterlijk en werking.',
    'Give a cosmetic grade, A to E.': 'Geef een oordeel over het uiterlijk, van A tot E.',
    'Say whether it works.': 'Geef aan of het toestel werkt.',
  },
  hold_open: 'Geef eerst elke open aanhouding vrij.',
  legal_hold: 'Door een aanhouding mag dit toestel ons niet verlaten: niet uitbetalen en niet terugsturen.',
  payout_submitted: {
    'The payout is already on its way, so this can no longer be stopped.':
      'De uitbetaling is al onderweg; dit is niet meer tegen te houden.',
    'A payout is on its way; change the details when it has ended.':
      'Er is een uitbetaling onderweg; wijzig de gegevens als die klaar is.',
  },
  payout_not_paid: 'De uitbetaling is nog niet als betaald vastgelegd.',
  no_withdrawal: 'De klant heeft zich niet teruggetrokken.',
  withdrawal_noted: 'De intrekking is al genoteerd; ze gaat vanzelf in als het toestel aankomt.',
  siblings_open: 'Een ander toestel van deze zaak is nog niet klaar voor uitbetaling.',
  disputed_before: 'Dit toestel is al een tweede keer geïnspecteerd; twee mensen vonden hetzelfde.',
  silence_otherwise: 'Zwijgen betekent in deze zaak iets anders.',
  still_here:
    'Leg eerst vast hoe het toestel bij ons wegging: een handtekening, of een pakket met zijn nummer.',
  note_empty: 'Schrijf eerst iets.',
  note_too_long: 'Een notitie heeft hoogstens 10.000 tekens.',
  view_name_taken: 'Je hebt al een weergave met die naam.',
  view_not_found: 'Deze weergave bestaat niet.',
  view_not_yours: 'Alleen wie een weergave bewaarde, kan die wijzigen.',
  stale_view: 'Deze weergave is intussen gewijzigd.',

  // Files and photos
  file_not_found: 'Dit bestand bestaat niet.',
  file_missing: 'Kies een bestand.',
  file_lost: 'De opslag heeft dit bestand niet meer.',
  file_cut_off: 'Het bestand kwam niet helemaal aan: stuur het opnieuw.',
  file_too_large: {
    'A file may have at most {} MB.': (n) => `Een bestand mag hoogstens ${n} MB groot zijn.`,
    'A list may have at most 20 MB.': 'Een lijst mag hoogstens 20 MB groot zijn.',
    'A list may have at most 5 MB.': 'Een lijst mag hoogstens 5 MB groot zijn.',
  },
  file_empty: 'Dit bestand is leeg.',
  file_type_refused: {
    'Send a photo: JPEG, PNG or WebP.': 'Stuur een foto: JPEG, PNG of WebP.',
    'Send a photo (JPEG, PNG, WebP) or a PDF.': 'Stuur een foto (JPEG, PNG, WebP) of een PDF.',
  },
  file_type_mismatch: 'Dit bestand is van een andere soort dan zijn naam zegt.',
  file_unreadable: {
    'This PDF is cut off: send it again.': 'Deze PDF is niet compleet: stuur hem opnieuw.',
    'This picture cannot be opened: it is damaged, or of a kind we cannot read.':
      'Deze afbeelding kan niet worden geopend: ze is beschadigd, of van een soort die we niet kunnen lezen.',
  },
  heic_unreadable:
    'Deze foto is in het HEIC-formaat van Apple, dat we niet kunnen openen. Kies op de iPhone Instellingen › Camera › Structuur › Meest compatibel en maak hem opnieuw, of stuur hem als JPEG.',
  picture_too_large: {
    'A picture may have at most {} million pixels.': (n) =>
      `Een afbeelding mag hoogstens ${n} miljoen pixels hebben.`,
  },
  paper_stays: 'Wat de klant stuurde, blijft bij de zaak.',
  photo_in_offer: 'Een herzien bod toont deze foto: ze blijft als bewijs.',
  caption_in_offer: 'Een herzien bod toont deze foto: de woorden eronder blijven zoals de verkoper ze zag.',
  caption_too_long: {
    'The words under a photo may have at most {} characters.': (n) =>
      `De woorden onder een foto hebben hoogstens ${n} tekens.`,
  },
  not_a_photo: 'Alleen onder een foto van een toestel staan woorden.',
  photo_hidden: 'Er volgt een tweede inspectie: de foto’s van de eerste zijn verborgen.',
  letter_hidden: 'Er volgt een tweede inspectie: tot die klaar is, leest niemand wat de eerste vond.',
  upload_link_over: 'Deze link werkt niet meer: toon een nieuwe code aan de werkbank.',

  // Offers and answers
  silence_not_offered: 'Deze keuze wordt niet aangeboden.',
  price_changed: 'De prijs was verlopen en is vandaag een andere. Bekijk hem voor je bevestigt.',
  already_confirmed: 'Dit bod is al bevestigd.',
  too_late: 'Daarvoor is het te laat: de toestellen zijn onderweg of al bij ons.',
  answer_how_missing: 'Geef aan hoe de verkoper antwoordde: aan de balie, per telefoon of per mail.',
  answered_twice: 'Geef één antwoord per toestel.',
  answer_missing: { 'Please answer: {}': (question) => `Beantwoord nog: ${question}` },
  answer_unsure: {
    'An inspector has to give a definite answer here.': 'Als inspecteur geef je hier een duidelijk antwoord.',
  },
  accessory_unknown: {
    '“{}” is no accessory of such a device.': (name) => `“${name}” hoort niet bij zo’n toestel.`,
  },
  variant_unknown: {
    'We do not know this device.': 'Dit toestel kennen we niet.',
    'There is no such version of this kind of device.': 'Deze uitvoering is er niet bij dit soort toestel.',
  },
  model_unknown: 'Dit model staat niet in de catalogus.',
  no_price: 'We hebben nog geen prijs voor dit toestel.',
  no_quote: 'Voor dit toestel is nooit een prijs genoemd; er valt niets te herzien.',
  not_a_lead:
    'Alleen een aanvraag die nog niet bevestigd is, krijgt een prijs met de hand; daarna herzie je het bod.',
  price_absurd: {
    'Give a price between 0 and 100,000.': 'Geef een prijs tussen 0 en 100.000.',
    'The price is beyond what such a device can cost.': 'De prijs is hoger dan zo’n toestel kan kosten.',
  },
  currency_other: {
    'Prices are in {}.': (currency) => `Prijzen zijn in ${currency}.`,
    'This offer is in {}.': (currency) => `Dit bod is in ${currency}.`,
  },
  revision_unknown: 'Dit herziene bod bestaat niet.',
  revision_superseded: 'Dit bod is intussen vervangen; bekijk eerst het nieuwste.',
  revision_expired: 'Dit bod is verlopen.',
  revision_answered: 'Dit bod is al beantwoord.',
  revision_reason_missing: {
    'Choose at least one reason.': 'Kies minstens één reden.',
    'A lower price needs at least one reason.': 'Een lagere prijs heeft minstens één reden nodig.',
  },
  revision_photo_missing: 'Een lagere prijs heeft minstens één foto nodig.',
  revision_changes_nothing: 'In een herzien bod verschilt minstens één antwoord van dat van de verkoper.',
  revision_note_missing: 'Vertel de verkoper in één zin wat je vond.',
  free_price_reason_missing: 'Schrijf waarom de prijs niet de berekende is.',
  free_price_only: 'Dit toestel kreeg een prijs met de hand; noem dus ook de nieuwe prijs met de hand.',
  category_other:
    'Dit is een ander soort toestel, met andere vragen: met deze antwoorden is er geen prijs te berekenen.',
  photo_unknown: 'Deze foto is niet van dit toestel, of is verwijderd.',
  too_many_photos: {
    'At most {} photos fit in one offer.': (n) => `In één bod passen hoogstens ${n} foto’s.`,
  },

  // Holds
  hold_not_found: 'Deze aanhouding bestaat niet.',
  hold_released: 'Deze aanhouding is al vrijgegeven.',
  hold_open_already: 'Dit toestel is om die reden al aangehouden.',
  nobody_asked: 'Bij deze aanhouding speelt de klant geen rol.',
  asked_just_now:
    'De klant is zojuist al gevraagd; de mail is onderweg. Wacht een minuut als je het opnieuw wilt vragen.',
  customer_has_no_email: {
    'This customer has no mail address. Add one under Customer first.':
      'Deze klant heeft geen mailadres. Voeg er eerst een toe bij Klant.',
    'This customer has no mail address: ask by phone instead.':
      'Deze klant heeft geen mailadres: vraag het per telefoon.',
  },
  owner_unknown: 'Deze collega bestaat niet.',
  note_missing: {
    'Say why the item is on hold.': 'Schrijf waarom je het toestel aanhoudt.',
    'Describe the parcel and what is in it.': 'Beschrijf het pakket en wat erin zit.',
  },
  reason_unknown: {
    'Holds for this reason are not opened here.': 'Een aanhouding om deze reden begin je niet hier.',
    'There is no such reason.': 'Deze reden bestaat niet.',
    '“{}” is no reason we know.': (name) => `“${name}” is geen reden die we kennen.`,
  },
  four_eyes:
    'Jij hebt dit bewijs gevraagd of het antwoord genoteerd: iemand anders beslist (deze winkel werkt met vier ogen).',
  file_unknown: 'Een van deze bestanden hoort niet bij de papieren van deze zaak.',
  not_a_proof: 'Alleen een aankoopbewijs keur je goed of af.',
  not_answered:
    'Er is nog geen antwoord. Noteer wat de klant toonde of stuurde en keur dan goed; of geef de aanhouding vrij.',
  code_missing: 'Vul de code in.',
  code_too_long: 'Een code heeft hoogstens 200 tekens.',
  code_unknown: 'Er is geen code, of die is gewist.',
  no_lock: 'Deze aanhouding gaat niet over een slot.',
  due_unfit: 'Kies een dag vanaf vandaag, hoogstens 90 dagen vooruit.',
  reason_exists: 'Er is al een reden met deze naam.',
  reason_ours: 'Deze hoort bij Reprise: alleen de naam en de dagen kun je wijzigen.',
  stale_reason: 'Iemand anders heeft deze reden intussen gewijzigd.',
  stale_rules: 'Iemand anders heeft de regels intussen gewijzigd.',
  rule_nameless: 'Geef de regel een naam.',
  rule_empty: 'Kies minstens één voorwaarde: zonder zou de regel elk toestel aanhouden.',
  rule_without_models: 'Kies minstens één model, of laat deze voorwaarde weg.',
  rule_without_brands: 'Kies minstens één merk, of laat deze voorwaarde weg.',
  rule_name_short: 'Geef minstens twee letters van de modelnaam, of laat deze voorwaarde weg.',
  rule_without_answers: 'Kies minstens één antwoord, of laat de vraag weg.',

  // Inspection
  inspection_not_found: 'Deze inspectie bestaat niet of niet meer.',
  inspection_taken: {
    '{} is testing this device. Take it over to go on with it.': (name) =>
      `${name} test dit toestel. Neem het over om ermee verder te gaan.`,
  },
  inspection_hidden: 'Er loopt een tweede inspectie; deze is verborgen tot die klaar is.',
  inspection_closed: {
    'This inspection is complete; there is nothing to take over.':
      'Deze inspectie is afgerond; er valt niets over te nemen.',
    'This inspection is complete; start a new one to change it.':
      'Deze inspectie is afgerond; begin een nieuwe om iets te wijzigen.',
  },
  stale_inspection: 'Iemand anders heeft deze inspectie intussen bewaard.',
  second_inspection_due: {
    'Another person inspects this device a second time first; until then nobody sees what was found.':
      'Eerst inspecteert iemand anders dit toestel nog een keer; tot dan ziet niemand wat er gevonden is.',
    'Another person inspects this device a second time first; only then can it be offered again.':
      'Eerst inspecteert iemand anders dit toestel nog een keer; pas daarna kan er een nieuw bod komen.',
  },
  nothing_to_dispute: 'Dit toestel is nog niet geïnspecteerd.',
  same_inspector:
    'Jij deed de eerste inspectie: de tweede is voor iemand anders, die de jouwe niet heeft gezien.',
  inspector_unknown: 'Alleen medewerkers inspecteren toestellen.',
  checks_open: {
    '{} checks have no result yet.': (n) =>
      n === '1' ? '1 controle heeft nog geen uitkomst.' : `${n} controles hebben nog geen uitkomst.`,
  },
  check_photo_missing: {
    'A photo is needed of: {}.': (checks) => `Hiervan is nog een foto nodig: ${checks}.`,
  },
  grade_note_missing: {
    'The checks ask for {} and “{}”. Say in the note why the grade is another.': (cosmetic, functional) =>
      `De controles vragen om ${cosmetic} en “${works(functional)}”. Schrijf in de notitie waarom je anders oordeelt.`,
  },
  check_note_missing: 'Schrijf wat er gevonden is, en waar.',
  check_not_found: 'Deze controle bestaat niet.',
  unit_not_found: 'Dit toestel bestaat niet.',
  item_not_here: {
    'The device’s number is recorded while it is on the bench.':
      'Het nummer leg je vast terwijl het toestel op de werkbank ligt.',
    'A device is checked while it is with us.': 'Een toestel controleer je terwijl het bij ons is.',
  },
  item_not_on_bench: 'Alleen een toestel dat in onderzoek is, kan worden geïnspecteerd.',
  imei_length: {
    'An IMEI has digits only: 15 of them.': 'Een IMEI heeft alleen cijfers: 15 stuks.',
    'An IMEI has 15 digits; this has {}.': (n) => `Een IMEI heeft 15 cijfers; dit zijn er ${n}.`,
  },
  imei_check_digit:
    'Eén cijfer van dit IMEI klopt niet (het controlecijfer past niet). Lees het opnieuw af: *#06#.',
  imei_not_real: 'Dit IMEI is van geen toestel: het zijn alleen nullen.',
  imei_is_eid: 'Dit is de EID van de eSIM, met 32 cijfers. Het IMEI heeft er 15: *#06#.',
  imei_is_sim: 'Dit is het nummer van een simkaart. Het IMEI heeft 15 cijfers: *#06#.',
  imei_is_meid: 'Dit is een MEID. Heeft de telefoon geen IMEI, vul het dan in als serienummer.',
  imei_two_at_once: 'Dit zijn twee nummers: vul elk IMEI in zijn eigen veld in.',
  imei_twice: 'Beide IMEI’s zijn gelijk; laat het tweede leeg.',
  unit_numbers_conflict: {
    'One of these IMEIs is known with another one ({}). Read both again: *#06#.': (known) =>
      `Een van deze IMEI’s kennen we samen met een ander (${known}). Lees beide opnieuw af: *#06#.`,
  },
  serial_is_eid: 'Dit is de EID van de eSIM, niet het serienummer.',
  serial_malformed: 'Een serienummer heeft 4 tot 40 letters en cijfers.',

  // Block list
  blocked_device_unknown: 'Dit staat niet op de lijst.',
  blocked_already: 'Dit toestel staat al op de lijst.',
  unblocked_already: 'Dit toestel is al van de lijst gehaald.',
  list_too_long: { 'At most {} numbers at once.': (n) => `Hoogstens ${n} nummers tegelijk.` },
  number_missing: 'In deze regel staat geen nummer.',
  number_twice: {
    'The same number stands in line {}.': (line) => `Hetzelfde nummer staat al in regel ${line}.`,
  },
  number_rounded: 'Een rekenblad heeft dit nummer afgerond: maak de kolom op als tekst.',

  // Parcels
  tracking_malformed: 'Een volgnummer heeft 4 tot 40 letters en cijfers.',
  not_by_mail: 'Deze zaak komt niet per post.',
  parcel_not_found: 'Er is geen pakket.',
  signature_missing: 'Schrijf wie voor het toestel tekende.',
  carrier_missing: 'Noem de vervoerder.',
  code_malformed: 'Scan of typ minstens drie tekens.',
  unmatched_not_found: 'Dit pakket bestaat niet.',
  unmatched_closed: 'Dit pakket is al afgehandeld.',
  kit_not_by_mail: 'Deze zaak komt niet per post en heeft dus geen verzendset.',
  kit_nothing_to_send: 'Elk toestel van deze zaak is geannuleerd: er valt niets te versturen.',
  shop_address_missing:
    'Het label heeft een adres nodig om naartoe te sturen. Vul het postadres van de winkel in: Instellingen, Winkel.',
};
