/** Deutsch. */
import type { Words } from './words.ts';

export const DE: Words = {
  words: {
    hello: 'Guten Tag',
    regards: 'Freundliche Grüße',
    reference: 'Ihre Vorgangsnummer',
    questions: 'Fragen? Wir helfen gern:',
    bank: 'Überweisung',
    paypal: 'PayPal',
    store_credit: 'Guthaben',
    cash: 'Barzahlung',
  },
  texts: {
    quote_made: {
      subject: 'Ihr Angebot: {{ total | money }} für Ihr Gerät',
      body: 'Danke für Ihre Anfrage. Das bieten wir für das, was Sie verkaufen möchten.{% if total %}\n\nZusammen sind das {{ total | money }}. Der Preis gilt fest bis {{ valid_until | day }}.{% else %}\n\nEine Kollegin oder ein Kollege sieht sich Ihr Gerät an und schickt Ihnen einen Preis, meist innerhalb eines Werktags.{% endif %}\n\nBestätigen Sie bitte, wie das Gerät zu uns kommt und wie wir zahlen sollen. Das dauert etwa eine Minute.',
      button: 'Weiter mit meinem Angebot',
    },
    quote_reminder: {
      subject: 'Ihr Angebot über {{ total | money }} wartet noch',
      body: 'Sie haben uns nach einem Preis gefragt und ihn noch nicht bestätigt. Er gilt fest bis {{ valid_until | day }}.\n\nHaben Sie es sich anders überlegt, müssen Sie nichts tun.',
      button: 'Weiter mit meinem Angebot',
    },
    quote_abandoned: {
      subject: 'Wir haben Ihr Angebot zurückgelegt',
      body: 'Sie haben das Angebot nicht bestätigt, deshalb haben wir es zurückgelegt. Mit dem Knopf unten können Sie es wieder aufnehmen. Ist der Preis dann abgelaufen, sehen Sie zuerst den neuen.',
      button: 'Mein Angebot öffnen',
    },
    offer_confirmed: {
      subject:
        '{% if channel == "mail_in" %}Ihre Versandunterlagen und wie es weitergeht{% else %}Wir freuen uns auf Ihren Besuch{% endif %}',
      body: '{% if channel == "mail_in" %}Ihr Angebot ist bestätigt. Drucken Sie bitte den Anhang: Seite 1 zeigt, wie Sie packen und sich abmelden, Seite 2 ist der Aufkleber.\n\nGeben Sie das Paket bis {{ due_at | day }} auf. Wir melden uns, sobald es da ist.{% else %}Ihr Angebot ist bestätigt. Wir erwarten Sie {% if visit_on %}am {{ visit_on }}{% endif %} in {{ store }}.\n\nBringen Sie das Gerät mit, das Ladegerät, falls vorhanden, und einen Ausweis. Melden Sie sich vorher von Ihrem Konto ab, dann können wir sofort prüfen.{% endif %}',
      button: 'Mein Angebot ansehen',
    },
    offer_expired: {
      subject: 'Ihr Angebot ist abgelaufen',
      body: '{% if channel == "mail_in" %}Wir haben Ihr Paket bis zum vereinbarten Tag nicht gesehen, deshalb ist das Angebot abgelaufen. Haben Sie es doch geschickt? Keine Sorge: Wir nehmen es an und schreiben Ihnen.{% else %}Wir haben Sie bis zum vereinbarten Tag nicht gesehen, deshalb ist das Angebot abgelaufen.{% endif %}\n\nSie können es jederzeit wieder aufnehmen; hat sich der Preis geändert, sehen Sie das zuerst.',
      button: 'Wieder aufnehmen',
    },
    ship_reminder: {
      subject: 'Denken Sie an Ihr Paket: {{ total | money }} warten',
      body: 'Wir haben Ihr Paket noch nicht gesehen. Bitte geben Sie es bis {{ due_at | day }} auf, damit Ihr Preis bestehen bleibt.\n\nIst es schon unterwegs? Dann vergessen Sie diese Mail.',
      button: 'Unterlagen noch einmal drucken',
    },
    visit_reminder: {
      subject: 'Ihr Besuch in {{ store }}',
      body: 'Ihr Angebot liegt in {{ store }} bereit. Bitte kommen Sie bis {{ due_at | day }}, damit Ihr Preis bestehen bleibt.',
      button: 'Mein Angebot ansehen',
    },
    cancelled: {
      subject: 'Ihr Angebot ist storniert',
      body: 'Ihr Angebot ist storniert{% if reason %}: {{ reason }}{% endif %}. Sie schulden uns nichts. Kommt trotzdem ein Paket an, schicken wir es zurück.',
      button: 'Mein Angebot ansehen',
    },
    in_transit: {
      subject: 'Ihr Paket ist unterwegs',
      body: 'Der Paketdienst hat Ihr Paket{% if tracking %} (Nummer {{ tracking }}){% endif %}. Wir schreiben Ihnen, wenn es ankommt.',
      button: 'Mein Angebot verfolgen',
    },
    delivered: {
      subject: 'Ihr Paket ist bei uns angekommen',
      body: 'Der Paketdienst meldet die Zustellung. Wir öffnen und prüfen es als Nächstes, meist noch am selben Werktag.',
      button: 'Mein Angebot verfolgen',
    },
    delayed: {
      subject: 'Ihr Paket verspätet sich offenbar',
      body: 'Der Paketdienst meldet ein Problem mit Ihrem Paket{% if tracking %} (Nummer {{ tracking }}){% endif %} oder meldet sich länger nicht. Wir haben nachgefragt und schreiben Ihnen, was wir erfahren. Bitte heben Sie den Einlieferungsbeleg auf.',
      button: 'Mein Angebot verfolgen',
    },
    received: {
      subject: 'Ihr Gerät ist bei uns',
      body: 'Ihr Gerät ist angekommen und liegt auf dem Prüftisch. Zuerst prüfen wir die Nummer und ob es von Ihrem Konto abgemeldet ist, dann testen wir es.\n\nSie hören in wenigen Werktagen von uns.',
      button: 'Mein Angebot verfolgen',
    },
    inspection_passed: {
      subject: 'Prüfung bestanden',
      body: 'Ihr Gerät ist so, wie Sie es beschrieben haben. Der Preis bleibt wie vereinbart.',
      button: 'Mein Angebot verfolgen',
    },
    revised_offer: {
      subject: 'Bitte ansehen: Unser Angebot für Ihr Gerät hat sich geändert',
      body: 'Wir haben etwas gefunden, das von Ihrer Beschreibung abweicht{% if reason %}: {{ reason }}{% endif %}. Auf Ihrer Seite sehen Sie beides nebeneinander, mit Fotos und dem neuen Preis.\n\nSie entscheiden: annehmen, oder ablehnen und das Gerät kostenlos zurückbekommen. Bitte antworten Sie bis {{ due_at | day }}.',
      button: 'Angebot ansehen und antworten',
    },
    revised_offer_reminder: {
      subject: 'Wir warten auf Ihre Antwort',
      body: 'Unser geändertes Angebot ist noch offen. Nehmen Sie es an, oder lehnen Sie ab und bekommen Sie Ihr Gerät zurück. Bitte antworten Sie bis {{ due_at | day }}.',
      button: 'Angebot ansehen und antworten',
    },
    revised_offer_accepted: {
      subject: 'Danke, der neue Preis ist vereinbart',
      body: 'Der neue Preis ist vereinbart. Wir bereiten die Auszahlung vor.',
      button: 'Mein Angebot verfolgen',
    },
    revised_offer_declined: {
      subject: 'Ihr Gerät kommt zu Ihnen zurück',
      body: 'Das geänderte Angebot wurde nicht angenommen, deshalb kommt Ihr Gerät kostenlos zu Ihnen zurück. Wir schreiben Ihnen, wenn es losgeht.',
      button: 'Mein Angebot verfolgen',
    },
    on_hold_general: {
      subject: 'Wir haben eine Frage zu Ihrem Gerät',
      body: 'Ihr Gerät ist bei uns, aber vorher muss etwas geklärt werden. Eine Kollegin oder ein Kollege kümmert sich darum und meldet sich, falls wir etwas von Ihnen brauchen.',
      button: 'Mein Angebot verfolgen',
    },
    on_hold_activation_lock: {
      subject: 'Bitte melden Sie Ihr Gerät von Ihrem Konto ab',
      body: 'Ihr Gerät hängt noch an Ihrem Konto. Niemand sonst kann es benutzen, und wir können es nicht testen.\n\nSie können es aus der Ferne entfernen: Melden Sie sich im Web bei Ihrem Konto an, wählen Sie das Gerät und entfernen Sie es. Ihre Seite erklärt es Schritt für Schritt. Sagen Sie uns dort danach Bescheid.',
      button: 'So entfernen Sie die Sperre',
    },
    on_hold_proof_of_purchase: {
      subject: 'Bitte schicken Sie uns Ihren Kaufbeleg',
      body: 'Ihr Gerät ist bei uns, danke fürs sorgfältige Verpacken. Bei manchen neueren Geräten prüfen wir vor der Zahlung das Eigentum. Das schützt Menschen, denen ein Gerät gestolen wurde, und heißt nicht, dass wir Sie verdächtigen.\n\nEines davon genügt: Rechnung, Kassenbon, Bestellbestätigung, Mobilfunkvertrag oder Versicherungsschein. Ein Foto reicht.',
      button: 'Mein Angebot öffnen',
    },
    hold_reminder: {
      subject: 'Wir brauchen noch etwas von Ihnen',
      body: 'Wir warten noch auf Ihre Antwort, und Ihr Gerät wartet bei uns. Ihre Seite zeigt, was fehlt.',
      button: 'Ansehen, was fehlt',
    },
    hold_released: {
      subject: 'Geklärt: Es geht weiter mit Ihrem Gerät',
      body: 'Was Ihr Gerät aufgehalten hat, ist geklärt. Wir machen dort weiter, wo wir waren.',
      button: 'Mein Angebot verfolgen',
    },
    payout_ready: {
      subject: 'Alles in Ordnung: Wir bereiten Ihre {{ total | money }} vor',
      body: 'Ihr Gerät ist geprüft und der Preis vereinbart. Wir zahlen {{ total | money }} per {{ method | word }}{% if account %} ({{ account }}){% endif %}, meist am nächsten Werktag.',
      button: 'Mein Angebot verfolgen',
    },
    payout_submitted: {
      subject: 'Ihre Auszahlung ist unterwegs',
      body: 'Wir haben Ihre Auszahlung von {{ total | money }} übergeben ({{ method | word }}{% if account %}, {{ account }}{% endif %}). Sie ist in ein bis drei Werktagen bei Ihnen.',
      button: 'Mein Angebot verfolgen',
    },
    payout_failed: {
      subject: 'Ihre Auszahlung kam zurück: Bitte prüfen Sie Ihre Angaben',
      body: 'Unsere Zahlung von {{ total | money }} kam zurück. Meist stimmt eine Ziffer des Kontos nicht. Bitte prüfen und verbessern Sie Ihre Angaben; wir zahlen dann sofort erneut.',
      button: 'Meine Angaben verbessern',
    },
    paid: {
      subject: 'Bezahlt: {{ total | money }}',
      body: 'Wir haben {{ total | money }} per {{ method | word }}{% if account %} ({{ account }}){% endif %} bezahlt.{% if transaction %}\n\nZahlungsreferenz: {{ transaction }}{% endif %}\n\nDanke, dass Sie Ihrem Gerät ein zweites Leben geben.',
      button: 'Mein Angebot ansehen',
    },
    withdrawn: {
      subject: 'Sie bekommen Ihr Gerät zurück',
      body: 'Wie gewünscht hören wir hier auf und geben Ihr Gerät kostenlos zurück. Wir schreiben Ihnen, wenn es losgeht, oder Sie holen es im Laden ab.',
      button: 'Mein Angebot verfolgen',
    },
    sent_back: {
      subject: 'Ihr Gerät hat uns verlassen',
      body: '{% if tracking %}Ihr Gerät ist mit {{ carrier }} zu Ihnen unterwegs, Nummer {{ tracking }}.{% else %}Ihr Gerät wurde Ihnen zurückgegeben. Danke für Ihren Besuch.{% endif %}',
      button: 'Mein Angebot ansehen',
    },
    link_code: {
      subject: '{{ code }} ist Ihr Code',
      body: 'Ihr Code lautet {{ code }}. Er gilt zehn Minuten, auf der Seite, die danach fragt. Wir fragen nie am Telefon danach. Haben Sie keinen Code angefordert, vergessen Sie diese Mail.',
    },
    new_link: {
      subject: 'Ihr Link',
      body: 'Hier ist ein neuer Link zu Ihrem Angebot. Er ist nur für Sie: Bitte geben Sie ihn nicht weiter.',
      button: 'Mein Angebot öffnen',
    },
  },
};
