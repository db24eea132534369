/** German: what the customer has to do, and the pages where they do it. */
export const todo = {
  'todo.title': '{count, plural, one {Eine Sache zu tun} other {# Dinge zu tun}}',
  'todo.none': 'Im Moment gibt es für Sie nichts zu tun',
  'todo.over': 'Es ist nichts mehr zu tun',
  'todo.next.us': 'Wir sind an der Reihe. Sie hören von uns, sobald sich etwas ändert.',
  'todo.next.us.by': 'Wir sind an der Reihe, bis {date}. Sie hören von uns, sobald sich etwas ändert.',
  'todo.next.carrier': 'Das Paket ist unterwegs. Sie hören von uns, wenn es ankommt.',
  'todo.next.carrier.by': 'Das Paket ist unterwegs. Wir erwarten es bis {date}.',
  'todo.viewOnly.title': 'Dieser Link zeigt Ihr Angebot nur an',
  'todo.viewOnly':
    'Damit Ihr Angebot sicher bleibt, kann dieser Link es zeigen, aber nichts ändern. Nehmen Sie den Link aus unserer E-Mail an Sie, oder lassen Sie sich einen neuen schicken.',
  'todo.answer': 'Beantworten Sie unseren neuen Preis',
  'todo.answer.why': 'Wir haben etwas anderes vorgefunden als beschrieben. Sie entscheiden: ja oder nein.',
  'todo.proof': 'Schicken Sie uns einen Kaufnachweis',
  'todo.proof.why':
    'Bei manchen Geräten prüfen wir, wem sie gehören, damit niemand verkauft, was nicht seins ist.',
  'todo.proof.go': 'Nachweis schicken',
  'todo.lock': 'Entfernen Sie das Gerät aus Ihrem Konto',
  'todo.lock.why':
    'Es ist noch an ein Konto gebunden. Solange kann es niemand sonst nutzen, und wir können noch nicht zahlen.',
  'todo.lock.go': 'So geht es',
  'todo.question': 'Beantworten Sie unsere Frage',
  'todo.question.why':
    'Wir haben Ihnen zu diesem Gerät geschrieben und brauchen Ihre Antwort, um weiterzumachen.',
  'todo.question.go': 'Antworten',
  'todo.payout': 'Berichtigen Sie Ihre Zahlungsdaten',
  'todo.payout.why': 'Unsere Zahlung kam zurück. Mit den richtigen Daten zahlen wir sofort.',
  'todo.confirm': 'Bestätigen Sie Ihr Angebot',
  'todo.confirm.why': 'Bis dahin steht Ihr Preis fest. Es dauert etwa eine Minute.',
  'todo.send': 'Schicken Sie uns Ihr Paket',
  'todo.send.why': 'Drucken Sie Packanleitung und Etikett, verpacken Sie das Gerät und geben Sie es auf.',
  'todo.bring': 'Bringen Sie Ihr Gerät in die Filiale',
  'todo.bring.why': 'Wir erwarten Sie an diesem Tag. Passt er nicht, wählen Sie einen anderen.',
  'todo.bring.go': 'Tag ansehen oder ändern',
  'held.over': 'Das ist erledigt',
  'held.over.body':
    'Hier brauchen wir nichts mehr von Ihnen. Ihre eigene Seite zeigt, wie es um Ihr Gerät steht.',
  'proof.title': 'Kaufnachweis',
  'proof.lead':
    'Wir fragen danach bei neuen und wertvollen Geräten, damit gestohlene nicht verkauft werden können. Geprüft wird das Gerät; über Sie sagt das nichts. Ist der Nachweis in Ordnung, geht es mit Test und Zahlung weiter.',
  'proof.again': 'Das letzte Dokument konnten wir nicht verwenden: {why}',
  'proof.received':
    'Danke, es ist angekommen. Wir sehen es uns in der Regel am nächsten Werktag an und machen dann weiter oder schreiben Ihnen.',
  'proof.sent': 'Was Sie geschickt haben',
  'proof.more': 'Etwas hinzufügen',
  'proof.what': 'Was lesbar sein muss, was verdeckt sein darf',
  'proof.what.readable':
    'Lesbar: der Verkäufer, das Datum, das Gerät und, falls vorhanden, seine IMEI oder Seriennummer.',
  'proof.what.black': 'Schwärzen dürfen Sie: Preise, Bankdaten, Kundennummern und andere Artikel.',
  'proof.what.name':
    'Steht ein anderer Name darauf, etwa Ihres Partners oder Arbeitgebers? Kein Problem: Schicken Sie es und schreiben Sie uns dazu.',
  'proof.kind': 'Was haben Sie?',
  'proof.kind.invoice': 'Rechnung',
  'proof.kind.receipt': 'Kassenbon',
  'proof.kind.order_confirmation': 'Bestellbestätigung',
  'proof.kind.carrier_contract': 'Mobilfunkvertrag',
  'proof.kind.insurance_paper': 'Versicherungsunterlage',
  'proof.file': 'Fotos oder PDF',
  'proof.file.hint':
    'Machen Sie ein Foto oder wählen Sie Dateien; mehrere Seiten auf einmal sind möglich. Höchstens 25 MB je Datei.',
  'proof.safe': 'Wir speichern es verschlüsselt und nutzen es nur für diese Prüfung.',
  'proof.go': 'Senden',
  'proof.sending': 'Wird gesendet …',
  'proof.none': 'Ich habe keinen Nachweis',
  'proof.none.lead':
    'Schreiben Sie uns, wie Sie zu dem Gerät gekommen sind; eine Kollegin oder ein Kollege liest es. Oft schickt der Händler oder Anbieter eine Kopie der Rechnung. Ganz ohne Nachweis können wir es vielleicht nicht kaufen; dann kommt es zu Ihnen zurück.',
  'proof.none.label': 'Ihre Nachricht',
  'proof.none.missing': 'Schreiben Sie in wenigen Worten, wie Sie zu dem Gerät gekommen sind.',
  'proof.none.go': 'Nachricht senden',
  'proof.tooMany': 'Bitte höchstens {count} Dateien.',
  'proof.approved': 'Ihr Nachweis ist anerkannt',
  'proof.approved.body':
    'Danke. Wir machen mit dem Test Ihres Geräts weiter; Sie müssen nichts mehr schicken.',
  'fault.proof_missing': 'Wählen Sie mindestens ein Foto oder PDF.',
  'fault.too_many_files':
    'Das sind zu viele Dateien. Schicken Sie weniger, oder fassen Sie die Seiten in einem PDF zusammen.',
  'fault.pdf_locked':
    'Dieses PDF ist geschützt, wir können es nicht lesen. Speichern Sie es ohne Passwort, oder fotografieren Sie es.',
  'fault.pdf_empty':
    'Dieses PDF hat keine Seiten. Speichern Sie es erneut, oder fotografieren Sie das Dokument.',
  'fault.form_unreadable': 'Das Formular kam nicht vollständig an. Bitte versuchen Sie es noch einmal.',
  'fault.hold_released': 'Das hat sich inzwischen erledigt. Es wird nichts mehr gebraucht.',
  'fault.code_too_long': 'Ein Code hat höchstens 200 Zeichen.',
  'fault.too_many_messages':
    'Das ist viel für einen Tag. Rufen Sie uns bitte an, oder schreiben Sie morgen wieder.',
  'lock.title': 'Gerät aus Ihrem Konto entfernen',
  'lock.lead': 'Dafür brauchen Sie das Gerät nicht: Es geht im Browser, von überall, in etwa fünf Minuten.',
  'lock.steps': 'Schritt für Schritt',
  'lock.open':
    'Öffnen Sie diese Seite und melden Sie sich mit dem Konto an, zu dem das Gerät gehört. Sind es zwei, dann auf beiden.',
  'lock.apple.choose': 'Wählen Sie „Alle Geräte“ und dann Ihr {device}.',
  'lock.apple.erase':
    'Wird „Dieses Gerät löschen“ angeboten, wählen Sie es und folgen Sie den Schritten. Lassen Sie Telefonnummer und Nachricht leer.',
  'lock.apple.remove': 'Wählen Sie „Dieses Gerät entfernen“ oder „Aus Account entfernen“ und bestätigen Sie.',
  'lock.samsung.remove':
    'Öffnen Sie im Samsung-Konto „Geräte“, wählen Sie Ihr {device} und melden Sie es ab.',
  'lock.google.remove': 'Wählen Sie im Google-Konto das {device} in der Geräteliste und dann „Abmelden“.',
  'lock.google.password':
    'Ändern Sie jetzt bitte nicht Ihr Google-Passwort: Danach hält Google ein Gerät einen Tag oder länger gesperrt.',
  'lock.xiaomi.remove':
    'Öffnen Sie im Xiaomi-Konto „Gerät finden“, wählen Sie Ihr {device} und löschen Sie es aus dem Konto.',
  'lock.windows.remove': 'Wählen Sie Ihr {device} und dann „Dieses Gerät entfernen“.',
  'lock.windows.password':
    'Wird vor dem Start von Windows ein Passwort oder ein BitLocker-Schlüssel verlangt? Hinterlassen Sie ihn uns unten.',
  'lock.other.remove':
    'Melden Sie sich auch beim Konto des Herstellers an und entfernen Sie dort Ihr {device}.',
  'lock.forgot':
    'Passwort vergessen? Auf derselben Seite setzen Sie ein neues. Gehört das Konto jemand anderem, bitten Sie diese Person darum.',
  'lock.removed': 'Ich habe es entfernt',
  'lock.received':
    'Danke. Wir prüfen die Sperre in der Regel am nächsten Werktag erneut und machen dann weiter oder schreiben Ihnen.',
  'lock.code': 'Es klappt nicht? Entsperrcode hinterlassen',
  'lock.code.lead':
    'Mit dem Code oder Passwort des Bildschirms können wir das Gerät hier entsperren. Wir speichern ihn verschlüsselt, halten fest, wer ihn wann ansieht, und löschen ihn, wenn Ihr Gerät erledigt ist. Geben Sie uns nie das Passwort Ihres Apple-, Google- oder E-Mail-Kontos.',
  'lock.code.label': 'Entsperrcode des Geräts',
  'lock.code.hint':
    'Ziffern oder Wörter. Ein Muster: Nummerieren Sie die neun Punkte von links oben, etwa 1-2-5-8.',
  'lock.code.missing': 'Geben Sie den Code des Geräts ein.',
  'lock.code.go': 'Code hinterlassen',
  'ask.link': 'Stellen Sie uns eine Frage',
  'ask.title': 'Stellen Sie uns eine Frage',
  'ask.lead':
    'Sie geht an die Kollegen, die Ihr Angebot bearbeiten. Die Antwort kommt per E-Mail oder auf Ihre eigene Seite.',
  'ask.answer.title': 'Ihre Antwort',
  'ask.answer.lead': 'Sie geht an die Person, die Sie gefragt hat.',
  'ask.label': 'Ihre Nachricht',
  'ask.missing': 'Schreiben Sie zuerst Ihre Nachricht.',
  'ask.go': 'Senden',
  'my.note.yours': 'Sie schrieben',
  'my.done.asked': 'Danke. Ihre Nachricht ist bei uns.',
  'my.done.heard': 'Danke. Wir lesen es und schreiben Ihnen.',
} as const;
