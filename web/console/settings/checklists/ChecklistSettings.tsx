/** Settings → Checklists: which kind of device, then its list; the kind is part of the address. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { get } from '../../../client.ts';
import type { Category, QuestionSet, QuestionSetCard } from '../../../contract/catalog.ts';
import type { PresentChecklist } from '../../../contract/inspection.ts';
import type { List } from '../../../contract/session.ts';
import { Note, Shown } from '../../parts/Panel.tsx';
import { useMay } from '../../session/me.ts';
import { useTexts } from '../../texts.tsx';
import type { Asked } from './CheckFields.tsx';
import { ChecklistEditor } from './ChecklistEditor.tsx';
import css from './Checklists.module.css';

const CATEGORIES: readonly Category[] = ['phone', 'tablet', 'laptop', 'watch'];

/** What sellers of a category are asked now. */
async function askedNow(category: Category, signal: AbortSignal): Promise<Asked> {
  const { items } = await get<List<QuestionSetCard>>('/api/question-sets', { category }, signal);
  const [newest] = items;
  if (!newest) return [];
  return (await get<QuestionSet>(`/api/question-sets/${newest.id}`, undefined, signal)).questions;
}

export function ChecklistSettings() {
  const t = useTexts();
  const may = useMay()('settings.edit');
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const category = CATEGORIES.find((one) => one === search['category']) ?? 'phone';
  const asked = useQuery({
    queryKey: ['asked-now', category],
    queryFn: ({ signal }) => askedNow(category, signal),
    staleTime: 60_000,
  });
  // Read once and not again behind somebody's back: a newer version is met when publishing, with the draft kept.
  const present = useQuery({
    queryKey: ['checklist', category],
    queryFn: ({ signal }) => get<PresentChecklist>(`/api/checklists/${category}`, undefined, signal),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <>
      <div className={css.top}>
        <NativeSelect
          label={t.checklists.category}
          value={category}
          onChange={(e) =>
            void navigate({
              to: '/settings',
              search: { tab: 'checklists', category: e.currentTarget.value },
              replace: true,
            })
          }
          data={CATEGORIES.map((value) => ({ value, label: t.workflow.categories[value] }))}
        />
        <p className={`small soft ${css.intro}`}>{t.checklists.intro}</p>
      </div>
      {may ? null : <Note>{t.checklists.readOnly}</Note>}
      <Shown query={asked}>
        {(questions) => (
          <Shown query={present} rows={10}>
            {(saved) => (
              <ChecklistEditor
                key={`${category} ${saved.version}`}
                category={category}
                saved={saved}
                asked={questions}
              />
            )}
          </Shown>
        )}
      </Shown>
    </>
  );
}
