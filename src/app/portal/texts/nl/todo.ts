/** Dutch: what the customer has to do, and the pages where they do it. */
export const todo = {
  'todo.title': '{count, plural, one {Eén ding te doen} other {# dingen te doen}}',
  'todo.none': 'Je hoeft nu niets te doen',
  'todo.over': 'Er is niets meer te doen',
  'todo.next.us': 'Wij zijn aan de beurt. Je hoort van ons zodra er iets verandert.',
  'todo.next.us.by': 'Wij zijn aan de beurt, uiterlijk {date}. Je hoort van ons zodra er iets verandert.',
  'todo.next.carrier': 'Het pakket is onderweg. Je hoort van ons als het aankomt.',
  'todo.next.carrier.by': 'Het pakket is onderweg. We verwachten het uiterlijk {date}.',
  'todo.viewOnly.title': 'Deze link laat je aanbod alleen zien',
  'todo.viewOnly':
    'Om je aanbod veilig te houden kan deze link het laten zien, maar niets veranderen. Gebruik de link in onze e-mail aan jou, of laat ons een nieuwe sturen.',
  'todo.answer': 'Antwoord op onze nieuwe prijs',
  'todo.answer.why': 'We vonden iets anders dan beschreven. Jij beslist: ja of nee.',
  'todo.proof': 'Stuur ons een aankoopbewijs',
  'todo.proof.why':
    'Bij sommige toestellen kijken we van wie ze zijn, zodat niemand verkoopt wat niet van hem is.',
  'todo.proof.go': 'Bewijs sturen',
  'todo.lock': 'Haal het toestel uit je account',
  'todo.lock.why':
    'Het zit nog vast aan een account. Zolang kan niemand anders het gebruiken en kunnen we nog niet betalen.',
  'todo.lock.go': 'Laat zien hoe',
  'todo.question': 'Beantwoord onze vraag',
  'todo.question.why': 'We schreven je over dit toestel en hebben je antwoord nodig om verder te gaan.',
  'todo.question.go': 'Antwoorden',
  'todo.payout': 'Verbeter je betaalgegevens',
  'todo.payout.why': 'Onze betaling kwam terug. Met de juiste gegevens betalen we je meteen.',
  'todo.confirm': 'Bevestig je aanbod',
  'todo.confirm.why': 'Tot dan staat je prijs vast. Het duurt ongeveer een minuut.',
  'todo.send': 'Stuur ons je pakket',
  'todo.send.why': 'Print de paklijst en het label, pak je toestel in en geef het aan de vervoerder.',
  'todo.bring': 'Breng je toestel naar de winkel',
  'todo.bring.why': 'We verwachten je op die dag. Komt het niet uit, kies dan een andere.',
  'todo.bring.go': 'Dag bekijken of wijzigen',
  'held.over': 'Dit is afgehandeld',
  'held.over.body':
    'We hebben hier niets meer van je nodig. Op je eigen pagina zie je hoe het met je toestel staat.',
  'proof.title': 'Aankoopbewijs',
  'proof.lead':
    'We vragen dit bij nieuwe en waardevolle toestellen, zodat gestolen toestellen niet verkocht kunnen worden. Het is een controle van het toestel en zegt niets over jou. Is het bewijs in orde, dan gaan we verder met testen en betalen.',
  'proof.again': 'Het vorige document konden we niet gebruiken: {why}',
  'proof.received':
    'Bedankt, het is binnen. We bekijken het meestal de volgende werkdag en gaan dan verder of schrijven je.',
  'proof.sent': 'Wat je hebt gestuurd',
  'proof.more': 'Iets toevoegen',
  'proof.what': 'Wat leesbaar moet zijn, wat je mag afdekken',
  'proof.what.readable':
    'Leesbaar: de verkoper, de datum, het toestel, en het IMEI- of serienummer als het erop staat.',
  'proof.what.black': 'Zwart maken mag: prijzen, bankgegevens, klantnummers en andere artikelen.',
  'proof.what.name':
    'Staat er een andere naam op, van je partner of werkgever? Dat is goed: stuur het en leg het uit in een bericht.',
  'proof.kind': 'Wat heb je?',
  'proof.kind.invoice': 'Factuur',
  'proof.kind.receipt': 'Kassabon',
  'proof.kind.order_confirmation': 'Orderbevestiging',
  'proof.kind.carrier_contract': 'Telefoonabonnement',
  'proof.kind.insurance_paper': 'Verzekeringspapier',
  'proof.file': 'Foto’s of pdf',
  'proof.file.hint':
    'Maak een foto of kies bestanden; meerdere pagina’s tegelijk mag. Hooguit 25 MB per bestand.',
  'proof.safe': 'We bewaren het versleuteld en gebruiken het alleen voor deze controle.',
  'proof.go': 'Versturen',
  'proof.sending': 'Bezig met versturen …',
  'proof.none': 'Ik heb geen bewijs',
  'proof.none.lead':
    'Vertel ons hoe je aan het toestel komt; een collega leest het. Vaak stuurt de winkel of je provider een kopie van de factuur. Zonder enig bewijs kunnen we het misschien niet kopen; dan komt het terug naar jou.',
  'proof.none.label': 'Je bericht',
  'proof.none.missing': 'Schrijf in een paar woorden hoe je aan het toestel komt.',
  'proof.none.go': 'Bericht versturen',
  'proof.tooMany': 'Hooguit {count} bestanden, alsjeblieft.',
  'proof.approved': 'Je bewijs is goedgekeurd',
  'proof.approved.body':
    'Bedankt. We gaan verder met het testen van je toestel; je hoeft niets meer te sturen.',
  'fault.proof_missing': 'Kies minstens één foto of pdf.',
  'fault.too_many_files': 'Dit zijn te veel bestanden. Stuur er minder, of zet de pagina’s in één pdf.',
  'fault.pdf_locked':
    'Deze pdf is beveiligd, dus we kunnen hem niet lezen. Bewaar hem zonder wachtwoord, of maak er een foto van.',
  'fault.pdf_empty': 'Deze pdf heeft geen pagina’s. Bewaar hem opnieuw, of maak een foto van het document.',
  'fault.form_unreadable': 'Het formulier kwam niet heel aan. Probeer het nog eens.',
  'fault.hold_released': 'Dit is intussen afgehandeld. Er is niets meer nodig.',
  'fault.code_too_long': 'Een code heeft hooguit 200 tekens.',
  'fault.too_many_messages': 'Dat is veel voor één dag. Bel ons, of schrijf morgen weer.',
  'lock.title': 'Haal het toestel uit je account',
  'lock.lead':
    'Je hebt het toestel er niet voor nodig: het kan in een browser, waar je ook bent, in ongeveer vijf minuten.',
  'lock.steps': 'Stap voor stap',
  'lock.open': 'Open deze pagina en log in met het account van het toestel. Staan er twee, doe dan beide.',
  'lock.apple.choose': 'Kies ‘Alle apparaten’ en dan je {device}.',
  'lock.apple.erase':
    'Zie je ‘Wis dit apparaat’, kies dat en volg de stappen. Laat telefoonnummer en bericht leeg.',
  'lock.apple.remove': 'Kies ‘Verwijder dit apparaat’ of ‘Verwijder uit account’ en bevestig.',
  'lock.samsung.remove': 'Open in je Samsung-account ‘Apparaten’, kies je {device} en log het uit.',
  'lock.google.remove': 'Kies in je Google-account de {device} in de lijst met apparaten en dan ‘Uitloggen’.',
  'lock.google.password':
    'Verander je Google-wachtwoord nu niet: daarna houdt Google een toestel een dag of langer vergrendeld.',
  'lock.xiaomi.remove':
    'Open in je Xiaomi-account ‘Apparaat zoeken’, kies je {device} en verwijder het uit het account.',
  'lock.windows.remove': 'Kies je {device} en dan ‘Dit apparaat verwijderen’.',
  'lock.windows.password':
    'Vraagt het om een wachtwoord voordat Windows start, of om een BitLocker-sleutel? Laat die hieronder achter.',
  'lock.other.remove': 'Log ook in op het account van de fabrikant en verwijder daar je {device}.',
  'lock.forgot':
    'Wachtwoord vergeten? Op dezelfde pagina stel je een nieuw in. Is het account van iemand anders, vraag die dan om dit te doen.',
  'lock.removed': 'Ik heb het verwijderd',
  'lock.received':
    'Bedankt. We controleren het slot meestal de volgende werkdag opnieuw en gaan dan verder of schrijven je.',
  'lock.code': 'Lukt het niet? Laat een ontgrendelcode achter',
  'lock.code.lead':
    'Met de code of het wachtwoord van het scherm kunnen we het toestel hier ontgrendelen. We bewaren die versleuteld, noteren elke keer wie ernaar kijkt, en wissen die als je toestel klaar is. Geef ons nooit het wachtwoord van je Apple-, Google- of e-mailaccount.',
  'lock.code.label': 'Ontgrendelcode van het toestel',
  'lock.code.hint':
    'Cijfers of woorden. Een patroon: nummer de negen punten vanaf linksboven, zoals 1-2-5-8.',
  'lock.code.missing': 'Vul de code van het toestel in.',
  'lock.code.go': 'Code achterlaten',
  'ask.link': 'Stel ons een vraag',
  'ask.title': 'Stel ons een vraag',
  'ask.lead':
    'Je vraag gaat naar de collega’s die je aanbod behandelen. Het antwoord komt per e-mail of op je eigen pagina.',
  'ask.answer.title': 'Je antwoord',
  'ask.answer.lead': 'Het gaat naar de collega die je de vraag stelde.',
  'ask.label': 'Je bericht',
  'ask.missing': 'Schrijf eerst je bericht.',
  'ask.go': 'Versturen',
  'my.note.yours': 'Jij schreef',
  'my.done.asked': 'Bedankt. We hebben je bericht.',
  'my.done.heard': 'Bedankt. Een collega leest het en schrijft je.',
} as const;
