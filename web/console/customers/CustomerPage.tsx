/** One customer: who they are, their cases, their store credit. */
import { Button, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { get, patch } from '../../client.ts';
import type { Customer, List } from '../../contract/session.ts';
import { addressText, type CustomerCase } from '../case/CustomerPanel.tsx';
import caseCss from '../case/Case.module.css';
import { fieldError } from '../parts/fields.ts';
import { dayText, nameOf } from '../parts/format.ts';
import { Pill, Place } from '../parts/Mark.tsx';
import { ErrorBox, Fact, Facts, Page, Panel, Shown, Waiting } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { isLocale, useSpeech } from '../texts.tsx';
import { CreditPanel } from './CreditPanel.tsx';

function EditCustomer({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { texts: t } = useSpeech();
  const [value, setValue] = useState({
    name: customer.name,
    email: customer.email ?? '',
    phone: customer.phone ?? '',
    company: customer.company ?? '',
    locale: customer.locale,
    flag: customer.flag,
    note: customer.note ?? '',
  });
  const save = useMutation({
    mutationFn: () =>
      patch<Customer>(
        `/api/customers/${customer.id}`,
        {
          ...value,
          email: value.email.trim() || null,
          phone: value.phone.trim() || null,
          company: value.company.trim() || null,
          note: value.note.trim() || null,
        },
        customer.version,
      ),
    onSuccess: (fresh) => {
      queries.setQueryData(['customer', customer.id], fresh);
      say(t.owner.customers.saved);
      onClose();
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['customer', customer.id] }),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.owner.customers.edit}
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      <form
        onSubmit={(e) => {
          e.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="sm">
          {save.error ? <ErrorBox error={save.error} /> : null}
          <TextInput
            label={t.owner.customers.name}
            value={value.name}
            onChange={(e) => setValue({ ...value, name: e.currentTarget.value })}
            required
            error={fieldError(save.error, 'name')}
          />
          <TextInput
            label={t.owner.customers.email}
            type="email"
            value={value.email}
            onChange={(e) => setValue({ ...value, email: e.currentTarget.value })}
            error={fieldError(save.error, 'email')}
          />
          <TextInput
            label={t.owner.customers.phone}
            value={value.phone}
            onChange={(e) => setValue({ ...value, phone: e.currentTarget.value })}
            error={fieldError(save.error, 'phone')}
          />
          <TextInput
            label={t.owner.customers.company}
            value={value.company}
            onChange={(e) => setValue({ ...value, company: e.currentTarget.value })}
          />
          <NativeSelect
            label={t.owner.customers.language}
            value={value.locale}
            data={Object.entries(t.workflow.languages).map(([v, label]) => ({ value: v, label }))}
            onChange={(e) =>
              isLocale(e.currentTarget.value)
                ? setValue({ ...value, locale: e.currentTarget.value })
                : undefined
            }
          />
          <NativeSelect
            label={t.owner.customers.flag}
            value={value.flag}
            data={Object.entries(t.workflow.flags).map(([v, label]) => ({ value: v, label }))}
            onChange={(e) => setValue({ ...value, flag: e.currentTarget.value })}
          />
          <Textarea
            label={t.owner.customers.note}
            value={value.note}
            onChange={(e) => setValue({ ...value, note: e.currentTarget.value })}
            autosize
            minRows={2}
            maxLength={5000}
          />
          <Button type="submit" loading={save.isPending}>
            {t.words.save}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

function Cases({ id }: { id: string }) {
  const { texts: t, locale } = useSpeech();
  const query = useQuery({
    queryKey: ['customer-cases', id],
    queryFn: ({ signal }) => get<List<CustomerCase>>(`/api/customers/${id}/cases`, undefined, signal),
  });
  return (
    <Panel title={t.owner.customers.cases}>
      <Shown query={query}>
        {({ items }) => (
          <ul className={caseCss.plainList}>
            {items.length === 0 ? <li className="soft">{t.owner.customers.noCases}</li> : null}
            {items.map((c) => (
              <li key={c.id} className={caseCss.row}>
                <Link to="/cases/$ref" params={{ ref: c.reference }} className="num">
                  {c.reference}
                </Link>
                {c.roll_up?.map((r) => (
                  <Place key={`${r.stage}/${r.status}`} stage={r.stage} status={r.status} />
                ))}
                <span className="small soft">{dayText(c.created_at, locale)}</span>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Panel>
  );
}

export function CustomerPage() {
  const { texts: t, locale } = useSpeech();
  const may = useMay();
  const { id = '' } = useParams({ strict: false });
  const [editing, setEditing] = useState(false);
  const query = useQuery({
    queryKey: ['customer', id],
    queryFn: ({ signal }) => get<Customer>(`/api/customers/${id}`, undefined, signal),
  });
  const c = query.data;
  if (!c)
    return (
      <Page title={t.owner.customers.title}>
        {query.error ? (
          <ErrorBox error={query.error} retry={() => void query.refetch()} />
        ) : (
          <Waiting rows={6} />
        )}
      </Page>
    );
  return (
    <Page
      title={c.name}
      intro={`${t.owner.customers.since} ${dayText(c.created_at, locale)}`}
      actions={
        may('customer.edit') ? (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t.owner.customers.edit}
          </Button>
        ) : undefined
      }
    >
      <div className={caseCss.layout}>
        <div className={caseCss.column}>
          <Cases id={id} />
          <CreditPanel customerId={id} />
        </div>
        <div className={caseCss.column}>
          <Panel title={t.desk.customer.title}>
            <Facts>
              <Fact name={t.owner.customers.email}>
                {c.email ? <a href={`mailto:${c.email}`}>{c.email}</a> : '—'}
              </Fact>
              <Fact name={t.owner.customers.phone}>{c.phone ?? '—'}</Fact>
              {c.company ? <Fact name={t.owner.customers.company}>{c.company}</Fact> : null}
              <Fact name={t.desk.customer.address}>{addressText(c.address) || '—'}</Fact>
              <Fact name={t.owner.customers.language}>{t.workflow.languages[c.locale]}</Fact>
              <Fact name={t.owner.customers.flag}>
                {c.flag === 'none' ? (
                  nameOf(t.workflow.flags, 'none')
                ) : (
                  <Pill tone={c.flag === 'trusted' ? 'green' : 'red'}>
                    {nameOf(t.workflow.flags, c.flag)}
                  </Pill>
                )}
              </Fact>
              {c.note ? <Fact name={t.owner.customers.note}>{c.note}</Fact> : null}
            </Facts>
          </Panel>
        </div>
      </div>
      {editing ? <EditCustomer customer={c} onClose={() => setEditing(false)} /> : null}
    </Page>
  );
}
