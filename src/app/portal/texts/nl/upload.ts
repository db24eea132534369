/** Dutch: the page on which a phone takes photos for the bench. */
export const upload = {
  'upload.title': 'Foto’s van {title}',
  'upload.opening': 'Wordt geopend …',
  'upload.opening.body': 'Gebeurt er niets? Druk dan op de knop.',
  'upload.open': 'Openen',
  'upload.over': 'Deze code werkt niet meer',
  'upload.over.body':
    'Een code werkt een uur en kan aan de werkbank worden beëindigd. Toon daar een nieuwe en scan die.',
  'upload.lead': 'Elke foto verschijnt meteen op het scherm van de werkbank.',
  'upload.take': 'Foto’s maken',
  'upload.send': 'Versturen',
  'upload.sent':
    '{count, plural, =0 {Nog niets verstuurd} one {1 foto verstuurd} other {# foto’s verstuurd}}',
  'upload.sending': 'Versturen …',
  'upload.failed': 'Niet opgenomen: {why}',
  'upload.missing': 'Kies eerst een foto.',
} as const;
