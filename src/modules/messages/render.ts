/** From a template and its data to a mail: Liquid with limits, then one layout for all. */
import { Liquid } from 'liquidjs';
import type { Locale } from '../../kernel/locale.ts';
import { formatMoney } from '../../kernel/money.ts';
import { formatDay } from '../../kernel/time.ts';
import { layoutHtml, layoutText } from './layout.ts';
import { headerText, type MessageData, type MessageEvent, type MessageText } from './rules.ts';
import type { Rendered } from './store.ts';
import { DE } from './texts/de.ts';
import { EN } from './texts/en.ts';
import { ES } from './texts/es.ts';
import { FR } from './texts/fr.ts';
import { NL } from './texts/nl.ts';
import type { Words } from './texts/words.ts';

export const TEXTS: Readonly<Record<Locale, Words>> = { en: EN, nl: NL, de: DE, fr: FR, es: ES };

/** Without these limits Liquid is no sandbox: own properties only, and an end to long templates and loops. */
const LIMITS = {
  ownPropertyOnly: true,
  strictFilters: true,
  parseLimit: 50_000,
  renderLimit: 200,
  memoryLimit: 2_000_000,
  cache: false,
} as const;

type Scope = MessageData & { readonly link: string; readonly locale: Locale };

function engine(scope: Scope, escape: boolean): Liquid {
  const liquid = new Liquid({
    ...LIMITS,
    strictVariables: true,
    ...(escape ? { outputEscape: 'escape' as const } : {}),
  });
  liquid.registerFilter('money', (minor: unknown) =>
    typeof minor === 'number' ? formatMoney({ minor, currency: scope.currency }, scope.locale) : '–',
  );
  liquid.registerFilter('day', (at: unknown) =>
    typeof at === 'string' ? formatDay(new Date(at), scope.locale, scope.timezone) : '–',
  );
  liquid.registerFilter(
    'word',
    (key: unknown) => TEXTS[scope.locale].words[String(key) as keyof Words['words']] ?? String(key),
  );
  return liquid;
}

function fill(text: string, scope: Scope, escape: boolean): string {
  return String(engine(scope, escape).parseAndRenderSync(text, scope)).trim();
}

/** Renders a message. Throws (with the line) when a template is broken; the shipped ones are tested. */
export function renderMessage(
  event: MessageEvent,
  locale: Locale,
  data: MessageData,
  link: string,
  own: MessageText | null = null,
): Rendered {
  const words = TEXTS[locale];
  const text = own ?? words.texts[event];
  const scope: Scope = { ...data, link, locale };
  const shared = {
    words: words.words,
    shop: data.shop,
    reference: data.reference,
    link,
    button: text.button ?? own?.button ?? words.texts[event].button ?? null,
    locale,
  };
  const paragraphs = (body: string) =>
    body
      .split(/\n{2,}/)
      .map((p) => p.trim())
      .filter(Boolean);
  const lines = data.devices.map((d) => ({
    title: d.title,
    price: d.price === null ? null : formatMoney({ minor: d.price, currency: data.currency }, locale),
  }));
  return {
    subject: headerText(fill(text.subject, scope, false)),
    text: layoutText({
      ...shared,
      customer: data.customer,
      lines,
      paragraphs: paragraphs(fill(text.body, scope, false)),
    }),
    html: layoutHtml({
      ...shared,
      customer: data.customer,
      lines,
      paragraphs: paragraphs(fill(text.body, scope, true)),
    }),
  };
}
