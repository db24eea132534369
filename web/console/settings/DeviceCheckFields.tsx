/** How a provider of device checks is asked over HTTP, and what its answers mean. */
import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  NumberInput,
  PasswordInput,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Connection } from '../../contract/connections.ts';
import moveCss from '../moves/Moves.module.css';
import { fieldError } from '../parts/fields.ts';
import { Note } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import type { Draft, MappingDraft } from './connection.ts';
import css from './Settings.module.css';

type Props = { connection: Connection; draft: Draft; set: (part: Partial<Draft>) => void; error: unknown };

function Mapping(p: {
  labels: { pointer: string; clean: string; hit: string };
  value: MappingDraft;
  onChange: (value: MappingDraft) => void;
  error?: string | undefined;
}) {
  const words = useTexts().connections.check.words;
  const line = (name: keyof MappingDraft, placeholder: string) => (
    <TextInput
      label={p.labels[name]}
      value={p.value[name]}
      placeholder={placeholder}
      title={name === 'pointer' ? undefined : words}
      onChange={(e) => p.onChange({ ...p.value, [name]: e.currentTarget.value })}
      error={name === 'pointer' ? p.error : undefined}
    />
  );
  return (
    <div className={moveCss.fields}>
      {line('pointer', '/result/status')}
      {line('clean', 'clean')}
      {line('hit', 'lost, stolen')}
    </div>
  );
}

function Verdicts({ draft, set, error }: Props) {
  const texts = useTexts();
  const t = texts.connections.check;
  const put = (at: number, value: MappingDraft) =>
    set({ verdict: draft.verdict.map((one, n) => (n === at ? value : one)) });
  return (
    <fieldset className={css.plain}>
      <legend className={css.legend}>{t.verdict}</legend>
      <p className="small soft">
        {t.verdictHelp} {t.words}
      </p>
      <Stack gap="sm" mt={8}>
        {draft.verdict.map((one, at) => (
          // oxlint-disable-next-line no-array-index-key -- rows have no name of their own
          <Group key={at} align="end" gap="xs" wrap="nowrap">
            <div style={{ flex: 1, minWidth: 0 }}>
              <Mapping
                labels={{ pointer: t.pointer, clean: t.clean, hit: t.hit }}
                value={one}
                onChange={(value) => put(at, value)}
                error={fieldError(error, `verdict.${at}.pointer`) ?? fieldError(error, 'verdict')}
              />
            </div>
            {draft.verdict.length > 1 ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={`${texts.words.remove}: ${one.pointer || at + 1}`}
                onClick={() => set({ verdict: draft.verdict.filter((_, n) => n !== at) })}
              >
                <IconTrash size={17} />
              </ActionIcon>
            ) : null}
          </Group>
        ))}
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => set({ verdict: [...draft.verdict, { pointer: '', clean: '', hit: '' }] })}
          >
            {t.addPlace}
          </Button>
        </Group>
      </Stack>
    </fieldset>
  );
}

function Secrets({ connection, draft, set, error }: Props) {
  const texts = useTexts();
  const t = texts.connections;
  const kept =
    connection.adapter === 'http'
      ? connection.secrets_set.filter((name) => !draft.removed.includes(name))
      : [];
  const put = (at: number, part: Partial<Draft['secrets'][number]>) =>
    set({ secrets: draft.secrets.map((one, n) => (n === at ? { ...one, ...part } : one)) });
  return (
    <fieldset className={css.plain}>
      <legend className={css.legend}>{t.check.secrets}</legend>
      <p className="small soft">{t.again}</p>
      <Stack gap="sm" mt={8}>
        {kept.map((name) => (
          <Group key={name} gap="xs">
            <code>{`{${name}}`}</code>
            <span className="small soft">•••••</span>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`${texts.words.remove}: ${name}`}
              onClick={() => set({ removed: [...draft.removed, name] })}
            >
              {texts.words.remove}
            </Button>
          </Group>
        ))}
        {draft.secrets.map((one, at) => (
          // oxlint-disable-next-line no-array-index-key -- names are being typed
          <div className={moveCss.fields} key={at}>
            <TextInput
              label={t.check.secretName}
              placeholder="api_key"
              value={one.name}
              onChange={(e) => put(at, { name: e.currentTarget.value })}
            />
            <PasswordInput
              label={t.check.secretValue}
              value={one.value}
              autoComplete="off"
              onChange={(e) => put(at, { value: e.currentTarget.value })}
              error={fieldError(error, `secrets.${one.name}`)}
            />
          </div>
        ))}
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => set({ secrets: [...draft.secrets, { name: '', value: '' }] })}
          >
            {t.check.addSecret}
          </Button>
        </Group>
      </Stack>
    </fieldset>
  );
}

export function DeviceCheckFields(p: Props) {
  const t = useTexts().connections.check;
  const { draft, set, error } = p;
  const put = (name: string, value: string) => set({ fields: { ...draft.fields, [name]: value } });
  if (draft.adapter !== 'http') return <Note>{t.byHand}</Note>;
  const isPost = draft.fields['method'] === 'POST';
  return (
    <Stack gap="md">
      <TextInput
        label={t.url}
        description={t.urlHelp}
        value={draft.fields['url'] ?? ''}
        placeholder="https://checks.example/imei/{imei}"
        required
        onChange={(e) => put('url', e.currentTarget.value)}
        error={fieldError(error, 'url')}
      />
      <div className={moveCss.fields}>
        <NativeSelect
          label={t.method}
          value={draft.fields['method'] ?? 'GET'}
          data={['GET', 'POST']}
          onChange={(e) => put('method', e.currentTarget.value)}
        />
        <NumberInput
          label={t.timeout}
          value={Number(draft.fields['timeout'] ?? 15)}
          min={1}
          max={60}
          onChange={(value) => put('timeout', String(value))}
          error={fieldError(error, 'timeout_ms')}
        />
        <TextInput
          label={t.model}
          placeholder="/result/model"
          value={draft.fields['model'] ?? ''}
          onChange={(e) => put('model', e.currentTarget.value)}
          error={fieldError(error, 'model')}
        />
      </div>
      <Textarea
        label={t.headers}
        description={t.headersHelp}
        autosize
        minRows={2}
        maxRows={8}
        value={draft.fields['headers'] ?? ''}
        onChange={(e) => put('headers', e.currentTarget.value)}
        error={fieldError(error, 'headers')}
      />
      {isPost ? (
        <Textarea
          label={t.body}
          autosize
          minRows={3}
          maxRows={12}
          value={draft.fields['body'] ?? ''}
          placeholder={'{"imei": "{imei}"}'}
          onChange={(e) => put('body', e.currentTarget.value)}
          error={fieldError(error, 'body')}
        />
      ) : null}
      <Verdicts {...p} />
      <Mapping
        labels={{ pointer: t.lockPointer, clean: t.lockClean, hit: t.lockHit }}
        value={draft.lock}
        onChange={(lock) => set({ lock })}
        error={fieldError(error, 'lock.pointer')}
      />
      <Switch
        label={t.both}
        checked={draft.bothImeis}
        onChange={(e) => set({ bothImeis: e.currentTarget.checked })}
      />
      <Secrets {...p} />
    </Stack>
  );
}
