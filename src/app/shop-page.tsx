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
  readonly faq: string;
  /** Question and answer. */
  readonly asked: readonly (readonly [string, string])[];
  readonly follow: string;
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
    faq: 'Questions',
    asked: [
      [
        'How long does my price hold?',
        'Until the date shown with it. Confirm before then, and send or bring the device in time.',
      ],
      [
        'What if my device is not as I described it?',
        'We send you a new price with photos and the reason. You say yes, or you get the device back.',
      ],
      [
        'What should I do with my data?',
        'Sign out of your account and reset the device. The packing guide shows how, step by step.',
      ],
      [
        'When do I get my money?',
        'As soon as we have checked the device: to your bank account, by PayPal, as store credit, or in cash in the store.',
      ],
    ],
    follow: 'Follow my offer',
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
    faq: 'Vragen',
    asked: [
      [
        'Hoe lang geldt mijn prijs?',
        'Tot de datum die erbij staat. Bevestig voor die dag, en verstuur of breng het toestel op tijd.',
      ],
      [
        'Wat als mijn toestel niet is zoals ik het beschreef?',
        'We sturen je een nieuwe prijs met foto’s en de reden. Je zegt ja, of je krijgt het toestel terug.',
      ],
      [
        'Wat doe ik met mijn gegevens?',
        'Log uit bij je account en zet het toestel terug naar fabrieksinstellingen. De inpakhulp laat stap voor stap zien hoe.',
      ],
      [
        'Wanneer krijg ik mijn geld?',
        'Zodra we het toestel hebben gecontroleerd: op je bankrekening, via PayPal, als winkeltegoed of contant in de winkel.',
      ],
    ],
    follow: 'Mijn aanbod volgen',
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
    faq: 'Fragen',
    asked: [
      [
        'Wie lange gilt mein Preis?',
        'Bis zu dem Tag, der dabeisteht. Bestätigen Sie vorher, und schicken oder bringen Sie das Gerät rechtzeitig.',
      ],
      [
        'Was, wenn mein Gerät nicht der Beschreibung entspricht?',
        'Wir schicken Ihnen einen neuen Preis mit Fotos und dem Grund. Sie sagen Ja, oder Sie bekommen das Gerät zurück.',
      ],
      [
        'Was mache ich mit meinen Daten?',
        'Melden Sie sich von Ihrem Konto ab und setzen Sie das Gerät zurück. Die Packanleitung zeigt es Schritt für Schritt.',
      ],
      [
        'Wann bekomme ich mein Geld?',
        'Sobald wir das Gerät geprüft haben: auf Ihr Bankkonto, per PayPal, als Guthaben oder bar in der Filiale.',
      ],
    ],
    follow: 'Mein Angebot verfolgen',
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
    faq: 'Questions',
    asked: [
      [
        'Combien de temps mon prix est-il garanti ?',
        'Jusqu’à la date indiquée. Confirmez avant ce jour, puis envoyez ou apportez l’appareil à temps.',
      ],
      [
        'Et si mon appareil n’est pas tel que décrit ?',
        'Nous vous envoyons un nouveau prix, avec photos et raison. Vous dites oui, ou vous récupérez l’appareil.',
      ],
      [
        'Que faire de mes données ?',
        'Déconnectez votre compte et réinitialisez l’appareil. Le guide d’emballage explique comment, étape par étape.',
      ],
      [
        'Quand serai-je payé ?',
        'Dès que nous avons contrôlé l’appareil : par virement, PayPal, avoir, ou en espèces au magasin.',
      ],
    ],
    follow: 'Suivre mon offre',
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
    faq: 'Preguntas',
    asked: [
      [
        '¿Hasta cuándo vale mi precio?',
        'Hasta la fecha que aparece junto a él. Confirme antes de ese día y envíe o traiga el dispositivo a tiempo.',
      ],
      [
        '¿Y si mi dispositivo no es como lo describí?',
        'Le enviamos un nuevo precio con fotos y el motivo. Usted dice que sí, o recupera el dispositivo.',
      ],
      [
        '¿Qué hago con mis datos?',
        'Cierre la sesión de su cuenta y restablezca el dispositivo. La guía de embalaje lo explica paso a paso.',
      ],
      [
        '¿Cuándo cobro?',
        'En cuanto hayamos revisado el dispositivo: por transferencia, PayPal, saldo en tienda o en efectivo en la tienda.',
      ],
    ],
    follow: 'Seguir mi oferta',
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

function Faq({ words }: { words: Words }) {
  return (
    <section class="faq" aria-labelledby="faq-title">
      <h2 id="faq-title">{words.faq}</h2>
      <div>
        {words.asked.map(([question, answer]) => (
          <details>
            <summary>{question}</summary>
            <p>{answer}</p>
          </details>
        ))}
      </div>
    </section>
  );
}

function Footer({ shopName, words }: { shopName: string; words: Words }) {
  return (
    <footer>
      <p>
        <b>{shopName}</b>
      </p>
      <nav aria-label={shopName}>
        <a href="#sell">{words.sell}</a>
        <a href="/my/link">{words.follow}</a>
      </nav>
      <p>{words.demo}</p>
    </footer>
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
          <Faq words={words} />
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
        <Footer shopName={shopName} words={words} />
      </body>
    </html>
  );
  return `<!doctype html>${String(page)}`;
}
