import { ActionIcon, Button, CopyButton, Menu, NativeSelect, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconDots, IconHelpCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { patch } from '../../client.ts';
import type { Case } from '../../contract/cases.ts';
import { keepCase } from '../moves/run.ts';
import { nameOf, whenText } from '../parts/format.ts';
import { Amount, Pill, Place } from '../parts/Mark.tsx';
import { say, sayError } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useColleagues, useMay, useMe } from '../session/me.ts';
import { useSpeech } from '../texts.tsx';
import css from './Case.module.css';

function useAssign(data: Case) {
  return useMutation({
    mutationFn: (assignee: string | null) =>
      patch<Case>(`/api/cases/${data.id}`, { assignee_id: assignee }, data.version),
    onSuccess: keepCase,
    onError: (error) => {
      sayError(error);
      void queries.invalidateQueries({ queryKey: ['case'] });
    },
  });
}

function Assignee({ data }: { data: Case }) {
  const { texts: t } = useSpeech();
  const me = useMe();
  const people = useColleagues();
  const assign = useAssign(data);
  const current = data.assignee_id ?? '';
  return (
    <>
      {me && current === '' ? (
        <Button size="xs" variant="default" loading={assign.isPending} onClick={() => assign.mutate(me.id)}>
          {t.desk.assignMe}
        </Button>
      ) : null}
      <NativeSelect
        size="xs"
        aria-label={t.desk.assignee}
        title={t.desk.assignee}
        value={current}
        disabled={assign.isPending}
        data={[
          { value: '', label: t.desk.nobody },
          ...people.map((p) => ({ value: p.id, label: p.name })),
          ...(current && !people.some((p) => p.id === current) ? [{ value: current, label: '…' }] : []),
        ]}
        onChange={(e) => assign.mutate(e.currentTarget.value || null)}
      />
    </>
  );
}

/** One place when all devices agree, else how many stand where. */
function RollUp({ data }: { data: Case }) {
  if (data.roll_up.length === 1 && data.roll_up[0]) return <Place {...data.roll_up[0]} />;
  return (
    <>
      {data.roll_up.map((r) => (
        <span key={`${r.stage}/${r.status}`}>
          <span className="num">{r.count}×</span> <Place stage={r.stage} status={r.status} />
        </span>
      ))}
    </>
  );
}

export function CaseHeader({ data, onWhy }: { data: Case; onWhy: () => void }) {
  const { texts: t, locale } = useSpeech();
  const may = useMay();
  const prices = data.items.flatMap((i) => (i.price ? [i.price.minor] : []));
  const total =
    prices.length > 1 ? { minor: prices.reduce((a, b) => a + b, 0), currency: data.currency } : null;
  return (
    <header className={css.head}>
      <div>
        <div className={css.meta}>
          <h1 className="num">{data.reference}</h1>
          <CopyButton value={data.reference}>
            {({ copied, copy }) => (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={copied ? t.words.copied : t.desk.copyReference}
                onClick={copy}
              >
                {copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
              </ActionIcon>
            )}
          </CopyButton>
          <RollUp data={data} />
          {data.customer.flag !== 'none' && data.customer.flag ? (
            <Pill tone="red">{nameOf(t.workflow.flags, data.customer.flag)}</Pill>
          ) : null}
        </div>
        <div className={`${css.meta} small`}>
          <span>{nameOf(t.workflow.workflows, data.workflow_id)}</span>
          <span>{t.desk.opened(whenText(data.created_at, locale))}</span>
          <span>{nameOf(t.workflow.sources, data.source)}</span>
          {total ? (
            <span>
              {t.desk.total} <Amount value={total} strong />
            </span>
          ) : null}
        </div>
      </div>
      <div className={css.push}>
        {may('case.edit') ? <Assignee data={data} /> : null}
        <Tooltip label={t.desk.why.open}>
          <Button size="xs" variant="default" leftSection={<IconHelpCircle size={15} />} onClick={onWhy}>
            {t.desk.why.title}
          </Button>
        </Tooltip>
        {data.portal_url ? (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="default" size={30} aria-label={t.words.actions}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                onClick={() =>
                  void navigator.clipboard?.writeText(data.portal_url ?? '').then(() => say(t.words.copied))
                }
              >
                {t.desk.portalLink}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
    </header>
  );
}
