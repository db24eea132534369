/** Mail that came in, and the thread of a case. */
import type { IncomingTexts } from '../en/incoming.ts';

export const incoming: IncomingTexts = {
  tab: 'Courrier reçu',
  show: 'Afficher',
  unmatched: 'Sans dossier',
  unread: 'Non lus',
  all: 'Tous',
  none: 'Aucun e-mail ici.',
  noneUnmatched: 'Chaque e-mail a trouvé son dossier.',
  noneUnread: 'Tout a été lu.',
  intro:
    'Les réponses des clients. Elles trouvent leur dossier toutes seules ; les autres vous attendent ici.',
  noSubject: '(sans objet)',
  noText: 'Cet e-mail ne contient pas de texte.',
  automatic: 'Automatique',
  otherSender: 'Autre expéditeur',
  otherHint: 'Ce message ne vient pas d’une adresse de ce dossier. Vérifiez qui l’a écrit avant d’agir.',
  newMail: 'Nouveau',
  reference: 'Numéro de dossier',
  match: 'Mettre dans le dossier',
  matched: 'L’e-mail est maintenant dans le dossier.',
  setAside: 'Mettre de côté',
  setAsideDone: 'L’e-mail a été mis de côté.',
  isSetAside: 'Mis de côté',
  read: 'Marquer comme lu',
  files: 'Pièces jointes',
  waiting: 'Conservée avec l’e-mail ; elle s’ouvrira une fois l’e-mail dans un dossier.',
  more: 'Tout afficher',
  less: 'Afficher moins',
  incoming: 'Du client',
  noThread: 'Rien n’a encore été écrit.',
};
