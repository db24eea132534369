/** Nederlands. */
import type { Words } from './words.ts';

export const NL: Words = {
  words: {
    hello: 'Hallo',
    regards: 'Vriendelijke groet,',
    reference: 'Uw referentie',
    questions: 'Vragen? We helpen u graag:',
    bank: 'bankoverschrijving',
    paypal: 'PayPal',
    store_credit: 'winkeltegoed',
    cash: 'contant',
  },
  texts: {
    quote_made: {
      subject: 'Uw prijs: {{ total | money }} voor uw toestel',
      body: 'Bedankt voor uw aanvraag. Dit bieden we voor wat u wilt verkopen.{% if total %}\n\nSamen is dat {{ total | money }}. Deze prijs staat vast tot en met {{ valid_until | day }}.{% else %}\n\nEen collega bekijkt uw toestel en mailt u een prijs, meestal binnen één werkdag.{% endif %}\n\nBevestig hoe uw toestel bij ons komt en hoe u betaald wilt worden. Dat kost ongeveer een minuut.',
      button: 'Verder met mijn aanbod',
    },
    quote_reminder: {
      subject: 'Uw prijs van {{ total | money }} wacht nog op u',
      body: 'U vroeg ons om een prijs en heeft die nog niet bevestigd. De prijs staat vast tot en met {{ valid_until | day }}.\n\nHeeft u zich bedacht? Dan hoeft u niets te doen.',
      button: 'Verder met mijn aanbod',
    },
    quote_abandoned: {
      subject: 'We hebben uw aanvraag opzijgelegd',
      body: 'U heeft uw prijs niet bevestigd, daarom hebben we de aanvraag opzijgelegd. U kunt hem alsnog oppakken met de knop hieronder. Is de prijs dan verlopen, dan ziet u eerst de nieuwe.',
      button: 'Mijn aanvraag openen',
    },
    offer_confirmed: {
      subject:
        '{% if channel == "mail_in" %}Uw verzendpakket en wat er nu gebeurt{% else %}We zien u graag in de winkel{% endif %}',
      body: '{% if channel == "mail_in" %}Uw aanbod is bevestigd. Print de bijlage: pagina 1 laat zien hoe u inpakt en uitlogt, pagina 2 is het label.\n\nVerstuur uw pakket uiterlijk {{ due_at | day }}. U krijgt een mail zodra het er is.{% else %}Uw aanbod is bevestigd. We verwachten u {% if visit_on %}op {{ visit_on }}{% endif %} in {{ store }}.\n\nNeem het toestel mee, de lader als u die heeft, en een identiteitsbewijs. Log eerst uit van uw account, dan kunnen we het toestel meteen controleren.{% endif %}',
      button: 'Mijn aanbod bekijken',
    },
    offer_expired: {
      subject: 'Uw aanbod is verlopen',
      body: '{% if channel == "mail_in" %}We hebben uw pakket niet op tijd gezien, daarom is het aanbod verlopen. Heeft u het toch verstuurd? Geen zorgen: we nemen het aan en mailen u.{% else %}We hebben u niet op tijd gezien, daarom is het aanbod verlopen.{% endif %}\n\nU kunt het altijd weer oppakken; is de prijs veranderd, dan ziet u dat eerst.',
      button: 'Weer oppakken',
    },
    ship_reminder: {
      subject: 'Vergeet uw pakket niet: er wacht {{ total | money }}',
      body: 'We hebben uw pakket nog niet gezien. Lever het uiterlijk {{ due_at | day }} in, dan blijft uw prijs staan.\n\nIs het al onderweg? Dan kunt u deze mail negeren.',
      button: 'Verzendpakket opnieuw printen',
    },
    visit_reminder: {
      subject: 'Uw bezoek aan {{ store }}',
      body: 'Uw aanbod ligt klaar in {{ store }}. Kom uiterlijk {{ due_at | day }} langs, dan blijft uw prijs staan.',
      button: 'Mijn aanbod bekijken',
    },
    cancelled: {
      subject: 'Uw aanbod is geannuleerd',
      body: 'Uw aanbod is geannuleerd{% if reason %}: {{ reason }}{% endif %}. U bent ons niets verschuldigd. Komt er toch een pakket binnen, dan sturen we het terug.',
      button: 'Mijn aanbod bekijken',
    },
    in_transit: {
      subject: 'Uw pakket is onderweg',
      body: 'De vervoerder heeft uw pakket{% if tracking %} (nummer {{ tracking }}){% endif %}. U krijgt een mail als het er is.',
      button: 'Mijn aanbod volgen',
    },
    delivered: {
      subject: 'Uw pakket is bij ons bezorgd',
      body: 'De vervoerder meldt dat uw pakket is bezorgd. We openen en controleren het nu, meestal nog dezelfde werkdag.',
      button: 'Mijn aanbod volgen',
    },
    delayed: {
      subject: 'Uw pakket lijkt vertraagd',
      body: 'De vervoerder meldt een probleem met uw pakket{% if tracking %} (nummer {{ tracking }}){% endif %}, of laat al een tijd niets horen. We hebben navraag gedaan en mailen u wat we horen. Bewaar uw verzendbewijs.',
      button: 'Mijn aanbod volgen',
    },
    received: {
      subject: 'We hebben uw toestel',
      body: 'Uw toestel is binnen en ligt op onze werkbank. Eerst controleren we het nummer en of het is uitgelogd van uw account, daarna testen we het.\n\nU hoort binnen enkele werkdagen van ons.',
      button: 'Mijn aanbod volgen',
    },
    inspection_passed: {
      subject: 'De controle is goed',
      body: 'Uw toestel is zoals u het heeft beschreven. De prijs blijft zoals afgesproken.',
      button: 'Mijn aanbod volgen',
    },
    revised_offer: {
      subject: 'Kijk even: ons aanbod voor uw toestel is veranderd',
      body: 'We vonden iets dat afwijkt van uw beschrijving{% if reason %}: {{ reason }}{% endif %}. Op uw pagina ziet u beide naast elkaar, met foto’s en de nieuwe prijs.\n\nU beslist: accepteren, of weigeren en uw toestel gratis terugkrijgen. Antwoord uiterlijk {{ due_at | day }}.',
      button: 'Aanbod bekijken en antwoorden',
    },
    revised_offer_reminder: {
      subject: 'We wachten op uw antwoord',
      body: 'Ons gewijzigde aanbod staat nog open. Accepteer het, of weiger en krijg uw toestel terug. Antwoord uiterlijk {{ due_at | day }}.',
      button: 'Aanbod bekijken en antwoorden',
    },
    revised_offer_accepted: {
      subject: 'Bedankt, de nieuwe prijs is afgesproken',
      body: 'De nieuwe prijs is afgesproken. We bereiden de uitbetaling voor.',
      button: 'Mijn aanbod volgen',
    },
    revised_offer_declined: {
      subject: 'Uw toestel komt naar u terug',
      body: 'Het gewijzigde aanbod is niet aangenomen, daarom komt uw toestel gratis naar u terug. U krijgt een mail als het vertrekt.',
      button: 'Mijn aanbod volgen',
    },
    on_hold_general: {
      subject: 'We hebben een vraag over uw toestel',
      body: 'Uw toestel is bij ons, maar er moet eerst iets worden uitgezocht. Een collega kijkt ernaar en neemt contact op als we iets van u nodig hebben.',
      button: 'Mijn aanbod volgen',
    },
    on_hold_activation_lock: {
      subject: 'Log uw toestel uit van uw account',
      body: 'Uw toestel hangt nog aan uw account. Daardoor kan niemand anders het gebruiken en kunnen we het niet testen.\n\nU kunt het op afstand verwijderen: log op het web in op uw account, kies het toestel en verwijder het. Op uw pagina staat het stap voor stap. Laat het ons daar daarna weten.',
      button: 'Zo verwijdert u het slot',
    },
    on_hold_proof_of_purchase: {
      subject: 'Stuur ons uw aankoopbewijs',
      body: 'Uw toestel is bij ons, dank voor het goede inpakken. Bij sommige recente toestellen controleren we het eigendom voordat we betalen. Dat beschermt mensen van wie een toestel is gestolen en betekent niet dat we u verdenken.\n\nEen van deze is genoeg: factuur, kassabon, orderbevestiging, contract met de provider of verzekeringspapier. Een foto is prima.',
      button: 'Mijn aanbod openen',
    },
    hold_reminder: {
      subject: 'We hebben nog iets van u nodig',
      body: 'We wachten nog op uw antwoord en uw toestel wacht bij ons. Op uw pagina staat wat er ontbreekt.',
      button: 'Bekijken wat ontbreekt',
    },
    hold_released: {
      subject: 'Opgelost: we gaan verder met uw toestel',
      body: 'Wat uw toestel ophield, is opgelost. We gaan verder waar we waren.',
      button: 'Mijn aanbod volgen',
    },
    payout_ready: {
      subject: 'Alles in orde: we bereiden uw {{ total | money }} voor',
      body: 'Uw toestel is gecontroleerd en de prijs is afgesproken. We betalen {{ total | money }} per {{ method | word }}{% if account %} ({{ account }}){% endif %}, meestal de volgende werkdag.',
      button: 'Mijn aanbod volgen',
    },
    payout_submitted: {
      subject: 'Uw uitbetaling is onderweg',
      body: 'We hebben uw uitbetaling van {{ total | money }} doorgegeven ({{ method | word }}{% if account %}, {{ account }}{% endif %}). U heeft het binnen één tot drie werkdagen.',
      button: 'Mijn aanbod volgen',
    },
    payout_failed: {
      subject: 'Uw uitbetaling kwam terug: controleer uw gegevens',
      body: 'Onze betaling van {{ total | money }} kwam terug. Meestal klopt een cijfer van de rekening niet. Controleer en verbeter uw gegevens; we betalen dan meteen opnieuw.',
      button: 'Mijn gegevens verbeteren',
    },
    paid: {
      subject: 'Betaald: {{ total | money }}',
      body: 'We hebben {{ total | money }} betaald per {{ method | word }}{% if account %} ({{ account }}){% endif %}.{% if transaction %}\n\nBetaalkenmerk: {{ transaction }}{% endif %}\n\nDank dat u uw toestel een tweede leven geeft.',
      button: 'Mijn aanbod bekijken',
    },
    withdrawn: {
      subject: 'U krijgt uw toestel terug',
      body: 'Zoals u vroeg stoppen we hier en geven we uw toestel gratis terug. U krijgt een mail als het vertrekt, of u haalt het op in de winkel.',
      button: 'Mijn aanbod volgen',
    },
    sent_back: {
      subject: 'Uw toestel is bij ons vertrokken',
      body: '{% if tracking %}Uw toestel is naar u onderweg met {{ carrier }}, nummer {{ tracking }}.{% else %}Uw toestel is aan u teruggegeven. Bedankt voor uw bezoek.{% endif %}',
      button: 'Mijn aanbod bekijken',
    },
    link_code: {
      subject: '{{ code }} is uw code',
      body: 'Uw code is {{ code }}. Hij werkt tien minuten, op de pagina die erom vroeg. We vragen er nooit telefonisch om. Heeft u geen code gevraagd? Dan kunt u deze mail negeren.',
    },
    new_link: {
      subject: 'Uw link',
      body: 'Hier is een nieuwe link naar uw aanbod. Hij is alleen voor u: geef hem niet door.',
      button: 'Mijn aanbod openen',
    },
  },
};
