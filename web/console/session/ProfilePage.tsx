/** The signed-in person's own settings: language, look, two-step sign-in, password. */
import {
  Button,
  Group,
  NativeSelect,
  PasswordInput,
  SegmentedControl,
  Stack,
  Switch,
  useMantineColorScheme,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { patch, post } from '../../client.ts';
import { fieldError } from '../parts/fields.ts';
import { ErrorBox, Page, Panel } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { oneKeyOn, switchOneKey } from '../shell/keyboard.ts';
import { isLocale, useSpeech } from '../texts.tsx';
import { useMe } from './me.ts';
import { TwoFactor } from './TwoFactor.tsx';

function Look() {
  const { texts: t, locale, speak } = useSpeech();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [oneKey, setOneKey] = useState(oneKeyOn());
  return (
    <Stack gap="md">
      <NativeSelect
        label={t.profile.language}
        value={locale}
        maw={260}
        data={Object.entries(t.workflow.languages).map(([value, label]) => ({ value, label }))}
        onChange={(e) => {
          const to = e.currentTarget.value;
          if (!isLocale(to)) return;
          speak(to);
          // Kept with the person as well, so that the next desk speaks it too; this one does at once.
          void patch('/api/session', { locale: to }).catch(() => undefined);
        }}
      />
      <div>
        <div id="look">{t.profile.appearance}</div>
        <SegmentedControl
          aria-labelledby="look"
          value={colorScheme}
          onChange={(v) => setColorScheme(v)}
          data={[
            { value: 'light', label: t.profile.light },
            { value: 'dark', label: t.profile.dark },
            { value: 'auto', label: t.profile.auto },
          ]}
        />
      </div>
      <Switch
        label={t.profile.oneKey}
        description={t.profile.oneKeyHelp}
        checked={oneKey}
        onChange={(e) => {
          switchOneKey(e.currentTarget.checked);
          setOneKey(e.currentTarget.checked);
        }}
      />
    </Stack>
  );
}

function Password() {
  const { texts: t } = useSpeech();
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const change = useMutation({
    mutationFn: () => post('/api/session/password', { current, new: fresh }),
    onSuccess: () => {
      setCurrent('');
      setFresh('');
      say(t.profile.changed);
    },
  });
  const show = { 'aria-label': t.signIn.show };
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        change.mutate();
      }}
    >
      <Stack gap="md" maw={360}>
        {change.error ? <ErrorBox error={change.error} /> : null}
        <PasswordInput
          label={t.profile.current}
          value={current}
          onChange={(e) => setCurrent(e.currentTarget.value)}
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={show}
        />
        <PasswordInput
          label={t.profile.fresh}
          description={t.setup.passwordHelp}
          value={fresh}
          onChange={(e) => setFresh(e.currentTarget.value)}
          autoComplete="new-password"
          required
          minLength={12}
          error={fieldError(change.error, 'new')}
          visibilityToggleButtonProps={show}
        />
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t.profile.changePassword}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function ProfilePage() {
  const { texts: t } = useSpeech();
  const me = useMe();
  return (
    <Page
      title={t.profile.title}
      intro={
        me ? `${me.name} · ${me.email} · ${me.roles.map((r) => t.workflow.roles[r] ?? r).join(', ')}` : ''
      }
      width="narrow"
    >
      <Panel title={t.profile.appearance}>
        <Look />
      </Panel>
      <Panel title={t.profile.twoFactor}>
        <TwoFactor />
      </Panel>
      <Panel title={t.profile.changePassword}>
        <Password />
      </Panel>
    </Page>
  );
}
