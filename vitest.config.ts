import { defineConfig } from 'vitest/config';

/** Tests of pure code and of the platform's own machinery: they need no database made for them. */
const pure = [
  'src/kernel/**/*.test.ts',
  'src/modules/**/{rules,workflows}/**/*.test.ts',
  'src/modules/**/*rules.test.ts',
  'src/platform/{embedded,config,log,secrets,keyring}.test.ts',
  'test/architecture*.test.ts',
  'scripts/**/*.test.ts',
  'web/**/*.test.{ts,tsx}',
];
const browser = ['test/{journeys,screens}/**/*.test.{ts,tsx}'];

export default defineConfig({
  // Portal pages are Hono's JSX on the server.
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    pool: 'forks',
    // Portal pages carry their style sheets: without this Vitest empties them.
    css: true,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'pure', include: pure } },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['{src,test,bench,db}/**/*.test.{ts,tsx}'],
          exclude: [...pure, ...browser],
          globalSetup: ['test/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          globalSetup: ['test/global-setup.ts'],
          // Each journey starts a whole app and a browser: two at once would only wait for each other.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
