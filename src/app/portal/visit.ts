/** One request for a portal page: who, in which language, of which shop, and how it is answered. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Ctx } from '../../kernel/actor.ts';
import { makeId } from '../../kernel/id.ts';
import { intlTag, isLocale, LOCALES, pickLocale, type Locale } from '../../kernel/locale.ts';
import { digitsOf, type Money } from '../../kernel/money.ts';
import { formatDay } from '../../kernel/time.ts';
import { customerWho, type CustomerWho } from '../../modules/identity/who.ts';
import { loadShop, type Shop } from '../../modules/identity/shop.ts';
import { pageCall } from '../../platform/http/pages.ts';
import type { Postgres, Reader } from '../../platform/postgres.ts';
import type { PagesConfig } from '../pages-config.ts';
import { sayIn, type Say } from './texts.ts';

export type Visit = {
  readonly http: Context;
  readonly site: PagesConfig;
  readonly postgres: Postgres;
  readonly db: Reader;
  readonly ctx: Ctx;
  readonly ip: string;
  readonly shop: Shop;
  /** The customer whose link was opened on this device; null for everybody else. */
  readonly who: CustomerWho | null;
  readonly locale: Locale;
  readonly say: Say;
  readonly money: (value: Money) => string;
  /** A day in words, in the shop's zone. */
  readonly day: (at: Date) => string;
};

/** What the frame around a page needs of a visit. */
export type Voice = Pick<Visit, 'http' | 'shop' | 'locale' | 'say'>;

const LANG_COOKIE = 'reprise_lang';

/** The language somebody chose by hand, else null. */
export function chosenLocale(http: Context): Locale | null {
  const chosen = getCookie(http, LANG_COOKIE);
  return isLocale(chosen) ? chosen : null;
}

/** `?lang=nl` is kept for a year; gives the same address without it, or null when there is nothing to keep. */
export function keepLanguage(http: Context, baseUrl: string): string | null {
  const url = new URL(http.req.url);
  const wanted = url.searchParams.get('lang');
  if (!isLocale(wanted)) return null;
  setCookie(http, LANG_COOKIE, wanted, {
    path: '/',
    maxAge: 31_536_000,
    sameSite: 'Lax',
    httpOnly: true,
    secure: baseUrl.startsWith('https:'),
  });
  url.searchParams.delete('lang');
  return `${url.pathname}${url.search}`;
}

/** The same page in every language. */
export function languageLinks(http: Context): { locale: Locale; href: string }[] {
  const url = new URL(http.req.url);
  return LOCALES.map((locale) => {
    url.searchParams.set('lang', locale);
    return { locale, href: `${url.pathname}${url.search}` };
  });
}

/** The language a page is shown in: chosen by hand, else the browser's, else the shop's. */
export function localeOf(http: Context, shop: Shop): Locale {
  return chosenLocale(http) ?? pickLocale(http.req.header('accept-language'), shop.locale);
}

/** An amount without its cents when there are none: prices are round, and easier to read so. */
function roundMoney({ minor, currency }: Money, locale: Locale): string {
  const format = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const;
  return new Intl.NumberFormat(intlTag(locale), format).format(minor / 10 ** digitsOf(currency));
}

function voices(locale: Locale, shop: Shop): Pick<Visit, 'locale' | 'say' | 'money' | 'day'> {
  return {
    locale,
    say: sayIn(locale),
    money: (value) => roundMoney(value, locale),
    day: (at) => formatDay(at, intlTag(locale), shop.timezone),
  };
}

/** The same visit in another language. */
export function inLanguage(visit: Visit, locale: Locale): Visit {
  return { ...visit, ...voices(locale, visit.shop) };
}

/** Everything a page needs to know of its request. Needs `aroundPages` in front. */
export async function visitOf(http: Context, site: PagesConfig): Promise<Visit> {
  const { deps } = site;
  const call = pageCall(http);
  const shop = await loadShop(deps.postgres.db);
  const locale = localeOf(http, shop);
  const ctx: Ctx = {
    now: call.now,
    newId: (prefix) => makeId(prefix, call.now.getTime(), deps.random(10)),
    random: deps.random,
    // Somebody of the staff who looks at customers' pages is a visitor there.
    actor: call.actor.kind === 'customer' ? call.actor : { kind: 'visitor' },
    requestId: call.requestId,
  };
  return {
    http,
    site,
    postgres: deps.postgres,
    db: deps.postgres.db,
    ctx,
    ip: call.ip,
    shop,
    who: customerWho(call.actor),
    ...voices(locale, shop),
  };
}

/** A calendar day (`YYYY-MM-DD`) in words, with its weekday. */
export function longDay(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(intlTag(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`));
}
