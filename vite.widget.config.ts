import { existsSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/**
 * The custom element for shops: `reprise-quote.js` is all a page loads before somebody touches it; when it is a
 * small loader (web/widget/loader.ts), the rest follows beside it under a hashed name.
 */
const entry = existsSync('web/widget/loader.ts') ? 'web/widget/loader.ts' : 'web/widget/main.tsx';

/** The script's own address: also when a page loads it as a module, or puts it there by a tag manager. */
const FOUND =
  '(document.currentScript||document.querySelector(\'script[src*="reprise-quote"]\')||location).src||location.href';

/**
 * Shops write `<script async>`, without `type="module"`: names of the first file must not become the page's own, and
 * it cannot share code with the rest.
 */
const plainScript: Plugin = {
  name: 'plain-script',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk' || !file.isEntry) continue;
      if (file.exports.length > 0 || file.imports.length > 0)
        this.error(
          `${file.fileName} exports or imports something: move what it shares into a file of its own`,
        );
      // On another site's page a plain script has no address to resolve names against (HTML: muted errors), so the
      // rest is asked for by its full one; `repriseScript` is what the loader declares.
      const code = file.code
        .trim()
        .replace(/import\((["'`])(\.\/[^"'`]+)\1\)/g, 'import(new URL($1$2$1,repriseScript).href)');
      file.code = `(()=>{const repriseScript=${FOUND};${code}})();\n`;
    }
  },
};

export default defineConfig({
  publicDir: false,
  plugins: [plainScript],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    // A library build: no helper for preloading around `import()`.
    lib: { entry: { 'reprise-quote': entry }, formats: ['es'] },
    outDir: 'dist/widget',
    emptyOutDir: true,
    target: 'es2022',
    minify: 'oxc',
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'reprise-quote-[hash].js',
        assetFileNames: 'reprise-quote-[hash][extname]',
        minify: true,
      },
    },
  },
});
