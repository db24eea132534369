/** The first page: how to begin while nothing is set up, afterwards where everything is. For whoever runs the program. */
import type { Child } from 'hono/jsx';
import { FIRST_SCRIPT, STYLE } from './portal/look/assets.ts';
import { Device, Forward, Mark, Parcel, Store } from './portal/look/icons.tsx';

export type FirstPage = {
  readonly nonce: string;
  readonly setUpNeeded: boolean;
  readonly demo: boolean;
  readonly baseUrl: string;
  readonly shopName: string | null;
};

function Frame({ title, children }: { title: string; children: Child }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href="/portal/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={STYLE.path} />
        <script type="module" src={FIRST_SCRIPT.path}></script>
      </head>
      <body>
        <header class="top">
          <span class="brand">
            <Mark />
            Reprise
          </span>
          <a class="back" href="/reference">
            API reference
          </a>
        </header>
        <div class="page cols">
          <main class="main lone stack">{children}</main>
        </div>
        <footer class="foot">
          <span>Reprise, the desk for devices that come back. Apache-2.0.</span>
        </footer>
      </body>
    </html>
  );
}

/** With the token that the terminal shows: demo data at a button, or one's own shop. */
function Begin() {
  return (
    <Frame title="Set up Reprise">
      <h1>Welcome. Nothing is set up yet.</h1>
      <p class="lead" id="lead">
        The terminal in which you started Reprise shows a set-up token. Copy it here, then choose how to
        begin.
      </p>
      <form id="begin" class="card stack" novalidate>
        <div class="field">
          <label for="token">Set-up token</label>
          <p class="hint" id="token-hint">
            It works once and only until the program stops; a restart prints a new one.
          </p>
          <p class="fault" id="token-fault" role="alert" hidden></p>
          <input
            id="token"
            name="token"
            autocomplete="off"
            spellcheck={false}
            aria-describedby="token-hint token-fault"
          />
        </div>
        <ul class="choices">
          <li>
            <button class="choice whole" type="submit" value="demo">
              <Device category="phone" size={44} />
              <span>
                <b>Look around with demo data</b>
                <small>
                  Two stores, staff of every role and 500 offers in all stages. Takes about a minute.
                </small>
              </span>
              <Forward />
            </button>
          </li>
          <li>
            <button class="choice whole" type="submit" value="own">
              <Store />
              <span>
                <b>Set up my own shop</b>
                <small>Name, country, currency and your account. You start with an empty desk.</small>
              </span>
              <Forward />
            </button>
          </li>
        </ul>
      </form>
      <section id="filling" class="card tight" hidden aria-live="polite">
        <h2>Making demo data</h2>
        <div class="steps">
          <label for="done">Starting…</label>
          <progress id="done" value="0" max="500"></progress>
        </div>
      </section>
      <section id="ready" class="card stack" hidden>
        <h2 tabindex={-1}>The demo is ready</h2>
        <p>
          All of these people sign in with the password <b id="password" class="ref"></b>
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">Role</th>
              <th scope="col">E-mail address</th>
            </tr>
          </thead>
          <tbody id="people"></tbody>
        </table>
        <Doors />
      </section>
      <noscript>
        <p class="note">This page needs scripts. Without them, use: npm run reprise -- demo</p>
      </noscript>
    </Frame>
  );
}

function Door({ href, icon, title, detail }: { href: string; icon: Child; title: string; detail: string }) {
  return (
    <li>
      <a class="choice" href={href}>
        {icon}
        <span>
          <b>{title}</b>
          <small>{detail}</small>
        </span>
        <Forward />
      </a>
    </li>
  );
}

function Doors() {
  return (
    <ul class="choices">
      <Door
        href="/sell"
        icon={<Device category="phone" size={40} />}
        title="Sell a device"
        detail="What customers see: search, questions, price, offer."
      />
      <Door
        href="/shop"
        icon={<Store />}
        title="Demo shop"
        detail="A shop’s own web site with the quote widget on it."
      />
      <Door
        href="/console/"
        icon={<Parcel />}
        title="Staff console"
        detail="Board, cases, receiving, inspection, payouts, prices."
      />
    </ul>
  );
}

function Home({ shopName, demo }: { shopName: string; demo: boolean }) {
  return (
    <Frame title={`${shopName} – Reprise`}>
      <h1>{shopName}</h1>
      <p class="lead">
        {demo
          ? 'This is the demo shop. Change whatever you like.'
          : 'Everything is up and running. Where to?'}
      </p>
      <Doors />
      <p class="soft">
        For developers: <a href="/reference">API reference</a> and <a href="/openapi.json">OpenAPI 3.1</a>.
      </p>
    </Frame>
  );
}

/** The page as HTML. */
export function firstPage({ setUpNeeded, demo, shopName }: FirstPage): string {
  const page = setUpNeeded ? <Begin /> : <Home shopName={shopName ?? 'Reprise'} demo={demo} />;
  return `<!doctype html>${String(page)}`;
}
