/** One connection: with what, its settings, how it went last, and trying it now. */
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post, problemOf, put } from '../../client.ts';
import type { Connection, ConnectionInput, ConnectionTest, Port } from '../../contract/connections.ts';
import type { List } from '../../contract/session.ts';
import { nameOf } from '../parts/format.ts';
import { Ago, Pill } from '../parts/Mark.tsx';
import { ErrorBox, Note, Panel } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import { configOf, draftOf, secretsOf, type Draft } from './connection.ts';
import { ChatFields, MailFields } from './ConnectionFields.tsx';
import { DeviceCheckFields } from './DeviceCheckFields.tsx';
import { InboundAddress } from './InboundAddress.tsx';
import css from './Settings.module.css';

const ADAPTERS: Readonly<Record<Port, readonly string[]>> = {
  chat: ['console', 'slack'],
  device_check: ['manual', 'http'],
  inbound_mail: ['off', 'imap', 'address'],
};

/** Puts one fresh connection among those that are known. */
export function keepConnection(fresh: Connection): void {
  queries.setQueryData<List<Connection>>(['connections'], (old) =>
    old ? { ...old, items: old.items.map((one) => (one.port === fresh.port ? fresh : one)) } : old,
  );
}

function Health({ connection }: { connection: Connection }) {
  const t = useTexts().connections;
  const { last_ok_at, last_error, last_error_at, changed_by, changed_at } = connection;
  return (
    <div className="small soft">
      {last_ok_at ? (
        <div>
          {t.okAt} <Ago at={last_ok_at} />
        </div>
      ) : null}
      {last_error && last_error_at ? (
        <div style={{ color: 'var(--red)', overflowWrap: 'anywhere' }}>
          {t.errorAt} <Ago at={last_error_at} />: {last_error}
        </div>
      ) : null}
      {!last_ok_at && !last_error_at && connection.enabled ? <div>{t.never}</div> : null}
      {changed_by && changed_at ? (
        <div>
          {t.changedBy(changed_by)} <Ago at={changed_at} />
        </div>
      ) : null}
    </div>
  );
}

function TestResult({ result }: { result: ConnectionTest }) {
  const t = useTexts().connections;
  return (
    <Stack gap={6} role="status">
      <Note tone={result.ok ? 'good' : 'warn'}>
        <strong>{result.ok ? t.worked : t.failed}</strong> {result.detail}
      </Note>
      {result.answer ? (
        <pre className={css.answer} tabIndex={0} aria-label={t.answer}>
          {result.answer}
        </pre>
      ) : null}
    </Stack>
  );
}

function TestButton({ connection, disabled }: { connection: Connection; disabled: boolean }) {
  const t = useTexts().connections;
  const [sample, setSample] = useState('');
  const wantsSample = connection.adapter === 'http';
  const test = useMutation({
    mutationFn: () =>
      post<ConnectionTest>(`/api/connections/${connection.port}/test`, { sample: sample.trim() || null }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['connections'] }),
  });
  if (!connection.enabled || connection.adapter === 'address') return null;
  return (
    <Stack gap="sm">
      <Group align="end" gap="sm">
        {wantsSample ? (
          <TextInput
            label={t.check.sample}
            value={sample}
            inputMode="numeric"
            placeholder="490154203237518"
            onChange={(e) => setSample(e.currentTarget.value)}
          />
        ) : null}
        <Button variant="default" loading={test.isPending} disabled={disabled} onClick={() => test.mutate()}>
          {t.test}
        </Button>
        {disabled ? <span className="small soft">{t.testHint}</span> : null}
      </Group>
      {test.error ? <ErrorBox error={test.error} /> : null}
      {test.data && !test.isPending ? <TestResult result={test.data} /> : null}
    </Stack>
  );
}

type FieldsProps = {
  connection: Connection;
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  error: unknown;
};

function Fields(p: FieldsProps) {
  const { port } = p.connection;
  if (port === 'chat') return <ChatFields {...p} />;
  return port === 'device_check' ? <DeviceCheckFields {...p} /> : <MailFields {...p} />;
}

export function ConnectionPanel({ connection }: { connection: Connection }) {
  const texts = useTexts();
  const t = texts.connections;
  const may = useMay();
  const { port } = connection;
  const [draft, setDraft] = useState(() => draftOf(connection));
  const [dirty, setDirty] = useState(false);
  const set = (part: Partial<Draft>) => {
    setDraft((d) => ({ ...d, ...part }));
    setDirty(true);
  };
  const save = useMutation({
    mutationFn: () => {
      const body: ConnectionInput = {
        adapter: draft.adapter,
        config: configOf(draft),
        secrets: secretsOf(draft),
        enabled: draft.adapter !== ADAPTERS[port][0],
      };
      return put<Connection>(`/api/connections/${port}`, body, connection.version);
    },
    onSuccess: (fresh) => {
      keepConnection(fresh);
      say(t.saved);
    },
  });
  const isStale = problemOf(save.error)?.status === 412;
  const savesItself = draft.adapter === 'address';
  return (
    <Panel
      title={t.ports[port]}
      label={t.ports[port]}
      actions={<Pill tone={connection.enabled ? 'green' : 'grey'}>{connection.enabled ? t.on : t.off}</Pill>}
    >
      <Stack gap="md">
        <p className="soft">{t.what[port]}</p>
        <form
          onSubmit={(e) => {
            e.preventDefault();
            save.mutate();
          }}
        >
          <fieldset disabled={!may('settings.edit')} className={css.plain}>
            <Stack gap="md">
              <NativeSelect
                label={t.use}
                value={draft.adapter}
                maw={320}
                data={ADAPTERS[port].map((value) => ({ value, label: nameOf(t.adapters, value) }))}
                onChange={(e) => {
                  save.reset();
                  setDirty(e.currentTarget.value !== connection.adapter);
                  setDraft(draftOf(connection, e.currentTarget.value));
                }}
              />
              <Fields connection={connection} draft={draft} set={set} error={save.error} />
              {isStale ? (
                <Note tone="warn">{texts.errors.stale}</Note>
              ) : save.error ? (
                <ErrorBox error={save.error} />
              ) : null}
              {may('settings.edit') && !savesItself ? (
                <Group>
                  <Button type="submit" loading={save.isPending} disabled={!dirty}>
                    {t.save}
                  </Button>
                </Group>
              ) : null}
            </Stack>
          </fieldset>
        </form>
        {savesItself ? <InboundAddress connection={connection} /> : null}
        {may('settings.edit') ? <TestButton connection={connection} disabled={dirty} /> : null}
        <Health connection={connection} />
      </Stack>
    </Panel>
  );
}
