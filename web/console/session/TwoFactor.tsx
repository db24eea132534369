/** Turning two-step sign-in on (picture, code, backup codes) and off (password). */
import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../client.ts';
import type { Enrolment } from '../../contract/session.ts';
import { ErrorBox, Note } from '../parts/Panel.tsx';
import { queries } from '../queries.ts';
import { useTexts } from '../texts.tsx';
import css from './Door.module.css';
import { meQuery, useMe } from './me.ts';

const refreshMe = () => queries.invalidateQueries({ queryKey: meQuery.queryKey, refetchType: 'all' });

function Enrol({ enrolment }: { enrolment: Enrolment }) {
  const t = useTexts();
  const [code, setCode] = useState('');
  const activate = useMutation({
    mutationFn: () =>
      post<{ backup_codes?: string[] } | undefined>('/api/session/totp/activate', { code: code.trim() }),
    onSuccess: refreshMe,
  });
  const backup = enrolment.backup_codes ?? activate.data?.backup_codes;
  return (
    <Stack gap="md">
      <p>{t.profile.scan}</p>
      <img
        className={css.qr}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.qr_svg)}`}
        alt={t.profile.scan}
      />
      <details>
        <summary>{t.profile.uri}</summary>
        <code className="mono small">{enrolment.uri}</code>
      </details>
      {backup ? (
        <div>
          <p>{t.profile.backup}</p>
          <div className={css.codes}>
            {backup.map((c) => (
              <code key={c}>{c}</code>
            ))}
          </div>
        </div>
      ) : null}
      {activate.error ? <ErrorBox error={activate.error} /> : null}
      {activate.isSuccess ? (
        <Note tone="good">{t.profile.twoFactorOn}</Note>
      ) : (
        <form
          onSubmit={(e) => {
            e.preventDefault();
            activate.mutate();
          }}
        >
          <Group align="end">
            <TextInput
              label={t.signIn.code}
              value={code}
              onChange={(e) => setCode(e.currentTarget.value)}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              w={160}
            />
            <Button type="submit" loading={activate.isPending}>
              {t.profile.activate}
            </Button>
          </Group>
        </form>
      )}
    </Stack>
  );
}

export function TwoFactor() {
  const t = useTexts();
  const me = useMe();
  const [password, setPassword] = useState('');
  const enrol = useMutation({ mutationFn: () => post<Enrolment>('/api/session/totp/enrol', {}) });
  const disable = useMutation({
    mutationFn: () => post('/api/session/totp/disable', { password }),
    onSuccess: () => {
      enrol.reset();
      setPassword('');
      return refreshMe();
    },
  });
  if (enrol.data) return <Enrol enrolment={enrol.data} />;
  if (!me?.two_factor)
    return (
      <Stack gap="md" align="flex-start">
        <p className="soft">{t.profile.twoFactorOff}</p>
        {enrol.error ? <ErrorBox error={enrol.error} /> : null}
        <Button variant="default" loading={enrol.isPending} onClick={() => enrol.mutate()}>
          {t.profile.enrol}
        </Button>
      </Stack>
    );
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        disable.mutate();
      }}
    >
      <Stack gap="md" align="flex-start">
        <p>{t.profile.twoFactorOn}</p>
        {disable.error ? <ErrorBox error={disable.error} /> : null}
        <PasswordInput
          label={t.profile.disableHelp}
          value={password}
          onChange={(e) => setPassword(e.currentTarget.value)}
          required
          autoComplete="current-password"
          w={260}
          visibilityToggleButtonProps={{ 'aria-label': t.signIn.show }}
        />
        <Button type="submit" color="red" variant="light" loading={disable.isPending}>
          {t.profile.disable}
        </Button>
      </Stack>
    </form>
  );
}
