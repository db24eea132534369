/** A demo shop: an electronics web shop as a customer knows it, with the quote widget on it as any shop would put it there. */
import { raw } from 'hono/html';
import { intlTag, isLocale, type Locale } from '../kernel/locale.ts';
import { SHOP_STYLE } from './portal/look/assets.ts';
import { Device } from './portal/look/icons.tsx';

export type ShopPage = {
  readonly nonce: string;
  readonly baseUrl: string;
  readonly shopName: string;
  readonly locale: string;
};

type Words = {
  readonly nav: readonly string[];
  readonly bar: string;
  readonly hero: string;
  readonly heroLead: string;
  readonly heroGo: string;
  readonly sell: string;
  readonly sellLead: string;
  readonly steps: readonly string[];
  readonly best: string;
  readonly buy: string;
  readonly search: string;
  readonly demo: string;
};

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    nav: ['Phones', 'Tablets', 'Laptops', 'Watches'],
    bar: 'Trade in your old device and save on the new one',
    hero: 'The new one is here. The old one pays for it.',
    heroLead: 'Sell us your device, by post or in the store, and see your price before you decide.',
    heroGo: 'What is mine worth?',
    sell: 'Sell your device',
    sellLead: 'A few questions, a price, done. Nothing is binding until you confirm.',
    steps: ['Answer a few questions', 'Send it or bring it', 'Get paid your way'],
    best: 'Popular this week',
    buy: 'Add to basket',
    search: 'Search products',
    demo: 'A demo shop: nothing here can be bought, but devices can be sold.',
  },
  nl: {
    nav: ['Telefoons', 'Tablets', 'Laptops', 'Horloges'],
    bar: 'Lever je oude toestel in en bespaar op het nieuwe',
    hero: 'De nieuwe is er. De oude betaalt mee.',
    heroLead: 'Verkoop ons je toestel, met de post of in de winkel, en zie je prijs voordat je beslist.',
    heroGo: 'Wat is het mijne waard?',
    sell: 'Verkoop je toestel',
    sellLead: 'Een paar vragen, een prijs, klaar. Niets is bindend tot je bevestigt.',
    steps: ['Beantwoord een paar vragen', 'Stuur het of breng het', 'Word betaald zoals jij wilt'],
    best: 'Populair deze week',
    buy: 'In de mand',
    search: 'Zoek producten',
    demo: 'Een demowinkel: hier is niets te koop, maar toestellen verkopen kan wel.',
  },
  de: {
    nav: ['Smartphones', 'Tablets', 'Laptops', 'Uhren'],
    bar: 'Altes Gerät eintauschen, beim neuen sparen',
    hero: 'Das Neue ist da. Das Alte zahlt mit.',
    heroLead:
      'Verkaufen Sie uns Ihr Gerät, per Post oder in der Filiale, und sehen Sie den Preis, bevor Sie sich entscheiden.',
    heroGo: 'Was ist meines wert?',
    sell: 'Gerät verkaufen',
    sellLead: 'Ein paar Fragen, ein Preis, fertig. Nichts ist bindend, bis Sie bestätigen.',
    steps: [
      'Ein paar Fragen beantworten',
      'Einschicken oder vorbeibringen',
      'Bezahlt werden, wie Sie möchten',
    ],
    best: 'Beliebt in dieser Woche',
    buy: 'In den Warenkorb',
    search: 'Produkte suchen',
    demo: 'Ein Demo-Shop: Hier lässt sich nichts kaufen, aber Geräte lassen sich verkaufen.',
  },
  fr: {
    nav: ['Téléphones', 'Tablettes', 'Portables', 'Montres'],
    bar: 'Reprenez de la valeur : votre ancien appareil finance le nouveau',
    hero: 'Le nouveau est là. L’ancien aide à le payer.',
    heroLead: 'Vendez-nous votre appareil, par la poste ou en magasin, et voyez son prix avant de décider.',
    heroGo: 'Que vaut le mien ?',
    sell: 'Vendez votre appareil',
    sellLead: 'Quelques questions, un prix, c’est tout. Rien ne vous engage avant la confirmation.',
    steps: ['Répondez à quelques questions', 'Envoyez-le ou apportez-le', 'Soyez payé à votre façon'],
    best: 'Populaires cette semaine',
    buy: 'Ajouter au panier',
    search: 'Chercher un produit',
    demo: 'Une boutique de démonstration : rien à acheter, mais des appareils à vendre.',
  },
  es: {
    nav: ['Teléfonos', 'Tabletas', 'Portátiles', 'Relojes'],
    bar: 'Entregue su dispositivo usado y ahorre en el nuevo',
    hero: 'El nuevo ya está aquí. El viejo ayuda a pagarlo.',
    heroLead: 'Véndanos su dispositivo, por correo o en la tienda, y vea el precio antes de decidir.',
    heroGo: '¿Cuánto vale el mío?',
    sell: 'Venda su dispositivo',
    sellLead: 'Unas preguntas, un precio y listo. Nada le compromete hasta que confirme.',
    steps: ['Responda a unas preguntas', 'Envíelo o tráigalo', 'Cobre como prefiera'],
    best: 'Lo más visto esta semana',
    buy: 'Añadir a la cesta',
    search: 'Buscar productos',
    demo: 'Una tienda de demostración: aquí no se compra nada, pero sí se venden dispositivos.',
  },
};

/** Made-up goods, so that the page looks like a shop and nobody's product is misquoted. */
const GOODS = [
  { name: 'Nova 9 Pro', detail: '6.7″ · 256 GB', category: 'phone', minor: 89_900 },
  { name: 'Nova 9', detail: '6.1″ · 128 GB', category: 'phone', minor: 64_900 },
  { name: 'Slate 11', detail: '11″ · Wi-Fi · 128 GB', category: 'tablet', minor: 52_900 },
  { name: 'Feather 14', detail: '14″ · 16 GB · 512 GB', category: 'laptop', minor: 114_900 },
  { name: 'Pulse S', detail: '44 mm · GPS', category: 'watch', minor: 27_900 },
  { name: 'Nova 8a', detail: '6.1″ · 128 GB', category: 'phone', minor: 39_900 },
] as const;

function Header({ shopName, words }: { shopName: string; words: Words }) {
  return (
    <header>
      <p class="bar">{words.bar}</p>
      <div class="head">
        <a class="logo" href="/shop">
          {shopName}
        </a>
        <form class="find" role="search" action="/shop">
          <input type="search" name="q" aria-label={words.search} placeholder={words.search} />
        </form>
        <nav aria-label={words.best}>
          {words.nav.map((one) => (
            <a href="#best">{one}</a>
          ))}
          <a class="tradein" href="#sell">
            {words.sell}
          </a>
        </nav>
      </div>
    </header>
  );
}

function Sell({ locale, words }: { locale: Locale; words: Words }) {
  return (
    <section id="sell" class="sell" aria-labelledby="sell-title">
      <div class="pitch">
        <h2 id="sell-title">{words.sell}</h2>
        <p>{words.sellLead}</p>
        <ol>
          {words.steps.map((one) => (
            <li>{one}</li>
          ))}
        </ol>
      </div>
      {raw(`<reprise-quote lang="${locale}"></reprise-quote>`)}
    </section>
  );
}

/** The page as HTML. The widget's script is plain and async: all a shop has to add to its own page. */
export function shopPage({ shopName, locale: wanted }: ShopPage): string {
  const locale = isLocale(wanted) ? wanted : 'en';
  const words = WORDS[locale];
  const money = new Intl.NumberFormat(intlTag(locale), {
    style: 'currency',
    currency: 'EUR',
    trailingZeroDisplay: 'stripIfInteger',
  });
  const page = (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{shopName}</title>
        <link rel="icon" href="/portal/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={SHOP_STYLE.path} />
        <script async src="/widget/reprise-quote.js"></script>
      </head>
      <body>
        <Header shopName={shopName} words={words} />
        <main>
          <section class="hero">
            <div>
              <h1>{words.hero}</h1>
              <p>{words.heroLead}</p>
              <a class="go" href="#sell">
                {words.heroGo}
              </a>
            </div>
            <div class="art">
              <Device category="laptop" size={230} />
              <Device category="phone" size={120} />
            </div>
          </section>
          <Sell locale={locale} words={words} />
          <section id="best" aria-labelledby="best-title">
            <h2 id="best-title">{words.best}</h2>
            <ul class="goods">
              {GOODS.map((one) => (
                <li>
                  <span class="pic">
                    <Device category={one.category} size={110} />
                  </span>
                  <h3>{one.name}</h3>
                  <p>{one.detail}</p>
                  <p class="tag">{money.format(one.minor / 100)}</p>
                  <button type="button" disabled>
                    {words.buy}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        </main>
        <footer>
          <p>{words.demo}</p>
        </footer>
      </body>
    </html>
  );
  return `<!doctype html>${String(page)}`;
}
