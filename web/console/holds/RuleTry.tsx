/** The rules as they stand on the screen, tried on devices of the past. */
import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { post } from '../../client.ts';
import type { DryRun, OwnershipRules } from '../../contract/holds.ts';
import { dayText } from '../parts/format.ts';
import { Pill } from '../parts/Mark.tsx';
import { DataTable, endCell, ErrorBox, Note, Panel } from '../parts/Panel.tsx';
import { useSpeech, useTexts } from '../texts.tsx';
import css from './RuleEditor.module.css';

type Tried = { found: DryRun; body: OwnershipRules };

/** Asks the server; remembers which rules it was asked about. */
export function useTrying(onRefused: (error: unknown) => void) {
  const [days, setDays] = useState<number | string>(90);
  const ask = useMutation({
    mutationFn: async (body: OwnershipRules): Promise<Tried> => ({
      body,
      found: await post<DryRun>('/api/ownership-rules/dry-run', { body, days: Number(days) }),
    }),
    onError: onRefused,
  });
  return { days, setDays, ask };
}

export type Trying = ReturnType<typeof useTrying>;

/** Whether what was counted is what would be saved now. */
export function isCounted(trying: Trying, body: OwnershipRules): boolean {
  return JSON.stringify(trying.ask.data?.body) === JSON.stringify(body);
}

function ByRule({ found, body }: Tried) {
  const t = useTexts();
  const words = t.holds.ruleEditor;
  return (
    <div>
      <h3 className={css.small}>{words.byRule}</h3>
      <ol className={css.counts}>
        {found.by_rule.map((one) => {
          const isOn = body.rules.find((rule) => rule.id === one.id)?.on;
          const share = found.looked_at > 0 ? (one.count / found.looked_at) * 100 : 0;
          return (
            <li key={one.id}>
              <span>
                {one.name}{' '}
                {isOn ? null : (
                  <Pill tone="grey" dot={false}>
                    {words.off}
                  </Pill>
                )}
              </span>
              <span className="num">{one.count}</span>
              <meter className={css.share} min={0} max={100} value={share} aria-label={one.name} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Examples({ found }: { found: DryRun }) {
  const { texts: t, locale } = useSpeech();
  const words = t.holds.ruleEditor;
  if (found.examples.length === 0) return null;
  const label =
    found.caught > found.examples.length
      ? `${t.holds.examples}: ${words.newest(found.examples.length)}`
      : t.holds.examples;
  return (
    <div>
      <h3 className={css.small}>{label}</h3>
      <DataTable
        label={label}
        head={
          <>
            <th>{words.device}</th>
            <th>{t.holds.rule}</th>
            <th className={endCell}>{words.day}</th>
          </>
        }
      >
        {found.examples.map((one) => (
          <tr key={one.item_number}>
            <td>
              <Link to="/cases/$ref" params={{ ref: one.reference }} target="_blank">
                {one.item_number}
              </Link>
              <br />
              {one.title}
            </td>
            <td>{one.rule}</td>
            <td className={endCell}>{dayText(one.at, locale)}</td>
          </tr>
        ))}
      </DataTable>
    </div>
  );
}

export function RuleTry({
  trying,
  body,
  blocked,
}: {
  trying: Trying;
  body: OwnershipRules;
  blocked: boolean;
}) {
  const t = useTexts();
  const words = t.holds.ruleEditor;
  const { days, setDays, ask } = trying;
  const fits = Number.isInteger(Number(days)) && Number(days) >= 1 && Number(days) <= 3650 && days !== '';
  return (
    <Panel title={t.holds.tryIt} id="try-rules">
      <Stack gap="md">
        <p className="small soft">{words.tryHelp}</p>
        <Group align="start" gap="sm">
          <NumberInput
            label={t.holds.days}
            value={days}
            onChange={setDays}
            error={fits ? undefined : words.badNumber(1, 3650)}
            min={1}
            max={3650}
            clampBehavior="none"
            allowDecimal={false}
            allowNegative={false}
            maw={170}
          />
          <Button
            className={css.beside}
            variant="default"
            disabled={!fits || blocked}
            loading={ask.isPending}
            onClick={() => ask.mutate(body)}
          >
            {t.holds.tryGo}
          </Button>
        </Group>
        {ask.error ? <ErrorBox error={ask.error} /> : null}
        <div role="status">
          {ask.data ? (
            <Stack gap="sm">
              {isCounted(trying, body) ? null : <Note tone="warn">{words.outdated}</Note>}
              <p className={css.caught}>
                <strong>{t.holds.caught(ask.data.found.caught, ask.data.found.looked_at)}</strong>
              </p>
              {ask.data.found.looked_at === 0 ? <p className="small soft">{words.noneThen}</p> : null}
              {ask.data.found.by_rule.length > 0 ? <ByRule {...ask.data} /> : null}
            </Stack>
          ) : null}
        </div>
        {ask.data ? <Examples found={ask.data.found} /> : null}
      </Stack>
    </Panel>
  );
}
