/** One ownership rule: its switch, its name, and the conditions that must all hold. */
import { ActionIcon, Checkbox, MultiSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../client.ts';
import type { Model } from '../../contract/catalog.ts';
import type { OwnershipRule } from '../../contract/holds.ts';
import type { List } from '../../contract/session.ts';
import { amountField, readAmount } from '../parts/format.ts';
import { useTexts } from '../texts.tsx';
import css from './Holds.module.css';

type RuleProps = {
  rule: OwnershipRule;
  currency: string;
  readOnly: boolean;
  onChange: (rule: OwnershipRule) => void;
  onRemove: () => void;
};

/** Chosen models by name; typing looks for more. */
function Models(p: { value: readonly string[]; readOnly: boolean; onChange: (ids: string[]) => void }) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const found = useQuery({
    queryKey: ['models', asked],
    queryFn: ({ signal }) => get<List<Model>>('/api/catalog/models', { q: asked, limit: 20 }, signal),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  });
  const options = new Map((found.data?.items ?? []).map((m) => [m.id, `${m.brand} ${m.name}`]));
  for (const id of p.value) if (!options.has(id)) options.set(id, names[id] ?? id);
  return (
    <MultiSelect
      label={t.holds.models}
      placeholder={p.value.length === 0 ? t.holds.modelsHelp : ''}
      data={[...options].map(([value, label]) => ({ value, label }))}
      value={[...p.value]}
      onChange={(ids) => {
        setNames({ ...names, ...Object.fromEntries(ids.map((id) => [id, options.get(id) ?? id])) });
        p.onChange(ids);
      }}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      disabled={p.readOnly}
      hidePickedOptions
    />
  );
}

export function RuleFields({ rule, currency, readOnly, onChange, onRemove }: RuleProps) {
  const t = useTexts();
  const set = (when: OwnershipRule['when']) => onChange({ ...rule, when: { ...rule.when, ...when } });
  const number = (value: string | number) => (typeof value === 'number' ? value : undefined);
  const amount = rule.when.above_minor;
  return (
    <li className={css.rule}>
      <div className={css.fields}>
        <TextInput
          label={t.holds.name}
          value={rule.name}
          onChange={(e) => onChange({ ...rule, name: e.currentTarget.value })}
          maxLength={80}
          disabled={readOnly}
        />
        <Switch
          label={t.holds.on}
          checked={rule.on}
          onChange={(e) => onChange({ ...rule, on: e.currentTarget.checked })}
          disabled={readOnly}
        />
        <Checkbox
          label={t.holds.likeNew}
          checked={rule.when.like_new ?? false}
          onChange={(e) => set({ like_new: e.currentTarget.checked || undefined })}
          disabled={readOnly}
        />
        <NumberInput
          label={t.holds.months}
          value={rule.when.released_within_months ?? ''}
          onChange={(v) => set({ released_within_months: number(v) })}
          min={1}
          max={120}
          allowDecimal={false}
          disabled={readOnly}
        />
        <TextInput
          label={`${t.holds.above} (${currency})`}
          defaultValue={amount === undefined ? '' : amountField({ minor: amount, currency })}
          onBlur={(e) => set({ above_minor: readAmount(e.currentTarget.value, currency)?.minor })}
          inputMode="decimal"
          disabled={readOnly}
        />
        <NumberInput
          label={t.holds.percent}
          value={rule.when.spot_check_percent ?? ''}
          onChange={(v) => set({ spot_check_percent: number(v) })}
          min={0}
          max={100}
          disabled={readOnly}
        />
        <Models
          value={rule.when.model_ids ?? []}
          readOnly={readOnly}
          onChange={(ids) => set({ model_ids: ids.length > 0 ? ids : undefined })}
        />
        {readOnly ? null : (
          <ActionIcon variant="default" size="lg" aria-label={t.holds.removeRule} onClick={onRemove}>
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </div>
    </li>
  );
}
