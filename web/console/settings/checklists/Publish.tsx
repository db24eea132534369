/** Publishing: with a note, checked by the server, and never silently over somebody else's version. */
import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf, put } from '../../../client.ts';
import type { ChecklistFault, PresentChecklist } from '../../../contract/inspection.ts';
import { Ask } from '../../parts/Ask.tsx';
import { ErrorBox, Panel } from '../../parts/Panel.tsx';
import { say } from '../../parts/Say.tsx';
import { queries } from '../../queries.ts';
import { useTexts } from '../../texts.tsx';
import { useFaultText } from './CheckFields.tsx';
import { bodyOf, faultsByRow, type Draft, type RowFaults } from './draft.ts';

function isFault(one: unknown): one is ChecklistFault {
  return typeof one === 'object' && one !== null && 'field' in one && 'code' in one;
}

function faultsOf(error: unknown): ChecklistFault[] {
  const found = problemOf(error);
  const all = found?.code === 'checklist_invalid' ? found.more?.['faults'] : [];
  return Array.isArray(all) ? all.filter(isFault) : [];
}

type PublishingProps = {
  category: string;
  draft: Draft;
  note: string;
  /** Rows the server found fault with, the first one first. */
  onFaults: (keys: string[]) => void;
};

/** Sends the draft; keeps what was refused, by row, until the row is changed. */
export function usePublishing({ category, draft, note, onFaults }: PublishingProps) {
  const t = useTexts();
  const [faults, setFaults] = useState<ReadonlyMap<string, RowFaults>>(new Map());
  const send = useMutation({
    mutationFn: (version: number) =>
      put<PresentChecklist>(
        `/api/checklists/${category}`,
        { body: bodyOf(draft), note: note.trim() || null },
        version,
      ),
    onSuccess: async (now) => {
      say(t.checklists.published(now.version));
      queries.setQueryData(['checklist', category], now);
      await queries.invalidateQueries({ queryKey: ['checklist-versions', category] });
    },
    onError: (error) => {
      const found = faultsByRow(draft, faultsOf(error));
      setFaults(found);
      if (found.size > 0) onFaults([...found.keys()]);
    },
  });
  return {
    send,
    faults,
    forget: (key: string) => setFaults(new Map([...faults].filter(([one]) => one !== key))),
    reset: () => {
      setFaults(new Map());
      send.reset();
    },
  };
}

function Stale({ category, version, publishing, onLook }: Omit<BoxProps, 'note'> & { version: number }) {
  const t = useTexts();
  const words = t.checklists;
  return (
    <Alert color="yellow" role="alert">
      <Stack gap="sm">
        <p>{words.stale(version)}</p>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => onLook(version)}>
            {words.staleLook(version)}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => void queries.invalidateQueries({ queryKey: ['checklist', category] })}
          >
            {words.staleTake}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={publishing.send.isPending}
            onClick={() => publishing.send.mutate(version)}
          >
            {words.staleOver}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

type BoxProps = {
  category: string;
  publishing: ReturnType<typeof usePublishing>;
  onLook: (version: number) => void;
};

type PublishProps = BoxProps & {
  /** The version the draft was begun from. */
  version: number;
  changed: boolean;
  note: string;
  onNote: (note: string) => void;
  onDiscard: () => void;
};

/** What the server said no to: at the fields themselves, or here where it is about the whole list. */
function Refused({ category, publishing, onLook }: BoxProps) {
  const t = useTexts();
  const inWords = useFaultText();
  const { error } = publishing.send;
  if (!error) return null;
  const newer = problemOf(error)?.more?.['current_version'];
  if (problemOf(error)?.code === 'stale_version' && typeof newer === 'number')
    return <Stale category={category} version={newer} publishing={publishing} onLook={onLook} />;
  const all = faultsOf(error);
  if (all.length === 0) return <ErrorBox error={error} />;
  const left = [...publishing.faults.values()].reduce((sum, row) => sum + Object.keys(row).length, 0);
  const whole = all.filter((one) => one.field === 'checks');
  if (left === 0 && whole.length === 0) return null;
  return (
    <Alert color="red" role="alert">
      {whole.map((one) => (
        <p key={one.code}>{inWords(one)}</p>
      ))}
      {left > 0 ? <p>{t.checklists.faults(left)}</p> : null}
    </Alert>
  );
}

export function PublishBox(p: PublishProps) {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const { send } = p.publishing;
  return (
    <Panel title={t.checklists.publish}>
      <Stack gap="sm">
        <TextInput
          label={`${t.checklists.note} (${t.words.optional})`}
          description={t.checklists.noteHelp}
          value={p.note}
          maxLength={500}
          onChange={(e) => p.onNote(e.currentTarget.value)}
        />
        <Refused category={p.category} publishing={p.publishing} onLook={p.onLook} />
        <Group gap="xs">
          <Button disabled={!p.changed} loading={send.isPending} onClick={() => send.mutate(p.version)}>
            {t.checklists.publish}
          </Button>
          {p.changed ? (
            <Button variant="default" onClick={() => setAsking(true)}>
              {t.checklists.discard}
            </Button>
          ) : null}
        </Group>
      </Stack>
      <Ask
        open={asking}
        title={t.checklists.discard}
        confirm={t.checklists.discard}
        danger
        onConfirm={() => {
          setAsking(false);
          p.onDiscard();
        }}
        onClose={() => setAsking(false)}
      >
        <p>{t.checklists.discardAsk}</p>
      </Ask>
    </Panel>
  );
}
