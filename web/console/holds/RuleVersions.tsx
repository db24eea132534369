/** Every version of the rules with who and when; one can be looked at, and taken back into the editor. */
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../client.ts';
import type { SavedRules } from '../../contract/holds.ts';
import type { List } from '../../contract/session.ts';
import { Pill, When } from '../parts/Mark.tsx';
import { Note, Panel, Shown } from '../parts/Panel.tsx';
import { useColleagues } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import { RuleSummary, type Context } from './RuleSummary.tsx';
import css from './RuleEditor.module.css';

function useVersions() {
  return useQuery({
    queryKey: ['ownership-rules', 'versions'],
    queryFn: ({ signal }) => get<List<SavedRules>>('/api/ownership-rules/versions', undefined, signal),
  });
}

/** `Version 4`; the one every shop begins with is told by its origin. */
export function useVersionName(): (version: number) => string {
  const t = useTexts();
  return (version) => (version === 0 ? t.holds.ruleEditor.shipped : `${t.holds.version} ${version}`);
}

type VersionsProps = { onLook: (version: number) => void };

export function RuleVersions({ onLook }: VersionsProps) {
  const words = useTexts().holds.ruleEditor;
  const colleagues = useColleagues();
  const query = useVersions();
  const nameOf = useVersionName();
  const who = (id: string | null) => colleagues.find((one) => one.id === id)?.name ?? words.somebody;
  return (
    <Panel title={words.versions}>
      <Shown query={query}>
        {({ items }) => (
          <ul className={css.versions}>
            {items.map((one) => (
              <li key={one.version}>
                <p>
                  <strong>{nameOf(one.version)}</strong>{' '}
                  {one === items[0] ? <Pill tone="green">{words.inForceNow}</Pill> : null}
                </p>
                <p className="small soft">
                  {one.version === 0 ? null : (
                    <>
                      {who(one.created_by)}, <When at={one.created_at} /> ·{' '}
                    </>
                  )}
                  {words.count(one.body.rules.length)}
                </p>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={
                    one.version === 0 ? `${words.lookShort}: ${words.shipped}` : words.look(one.version)
                  }
                  onClick={() => onLook(one.version)}
                >
                  {words.lookShort}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Panel>
  );
}

type LookProps = {
  version: number | null;
  present: SavedRules;
  context: Context;
  loses: boolean;
  /** Absent where the reader may not edit. */
  onTake?: ((found: SavedRules) => void) | undefined;
  onClose: () => void;
};

function Body({ found, ...p }: Omit<LookProps, 'version' | 'onClose'> & { found: SavedRules }) {
  const words = useTexts().holds.ruleEditor;
  const same = JSON.stringify(found.body) === JSON.stringify(p.present.body);
  return (
    <Stack gap="sm">
      {same ? <p className="small soft">{words.same}</p> : null}
      {found.body.rules.length === 0 ? <p>{words.none}</p> : null}
      <ol className={css.old}>
        {found.body.rules.map((rule) => (
          <li key={rule.id}>
            <span className={css.label}>{rule.name}</span>
            <RuleSummary rule={rule} context={p.context} />
          </li>
        ))}
      </ol>
      {p.onTake ? (
        <>
          <p className="small soft">{words.againHelp}</p>
          {p.loses ? <Note tone="warn">{words.againLoses}</Note> : null}
          <Group justify="flex-end">
            <Button onClick={() => p.onTake?.(found)}>{words.again}</Button>
          </Group>
        </>
      ) : null}
    </Stack>
  );
}

/** One version in a window of its own. */
export function RuleLook({ version, onClose, ...p }: LookProps) {
  const t = useTexts();
  const nameOf = useVersionName();
  const query = useVersions();
  return (
    <Modal
      opened={version !== null}
      onClose={onClose}
      title={version === null ? '' : nameOf(version)}
      size="lg"
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      <Shown query={query}>
        {({ items }) => {
          const found = items.find((one) => one.version === version);
          return found ? <Body found={found} {...p} /> : null;
        }}
      </Shown>
    </Modal>
  );
}
