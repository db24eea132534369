/** Load from this process: so many clients, each one request after the other on a kept connection. */
import { Agent, request } from 'node:http';

export type Shot = {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
};
export type Round = {
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly failures: number;
};

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request; gives its status, body and how long it took, in ms. */
export function shoot(base: string, shot: Shot): Promise<{ status: number; body: string; ms: number }> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const headers = {
      ...shot.headers,
      ...(shot.body
        ? { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(shot.body)) }
        : {}),
    };
    const call = request(
      { agent, hostname, port, path: shot.path, method: shot.method, headers },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: Buffer.concat(parts).toString(),
            ms: performance.now() - started,
          }),
        );
      },
    );
    call.on('error', reject);
    call.end(shot.body);
  });
}

/** Fires all shots with so many clients; a status of 400 or more is a failure. */
export async function fire(base: string, shots: readonly Shot[], clients: number): Promise<Round> {
  const times: number[] = [];
  let failures = 0;
  let next = 0;
  const started = performance.now();
  const client = async () => {
    for (let n = next++; n < shots.length; n = next++) {
      const shot = shots[n];
      if (!shot) return;
      const { status, ms, body } = await shoot(base, shot);
      times.push(ms);
      if (status >= 400) {
        failures += 1;
        if (failures <= 3)
          process.stderr.write(`  ${shot.method} ${shot.path}: ${status} ${body.slice(0, 300)}\n`);
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: shots.length / seconds, medianMs: at(0.5), p95Ms: at(0.95), failures };
}

/** The middle one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
