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
  'fault.file_too_large': 'Dit bestand is te groot: hoogstens 25 MB.',
  'fault.file_empty': 'Dit bestand is leeg.',
  'fault.file_type_refused': 'Stuur een foto (JPEG, PNG of WebP) of, voor papieren, een PDF.',
  'fault.file_type_mismatch':
    'Dit bestand is van een andere soort dan de naam zegt. Sla het opnieuw op, of maak een foto.',
  'fault.picture_too_large': 'Deze foto heeft te veel pixels. Maak hem met een lagere resolutie.',
  'fault.file_unreadable':
    'Dit bestand kan niet worden geopend. Misschien is het beschadigd: maak of bewaar het opnieuw.',
  'fault.heic_unreadable':
    'Deze foto heeft Apples HEIC-formaat en dat kunnen we niet openen. Kies op de iPhone Instellingen › Camera › Structuren › Meest compatibel en maak de foto opnieuw, of stuur er een schermafbeelding van.',
  'fault.file_cut_off': 'Het bestand is niet helemaal aangekomen. Stuur het nog een keer.',
} as const;
