/** Writing a note. Internal and customer-visible look different, so that nobody tells a customer by mistake. */
import { ActionIcon, Button, Group, Menu, NativeSelect, SegmentedControl, Textarea } from '@mantine/core';
import { IconAt, IconEye, IconLock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type RefObject } from 'react';
import { post } from '../../client.ts';
import type { Case } from '../../contract/cases.ts';
import { ErrorBox } from '../parts/Panel.tsx';
import { useColleagues, useMay } from '../session/me.ts';
import { queries } from '../queries.ts';
import { useTexts } from '../texts.tsx';
import css from './Case.module.css';

const draftKey = (caseId: string) => `reprise.note.${caseId}`;

export function NoteBox({ data, field }: { data: Case; field: RefObject<HTMLTextAreaElement | null> }) {
  const t = useTexts();
  const may = useMay();
  const [visibility, setVisibility] = useState<'internal' | 'customer'>('internal');
  const [body, setBodyState] = useState(() => sessionStorage.getItem(draftKey(data.id)) ?? '');
  const [about, setAbout] = useState('');
  const setBody = (text: string) => {
    sessionStorage.setItem(draftKey(data.id), text);
    setBodyState(text);
  };
  const people = useColleagues();
  const mentions = people.filter((p) => body.includes(`@${p.name}`)).map((p) => p.id);
  const add = useMutation({
    mutationFn: () =>
      post(`/api/cases/${data.id}/notes`, {
        body: body.trim(),
        visibility,
        item_id: about || null,
        mentions: visibility === 'internal' ? mentions : [],
      }),
    onSuccess: () => {
      setBody('');
      setVisibility('internal');
      void queries.invalidateQueries({ queryKey: ['timeline', data.id] });
    },
  });
  if (!may('case.note')) return null;
  const out = visibility === 'customer';
  return (
    <form
      className={css.noteBox}
      data-customer={out || undefined}
      aria-label={t.desk.notes.title}
      onSubmit={(e) => {
        e.preventDefault();
        if (body.trim()) add.mutate();
      }}
    >
      <Group gap="sm" justify="space-between">
        <SegmentedControl
          size="xs"
          value={visibility}
          onChange={(v) => setVisibility(v === 'customer' ? 'customer' : 'internal')}
          aria-label={t.desk.notes.title}
          data={[
            { value: 'internal', label: t.desk.notes.internal },
            { value: 'customer', label: t.desk.notes.customer },
          ]}
        />
        <span className="small soft">
          {out ? <IconEye size={13} aria-hidden /> : <IconLock size={13} aria-hidden />}{' '}
          {out ? t.desk.notes.customerHelp : t.desk.notes.internalHelp}
        </span>
      </Group>
      {add.error ? <ErrorBox error={add.error} /> : null}
      <Textarea
        ref={field}
        aria-label={t.desk.notes.title}
        placeholder={out ? t.desk.notes.placeholderCustomer : t.desk.notes.placeholder}
        value={body}
        onChange={(e) => setBody(e.currentTarget.value)}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && body.trim()) add.mutate();
        }}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={10_000}
      />
      <Group justify="space-between" gap="xs">
        {data.items.length > 1 ? (
          <NativeSelect
            size="xs"
            aria-label={t.desk.notes.about}
            value={about}
            onChange={(e) => setAbout(e.currentTarget.value)}
            data={[
              { value: '', label: t.desk.notes.whole },
              ...data.items.map((i) => ({ value: i.id, label: `${i.number} ${i.title}` })),
            ]}
            maw={260}
          />
        ) : (
          <span />
        )}
        {out || people.length === 0 ? null : (
          <Menu position="top-start" returnFocus={false}>
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t.desk.notes.mention}
                title={t.desk.notes.mention}
                ml="auto"
              >
                <IconAt size={17} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {people.map((p) => (
                <Menu.Item
                  key={p.id}
                  onClick={() => {
                    setBody(`${body}${body && !body.endsWith(' ') ? ' ' : ''}@${p.name} `);
                    setTimeout(() => field.current?.focus(), 120);
                  }}
                >
                  {p.name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        <Button
          type="submit"
          size="xs"
          color={out ? 'blue' : 'teal'}
          loading={add.isPending}
          disabled={!body.trim()}
        >
          {out ? t.desk.notes.addCustomer : t.desk.notes.add}
        </Button>
      </Group>
    </form>
  );
}
