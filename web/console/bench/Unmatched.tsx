/** Parcels nobody could match: put on the list, and tied to a case when somebody finds out. */
import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get, post } from '../../client.ts';
import type { Case, UnmatchedParcel } from '../../contract/cases.ts';
import type { List } from '../../contract/session.ts';
import moveCss from '../moves/Moves.module.css';
import { Ago } from '../parts/Mark.tsx';
import { Empty, ErrorBox, Panel, Shown } from '../parts/Panel.tsx';
import { say, sayError } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay, useMe } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import css from './Bench.module.css';

const refresh = () => queries.invalidateQueries({ queryKey: ['unmatched'] });

function AddParcel({ tracking, onDone }: { tracking: string; onDone: () => void }) {
  const t = useTexts();
  const me = useMe();
  const [value, setValue] = useState({ tracking, sender: '', note: '' });
  const add = useMutation({
    mutationFn: () =>
      post('/api/unmatched-parcels', {
        tracking_number: value.tracking.trim() || null,
        sender: value.sender.trim() || null,
        note: value.note.trim(),
        location_id: me?.location?.id ?? null,
      }),
    onSuccess: () => {
      onDone();
      return refresh();
    },
  });
  return (
    <form
      className={css.form}
      onSubmit={(e) => {
        e.preventDefault();
        add.mutate();
      }}
    >
      {add.error ? <ErrorBox error={add.error} /> : null}
      <div className={moveCss.fields}>
        <TextInput
          label={`${t.desk.parcels.tracking} (${t.words.optional})`}
          data-scan="here"
          value={value.tracking}
          onChange={(e) => setValue({ ...value, tracking: e.currentTarget.value })}
          maxLength={40}
        />
        <TextInput
          label={`${t.bench.unmatched.sender} (${t.words.optional})`}
          value={value.sender}
          onChange={(e) => setValue({ ...value, sender: e.currentTarget.value })}
          maxLength={200}
        />
      </div>
      <Textarea
        label={t.bench.unmatched.note}
        value={value.note}
        onChange={(e) => setValue({ ...value, note: e.currentTarget.value })}
        required
        autosize
        minRows={2}
        maxLength={1000}
        autoFocus
      />
      <Group gap="xs">
        <Button type="submit" size="xs" loading={add.isPending}>
          {t.words.add}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t.words.cancel}
        </Button>
      </Group>
    </form>
  );
}

function Parcel({ parcel }: { parcel: UnmatchedParcel }) {
  const t = useTexts();
  const may = useMay();
  const [ref, setRef] = useState('');
  const match = useMutation({
    mutationFn: async () => {
      const found = await get<Case>(`/api/cases/${encodeURIComponent(ref.trim())}`);
      await post(`/api/unmatched-parcels/${parcel.id}/match`, { case_id: found.id });
    },
    onSuccess: () => {
      say(t.bench.unmatched.matched);
      return refresh();
    },
    onError: sayError,
  });
  return (
    <li className={css.parcel}>
      <div>
        <div>{parcel.note}</div>
        <div className="small soft">
          {[parcel.sender, parcel.tracking_number].filter(Boolean).join(' · ')}{' '}
          <Ago at={parcel.received_at} />
        </div>
      </div>
      {may('parcel.receive') ? (
        <form
          className={css.match}
          onSubmit={(e) => {
            e.preventDefault();
            if (ref.trim()) match.mutate();
          }}
        >
          <TextInput
            size="xs"
            aria-label={t.bench.unmatched.matchTo}
            placeholder={t.bench.unmatched.matchTo}
            value={ref}
            onChange={(e) => setRef(e.currentTarget.value)}
            data-scan="here"
            w={150}
          />
          <Button size="xs" variant="default" type="submit" loading={match.isPending} disabled={!ref.trim()}>
            {t.bench.unmatched.match}
          </Button>
        </form>
      ) : null}
    </li>
  );
}

export function Unmatched({ tracking, onAdded }: { tracking: string; onAdded: () => void }) {
  const t = useTexts();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  useEffect(() => {
    if (tracking) setAdding(true);
  }, [tracking]);
  const query = useQuery({
    queryKey: ['unmatched'],
    queryFn: ({ signal }) => get<List<UnmatchedParcel>>('/api/unmatched-parcels', undefined, signal),
  });
  return (
    <Panel
      title={t.bench.unmatched.title}
      bare
      actions={
        may('parcel.receive') ? (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {t.bench.unmatched.add}
          </Button>
        ) : undefined
      }
    >
      {adding ? (
        <AddParcel
          key={tracking}
          tracking={tracking}
          onDone={() => {
            setAdding(false);
            onAdded();
          }}
        />
      ) : null}
      <Shown query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t.bench.unmatched.none}</Empty>
          ) : (
            <ul className={css.list} style={{ margin: 0, gap: 0 }}>
              {items.map((p) => (
                <Parcel key={p.id} parcel={p} />
              ))}
            </ul>
          )
        }
      </Shown>
    </Panel>
  );
}
