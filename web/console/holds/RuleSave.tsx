/** Saving a version of the rules: tried first where somebody wishes, and never silently over somebody else's. */
import { Alert, Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf, put } from '../../client.ts';
import type { OwnershipRules, SavedRules } from '../../contract/holds.ts';
import { Ask } from '../parts/Ask.tsx';
import { ErrorBox, Note, Panel } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useTexts } from '../texts.tsx';
import { isCounted, type Trying } from './RuleTry.tsx';

const KEY = ['ownership-rules', 'present'];

/** The version somebody else saved meanwhile, when that is why we were refused. */
function newerIn(error: unknown): number | null {
  const problem = problemOf(error);
  const current = problem?.code === 'stale_rules' ? problem.more?.['current'] : null;
  const version = typeof current === 'object' && current && 'version' in current ? current.version : null;
  return typeof version === 'number' ? version : null;
}

/** Sends the rules as based on a version. */
export function useSaving(body: OwnershipRules, onRefused: (error: unknown) => void) {
  const t = useTexts();
  return useMutation({
    mutationFn: (version: number) => put<SavedRules>('/api/ownership-rules', body, version),
    onSuccess: (now) => {
      say(t.holds.ruleEditor.inForce(now.version));
      queries.setQueryData(KEY, now);
      void queries.invalidateQueries({ queryKey: ['ownership-rules', 'versions'] });
      void queries.invalidateQueries({ queryKey: ['ownership-rules', 'choices'] });
    },
    onError: (error) => {
      if (newerIn(error) !== null)
        void queries.invalidateQueries({ queryKey: ['ownership-rules', 'versions'] });
      onRefused(error);
    },
  });
}

export type Saving = ReturnType<typeof useSaving>;

function Stale({ newer, saving, onLook }: { newer: number; saving: Saving; onLook: (n: number) => void }) {
  const words = useTexts().holds.ruleEditor;
  return (
    <Alert color="yellow" role="alert">
      <Stack gap="sm">
        <p>{words.stale(newer)}</p>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => onLook(newer)}>
            {words.look(newer)}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => void queries.invalidateQueries({ queryKey: ['ownership-rules'] })}
          >
            {words.staleTake}
          </Button>
          <Button size="xs" variant="default" loading={saving.isPending} onClick={() => saving.mutate(newer)}>
            {words.staleOver}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

type SaveProps = {
  version: number;
  body: OwnershipRules;
  changed: boolean;
  /** How many fields are at fault; those that cannot be read keep the rules from being sent. */
  faults: number;
  blocked: boolean;
  trying: Trying;
  saving: Saving;
  onLook: (version: number) => void;
  onDiscard: () => void;
};

/** What would be held, before it is: counted, or the offer to count. */
function Before({ trying, body, blocked }: Pick<SaveProps, 'trying' | 'body' | 'blocked'>) {
  const t = useTexts();
  const words = t.holds.ruleEditor;
  const tried = trying.ask.data;
  if (tried && isCounted(trying, body))
    return <Note tone="good">{words.tried(tried.found.caught, tried.found.looked_at)}</Note>;
  return (
    <Note>
      <Group gap="sm" justify="space-between">
        <span>{words.before}</span>
        <Button
          size="xs"
          variant="default"
          disabled={blocked}
          loading={trying.ask.isPending}
          onClick={() => trying.ask.mutate(body)}
        >
          {t.holds.tryIt}
        </Button>
      </Group>
    </Note>
  );
}

export function RuleSave(p: SaveProps) {
  const t = useTexts();
  const words = t.holds.ruleEditor;
  const [asking, setAsking] = useState(false);
  const newer = newerIn(p.saving.error);
  if (!p.changed) return null;
  return (
    <Panel title={words.unsaved}>
      <Stack gap="sm">
        <Before {...p} />
        {newer === null ? null : <Stale newer={newer} saving={p.saving} onLook={p.onLook} />}
        {p.saving.error && newer === null && p.faults === 0 ? <ErrorBox error={p.saving.error} /> : null}
        {p.faults > 0 ? (
          <Alert color="red" role="alert">
            {words.faults(p.faults)}
          </Alert>
        ) : null}
        {newer === null ? (
          <Group gap="xs">
            <Button
              disabled={p.blocked}
              loading={p.saving.isPending}
              onClick={() => p.saving.mutate(p.version)}
            >
              {t.holds.saveRules}
            </Button>
            <Button variant="default" onClick={() => setAsking(true)}>
              {words.discard}
            </Button>
          </Group>
        ) : null}
      </Stack>
      <Ask
        open={asking}
        title={words.discard}
        confirm={words.discard}
        danger
        onConfirm={() => {
          setAsking(false);
          p.onDiscard();
        }}
        onClose={() => setAsking(false)}
      >
        <p>{words.discardAsk}</p>
      </Ask>
    </Panel>
  );
}
