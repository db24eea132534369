import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../../client.ts';
import type { Credit } from '../../contract/money.ts';
import type { Money } from '../../contract/session.ts';
import caseCss from '../case/Case.module.css';
import { moneyText, nameOf, readAmount } from '../parts/format.ts';
import { Amount, When } from '../parts/Mark.tsx';
import { ErrorBox, Panel, Shown } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useSpeech } from '../texts.tsx';

function Spend({
  customerId,
  balances,
  onClose,
}: {
  customerId: string;
  balances: Money[];
  onClose: () => void;
}) {
  const { texts: t, locale } = useSpeech();
  const [currency, setCurrency] = useState(balances[0]?.currency ?? 'EUR');
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const amount = readAmount(text, currency);
  const spend = useMutation({
    mutationFn: () => post(`/api/customers/${customerId}/credit/spend`, { amount, note: note.trim() }),
    onSuccess: () => {
      say(t.money.credit.spent);
      onClose();
      return queries.invalidateQueries({ queryKey: ['credit', customerId] });
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.money.credit.spendTitle}
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      <form
        onSubmit={(e) => {
          e.preventDefault();
          if (amount) spend.mutate();
        }}
      >
        <Stack gap="md">
          {spend.error ? <ErrorBox error={spend.error} /> : null}
          <Group grow align="end">
            <TextInput
              label={t.money.credit.amount}
              value={text}
              onChange={(e) => setText(e.currentTarget.value)}
              inputMode="decimal"
              required
              data-autofocus
            />
            {balances.length > 1 ? (
              <NativeSelect
                aria-label={t.setup.currency}
                value={currency}
                data={balances.map((b) => b.currency)}
                onChange={(e) => setCurrency(e.currentTarget.value)}
              />
            ) : null}
          </Group>
          <TextInput
            label={t.money.credit.note}
            value={note}
            onChange={(e) => setNote(e.currentTarget.value)}
            required
            maxLength={500}
          />
          <Button
            type="submit"
            disabled={!amount || amount.minor === 0 || !note.trim()}
            loading={spend.isPending}
          >
            {t.money.credit.spendGo(moneyText(amount, locale))}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

/** A customer's balance with us, each entry, and spending it at the counter. */
export function CreditPanel({ customerId }: { customerId: string }) {
  const { texts: t } = useSpeech();
  const may = useMay();
  const [spending, setSpending] = useState(false);
  const query = useQuery({
    queryKey: ['credit', customerId],
    queryFn: ({ signal }) => get<Credit>(`/api/customers/${customerId}/credit`, undefined, signal),
    enabled: may('payout.view'),
  });
  if (!may('payout.view')) return null;
  const balances = query.data?.balances.filter((b) => b.minor > 0) ?? [];
  return (
    <Panel
      title={t.money.credit.title}
      actions={
        balances.length > 0 && may('payout.settle') ? (
          <Button size="compact-sm" variant="default" onClick={() => setSpending(true)}>
            {t.money.credit.spend}
          </Button>
        ) : undefined
      }
    >
      <Shown query={query} rows={2}>
        {(credit) =>
          credit.lines.length === 0 ? (
            <p className="soft">{t.money.credit.none}</p>
          ) : (
            <Stack gap="md">
              <div>
                {t.money.credit.balance}:{' '}
                {credit.balances.map((b) => (
                  <Amount key={b.currency} value={b} strong />
                ))}
              </div>
              <ul className={caseCss.plainList}>
                {credit.lines.map((l) => (
                  <li key={l.id} className={caseCss.row}>
                    <span>
                      {nameOf(t.desk.timeline.moneys, l.kind)} <span className="soft">{l.note}</span>
                    </span>
                    <Amount value={l.amount} />
                    <span className="small soft">
                      <When at={l.at} />
                    </span>
                  </li>
                ))}
              </ul>
            </Stack>
          )
        }
      </Shown>
      {spending ? (
        <Spend customerId={customerId} balances={balances} onClose={() => setSpending(false)} />
      ) : null}
    </Panel>
  );
}
