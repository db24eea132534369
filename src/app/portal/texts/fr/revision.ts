/** French: the page where a revised offer is answered. */
export const revision = {
  'answer.lead':
    'Voici ce que vous nous avez dit et ce que nous avons constaté, avec photos. C’est vous qui décidez ; les deux réponses nous conviennent.',
  'answer.photos': 'Photos de ce que nous avons constaté',
  'answer.photo': 'Photo {n} de {title}, s’ouvre en grand',
  'answer.note': 'Notre remarque',
  'answer.same': 'Les réponses sont les mêmes ; notre remarque dit ce qui diffère.',
  'answer.dispute': 'Je ne suis pas d’accord : contrôlez-le à nouveau',
  'answer.dispute.lead':
    'Une autre personne le contrôle alors à nouveau, sans voir le premier résultat. C’est gratuit. Nous vous écrivons ensuite.',
  'answer.dispute.reason': 'Que voyez-vous autrement ?',
  'answer.dispute.go': 'Contrôler à nouveau',
  'answer.dispute.done':
    'Deux personnes ont contrôlé cet appareil et constaté la même chose. Ce prix est donc notre dernier mot.',
  'answer.revision_superseded': 'Nous avons fait une offre plus récente entre-temps. La voici.',
  'answer.revision_answered': 'Cette offre a déjà reçu une réponse.',
  'answer.reason_missing': 'Dites-nous en une phrase ce que vous voyez autrement.',
};
