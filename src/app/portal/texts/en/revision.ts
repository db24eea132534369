/** English: the page where a revised offer is answered. */
export const revision = {
  'answer.lead':
    'Here is what you told us and what we found, with photos. You decide; both answers are equally fine.',
  'answer.photos': 'Photos of what we found',
  'answer.photo': 'Photo {n} of {title}, opens large',
  'answer.note': 'Our note',
  'answer.same': 'The answers are the same; our note says what is different.',
  'answer.dispute': 'I see it differently: inspect it again',
  'answer.dispute.lead':
    'Another colleague then inspects it afresh, without seeing the first result. It costs you nothing. You hear from us afterwards.',
  'answer.dispute.reason': 'What do you see differently?',
  'answer.dispute.go': 'Inspect it again',
  'answer.dispute.done':
    'Two people have inspected this device and found the same, so this price is our last word.',
  'answer.revision_superseded': 'Meanwhile we sent a newer offer. This is it.',
  'answer.revision_answered': 'This offer was answered already.',
  'answer.reason_missing': 'Tell us in a sentence what you see differently.',
} as const;
