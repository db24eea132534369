/**
 * A mail's HTML in a frame that runs no script and loads nothing from outside. The console's policy refuses inline
 * styles, which mails live by; so they are read here and set from outside, which the policy allows.
 */
import css from '../case/Case.module.css';

function dress(frame: HTMLIFrameElement): void {
  const doc = frame.contentDocument;
  if (!doc) return;
  for (const element of doc.querySelectorAll<HTMLElement>('[style]'))
    element.style.cssText = element.getAttribute('style') ?? '';
  const Sheet = doc.defaultView?.CSSStyleSheet;
  if (!Sheet) return;
  doc.adoptedStyleSheets = [...doc.querySelectorAll('style')].map((style) => {
    const sheet = new Sheet();
    sheet.replaceSync(style.textContent ?? '');
    return sheet;
  });
}

export function MailFrame({ html, title }: { html: string; title: string }) {
  return (
    <iframe
      className={css.frame}
      sandbox="allow-same-origin"
      srcDoc={html}
      title={title}
      onLoad={(e) => dress(e.currentTarget)}
    />
  );
}
