/** `npm start`: builds what is stale, then becomes the server: same process, so signals and exit code are its own. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildOrExit, root } from './build.ts';

process.env['NODE_ENV'] ??= 'production';
const from = process.cwd();
await buildOrExit();
process.chdir(from);
// Stack traces name our files, not the bundle's.
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(root, 'dist', 'server', 'main.mjs')).href);
