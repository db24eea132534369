/** A web process for the tests that kill one: `node test/toy-web.ts <url>`; sends its port to the parent. */
import { openPostgres } from '../src/platform/postgres.ts';
import { makeLimiter } from '../src/platform/http/limit.ts';
import { listen } from '../src/platform/http/server.ts';
import { worldOver } from './clockwork.ts';
import { toyApp, toyDeps } from './toys.ts';

const url = process.argv[2] ?? '';
const postgres = openPostgres({ url, connections: 8 });
let accepting = true;
const deps = toyDeps(worldOver(postgres, url), { limiter: makeLimiter(0) });
const listening = await listen(
  toyApp(deps, () => accepting),
  { port: 0, host: '127.0.0.1' },
);
process.send?.(listening.port);
process.on('SIGTERM', () => {
  accepting = false;
  void listening
    .stop()
    .then(() => postgres.close())
    .then(() => process.exit(0));
});
