/** The fields of the team chat and of incoming mail. */
import { NativeSelect, NumberInput, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../client.ts';
import type { Connection } from '../../contract/connections.ts';
import type { Shop } from '../../contract/session.ts';
import moveCss from '../moves/Moves.module.css';
import { fieldError } from '../parts/fields.ts';
import { Note } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import type { Draft } from './connection.ts';

type Props = { connection: Connection; draft: Draft; set: (part: Partial<Draft>) => void; error: unknown };

/** One secret of a known name: never shown, replaced when something is typed. */
function Secret({ name, label, help, ...p }: Props & { name: string; label: string; help?: string }) {
  const t = useTexts().connections;
  const isKept = p.connection.adapter === p.draft.adapter && p.connection.secrets_set.includes(name);
  return (
    <PasswordInput
      label={label}
      description={isKept ? t.kept : help}
      value={p.draft.secrets.find((one) => one.name === name)?.value ?? ''}
      onChange={(e) => p.set({ secrets: [{ name, value: e.currentTarget.value }] })}
      autoComplete="off"
      required={!isKept}
      error={fieldError(p.error, name)}
    />
  );
}

export function ChatFields(p: Props) {
  const texts = useTexts();
  const t = texts.connections;
  const shop = useQuery({
    queryKey: ['shop'],
    queryFn: ({ signal }) => get<Shop>('/api/shop', undefined, signal),
  });
  const channel = shop.data?.settings.chat_channel;
  const { draft, set, error } = p;
  const where = channel ? (
    <p className="small soft">
      {t.chat.channel(channel)}{' '}
      <Link to="/settings" search={{ tab: 'shop' }}>
        {t.chat.change}
      </Link>
    </p>
  ) : null;
  if (draft.adapter !== 'slack')
    return (
      <>
        <Note>{t.chat.only}</Note>
        {where}
      </>
    );
  return (
    <Stack gap="sm">
      <div className={moveCss.fields}>
        <Secret {...p} name="token" label={t.chat.token} help={t.chat.tokenHelp} />
        <TextInput
          label={t.chat.base}
          description={t.again}
          value={draft.fields['base_url'] ?? ''}
          placeholder="https://slack.com/api"
          onChange={(e) => set({ fields: { ...draft.fields, base_url: e.currentTarget.value } })}
          error={fieldError(error, 'base_url')}
        />
      </div>
      {where}
    </Stack>
  );
}

export function MailFields(p: Props) {
  const t = useTexts().connections;
  const { draft, set, error } = p;
  const put = (name: string, value: string) => set({ fields: { ...draft.fields, [name]: value } });
  if (draft.adapter === 'off') return <Note>{t.mail.off}</Note>;
  if (draft.adapter === 'address') return <p className="soft">{t.mail.address}</p>;
  const line = (name: 'host' | 'user' | 'folder') => (
    <TextInput
      label={t.mail[name]}
      value={draft.fields[name] ?? ''}
      required
      onChange={(e) => put(name, e.currentTarget.value)}
      error={fieldError(error, name)}
    />
  );
  return (
    <div className={moveCss.fields}>
      {line('host')}
      <NumberInput
        label={t.mail.port}
        value={Number(draft.fields['port'] ?? 993)}
        min={1}
        max={65_535}
        allowDecimal={false}
        thousandSeparator={false}
        onChange={(value) => put('port', String(value))}
        error={fieldError(error, 'port')}
      />
      <NativeSelect
        label={t.mail.security}
        value={draft.fields['security'] ?? 'tls'}
        data={[
          { value: 'tls', label: t.mail.tls },
          { value: 'starttls', label: t.mail.starttls },
        ]}
        onChange={(e) => put('security', e.currentTarget.value)}
      />
      {line('user')}
      <Secret {...p} name="password" label={t.mail.password} />
      {line('folder')}
    </div>
  );
}
