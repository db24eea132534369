/** German: the page where a revised offer is answered. */
export const revision = {
  'answer.lead':
    'Das haben Sie uns gesagt und das haben wir gefunden, mit Fotos. Sie entscheiden; beide Antworten sind gleich gut.',
  'answer.photos': 'Fotos von dem, was wir gefunden haben',
  'answer.photo': 'Foto {n} von {title}, öffnet sich groß',
  'answer.note': 'Unsere Anmerkung',
  'answer.same': 'Die Antworten sind gleich; unsere Anmerkung sagt, was anders ist.',
  'answer.dispute': 'Ich sehe das anders: bitte noch einmal prüfen',
  'answer.dispute.lead':
    'Dann prüft jemand anderes von uns das Gerät neu, ohne das erste Ergebnis zu sehen. Das kostet Sie nichts. Danach hören Sie von uns.',
  'answer.dispute.reason': 'Was sehen Sie anders?',
  'answer.dispute.go': 'Noch einmal prüfen',
  'answer.dispute.done':
    'Zwei Personen haben dieses Gerät geprüft und dasselbe gefunden. Dieser Preis ist daher unser letztes Wort.',
  'answer.revision_superseded': 'Wir haben inzwischen ein neueres Angebot gemacht. Hier ist es.',
  'answer.revision_answered': 'Auf dieses Angebot wurde schon geantwortet.',
  'answer.reason_missing': 'Sagen Sie uns in einem Satz, was Sie anders sehen.',
};
