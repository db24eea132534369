/** German: the page on which a phone takes photos for the bench. */
export const upload = {
  'upload.title': 'Fotos von {title}',
  'upload.opening': 'Wird geöffnet …',
  'upload.opening.body': 'Wenn nichts geschieht, drücke den Knopf.',
  'upload.open': 'Öffnen',
  'upload.over': 'Dieser Code gilt nicht mehr',
  'upload.over.body':
    'Ein Code gilt eine Stunde und kann am Prüfplatz beendet werden. Lass dort einen neuen anzeigen und scanne ihn.',
  'upload.lead': 'Jedes Foto erscheint sofort auf dem Bildschirm am Prüfplatz.',
  'upload.take': 'Fotos aufnehmen',
  'upload.send': 'Senden',
  'upload.sent': '{count, plural, =0 {Noch nichts gesendet} one {1 Foto gesendet} other {# Fotos gesendet}}',
  'upload.sending': 'Wird gesendet …',
  'upload.failed': 'Nicht angenommen: {why}',
  'upload.missing': 'Wähle zuerst ein Foto.',
} as const;
