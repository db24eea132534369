/** Every version with who, when and why; one can be looked at, and taken back into the editor. */
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../../client.ts';
import type { ChecklistBody, ChecklistVersion, PresentChecklist } from '../../../contract/inspection.ts';
import type { List } from '../../../contract/session.ts';
import { Pill, When } from '../../parts/Mark.tsx';
import { Note, Panel, Shown } from '../../parts/Panel.tsx';
import { useColleagues } from '../../session/me.ts';
import { useSpeech } from '../../texts.tsx';
import type { Asked } from './CheckFields.tsx';
import css from './Checklists.module.css';
import { isSame } from './draft.ts';
import { Summary } from './Summary.tsx';

type LookProps = {
  category: string;
  version: number | null;
  /** What is in force, as far as this page knows. */
  present: PresentChecklist;
  asked: Asked;
  loses: boolean;
  /** Absent where the reader may not edit. */
  onTake?: (found: PresentChecklist) => void;
  onClose: () => void;
};

function Checks({ body, present, asked }: { body: ChecklistBody; present: ChecklistBody; asked: Asked }) {
  const { texts: t, locale } = useSpeech();
  const now = new Map(present.checks.map((check) => [check.id, check]));
  const then = new Set(body.checks.map((check) => check.id));
  const more = present.checks.filter((check) => !then.has(check.id)).map((check) => check.label[locale]);
  const same = isSame(body, present);
  return (
    <>
      {same ? <p className="small soft">{t.checklists.same}</p> : null}
      <ol className={css.old}>
        {body.checks.map((check) => (
          <li key={check.id}>
            <span className={css.label}>
              {check.label[locale]}{' '}
              {now.has(check.id) && !isSame(now.get(check.id), check) ? (
                <Pill tone="amber">{t.checklists.changed}</Pill>
              ) : null}
              {now.has(check.id) ? null : <Pill tone="blue">{t.checklists.gone}</Pill>}
            </span>
            <Summary check={check} asked={asked} />
          </li>
        ))}
      </ol>
      {more.length > 0 ? <p className="small soft">{t.checklists.more(more.join('; '))}</p> : null}
    </>
  );
}

/** One version in a window of its own. */
export function LookAt({ category, version, present, asked, loses, onTake, onClose }: LookProps) {
  const { texts: t } = useSpeech();
  const { grades, functionals } = t.desk.inspection;
  const query = useQuery({
    queryKey: ['checklist-version', category, version],
    queryFn: ({ signal }) =>
      get<PresentChecklist>(`/api/checklists/${category}/versions/${version}`, undefined, signal),
    enabled: version !== null,
    staleTime: 5 * 60_000,
  });
  return (
    <Modal
      opened={version !== null}
      onClose={onClose}
      title={version === null ? '' : t.checklists.version(version)}
      size="lg"
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      <Shown query={query}>
        {(found) => (
          <Stack gap="sm">
            <p className="small">
              {t.checklists.base}: {grades[found.body.base.cosmetic]},{' '}
              {functionals[found.body.base.functional]}
            </p>
            <Checks body={found.body} present={present.body} asked={asked} />
            {onTake ? (
              <>
                <p className="small soft">{t.checklists.goBackHelp}</p>
                {loses ? <Note tone="warn">{t.checklists.goBackLoses}</Note> : null}
                <Group justify="flex-end">
                  <Button onClick={() => onTake(found)}>{t.checklists.goBack}</Button>
                </Group>
              </>
            ) : null}
          </Stack>
        )}
      </Shown>
    </Modal>
  );
}

type VersionsProps = { category: string; present: number; onLook: (version: number) => void };

export function Versions({ category, present, onLook }: VersionsProps) {
  const { texts: t } = useSpeech();
  const colleagues = useColleagues();
  const query = useQuery({
    queryKey: ['checklist-versions', category],
    queryFn: ({ signal }) =>
      get<List<ChecklistVersion>>(`/api/checklists/${category}/versions`, undefined, signal),
  });
  const who = (id: string | null) =>
    id === null
      ? t.checklists.shipped
      : (colleagues.find((one) => one.id === id)?.name ?? t.checklists.somebody);
  return (
    <Panel title={t.checklists.versions}>
      <Shown query={query}>
        {({ items }) => (
          <ul className={css.versions}>
            {items.map((one) => (
              <li key={one.version}>
                <p>
                  <strong>{t.checklists.version(one.version)}</strong>{' '}
                  {one.version === present ? <Pill tone="green">{t.checklists.inForce}</Pill> : null}
                </p>
                <p className="small soft">
                  {who(one.created_by)}
                  {one.created_by === null ? null : (
                    <>
                      {', '}
                      <When at={one.created_at} />
                    </>
                  )}{' '}
                  · {t.checklists.checks(one.checks)}
                </p>
                {one.note ? <p className="small">{one.note}</p> : null}
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t.checklists.look(one.version)}
                  onClick={() => onLook(one.version)}
                >
                  {t.checklists.lookShort}
                </Button>
              </li>
            ))}
            {items.length === 0 ? (
              <li>
                <p>
                  <strong>{t.checklists.version(1)}</strong> <Pill tone="green">{t.checklists.inForce}</Pill>
                </p>
                <p className="small soft">{t.checklists.shipped}</p>
              </li>
            ) : null}
          </ul>
        )}
      </Shown>
    </Panel>
  );
}
