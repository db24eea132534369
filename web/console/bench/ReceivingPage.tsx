/** The receiving bench: scan, see the case, an outcome per device, done; what nobody can match is put on a list. */
import { Button, TextInput } from '@mantine/core';
import { IconBarcode } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { get, post } from '../../client.ts';
import type { Case, ScanAnswer } from '../../contract/cases.ts';
import { Place } from '../parts/Mark.tsx';
import { Empty, ErrorBox, Note, Page, Panel } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { useScan } from '../shell/keyboard.ts';
import { useTexts } from '../texts.tsx';
import css from './Bench.module.css';
import { expected, ReceiveForm } from './ReceiveForm.tsx';
import { Unmatched } from './Unmatched.tsx';

type OnBench = {
  data: Case;
  /** The number on the parcel, where that is what was scanned. */
  tracking: string | null;
  onDone: (fresh: Case) => void;
};

function CaseOnBench({ data, tracking, onDone }: OnBench) {
  const t = useTexts();
  const waiting = expected(data);
  return (
    <Panel
      title={
        <span className="num">
          {data.reference} · {data.contact.name}
        </span>
      }
      actions={
        <Link to="/cases/$ref" params={{ ref: data.reference }}>
          {t.bench.openCase}
        </Link>
      }
    >
      {waiting.length > 0 ? (
        <ReceiveForm key={data.id} data={data} {...(tracking === null ? {} : { tracking })} onDone={onDone} />
      ) : (
        <>
          <Note>{t.bench.nothingExpected}</Note>
          <ul className={css.list}>
            {data.items.map((i) => (
              <li key={i.id}>
                {i.title} <Place stage={i.stage} status={i.status} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

export function ReceivingPage() {
  const t = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState('');
  const [aside, setAside] = useState('');
  const [done, setDone] = useState<{ reference: string; at: string }[]>([]);
  const open = useMutation({ mutationFn: (caseId: string) => get<Case>(`/api/cases/${caseId}`) });
  const find = useMutation({
    mutationFn: (text: string) => post<ScanAnswer>('/api/receiving', { code: text }),
    onMutate: (text) => {
      setAsked(text);
      setAside('');
      open.reset();
    },
    onSuccess: (answer) => {
      if (answer.case_id) open.mutate(answer.case_id);
    },
  });
  const look = (text: string) => {
    const bare = text.trim();
    if (!bare) return;
    setCode('');
    find.mutate(bare);
  };
  useScan(look);
  const received = (fresh: Case) => {
    say(t.bench.received(fresh.reference));
    setDone((all) => [{ reference: fresh.reference, at: new Date().toISOString() }, ...all]);
    find.reset();
    open.reset();
    field.current?.focus();
  };
  const nobody = find.data && !find.data.case_id && find.data.candidates.length === 0;
  const several = find.data && !find.data.case_id && find.data.candidates.length > 0;
  return (
    <Page title={t.bench.title} intro={t.bench.intro} width="narrow">
      <form
        className={css.finder}
        onSubmit={(e) => {
          e.preventDefault();
          look(code);
        }}
      >
        <TextInput
          ref={field}
          aria-label={t.bench.code}
          placeholder={t.bench.code}
          size="lg"
          data-scan="here"
          leftSection={<IconBarcode size={22} />}
          value={code}
          onChange={(e) => setCode(e.currentTarget.value)}
          autoFocus
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" size="lg" loading={find.isPending || open.isPending}>
          {t.bench.find}
        </Button>
      </form>
      {find.error ? <ErrorBox error={find.error} /> : null}
      {open.error ? <ErrorBox error={open.error} /> : null}
      {several && !open.data ? (
        <Panel title={t.bench.several}>
          <ul className={css.list}>
            {find.data?.candidates.map((c) => (
              <li key={`${c.case_id} ${c.item_id}`}>
                <Button variant="default" size="xs" onClick={() => open.mutate(c.case_id)}>
                  {c.reference}
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {nobody ? (
        <Note tone="warn">
          {t.bench.nothing(asked)}{' '}
          <Button size="compact-xs" variant="default" onClick={() => setAside(asked)}>
            {t.bench.putAside}
          </Button>
        </Note>
      ) : null}
      {open.data ? (
        <CaseOnBench
          data={open.data}
          tracking={find.data?.candidates.some((one) => one.by === 'tracking') ? asked : null}
          onDone={received}
        />
      ) : null}
      {!find.data && !open.data ? (
        <Panel label={t.bench.waiting}>
          <Empty icon={IconBarcode}>{t.bench.waiting}</Empty>
        </Panel>
      ) : null}
      {done.length > 0 ? (
        <Panel title={t.bench.done}>
          <ul className={css.list}>
            {done.map((d) => (
              <li key={`${d.reference} ${d.at}`}>
                <Link to="/cases/$ref" params={{ ref: d.reference }} className="num">
                  {d.reference}
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <Unmatched tracking={aside} onAdded={() => setAside('')} />
    </Page>
  );
}
