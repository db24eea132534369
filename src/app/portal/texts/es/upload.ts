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
  'fault.file_too_large': 'Este archivo es demasiado grande: 25 MB como máximo.',
  'fault.file_empty': 'Este archivo está vacío.',
  'fault.file_type_refused': 'Envíe una foto (JPEG, PNG o WebP) o, si es un documento, un PDF.',
  'fault.file_type_mismatch':
    'Este archivo es de otro tipo de lo que dice su nombre. Guárdelo de nuevo o haga una foto.',
  'fault.picture_too_large': 'Esta imagen tiene demasiados píxeles. Hágala con menos resolución.',
  'fault.file_unreadable':
    'Este archivo no se puede abrir. Puede que esté dañado: hágalo o guárdelo de nuevo.',
  'fault.heic_unreadable':
    'Esta foto está en el formato HEIC de Apple, que no podemos abrir. En el iPhone, elija Ajustes › Cámara › Formatos › Más compatible y hágala de nuevo, o envíe una captura de pantalla de ella.',
  'fault.file_cut_off': 'El archivo no ha llegado entero. Envíelo otra vez.',
} as const;
