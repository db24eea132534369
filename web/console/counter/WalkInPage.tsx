/** A customer at the counter: device, condition, price, customer, checked in. One page, one minute. */
import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Case } from '../../contract/cases.ts';
import { Amount } from '../parts/Mark.tsx';
import { Page, Panel } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import { CustomerStep } from './CustomerStep.tsx';
import { DevicePicker } from './DevicePicker.tsx';
import { DeviceList, totalOf, type Device } from './DeviceList.tsx';
import css from './Counter.module.css';

function Done({ data, onNext }: { data: Case; onNext: () => void }) {
  const t = useTexts();
  return (
    <Panel label={t.bench.walkIn.steps.done}>
      <div className={css.done} role="status">
        <IconCircleCheck size={40} stroke={1.4} color="var(--green)" />
        <h2>{t.bench.walkIn.doneText(data.reference)}</h2>
        <ul>
          {data.items.map((i) => (
            <li key={i.id}>
              <span className="num">{i.number}</span> {i.title} <Amount value={i.price} strong />
            </li>
          ))}
        </ul>
        <div className={css.row}>
          <Button component={Link} {...({ to: '/cases/$ref', params: { ref: data.reference } } as object)}>
            {t.bench.walkIn.open}
          </Button>
          <Button variant="default" onClick={onNext}>
            {t.bench.walkIn.another}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

export function WalkInPage() {
  const t = useTexts();
  const words = t.bench.walkIn;
  const [devices, setDevices] = useState<Device[]>([]);
  const [step, setStep] = useState<'device' | 'customer'>('device');
  const [made, setMade] = useState<Case | null>(null);
  const restart = () => {
    setDevices([]);
    setStep('device');
    setMade(null);
  };
  if (made)
    return (
      <Page title={words.title} width="narrow">
        <Done data={made} onNext={restart} />
      </Page>
    );
  const total = totalOf(devices);
  return (
    <Page title={words.title} intro={words.intro}>
      <div className={css.layout}>
        <div className={css.main}>
          {step === 'device' ? (
            <DevicePicker
              key={devices.length}
              onAdd={(device) => {
                setDevices([...devices, device]);
                setStep('customer');
              }}
            />
          ) : (
            <CustomerStep devices={devices} onMade={setMade} />
          )}
        </div>
        <Panel title={words.devices} actions={total ? <Amount value={total} strong /> : undefined}>
          <DeviceList devices={devices} onRemove={(i) => setDevices(devices.filter((_, k) => k !== i))} />
          <div className={css.row}>
            {step === 'customer' ? (
              <Button size="xs" variant="default" onClick={() => setStep('device')}>
                {words.addDevice}
              </Button>
            ) : devices.length > 0 ? (
              <Button size="xs" onClick={() => setStep('customer')}>
                {words.toCustomer}
              </Button>
            ) : null}
          </div>
        </Panel>
      </div>
    </Page>
  );
}
