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
  'fault.file_too_large': 'Diese Datei ist zu groß: höchstens 25 MB.',
  'fault.file_empty': 'Diese Datei ist leer.',
  'fault.file_type_refused': 'Bitte senden Sie ein Foto (JPEG, PNG oder WebP) oder, bei Papieren, ein PDF.',
  'fault.file_type_mismatch':
    'Diese Datei ist von anderer Art, als ihr Name sagt. Speichern Sie sie neu, oder machen Sie ein Foto.',
  'fault.picture_too_large': 'Dieses Bild hat zu viele Pixel. Nehmen Sie es mit geringerer Auflösung auf.',
  'fault.file_unreadable':
    'Diese Datei lässt sich nicht öffnen. Vielleicht ist sie beschädigt: Nehmen oder speichern Sie sie neu.',
  'fault.heic_unreadable':
    'Dieses Foto hat Apples HEIC-Format, das wir nicht öffnen können. Wählen Sie auf dem iPhone Einstellungen › Kamera › Formate › Maximale Kompatibilität und nehmen Sie es neu auf, oder senden Sie einen Screenshot davon.',
  'fault.file_cut_off': 'Die Datei ist nicht vollständig angekommen. Bitte senden Sie sie noch einmal.',
} as const;
