/** Invented customers of the demo, in every language. Addresses are real streets with invented house numbers. */
import type { Locale } from '../../src/kernel/locale.ts';

export type Person = {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly address: { line1: string; postal_code: string; city: string; country: string };
  readonly iban: string;
};

const FIRST: Readonly<Record<Locale, readonly string[]>> = {
  nl: ['Daan', 'Emma', 'Lars', 'Sophie', 'Thijs', 'Noor', 'Ruben', 'Fleur', 'Joost', 'Maud'],
  de: ['Lukas', 'Hannah', 'Jonas', 'Mia', 'Felix', 'Lena', 'Moritz', 'Clara', 'Jürgen', 'Käthe'],
  fr: ['Léa', 'Hugo', 'Chloé', 'Louis', 'Inès', 'Théo', 'Zoé', 'Mathis', 'Françoise', 'Rémi'],
  es: ['Lucía', 'Mateo', 'Sofía', 'Hugo', 'Martina', 'Pablo', 'Carmen', 'Íñigo', 'Núria', 'Álvaro'],
  en: ['Olivia', 'Jack', 'Amelia', 'Harry', 'Isla', 'Noah', 'Grace', 'Oscar', 'Siobhán', 'Łukasz'],
};
const LAST: Readonly<Record<Locale, readonly string[]>> = {
  nl: ['de Vries', 'Jansen', 'van den Berg', 'Bakker', 'Visser', 'Mulder', 'ten Hag', 'Dekker'],
  de: ['Müller', 'Schmidt', 'Weber', 'Fischer', 'Becker', 'Schröder', 'Großmann', 'Wolf'],
  fr: ['Martin', 'Bernard', 'Dubois', 'Lefèvre', 'Moreau', 'Garnier', 'Rousseau', 'Faure'],
  es: ['García', 'Fernández', 'López', 'Muñoz', 'Sánchez', 'Romero', 'Ibáñez', 'Navarro'],
  en: ['Smith', 'O’Brien', 'Taylor', 'Evans', 'Walker', 'Wright', 'Nowak', 'Papadopoulos'],
};
const PLACES: Readonly<
  Record<Locale, readonly { street: string; postal: string; city: string; country: string }[]>
> = {
  nl: [
    { street: 'Prinsengracht', postal: '1015 DV', city: 'Amsterdam', country: 'NL' },
    { street: 'Biltstraat', postal: '3572 BH', city: 'Utrecht', country: 'NL' },
    { street: 'Coolsingel', postal: '3012 AG', city: 'Rotterdam', country: 'NL' },
  ],
  de: [
    { street: 'Aachener Straße', postal: '50931', city: 'Köln', country: 'DE' },
    { street: 'Kantstraße', postal: '10623', city: 'Berlin', country: 'DE' },
  ],
  fr: [
    { street: 'Rue de la République', postal: '69002', city: 'Lyon', country: 'FR' },
    { street: 'Rue Nationale', postal: '59800', city: 'Lille', country: 'FR' },
  ],
  es: [
    { street: 'Calle de Alcalá', postal: '28014', city: 'Madrid', country: 'ES' },
    { street: 'Carrer de València', postal: '08009', city: 'Barcelona', country: 'ES' },
  ],
  en: [
    { street: 'Parnell Street', postal: 'D01 X8N7', city: 'Dublin', country: 'IE' },
    { street: 'Keizersgracht', postal: '1016 EK', city: 'Amsterdam', country: 'NL' },
  ],
};
const IBANS: Readonly<Record<Locale, { country: string; bban: (n: number) => string }>> = {
  nl: { country: 'NL', bban: (n) => `ABNA${String(n).padStart(10, '0')}` },
  de: { country: 'DE', bban: (n) => `37040044${String(n).padStart(10, '0')}` },
  fr: { country: 'NL', bban: (n) => `INGB${String(n).padStart(10, '0')}` },
  es: { country: 'DE', bban: (n) => `10010010${String(n).padStart(10, '0')}` },
  en: { country: 'NL', bban: (n) => `RABO${String(n).padStart(10, '0')}` },
};

/** An IBAN with right check digits (ISO 7064, mod 97) for an account nobody has. */
function ibanOf(country: string, bban: string): string {
  const digits = [...`${bban}${country}00`]
    .map((c) => (/\d/.test(c) ? c : String(c.charCodeAt(0) - 55)))
    .join('');
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${bban}`;
}

function pick<T>(list: readonly T[], at: number): T {
  const found = list[Math.abs(at) % list.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

/** The n-th person: always the same for the same n. */
export function personAt(n: number): Person {
  const locale = pick<Locale>(['nl', 'nl', 'nl', 'de', 'fr', 'en', 'es', 'nl', 'de', 'en'], n);
  const name = `${pick(FIRST[locale], Math.floor(n / 10))} ${pick(LAST[locale], n * 7 + Math.floor(n / 80))}`;
  const place = pick(PLACES[locale], n * 3 + 1);
  const mailbox = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ł/gi, 'l')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
  return {
    name,
    email: `${mailbox}.${n}@customers.example`,
    locale,
    address: {
      line1: `${place.street} ${1 + ((n * 13) % 180)}`,
      postal_code: place.postal,
      city: place.city,
      country: place.country,
    },
    iban: ibanOf(IBANS[locale].country, IBANS[locale].bban(417_164_300 + n)),
  };
}
