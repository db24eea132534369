/** Dutch: the page where a revised offer is answered. */
export const revision = {
  'answer.lead':
    'Dit heb je ons verteld en dit vonden wij, met foto’s. Jij beslist; beide antwoorden zijn even goed.',
  'answer.photos': 'Foto’s van wat we vonden',
  'answer.photo': 'Foto {n} van {title}, opent groot',
  'answer.note': 'Onze toelichting',
  'answer.same': 'De antwoorden zijn gelijk; in onze toelichting staat wat er anders is.',
  'answer.dispute': 'Ik zie het anders: keur het opnieuw',
  'answer.dispute.lead':
    'Een andere collega keurt het dan opnieuw, zonder het eerste resultaat te zien. Het kost je niets. Daarna hoor je van ons.',
  'answer.dispute.reason': 'Wat zie jij anders?',
  'answer.dispute.go': 'Keur het opnieuw',
  'answer.dispute.done':
    'Twee mensen hebben dit toestel gekeurd en vonden hetzelfde. Deze prijs is dus ons laatste woord.',
  'answer.revision_superseded': 'We hebben intussen een nieuwer aanbod gedaan. Dit is het.',
  'answer.revision_answered': 'Op dit aanbod is al geantwoord.',
  'answer.reason_missing': 'Vertel in één zin wat jij anders ziet.',
};
