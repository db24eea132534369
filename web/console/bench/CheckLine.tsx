/** One check as a line of evidence: icon, verdict in words, what was found, who said so and when. */
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle, IconHourglass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { CheckVerdict, DeviceCheck } from '../../contract/checks.ts';
import { Ago, type Tone } from '../parts/Mark.tsx';
import { useTexts } from '../texts.tsx';
import css from './Checks.module.css';
import { blockedAs, rawOf, seenIn, sentenceOf } from './checks.ts';

const MARKS = {
  clean: { icon: IconCircleCheck, tone: 'green' },
  hit: { icon: IconAlertTriangle, tone: 'red' },
  unknown: { icon: IconHelpCircle, tone: 'amber' },
  asked: { icon: IconHourglass, tone: 'blue' },
} as const satisfies Record<CheckVerdict, { icon: typeof IconCircleCheck; tone: Tone }>;

function Source({ check }: { check: DeviceCheck }) {
  const { checks: words } = useTexts();
  const { provider, asked_by: by } = check;
  const from = provider === null ? words.ours : provider === 'manual' ? words.byHand : words.connected;
  return (
    <span className="small soft">
      {from}
      {provider === 'manual' && by.name ? ` ${words.by(by.name)}` : ''} · <Ago at={check.asked_at} />
    </span>
  );
}

export function CheckLine({ check }: { check: DeviceCheck }) {
  const { checks: words } = useTexts();
  const { icon: Icon, tone } = MARKS[check.verdict];
  const [seen, blocked, raw] = [seenIn(check), blockedAs(check), rawOf(check)];
  return (
    <li className={css.line} data-tone={tone} data-check={check.kind} data-verdict={check.verdict}>
      <span className={css.icon} aria-hidden>
        <Icon size={18} stroke={1.8} />
      </span>
      <div>
        <div className={css.head}>
          <strong>{words.kinds[check.kind]}</strong>
          <span className={css.verdict}>{words.verdicts[check.verdict]}</span>
          <Source check={check} />
        </div>
        <div className={css.words}>
          {check.verdict === 'asked' ? words.waiting : sentenceOf(check, words.says)}
        </div>
        {seen.length > 0 ? (
          <div className={css.links}>
            {seen.map((one) => (
              <Link key={one.item_number} to="/cases/$ref" params={{ ref: one.reference }} className="num">
                {one.item_number}
              </Link>
            ))}
          </div>
        ) : null}
        {blocked.map((one) => (
          <div key={one.number}>
            <span className="mono">{one.number}</span> {one.reason}
          </div>
        ))}
        {raw ? (
          <details>
            <summary className="small soft">{words.evidence}</summary>
            <pre className={css.raw} tabIndex={0}>
              {raw}
            </pre>
          </details>
        ) : null}
      </div>
    </li>
  );
}

export function CheckLines({ checks }: { checks: readonly DeviceCheck[] }) {
  return (
    <ul className={css.list}>
      {checks.map((check) => (
        <CheckLine key={check.id} check={check} />
      ))}
    </ul>
  );
}
