/** Every offer of a device, the newest on top: what was found, why, with which photos, and what the seller answered. */
import type { Dispute, Quote } from '../../contract/cases.ts';
import type { Revision } from '../../contract/revision.ts';
import { dayText, nameOf, whenText } from '../parts/format.ts';
import { Amount, Pill } from '../parts/Mark.tsx';
import { ErrorBox, Waiting } from '../parts/Panel.tsx';
import { useSpeech, type useTexts } from '../texts.tsx';
import { useRevisions } from './data.ts';
import css from './History.module.css';
import { outcomeOf, OUTCOME_TONES, type Outcome } from './outcome.ts';
import { ShownOffer } from './Shown.tsx';

type Texts = ReturnType<typeof useTexts>;

function outcomeText(t: Texts, outcome: Outcome): string {
  if (outcome === 'lapsed_accepted') return t.revision.lapsed(t.workflow.silence.accept);
  if (outcome === 'lapsed_declined') return t.revision.lapsed(t.workflow.silence.send_back);
  return t.revision.outcomes[outcome];
}

/** How the answer reached us, who wrote it down, and when. */
function Answered({ one }: { one: Revision }) {
  const { texts: t, locale } = useSpeech();
  if (!one.answered) return one.answer_by ? <>{t.revision.until(dayText(one.answer_by, locale))}</> : null;
  const { how, name, at } = one.answered;
  const by =
    how === 'portal'
      ? t.revision.inPortal
      : how && how in t.revision.hows
        ? nameOf(t.revision.hows, how)
        : null;
  return <>{[by, name, whenText(at, locale)].filter(Boolean).join(' · ')}</>;
}

type EntryProps = { one: Revision; at: number; outcome: Outcome; open: boolean };

function Entry({ one, at, outcome, open }: EntryProps) {
  const { texts: t, locale } = useSpeech();
  const maker = one.made_by.name ?? nameOf(t.workflow.actors, one.made_by.kind);
  return (
    <li className={css.entry}>
      <details open={open}>
        <summary>
          <span className={css.head}>
            <strong>{t.revision.nth(at)}</strong>
            <Pill tone={OUTCOME_TONES[outcome]}>{outcomeText(t, outcome)}</Pill>
            <span className={css.price}>
              <Amount value={one.price} strong />
            </span>
          </span>
          <span className={css.line}>
            {t.revision.sentBy(maker, whenText(one.made_at, locale))}
            <br />
            <Answered one={one} />
          </span>
        </summary>
        <ShownOffer
          differences={one.differences}
          reasons={one.reasons.map((r) => r.code)}
          note={one.note}
          photos={one.photos}
          captions={one.captions}
          before={one.old_price}
          price={one.price}
        />
      </details>
    </li>
  );
}

/** How many offers are shown before those in between are folded away. */
const SHOWN = 3;

type HistoryProps = { caseId: string; itemId: string; first: Quote | undefined; dispute: Dispute | null };

export function OfferHistory({ caseId, itemId, first, dispute }: HistoryProps) {
  const { texts: t, locale } = useSpeech();
  const all = useRevisions(caseId);
  if (all.isPending) return <Waiting rows={2} />;
  if (all.error) return <ErrorBox error={all.error} retry={() => void all.refetch()} />;
  const own = all.data.items.filter((one) => one.item_id === itemId);
  const entries = own
    .map((one, at) => ({ one, at: at + 1, outcome: outcomeOf(one, own, dispute) }))
    .toReversed();
  const folded = entries.length > SHOWN ? entries.slice(1, -1) : [];
  const row = (entry: (typeof entries)[number]) => (
    <Entry key={entry.one.id} {...entry} open={entry.one.id === entries[0]?.one.id} />
  );
  return (
    <ol className={css.list} aria-label={t.revision.history}>
      {folded.length > 0 ? (
        <>
          {entries.slice(0, 1).map(row)}
          <li className={css.entry}>
            <details>
              <summary>{t.revision.older(folded.length)}</summary>
              <ol className={css.list}>{folded.map(row)}</ol>
            </details>
          </li>
          {entries.slice(-1).map(row)}
        </>
      ) : (
        entries.map(row)
      )}
      {first ? (
        <li className={css.entry}>
          <span className={css.head}>
            <strong>{t.revision.firstOffer}</strong>
            <span className={css.price}>
              <Amount value={first.price} strong />
            </span>
          </span>
          <span className={css.line}>{whenText(first.made_at, locale)}</span>
        </li>
      ) : null}
    </ol>
  );
}
