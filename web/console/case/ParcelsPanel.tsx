import { Button, Menu, Modal } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Case, Parcel } from '../../contract/cases.ts';
import { nameOf } from '../parts/format.ts';
import { Pill, When, type Tone } from '../parts/Mark.tsx';
import { Panel } from '../parts/Panel.tsx';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import css from './Case.module.css';

const ScanForm = lazy(() => import('../bench/ScanForm.tsx').then((m) => ({ default: m.ScanForm })));

const TONES: Readonly<Record<string, Tone>> = {
  delivered: 'green',
  received: 'green',
  moving: 'blue',
  delayed: 'red',
  lost: 'red',
  handed_over: 'green',
};

function OneParcel({ parcel }: { parcel: Parcel }) {
  const t = useTexts();
  return (
    <div className={css.parcel}>
      <div className={css.row}>
        <strong>
          {nameOf(t.workflow.parcels, parcel.direction)} · {nameOf(t.workflow.parcels, parcel.kind)}
        </strong>
        <Pill tone={TONES[parcel.state] ?? 'grey'}>{nameOf(t.workflow.parcels, parcel.state)}</Pill>
      </div>
      {parcel.carrier || parcel.tracking_number ? (
        <span className="small">
          {parcel.carrier} <span className="mono">{parcel.tracking_number}</span>
        </span>
      ) : null}
      {parcel.scans.length > 0 ? (
        <ul className={css.plainList}>
          {parcel.scans.map((scan) => (
            <li key={`${scan.kind} ${scan.at}`} className={`${css.row} small soft`}>
              <span>
                {nameOf(t.workflow.parcels, scan.kind)} {scan.place}
              </span>
              <When at={scan.at} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function KitMenu({ data }: { data: Case }) {
  const t = useTexts();
  const link = (size: string) => `/api/cases/${data.id}/kit.pdf?size=${size}`;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-xs" variant="subtle" rightSection={<IconChevronDown size={13} />}>
          {t.desk.parcels.kit}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={link('a4')} target="_blank">
          {t.desk.parcels.kitA4}
        </Menu.Item>
        <Menu.Item component="a" href={link('4x6')} target="_blank">
          {t.desk.parcels.kitLabel}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function ParcelsPanel({ data }: { data: Case }) {
  const t = useTexts();
  const may = useMay();
  const [scanning, setScanning] = useState(false);
  if (data.channel === 'in_store' && data.parcels.length === 0) return null;
  const onTheWay = data.items.some(
    (i) => ['leads', 'in_transit'].includes(i.stage) && i.status !== 'cancelled',
  );
  return (
    <Panel
      title={t.desk.parcels.title}
      actions={data.channel === 'mail_in' ? <KitMenu data={data} /> : undefined}
    >
      {data.parcels.length === 0 ? <p className="soft">{t.desk.parcels.none}</p> : null}
      {data.parcels.map((p) => (
        <OneParcel key={p.id} parcel={p} />
      ))}
      {may('parcel.receive') && onTheWay && data.channel === 'mail_in' ? (
        <Button size="compact-xs" variant="default" mt={8} onClick={() => setScanning(true)}>
          {t.desk.parcels.addScan}
        </Button>
      ) : null}
      {scanning ? (
        <Modal
          opened
          onClose={() => setScanning(false)}
          title={t.desk.parcels.addScan}
          closeButtonProps={{ 'aria-label': t.words.close }}
        >
          <Suspense>
            <ScanForm data={data} onClose={() => setScanning(false)} />
          </Suspense>
        </Modal>
      ) : null}
    </Panel>
  );
}
