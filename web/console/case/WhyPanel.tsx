/** Why a move is allowed or refused: the facts the rules look at, and what each move says. */
import { Drawer, Stack } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../client.ts';
import type { Why } from '../../contract/cases.ts';
import { humanise, nameOf } from '../parts/format.ts';
import { Fact, Facts, Shown } from '../parts/Panel.tsx';
import { whyRefused } from '../parts/refusal.ts';
import { useTexts } from '../texts.tsx';
import css from './Case.module.css';

function words(value: unknown, yes: string, no: string): string {
  if (value === true) return yes;
  if (value === false) return no;
  return value === null || value === undefined ? '—' : String(value);
}

const spaced = (key: string) => humanise(key.replace(/([A-Z])/g, '_$1').toLowerCase());

export function WhyPanel({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const t = useTexts();
  const query = useQuery({
    queryKey: ['why', caseId],
    queryFn: ({ signal }) => get<Why>(`/api/cases/${caseId}/why`, undefined, signal),
    staleTime: 0,
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="md"
      title={t.desk.why.title}
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      <p className="soft">{t.desk.why.intro}</p>
      <Shown query={query} rows={8}>
        {(why) => (
          <Stack gap="lg" mt="md">
            {why.items.map((item) => (
              <section key={item.number}>
                <h3>
                  {item.number} · {item.title}
                </h3>
                <p className="mono small soft">{item.at}</p>
                <ul className={css.plainList}>
                  {item.moves.map((m) => (
                    <li key={m.move} className={css.why}>
                      {m.refused ? (
                        <IconCircleX size={16} color="var(--red)" aria-hidden />
                      ) : (
                        <IconCircleCheck size={16} color="var(--green)" aria-hidden />
                      )}
                      <span>
                        <strong>{nameOf(t.workflow.moves, m.move)}</strong>{' '}
                        <span className="soft">
                          {m.refused ? whyRefused(t.refusals, m.refused) : t.desk.why.allowed}
                        </span>{' '}
                        {m.refused ? <code className="mono small soft">{m.refused.code}</code> : null}
                      </span>
                    </li>
                  ))}
                </ul>
                <details>
                  <summary>{t.desk.why.facts}</summary>
                  <Facts>
                    {Object.entries(item.facts).map(([key, value]) => (
                      <Fact key={key} name={spaced(key)}>
                        {words(value, t.words.yes, t.words.no)}
                      </Fact>
                    ))}
                  </Facts>
                </details>
              </section>
            ))}
          </Stack>
        )}
      </Shown>
    </Drawer>
  );
}
