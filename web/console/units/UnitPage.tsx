/** The whole life of one physical device: every offer and return it was in, what was checked, whether we take it. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../../client.ts';
import type { Unit, UnitLife } from '../../contract/checks.ts';
import { CheckLines } from '../bench/CheckLine.tsx';
import { AddBlocked } from '../blocklist/AddBlocked.tsx';
import { dayText } from '../parts/format.ts';
import { Amount, Place } from '../parts/Mark.tsx';
import { DataTable, Empty, ErrorBox, Fact, Facts, Note, Page, Panel, Waiting } from '../parts/Panel.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useSpeech } from '../texts.tsx';

function Lives({ lives }: { lives: UnitLife[] }) {
  const { texts: t, locale } = useSpeech();
  const words = t.checks.unit;
  if (lives.length === 0) return <Empty>{words.livesNone}</Empty>;
  return (
    <DataTable
      label={words.lives}
      head={
        <>
          <th>{words.number}</th>
          <th>{words.device}</th>
          <th>{words.place}</th>
          <th>{words.customer}</th>
          <th>{words.price}</th>
          <th>{words.began}</th>
        </>
      }
    >
      {lives.map((one) => (
        <tr key={one.item_id}>
          <td>
            <Link
              to="/cases/$ref"
              params={{ ref: one.reference }}
              search={{ item: one.item_id }}
              className="num"
            >
              {one.item_number}
            </Link>
            <div className="small soft">{words.kinds[one.case_kind]}</div>
          </td>
          <td>{one.title}</td>
          <td>
            <Place stage={one.stage} status={one.status} />
          </td>
          <td>{one.customer_name}</td>
          <td>
            <Amount value={one.price} />
          </td>
          <td className="num">{dayText(one.created_at, locale)}</td>
        </tr>
      ))}
    </DataTable>
  );
}

function BlockState({ unit }: { unit: Unit }) {
  const { texts: t, locale } = useSpeech();
  const may = useMay();
  const words = t.checks.unit;
  const [adding, setAdding] = useState(false);
  const now = unit.blocked.filter((one) => !one.removed_at);
  const past = unit.blocked.filter((one) => one.removed_at);
  return (
    <>
      {now.map((one) => (
        <Note key={one.id} tone="warn">
          <strong>{words.blockedNow}</strong>
          <div>
            <span className="mono">{one.number}</span> {one.reason}
          </div>
        </Note>
      ))}
      {now.length === 0 ? <p>{words.notBlocked}</p> : null}
      {past.map((one) => (
        <p key={one.id} className="small soft">
          <span className="mono">{one.number}</span> {one.reason} ·{' '}
          {words.blockedThen(dayText(one.removed_at ?? '', locale))}
        </p>
      ))}
      {now.length === 0 && may('block_list.edit') ? (
        <Button mt="sm" size="xs" variant="default" onClick={() => setAdding(true)}>
          {words.block}
        </Button>
      ) : null}
      {adding ? (
        <AddBlocked
          number={unit.imei ?? unit.serial ?? ''}
          onClose={() => {
            setAdding(false);
            void queries.invalidateQueries({ queryKey: ['unit', unit.id] });
          }}
        />
      ) : null}
    </>
  );
}

export function UnitPage() {
  const { texts: t } = useSpeech();
  const { checks: all } = t;
  const words = all.unit;
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['unit', id],
    queryFn: ({ signal }) => get<Unit>(`/api/units/${id}`, undefined, signal),
  });
  const unit = query.data;
  if (!unit)
    return (
      <Page title={words.title}>
        {query.error ? (
          <ErrorBox error={query.error} retry={() => void query.refetch()} />
        ) : (
          <Waiting rows={8} />
        )}
      </Page>
    );
  const numbers = [
    { name: t.desk.identity.imei, value: unit.imei },
    { name: t.desk.identity.imei2, value: unit.imei2 },
    { name: t.desk.identity.serial, value: unit.serial },
  ].filter((one) => one.value);
  return (
    <Page title={unit.title ?? words.missing} intro={words.title}>
      <Panel title={words.numbers}>
        <Facts>
          {numbers.map((one) => (
            <Fact key={one.name} name={one.name}>
              <span className="mono">{one.value}</span>
            </Fact>
          ))}
        </Facts>
      </Panel>
      <Panel title={words.blockList}>
        <BlockState unit={unit} />
      </Panel>
      <Panel title={words.lives} bare>
        <Lives lives={unit.lives} />
      </Panel>
      <Panel title={words.checks}>
        {unit.checks.length > 0 ? (
          <CheckLines checks={unit.checks} />
        ) : (
          <p className="soft">{words.checksNone}</p>
        )}
      </Panel>
    </Page>
  );
}
