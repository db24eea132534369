/**
 * One Chromium for a file of journeys: the system's when there is one, otherwise the one npm brings.
 * Every page remembers what went wrong in it: console errors, policy violations, requests that failed.
 */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { startApp, type App, type AppOptions } from './app.ts';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** What a browser needs as root, on a small machine and without a network of its own. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const WIDTHS = { phone: 360, desk: 1280 } as const;
export type Width = keyof typeof WIDTHS;

export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong so far; a story that meant it to happen empties the list. */
  readonly faults: string[];
};

export type Chrome = {
  /** A person with a browser of their own: no cookies, one page. */
  readonly visit: (width: Width, options?: { javaScript?: boolean; locale?: string }) => Promise<Visit>;
  readonly stop: () => Promise<void>;
};

async function launch(): Promise<Browser> {
  const found = [process.env['CHROMIUM_PATH'] ?? '', ...SYSTEM].find((path) => path && existsSync(path));
  if (found) return playwright.launch({ executablePath: found, args: ARGS, headless: true });
  // Single-process, as a cloud function wants it, would end with the first context closed.
  // Read while the module loads: with it, the package also unpacks the libraries a bare machine lacks.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const brought = (await import('@sparticuz/chromium')).default;
  const executablePath = await brought.executablePath();
  return playwright.launch({
    executablePath,
    args: [...brought.args.filter((one) => one !== '--single-process'), ...ARGS],
    headless: true,
  });
}

function watch(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A page that is left takes its streams and pictures along: no fault of the page.
    if (why !== 'net::ERR_ABORTED') faults.push(`request: ${request.url()} ${why}`);
  });
}

/** Starts the browser with an empty profile. */
export async function startChrome(): Promise<Chrome> {
  const browser = await launch();
  return {
    visit: async (width, options = {}) => {
      const context = await browser.newContext({
        viewport: { width: WIDTHS[width], height: width === 'phone' ? 780 : 860 },
        locale: options.locale ?? 'en-GB',
        javaScriptEnabled: options.javaScript ?? true,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      page.setDefaultTimeout(8_000);
      const faults: string[] = [];
      watch(page, faults);
      return { page, context, faults };
    },
    stop: () => browser.close(),
  };
}

/** A whole program and a browser, both on the real clock. */
export async function startBoth(options: AppOptions = {}): Promise<{ app: App; chrome: Chrome }> {
  const [app, chrome] = await Promise.all([
    startApp({ at: new Date().toISOString(), ...options }),
    startChrome(),
  ]);
  // Stories are told in English, whatever the demo's people prefer.
  await app.program.postgres.db.updateTable('staff').set({ locale: 'en' }).execute();
  return { app, chrome };
}

/** Signs somebody of the staff in through the page they would use. */
export async function signIn(page: Page, url: string, email: string, password: string): Promise<void> {
  await page.goto(`${url}/console`);
  await page.getByLabel(/e-?mail/i).fill(email);
  await page.getByLabel(/^password/i).fill(password);
  await page.getByRole('button', { name: /^sign in/i }).click();
  await page.waitForURL((at) => !at.pathname.endsWith('/sign-in'));
  await page.locator('main h1').first().waitFor();
}

/** Somebody of the staff at a desk of their own, signed in. */
export async function staffAt(chrome: Chrome, app: App, role: App['people'][number]['role']): Promise<Visit> {
  const visit = await chrome.visit('desk');
  const person = app.people.find((one) => one.role === role);
  await signIn(visit.page, app.url, person?.email ?? '', app.password);
  // Asked who is signed in, the server first said: nobody.
  visit.faults.length = 0;
  return visit;
}

/** Keeps a picture of the page in `test-results/`, which Git does not keep. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir('test-results', { recursive: true });
  await page.screenshot({ path: `test-results/${name}.png`, fullPage: true });
}

/** What axe finds on the page, one line each, with the place it was found. */
export async function axeFaults(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.violations.flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${node.target.join(' ')} ${node.html.slice(0, 140)}`),
  );
}

/** How many pixels the page is wider than its window: 0 when nothing scrolls sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)');
}

/** Expects a sound page: nothing failed, nothing scrolls sideways, axe has nothing to say. */
export async function expectSound(visit: Visit, name: string): Promise<void> {
  await picture(visit.page, name);
  const faults = [...visit.faults];
  visit.faults.length = 0;
  expect
    .soft({ faults, overflow: await overflow(visit.page), axe: await axeFaults(visit.page) }, name)
    .toEqual({ faults: [], overflow: 0, axe: [] });
}
