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
  'fault.file_too_large': 'Ce fichier est trop lourd : 25 Mo au plus.',
  'fault.file_empty': 'Ce fichier est vide.',
  'fault.file_type_refused': 'Envoyez une photo (JPEG, PNG ou WebP) ou, pour un document, un PDF.',
  'fault.file_type_mismatch':
    'Ce fichier n’est pas du type que son nom annonce. Enregistrez-le à nouveau, ou prenez une photo.',
  'fault.picture_too_large': 'Cette image a trop de pixels. Prenez-la avec une résolution plus faible.',
  'fault.file_unreadable':
    'Ce fichier ne s’ouvre pas. Il est peut-être abîmé : refaites-le ou enregistrez-le à nouveau.',
  'fault.heic_unreadable':
    'Cette photo est au format HEIC d’Apple, que nous ne pouvons pas ouvrir. Sur l’iPhone, choisissez Réglages › Appareil photo › Formats › Le plus compatible et reprenez-la, ou envoyez-en une capture d’écran.',
  'fault.file_cut_off': 'Le fichier n’est pas arrivé en entier. Envoyez-le encore une fois.',
} as const;
