/** Every route of the program, and the pages around them. A module's routes are served because they are named here. */
import type { Route } from '../platform/http/route.ts';
import type { StoragePort } from '../ports/storage.ts';
import type { Keyring } from '../platform/secrets.ts';
import { boardRoutes } from '../modules/cases/http/board.ts';
import { caseRoutes } from '../modules/cases/http/cases.ts';
import { fileRoutes } from '../modules/cases/http/files.ts';
import { savedViewRoutes } from '../modules/cases/http/saved-views.ts';
import { timelineRoutes } from '../modules/cases/http/timeline.ts';
import { catalogRoutes } from '../modules/catalog/http.ts';
import { conversationRoutes } from '../modules/holds/http/conversation.ts';
import { holdDeskRoutes } from '../modules/holds/http/queue.ts';
import { holdRoutes } from '../modules/holds/http.ts';
import { identityRoutes, type IdentityRoutes } from '../modules/identity/http.ts';
import { connectionRoutes } from '../modules/identity/http/connections.ts';
import { inspectionRoutes } from '../modules/inspection/http.ts';
import { blockListRoutes } from '../modules/inspection/http/block-list.ts';
import { checklistRoutes } from '../modules/inspection/http/checklists.ts';
import { checkRoutes } from '../modules/inspection/http/pre-check.ts';
import { messageRoutes } from '../modules/messages/http.ts';
import { chatTextRoutes } from '../modules/messages/http/chat-texts.ts';
import { chatRoutes } from '../modules/messages/http/chat.ts';
import { inboundRoutes } from '../modules/messages/http/inbound.ts';
import { moneyRoutes } from '../modules/money/http.ts';
import { revisionRoutes } from '../modules/quotes/http.ts';
import { shippingRoutes } from '../modules/shipping/http.ts';
import { connectionKinds } from './connections.ts';
import { kitRoutes } from './http/kit.ts';
import { letterRoutes } from './http/letters.ts';
import { templateRoutes } from './http/templates.ts';
import { demoRoutes } from './demo-job.ts';
import { offerRoutes } from './http/offers.ts';
import { liveRoutes, type Live } from './live.ts';
import { holdLetterRoutes } from './http/hold-letter.ts';
import { checkingOwnership } from './pre-check.ts';
import { tellingPayoutChanges } from './mail.ts';

export type RoutesConfig = IdentityRoutes & {
  readonly keyring: Keyring;
  readonly storage: StoragePort;
  /** Hosts inside the network that connections may call all the same. */
  readonly outboundAllow: readonly string[];
  readonly live: Live;
  readonly stopping: AbortSignal;
};

/** The API. */
export function apiRoutes(config: RoutesConfig): Route[] {
  return [
    ...identityRoutes(config),
    ...connectionRoutes({
      keyring: config.keyring,
      baseUrl: config.baseUrl,
      kinds: connectionKinds({ allow: config.outboundAllow }),
    }),
    ...catalogRoutes(),
    ...offerRoutes(config.keyring),
    ...revisionRoutes(),
    ...boardRoutes(),
    ...caseRoutes(),
    ...timelineRoutes(),
    ...savedViewRoutes(),
    ...fileRoutes(config),
    ...shippingRoutes(),
    ...kitRoutes(),
    ...checkingOwnership(inspectionRoutes()),
    ...checklistRoutes(),
    ...checkRoutes(),
    ...blockListRoutes(),
    ...holdDeskRoutes(),
    ...holdRoutes(),
    ...conversationRoutes(config.keyring),
    ...holdLetterRoutes(),
    ...tellingPayoutChanges(moneyRoutes(config.keyring)),
    ...messageRoutes(),
    ...templateRoutes(),
    ...letterRoutes(),
    ...chatRoutes(),
    ...chatTextRoutes(),
    ...inboundRoutes(config),
    ...demoRoutes(config.keyring),
    ...liveRoutes(config.live, config.stopping),
  ];
}
