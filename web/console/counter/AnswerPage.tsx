/** The counter screen turned to the seller: their language, large, both answers alike, confirmed, then handed back. */
import { Button, Stack, Textarea } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { get } from '../../client.ts';
import type { Case, MoveOffer } from '../../contract/cases.ts';
import type { Revision, RevisionAnswer } from '../../contract/revision.ts';
import { fieldError } from '../parts/fields.ts';
import { dayText, moneyText } from '../parts/format.ts';
import { ErrorBox, Waiting } from '../parts/Panel.tsx';
import { useAnswers, useRevisions } from '../revision/data.ts';
import { ShownOffer } from '../revision/Shown.tsx';
import { loadTexts, SpeechProvider, useSpeech, useTexts } from '../texts.tsx';
import css from './Answer.module.css';

type Choice = { revision: Revision; answer: RevisionAnswer['answer'] };
type Given = { answer: RevisionAnswer['answer']; reason?: string };

function Confirm(p: { choice: Choice; onYes: () => void; onNo: () => void; busy: boolean }) {
  const { texts: t, locale } = useSpeech();
  const price = moneyText(p.choice.revision.price, locale);
  return (
    <Stack gap="md" role="alertdialog" aria-label={t.revision.sure} className={css.answers}>
      <h3>{p.choice.answer === 'accept' ? t.revision.sureAccept(price) : t.revision.sureDecline}</h3>
      <div className={css.two}>
        <Button size="lg" variant="default" onClick={p.onNo}>
          {t.words.back}
        </Button>
        <Button size="lg" onClick={p.onYes} loading={p.busy} autoFocus>
          {t.revision.yes}
        </Button>
      </div>
    </Stack>
  );
}

/** The seller says in a sentence what they see differently. */
function Dispute(p: { onGive: (reason: string) => void; onNo: () => void; busy: boolean; error: unknown }) {
  const t = useTexts();
  const [reason, setReason] = useState('');
  return (
    <form
      className={css.answers}
      aria-label={t.revision.again}
      onSubmit={(e) => {
        e.preventDefault();
        p.onGive(reason.trim());
      }}
    >
      <Stack gap="md">
        <p>{t.revision.againLead}</p>
        <Textarea
          label={t.revision.againWhat}
          size="lg"
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
          error={fieldError(p.error, 'answers.0.reason')}
          maxLength={1000}
          required
          autosize
          minRows={3}
          autoFocus
        />
        <div className={css.two}>
          <Button size="lg" variant="default" onClick={p.onNo}>
            {t.revision.againNot}
          </Button>
          <Button size="lg" type="submit" loading={p.busy} disabled={!reason.trim()}>
            {t.revision.againGo}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

type AnswersProps = {
  one: Revision;
  /** The move by which it is inspected again, where there is such a one. */
  again: MoveOffer | undefined;
  onGive: (given: Given) => void;
  busy: boolean;
  error: unknown;
};

/** Both answers alike, each confirmed; below them the way to a second inspection. */
function Answers({ one, again, onGive, busy, error }: AnswersProps) {
  const { texts: t, locale } = useSpeech();
  const [answer, setAnswer] = useState<RevisionAnswer['answer'] | null>(null);
  const back = () => setAnswer(null);
  if (answer === 'dispute')
    return (
      <Dispute
        busy={busy}
        error={error}
        onNo={back}
        onGive={(reason) => onGive({ answer: 'dispute', reason })}
      />
    );
  if (answer)
    return (
      <Confirm choice={{ revision: one, answer }} busy={busy} onNo={back} onYes={() => onGive({ answer })} />
    );
  return (
    <Stack gap="sm" className={css.answers}>
      <div className={css.two}>
        <Button size="lg" variant="outline" onClick={() => setAnswer('accept')}>
          {t.revision.accept(moneyText(one.price, locale))}
        </Button>
        <Button size="lg" variant="outline" onClick={() => setAnswer('decline')}>
          {t.revision.decline}
        </Button>
      </div>
      {again && !again.refused ? (
        <Button variant="subtle" color="gray" onClick={() => setAnswer('dispute')}>
          {t.revision.again}
        </Button>
      ) : null}
      {again?.refused?.code === 'disputed_before' ? <p className="soft">{t.revision.againDone}</p> : null}
    </Stack>
  );
}

/** The move by which a device is inspected again; none before it was inspected once. */
function againOf(data: Case, one: Revision): MoveOffer | undefined {
  const item = data.items.find((other) => other.id === one.item_id);
  return item?.inspection?.state === 'complete'
    ? item.moves.find((offer) => offer.move === 'dispute')
    : undefined;
}

function Devices({ data }: { data: Case }) {
  const { texts: t, locale } = useSpeech();
  const [at, setAt] = useState('');
  const all = useRevisions(data.id);
  const save = useAnswers(data.id, () => setAt(''));
  if (all.isPending) return <Waiting />;
  if (all.error) return <ErrorBox error={all.error} retry={() => void all.refetch()} />;
  // While something else has to be settled about a device, its offer waits as well.
  const waits = new Set(
    data.items.filter((item) => item.holds.some((hold) => !hold.released_at)).map((item) => item.id),
  );
  const offered = all.data.items.filter((r) => r.state === 'offered');
  const open = offered.filter((r) => !waits.has(r.item_id));
  if (open.length === 0)
    return (
      <Stack align="center" gap="lg" className={css.thanks}>
        <h1>{offered.length > 0 ? t.revision.waits : t.revision.thanks}</h1>
        <p>{t.revision.handBack}</p>
        <Link to="/cases/$ref" params={{ ref: data.reference }}>
          {t.revision.toCase}
        </Link>
      </Stack>
    );
  return (
    <Stack gap="lg">
      <h1>{t.revision.counterTitle}</h1>
      {open.map((one) => (
        <section key={one.id} aria-label={one.title} className={css.device}>
          <h2>{one.title}</h2>
          <ShownOffer
            large
            differences={one.differences}
            reasons={one.reasons.map((r) => r.code)}
            note={one.note}
            photos={one.photos}
            captions={one.captions}
            before={one.old_price}
            price={one.price}
          />
          {one.answer_by ? (
            <p className="soft">
              {t.revision.silentBy(dayText(one.answer_by, locale), t.workflow.silence[data.silence])}
            </p>
          ) : null}
          {save.error && at === one.id ? <ErrorBox error={save.error} /> : null}
          <Answers
            one={one}
            again={againOf(data, one)}
            busy={save.isPending && at === one.id}
            error={save.error}
            onGive={(given) => {
              setAt(one.id);
              save.mutate({
                how: 'counter',
                answers: [{ item_id: one.item_id, revision_id: one.id, ...given }],
              });
            }}
          />
        </section>
      ))}
    </Stack>
  );
}

/** Puts the seller's screen beside the console, which nobody reaches meanwhile: neither by keys nor by a reader. */
function Alone({ children }: { children: ReactNode }) {
  useEffect(() => {
    const own = document.getElementById('root');
    own?.setAttribute('inert', '');
    return () => own?.removeAttribute('inert');
  }, []);
  return createPortal(children, document.body);
}

export function AnswerPage() {
  const own = useSpeech();
  const t = useTexts();
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const found = useQuery({ queryKey: ['case', caseId], queryFn: () => get<Case>(`/api/cases/${caseId}`) });
  const locale = found.data?.locale;
  const words = useQuery({
    queryKey: ['texts', locale],
    queryFn: () => loadTexts(locale ?? 'en'),
    enabled: Boolean(locale),
    staleTime: Infinity,
  });
  if (found.error) return <ErrorBox error={found.error} retry={() => void found.refetch()} />;
  if (words.error) return <ErrorBox error={words.error} retry={() => void words.refetch()} />;
  if (!found.data || !words.data || !locale) return <Waiting />;
  return (
    <SpeechProvider value={{ ...own, texts: words.data, locale }}>
      <Alone>
        <main lang={locale} aria-label={t.revision.counter} className={css.page}>
          <div className={css.column}>
            <Devices data={found.data} />
          </div>
        </main>
      </Alone>
    </SpeechProvider>
  );
}
