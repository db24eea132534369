/** Signing in: e-mail and password, then the code where two-step sign-in is on; then back to where one was. */
import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { get, post } from '../../client.ts';
import type { Me, SignInAnswer } from '../../contract/session.ts';
import { ErrorBox } from '../parts/Panel.tsx';
import { queries } from '../queries.ts';
import { useSpeech } from '../texts.tsx';
import { Door } from './Door.tsx';
import { meQuery } from './me.ts';

function useEnter() {
  const router = useRouter();
  const { speak, locale } = useSpeech();
  const search = useSearch({ strict: false });
  return async (me: Me | undefined) => {
    const fresh = me ?? (await get<Me>('/api/session'));
    queries.clear();
    queries.setQueryData(meQuery.queryKey, fresh);
    if (fresh.locale && fresh.locale !== locale) speak(fresh.locale);
    const to = search['to'];
    if (to?.startsWith('/') && !to.startsWith('//'))
      router.history.push(router.basepath + to.replace(/^\/console/, ''));
    else void router.navigate({ to: '/board' });
  };
}

function CodeStep({ challenge, onBack }: { challenge: string; onBack: () => void }) {
  const { texts: t } = useSpeech();
  const enter = useEnter();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => post<{ me?: Me }>('/api/session/totp', { challenge, code: code.trim() }),
    onSuccess: (answer) => enter(answer.me),
  });
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        confirm.mutate();
      }}
    >
      <Stack gap="md">
        <h1>{t.signIn.title}</h1>
        {confirm.error ? <ErrorBox error={confirm.error} /> : null}
        <TextInput
          label={t.signIn.code}
          description={t.signIn.codeHelp}
          value={code}
          onChange={(e) => setCode(e.currentTarget.value)}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          required
          size="md"
        />
        <Button type="submit" loading={confirm.isPending} fullWidth>
          {t.signIn.codeSubmit}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {t.signIn.startOver}
        </Anchor>
      </Stack>
    </form>
  );
}

function PasswordStep({ onChallenge }: { onChallenge: (challenge: string) => void }) {
  const { texts: t } = useSpeech();
  const enter = useEnter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => post<SignInAnswer | Me>('/api/session', { email: email.trim(), password }),
    onSuccess: async (answer) => {
      if ('totp_required' in answer) onChallenge(answer.challenge);
      else await enter('me' in answer ? answer.me : answer);
    },
  });
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        signIn.mutate();
      }}
    >
      <Stack gap="md">
        <h1>{t.signIn.title}</h1>
        {signIn.error ? <ErrorBox error={signIn.error} /> : null}
        <TextInput
          label={t.signIn.email}
          type="email"
          value={email}
          onChange={(e) => setEmail(e.currentTarget.value)}
          autoComplete="username"
          required
          autoFocus
          size="md"
        />
        <PasswordInput
          label={t.signIn.password}
          value={password}
          onChange={(e) => setPassword(e.currentTarget.value)}
          autoComplete="current-password"
          required
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': t.signIn.show }}
        />
        <Button type="submit" loading={signIn.isPending} fullWidth size="md">
          {t.signIn.submit}
        </Button>
      </Stack>
    </form>
  );
}

export function SignInPage() {
  const [challenge, setChallenge] = useState<string | null>(null);
  return (
    <Door>
      {challenge ? (
        <CodeStep challenge={challenge} onBack={() => setChallenge(null)} />
      ) : (
        <PasswordStep onChallenge={setChallenge} />
      )}
    </Door>
  );
}
