/** Mail that came in, and the thread of a case. */
import type { IncomingTexts } from '../en/incoming.ts';

export const incoming: IncomingTexts = {
  tab: 'Eingang',
  show: 'Zeigen',
  unmatched: 'Ohne Fall',
  unread: 'Ungelesen',
  all: 'Alle',
  none: 'Hier ist keine Mail.',
  noneUnmatched: 'Jede Mail hat ihren Fall gefunden.',
  noneUnread: 'Alles ist gelesen.',
  intro: 'Antworten von Kunden. Sie finden ihren Fall von selbst; was nicht passt, wartet hier auf Sie.',
  noSubject: '(kein Betreff)',
  noText: 'Diese Mail enthält keinen Text.',
  automatic: 'Automatisch',
  otherSender: 'Anderer Absender',
  otherHint:
    'Das kam nicht von einer Adresse dieses Falls. Prüfen Sie, wer es geschrieben hat, bevor Sie danach handeln.',
  newMail: 'Neu',
  reference: 'Fallnummer',
  match: 'Dem Fall zuordnen',
  matched: 'Die Mail ist jetzt beim Fall.',
  setAside: 'Beiseitelegen',
  setAsideDone: 'Die Mail wurde beiseitegelegt.',
  isSetAside: 'Beiseitegelegt',
  read: 'Als gelesen markieren',
  files: 'Anhänge',
  waiting: 'Mit der Mail aufbewahrt; lässt sich öffnen, sobald sie bei einem Fall ist.',
  more: 'Alles zeigen',
  less: 'Weniger zeigen',
  incoming: 'Vom Kunden',
  noThread: 'Es wurde noch nichts geschrieben.',
};
