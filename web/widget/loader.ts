/**
 * `<reprise-quote>`: all that a shop's page loads before somebody touches it. It draws the first question by itself;
 * the first tap (or a quote left half-way in this tab) fetches the rest.
 *
 * Attributes: `lang`, `api` (where Reprise runs; default: where this script came from), `currency`, `channel`
 * (`mail_in` or `in_store`), `location` (id of a store).
 */
import css from './loader.css?inline';

/** Title, lead, the four categories, and what to say when the rest cannot be fetched. */
const TEXTS: Record<string, string[]> = {
  en: ['What is your device worth?', 'Pick it and see your price in a minute.', 'Phone', 'Tablet', 'Laptop', 'Watch', 'That did not load. Please try again.'],
  nl: ['Wat is je toestel waard?', 'Kies het en zie je prijs in een minuut.', 'Telefoon', 'Tablet', 'Laptop', 'Horloge', 'Laden lukte niet. Probeer het opnieuw.'],
  de: ['Was ist Ihr Gerät wert?', 'Auswählen und in einer Minute den Preis sehen.', 'Smartphone', 'Tablet', 'Laptop', 'Uhr', 'Das Laden hat nicht geklappt. Bitte noch einmal.'],
  fr: ['Que vaut votre appareil ?', 'Choisissez-le et voyez son prix en une minute.', 'Téléphone', 'Tablette', 'Ordinateur portable', 'Montre', 'Le chargement a échoué. Réessayez.'],
  es: ['¿Cuánto vale su dispositivo?', 'Elíjalo y vea su precio en un minuto.', 'Teléfono', 'Tableta', 'Portátil', 'Reloj', 'No se ha cargado. Inténtelo de nuevo.'],
}; // prettier-ignore

const SHAPES: Record<string, string> = {
  phone: 'M18 4h12a5 5 0 0 1 5 5v30a5 5 0 0 1-5 5H18a5 5 0 0 1-5-5V9a5 5 0 0 1 5-5ZM22 39h4',
  tablet: 'M11 5h26a5 5 0 0 1 5 5v28a5 5 0 0 1-5 5H11a5 5 0 0 1-5-5V10a5 5 0 0 1 5-5ZM22 38h4',
  laptop: 'M11 9h26a3 3 0 0 1 3 3v20H8V12a3 3 0 0 1 3-3ZM3 37h42l-3 3H6Z',
  watch: 'M20 13h8a7 7 0 0 1 7 7v8a7 7 0 0 1-7 7h-8a7 7 0 0 1-7-7v-8a7 7 0 0 1 7-7ZM17 13l2-9h10l2 9M17 35l2 9h10l2-9M24 20v4l3 2',
}; // prettier-ignore

/** The address this script came from; vite.widget.config.ts puts it in front of everything. */
declare const repriseScript: string;

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = name;
  element.setAttribute('part', name || tag);
  element.textContent = text;
  return element;
}

function picture(category: string): SVGSVGElement {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  const path = document.createElementNS(ns, 'path');
  for (const [name, value] of Object.entries({ viewBox: '0 0 48 48', width: '46', height: '46', fill: 'none', stroke: 'currentColor', 'stroke-width': '2.5', 'stroke-linejoin': 'round', 'stroke-linecap': 'round', 'aria-hidden': 'true' }))
    svg.setAttribute(name, value); // prettier-ignore
  path.setAttribute('d', SHAPES[category] ?? '');
  svg.append(path);
  return svg;
}

class RepriseQuote extends HTMLElement {
  connectedCallback(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const wanted = (this.lang || document.documentElement.lang || navigator.language)
      .slice(0, 2)
      .toLowerCase();
    const lang = TEXTS[wanted] ? wanted : 'en';
    const texts = TEXTS[lang] ?? [];
    const api = (this.getAttribute('api') ?? new URL(repriseScript).origin).replace(/\/$/, '');
    const card = make('section', 'card');
    card.lang = lang;
    card.dir = 'ltr';
    card.append(make('h2', 'heading', texts[0]), make('p', 'lead', texts[1]));
    const tiles = make('div', 'tiles');
    const failed = make('p', 'fault');
    failed.setAttribute('role', 'alert');
    const load = async (category: string | null) => {
      card.setAttribute('aria-busy', 'true');
      failed.textContent = '';
      try {
        const { run } = await import('./main.ts');
        await run({ host: this, root, card, lang, api, picture, categories: texts.slice(2, 6) }, category);
      } catch {
        failed.textContent = texts[6] ?? '';
      }
      card.removeAttribute('aria-busy');
    };
    Object.keys(SHAPES).forEach((category, i) => {
      const tile = make('button', 'tile');
      tile.append(picture(category), texts[i + 2] ?? '');
      tile.onclick = () => void load(category);
      tiles.append(tile);
    });
    card.append(tiles, failed);
    root.append(card);
    try {
      if (sessionStorage.getItem(`reprise-quote ${api}`)) void load(null);
    } catch {
      // Storage is switched off: nothing to continue.
    }
  }
}

if (!customElements.get('reprise-quote')) customElements.define('reprise-quote', RepriseQuote);
