/** The words of an HTML mail as plain text: nothing of it is ever shown as HTML. Pure, and in one pass. */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  pound: '£',
  copy: '©',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  euml: 'ë',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  auml: 'ä',
  iuml: 'ï',
  iacute: 'í',
  oacute: 'ó',
  ouml: 'ö',
  ocirc: 'ô',
  uuml: 'ü',
  uacute: 'ú',
  ugrave: 'ù',
  ntilde: 'ñ',
  ccedil: 'ç',
  szlig: 'ß',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  Eacute: 'É',
  iexcl: '¡',
  iquest: '¿',
};

function decode(text: string): string {
  return text.replaceAll(/&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff)
      ? String.fromCodePoint(code)
      : '';
  });
}

/** Lines without spaces at their ends, and at most one empty line between them. One pass, whatever the text is. */
export function tidyLines(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
  return lines
    .filter((line, at) => line !== '' || lines[at - 1] !== '')
    .join('\n')
    .trim();
}

/** Elements nobody reads. */
const SILENT = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'object']);
const BREAKS = new Set([
  'br',
  'p',
  'div',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'blockquote',
  'table',
  'ul',
  'ol',
  'hr',
  'pre',
]);

/** Most characters of HTML that are looked at. */
const MOST_HTML = 2_000_000;

export function textOfHtml(html: string): string {
  const source = html.slice(0, MOST_HTML);
  const lower = source.toLowerCase();
  const out: string[] = [];
  let at = 0;
  while (at < source.length) {
    const opens = source.indexOf('<', at);
    out.push(source.slice(at, opens < 0 ? undefined : opens).replaceAll(/\s+/g, ' '));
    if (opens < 0) break;
    const closes = source.startsWith('<!--', opens)
      ? source.indexOf('-->', opens + 4) + 2
      : source.indexOf('>', opens);
    if (closes < opens) break;
    const tag = /^<(\/?)([a-z][a-z0-9]*)/.exec(lower.slice(opens, opens + 24));
    const name = tag?.[2] ?? '';
    at = closes + 1;
    if (SILENT.has(name) && !tag?.[1] && source[closes - 1] !== '/') {
      const end = lower.indexOf(`</${name}`, at);
      if (end < 0) break;
      at = end;
    } else if (BREAKS.has(name) && (name === 'br' || tag?.[1] || name === 'hr' || name === 'blockquote'))
      out.push(name === 'p' ? '\n\n' : '\n');
  }
  return tidyLines(decode(out.join('').replaceAll(/ {2,}/g, ' ').replaceAll('\n ', '\n')));
}
