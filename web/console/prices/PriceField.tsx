/** One price of a draft. Saved on Enter or when left; a price somebody else set meanwhile is shown, not overwritten. */
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call, problemOf } from '../../client.ts';
import type { Condition, PriceCell, PriceRow } from '../../contract/catalog.ts';
import { amountField, readAmount } from '../parts/format.ts';
import { useTexts } from '../texts.tsx';
import css from './Prices.module.css';

type FieldProps = {
  versionId: string;
  currency: string;
  row: PriceRow;
  condition: Condition;
  index: number;
};

/** The price's version now, when the server refused because it had moved on. */
function versionNow(error: unknown): number | null {
  const version = problemOf(error)?.more?.['current_version'];
  return typeof version === 'number' ? version : null;
}

export function PriceField({ versionId, currency, row, condition, index }: FieldProps) {
  const t = useTexts();
  const first = row.prices[condition];
  const known = useRef<PriceCell>(first);
  const [text, setText] = useState(amountField(first.amount));
  const [says, setSays] = useState('');
  /** What is on its way: Enter moves the focus on, and leaving the field must not send the same again. */
  const sent = useRef<string | null>(null);
  const save = useMutation({
    mutationFn: (amount_minor: number | null) =>
      call<PriceCell>('PUT', `/api/price-versions/${versionId}/prices/${row.variant_id}/${condition}`, {
        body: { amount_minor },
        version: known.current.version,
      }),
    onSuccess: (cell) => {
      known.current = cell;
      setText(amountField(cell.amount));
      setSays('');
    },
    onSettled: () => {
      sent.current = null;
    },
    onError: (error) => {
      const version = versionNow(error);
      if (version === null) setSays(problemOf(error)?.detail ?? t.errors.title);
      else {
        known.current = { ...known.current, version };
        setSays(t.prices.changedMeanwhile);
      }
    },
  });
  const commit = () => {
    const amount = text.trim() === '' ? null : readAmount(text, currency);
    if (text.trim() !== '' && !amount) {
      setSays(t.prices.notAmount);
      return;
    }
    if ((amount?.minor ?? null) === (known.current.amount?.minor ?? null)) {
      setSays('');
      return;
    }
    if (sent.current === text) return;
    sent.current = text;
    save.mutate(amount?.minor ?? null);
  };
  const state = says ? 'bad' : save.isPending ? 'saving' : save.isSuccess ? 'saved' : undefined;
  return (
    <>
      <input
        className={css.cell}
        data-state={state}
        data-cell={`${condition} ${index}`}
        value={text}
        inputMode="decimal"
        aria-label={t.prices.cell(row.title, t.prices.conditions[condition])}
        aria-invalid={says !== ''}
        onChange={(e) => setText(e.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(e) => {
          const step = e.key === 'Enter' || e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0;
          if (step === 0) return;
          e.preventDefault();
          commit();
          document.querySelector<HTMLInputElement>(`[data-cell="${condition} ${index + step}"]`)?.select();
        }}
      />
      {says ? (
        <div className={css.cellSays} role="alert">
          {says}
        </div>
      ) : null}
    </>
  );
}
