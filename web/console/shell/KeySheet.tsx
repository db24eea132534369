import { Kbd, Modal, Stack, Switch } from '@mantine/core';
import { Fragment, useState, type ReactNode } from 'react';
import { useTexts } from '../texts.tsx';
import { oneKeyOn, switchOneKey } from './keyboard.ts';
import { useGoals } from './Navigation.tsx';
import css from './Shell.module.css';

function Group({ name, rows }: { name: string; rows: [string, ReactNode][] }) {
  return (
    <section>
      <h3>{name}</h3>
      <div className={css.keys}>
        {rows.map(([text, keys]) => (
          <Fragment key={text}>
            <span>{text}</span>
            <span>{keys}</span>
          </Fragment>
        ))}
      </div>
    </section>
  );
}

/** All shortcuts, and the switch that turns the one-key ones off. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const goals = useGoals();
  const [on, setOn] = useState(oneKeyOn());
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.keys.title}
      size="lg"
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      <Stack gap="lg">
        <Switch
          label={t.profile.oneKey}
          description={t.profile.oneKeyHelp}
          checked={on}
          onChange={(e) => {
            switchOneKey(e.currentTarget.checked);
            setOn(e.currentTarget.checked);
          }}
        />
        <Group
          name={t.keys.everywhere}
          rows={[
            [t.keys.palette, <Kbd key="k">Ctrl K</Kbd>],
            [t.keys.search, <Kbd key="s">/</Kbd>],
            [t.keys.sheet, <Kbd key="q">?</Kbd>],
            ...goals.map((g): [string, ReactNode] => [
              g.name(t),
              <>
                <Kbd>g</Kbd> {t.keys.then} <Kbd>{g.key}</Kbd>
              </>,
            ]),
          ]}
        />
        <Group
          name={t.keys.onBoard}
          rows={[
            [t.keys.arrows, <Kbd key="a">← ↑ ↓ →</Kbd>],
            [t.keys.openCard, <Kbd key="e">Enter</Kbd>],
            [t.keys.moveCard, <Kbd key="m">m</Kbd>],
            [t.keys.dragCard, <Kbd key="x">Space</Kbd>],
          ]}
        />
        <Group
          name={t.keys.onCase}
          rows={[
            [t.keys.note, <Kbd key="n">n</Kbd>],
            [t.keys.firstMove, <Kbd key="1">1 – 9</Kbd>],
          ]}
        />
        <Group
          name={t.inspection.keysTitle}
          rows={[
            [t.inspection.keyGo, <Kbd key="i">i</Kbd>],
            [t.inspection.keyCheck, <Kbd key="u">↑ ↓</Kbd>],
            [t.inspection.keyResult, <Kbd key="p">p f n</Kbd>],
            [t.inspection.keyNote, <Kbd key="e">Enter</Kbd>],
            [t.inspection.keyComplete, <Kbd key="c">Ctrl Enter</Kbd>],
          ]}
        />
        <p className="soft small">{t.keys.scanNote}</p>
      </Stack>
    </Modal>
  );
}
