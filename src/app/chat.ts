/** The team's chat: which one is connected, and the lines that moves set off. */
import { consoleChat } from '../adapters/chat/console.ts';
import { slackConfig } from '../adapters/chat/slack-config.ts';
import { slackChat } from '../adapters/chat/slack.ts';
import { ok } from '../kernel/outcome.ts';
import type { EffectHandler } from '../modules/cases/actions/effects.ts';
import { loadConnection } from '../modules/identity/connections.ts';
import { loadShop } from '../modules/identity/shop.ts';
import { chatLineOf } from '../modules/messages/actions/chat-texts.ts';
import { queueChat } from '../modules/messages/chat.ts';
import type { ChatJobs } from '../modules/messages/jobs/chat.ts';
import { outbound } from '../platform/outbound.ts';
import type { ChatPort } from '../ports/chat.ts';
import type { JobDeps } from './job-deps.ts';
import { readMailFacts } from './mail-facts.ts';

/** Settings that cannot be read say nothing anywhere: the line fails with that reason and can be said again. */
const unreadable: ChatPort = {
  post: () => Promise.resolve({ state: 'refused', detail: 'The settings of this chat cannot be read.' }),
};

/** The chat the shop has connected, else the console alone. */
export function chatOf({ config, keyring }: JobDeps): ChatJobs {
  return {
    chat: async (reader) => {
      const connection = await loadConnection(reader, keyring, 'chat');
      if (connection.adapter !== 'slack') return { port: consoleChat(), connection };
      const settings = slackConfig.safeParse(connection.config);
      if (!settings.success) return { port: unreadable, connection };
      const port = slackChat({
        config: settings.data,
        token: connection.secrets['token'] ?? '',
        call: outbound({ allow: config.outboundAllow }),
      });
      return { port, connection };
    },
  };
}

/** `RP-7K3Q9 | RP-7K3Q9-1 | Proof of Purchase approved`, or as the shop words it; one line for each device, said once for each approval. */
export const tellOwnershipApproved: EffectHandler = async (tx, ctx, event) => {
  const facts = await readMailFacts(
    tx,
    event.caseId,
    event.items.map((one) => one.id),
  );
  if (!facts) return ok(null);
  const { settings } = await loadShop(tx);
  // A hold is approved once; a device may have several, approved while it stands where it is.
  const holdId = typeof event.data['hold_id'] === 'string' ? event.data['hold_id'] : null;
  for (const item of event.items) {
    const device = facts.items.find((one) => one.item_id === item.id);
    const about = {
      reference: facts.reference,
      item: device?.number ?? item.id,
      device: device?.title ?? '',
    };
    const queued = await queueChat(tx, ctx, {
      caseId: event.caseId,
      itemId: item.id,
      event: 'ownership_approved',
      channel: settings.chat_channel,
      text: await chatLineOf(tx, 'ownership_approved', about),
      dedupeKey: `ownership_approved:${item.id}:${holdId ?? item.seq}`,
    });
    if (!queued.ok) return queued;
  }
  return ok(null);
};
