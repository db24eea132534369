/** The frame around every page: head, header with the languages, progress, footer. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { LANGUAGE_NAMES } from '../texts.ts';
import { languageLinks, type Voice, type Visit } from '../visit.ts';
import { SCRIPT, STYLE } from './assets.ts';
import { Backward, Globe, Mark } from './icons.tsx';

export type PageProps = {
  readonly visit: Voice;
  readonly title: string;
  /** Where “Back” leads; none on the first page. */
  readonly back?: string;
  readonly step?: { readonly n: number; readonly of: number };
  readonly aside?: Child;
  readonly indexed?: boolean;
  readonly hasFaults?: boolean;
  /** Texts the script needs, by name. */
  readonly words?: Readonly<Record<string, string>>;
  readonly children?: Child;
};

function Head({ visit, title, indexed, hasFaults }: PageProps) {
  const name = hasFaults ? `${visit.say('error.word')} ${title}` : title;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${name} – ${visit.shop.name}`}</title>
      <meta name="theme-color" content="#fbf7f0" />
      {indexed ? null : <meta name="robots" content="noindex" />}
      <link rel="icon" href="/portal/mark.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={STYLE.path} />
      <script type="module" src={SCRIPT.path}></script>
    </head>
  );
}

function Languages({ visit }: { visit: Voice }) {
  return (
    <details class="langs">
      <summary>
        <Globe />
        <span class="unseen">{visit.say('language')}: </span>
        {LANGUAGE_NAMES[visit.locale]}
      </summary>
      <ul>
        {languageLinks(visit.http).map(({ locale, href }) => (
          <li>
            <a
              href={href}
              lang={locale}
              hreflang={locale}
              aria-current={locale === visit.locale ? 'true' : undefined}
            >
              {LANGUAGE_NAMES[locale]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Footer({ visit }: { visit: Voice }) {
  const { say, shop } = visit;
  return (
    <footer class="foot">
      {shop.email || shop.phone ? (
        <span class="row">
          {say('footer.questions')}
          {shop.email ? <a href={`mailto:${shop.email}`}>{shop.email}</a> : null}
          {shop.phone ? <a href={`tel:${shop.phone.replaceAll(/[^+\d]/g, '')}`}>{shop.phone}</a> : null}
        </span>
      ) : null}
      <a href="/sell">{say('footer.sell')}</a>
      <a href="/my/link">{say('footer.link')}</a>
      <p>{say('footer.care')}</p>
    </footer>
  );
}

export function Page(props: PageProps) {
  const { visit, back, step, aside, words, children } = props;
  const { say, shop, locale } = visit;
  return (
    <html lang={locale} dir="ltr">
      <Head {...props} />
      <body>
        <a class="skip" href="#main">
          {say('skip')}
        </a>
        <header class="top">
          <a class="brand" href="/sell">
            <Mark />
            {shop.name}
          </a>
          <Languages visit={visit} />
        </header>
        <div class={aside ? 'page cols two' : 'page cols'}>
          <main id="main" class={aside ? 'main stack' : 'main lone stack'} tabindex={-1}>
            {back || step ? (
              <div class="tight">
                {back ? (
                  <a class="back" href={back}>
                    <Backward />
                    {say('back')}
                  </a>
                ) : null}
                {step ? (
                  <div class="steps">
                    <label for="progress">{say('step', step)}</label>
                    <progress id="progress" value={String(step.n)} max={String(step.of)}></progress>
                  </div>
                ) : null}
              </div>
            ) : null}
            {children}
          </main>
          {aside ? <aside class="stack">{aside}</aside> : null}
        </div>
        <Footer visit={visit} />
        {words ? (
          <script type="application/json" id="words">
            {raw(JSON.stringify(words).replaceAll('<', '\\u003c'))}
          </script>
        ) : null}
      </body>
    </html>
  );
}

/** Answers with a page. Headers and cookies set on the request's context go with it. */
export function show(
  visit: Voice,
  page: Child,
  status: 200 | 400 | 403 | 404 | 409 | 429 | 500 = 200,
): Response {
  visit.http.header('vary', 'Cookie, Accept-Language');
  return visit.http.body(`<!doctype html>${String(page)}`, status, {
    'content-type': 'text/html; charset=utf-8',
  });
}

/** Leads on after a form, by GET. */
export function goTo(visit: Visit, path: string): Response {
  return visit.http.redirect(path, 303);
}
