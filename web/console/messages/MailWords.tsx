/** What somebody wrote to us: plain text and links to its files, never their HTML. */
import { useState } from 'react';
import type { MailFile } from '../../contract/messages.ts';
import caseCss from '../case/Case.module.css';
import { whyRefused } from '../parts/refusal.ts';
import { useTexts } from '../texts.tsx';
import css from './Messages.module.css';

/** Longer mails begin folded. */
const MOST_SHOWN = 700;

export function MailText({ text }: { text: string }) {
  const t = useTexts().incoming;
  const [all, setAll] = useState(false);
  if (!text) return <div className="soft small">{t.noText}</div>;
  const isLong = text.length > MOST_SHOWN;
  return (
    <div>
      <div className={css.text}>{isLong && !all ? `${text.slice(0, MOST_SHOWN)}…` : text}</div>
      {isLong ? (
        <button className={caseCss.linkish} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.less : t.more}
        </button>
      ) : null}
    </div>
  );
}

export function MailFiles({ files }: { files: MailFile[] }) {
  const { incoming: t, refusals } = useTexts();
  if (files.length === 0) return null;
  return (
    <ul className={css.files} aria-label={t.files}>
      {files.map((file, at) => (
        <li key={`${at} ${file.name}`} className="small">
          {file.url ? (
            <a href={file.url} target="_blank" rel="noreferrer">
              {file.name}
            </a>
          ) : (
            <>
              {file.name}{' '}
              <span className="soft">
                {whyRefused(refusals, { code: file.refused, why: file.why }) || t.waiting}
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
