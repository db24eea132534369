/**
 * A mail's HTML in a frame that runs no script and loads nothing from outside. The console's policy refuses inline
 * styles, which mails live by; so they are read here and set from outside, which the policy allows.
 */
import css from '../case/Case.module.css';

/** The mail with its styles put where the policy does not look: our own mails, so plain text search will do. */
function undress(html: string): string {
  return html
    .replace(/\sstyle=(["'])/gi, ' data-style=$1')
    .replace(/<style\b[^>]*>/gi, '<template data-css>')
    .replace(/<\/style>/gi, '</template>');
}

function dress(frame: HTMLIFrameElement): void {
  const doc = frame.contentDocument;
  const Sheet = doc?.defaultView?.CSSStyleSheet;
  if (!doc || !Sheet) return;
  for (const element of doc.querySelectorAll<HTMLElement>('[data-style]'))
    element.style.cssText = element.dataset['style'] ?? '';
  doc.adoptedStyleSheets = [...doc.querySelectorAll<HTMLTemplateElement>('template[data-css]')].map(
    (kept) => {
      const sheet = new Sheet();
      sheet.replaceSync(kept.content.textContent ?? '');
      return sheet;
    },
  );
}

export function MailFrame({ html, title }: { html: string; title: string }) {
  return (
    <iframe
      className={css.frame}
      sandbox="allow-same-origin"
      srcDoc={undress(html)}
      title={title}
      onLoad={(e) => dress(e.currentTarget)}
    />
  );
}
