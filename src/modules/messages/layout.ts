/** The one layout of all mails: no pictures, nothing remote, nothing that tracks; readable in the dark and as plain text. */
import type { Words } from './texts/words.ts';

export type Layout = {
  readonly words: Words['words'];
  readonly shop: { readonly name: string; readonly email: string | null; readonly phone: string | null };
  readonly customer: string;
  readonly reference: string;
  readonly link: string;
  readonly button: string | null;
  readonly locale: string;
  readonly lines: readonly { readonly title: string; readonly price: string | null }[];
  /** Plain text; a line break inside stays one. */
  readonly paragraphs: readonly string[];
};

/** Escapes text for HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** How to reach the shop; nothing when it has said neither. */
function questions(it: Layout): string {
  const ways = [it.shop.email, it.shop.phone].filter(Boolean).join(' · ');
  return ways ? `${it.words.questions} ${ways}` : '';
}

/** “Hello Jo,”; without a name just “Hello,”. */
function greeting(it: Layout): string {
  return it.customer ? `${it.words.hello} ${it.customer},` : `${it.words.hello},`;
}

/** The letter as plain text. */
export function layoutText(it: Layout): string {
  const lines = it.lines.map((l) => `- ${l.title}${l.price ? `: ${l.price}` : ''}`).join('\n');
  return [
    greeting(it),
    ...it.paragraphs,
    ...(lines ? [lines] : []),
    ...(it.button && it.link ? [`${it.button}:\n${it.link}`] : []),
    `${it.words.regards}\n${it.shop.name}`,
    [`${it.words.reference}: ${it.reference}`, questions(it)].filter(Boolean).join('\n'),
  ].join('\n\n');
}

const STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;background:#f4f4f1;color:#1f2933}
.card{background:#ffffff;border:1px solid #e3e3dd}
.soft{color:#52606d}
.button{background:#0f766e;color:#ffffff}
@media (prefers-color-scheme:dark){body{background:#14181c!important;color:#e8ebee!important}.card{background:#1d2329!important;border-color:#333b43!important}.soft{color:#a9b4be!important}}
`;

/** The letter as HTML: everything in it is escaped here, so no field and no template can bring markup of its own. */
export function layoutHtml(it: Layout): string {
  const text = escapeHtml;
  const rows = it.lines
    .map(
      (l) =>
        `<tr><td style="padding:8px 0;border-top:1px solid #8884">${text(l.title)}</td><td style="padding:8px 0;border-top:1px solid #8884;text-align:end;white-space:nowrap">${text(l.price ?? '')}</td></tr>`,
    )
    .join('');
  const button =
    it.button && it.link
      ? `<p style="margin:28px 0"><a class="button" href="${text(it.link)}" style="display:inline-block;padding:14px 22px;border-radius:8px;text-decoration:none;font-weight:600;background:#0f766e;color:#ffffff">${text(it.button)}</a></p>`
      : '';
  const after = questions(it);
  return `<!doctype html>
<html lang="${it.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${text(it.shop.name)}</title><style>${STYLE}</style></head>
<body><div role="article" lang="${it.locale}" style="max-width:560px;margin:0 auto;padding:24px 16px;font:16px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<p style="margin:0 0 12px;font-weight:700;font-size:18px">${text(it.shop.name)}</p>
<div class="card" style="border-radius:12px;padding:24px">
<p style="margin:0 0 16px">${text(greeting(it))}</p>
${it.paragraphs.map((p) => `<p style="margin:0 0 16px">${text(p).replaceAll('\n', '<br>')}</p>`).join('\n')}
${rows ? `<table role="presentation" style="width:100%;border-collapse:collapse;margin:8px 0 0">${rows}</table>` : ''}
${button}
<p style="margin:16px 0 0">${text(it.words.regards)}<br>${text(it.shop.name)}</p>
</div>
<p class="soft" style="margin:16px 4px 0;font-size:14px">${text(it.words.reference)}: <strong>${text(it.reference)}</strong>${after ? `<br>${text(after)}` : ''}</p>
</div></body></html>`;
}
