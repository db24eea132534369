/** Ready-made letters: which there are, in which order they are offered, and what each says. */
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../client.ts';
import type { Macro } from '../../contract/messages.ts';
import type { List } from '../../contract/session.ts';
import caseCss from '../case/Case.module.css';
import { Pill } from '../parts/Mark.tsx';
import { Empty, Note, Panel, Shown } from '../parts/Panel.tsx';
import { sayError } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useSpeech, useTexts } from '../texts.tsx';
import { MacroEditor, NewMacro } from './MacroEditor.tsx';
import { macrosChanged, useMacroName, useMacros } from './macro-data.ts';
import css from './Messages.module.css';

/** The ids with one of them moved a place. */
function moved(items: readonly Macro[], at: number, by: -1 | 1): string[] {
  const ids = items.map((one) => one.id);
  const [id] = ids.splice(at, 1);
  if (id !== undefined) ids.splice(at + by, 0, id);
  return ids;
}

function useOrder() {
  return useMutation({
    mutationFn: (ids: string[]) => post<List<Macro>>('/api/macros/order', { ids }),
    onSuccess: (fresh) => queries.setQueryData(['macros'], fresh),
    onError: sayError,
    onSettled: macrosChanged,
  });
}

type RowsProps = { items: readonly Macro[]; chosen: string | null; onChoose: (id: string) => void };

function Rows({ items, chosen, onChoose }: RowsProps) {
  const t = useTexts();
  const may = useMay()('messages.edit');
  const nameOfMacro = useMacroName();
  const order = useOrder();
  return (
    <ul className={css.macros} aria-label={t.macros.list}>
      {items.map((macro, at) => {
        const name = nameOfMacro(macro);
        return (
          <li key={macro.id} className={css.macro} data-chosen={macro.id === chosen || undefined}>
            <button
              className={caseCss.linkish}
              aria-current={macro.id === chosen || undefined}
              onClick={() => onChoose(macro.id)}
            >
              {name}
            </button>
            {macro.active ? null : <Pill tone="grey">{t.macros.archived}</Pill>}
            {may ? (
              <span className={css.arrows}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t.macros.up(name)}
                  disabled={at === 0 || order.isPending}
                  onClick={() => order.mutate(moved(items, at, -1))}
                >
                  <IconArrowUp size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t.macros.down(name)}
                  disabled={at === items.length - 1 || order.isPending}
                  onClick={() => order.mutate(moved(items, at, 1))}
                >
                  <IconArrowDown size={16} />
                </ActionIcon>
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

export function MacrosTab() {
  const t = useTexts();
  const { locale } = useSpeech();
  const may = useMay()('messages.edit');
  const nameOfMacro = useMacroName();
  const query = useMacros();
  const [chosen, setChosen] = useState<string | 'new' | null>(null);
  return (
    <Shown query={query} rows={5}>
      {({ items }) => {
        const macro = items.find((one) => one.id === chosen) ?? items[0];
        const isNew = chosen === 'new';
        return (
          <div className={css.twoParts}>
            <Panel
              title={t.macros.tab}
              actions={
                may ? (
                  <Button
                    size="xs"
                    variant="default"
                    leftSection={<IconPlus size={14} />}
                    onClick={() => setChosen('new')}
                  >
                    {t.macros.make}
                  </Button>
                ) : null
              }
            >
              <Note>{t.macros.intro}</Note>
              {items.length === 0 ? <Empty>{t.macros.none}</Empty> : null}
              <Rows items={items} chosen={isNew ? null : (macro?.id ?? null)} onChoose={setChosen} />
            </Panel>
            {isNew && items[0] ? (
              <Panel title={t.macros.makeTitle}>
                <NewMacro
                  first={locale}
                  like={items[0]}
                  onMade={(made) => setChosen(made.id)}
                  onCancel={() => setChosen(null)}
                />
              </Panel>
            ) : null}
            {macro && !isNew ? (
              <Panel title={nameOfMacro(macro)}>
                <MacroEditor key={macro.id} macro={macro} />
              </Panel>
            ) : null}
          </div>
        );
      }}
    </Shown>
  );
}
