/** Listens, and stops without cutting anybody off. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

export type Listening = {
  readonly port: number;
  readonly server: Server;
  /** Takes no new connection, lets requests under way end, closes idle connections; cuts what is left after 10 s. */
  readonly stop: () => Promise<void>;
};

/** Idle keep-alive connections are looked for this often while stopping; a closing server does not do it itself. */
const SWEEP_MS = 100;
const PATIENCE_MS = 10_000;

/** Starts to listen; rejects when the port is taken. `port` 0 takes a free one. */
export async function listen(app: Hono, options: { port: number; host?: string }): Promise<Listening> {
  const serveRequest = getRequestListener(app.fetch);
  const server = createServer(
    {
      // A sender that dribbles must not hold a connection for ever; large photos on a slow line still pass.
      headersTimeout: 10_000,
      requestTimeout: 120_000,
      keepAliveTimeout: 65_000,
    },
    (request, response) => void serveRequest(request, response),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  return { port: address.port, server, stop: () => stop(server) };
}

async function stop(server: Server): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  try {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
    });
  } finally {
    clearInterval(sweep);
    clearTimeout(cut);
  }
}
