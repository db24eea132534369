/** Spanish: the page on which a phone takes photos for the bench. */
export const upload = {
  'upload.title': 'Fotos de {title}',
  'upload.opening': 'Abriendo …',
  'upload.opening.body': 'Si no pasa nada, pulsa el botón.',
  'upload.open': 'Abrir',
  'upload.over': 'Este código ya no vale',
  'upload.over.body':
    'Un código vale una hora y puede anularse en el taller. Muestra allí uno nuevo y escanéalo.',
  'upload.lead': 'Cada foto aparece al momento en la pantalla del taller.',
  'upload.take': 'Hacer fotos',
  'upload.send': 'Enviar',
  'upload.sent':
    '{count, plural, =0 {Aún no se ha enviado nada} one {1 foto enviada} other {# fotos enviadas}}',
  'upload.sending': 'Enviando …',
  'upload.failed': 'No aceptada: {why}',
  'upload.missing': 'Elige primero una foto.',
} as const;
