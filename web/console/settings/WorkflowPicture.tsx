/** A workflow as a picture with live counts; the same as a table beneath. Touching a place shows its ways. */
import { SegmentedControl, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { PlaceCount, Workflow } from '../../contract/cases.ts';
import { useCounts } from '../board/data.ts';
import { filtersOf } from '../board/filters.ts';
import { useWorkflows } from '../moves/workflows.ts';
import { nameOf } from '../parts/format.ts';
import { stageTone } from '../parts/Mark.tsx';
import { DataTable, Panel, Shown } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import { drawWorkflow, type Box } from './picture.ts';
import css from './Settings.module.css';

function PlaceBox({
  box,
  count,
  on,
  onTouch,
}: {
  box: Box;
  count: PlaceCount | undefined;
  on: boolean;
  onTouch: (id: string | null) => void;
}) {
  const t = useTexts();
  return (
    <g
      onPointerEnter={() => onTouch(box.id)}
      onPointerLeave={() => onTouch(null)}
      data-tone={stageTone(box.stage, box.status)}
    >
      <rect
        x={box.x}
        y={box.y}
        width={box.w}
        height={box.h}
        rx={8}
        fill="var(--surface)"
        stroke={on ? 'var(--tone)' : 'var(--line-2)'}
        strokeWidth={on ? 2 : 1}
      />
      <rect x={box.x} y={box.y + 10} width={3} height={box.h - 20} rx={1.5} fill="var(--tone)" />
      <text x={box.x + 12} y={box.y + 20} fontSize={12.5} fontWeight={560}>
        {nameOf(t.workflow.statuses, box.status)}
      </text>
      <text x={box.x + 12} y={box.y + 36} fontSize={12} fill="var(--ink-2)" style={{ fill: 'var(--ink-2)' }}>
        {count ? t.board.items(count.count).replace(/^\S+/, t.board.count(count.count, count.capped)) : ''}
      </text>
    </g>
  );
}

function Drawing({ workflow, counts }: { workflow: Workflow; counts: PlaceCount[] | undefined }) {
  const t = useTexts();
  const picture = useMemo(() => drawWorkflow(workflow), [workflow]);
  const [touched, setTouched] = useState<string | null>(null);
  const touches = (id: string) =>
    touched !== null && (id.startsWith(`${touched}>`) || id.endsWith(`>${touched}`));
  return (
    <div
      className={css.picture}
      tabIndex={0}
      role="region"
      aria-label={nameOf(t.workflow.workflows, workflow.id)}
    >
      <svg
        width={picture.width}
        height={picture.height}
        role="img"
        aria-label={t.owner.settings.workflow.intro}
      >
        {picture.lanes.map((lane) => (
          <g key={lane.stage}>
            <rect x={lane.x} y={6} width={lane.w} height={lane.h} rx={11} fill="var(--surface-2)" />
            <text x={lane.x + 12} y={28} fontSize={13} fontWeight={640}>
              {nameOf(t.workflow.stages, lane.stage)}
            </text>
          </g>
        ))}
        {picture.curves.map((c) => (
          <path
            key={c.id}
            d={c.d}
            fill="none"
            stroke={touches(c.id) ? 'var(--accent-text)' : 'var(--ink-3)'}
            strokeWidth={touches(c.id) ? 2.2 : 1.2}
            strokeDasharray={c.person ? undefined : '4 4'}
            opacity={touched === null ? 0.42 : touches(c.id) ? 1 : 0.08}
          >
            <title>{c.moves.map((m) => nameOf(t.workflow.moves, m)).join(', ')}</title>
          </path>
        ))}
        {picture.boxes.map((box) => (
          <PlaceBox
            key={box.id}
            box={box}
            count={counts?.find((c) => c.stage === box.stage && c.status === box.status)}
            on={touched === box.id}
            onTouch={setTouched}
          />
        ))}
      </svg>
    </div>
  );
}

function MovesTable({ workflow }: { workflow: Workflow }) {
  const t = useTexts();
  const words = t.owner.settings.workflow;
  const place = (id: string) => {
    const [stage = '', status = ''] = id.split('/');
    if (id.startsWith('#') || id === 'start' || id === 'resume') return id;
    return `${nameOf(t.workflow.stages, stage)} · ${status === '*' ? t.words.all : nameOf(t.workflow.statuses, status)}`;
  };
  return (
    <DataTable
      label={words.table}
      head={
        <>
          <th>{words.move}</th>
          <th>{words.from}</th>
          <th>{words.to}</th>
        </>
      }
    >
      {workflow.moves.map((m, i) => (
        <tr key={`${m.id} ${i}`}>
          <td>{nameOf(t.workflow.moves, m.id)}</td>
          <td className="small">{m.from.map(place).join(', ')}</td>
          <td>{place(m.to)}</td>
        </tr>
      ))}
    </DataTable>
  );
}

export function WorkflowPicture() {
  const t = useTexts();
  const words = t.owner.settings.workflow;
  const query = useWorkflows();
  const [id, setId] = useState('buyback_mail_in');
  const counts = useCounts(filtersOf({ workflow: id }));
  return (
    <Shown query={query}>
      {(workflows) => {
        const workflow = workflows.find((w) => w.id === id) ?? workflows[0];
        if (!workflow) return null;
        return (
          <Stack gap="md">
            <p className="soft">
              {words.intro} {words.legend}
            </p>
            <SegmentedControl
              value={workflow.id}
              onChange={setId}
              data={workflows.map((w) => ({ value: w.id, label: nameOf(t.workflow.workflows, w.id) }))}
              aria-label={t.board.workflow}
              style={{ alignSelf: 'flex-start' }}
            />
            <Panel bare>
              <Drawing workflow={workflow} counts={counts.data?.counts} />
            </Panel>
            <Panel title={words.table} bare>
              <MovesTable workflow={workflow} />
            </Panel>
          </Stack>
        );
      }}
    </Shown>
  );
}
