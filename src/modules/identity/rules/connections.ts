/** What a shop can connect to: one connection for each port, each with the adapters it may have. */

/** Port → its adapters; the first one is the harmless default that holds while nothing is connected. */
export const CONNECTION_ADAPTERS = {
  chat: ['console', 'slack'],
  device_check: ['manual', 'http'],
  inbound_mail: ['off', 'imap', 'address'],
} as const;

export type ConnectionPort = keyof typeof CONNECTION_ADAPTERS;
export const CONNECTION_PORTS = ['chat', 'device_check', 'inbound_mail'] as const satisfies ConnectionPort[];

export type Secrets = Readonly<Record<string, string>>;
/** What was typed about secrets: a value replaces, null removes, a name that is not there stays as it is. */
export type SecretsChange = Readonly<Record<string, string | null>>;

/** The adapter that serves a port while nobody has connected anything. */
export function defaultAdapter(port: ConnectionPort): string {
  return CONNECTION_ADAPTERS[port][0];
}

export function isAdapterOf(port: ConnectionPort, adapter: string): boolean {
  return CONNECTION_ADAPTERS[port].some((one) => one === adapter);
}

/**
 * The secrets after a change. Kept ones belong to the place they were given for: when that changes they are dropped,
 * else whoever may edit the address could have a secret sent to a server of their own and read it there.
 */
export function mergeSecrets(kept: Secrets, change: SecretsChange, isSamePlace: boolean): Secrets {
  const merged: Record<string, string> = isSamePlace ? { ...kept } : {};
  for (const [name, value] of Object.entries(change))
    if (value === null) delete merged[name];
    else merged[name] = value;
  return merged;
}

/** Takes secrets out of a text that is going to be shown or kept, also where they stand percent-encoded. */
export function withoutSecrets(text: string, secrets: Secrets): string {
  return Object.values(secrets)
    .filter((one) => one.length >= 4)
    .flatMap((one) => [one, encodeURIComponent(one)])
    .reduce((rest, one) => rest.replaceAll(one, '•••'), text);
}
