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
  'fault.file_too_large': 'This file is too large: at most 25 MB.',
  'fault.file_empty': 'This file is empty.',
  'fault.file_type_refused': 'Please send a photo (JPEG, PNG or WebP) or, for papers, a PDF.',
  'fault.file_type_mismatch':
    'This file is of another kind than its name says. Save it again, or take a photo.',
  'fault.picture_too_large': 'This picture has too many pixels. Take it with a lower resolution.',
  'fault.file_unreadable': 'This file cannot be opened. It may be damaged: take or save it again.',
  'fault.heic_unreadable':
    'This photo is in Apple’s HEIC format, which we cannot open. On the iPhone choose Settings › Camera › Formats › Most Compatible and take it again, or send a screenshot of it.',
  'fault.file_cut_off': 'The file did not arrive whole. Please send it again.',
} as const;
