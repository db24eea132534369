import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';

/**
 * The custom element for shops: `reprise-quote.js` is all a page loads before somebody touches it; when it is a
 * small loader (web/widget/loader.ts), the rest follows beside it under a hashed name.
 */
const entry = existsSync('web/widget/loader.ts') ? 'web/widget/loader.ts' : 'web/widget/main.tsx';

export default defineConfig({
  base: './',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist/widget',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { 'reprise-quote': entry },
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'reprise-quote-[hash].js',
        assetFileNames: 'reprise-quote-[hash][extname]',
      },
    },
  },
});
