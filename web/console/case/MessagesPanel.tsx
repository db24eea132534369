import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { get } from '../../client.ts';
import type { Message } from '../../contract/money.ts';
import type { List } from '../../contract/session.ts';
import { nameOf } from '../parts/format.ts';
import { Ago, Pill, stateTone } from '../parts/Mark.tsx';
import { Panel, Shown } from '../parts/Panel.tsx';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import css from './Case.module.css';

const MessagePreview = lazy(() =>
  import('../messages/MessagePreview.tsx').then((m) => ({ default: m.MessagePreview })),
);

export function MessagesPanel({ caseId }: { caseId: string }) {
  const t = useTexts();
  const may = useMay();
  const [open, setOpen] = useState<string | null>(null);
  const query = useQuery({
    queryKey: ['case-messages', caseId],
    queryFn: ({ signal }) => get<List<Message>>('/api/messages', { case_id: caseId }, signal),
    enabled: may('messages.view'),
  });
  if (!may('messages.view')) return null;
  return (
    <Panel title={t.desk.messages.title}>
      <Shown query={query} rows={2}>
        {({ items }) => (
          <ul className={css.plainList}>
            {items.length === 0 ? <li className="soft">{t.desk.messages.none}</li> : null}
            {items.map((m) => (
              <li key={m.id} className={css.row}>
                <button className={css.linkish} onClick={() => setOpen(m.id)}>
                  {m.subject ?? m.event}
                </button>
                <Pill tone={stateTone(m.state)}>{nameOf(t.owner.messages.states, m.state)}</Pill>
                <span className="small soft">
                  <Ago at={m.created_at} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Shown>
      <Suspense>{open ? <MessagePreview id={open} onClose={() => setOpen(null)} /> : null}</Suspense>
    </Panel>
  );
}
