/** A provider of device checks for stories: answers as it is told, and an offer whose device lies on the bench. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App, Caller } from './app.ts';
import { makeOffer } from './screens/offer.ts';

export type FakeProvider = {
  readonly url: string;
  /** Addresses it was asked at, with its key. */
  readonly asked: { path: string; key: string | undefined }[];
  /** What it does from now on. */
  answer: (response: ServerResponse, path: string) => void;
  readonly stop: () => void;
};

export async function startProvider(): Promise<FakeProvider> {
  const asked: FakeProvider['asked'] = [];
  const server = createServer((request, response) => {
    const key = request.headers['x-api-key'];
    asked.push({ path: request.url ?? '', key: typeof key === 'string' ? key : undefined });
    fake.answer(response, request.url ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const fake: FakeProvider = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (response) => response.end('{"status":"CLEAN"}'),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return fake;
}

/** Connects it in the settings, as an owner would. */
export async function connectProvider(owner: Caller, url: string): Promise<void> {
  const done = await owner.call(
    'PUT',
    '/api/connections/device_check',
    {
      adapter: 'http',
      enabled: true,
      config: {
        url: `${url}/check/{imei}`,
        headers: { 'X-Api-Key': '{api_key}' },
        timeout_ms: 800,
        verdict: [{ pointer: '/status', clean: ['CLEAN'], hit: ['LOST', 'STOLEN'] }],
      },
      secrets: { api_key: 'very-secret' },
    },
    { 'if-match': '"0"' },
  );
  if (done.status !== 200) throw new Error(`not connected: ${JSON.stringify(done.body)}`);
}

export type OnBench = { readonly reference: string; readonly caseId: string; readonly itemId: string };

/** One iPhone 13 that was announced, sent and received. */
export async function deviceOnBench(app: App, bench: Caller, name: string): Promise<OnBench> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@customers.example`;
  const offer = await makeOffer(app, { name, email }, { confirmed: true });
  const found = await bench.call<{ id: string; items: { id: string }[] }>(
    'GET',
    `/api/cases/${offer.reference}`,
  );
  const itemId = found.body.items[0]?.id ?? '';
  const here = await bench.call('POST', `/api/cases/${found.body.id}/receive`, {
    weight_grams: 400,
    items: [{ item_id: itemId, outcome: 'ok' }],
  });
  if (here.status !== 200) throw new Error(`not received: ${JSON.stringify(here.body)}`);
  return { reference: offer.reference, caseId: found.body.id, itemId };
}
