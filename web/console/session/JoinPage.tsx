/** Where an invited person chooses a password. The token is in the fragment, so no server log ever has it. */
import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { post } from '../../client.ts';
import type { Me } from '../../contract/session.ts';
import { fieldError } from '../parts/fields.ts';
import { ErrorBox, Note } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useTexts } from '../texts.tsx';
import { Door } from './Door.tsx';
import { meQuery } from './me.ts';

export function JoinPage() {
  const t = useTexts();
  const navigate = useNavigate();
  const [token] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const join = useMutation({
    mutationFn: () => post<{ me: Me | null }>('/api/session/invitation', { token, password }),
    onSuccess: ({ me }) => {
      queries.clear();
      if (me) {
        queries.setQueryData(meQuery.queryKey, me);
        void navigate({ to: '/board' });
      } else {
        say(t.owner.join.done);
        void navigate({ to: '/sign-in' });
      }
    },
  });
  return (
    <Door>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          join.mutate();
        }}
      >
        <Stack gap="md">
          <div>
            <h1>{t.owner.join.title}</h1>
            <p className="soft">{t.owner.join.intro}</p>
          </div>
          {token ? null : <Note tone="warn">{t.owner.join.noToken}</Note>}
          {join.error ? <ErrorBox error={join.error} /> : null}
          <PasswordInput
            label={t.profile.fresh}
            description={t.setup.passwordHelp}
            value={password}
            onChange={(e) => setPassword(e.currentTarget.value)}
            autoComplete="new-password"
            required
            minLength={12}
            autoFocus
            error={fieldError(join.error, 'password')}
            visibilityToggleButtonProps={{ 'aria-label': t.signIn.show }}
          />
          <Button type="submit" loading={join.isPending} disabled={!token}>
            {t.owner.join.submit}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
