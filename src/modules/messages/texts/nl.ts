/** Nederlands. */
import type { Words } from './words.ts';

export const NL: Words = {
  words: {
    hello: 'Hallo',
    regards: 'Vriendelijke groet,',
    reference: 'Uw referentie',
    questions: 'Vragen? We helpen u graag:',
    to_follow: 'prijs volgt',
    bank: 'per bankoverschrijving',
    paypal: 'via PayPal',
    store_credit: 'als winkeltegoed',
    cash: 'contant',
  },
  texts: {
    quote_made: {
      subject:
        '{% if total %}Ons bod: {{ total | money }} voor uw {{ count | one_or_many: "toestel", "toestellen" }}{% else %}We werken aan uw prijs{% endif %}',
      body: '{% if total %}Bedankt voor uw aanvraag. Dit bieden we voor wat u wilt verkopen: {{ total | money }}{% if count > 1 %} in totaal{% endif %}.{% if valid_until %} Deze prijs staat vast tot en met {{ valid_until | day }}.{% endif %}{% if unpriced > 0 %}\n\nVoor een deel hebben we nog geen prijs. Een collega kijkt ernaar en mailt u een prijs, meestal binnen één werkdag.{% endif %}\n\nLaat ons nog weten hoe uw {{ count | one_or_many: "toestel bij ons komt", "toestellen bij ons komen" }} en hoe u betaald wilt worden. Dat kost ongeveer een minuut.{% else %}Bedankt voor uw aanvraag. Een collega bekijkt wat u wilt verkopen en mailt u een prijs, meestal binnen één werkdag. Tot die tijd hoeft u niets te doen.{% endif %}',
      button: 'Mijn prijs bekijken',
    },
    quote_reminder: {
      subject: 'Ons bod{% if total %} van {{ total | money }}{% endif %} wacht nog op u',
      body: 'U vroeg ons om een prijs en heeft die nog niet bevestigd.{% if valid_until %} De prijs staat vast tot en met {{ valid_until | day }}.{% endif %}\n\nHeeft u zich bedacht? Dan hoeft u niets te doen.',
      button: 'Verder met mijn aanbod',
    },
    quote_abandoned: {
      subject: 'We hebben uw aanvraag opzijgelegd',
      body: 'We hebben niets meer van u gehoord, daarom hebben we uw aanvraag opzijgelegd. U kunt hem alsnog oppakken met de knop hieronder. Is de prijs dan verlopen, dan ziet u eerst de nieuwe.',
      button: 'Mijn aanvraag openen',
    },
    offer_confirmed: {
      subject:
        '{% if channel == "mail_in" %}Uw verzendpakket en wat er nu gebeurt{% else %}We zien u graag in de winkel{% endif %}',
      body: '{% if channel == "mail_in" %}Bedankt, uw aanbod is bevestigd. Print de bijlage: pagina 1 laat zien hoe u inpakt en uitlogt, pagina 2 is het label.\n\nVerstuur uw pakket{% if due_at %} uiterlijk {{ due_at | day }}{% endif %}. U krijgt een mail zodra het er is.{% else %}Bedankt, uw aanbod is bevestigd. We zien u graag{% if visit_on %} op {{ visit_on | weekday }}{% endif %}{% if store %} bij {{ store }}{% endif %}.\n\nNeem {{ count | one_or_many: "het toestel", "de toestellen" }} mee, een lader als u die heeft, en een identiteitsbewijs. Log eerst uit van uw account, dan kunnen we alles meteen controleren.{% endif %}',
      button: 'Mijn aanbod bekijken',
    },
    offer_expired: {
      subject: 'Uw aanbod is verlopen',
      body: '{% if channel == "mail_in" %}We hebben uw pakket niet op tijd gezien, daarom is het aanbod verlopen. Heeft u het toch verstuurd? Geen zorgen: we nemen het aan en mailen u.{% else %}We hebben u niet op tijd gezien, daarom is het aanbod verlopen.{% endif %}\n\nU kunt het altijd weer oppakken. Is de prijs veranderd, dan ziet u dat eerst.',
      button: 'Weer oppakken',
    },
    ship_reminder: {
      subject: 'Vergeet uw pakket niet{% if total %}: er ligt {{ total | money }} voor u klaar{% endif %}',
      body: 'We hebben uw pakket nog niet gezien. Lever het{% if due_at %} uiterlijk {{ due_at | day }}{% else %} snel{% endif %} in, dan blijft uw prijs staan.\n\nIs het al onderweg? Dan kunt u deze mail negeren.',
      button: 'Verzendpakket opnieuw printen',
    },
    visit_reminder: {
      subject: 'Uw bezoek{% if store %} aan {{ store }}{% endif %}',
      body: 'Uw aanbod ligt voor u klaar{% if store %} bij {{ store }}{% endif %}. Kom{% if due_at %} uiterlijk {{ due_at | day }}{% else %} snel{% endif %} langs, dan blijft uw prijs staan.',
      button: 'Mijn aanbod bekijken',
    },
    cancelled: {
      subject:
        '{% if move == "declare_lost" %}Uw pakket lijkt verloren te zijn{% else %}Uw aanbod is geannuleerd{% endif %}',
      body: '{% if move == "declare_lost" %}Het spijt ons: de vervoerder kan uw pakket niet vinden, daarom hebben we het aanbod gesloten. Bewaar uw verzendbewijs en neem contact met ons op, we helpen u met de claim. Duikt het pakket toch nog op, dan mailen we u meteen.{% else %}Uw aanbod is geannuleerd{% if reason %}: {{ reason }}{% endif %}. U bent ons niets verschuldigd.{% if channel == "mail_in" %} Komt er toch een pakket binnen, dan sturen we het naar u terug.{% endif %}{% endif %}',
      button: 'Mijn aanbod bekijken',
    },
    in_transit: {
      subject: 'Uw pakket is onderweg',
      body: 'De vervoerder heeft uw pakket{% if tracking %} (nummer {{ tracking }}){% endif %}. U krijgt een mail als het bij ons is.',
      button: 'Mijn aanbod volgen',
    },
    delivered: {
      subject: 'Uw pakket is bij ons bezorgd',
      body: 'De vervoerder meldt dat uw pakket is bezorgd. We openen en controleren het nu, meestal nog dezelfde werkdag.',
      button: 'Mijn aanbod volgen',
    },
    delayed: {
      subject: 'Uw pakket lijkt vertraagd',
      body: 'De vervoerder meldt een probleem met uw pakket{% if tracking %} (nummer {{ tracking }}){% endif %}, of laat al een tijd niets horen. We vragen het na en mailen u wat we horen. Bewaar uw verzendbewijs.',
      button: 'Mijn aanbod volgen',
    },
    received: {
      subject: 'We hebben uw {{ count | one_or_many: "toestel", "toestellen" }}',
      body: '{% if going_back %}Uw pakket is aangekomen, maar dit aanbod was al geannuleerd. Daarom sturen we uw {{ count | one_or_many: "toestel", "toestellen" }} gratis naar u terug. U krijgt een mail als het pakket vertrekt.\n\nWilt u toch liever verkopen? Beantwoord dan deze mail.{% else %}{% if channel == "mail_in" %}Uw {{ count | one_or_many: "toestel is", "toestellen zijn" }} goed aangekomen.{% else %}Bedankt voor uw bezoek. Uw {{ count | one_or_many: "toestel is", "toestellen zijn" }} nu bij ons.{% endif %} Eerst controleren we het nummer en of {{ count | one_or_many: "het", "elk" }} is uitgelogd van uw account, daarna testen we.\n\n{% if channel == "mail_in" %}U hoort binnen enkele werkdagen van ons.{% else %}U hoort de uitslag zodra we die hebben.{% endif %}{% endif %}',
      button: 'Mijn aanbod volgen',
    },
    inspection_passed: {
      subject: 'De controle is goed verlopen',
      body: 'Goed nieuws: uw {{ count | one_or_many: "toestel is zoals u het", "toestellen zijn zoals u ze" }} heeft beschreven. De prijs blijft zoals afgesproken.',
      button: 'Mijn aanbod volgen',
    },
    revised_offer: {
      subject: 'Kijk even: ons bod op uw {{ count | one_or_many: "toestel", "toestellen" }} is veranderd',
      body: 'We vonden iets dat afwijkt van uw beschrijving. Op uw pagina ziet u beide naast elkaar, met foto’s.{% assign told = false %}{% for r in revision %}\n\n{{ r.title }}{% for d in r.differences %}\n{{ d.question }}: u vertelde ons “{{ d.told }}”, wij vonden “{{ d.found }}”{% endfor %}\nWaarom: {{ r.reasons | join: "; " }}{% if r.note %}\nOnze toelichting: {{ r.note }}{% endif %}\n{% if r.old_price %}Onze prijs was {{ r.old_price | money }}. {% endif %}De nieuwe prijs is {{ r.price | money }}.{% assign told = true %}{% endfor %}{% if reason and told != true %}\n\n{{ reason }}{% endif %}\n\nU beslist: ga akkoord, of weiger en krijg uw {{ count | one_or_many: "toestel", "toestellen" }} gratis terug. Ziet u het anders, dan keurt iemand anders het opnieuw.{% assign quiet = "" %}{% assign until = due_at %}{% for r in revision %}{% if r.answer_by %}{% assign until = r.answer_by %}{% endif %}{% assign quiet = r.silence %}{% endfor %}{% if until %} Antwoord alstublieft uiterlijk {{ until | day }}.{% if quiet == "send_back" %} Horen we dan niets, dan sturen we het aan u terug.{% elsif quiet == "accept" %} Horen we dan niets, dan geldt de nieuwe prijs als akkoord en betalen we u.{% elsif quiet == "hold" %} Horen we dan niets, dan bewaren we het veilig en nemen we contact met u op.{% endif %}{% endif %}',
      button: 'Aanbod bekijken en antwoorden',
    },
    revised_offer_reminder: {
      subject: 'We wachten op uw antwoord',
      body: 'Ons nieuwe bod staat nog open. Ga akkoord, of weiger en krijg uw {{ count | one_or_many: "toestel", "toestellen" }} gratis terug.{% for r in revision %}\n\n{{ r.title }}: {{ r.price | money }}{% endfor %}\n\n{% assign quiet = "" %}{% assign until = due_at %}{% for r in revision %}{% if r.answer_by %}{% assign until = r.answer_by %}{% endif %}{% assign quiet = r.silence %}{% endfor %}{% if until %} Antwoord alstublieft uiterlijk {{ until | day }}.{% if quiet == "send_back" %} Horen we dan niets, dan sturen we het aan u terug.{% elsif quiet == "accept" %} Horen we dan niets, dan geldt de nieuwe prijs als akkoord en betalen we u.{% elsif quiet == "hold" %} Horen we dan niets, dan bewaren we het veilig en nemen we contact met u op.{% endif %}{% endif %}',
      button: 'Aanbod bekijken en antwoorden',
    },
    revised_offer_accepted: {
      subject: 'Bedankt, de nieuwe prijs is afgesproken',
      body: 'De nieuwe prijs is afgesproken. We bereiden nu uw uitbetaling voor.',
      button: 'Mijn aanbod volgen',
    },
    revised_offer_declined: {
      subject: 'U krijgt uw {{ count | one_or_many: "toestel", "toestellen" }} terug',
      body: 'Het gewijzigde bod is niet aangenomen, daarom {{ count | one_or_many: "komt uw toestel", "komen uw toestellen" }} gratis naar u terug. {% if channel == "mail_in" %}U krijgt een mail als het pakket vertrekt.{% else %}U kunt {{ count | one_or_many: "het", "ze" }} ophalen in de winkel.{% endif %}',
      button: 'Mijn aanbod volgen',
    },
    on_hold_general: {
      subject: 'We moeten eerst iets uitzoeken',
      body: 'Voordat we verder kunnen met uw aanbod, moet er iets worden uitgezocht. Een collega kijkt ernaar en neemt contact met u op als we iets van u nodig hebben.',
      button: 'Mijn aanbod volgen',
    },
    on_hold_activation_lock: {
      subject: 'Log uw {{ count | one_or_many: "toestel", "toestellen" }} uit van uw account',
      body: 'Uw {{ count | one_or_many: "toestel is", "toestellen zijn" }} nog gekoppeld aan uw account. Daardoor kan niemand anders {{ count | one_or_many: "het", "ze" }} gebruiken en kunnen we niet testen.\n\nU kunt het slot op afstand verwijderen: log op het web in op uw account, kies het toestel en verwijder het. Op uw pagina staat het stap voor stap. Laat het ons daar weten als het klaar is.{% if reason %}\n\nOnze collega voegt toe: {{ reason }}{% endif %}',
      button: 'Zo verwijdert u het slot',
    },
    on_hold_proof_of_purchase: {
      subject: 'Stuur ons uw aankoopbewijs',
      body: 'We hebben uw {{ count | one_or_many: "toestel", "toestellen" }}.{% if channel == "mail_in" %} Bedankt dat u de verzendinstructies zo goed heeft gevolgd!{% endif %} Bij sommige recente toestellen controleren we het eigendom voordat we betalen. Dat is een standaardcontrole en niets om u zorgen over te maken: hij beschermt mensen van wie een toestel is gestolen en betekent niet dat we u verdenken.\n\nEen van deze is genoeg: factuur, kassabon, orderbevestiging, contract met de provider of verzekeringspapier. Een foto is prima. Hoe sneller we het hebben, hoe sneller we u kunnen betalen.{% if reason %}\n\nOnze collega voegt toe: {{ reason }}{% endif %}',
      button: 'Mijn aankoopbewijs sturen',
    },
    on_hold_question: {
      subject: 'We hebben een vraag over uw {{ count | one_or_many: "toestel", "toestellen" }}',
      body: 'Voordat we verder kunnen met uw aanbod, hebben we iets van u nodig{% if topic %}: {{ topic }}{% endif %}.{% if reason %}\n\n{{ reason }}{% endif %}\n\nOp uw pagina staat waar het om gaat. U kunt daar antwoorden, of gewoon deze mail beantwoorden.',
      button: 'Nu antwoorden',
    },
    hold_reminder: {
      subject: 'We hebben nog iets van u nodig',
      body: 'We wachten nog op uw antwoord voordat we verder kunnen. Op uw pagina staat wat er ontbreekt. Is iets onduidelijk? Beantwoord dan gewoon deze mail.',
      button: 'Bekijken wat ontbreekt',
    },
    second_inspection: {
      subject: 'We inspecteren uw {{ count | one_or_many: "toestel", "toestellen" }} opnieuw',
      body: 'U ziet het anders, daarom inspecteert iemand anders uw {{ count | one_or_many: "toestel", "toestellen" }} opnieuw, zonder het eerste resultaat te zien. Ons laatste bod vervalt zolang; u hoort daarna van ons, wat er ook wordt gevonden.',
      button: 'Mijn aanbod volgen',
    },
    device_refused: {
      subject: 'We sturen uw {{ count | one_or_many: "toestel", "toestellen" }} terug',
      body: 'We kunnen uw {{ count | one_or_many: "toestel", "toestellen" }} niet kopen, daarom {{ count | one_or_many: "komt het", "komen ze" }} naar u terug.\n\n{% if channel == "mail_in" %}U krijgt een mail als het pakket vertrekt.{% else %}U kunt {{ count | one_or_many: "het", "ze" }} ophalen in de winkel.{% endif %} Klopt er iets niet? Beantwoord dan gewoon deze mail.',
      button: 'Mijn aanbod volgen',
    },
    hold_released: {
      subject: 'Opgelost: we gaan verder met uw {{ count | one_or_many: "toestel", "toestellen" }}',
      body: 'Wat ons ophield, is opgelost. We gaan verder waar we gebleven waren.',
      button: 'Mijn aanbod volgen',
    },
    payout_ready: {
      subject:
        'Alles in orde: we bereiden uw uitbetaling{% if total %} van {{ total | money }}{% endif %} voor',
      body: 'Uw {{ count | one_or_many: "toestel is", "toestellen zijn" }} gecontroleerd en de prijs is afgesproken.{% if total %} We betalen u {{ total | money }}{% if method %} {{ method | word }}{% endif %}{% if account %} ({{ account }}){% endif %}{% if method == "bank" or method == "paypal" %}, meestal de volgende werkdag{% endif %}.{% endif %}',
      button: 'Mijn aanbod volgen',
    },
    payout_submitted: {
      subject: 'Uw uitbetaling is onderweg',
      body: 'We hebben opdracht gegeven voor uw uitbetaling{% if total %} van {{ total | money }}{% endif %}{% if method %} {{ method | word }}{% endif %}{% if account %} ({{ account }}){% endif %}. U heeft het geld binnen één tot drie werkdagen.',
      button: 'Mijn aanbod volgen',
    },
    payout_failed: {
      subject: 'Uw uitbetaling kwam terug: controleer uw gegevens',
      body: 'Onze betaling{% if total %} van {{ total | money }}{% endif %} kwam terug. Meestal klopt een cijfer van de rekening niet. Controleer en verbeter uw gegevens; daarna betalen we meteen opnieuw.',
      button: 'Mijn gegevens verbeteren',
    },
    payout_details_changed: {
      subject: 'Uw uitbetaalgegevens zijn gewijzigd',
      body: 'De uitbetaalgegevens van uw aanbod zijn zojuist gewijzigd.{% if method %} We betalen u nu {{ method | word }}{% if account %} ({{ account }}){% endif %}.{% endif %}\n\nWas u dit zelf? Dan hoeft u niets te doen.\n\nWas u dit niet? Beantwoord deze mail of bel ons meteen, dan kunnen we de uitbetaling tegenhouden. We vragen nooit telefonisch om uw code of uw rekening.',
    },
    paid: {
      subject: 'Betaald{% if total %}: {{ total | money }}{% endif %}',
      body: 'We hebben u{% if total %} {{ total | money }}{% endif %}{% if method %} {{ method | word }}{% endif %}{% if account %} ({{ account }}){% endif %} betaald.{% if transaction %}\n\nBetaalkenmerk: {{ transaction }}{% endif %}\n\nBedankt dat u uw {{ count | one_or_many: "toestel", "toestellen" }} een tweede leven geeft.',
      button: 'Mijn aanbod bekijken',
    },
    withdrawn: {
      subject: 'U krijgt uw {{ count | one_or_many: "toestel", "toestellen" }} terug',
      body: 'Zoals u vroeg, stoppen we hier en geven we uw {{ count | one_or_many: "toestel", "toestellen" }} gratis terug. {% if channel == "mail_in" %}U krijgt een mail als het pakket vertrekt.{% else %}U kunt {{ count | one_or_many: "het", "ze" }} ophalen in de winkel.{% endif %}',
      button: 'Mijn aanbod volgen',
    },
    sent_back: {
      subject:
        '{% if tracking %}Uw {{ count | one_or_many: "toestel is", "toestellen zijn" }} onderweg naar u terug{% else %}U heeft uw {{ count | one_or_many: "toestel", "toestellen" }} terug{% endif %}',
      body: '{% if tracking %}Uw {{ count | one_or_many: "toestel is", "toestellen zijn" }} onderweg naar u terug{% if carrier %} met {{ carrier }}{% endif %}, nummer {{ tracking }}.{% else %}We hebben uw {{ count | one_or_many: "toestel", "toestellen" }} aan u teruggegeven. Bedankt voor uw bezoek.{% endif %}\n\nWe zien u graag nog eens terug.',
      button: 'Mijn aanbod bekijken',
    },
    link_code: {
      subject: '{{ code }} is uw code',
      body: 'Uw code is {{ code }}. Hij werkt tien minuten, op de pagina die erom vroeg. We vragen er nooit telefonisch om. Heeft u geen code gevraagd? Dan kunt u deze mail negeren.',
    },
    new_link: {
      subject: 'Uw nieuwe link',
      body: 'Hier is een nieuwe link naar uw aanbod. Hij is alleen voor u: geef hem niet door.',
      button: 'Mijn aanbod openen',
    },
  },
};
