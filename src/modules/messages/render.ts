/** From a template and its data to a mail: Liquid with limits, then one layout for all. */
import { Liquid, type Template } from 'liquidjs';
import type { Locale } from '../../kernel/locale.ts';
import { formatMoney } from '../../kernel/money.ts';
import { formatDay } from '../../kernel/time.ts';
import { layoutHtml, layoutText } from './layout.ts';
import {
  headerText,
  listingOf,
  tidy,
  type MessageData,
  type MessageEvent,
  type MessageText,
} from './rules.ts';
import { subjectOf, type LetterWords } from './rules/letters.ts';
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
  strictVariables: true,
  parseLimit: 50_000,
  renderLimit: 200,
  memoryLimit: 500_000,
  // In-memory templates, of which there are none: otherwise `include` would read files.
  templates: {},
} as const;

/** A letter is never this long; a template that makes one is broken. In characters. */
const LONGEST = 50_000;

/** All that a letter needs; whatever else Liquid brings is taken out: tags that load files, filters that only burn time. */
const TAGS = ['if', 'unless', 'case', 'for', 'break', 'continue', 'assign', 'capture', 'comment', 'raw'];
const FILTERS = [
  ...['append', 'capitalize', 'default', 'downcase', 'escape', 'first', 'join', 'last', 'map', 'minus'],
  ...['plus', 'prepend', 'replace', 'size', 'slice', 'strip', 'times', 'truncate', 'upcase', 'where'],
];

type Scope = MessageData & {
  readonly link: string;
  readonly locale: Locale;
  readonly count: number;
  readonly unpriced: number;
};

/** A plain date (a visit) is that day everywhere; an instant is the day it falls on in the shop's zone. */
function dayOf(at: unknown, scope: Scope): { at: Date; zone: string } | null {
  if (typeof at !== 'string') return null;
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  return { at: date, zone: /^\d{4}-\d{2}-\d{2}$/.test(at) ? 'UTC' : scope.timezone };
}

const weekdays = new Map<string, Intl.DateTimeFormat>();

function weekdayIn(locale: Locale, zone: string): Intl.DateTimeFormat {
  const key = `${locale} ${zone}`;
  const format =
    weekdays.get(key) ??
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: zone, dateStyle: 'full' });
  weekdays.set(key, format);
  return format;
}

/** French counts the first of the month, all others it names: “1er décembre”. */
function inFrench(day: string, locale: Locale): string {
  return locale === 'fr' ? day.replace(/(^|\s)1 (?=\p{L})/u, '$11er ') : day;
}

function makeEngine(): Liquid {
  const liquid = new Liquid(LIMITS);
  for (const name of Object.keys(liquid.tags)) if (!TAGS.includes(name)) delete liquid.tags[name];
  for (const name of Object.keys(liquid.filters)) if (!FILTERS.includes(name)) delete liquid.filters[name];
  // What a filter depends on comes from the letter's own data, so one engine serves all letters.
  const scopeOf = (filter: { context: { environments: object } }) => filter.context.environments as Scope;
  liquid.registerFilter('money', function (minor: unknown) {
    const { currency, locale } = scopeOf(this);
    return typeof minor === 'number' && Number.isSafeInteger(minor)
      ? formatMoney({ minor, currency }, locale)
      : '–';
  });
  liquid.registerFilter('day', function (value: unknown) {
    const scope = scopeOf(this);
    const day = dayOf(value, scope);
    const locale = scope.locale === 'en' ? 'en-GB' : scope.locale;
    return day ? inFrench(formatDay(day.at, locale, day.zone), scope.locale) : '–';
  });
  liquid.registerFilter('weekday', function (value: unknown) {
    const scope = scopeOf(this);
    const day = dayOf(value, scope);
    return day ? inFrench(weekdayIn(scope.locale, day.zone).format(day.at), scope.locale) : '–';
  });
  liquid.registerFilter('word', function (key: unknown) {
    const { words } = TEXTS[scopeOf(this).locale];
    return Object.hasOwn(words, String(key)) ? words[String(key) as keyof Words['words']] : String(key);
  });
  liquid.registerFilter('one_or_many', (count: unknown, one: unknown, many: unknown) =>
    typeof count === 'number' && count > 1 ? many : one,
  );
  return liquid;
}

const ENGINE = makeEngine();

/** Parsed templates by their text. The shipped ones are some 300; a shop's own come and go, so there is an end. */
const parsed = new Map<string, Template[]>();
const MOST_PARSED = 1_000;

function parse(text: string): Template[] {
  const known = parsed.get(text);
  if (known) return known;
  const made = ENGINE.parse(text);
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(text, made);
  return made;
}

/** Fills one part of a template. Throws an error that names the part, and the line where Liquid knows it. */
function fill(part: 'subject' | 'body' | 'button', text: string, scope: Scope): string {
  try {
    const filled = String(ENGINE.renderSync(parse(text), scope)).trim();
    if (filled.length > LONGEST) throw new Error(`more than ${LONGEST} characters`);
    return filled;
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new Error(`${part}: ${said.slice(0, 300)}`, { cause: error });
  }
}

/** True when the letter carries a link; otherwise none is made for it. */
export function needsLink(event: MessageEvent, locale: Locale, own: MessageText | null): boolean {
  const text = own ?? TEXTS[locale].texts[event];
  return buttonOf(event, locale, own) !== null || /\blink\b/.test(text.subject + text.body);
}

function buttonOf(event: MessageEvent, locale: Locale, own: MessageText | null): string | null {
  return own?.button ?? TEXTS[locale].texts[event].button ?? null;
}

/** All that Liquid may see; what was not there when the letter was queued is empty. */
function scopeFor(data: MessageData, link: string, locale: Locale): Scope {
  return {
    ...data,
    topic: data.topic ?? null,
    revision: data.revision ?? [],
    link,
    locale,
    count: data.devices.length,
    unpriced: data.devices.filter((d) => d.price === null).length,
  };
}

/** A macro's words about a case, for somebody to go on writing. Throws like `renderMessage`. */
export function fillMacro(
  locale: Locale,
  given: MessageData,
  text: { subject: string; body: string },
): { subject: string; body: string } {
  const scope = scopeFor(tidy(given), '', locale);
  const body = fill('body', text.body, scope).replace(/\n{3,}/g, '\n\n');
  return { subject: headerText(fill('subject', text.subject, scope)), body };
}

/** A letter written by hand, in the layout of all letters; with a link, it has the button to the customer's page. */
export function renderLetter(locale: Locale, given: MessageData, words: LetterWords, link: string): Rendered {
  const data = tidy(given);
  const letter = {
    words: TEXTS[locale].words,
    shop: data.shop,
    customer: data.customer,
    reference: data.reference,
    link,
    button: TEXTS[locale].texts.received.button ?? null,
    locale,
    lines: [],
    paragraphs: paragraphsOf(words.body),
  };
  return {
    subject: headerText(subjectOf(words.subject, data.reference)),
    text: layoutText(letter),
    html: layoutHtml(letter),
  };
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

/** Renders a message. Throws (with the line) when a template is broken; the shipped ones are tested. */
export function renderMessage(
  event: MessageEvent,
  locale: Locale,
  given: MessageData,
  link: string,
  own: MessageText | null = null,
): Rendered {
  const { words, texts } = TEXTS[locale];
  const data = tidy(given);
  const text = own ?? texts[event];
  const listing = listingOf(event);
  const devices = listing === 'nothing' ? [] : data.devices;
  const scope = scopeFor(data, link, locale);
  const priceOf = (price: number | null) =>
    price === null ? words.to_follow : formatMoney({ minor: price, currency: data.currency }, locale);
  const letter = {
    words,
    shop: data.shop,
    customer: data.customer,
    reference: data.reference,
    link,
    button: buttonOf(event, locale, own),
    locale,
    lines: devices.map((d) => ({ title: d.title, price: listing === 'prices' ? priceOf(d.price) : null })),
    paragraphs: paragraphsOf(fill('body', text.body, scope)),
  };
  return {
    subject: headerText(fill('subject', text.subject, scope)),
    text: layoutText(letter),
    html: layoutHtml(letter),
  };
}

/** One line of plain text for a chat. Throws, with the line, when the template is broken. */
export function renderLine(text: string, data: Readonly<Record<string, string>>): string {
  const said = String(ENGINE.renderSync(parse(text), data));
  return said.replaceAll(/\s+/g, ' ').trim();
}

/** Where a template is broken, counted from 1. */
export type TemplateFault = {
  readonly why: string;
  readonly line: number | null;
  readonly column: number | null;
};

/** Null when a text can be parsed; else what is wrong and where. */
export function parseFault(text: string): TemplateFault | null {
  try {
    ENGINE.parse(text);
    return null;
  } catch (error) {
    return faultOf(error);
  }
}

/** Reads the place out of what Liquid says: `…, line:2, col:7`. */
export function faultOf(error: unknown): TemplateFault {
  const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const place = /,? line:(\d+), col:(\d+)/.exec(said);
  const why = said.replace(/,? line:\d+, col:\d+.*/, '').slice(0, 300);
  return { why, line: place ? Number(place[1]) : null, column: place ? Number(place[2]) : null };
}

/** Names a text takes from outside itself; call it on a text that parses. */
export function namesIn(text: string): string[] {
  return ENGINE.globalVariablesSync(text);
}
