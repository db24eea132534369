/** Every adapter an owner can choose in the settings: what it wants to know and how it is tried. */
import { z } from 'zod';
import { slackConfig } from '../adapters/chat/slack-config.ts';
import { slackChat } from '../adapters/chat/slack.ts';
import { httpDeviceCheckConfig } from '../adapters/device-check/http-config.ts';
import { httpDeviceCheck } from '../adapters/device-check/http.ts';
import type { ConnectionKind, ConnectionTest } from '../modules/identity/http/connections.ts';
import { loadShopNow } from '../modules/identity/shop.ts';
import { imapConfig } from '../adapters/inbound-mail/imap-config.ts';
import type { CallOut, OutboundResult } from '../kernel/outbound.ts';
import { outbound } from '../platform/outbound.ts';
import { mailboxOf } from './inbound-mail.ts';

const nothing = z.object({}).strict();

/** An adapter that calls nobody. */
function quiet(port: ConnectionKind['port'], adapter: string, detail: string): ConnectionKind {
  return {
    port,
    adapter,
    config: nothing,
    secrets: [],
    needs: [],
    placeOf: () => '',
    test: () => Promise.resolve({ ok: true, detail, answer: null }),
  };
}

function originOf(value: unknown): string {
  return typeof value === 'string' ? (URL.parse(value)?.origin ?? value) : '';
}

/** A way out that remembers what came back last, to show it. */
function listening(call: CallOut): { call: CallOut; heard: () => string | null } {
  let last: OutboundResult | null = null;
  return {
    call: async (request) => (last = await call(request)),
    heard: () => {
      if (!last) return null;
      return last.state === 'answered'
        ? `HTTP ${last.status}\n${last.body}`
        : `${last.state}: ${last.detail}`;
    },
  };
}

function slack(allow: readonly string[]): ConnectionKind {
  return {
    port: 'chat',
    adapter: 'slack',
    config: slackConfig,
    secrets: ['token'],
    needs: ['token'],
    placeOf: (config) => originOf(config['base_url']),
    test: async ({ config, secrets }, { db, ctx }): Promise<ConnectionTest> => {
      const shop = await loadShopNow(db);
      const { call, heard } = listening(outbound({ allow }));
      const port = slackChat({ config: slackConfig.parse(config), token: secrets['token'] ?? '', call });
      const said = await port.post({
        channel: shop.settings.chat_channel,
        text: `${shop.name}: Reprise can write here.`,
        idempotencyKey: ctx.newId('cht'),
      });
      const detail = `${shop.settings.chat_channel}: ${said.detail}`;
      return { ok: said.state === 'sent', detail, answer: heard() };
    },
  };
}

function deviceCheckByHttp(allow: readonly string[]): ConnectionKind {
  return {
    port: 'device_check',
    adapter: 'http',
    config: httpDeviceCheckConfig,
    secrets: 'any',
    needs: [],
    placeOf: (config) => originOf(config['url']),
    test: async ({ config, secrets }, _, sample): Promise<ConnectionTest> => {
      const read = httpDeviceCheckConfig.safeParse(config);
      if (!read.success) return { ok: false, detail: 'These settings cannot be read.', answer: null };
      const port = httpDeviceCheck({ config: read.data, secrets, call: outbound({ allow }) });
      const number = sample ?? '490154203237518';
      const said = await port.ask({
        checkId: 'chk_test',
        imei: number,
        imei2: null,
        serial: number,
        brand: '',
        model: '',
      });
      const isUnderstood = said.state === 'answered' && said.verdict !== 'unknown';
      const verdict = said.state === 'answered' ? `${said.verdict}: ` : '';
      return {
        ok: isUnderstood,
        detail: `${verdict}${said.detail}`,
        answer: JSON.stringify(said.evidence, null, 2),
      };
    },
  };
}

function mailboxByImap(allow: readonly string[]): ConnectionKind {
  return {
    port: 'inbound_mail',
    adapter: 'imap',
    config: imapConfig,
    secrets: ['password'],
    needs: ['password'],
    placeOf: (config) => `${String(config['host'])}:${String(config['port'])}`,
    test: async ({ config, secrets }): Promise<ConnectionTest> => {
      const read = imapConfig.safeParse(config);
      if (!read.success) return { ok: false, detail: 'These settings cannot be read.', answer: null };
      const said = await mailboxOf(read.data, secrets['password'] ?? '', allow).look();
      return { ...said, answer: null };
    },
  };
}

/** `allow`: hosts inside the network that may be called all the same (OUTBOUND_ALLOW). */
export function connectionKinds({ allow }: { readonly allow: readonly string[] }): ConnectionKind[] {
  return [
    quiet('chat', 'console', 'Lines for the team are kept and shown in the console only.'),
    slack(allow),
    quiet('device_check', 'manual', 'Nobody is asked: staff look devices up by hand.'),
    deviceCheckByHttp(allow),
    quiet('inbound_mail', 'off', 'No mail is fetched.'),
    mailboxByImap(allow),
    quiet('inbound_mail', 'address', 'The address waits for mail.'),
  ];
}
