/** Importing a price list: file, columns, a check that changes nothing, then the prices. */
import { Button, Checkbox, FileInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { get, upload } from '../../client.ts';
import type { PriceImport } from '../../contract/catalog.ts';
import type { List } from '../../contract/session.ts';
import caseCss from '../case/Case.module.css';
import { Ago } from '../parts/Mark.tsx';
import { ErrorBox, Panel, Shown } from '../parts/Panel.tsx';
import { queries } from '../queries.ts';
import { useTexts } from '../texts.tsx';
import { ImportResult } from './ImportResult.tsx';
import { MappingForm } from './MappingForm.tsx';
import css from './Prices.module.css';
import { PricesFrame } from './PricesFrame.tsx';

function UploadForm({ onDone }: { onDone: (made: PriceImport) => void }) {
  const t = useTexts();
  const words = t.prices.import;
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState('');
  const [addModels, setAddModels] = useState(false);
  const send = useMutation({
    mutationFn: (chosen: File) =>
      upload<PriceImport>('/api/price-imports', chosen, {
        file_name: chosen.name,
        source: source.trim(),
        add_models: addModels,
      }),
    onSuccess: onDone,
  });
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        if (file) send.mutate(file);
      }}
    >
      <Stack gap="md" maw={460}>
        {send.error ? <ErrorBox error={send.error} /> : null}
        <FileInput
          label={words.file}
          value={file}
          onChange={setFile}
          accept=".csv,text/csv,text/plain"
          required
          clearable
          placeholder="prices.csv"
        />
        <TextInput
          label={`${words.source} (${t.words.optional})`}
          description={words.sourceHelp}
          value={source}
          onChange={(e) => setSource(e.currentTarget.value)}
          maxLength={120}
        />
        <Checkbox
          label={words.addModels}
          checked={addModels}
          onChange={(e) => setAddModels(e.currentTarget.checked)}
        />
        <div>
          <Button type="submit" disabled={!file} loading={send.isPending}>
            {words.upload}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function Recent({ onOpen }: { onOpen: (id: string) => void }) {
  const t = useTexts();
  const query = useQuery({
    queryKey: ['price-imports'],
    queryFn: ({ signal }) => get<List<PriceImport>>('/api/price-imports', undefined, signal),
  });
  if (!query.data || query.data.items.length === 0) return null;
  return (
    <Panel title={t.prices.import.recent}>
      <ul className={caseCss.plainList}>
        {query.data.items.slice(0, 8).map((i) => (
          <li key={i.id} className={caseCss.row}>
            <button className={caseCss.linkish} onClick={() => onOpen(i.id)}>
              {i.file_name} {i.source ? `(${i.source})` : ''}
            </button>
            <span className="soft small">{t.prices.import.states[i.state]}</span>
            <span className="soft small">
              <Ago at={i.created_at} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Which step an import is at: its own state, unless its columns are being changed again. */
function stepOf(found: PriceImport | undefined, mapping: boolean): number {
  if (!found) return 0;
  if (found.state === 'applied') return 3;
  return mapping || found.state === 'uploaded' ? 1 : 2;
}

function OneImport({ id, onAgain }: { id: string; onAgain: () => void }) {
  const t = useTexts();
  const [mapping, setMapping] = useState(false);
  const query = useQuery({
    queryKey: ['price-import', id],
    queryFn: ({ signal }) => get<PriceImport>(`/api/price-imports/${id}`, undefined, signal),
    refetchInterval: (q) => (['checking', 'applying'].includes(q.state.data?.state ?? '') ? 500 : false),
  });
  const keep = (fresh: PriceImport) => {
    queries.setQueryData(['price-import', id], fresh);
    setMapping(false);
  };
  const step = stepOf(query.data, mapping);
  return (
    <Stack gap="md">
      <ol className={css.steps}>
        {t.prices.import.steps.map((name, i) => (
          <li key={name} aria-current={i === step ? 'step' : undefined}>
            {i + 1}. {name}
          </li>
        ))}
      </ol>
      <Shown query={query}>
        {(found) =>
          step === 1 ? (
            <MappingForm key={found.version} data={found} onKept={keep} />
          ) : (
            <ImportResult data={found} onChanged={keep} onBack={() => setMapping(true)} onAgain={onAgain} />
          )
        }
      </Shown>
    </Stack>
  );
}

export function ImportPage() {
  const t = useTexts();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const go = (id: string) => void navigate({ to: '/prices/import', search: id ? { id } : {} });
  const id = search['id'];
  return (
    <PricesFrame intro={t.prices.import.intro}>
      {id ? (
        <OneImport key={id} id={id} onAgain={() => go('')} />
      ) : (
        <>
          <Panel title={t.prices.import.title}>
            <UploadForm onDone={(made) => go(made.id)} />
          </Panel>
          <Recent onOpen={go} />
        </>
      )}
    </PricesFrame>
  );
}
