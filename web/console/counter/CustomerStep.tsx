/** Who brings the devices, where, and how they want to be paid; then everything is checked in at once. */
import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../../client.ts';
import type { Case, PayoutKind } from '../../contract/cases.ts';
import type { Customer, List, Locale } from '../../contract/session.ts';
import { useLocations } from '../board/data.ts';
import moveCss from '../moves/Moves.module.css';
import { keepCase } from '../moves/run.ts';
import { fieldError } from '../parts/fields.ts';
import { ErrorBox, Note, Panel } from '../parts/Panel.tsx';
import { useMe } from '../session/me.ts';
import { isLocale, useSpeech } from '../texts.tsx';
import css from './Counter.module.css';
import type { Device } from './DeviceList.tsx';

type Draft = {
  name: string;
  email: string;
  phone: string;
  locale: Locale;
  location_id: string;
  kind: PayoutKind | '';
  holder: string;
  iban: string;
  paypal_email: string;
};

function KnownCustomer({ onPick }: { onPick: (customer: Customer) => void }) {
  const { texts: t } = useSpeech();
  const [q, setQ] = useState('');
  const [asked] = useDebouncedValue(q.trim(), 200);
  const query = useQuery({
    queryKey: ['customers', 'known', asked],
    queryFn: ({ signal }) => get<List<Customer>>('/api/customers', { q: asked, limit: 5 }, signal),
    enabled: asked.length >= 3,
  });
  return (
    <div>
      <TextInput
        label={t.bench.walkIn.known}
        placeholder={t.bench.walkIn.knownPlaceholder}
        value={q}
        onChange={(e) => setQ(e.currentTarget.value)}
        autoFocus
        autoComplete="off"
      />
      {asked.length >= 3 && query.data && query.data.items.length > 0 ? (
        <ul className={css.models}>
          {query.data.items.map((c) => (
            <li key={c.id}>
              <button
                type="button"
                className={css.model}
                onClick={() => {
                  onPick(c);
                  setQ('');
                }}
              >
                <span>{c.name}</span>
                <span className="small soft">{c.email}</span>
                <span className="small soft num">{c.phone}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function payoutOf(d: Draft) {
  if (!d.kind) return null;
  return {
    kind: d.kind,
    ...(d.kind === 'bank' ? { holder: d.holder.trim() || d.name.trim(), iban: d.iban.trim() } : {}),
    ...(d.kind === 'paypal' ? { paypal_email: d.paypal_email.trim() } : {}),
  };
}

const KINDS: readonly PayoutKind[] = ['cash', 'store_credit', 'bank', 'paypal'];

function PayoutChoice({
  draft,
  set,
  error,
}: {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  error: unknown;
}) {
  const { texts: t } = useSpeech();
  return (
    <div>
      <div id="pay-by">{t.bench.walkIn.payNow}</div>
      <div className={moveCss.choices} role="radiogroup" aria-labelledby="pay-by">
        {KINDS.map((k) => (
          <button
            key={k}
            type="button"
            role="radio"
            aria-checked={draft.kind === k}
            className={moveCss.choice}
            onClick={() => set({ kind: k })}
          >
            {t.workflow.payoutKinds[k]}
          </button>
        ))}
        <button
          type="button"
          role="radio"
          aria-checked={draft.kind === ''}
          className={moveCss.choice}
          onClick={() => set({ kind: '' })}
        >
          {t.bench.walkIn.later}
        </button>
      </div>
      {draft.kind === 'bank' ? (
        <div className={moveCss.fields}>
          <TextInput
            label={t.desk.payout.iban}
            value={draft.iban}
            onChange={(e) => set({ iban: e.currentTarget.value.toUpperCase() })}
            required
            autoComplete="off"
            className="mono"
            error={fieldError(error, 'iban')}
          />
          <TextInput
            label={t.desk.payout.holder}
            value={draft.holder || draft.name}
            onChange={(e) => set({ holder: e.currentTarget.value })}
            error={fieldError(error, 'holder')}
          />
        </div>
      ) : null}
      {draft.kind === 'paypal' ? (
        <TextInput
          label={t.desk.payout.paypal}
          type="email"
          value={draft.paypal_email}
          onChange={(e) => set({ paypal_email: e.currentTarget.value })}
          required
          error={fieldError(error, 'paypal_email')}
        />
      ) : null}
    </div>
  );
}

export function CustomerStep({ devices, onMade }: { devices: Device[]; onMade: (made: Case) => void }) {
  const { texts: t, locale } = useSpeech();
  const words = t.bench.walkIn;
  const me = useMe();
  const stores = useLocations().data?.items.filter((l) => l.active) ?? [];
  const [draft, setDraft] = useState<Draft>({
    name: '',
    email: '',
    phone: '',
    locale,
    location_id: me?.location?.id ?? '',
    kind: 'cash',
    holder: '',
    iban: '',
    paypal_email: '',
  });
  const set = (part: Partial<Draft>) => setDraft((d) => ({ ...d, ...part }));
  const store = draft.location_id || stores[0]?.id || '';
  const waits = devices.some((d) => !d.price);
  const make = useMutation({
    mutationFn: () =>
      post<Case>('/api/offers/walk-in', {
        items: devices.map((d) => d.input),
        contact: { name: draft.name.trim(), email: draft.email.trim(), phone: draft.phone.trim() || null },
        location_id: store,
        locale: draft.locale,
        payout: payoutOf(draft),
        check_in: !waits,
      }),
    onSuccess: (made) => {
      keepCase(made);
      onMade(made);
    },
  });
  return (
    <Panel title={words.steps.customer}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          make.mutate();
        }}
      >
        <Stack gap="md">
          <KnownCustomer
            onPick={(c) =>
              set({ name: c.name, email: c.email ?? '', phone: c.phone ?? '', locale: c.locale })
            }
          />
          {make.error ? <ErrorBox error={make.error} /> : null}
          <div className={moveCss.fields}>
            <TextInput
              label={t.desk.customer.name}
              value={draft.name}
              onChange={(e) => set({ name: e.currentTarget.value })}
              required
              error={fieldError(make.error, 'name')}
            />
            <TextInput
              label={t.desk.customer.email}
              type="email"
              value={draft.email}
              onChange={(e) => set({ email: e.currentTarget.value })}
              required
              error={fieldError(make.error, 'email')}
            />
            <TextInput
              label={`${t.desk.customer.phone} (${t.words.optional})`}
              type="tel"
              value={draft.phone}
              onChange={(e) => set({ phone: e.currentTarget.value })}
              error={fieldError(make.error, 'phone')}
            />
            <NativeSelect
              label={words.language}
              value={draft.locale}
              data={Object.entries(t.workflow.languages).map(([value, label]) => ({ value, label }))}
              onChange={(e) =>
                isLocale(e.currentTarget.value) ? set({ locale: e.currentTarget.value }) : undefined
              }
            />
            {stores.length > 1 ? (
              <NativeSelect
                label={words.store}
                value={store}
                data={stores.map((s) => ({ value: s.id, label: s.name }))}
                onChange={(e) => set({ location_id: e.currentTarget.value })}
              />
            ) : null}
          </div>
          {stores.length === 0 ? <Note tone="warn">{words.noStore}</Note> : null}
          <PayoutChoice draft={draft} set={set} error={make.error} />
          <div>
            <Button
              type="submit"
              size="md"
              loading={make.isPending}
              disabled={!store || devices.length === 0}
            >
              {words.checkIn}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
