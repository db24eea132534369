/** Which column is what: guessed by the server, corrected here, remembered under the source's name. */
import { Button, Group, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, get, patch } from '../../client.ts';
import type { Condition, ImportPreview, Mapping, PriceImport } from '../../contract/catalog.ts';
import moveCss from '../moves/Moves.module.css';
import { DataTable, ErrorBox, Note, Panel, Shown } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import css from './Prices.module.css';

const CONDITIONS: readonly Condition[] = ['flawless', 'good', 'damaged'];
const PLAIN = ['brand', 'storage', 'category', 'currency', 'date'] as const;

const NOTHING: Mapping = {
  shape: 'long',
  model: '',
  brand: null,
  storage: null,
  category: null,
  condition: null,
  price: null,
  prices: {},
  currency: null,
  date: null,
  only: null,
  conditions: {},
  rates: {},
};

type ColumnProps = {
  label: string;
  value: string | null | undefined;
  headings: string[];
  onPick: (heading: string | null) => void;
  required?: boolean;
};

function Column({ label, value, headings, onPick, required }: ColumnProps) {
  const t = useTexts();
  return (
    <NativeSelect
      label={label}
      required={required ?? false}
      value={value ?? ''}
      data={[{ value: '', label: t.prices.import.unused }, ...headings]}
      onChange={(e) => onPick(e.currentTarget.value || null)}
    />
  );
}

function ConditionWords({
  preview,
  value,
  set,
}: {
  preview: ImportPreview;
  value: Mapping;
  set: (part: Partial<Mapping>) => void;
}) {
  const t = useTexts();
  const words = t.prices.import;
  if (preview.conditions.length === 0) return null;
  return (
    <div>
      <h3>{words.words}</h3>
      <div className={moveCss.fields}>
        {preview.conditions.map(({ word, means }) => (
          <NativeSelect
            key={word}
            label={word}
            value={value.conditions[word.toLowerCase()] ?? means ?? ''}
            data={[
              { value: '', label: words.unknown },
              ...CONDITIONS.map((c) => ({ value: c, label: t.prices.conditions[c] })),
              { value: 'skip', label: words.skip },
            ]}
            onChange={(e) => {
              const to = e.currentTarget.value;
              const { [word.toLowerCase()]: _, ...rest } = value.conditions;
              const known = to === 'skip' ? 'skip' : CONDITIONS.find((c) => c === to);
              set({ conditions: known ? { ...rest, [word.toLowerCase()]: known } : rest });
            }}
          />
        ))}
      </div>
    </div>
  );
}

function Columns({
  preview,
  value,
  set,
}: {
  preview: ImportPreview;
  value: Mapping;
  set: (part: Partial<Mapping>) => void;
}) {
  const t = useTexts();
  const words = t.prices.import;
  const { headings } = preview;
  return (
    <div className={moveCss.fields}>
      <NativeSelect
        label={words.shape}
        value={value.shape}
        data={[
          { value: 'long', label: words.long },
          { value: 'wide', label: words.wide },
        ]}
        onChange={(e) => set({ shape: e.currentTarget.value === 'wide' ? 'wide' : 'long' })}
      />
      <Column
        label={words.fields.model}
        value={value.model}
        headings={headings}
        required
        onPick={(h) => set({ model: h ?? '' })}
      />
      {PLAIN.map((field) => (
        <Column
          key={field}
          label={words.fields[field]}
          value={value[field]}
          headings={headings}
          onPick={(h) => set({ [field]: h })}
        />
      ))}
      {value.shape === 'long' ? (
        <>
          <Column
            label={words.fields.condition}
            value={value.condition}
            headings={headings}
            onPick={(h) => set({ condition: h })}
          />
          <Column
            label={words.fields.price}
            value={value.price}
            headings={headings}
            required
            onPick={(h) => set({ price: h })}
          />
        </>
      ) : (
        CONDITIONS.map((c) => (
          <Column
            key={c}
            label={words.priceFor(t.prices.conditions[c])}
            value={value.prices[c]}
            headings={headings}
            onPick={(h) => {
              const { [c]: _, ...rest } = value.prices;
              set({ prices: h ? { ...rest, [c]: h } : rest });
            }}
          />
        ))
      )}
    </div>
  );
}

function Sample({ preview }: { preview: ImportPreview }) {
  const t = useTexts();
  return (
    <DataTable
      label={t.prices.import.preview}
      head={preview.headings.map((h, i) => (
        <th key={`${h} ${i}`}>{h}</th>
      ))}
    >
      {preview.rows.slice(0, 6).map((row, i) => (
        <tr key={i} className={css.sample}>
          {row.map((cell, k) => (
            <td key={k}>{cell}</td>
          ))}
        </tr>
      ))}
    </DataTable>
  );
}

export function MappingForm({ data, onKept }: { data: PriceImport; onKept: (fresh: PriceImport) => void }) {
  const t = useTexts();
  const words = t.prices.import;
  const [value, setValue] = useState<Mapping>(data.mapping ?? NOTHING);
  const [source, setSource] = useState(data.source ?? '');
  const set = (part: Partial<Mapping>) => setValue((v) => ({ ...v, ...part }));
  const preview = useQuery({
    queryKey: ['import-preview', data.id, data.version],
    queryFn: ({ signal }) => get<ImportPreview>(`/api/price-imports/${data.id}/preview`, undefined, signal),
  });
  const check = useMutation({
    mutationFn: async () => {
      const kept = await patch<PriceImport>(
        `/api/price-imports/${data.id}`,
        { mapping: value, currency: data.currency, source: source.trim() || null },
        data.version,
      );
      return await call<PriceImport>('POST', `/api/price-imports/${data.id}/check`, {
        body: {},
        version: kept.version,
      });
    },
    onSuccess: onKept,
  });
  const others = preview.data?.currencies.filter((c) => c !== data.currency) ?? [];
  return (
    <Shown query={preview} rows={8}>
      {(seen) => (
        <form
          onSubmit={(e) => {
            e.preventDefault();
            check.mutate();
          }}
        >
          <Stack gap="md">
            <Note tone={data.mapping ? undefined : 'warn'}>
              {data.mapping ? words.guessed : words.notGuessed}
            </Note>
            {check.error ? <ErrorBox error={check.error} /> : null}
            <Panel title={data.file_name}>
              <Stack gap="lg">
                <Columns preview={seen} value={value} set={set} />
                {value.shape === 'long' ? <ConditionWords preview={seen} value={value} set={set} /> : null}
                {others.length > 0 ? (
                  <div>
                    <h3>{words.rates}</h3>
                    <div className={moveCss.fields}>
                      {others.map((c) => (
                        <NumberInput
                          key={c}
                          label={`${c} → ${data.currency}`}
                          value={value.rates[c] ?? ''}
                          min={0}
                          decimalScale={6}
                          onChange={(n) => {
                            const { [c]: _, ...rest } = value.rates;
                            set({ rates: typeof n === 'number' && n > 0 ? { ...rest, [c]: n } : rest });
                          }}
                        />
                      ))}
                    </div>
                  </div>
                ) : null}
                <TextInput
                  label={`${words.source} (${t.words.optional})`}
                  description={words.sourceHelp}
                  value={source}
                  onChange={(e) => setSource(e.currentTarget.value)}
                  maxLength={120}
                  maw={420}
                />
              </Stack>
            </Panel>
            <Panel title={words.preview} bare>
              <Sample preview={seen} />
            </Panel>
            <Group>
              <Button type="submit" loading={check.isPending} disabled={!value.model}>
                {words.check}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Shown>
  );
}
