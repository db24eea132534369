/** First run: the token from the terminal, the shop, the owner. Or a demo shop to look around in. */
import { Button, NativeSelect, PasswordInput, Progress, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { post } from '../../client.ts';
import type { DemoProgress, Locale, SetupInput } from '../../contract/session.ts';
import { fieldError } from '../parts/fields.ts';
import { nameOf } from '../parts/format.ts';
import { ErrorBox, Note, Shown } from '../parts/Panel.tsx';
import { queries } from '../queries.ts';
import { isLocale, useSpeech } from '../texts.tsx';
import { Door } from './Door.tsx';
import css from './Door.module.css';
import { setupQuery } from './me.ts';

const COUNTRIES: readonly (readonly [string, string])[] = [
  ['AT', 'EUR'],
  ['BE', 'EUR'],
  ['BG', 'EUR'],
  ['CH', 'CHF'],
  ['CZ', 'CZK'],
  ['DE', 'EUR'],
  ['DK', 'DKK'],
  ['ES', 'EUR'],
  ['FI', 'EUR'],
  ['FR', 'EUR'],
  ['GB', 'GBP'],
  ['GR', 'EUR'],
  ['HU', 'HUF'],
  ['IE', 'EUR'],
  ['IT', 'EUR'],
  ['LU', 'EUR'],
  ['NL', 'EUR'],
  ['NO', 'NOK'],
  ['PL', 'PLN'],
  ['PT', 'EUR'],
  ['RO', 'RON'],
  ['SE', 'SEK'],
  ['US', 'USD'],
];
const CURRENCIES = [...new Set(COUNTRIES.map(([, c]) => c))].toSorted();

function countryNames(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return COUNTRIES.map(([code]) => ({ value: code, label: names.of(code) ?? code })).toSorted((a, b) =>
    a.label.localeCompare(b.label, locale),
  );
}

function firstInput(locale: Locale): SetupInput {
  const region = new Intl.Locale(navigator.language).region ?? 'NL';
  const [country, currency] = COUNTRIES.find(([code]) => code === region) ?? ['NL', 'EUR'];
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const token =
    new URLSearchParams(location.hash.slice(1)).get('token') ??
    new URLSearchParams(location.search).get('token') ??
    '';
  return {
    token,
    shop_name: '',
    country,
    currency,
    locale,
    timezone: timeZone,
    owner_name: '',
    email: '',
    password: '',
  };
}

function DemoPeople({ at }: { at: DemoProgress }) {
  const { texts: t } = useSpeech();
  const navigate = useNavigate();
  return (
    <Stack gap="sm">
      <Note tone="good">{t.setup.demoDone}</Note>
      {at.password ? (
        <p>
          {t.setup.demoPassword} <code className="mono">{at.password}</code>
        </p>
      ) : null}
      <ul className={css.people}>
        {at.people.map((p) => (
          <li key={p.email}>
            <span className="mono small">{p.email}</span>{' '}
            <span className="soft small">{nameOf(t.workflow.roles, p.role)}</span>
          </li>
        ))}
      </ul>
      <Button
        onClick={() => {
          queries.clear();
          void navigate({ to: '/sign-in' });
        }}
      >
        {t.signIn.title}
      </Button>
    </Stack>
  );
}

function Demo({ token, started, onStart }: { token: string; started: boolean; onStart: () => void }) {
  const { texts: t } = useSpeech();
  const start = useMutation({
    mutationFn: () => post('/api/setup/demo', { token: token.trim() }),
    onSuccess: onStart,
  });
  const progress = useQuery({
    queryKey: ['demo'],
    queryFn: () => post<DemoProgress>('/api/setup/demo/progress', { token: token.trim() }),
    enabled: started,
    refetchInterval: (q) =>
      q.state.data?.state === 'done' || q.state.data?.state === 'failed' ? false : 600,
  });
  const at = progress.data;
  const running = started && at?.state !== 'done' && at?.state !== 'failed';
  return (
    <div className={css.or}>
      <h2>{t.setup.or}</h2>
      <p className="soft">{t.setup.demoText}</p>
      {start.error ? <ErrorBox error={start.error} /> : null}
      {progress.error ? <ErrorBox error={progress.error} /> : null}
      {at?.state === 'failed' ? <Note tone="warn">{at.failure ?? t.errors.title}</Note> : null}
      {running ? (
        <div role="status">
          <p className="num">
            {t.setup.demoRunning} {at?.of ? t.setup.demoProgress(at.done, at.of) : ''}
          </p>
          <Progress value={at?.of ? (at.done / at.of) * 100 : 4} animated aria-label={t.setup.demoRunning} />
        </div>
      ) : null}
      {at?.state === 'done' ? (
        <DemoPeople at={at} />
      ) : (
        <Button
          variant="default"
          onClick={() => start.mutate()}
          loading={start.isPending || running}
          disabled={!token.trim()}
        >
          {t.setup.demo}
        </Button>
      )}
    </div>
  );
}

function ShopFields({
  value,
  set,
  error,
}: {
  value: SetupInput;
  set: (part: Partial<SetupInput>) => void;
  error: unknown;
}) {
  const { texts: t, locale, speak } = useSpeech();
  return (
    <fieldset className={css.set}>
      <legend className={css.legend}>{t.setup.shop}</legend>
      <div className={css.grid}>
        <TextInput
          className={css.span}
          label={t.setup.shopName}
          value={value.shop_name}
          onChange={(e) => set({ shop_name: e.currentTarget.value })}
          error={fieldError(error, 'shop_name')}
          required
          autoComplete="organization"
        />
        <NativeSelect
          label={t.setup.country}
          value={value.country}
          data={countryNames(locale)}
          onChange={(e) => {
            const country = e.currentTarget.value;
            set({ country, currency: COUNTRIES.find(([c]) => c === country)?.[1] ?? value.currency });
          }}
        />
        <NativeSelect
          label={t.setup.currency}
          value={value.currency}
          data={CURRENCIES}
          onChange={(e) => set({ currency: e.currentTarget.value })}
        />
        <NativeSelect
          label={t.setup.language}
          value={value.locale}
          data={Object.entries(t.workflow.languages).map(([v, label]) => ({ value: v, label }))}
          onChange={(e) => {
            const to = e.currentTarget.value;
            if (!isLocale(to)) return;
            set({ locale: to });
            speak(to);
          }}
        />
        <NativeSelect
          label={t.setup.timezone}
          value={value.timezone}
          data={[...new Set([value.timezone, ...Intl.supportedValuesOf('timeZone')])]}
          onChange={(e) => set({ timezone: e.currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}

function SetupForm() {
  const { texts: t, locale } = useSpeech();
  const navigate = useNavigate();
  const [value, setValue] = useState(() => firstInput(locale));
  const set = (part: Partial<SetupInput>) => setValue((v) => ({ ...v, ...part }));
  const open = useMutation({
    mutationFn: () => post('/api/setup', { ...value, token: value.token.trim() }),
    onSuccess: () => {
      queries.clear();
      void navigate({ to: '/board' });
    },
  });
  const [demo, setDemo] = useState(false);
  const setup = useQuery({ ...setupQuery, enabled: !demo });
  return (
    <Door
      wide
      below={
        setup.data?.demo_available || demo ? (
          <Demo token={value.token} started={demo} onStart={() => setDemo(true)} />
        ) : null
      }
    >
      <form
        onSubmit={(e) => {
          e.preventDefault();
          open.mutate();
        }}
      >
        <Stack gap="lg">
          <div>
            <h1>{t.setup.title}</h1>
            <p className="soft">{t.setup.intro}</p>
          </div>
          {open.error ? <ErrorBox error={open.error} /> : null}
          <TextInput
            label={t.setup.token}
            description={t.setup.tokenHelp}
            value={value.token}
            onChange={(e) => set({ token: e.currentTarget.value })}
            required
            autoComplete="off"
            className="mono"
            error={fieldError(open.error, 'token')}
          />
          <ShopFields value={value} set={set} error={open.error} />
          <fieldset className={css.set}>
            <legend className={css.legend}>{t.setup.owner}</legend>
            <div className={css.grid}>
              <TextInput
                className={css.span}
                label={t.setup.ownerName}
                value={value.owner_name}
                onChange={(e) => set({ owner_name: e.currentTarget.value })}
                required
                autoComplete="name"
                error={fieldError(open.error, 'owner_name')}
              />
              <TextInput
                label={t.signIn.email}
                type="email"
                value={value.email}
                onChange={(e) => set({ email: e.currentTarget.value })}
                required
                autoComplete="username"
                error={fieldError(open.error, 'email')}
              />
              <PasswordInput
                label={t.signIn.password}
                description={t.setup.passwordHelp}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                value={value.password}
                onChange={(e) => set({ password: e.currentTarget.value })}
                required
                autoComplete="new-password"
                minLength={12}
                error={fieldError(open.error, 'password')}
                visibilityToggleButtonProps={{ 'aria-label': t.signIn.show }}
              />
            </div>
          </fieldset>
          <Button type="submit" size="md" loading={open.isPending}>
            {t.setup.submit}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}

export function SetupPage() {
  const { texts: t } = useSpeech();
  const setup = useQuery(setupQuery);
  if (setup.data?.needed) return <SetupForm />;
  return (
    <Door>
      <Shown query={setup}>
        {() => (
          <Stack>
            <h1>{t.setup.done}</h1>
            <Link to="/sign-in">{t.signIn.title}</Link>
          </Stack>
        )}
      </Shown>
    </Door>
  );
}
