/** Spanish: the page where a revised offer is answered. */
export const revision = {
  'answer.lead':
    'Esto es lo que nos dijo y lo que encontramos, con fotos. Usted decide; las dos respuestas nos parecen bien.',
  'answer.photos': 'Fotos de lo que encontramos',
  'answer.photo': 'Foto {n} de {title}, se abre en grande',
  'answer.note': 'Nuestra nota',
  'answer.same': 'Las respuestas son las mismas; nuestra nota dice qué es distinto.',
  'answer.dispute': 'Lo veo de otra manera: revísenlo otra vez',
  'answer.dispute.lead':
    'Otra persona lo revisa entonces de nuevo, sin ver el primer resultado. No le cuesta nada. Después le escribimos.',
  'answer.dispute.reason': '¿Qué ve usted de otra manera?',
  'answer.dispute.go': 'Revisarlo otra vez',
  'answer.dispute.done':
    'Dos personas han revisado este dispositivo y han encontrado lo mismo. Este precio es nuestra última palabra.',
  'answer.revision_superseded': 'Mientras tanto le hicimos una oferta más reciente. Es esta.',
  'answer.revision_answered': 'Esta oferta ya tiene respuesta.',
  'answer.reason_missing': 'Díganos en una frase qué ve de otra manera.',
};
