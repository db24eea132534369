import { CloseButton } from '@mantine/core';
import type { DeviceInput } from '../../contract/catalog.ts';
import type { Money } from '../../contract/session.ts';
import { Amount } from '../parts/Mark.tsx';
import { useTexts } from '../texts.tsx';
import css from './Counter.module.css';

/** A device on the counter, with its price or none when a person has to set it. */
export type Device = { input: DeviceInput; title: string; price: Money | null };

/** The sum of the prices there are; null when there is none yet. */
export function totalOf(devices: Device[]): Money | null {
  const priced = devices.flatMap((d) => (d.price ? [d.price] : []));
  const [first] = priced;
  return first ? { minor: priced.reduce((sum, p) => sum + p.minor, 0), currency: first.currency } : null;
}

export function DeviceList({ devices, onRemove }: { devices: Device[]; onRemove: (index: number) => void }) {
  const t = useTexts();
  if (devices.length === 0) return <p className="soft">—</p>;
  return (
    <ul className={css.devices}>
      {devices.map((d, i) => (
        <li key={`${d.title} ${i}`}>
          <span>{d.title}</span>
          {d.price ? (
            <Amount value={d.price} strong />
          ) : (
            <span className="soft small">{t.bench.walkIn.manual}</span>
          )}
          <CloseButton size="sm" aria-label={t.bench.walkIn.remove(d.title)} onClick={() => onRemove(i)} />
        </li>
      ))}
    </ul>
  );
}
