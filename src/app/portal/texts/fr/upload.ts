/** French: the page on which a phone takes photos for the bench. */
export const upload = {
  'upload.title': 'Photos de {title}',
  'upload.opening': 'Ouverture …',
  'upload.opening.body': 'Si rien ne se passe, appuyez sur le bouton.',
  'upload.open': 'Ouvrir',
  'upload.over': 'Ce code n’est plus valable',
  'upload.over.body':
    'Un code est valable une heure et peut être désactivé à l’atelier. Affichez-en un nouveau et scannez-le.',
  'upload.lead': 'Chaque photo apparaît aussitôt sur l’écran de l’atelier.',
  'upload.take': 'Prendre des photos',
  'upload.send': 'Envoyer',
  'upload.sent':
    '{count, plural, =0 {Rien n’est encore envoyé} one {1 photo envoyée} other {# photos envoyées}}',
  'upload.sending': 'Envoi …',
  'upload.failed': 'Refusée : {why}',
  'upload.missing': 'Choisissez d’abord une photo.',
} as const;
