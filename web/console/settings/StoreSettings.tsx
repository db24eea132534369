/** The shop's stores: where they are and when they are open. */
import { Button, Group, Modal, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { patch, post } from '../../client.ts';
import type { Day, Location, OpeningHours } from '../../contract/session.ts';
import { useLocations } from '../board/data.ts';
import { addressText } from '../case/CustomerPanel.tsx';
import moveCss from '../moves/Moves.module.css';
import { fieldError } from '../parts/fields.ts';
import { Pill } from '../parts/Mark.tsx';
import { Empty, ErrorBox, Panel, Shown } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import { hoursText, readHours } from './hours.ts';
import css from './Settings.module.css';

const DAYS: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function firstValue(l: Location | null) {
  return {
    name: l?.name ?? '',
    phone: l?.phone ?? '',
    line1: l?.address.line1 ?? '',
    postal_code: l?.address.postal_code ?? '',
    city: l?.address.city ?? '',
    country: l?.address.country ?? 'NL',
    takes_walk_ins: l?.takes_walk_ins ?? true,
    active: l?.active ?? true,
  };
}

function StoreForm({ store, onClose }: { store: Location | null; onClose: () => void }) {
  const t = useTexts();
  const words = t.owner.settings.stores;
  const [value, setValue] = useState(() => firstValue(store));
  const [hours, setHours] = useState<Record<Day, string>>(
    () => Object.fromEntries(DAYS.map((d) => [d, hoursText(store?.opening_hours[d])])) as Record<Day, string>,
  );
  const bad = DAYS.filter((d) => readHours(hours[d]) === null);
  const save = useMutation({
    mutationFn: () => {
      const opening_hours: OpeningHours = Object.fromEntries(DAYS.map((d) => [d, readHours(hours[d]) ?? []]));
      const body = {
        name: value.name.trim(),
        phone: value.phone.trim() || null,
        address: {
          line1: value.line1,
          postal_code: value.postal_code,
          city: value.city,
          country: value.country.toUpperCase(),
        },
        opening_hours,
        takes_walk_ins: value.takes_walk_ins,
      };
      return store
        ? patch(`/api/locations/${store.id}`, { ...body, active: value.active }, store.version)
        : post('/api/locations', body);
    },
    onSuccess: () => {
      say(t.words.saved);
      onClose();
      return queries.invalidateQueries({ queryKey: ['locations'] });
    },
  });
  const text = (
    key: 'name' | 'phone' | 'line1' | 'postal_code' | 'city' | 'country',
    label: string,
    required = true,
  ) => (
    <TextInput
      label={label}
      value={value[key]}
      required={required}
      onChange={(e) => setValue({ ...value, [key]: e.currentTarget.value })}
      error={fieldError(save.error, key)}
    />
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={store?.name ?? words.add}
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      <form
        onSubmit={(e) => {
          e.preventDefault();
          if (bad.length === 0) save.mutate();
        }}
      >
        <Stack gap="md">
          {save.error ? <ErrorBox error={save.error} /> : null}
          <div className={moveCss.fields}>
            {text('name', words.name)}
            {text('phone', words.phone, false)}
            {text('line1', t.desk.customer.line1)}
            {text('postal_code', t.desk.customer.postal)}
            {text('city', t.desk.customer.city)}
            {text('country', t.desk.customer.country)}
          </div>
          <div>
            <h3>{words.hours}</h3>
            <p className="small soft">{words.hoursHelp}</p>
            <div className={css.hours}>
              {DAYS.map((d) => (
                <TextInput
                  key={d}
                  size="xs"
                  label={words.days[d]}
                  placeholder={words.closed}
                  value={hours[d]}
                  error={bad.includes(d) ? words.hoursHelp : undefined}
                  onChange={(e) => setHours({ ...hours, [d]: e.currentTarget.value })}
                />
              ))}
            </div>
          </div>
          <Switch
            label={words.walkIns}
            checked={value.takes_walk_ins}
            onChange={(e) => setValue({ ...value, takes_walk_ins: e.currentTarget.checked })}
          />
          {store ? (
            <Switch
              label={words.active}
              checked={value.active}
              onChange={(e) => setValue({ ...value, active: e.currentTarget.checked })}
            />
          ) : null}
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={bad.length > 0}>
              {t.words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

export function StoreSettings() {
  const t = useTexts();
  const may = useMay();
  const words = t.owner.settings.stores;
  const query = useLocations();
  const [editing, setEditing] = useState<{ store: Location | null } | null>(null);
  return (
    <Panel
      title={t.owner.settings.tabs.stores}
      bare
      actions={
        may('settings.edit') ? (
          <Button size="compact-sm" variant="default" onClick={() => setEditing({ store: null })}>
            {words.add}
          </Button>
        ) : undefined
      }
    >
      <Shown query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{words.none}</Empty>
          ) : (
            <ul className={css.list}>
              {items.map((store) => (
                <li key={store.id} className={css.row}>
                  <div>
                    <strong>{store.name}</strong>{' '}
                    {store.active ? null : <Pill tone="grey">{words.inactive}</Pill>}
                    <div className="soft small">{addressText(store.address)}</div>
                    <div className="soft small num">
                      {DAYS.filter((d) => store.opening_hours[d]?.length)
                        .map((d) => `${words.days[d].slice(0, 2)} ${hoursText(store.opening_hours[d])}`)
                        .join(' · ')}
                    </div>
                  </div>
                  {may('settings.edit') ? (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      onClick={() => setEditing({ store })}
                      aria-label={`${t.words.edit} ${store.name}`}
                    >
                      {t.words.edit}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {editing ? <StoreForm store={editing.store} onClose={() => setEditing(null)} /> : null}
    </Panel>
  );
}
