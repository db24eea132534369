/** Deutsch. */
import type { KitWords } from '../wording.ts';

export const DE: KitWords = {
  title: 'So machen Sie Ihr Paket fertig',
  reference: 'Vorgangsnummer',
  shipBy: 'Bitte bis {date} abschicken',
  shipByNote: 'Geben Sie es bis dahin auf, gilt unser Preis, sofern alles so ist wie von Ihnen beschrieben.',
  inside: 'Was ins Paket kommt',
  insideNote:
    'Bitte schicken Sie nur, was auf dieser Liste steht. Hüllen und Kabel behalten Sie, wenn sie nicht aufgeführt sind.',
  backUp: {
    title: 'Sichern, was Sie behalten möchten',
    body: 'Sichern Sie Fotos, Kontakte und Nachrichten oder übertragen Sie sie auf Ihr neues Gerät. Was bei der Ankunft noch auf dem Gerät ist, wird endgültig gelöscht.',
  },
  signOut: {
    title: 'Abmelden und löschen',
    body: 'Ein Gerät, das noch mit einem Konto verbunden ist, kann niemand sonst benutzen. Wir können erst zahlen, wenn es abgemeldet ist.',
  },
  systems: {
    apple: {
      name: 'iPhone und iPad',
      how: 'Einstellungen › Ihr Name › Abmelden, dann das Passwort eingeben: Damit ist „Wo ist?“ aus. Danach Einstellungen › Allgemein › Übertragen/Zurücksetzen › Alle Inhalte & Einstellungen löschen. Geht das Gerät nicht mehr an? Entfernen Sie es auf icloud.com/find.',
    },
    apple_watch: {
      name: 'Apple Watch',
      how: 'Auf dem iPhone: App „Watch“ › Alle Uhren › Info-Taste › Apple Watch entkoppeln, dann das Passwort eingeben. Damit ist die Uhr abgemeldet und gelöscht.',
    },
    mac: {
      name: 'Mac',
      how: 'Systemeinstellungen › Allgemein › Übertragen oder zurücksetzen › Alle Inhalte & Einstellungen löschen. Damit sind Sie abgemeldet und „Wo ist?“ ist aus.',
    },
    samsung: {
      name: 'Smartphone oder Tablet von Samsung',
      how: 'Einstellungen › Konten und Sicherung › Konten verwalten: Samsung-Konto und Google-Konto entfernen. Danach Einstellungen › Allgemeine Verwaltung › Zurücksetzen › Auf Werkseinstellungen zurücksetzen.',
    },
    android: {
      name: 'Smartphone oder Tablet mit Android',
      how: 'Einstellungen › Passwörter und Konten: Google-Konto auswählen › Konto entfernen. Danach Einstellungen › System › Optionen zum Zurücksetzen › Alle Daten löschen.',
    },
    windows: {
      name: 'Laptop mit Windows',
      how: 'Einstellungen › System › Wiederherstellung › PC zurücksetzen › Alles entfernen. Ist das Laufwerk verschlüsselt, halten Sie den Wiederherstellungsschlüssel bereit.',
    },
    watch: {
      name: 'Andere Uhr',
      how: 'Entkoppeln Sie die Uhr in der App auf dem Smartphone und setzen Sie dann die Uhr selbst auf Werkseinstellungen zurück.',
    },
  },
  empty: {
    title: 'SIM- und Speicherkarten herausnehmen',
    body: 'Löschen Sie auch eine eSIM in den Einstellungen. Karten, die im Gerät bleiben, können wir nicht zurückschicken.',
  },
  pack: {
    title: 'Gut verpacken',
    body: 'Schalten Sie jedes Gerät aus und wickeln Sie es in Luftpolsterfolie oder ein weiches Tuch. Nehmen Sie einen festen Karton und füllen Sie ihn so, dass beim Schütteln nichts rutscht. Schicken Sie nie einen aufgeblähten oder beschädigten Akku: Rufen Sie uns vorher an.',
  },
  send: {
    title: 'Aufkleber anbringen und abschicken',
    body: 'Drucken Sie die letzte Seite und kleben Sie sie glatt auf die größte Seite, ohne Klebeband über den Strichen. Lassen Sie sich einen Beleg mit Sendungsnummer geben und heben Sie ihn auf, bis Sie Ihr Geld haben.',
  },
  next: {
    title: 'So geht es weiter',
    body: 'Sobald Ihr Paket da ist, schreiben wir Ihnen, prüfen jedes Gerät und zahlen den vereinbarten Preis. Finden wir etwas anderes vor als beschrieben, machen wir Ihnen ein neues Angebot, und Sie entscheiden. Den Stand sehen Sie jederzeit über den Link in unseren E-Mails.',
  },
  questions: 'Fragen? Wir helfen gern.',
  from: 'Von',
  to: 'An',
  postage: 'Porto',
  contents: { one: '1 Artikel', many: '{count} Artikel' },
  labelShipBy: 'Abschicken bis {date}',
  cut: 'Hier schneiden. Die obere Hälfte kommt außen auf das Paket.',
  slip: 'Diese Hälfte bitte ins Paket legen',
  slipNote: 'So wissen wir auch dann, wem das Paket gehört, wenn sich der Aufkleber löst.',
  returnTo: 'Muss ein Gerät zurück, schicken wir es an',
};
