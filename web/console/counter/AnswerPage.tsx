/** The counter screen turned to the seller: their language, large, both answers alike, confirmed, then handed back. */
import { Button, Group, Stack } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../client.ts';
import type { Case } from '../../contract/cases.ts';
import type { Revision, RevisionAnswer } from '../../contract/revision.ts';
import { dayText, moneyText } from '../parts/format.ts';
import { ErrorBox, Waiting } from '../parts/Panel.tsx';
import { useAnswers, useRevisions } from '../revision/data.ts';
import { ShownOffer } from '../revision/Shown.tsx';
import { loadTexts, SpeechProvider, useSpeech, useTexts } from '../texts.tsx';

type Choice = { revision: Revision; answer: RevisionAnswer['answer'] };

function Confirm({
  choice,
  onYes,
  onNo,
  busy,
}: {
  choice: Choice;
  onYes: () => void;
  onNo: () => void;
  busy: boolean;
}) {
  const { texts: t, locale } = useSpeech();
  const price = moneyText(choice.revision.price, locale);
  return (
    <Stack gap="lg" role="alertdialog" aria-label={t.revision.sure}>
      <h2>{choice.answer === 'accept' ? t.revision.sureAccept(price) : t.revision.sureDecline}</h2>
      <Group grow>
        <Button size="xl" variant="default" onClick={onNo}>
          {t.words.back}
        </Button>
        <Button size="xl" onClick={onYes} loading={busy} data-autofocus>
          {t.revision.yes}
        </Button>
      </Group>
    </Stack>
  );
}

function Devices({ data }: { data: Case }) {
  const { texts: t, locale } = useSpeech();
  const [choice, setChoice] = useState<Choice | null>(null);
  const all = useRevisions(data.id);
  const save = useAnswers(data.id, () => setChoice(null));
  if (all.isPending) return <Waiting />;
  if (all.error) return <ErrorBox error={all.error} retry={() => void all.refetch()} />;
  const open = all.data.items.filter((r) => r.state === 'offered');
  if (open.length === 0)
    return (
      <Stack align="center" gap="lg">
        <h1>{t.revision.thanks}</h1>
        <p>{t.revision.handBack}</p>
        <Link to="/cases/$ref" params={{ ref: data.reference }}>
          {t.revision.toCase}
        </Link>
      </Stack>
    );
  return (
    <Stack gap="xl">
      <h1>{t.revision.counterTitle}</h1>
      {save.error ? <ErrorBox error={save.error} /> : null}
      {open.map((one) => (
        <section key={one.id} aria-label={one.title}>
          <h2>{one.title}</h2>
          <ShownOffer
            large
            differences={one.differences}
            reasons={one.reasons.map((r) => r.code)}
            note={one.note}
            photos={one.photos}
            before={one.old_price}
            price={one.price}
          />
          {one.answer_by ? (
            <p className="soft">
              {t.revision.silentBy(dayText(one.answer_by, locale), t.workflow.silence[data.silence])}
            </p>
          ) : null}
          {choice?.revision.id === one.id ? (
            <Confirm
              choice={choice}
              busy={save.isPending}
              onNo={() => setChoice(null)}
              onYes={() =>
                save.mutate({
                  how: 'counter',
                  answers: [{ item_id: one.item_id, revision_id: one.id, answer: choice.answer }],
                })
              }
            />
          ) : (
            <Group grow>
              <Button
                size="xl"
                variant="outline"
                onClick={() => setChoice({ revision: one, answer: 'accept' })}
              >
                {t.revision.accept(moneyText(one.price, locale))}
              </Button>
              <Button
                size="xl"
                variant="outline"
                onClick={() => setChoice({ revision: one, answer: 'decline' })}
              >
                {t.revision.decline}
              </Button>
            </Group>
          )}
        </section>
      ))}
    </Stack>
  );
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
  if (!found.data || !words.data || !locale) return <Waiting />;
  return (
    <SpeechProvider value={{ ...own, texts: words.data, locale }}>
      <main
        lang={locale}
        aria-label={t.revision.counter}
        style={{
          position: 'fixed',
          inset: 0,
          zIndex: 300,
          overflow: 'auto',
          background: 'var(--mantine-color-body)',
          padding: 'clamp(16px, 4vw, 48px)',
        }}
      >
        <div style={{ maxWidth: 900, margin: '0 auto' }}>
          <Devices data={found.data} />
        </div>
      </main>
    </SpeechProvider>
  );
}
