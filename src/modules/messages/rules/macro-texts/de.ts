/** German macros. */
import type { MacroWords } from './words.ts';

export const DE_MACROS: MacroWords = {
  device_received: {
    name: 'Wir haben Ihr Gerät erhalten',
    subject: '{{ count | one_or_many: "Ihr Gerät ist", "Ihre Geräte sind" }} bei uns',
    body: 'Gute Nachricht: {{ count | one_or_many: "Ihr Gerät ist", "Ihre Geräte sind" }} gut angekommen:{% for device in devices %}\n- {{ device.title }}{% endfor %}\n\nAls Nächstes prüfen und testen wir. Wir schreiben Ihnen, sobald wir mehr wissen. Bis dahin müssen Sie nichts tun.',
  },
  sorry_for_delay: {
    name: 'Entschuldigung für die Verzögerung',
    subject: 'Entschuldigung, es dauert länger als sonst',
    body: 'Es tut uns leid: Das dauert länger, als Sie es von uns erwarten dürfen. Wir haben {{ count | one_or_many: "Ihr Gerät", "Ihre Geräte" }} nicht vergessen und arbeiten daran.\n\nWir schreiben Ihnen, sobald es etwas Neues gibt. Auf Ihrer Seite sehen Sie jederzeit, wie weit wir sind.',
  },
  sign_out_and_reset: {
    name: 'Bitte abmelden und zurücksetzen',
    subject:
      'Bitte melden Sie {{ count | one_or_many: "das Gerät", "die Geräte" }} von Ihrem Konto ab und setzen Sie {{ count | one_or_many: "es", "sie" }} zurück',
    body: 'Bevor wir weitermachen können, {{ count | one_or_many: "muss Ihr Gerät", "müssen Ihre Geräte" }} von Ihrem Konto abgemeldet sein. Sonst kann niemand anderes {{ count | one_or_many: "es", "sie" }} benutzen.\n\n- iPhone oder iPad: Melden Sie sich auf icloud.com/find an, wählen Sie das Gerät, löschen Sie es und entfernen Sie es aus Ihrem Konto.\n- Android: Melden Sie sich im Web bei Ihrem Google-Konto an, öffnen Sie Sicherheit und dann Meine Geräte, wählen Sie das Gerät und melden Sie es ab. Am Gerät selbst: Entfernen Sie das Konto in den Einstellungen und setzen Sie das Gerät danach zurück.\n\nBitte sichern Sie vorher alles, was Sie behalten möchten. Sagen Sie uns Bescheid, wenn es erledigt ist: Antworten Sie einfach auf diese Mail.',
  },
  more_information: {
    name: 'Wir brauchen noch eine Angabe',
    subject: 'Wir brauchen noch eine Angabe von Ihnen',
    body: 'Bevor wir weitermachen können, brauchen wir noch eine Angabe von Ihnen:\n\n- …\n\nAntworten Sie einfach auf diese Mail. Fotos können Sie anhängen.',
  },
  where_is_my_payout: {
    name: 'Wo bleibt meine Auszahlung?',
    subject: 'Zu Ihrer Auszahlung',
    body: 'Sie haben nach Ihrer Auszahlung{% if total %} von {{ total | money }}{% endif %} gefragt.{% if method %} Sie haben die Auszahlung {{ method | word }}{% if account %} ({{ account }}){% endif %} gewählt.{% endif %}{% if method == "bank" %} Nach unserem Auftrag brauchen Banken meist ein bis drei Werktage; Wochenenden und Feiertage zählen nicht mit.{% endif %}\n\nAuf Ihrer Seite sehen Sie, ob die Auszahlung unterwegs ist. Ist das Geld danach nicht da, oder stimmt etwas nicht? Antworten Sie bitte auf diese Mail, dann gehen wir dem nach.',
  },
};
