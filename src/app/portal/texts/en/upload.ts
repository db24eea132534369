/** English: the page on which a phone takes photos for the bench. */
export const upload = {
  'upload.title': 'Photos of {title}',
  'upload.opening': 'Opening …',
  'upload.opening.body': 'If nothing happens, press the button.',
  'upload.open': 'Open',
  'upload.over': 'This code no longer works',
  'upload.over.body':
    'A code works for an hour and can be ended at the bench. Show a new one there and scan it.',
  'upload.lead': 'Each photo appears on the bench’s screen at once.',
  'upload.take': 'Take photos',
  'upload.send': 'Send',
  'upload.sent': '{count, plural, =0 {Nothing sent yet} one {1 photo sent} other {# photos sent}}',
  'upload.sending': 'Sending …',
  'upload.failed': 'Not taken: {why}',
  'upload.missing': 'Choose a photo first.',
} as const;
