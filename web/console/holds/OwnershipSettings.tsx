/** When a proof of purchase is asked for: rules, tried on the past before they count. */
import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { get, post, put } from '../../client.ts';
import type { DryRun, OwnershipRule, SavedRules } from '../../contract/holds.ts';
import type { Shop } from '../../contract/session.ts';
import { ErrorBox, Note, Panel, Shown } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import { RuleFields } from './RuleFields.tsx';
import css from './Holds.module.css';

/** A short name nobody uses yet. */
function freshId(rules: readonly OwnershipRule[]): string {
  for (let n = rules.length + 1; ; n += 1) if (!rules.some((r) => r.id === `rule_${n}`)) return `rule_${n}`;
}

function Tried({ found }: { found: DryRun }) {
  const t = useTexts();
  return (
    <div role="status">
      <p>
        <strong>{t.holds.caught(found.caught, found.looked_at)}</strong>
      </p>
      <ul>
        {found.by_rule.map((one) => (
          <li key={one.id}>
            {one.name}: <span className="num">{one.count}</span>
          </li>
        ))}
      </ul>
      {found.examples.length > 0 ? (
        <details>
          <summary>{t.holds.examples}</summary>
          <ul>
            {found.examples.map((one) => (
              <li key={one.item_number}>
                <Link to="/cases/$ref" params={{ ref: one.reference }}>
                  {one.item_number} · {one.title}
                </Link>{' '}
                <span className="small soft">{one.rule}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function Editor({ saved, currency }: { saved: SavedRules; currency: string }) {
  const t = useTexts();
  const may = useMay()('settings.edit');
  const [rules, setRules] = useState<OwnershipRule[]>(saved.body.rules);
  const [days, setDays] = useState<number | string>(90);
  const tried = useMutation({
    mutationFn: () =>
      post<DryRun>('/api/ownership-rules/dry-run', { body: { rules }, days: Number(days) || 90 }),
  });
  const save = useMutation({
    mutationFn: () => put<SavedRules>('/api/ownership-rules', { rules }, saved.version),
    onSuccess: async () => {
      say(t.holds.saved);
      await queries.invalidateQueries({ queryKey: ['ownership-rules'] });
    },
  });
  const change = (at: number, rule: OwnershipRule) => setRules(rules.map((r, i) => (i === at ? rule : r)));
  return (
    <Stack gap="md">
      <p className="small soft">
        {t.holds.version} {saved.version === 0 ? `0 (${t.holds.first})` : saved.version}
      </p>
      <ul className={css.list}>
        {rules.map((rule, at) => (
          <RuleFields
            key={rule.id}
            rule={rule}
            currency={currency}
            readOnly={!may}
            onChange={(next) => change(at, next)}
            onRemove={() => setRules(rules.filter((_, i) => i !== at))}
          />
        ))}
      </ul>
      {may ? (
        <div>
          <Button
            variant="default"
            onClick={() =>
              setRules([...rules, { id: freshId(rules), name: '', on: true, when: { like_new: true } }])
            }
          >
            {t.holds.add}
          </Button>
        </div>
      ) : null}
      <Panel title={t.holds.tryIt}>
        <Group align="end" gap="sm">
          <NumberInput label={t.holds.days} value={days} onChange={setDays} min={1} max={3650} maw={180} />
          <Button variant="default" loading={tried.isPending} onClick={() => tried.mutate()}>
            {t.holds.tryGo}
          </Button>
        </Group>
        {tried.error ? <ErrorBox error={tried.error} /> : null}
        {tried.data ? <Tried found={tried.data} /> : null}
      </Panel>
      {save.error ? <ErrorBox error={save.error} /> : null}
      {may ? (
        <div>
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {t.holds.saveRules}
          </Button>
        </div>
      ) : null}
    </Stack>
  );
}

export function OwnershipSettings() {
  const t = useTexts();
  const shop = useQuery({ queryKey: ['shop'], queryFn: ({ signal }) => get<Shop>('/api/shop', {}, signal) });
  const rules = useQuery({
    queryKey: ['ownership-rules'],
    queryFn: ({ signal }) => get<SavedRules>('/api/ownership-rules', {}, signal),
  });
  return (
    <Panel title={t.holds.rules}>
      <Note>{t.holds.rulesIntro}</Note>
      <Shown query={rules}>
        {(saved) => <Editor key={saved.version} saved={saved} currency={shop.data?.currency ?? 'EUR'} />}
      </Shown>
    </Panel>
  );
}
