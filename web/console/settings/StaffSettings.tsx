/** Who works here: inviting, roles, store, disabling, a new password link. */
import {
  Button,
  Checkbox,
  CopyButton,
  Group,
  Menu,
  Modal,
  NativeSelect,
  Stack,
  TextInput,
} from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, patch, post } from '../../client.ts';
import type { Invited, List, Role, Staff } from '../../contract/session.ts';
import { useLocations } from '../board/data.ts';
import { Ask } from '../parts/Ask.tsx';
import { fieldError } from '../parts/fields.ts';
import { whenText } from '../parts/format.ts';
import { Pill } from '../parts/Mark.tsx';
import { ErrorBox, Panel, Shown } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMe } from '../session/me.ts';
import { isLocale, useSpeech } from '../texts.tsx';
import css from './Settings.module.css';

const ROLES: readonly Role[] = ['owner', 'counter', 'bench', 'help_desk', 'finance', 'viewer'];
const refresh = () => queries.invalidateQueries({ queryKey: ['staff'] });

function InviteLink({ invited }: { invited: Invited }) {
  const { texts: t, locale } = useSpeech();
  const words = t.owner.settings.staff;
  return (
    <Stack gap="sm">
      <p>
        {words.link} {words.expires(whenText(invited.expires_at, locale))}
      </p>
      <div className={css.secret}>
        <code>{invited.url}</code>
        <CopyButton value={invited.url}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? t.words.copied : t.words.copy}</Button>}
        </CopyButton>
      </div>
    </Stack>
  );
}

function StaffForm({
  person,
  onClose,
  onInvited,
}: {
  person: Staff | null;
  onClose: () => void;
  onInvited: (invited: Invited) => void;
}) {
  const { texts: t, locale } = useSpeech();
  const words = t.owner.settings.staff;
  const stores = useLocations().data?.items ?? [];
  const [value, setValue] = useState({
    name: person?.name ?? '',
    email: person?.email ?? '',
    roles: person?.roles ?? [],
    location_id: person?.location_id ?? '',
    locale: person?.locale ?? locale,
  });
  const save = useMutation({
    mutationFn: async () => {
      const body = {
        name: value.name.trim(),
        roles: value.roles,
        location_id: value.location_id || null,
        locale: value.locale,
      };
      if (person) await patch(`/api/staff/${person.id}`, body, person.version);
      else return await post<Invited>('/api/staff', { ...body, email: value.email.trim() });
      return null;
    },
    onSuccess: (invited) => {
      void refresh();
      if (invited) onInvited(invited);
      else {
        say(t.words.saved);
        onClose();
      }
    },
  });
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="md">
        {save.error ? <ErrorBox error={save.error} /> : null}
        <TextInput
          label={words.name}
          value={value.name}
          onChange={(e) => setValue({ ...value, name: e.currentTarget.value })}
          required
          data-autofocus
          error={fieldError(save.error, 'name')}
        />
        {person ? null : (
          <TextInput
            label={words.email}
            type="email"
            value={value.email}
            onChange={(e) => setValue({ ...value, email: e.currentTarget.value })}
            required
            error={fieldError(save.error, 'email')}
          />
        )}
        <Checkbox.Group
          label={words.roles}
          value={value.roles}
          onChange={(v) => setValue({ ...value, roles: ROLES.filter((r) => v.includes(r)) })}
        >
          <Group gap="md" mt={6}>
            {ROLES.map((r) => (
              <Checkbox key={r} value={r} label={t.workflow.roles[r]} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group grow>
          <NativeSelect
            label={words.store}
            value={value.location_id}
            data={[
              { value: '', label: words.noStore },
              ...stores.map((s) => ({ value: s.id, label: s.name })),
            ]}
            onChange={(e) => setValue({ ...value, location_id: e.currentTarget.value })}
          />
          <NativeSelect
            label={t.profile.language}
            value={value.locale}
            data={Object.entries(t.workflow.languages).map(([v, label]) => ({ value: v, label }))}
            onChange={(e) =>
              isLocale(e.currentTarget.value)
                ? setValue({ ...value, locale: e.currentTarget.value })
                : undefined
            }
          />
        </Group>
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending} disabled={value.roles.length === 0}>
            {person ? t.words.save : words.add}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Doing =
  | { kind: 'edit'; person: Staff | null }
  | { kind: 'disable' | 'reset'; person: Staff }
  | { kind: 'link'; invited: Invited };

function Sure({
  doing,
  onClose,
  onInvited,
}: {
  doing: { kind: 'disable' | 'reset'; person: Staff };
  onClose: () => void;
  onInvited: (invited: Invited) => void;
}) {
  const { texts: t } = useSpeech();
  const words = t.owner.settings.staff;
  const { person, kind } = doing;
  const act = useMutation({
    mutationFn: () =>
      post<Invited | undefined>(
        `/api/staff/${person.id}/${kind}`,
        kind === 'reset' ? { drop_two_factor: true } : {},
      ),
    onSuccess: (answer) => {
      void refresh();
      if (kind === 'reset' && answer) onInvited(answer);
      else onClose();
    },
  });
  return (
    <Ask
      open
      title={kind === 'disable' ? words.disable : words.reset}
      confirm={kind === 'disable' ? words.disable : words.reset}
      danger={kind === 'disable'}
      busy={act.isPending}
      error={act.error}
      onConfirm={() => act.mutate()}
      onClose={onClose}
    >
      <p>{kind === 'disable' ? words.disableText(person.name) : words.resetText(person.name)}</p>
    </Ask>
  );
}

function PersonRow({ person, onDo }: { person: Staff; onDo: (doing: Doing) => void }) {
  const { texts: t } = useSpeech();
  const words = t.owner.settings.staff;
  const me = useMe();
  const store = useLocations().data?.items.find((l) => l.id === person.location_id);
  const enable = useMutation({
    mutationFn: () => post(`/api/staff/${person.id}/enable`),
    onSuccess: refresh,
  });
  return (
    <li className={css.row}>
      <div>
        <strong>{person.name}</strong>{' '}
        {person.id === me?.id ? <span className="soft small">({words.you})</span> : null}
        <div className="soft small">
          {person.email} {store ? ` · ${store.name}` : ''}
        </div>
      </div>
      <span>{person.roles.map((r) => t.workflow.roles[r]).join(', ')}</span>
      {person.two_factor ? <Pill tone="green">{words.twoFactor}</Pill> : null}
      <Pill tone={person.state === 'active' ? 'green' : person.state === 'invited' ? 'blue' : 'grey'}>
        {words.states[person.state]}
      </Pill>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-sm" variant="subtle" aria-label={`${t.words.actions} ${person.name}`}>
            {t.words.actions}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onDo({ kind: 'edit', person })}>{t.words.edit}</Menu.Item>
          <Menu.Item onClick={() => onDo({ kind: 'reset', person })}>{words.reset}</Menu.Item>
          {person.state === 'disabled' ? (
            <Menu.Item onClick={() => enable.mutate()}>{words.enable}</Menu.Item>
          ) : null}
          {person.state !== 'disabled' && person.id !== me?.id ? (
            <Menu.Item color="red" onClick={() => onDo({ kind: 'disable', person })}>
              {words.disable}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

export function StaffSettings() {
  const { texts: t } = useSpeech();
  const words = t.owner.settings.staff;
  const [doing, setDoing] = useState<Doing | null>(null);
  const query = useQuery({
    queryKey: ['staff'],
    queryFn: ({ signal }) => get<List<Staff>>('/api/staff', undefined, signal),
  });
  const onInvited = (invited: Invited) => setDoing({ kind: 'link', invited });
  const close = () => setDoing(null);
  return (
    <Panel
      title={t.owner.settings.tabs.staff}
      bare
      actions={
        <Button size="compact-sm" variant="default" onClick={() => setDoing({ kind: 'edit', person: null })}>
          {words.add}
        </Button>
      }
    >
      <Shown query={query}>
        {({ items }) => (
          <ul className={css.list}>
            {items.map((person) => (
              <PersonRow key={person.id} person={person} onDo={setDoing} />
            ))}
          </ul>
        )}
      </Shown>
      {doing?.kind === 'edit' || doing?.kind === 'link' ? (
        <Modal
          opened
          onClose={close}
          title={doing.kind === 'link' ? doing.invited.person.name : (doing.person?.name ?? words.add)}
          closeButtonProps={{ 'aria-label': t.words.close }}
        >
          {doing.kind === 'link' ? (
            <InviteLink invited={doing.invited} />
          ) : (
            <StaffForm person={doing.person} onClose={close} onInvited={onInvited} />
          )}
        </Modal>
      ) : null}
      {doing?.kind === 'disable' || doing?.kind === 'reset' ? (
        <Sure doing={doing} onClose={close} onInvited={onInvited} />
      ) : null}
    </Panel>
  );
}
