import { defineConfig } from 'vite';

/**
 * The server in a few files: a start that opens hundreds costs half a second more. What stays outside brings
 * programs or data files of its own, or is only wanted now and then.
 */
const bundled = [
  'hono',
  /^@hono\//,
  /^@asteasolutions\//,
  'openapi3-ts',
  'zod',
  'kysely',
  'liquidjs',
  'temporal-polyfill',
  'temporal-utils',
  'intl-messageformat',
  /^@formatjs\//,
  'ibantools',
  /^csv-/,
  /^pg($|-)/,
  'pgpass',
  'split2',
  'xtend',
  /^postgres-/,
];

export default defineConfig({
  // Portal pages are Hono's JSX.
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  ssr: { noExternal: bundled, external: ['pg-native', 'pg-cloudflare'], target: 'node' },
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'dist/server',
    emptyOutDir: true,
    copyPublicDir: false,
    minify: false,
    // Stack traces of errors name our own files: start.ts switches them on.
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { main: 'src/app/main.ts', cli: 'src/app/cli.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});
