/** Settings → Ownership: when a proof of purchase is asked for. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../client.ts';
import type { RuleChoices, SavedRules } from '../../contract/holds.ts';
import type { Shop } from '../../contract/session.ts';
import { Note, Shown } from '../parts/Panel.tsx';
import { useMay } from '../session/me.ts';
import { useSpeech } from '../texts.tsx';
import type { Names } from './RuleChoices.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import css from './RuleEditor.module.css';

export function OwnershipSettings() {
  const { texts: t, locale } = useSpeech();
  const may = useMay()('settings.edit');
  // Names met while searching outlive the editor, which begins anew with each version.
  const [met, setMet] = useState<Names>({});
  const shop = useQuery({ queryKey: ['shop'], queryFn: ({ signal }) => get<Shop>('/api/shop', {}, signal) });
  const choices = useQuery({
    queryKey: ['ownership-rules', 'choices', locale],
    queryFn: ({ signal }) => get<RuleChoices>('/api/ownership-rules/choices', { locale }, signal),
    staleTime: 60_000,
  });
  // Read once and not again behind somebody's back: a newer version is met when saving, with the draft kept.
  const rules = useQuery({
    queryKey: ['ownership-rules', 'present'],
    queryFn: ({ signal }) => get<SavedRules>('/api/ownership-rules', {}, signal),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <>
      <p className={`small soft ${css.intro}`}>{t.holds.rulesIntro}</p>
      {may ? null : <Note>{t.holds.ruleEditor.readOnly}</Note>}
      <Shown query={shop}>
        {({ currency }) => (
          <Shown query={choices}>
            {(known) => (
              <Shown query={rules} rows={8}>
                {(saved) => (
                  <RuleEditor
                    key={saved.version}
                    saved={saved}
                    context={{
                      choices: known,
                      names: { ...met, ...Object.fromEntries(known.models.map((m) => [m.id, m.name])) },
                      currency,
                    }}
                    onNames={(names) => setMet({ ...met, ...names })}
                  />
                )}
              </Shown>
            )}
          </Shown>
        )}
      </Shown>
    </>
  );
}
