/** Name, contact, how long each step may take, and the shop's rules. */
import { Button, Checkbox, Group, NativeSelect, NumberInput, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, patch, problemOf } from '../../client.ts';
import type { Method, Shop, ShopSettings as Settings, Silence } from '../../contract/session.ts';
import { fieldError } from '../parts/fields.ts';
import { amountField, nameOf, readAmount } from '../parts/format.ts';
import { ErrorBox, Note, Panel, Shown } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import moveCss from '../moves/Moves.module.css';

const DAYS = [
  'quote_valid_days',
  'confirm_days',
  'ship_by_days',
  'visit_days',
  'pre_check_days',
  'inspect_days',
  'revised_offer_days',
  'payout_days',
  'send_back_days',
] as const;
const METHODS: readonly Method[] = ['bank', 'paypal', 'store_credit', 'cash'];
const SILENCES: readonly Silence[] = ['send_back', 'accept', 'hold'];

function Methods({
  label,
  value,
  onChange,
  without,
}: {
  label: string;
  value: Method[];
  onChange: (v: Method[]) => void;
  without?: Method;
}) {
  const t = useTexts();
  return (
    <Checkbox.Group
      label={label}
      value={value}
      onChange={(v) => onChange(METHODS.filter((m) => v.includes(m)))}
    >
      <Group gap="md" mt={6}>
        {METHODS.filter((m) => m !== without).map((m) => (
          <Checkbox key={m} value={m} label={t.workflow.payoutKinds[m]} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

function Rules({
  value,
  currency,
  channelError,
  set,
}: {
  value: Settings;
  currency: string;
  channelError: string | undefined;
  set: (part: Partial<Settings>) => void;
}) {
  const t = useTexts();
  const words = t.owner.settings.shop;
  const [limit, setLimit] = useState(
    value.payout_release_above_minor === null
      ? ''
      : amountField({ minor: value.payout_release_above_minor, currency }),
  );
  return (
    <Stack gap="md">
      <div className={moveCss.fields}>
        <NativeSelect
          label={words.pay}
          value={value.pay_items}
          data={[
            { value: 'together', label: words.payTogether },
            { value: 'as_ready', label: words.payReady },
          ]}
          onChange={(e) => set({ pay_items: e.currentTarget.value === 'as_ready' ? 'as_ready' : 'together' })}
        />
        <NativeSelect
          label={words.silence}
          value={value.silence}
          data={SILENCES.map((s) => ({ value: s, label: nameOf(t.workflow.silence, s) }))}
          onChange={(e) => set({ silence: SILENCES.find((s) => s === e.currentTarget.value) ?? 'send_back' })}
        />
        <TextInput
          label={`${words.releaseAbove} (${currency})`}
          value={limit}
          inputMode="decimal"
          onChange={(e) => {
            setLimit(e.currentTarget.value);
            const amount = readAmount(e.currentTarget.value, currency);
            set({ payout_release_above_minor: amount?.minor ?? null });
          }}
        />
      </div>
      <Methods
        label={words.methodsMail}
        value={value.payout_methods.mail_in}
        without="cash"
        onChange={(mail_in) => set({ payout_methods: { ...value.payout_methods, mail_in } })}
      />
      <Methods
        label={words.methodsStore}
        value={value.payout_methods.in_store}
        onChange={(in_store) => set({ payout_methods: { ...value.payout_methods, in_store } })}
      />
      <Switch
        label={words.twoFactor}
        checked={value.two_factor_for_money}
        onChange={(e) => set({ two_factor_for_money: e.currentTarget.checked })}
      />
      <Switch
        label={t.connections.shop.fourEyes}
        checked={value.ownership_four_eyes}
        onChange={(e) => set({ ownership_four_eyes: e.currentTarget.checked })}
      />
      <TextInput
        label={t.connections.shop.channel}
        description={t.connections.shop.channelHelp}
        value={value.chat_channel}
        maw={320}
        required
        maxLength={81}
        onChange={(e) => set({ chat_channel: e.currentTarget.value })}
        error={channelError}
      />
    </Stack>
  );
}

function ShopForm({ shop }: { shop: Shop }) {
  const t = useTexts();
  const may = useMay();
  const words = t.owner.settings.shop;
  const [value, setValue] = useState(shop);
  const set = (part: Partial<Shop>) => setValue((v) => ({ ...v, ...part }));
  const setRules = (part: Partial<Settings>) =>
    setValue((v) => ({ ...v, settings: { ...v.settings, ...part } }));
  const save = useMutation({
    mutationFn: () =>
      patch<Shop>(
        '/api/shop',
        {
          name: value.name,
          email: value.email || null,
          phone: value.phone || null,
          settings: value.settings,
        },
        value.version,
      ),
    onSuccess: (fresh) => {
      queries.setQueryData(['shop'], fresh);
      set({ version: fresh.version });
      say(words.saved);
    },
    onError: async (error) => {
      if (problemOf(error)?.status !== 412) return;
      const fresh = await get<Shop>('/api/shop');
      set({ version: fresh.version });
    },
  });
  const stale = problemOf(save.error)?.status === 412;
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      <fieldset disabled={!may('settings.edit')} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
        <Stack gap="md">
          {stale ? (
            <Note tone="warn">
              {t.errors.stale} {t.errors.staleKept}
            </Note>
          ) : save.error ? (
            <ErrorBox error={save.error} />
          ) : null}
          <Panel title={t.owner.settings.tabs.shop}>
            <div className={moveCss.fields}>
              <TextInput
                label={words.name}
                value={value.name}
                onChange={(e) => set({ name: e.currentTarget.value })}
                required
                error={fieldError(save.error, 'name')}
              />
              <TextInput
                label={words.email}
                type="email"
                value={value.email ?? ''}
                onChange={(e) => set({ email: e.currentTarget.value })}
                error={fieldError(save.error, 'email')}
              />
              <TextInput
                label={words.phone}
                value={value.phone ?? ''}
                onChange={(e) => set({ phone: e.currentTarget.value })}
                error={fieldError(save.error, 'phone')}
              />
            </div>
          </Panel>
          <Panel title={words.days}>
            <Stack gap="sm">
              <p className="soft">{words.daysIntro}</p>
              <div className={moveCss.fields}>
                {DAYS.map((d) => (
                  <NumberInput
                    key={d}
                    label={words.names[d]}
                    value={value.settings[d]}
                    onChange={(n) => (typeof n === 'number' ? setRules({ [d]: n }) : undefined)}
                    min={1}
                    max={90}
                    allowDecimal={false}
                    suffix={` ${t.time.d(0).replace(/\d+\s*/, '')}`}
                    error={fieldError(save.error, d)}
                  />
                ))}
              </div>
            </Stack>
          </Panel>
          <Panel title={words.rules}>
            <Rules
              value={value.settings}
              currency={value.currency}
              channelError={fieldError(save.error, 'chat_channel')}
              set={setRules}
            />
          </Panel>
          {may('settings.edit') ? (
            <Group justify="flex-end">
              <Button type="submit" loading={save.isPending}>
                {t.words.save}
              </Button>
            </Group>
          ) : null}
        </Stack>
      </fieldset>
    </form>
  );
}

export function ShopSettings() {
  const query = useQuery({
    queryKey: ['shop'],
    queryFn: ({ signal }) => get<Shop>('/api/shop', undefined, signal),
    refetchOnWindowFocus: false,
  });
  return <Shown query={query}>{(shop) => <ShopForm shop={shop} />}</Shown>;
}
