/** Editing contact and address. When somebody else saved first, both versions are shown and nothing typed is lost. */
import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { get, patch, problemOf } from '../../client.ts';
import type { Case } from '../../contract/cases.ts';
import { useLocations } from '../board/data.ts';
import { fieldError } from '../parts/fields.ts';
import { ErrorBox, Note } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { keepCase } from '../moves/run.ts';
import { useTexts } from '../texts.tsx';
import moveCss from '../moves/Moves.module.css';

const FIELDS = ['name', 'email', 'phone', 'line1', 'line2', 'postal_code', 'city', 'country'] as const;
type Field = (typeof FIELDS)[number];
type Draft = Record<Field | 'location_id' | 'visit_on', string>;

function draftOf(data: Case): Draft {
  const a = data.address ?? {};
  const c = data.contact;
  return {
    name: c.name,
    email: c.email,
    phone: c.phone ?? '',
    line1: a.line1 ?? '',
    line2: a.line2 ?? '',
    postal_code: a.postal_code ?? '',
    city: a.city ?? '',
    country: a.country ?? '',
    location_id: data.location_id ?? '',
    visit_on: data.visit_on ?? '',
  };
}

function bodyOf(d: Draft, inStore: boolean) {
  const address = {
    line1: d.line1.trim(),
    line2: d.line2.trim() || null,
    postal_code: d.postal_code.trim(),
    city: d.city.trim(),
    country: d.country.trim().toUpperCase(),
  };
  return {
    contact: { name: d.name.trim(), email: d.email.trim(), phone: d.phone.trim() || null },
    ...(d.line1.trim() || d.city.trim() ? { address } : {}),
    ...(inStore ? { location_id: d.location_id || null, visit_on: d.visit_on || null } : {}),
  };
}

export function EditContact({ data, onClose }: { data: Case; onClose: () => void }) {
  const t = useTexts();
  const inStore = data.channel === 'in_store';
  const stores = useLocations().data?.items.filter((l) => l.active) ?? [];
  const [draft, setDraft] = useState(() => draftOf(data));
  const [base, setBase] = useState({ version: data.version, seen: draftOf(data) });
  const [theirs, setTheirs] = useState<Draft | null>(null);
  const save = useMutation({
    mutationFn: () => patch<Case>(`/api/cases/${data.id}`, bodyOf(draft, inStore), base.version),
    onSuccess: (fresh) => {
      keepCase(fresh);
      say(t.desk.customer.saved);
      onClose();
    },
    onError: async (error) => {
      const status = problemOf(error)?.status;
      if (status !== 412 && status !== 409) return;
      const fresh = await get<Case>(`/api/cases/${data.id}`);
      keepCase(fresh);
      setTheirs(draftOf(fresh));
      setBase({ version: fresh.version, seen: draftOf(fresh) });
    },
  });
  const names: Record<Field, string> = {
    name: t.desk.customer.name,
    email: t.desk.customer.email,
    phone: t.desk.customer.phone,
    line1: t.desk.customer.line1,
    line2: t.desk.customer.line2,
    postal_code: t.desk.customer.postal,
    city: t.desk.customer.city,
    country: t.desk.customer.country,
  };
  const differing = theirs ? FIELDS.filter((f) => theirs[f] !== draft[f]) : [];
  const stale = theirs !== null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.desk.customer.edit}
      size="lg"
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      <form
        onSubmit={(e) => {
          e.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="md">
          {save.error && !stale ? <ErrorBox error={save.error} /> : null}
          {stale ? (
            <Note tone="warn">
              <strong>{t.desk.stale.title}</strong> {t.desk.stale.keep}
              <ul>
                {differing.map((f) => (
                  <li key={f}>
                    {names[f]}: {t.desk.stale.theirs} “{theirs[f]}”, {t.desk.stale.yours} “{draft[f]}”
                  </li>
                ))}
              </ul>
            </Note>
          ) : null}
          <div className={moveCss.fields}>
            {FIELDS.map((f) => (
              <TextInput
                key={f}
                label={names[f]}
                value={draft[f]}
                error={fieldError(save.error, f)}
                onChange={(e) => setDraft({ ...draft, [f]: e.currentTarget.value })}
                type={f === 'email' ? 'email' : 'text'}
                required={f === 'name' || f === 'email'}
                maxLength={200}
              />
            ))}
            {inStore ? (
              <>
                <NativeSelect
                  label={t.desk.customer.store}
                  value={draft.location_id}
                  data={[{ value: '', label: '—' }, ...stores.map((l) => ({ value: l.id, label: l.name }))]}
                  onChange={(e) => setDraft({ ...draft, location_id: e.currentTarget.value })}
                />
                <TextInput
                  type="date"
                  label={t.desk.customer.visitOn}
                  value={draft.visit_on}
                  error={fieldError(save.error, 'visit_on')}
                  onChange={(e) => setDraft({ ...draft, visit_on: e.currentTarget.value })}
                />
              </>
            ) : null}
          </div>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t.words.cancel}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {stale ? t.desk.stale.again : t.words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
