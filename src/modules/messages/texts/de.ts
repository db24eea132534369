/** Deutsch. */
import type { Words } from './words.ts';

export const DE: Words = {
  words: {
    hello: 'Guten Tag',
    regards: 'Freundliche Grüße',
    reference: 'Ihre Vorgangsnummer',
    questions: 'Fragen? Wir helfen gern:',
    to_follow: 'Preis folgt',
    bank: 'per Überweisung',
    paypal: 'über PayPal',
    store_credit: 'als Guthaben',
    cash: 'in bar',
  },
  texts: {
    quote_made: {
      subject:
        '{% if total %}Unser Angebot: {{ total | money }} für {{ count | one_or_many: "Ihr Gerät", "Ihre Geräte" }}{% else %}Wir arbeiten an Ihrem Angebot{% endif %}',
      body: '{% if total %}Danke für Ihre Anfrage. Das bieten wir für das, was Sie verkaufen möchten: {{ total | money }}{% if count > 1 %} insgesamt{% endif %}.{% if valid_until %} Der Preis gilt fest bis zum {{ valid_until | day }}.{% endif %}{% if unpriced > 0 %}\n\nFür einen Teil haben wir noch keinen Preis. Eine Kollegin oder ein Kollege sieht ihn sich an und schickt Ihnen einen Preis, meist innerhalb eines Werktags.{% endif %}\n\nBitte sagen Sie uns noch, wie {{ count | one_or_many: "Ihr Gerät zu uns kommt", "Ihre Geräte zu uns kommen" }} und wie Sie bezahlt werden möchten. Das dauert etwa eine Minute.{% else %}Danke für Ihre Anfrage. Eine Kollegin oder ein Kollege sieht sich an, was Sie verkaufen möchten, und schickt Ihnen einen Preis, meist innerhalb eines Werktags. Bis dahin brauchen Sie nichts zu tun.{% endif %}',
      button: 'Mein Angebot öffnen',
    },
    quote_reminder: {
      subject: 'Unser Angebot{% if total %} über {{ total | money }}{% endif %} wartet noch auf Sie',
      body: 'Sie haben uns nach einem Preis gefragt und ihn noch nicht bestätigt.{% if valid_until %} Er gilt fest bis zum {{ valid_until | day }}.{% endif %}\n\nHaben Sie es sich anders überlegt? Dann brauchen Sie nichts zu tun.',
      button: 'Weiter mit meinem Angebot',
    },
    quote_abandoned: {
      subject: 'Wir haben Ihr Angebot zurückgelegt',
      body: 'Wir haben nichts mehr von Ihnen gehört und Ihr Angebot deshalb zurückgelegt. Mit dem Knopf unten können Sie es wieder aufnehmen. Ist der Preis dann abgelaufen, sehen Sie zuerst den neuen.',
      button: 'Mein Angebot öffnen',
    },
    offer_confirmed: {
      subject:
        '{% if channel == "mail_in" %}Ihre Versandunterlagen und wie es weitergeht{% else %}Wir freuen uns auf Ihren Besuch{% endif %}',
      body: '{% if channel == "mail_in" %}Danke, Ihr Angebot ist bestätigt. Bitte drucken Sie den Anhang: Seite 1 zeigt, wie Sie packen und sich von Ihrem Konto abmelden, Seite 2 ist der Paketaufkleber.\n\nBitte geben Sie das Paket{% if due_at %} bis zum {{ due_at | day }}{% else %} bald{% endif %} auf. Wir schreiben Ihnen, sobald es da ist.{% else %}Danke, Ihr Angebot ist bestätigt. Wir freuen uns auf Ihren Besuch{% if visit_on %} am {{ visit_on | weekday }}{% endif %}{% if store %} bei {{ store }}{% endif %}.\n\nBitte bringen Sie {{ count | one_or_many: "das Gerät", "die Geräte" }} mit, ein Ladegerät, falls vorhanden, und einen Ausweis. Melden Sie sich vorher von Ihrem Konto ab, dann können wir alles sofort prüfen.{% endif %}',
      button: 'Mein Angebot ansehen',
    },
    offer_expired: {
      subject: 'Ihr Angebot ist abgelaufen',
      body: '{% if channel == "mail_in" %}Ihr Paket ist bis zum vereinbarten Tag nicht aufgetaucht, deshalb ist das Angebot abgelaufen. Haben Sie es doch geschickt? Keine Sorge: Wir nehmen es an und schreiben Ihnen.{% else %}Sie waren bis zum vereinbarten Tag nicht bei uns, deshalb ist das Angebot abgelaufen.{% endif %}\n\nSie können es jederzeit wieder aufnehmen. Hat sich der Preis geändert, sehen Sie das zuerst.',
      button: 'Wieder aufnehmen',
    },
    ship_reminder: {
      subject: 'Denken Sie an Ihr Paket{% if total %}: {{ total | money }} warten auf Sie{% endif %}',
      body: 'Wir haben Ihr Paket noch nicht gesehen. Bitte geben Sie es{% if due_at %} bis zum {{ due_at | day }}{% else %} bald{% endif %} auf, damit Ihr Preis bestehen bleibt.\n\nIst es schon unterwegs? Dann ist diese Mail hinfällig.',
      button: 'Unterlagen noch einmal drucken',
    },
    visit_reminder: {
      subject: 'Ihr Besuch{% if store %} bei {{ store }}{% endif %}',
      body: 'Ihr Angebot liegt{% if store %} bei {{ store }}{% endif %} für Sie bereit. Bitte kommen Sie{% if due_at %} bis zum {{ due_at | day }}{% else %} bald{% endif %} vorbei, damit Ihr Preis bestehen bleibt.',
      button: 'Mein Angebot ansehen',
    },
    cancelled: {
      subject:
        '{% if move == "declare_lost" %}Ihr Paket ist offenbar verloren gegangen{% else %}Ihr Angebot ist storniert{% endif %}',
      body: '{% if move == "declare_lost" %}Es tut uns leid: Der Paketdienst kann Ihr Paket nicht finden, deshalb haben wir das Angebot geschlossen. Bitte heben Sie den Einlieferungsbeleg auf und melden Sie sich bei uns, wir helfen Ihnen mit dem Schadensfall. Taucht das Paket doch noch auf, schreiben wir Ihnen sofort.{% else %}Ihr Angebot ist storniert{% if reason %}: {{ reason }}{% endif %}. Sie schulden uns nichts.{% if channel == "mail_in" %} Kommt trotzdem ein Paket an, schicken wir es Ihnen zurück.{% endif %}{% endif %}',
      button: 'Mein Angebot ansehen',
    },
    in_transit: {
      subject: 'Ihr Paket ist unterwegs',
      body: 'Der Paketdienst hat Ihr Paket{% if tracking %} (Nummer {{ tracking }}){% endif %}. Wir schreiben Ihnen, wenn es bei uns ankommt.',
      button: 'Mein Angebot verfolgen',
    },
    delivered: {
      subject: 'Ihr Paket ist bei uns angekommen',
      body: 'Der Paketdienst meldet, dass Ihr Paket zugestellt ist. Wir öffnen und prüfen es als Nächstes, meist noch am selben Werktag.',
      button: 'Mein Angebot verfolgen',
    },
    delayed: {
      subject: 'Ihr Paket verspätet sich offenbar',
      body: 'Der Paketdienst meldet ein Problem mit Ihrem Paket{% if tracking %} (Nummer {{ tracking }}){% endif %} oder lässt länger nichts hören. Wir fragen nach und schreiben Ihnen, was wir erfahren. Bitte heben Sie den Einlieferungsbeleg auf.',
      button: 'Mein Angebot verfolgen',
    },
    received: {
      subject: '{{ count | one_or_many: "Ihr Gerät ist", "Ihre Geräte sind" }} bei uns',
      body: '{% if going_back %}Ihr Paket ist angekommen, aber dieses Angebot war schon storniert. Deshalb schicken wir Ihnen {{ count | one_or_many: "Ihr Gerät", "Ihre Geräte" }} kostenlos zurück und schreiben Ihnen, wenn das Paket auf den Weg geht.\n\nMöchten Sie doch lieber verkaufen? Antworten Sie einfach auf diese Mail.{% else %}{% if channel == "mail_in" %}{{ count | one_or_many: "Ihr Gerät ist", "Ihre Geräte sind" }} gut angekommen.{% else %}Danke für Ihren Besuch. {{ count | one_or_many: "Ihr Gerät ist", "Ihre Geräte sind" }} jetzt bei uns.{% endif %} Zuerst prüfen wir die Nummer und ob {{ count | one_or_many: "es", "jedes" }} von Ihrem Konto abgemeldet ist, danach testen wir.\n\n{% if channel == "mail_in" %}Sie hören in wenigen Werktagen von uns.{% else %}Wir sagen Ihnen das Ergebnis, sobald wir es haben.{% endif %}{% endif %}',
      button: 'Mein Angebot verfolgen',
    },
    inspection_passed: {
      subject: 'Prüfung bestanden',
      body: 'Gute Nachricht: {{ count | one_or_many: "Ihr Gerät ist so, wie Sie es", "Ihre Geräte sind so, wie Sie sie" }} beschrieben haben. Der Preis bleibt wie vereinbart.',
      button: 'Mein Angebot verfolgen',
    },
    revised_offer: {
      subject:
        'Bitte ansehen: Unser Angebot für {{ count | one_or_many: "Ihr Gerät", "Ihre Geräte" }} hat sich geändert',
      body: 'Wir haben etwas gefunden, das von Ihrer Beschreibung abweicht. Auf Ihrer Seite sehen Sie beides nebeneinander, mit Fotos.{% assign told = false %}{% for r in revision %}\n\n{{ r.title }}{% for d in r.differences %}\n{{ d.question }}: Sie sagten „{{ d.told }}“, wir fanden „{{ d.found }}“{% endfor %}\nWarum: {{ r.reasons | join: "; " }}{% if r.note %}\nUnsere Anmerkung: {{ r.note }}{% endif %}\n{% if r.old_price %}Unser Preis war {{ r.old_price | money }}. {% endif %}Der neue Preis ist {{ r.price | money }}.{% assign told = true %}{% endfor %}{% if reason and told != true %}\n\n{{ reason }}{% endif %}\n\nSie entscheiden: Nehmen Sie an, oder lehnen Sie ab und erhalten Sie {{ count | one_or_many: "Ihr Gerät", "Ihre Geräte" }} kostenlos zurück. Wenn Sie es anders sehen, prüft jemand anderes noch einmal.{% assign quiet = "" %}{% assign until = due_at %}{% for r in revision %}{% if r.answer_by %}{% assign until = r.answer_by %}{% endif %}{% assign quiet = r.silence %}{% endfor %}{% if until %} Bitte antworten Sie bis {{ until | day }}.{% if quiet == "send_back" %} Hören wir bis dahin nichts, schicken wir es Ihnen zurück.{% elsif quiet == "accept" %} Hören wir bis dahin nichts, gilt der neue Preis als angenommen und wir zahlen aus.{% elsif quiet == "hold" %} Hören wir bis dahin nichts, bewahren wir es sicher auf und melden uns bei Ihnen.{% endif %}{% endif %}',
      button: 'Angebot ansehen und antworten',
    },
    revised_offer_reminder: {
      subject: 'Wir warten auf Ihre Antwort',
      body: 'Unser neues Angebot ist noch offen. Nehmen Sie an, oder lehnen Sie ab und erhalten Sie {{ count | one_or_many: "Ihr Gerät", "Ihre Geräte" }} kostenlos zurück.{% for r in revision %}\n\n{{ r.title }}: {{ r.price | money }}{% endfor %}\n\n{% assign quiet = "" %}{% assign until = due_at %}{% for r in revision %}{% if r.answer_by %}{% assign until = r.answer_by %}{% endif %}{% assign quiet = r.silence %}{% endfor %}{% if until %} Bitte antworten Sie bis {{ until | day }}.{% if quiet == "send_back" %} Hören wir bis dahin nichts, schicken wir es Ihnen zurück.{% elsif quiet == "accept" %} Hören wir bis dahin nichts, gilt der neue Preis als angenommen und wir zahlen aus.{% elsif quiet == "hold" %} Hören wir bis dahin nichts, bewahren wir es sicher auf und melden uns bei Ihnen.{% endif %}{% endif %}',
      button: 'Angebot ansehen und antworten',
    },
    revised_offer_accepted: {
      subject: 'Danke, der neue Preis ist vereinbart',
      body: 'Der neue Preis ist vereinbart. Wir bereiten jetzt Ihre Auszahlung vor.',
      button: 'Mein Angebot verfolgen',
    },
    revised_offer_declined: {
      subject: 'Sie bekommen {{ count | one_or_many: "Ihr Gerät", "Ihre Geräte" }} zurück',
      body: 'Das geänderte Angebot wurde nicht angenommen, deshalb {{ count | one_or_many: "kommt Ihr Gerät", "kommen Ihre Geräte" }} kostenlos zu Ihnen zurück. {% if channel == "mail_in" %}Wir schreiben Ihnen, wenn das Paket auf den Weg geht.{% else %}Sie können {{ count | one_or_many: "es", "sie" }} im Laden abholen.{% endif %}',
      button: 'Mein Angebot verfolgen',
    },
    on_hold_general: {
      subject: 'Wir müssen vorher noch etwas klären',
      body: 'Bevor es mit Ihrem Angebot weitergeht, müssen wir etwas klären. Eine Kollegin oder ein Kollege kümmert sich darum und meldet sich, falls wir etwas von Ihnen brauchen.',
      button: 'Mein Angebot verfolgen',
    },
    on_hold_activation_lock: {
      subject: 'Bitte melden Sie {{ count | one_or_many: "Ihr Gerät", "Ihre Geräte" }} von Ihrem Konto ab',
      body: '{{ count | one_or_many: "Ihr Gerät ist", "Ihre Geräte sind" }} noch mit Ihrem Konto verbunden. Niemand sonst kann {{ count | one_or_many: "es", "sie" }} benutzen, und wir können nicht testen.\n\nSie können die Sperre aus der Ferne entfernen: Melden Sie sich im Web bei Ihrem Konto an, wählen Sie das Gerät und entfernen Sie es. Ihre Seite erklärt es Schritt für Schritt. Bitte sagen Sie uns dort Bescheid, wenn es erledigt ist.{% if reason %}\n\nUnser Team ergänzt: {{ reason }}{% endif %}',
      button: 'So entfernen Sie die Sperre',
    },
    on_hold_proof_of_purchase: {
      subject: 'Bitte schicken Sie uns Ihren Kaufbeleg',
      body: '{{ count | one_or_many: "Ihr Gerät ist", "Ihre Geräte sind" }} bei uns.{% if channel == "mail_in" %} Danke, dass Sie die Versandhinweise so gut befolgt haben!{% endif %} Bei manchen neueren Geräten prüfen wir vor der Zahlung das Eigentum. Das ist eine übliche Prüfung und kein Grund zur Sorge: Sie schützt Menschen, denen ein Gerät gestolen wurde, und heißt nicht, dass wir Sie verdächtigen.\n\nEines davon genügt: Rechnung, Kassenbon, Bestellbestätigung, Mobilfunkvertrag oder Versicherungsschein. Ein Foto reicht. Je eher wir den Beleg haben, desto eher können wir zahlen.{% if reason %}\n\nUnser Team ergänzt: {{ reason }}{% endif %}',
      button: 'Meinen Kaufbeleg schicken',
    },
    on_hold_question: {
      subject: 'Wir haben eine Frage zu {{ count | one_or_many: "Ihrem Gerät", "Ihren Geräten" }}',
      body: 'Bevor es mit Ihrem Angebot weitergeht, brauchen wir etwas von Ihnen{% if topic %}: {{ topic }}{% endif %}.{% if reason %}\n\n{{ reason }}{% endif %}\n\nIhre Seite zeigt, worum es geht. Sie können dort antworten oder einfach auf diese Mail.',
      button: 'Jetzt antworten',
    },
    hold_reminder: {
      subject: 'Wir brauchen noch etwas von Ihnen',
      body: 'Wir warten noch auf Ihre Antwort, bevor es weitergeht. Ihre Seite zeigt, was fehlt. Ist etwas unklar? Antworten Sie einfach auf diese Mail.',
      button: 'Ansehen, was fehlt',
    },
    second_inspection: {
      subject: 'Wir prüfen {{ count | one_or_many: "Ihr Gerät", "Ihre Geräte" }} noch einmal',
      body: 'Sie sehen es anders, deshalb prüft jemand anderes {{ count | one_or_many: "Ihr Gerät", "Ihre Geräte" }} von neuem, ohne das erste Ergebnis zu kennen. Unser letztes Angebot gilt so lange nicht; danach hören Sie von uns, was auch immer gefunden wird.',
      button: 'Mein Angebot verfolgen',
    },
    device_refused: {
      subject: 'Wir senden {{ count | one_or_many: "Ihr Gerät", "Ihre Geräte" }} zurück',
      body: 'Wir können {{ count | one_or_many: "Ihr Gerät", "Ihre Geräte" }} nicht kaufen, deshalb {{ count | one_or_many: "kommt es", "kommen sie" }} zu Ihnen zurück.\n\n{% if channel == "mail_in" %}Sie bekommen eine E-Mail, wenn das Paket abgeht.{% else %}Sie können {{ count | one_or_many: "es", "sie" }} im Laden abholen.{% endif %} Stimmt etwas nicht? Antworten Sie einfach auf diese E-Mail.',
      button: 'Mein Angebot verfolgen',
    },
    hold_released: {
      subject: 'Geklärt: Es geht weiter mit {{ count | one_or_many: "Ihrem Gerät", "Ihren Geräten" }}',
      body: 'Was uns aufgehalten hat, ist geklärt. Wir machen dort weiter, wo wir waren.',
      button: 'Mein Angebot verfolgen',
    },
    payout_ready: {
      subject:
        'Alles in Ordnung: Wir bereiten Ihre Auszahlung{% if total %} von {{ total | money }}{% endif %} vor',
      body: '{{ count | one_or_many: "Ihr Gerät ist", "Ihre Geräte sind" }} geprüft und der Preis ist vereinbart.{% if total %} Wir zahlen Ihnen {{ total | money }}{% if method %} {{ method | word }}{% endif %}{% if account %} ({{ account }}){% endif %}{% if method == "bank" or method == "paypal" %}, meist am nächsten Werktag{% endif %}.{% endif %}',
      button: 'Mein Angebot verfolgen',
    },
    payout_submitted: {
      subject: 'Ihre Auszahlung ist unterwegs',
      body: 'Wir haben Ihre Auszahlung{% if total %} von {{ total | money }}{% endif %}{% if method %} {{ method | word }}{% endif %}{% if account %} ({{ account }}){% endif %} in Auftrag gegeben. Sie ist in ein bis drei Werktagen bei Ihnen.',
      button: 'Mein Angebot verfolgen',
    },
    payout_failed: {
      subject: 'Ihre Auszahlung kam zurück: Bitte prüfen Sie Ihre Angaben',
      body: 'Unsere Zahlung{% if total %} von {{ total | money }}{% endif %} kam zurück. Meist stimmt eine Ziffer des Kontos nicht. Bitte prüfen und korrigieren Sie Ihre Angaben; danach zahlen wir sofort erneut.',
      button: 'Meine Angaben korrigieren',
    },
    payout_details_changed: {
      subject: 'Ihre Auszahlungsdaten wurden geändert',
      body: 'Die Auszahlungsdaten Ihres Angebots wurden gerade geändert.{% if method %} Wir zahlen Ihnen jetzt {{ method | word }}{% if account %} ({{ account }}){% endif %}.{% endif %}\n\nWaren Sie das? Dann brauchen Sie nichts zu tun.\n\nWaren Sie das nicht? Dann antworten Sie auf diese Mail oder rufen Sie uns sofort an, damit wir die Auszahlung anhalten können. Wir fragen nie am Telefon nach Ihrem Code oder Ihrem Konto.',
    },
    paid: {
      subject: 'Bezahlt{% if total %}: {{ total | money }}{% endif %}',
      body: 'Wir haben Ihnen{% if total %} {{ total | money }}{% endif %}{% if method %} {{ method | word }}{% endif %}{% if account %} ({{ account }}){% endif %} gezahlt.{% if transaction %}\n\nZahlungsreferenz: {{ transaction }}{% endif %}\n\nDanke, dass Sie {{ count | one_or_many: "Ihrem Gerät", "Ihren Geräten" }} ein zweites Leben geben.',
      button: 'Mein Angebot ansehen',
    },
    withdrawn: {
      subject: 'Sie bekommen {{ count | one_or_many: "Ihr Gerät", "Ihre Geräte" }} zurück',
      body: 'Wie gewünscht hören wir hier auf und geben {{ count | one_or_many: "Ihr Gerät", "Ihre Geräte" }} kostenlos zurück. {% if channel == "mail_in" %}Wir schreiben Ihnen, wenn das Paket auf den Weg geht.{% else %}Sie können {{ count | one_or_many: "es", "sie" }} im Laden abholen.{% endif %}',
      button: 'Mein Angebot verfolgen',
    },
    sent_back: {
      subject:
        '{% if tracking %}{{ count | one_or_many: "Ihr Gerät ist", "Ihre Geräte sind" }} auf dem Weg zu Ihnen zurück{% else %}Sie haben {{ count | one_or_many: "Ihr Gerät", "Ihre Geräte" }} zurück{% endif %}',
      body: '{% if tracking %}{{ count | one_or_many: "Ihr Gerät ist", "Ihre Geräte sind" }}{% if carrier %} mit {{ carrier }}{% endif %} auf dem Weg zu Ihnen zurück, Nummer {{ tracking }}.{% else %}Wir haben Ihnen {{ count | one_or_many: "Ihr Gerät", "Ihre Geräte" }} zurückgegeben. Danke für Ihren Besuch.{% endif %}\n\nWir würden uns freuen, Sie wiederzusehen.',
      button: 'Mein Angebot ansehen',
    },
    link_code: {
      subject: '{{ code }} ist Ihr Code',
      body: 'Ihr Code lautet {{ code }}. Er gilt zehn Minuten, auf der Seite, die danach fragt. Wir fragen nie am Telefon danach. Haben Sie keinen Code angefordert, können Sie diese Mail ignorieren.',
    },
    new_link: {
      subject: 'Ihr neuer Link',
      body: 'Hier ist ein neuer Link zu Ihrem Angebot. Er ist nur für Sie: Bitte geben Sie ihn nicht weiter.',
      button: 'Mein Angebot öffnen',
    },
  },
};
