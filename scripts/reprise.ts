/** `npm run reprise -- …`: the command line of the program, built first when stale. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildOrExit, root } from './build.ts';

process.env['NODE_ENV'] ??= 'production';
const from = process.cwd();
await buildOrExit(['server']);
process.chdir(from);
// Stack traces name our files, not the bundle's.
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(root, 'dist', 'server', 'cli.mjs')).href);
