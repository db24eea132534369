import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The staff's console. `npm exec vite -- -c vite.console.config.ts` serves it with the API of a running `npm start`. */
export default defineConfig({
  root: 'web/console',
  base: '/console/',
  publicDir: false,
  plugins: [react()],
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    target: 'es2023',
    // Everything is a file of our own: the pages' policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What five pages or more need comes in one file, not in sixty.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', minShareCount: 5 }] } } },
    reportCompressedSize: false,
    // Dates, tables and components in one chunk would be larger than Vite likes; the bench has the real limits.
    chunkSizeWarningLimit: 1_000,
  },
});
