/** The questions of each category as they are asked now, with what each answer does to the price. */
import { useQuery } from '@tanstack/react-query';
import { get } from '../../client.ts';
import type { Category, Effect, QuestionSet, QuestionSetCard } from '../../contract/catalog.ts';
import { dayText, moneyText } from '../parts/format.ts';
import { Panel, Shown } from '../parts/Panel.tsx';
import { useSpeech } from '../texts.tsx';
import css from './Prices.module.css';
import { PricesFrame } from './PricesFrame.tsx';

const CATEGORIES: readonly Category[] = ['phone', 'tablet', 'laptop', 'watch'];

function EffectText({ effect }: { effect: Effect }) {
  const { texts: t, locale } = useSpeech();
  const words = t.prices.questions.effects;
  switch (effect.kind) {
    case 'percent':
      return <span className="num">{words.percent(effect.value)}</span>;
    case 'amount':
      return <span className="num">−{moneyText({ minor: effect.minor, currency: 'EUR' }, locale)}</span>;
    case 'condition':
      return <span>{words.condition(t.prices.conditions[effect.condition], effect.percent)}</span>;
    case 'refuse':
      return <span>{words.refuse}</span>;
    default:
      return null;
  }
}

function OneSet({ card }: { card: QuestionSetCard }) {
  const { texts: t, locale } = useSpeech();
  const query = useQuery({
    queryKey: ['question-set', card.id],
    queryFn: ({ signal }) => get<QuestionSet>(`/api/question-sets/${card.id}`, undefined, signal),
    staleTime: 5 * 60_000,
  });
  return (
    <Panel
      title={t.workflow.categories[card.category]}
      actions={
        <span className="small soft">
          {t.prices.questions.since(card.version, dayText(card.published_at, locale))}
        </span>
      }
      bare
    >
      <Shown query={query}>
        {(set) => (
          <>
            {set.questions.map((q) => (
              <section key={q.key} className={css.asked}>
                <h3>{q.label[locale] ?? q.key}</h3>
                <ul>
                  {q.answers.map((a) => (
                    <li key={a.key}>
                      <span>{a.label[locale] ?? a.key}</span>
                      <span className="soft">
                        <EffectText effect={a.effect} />
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </>
        )}
      </Shown>
    </Panel>
  );
}

export function QuestionsPage() {
  const { texts: t } = useSpeech();
  const query = useQuery({
    queryKey: ['question-sets'],
    queryFn: ({ signal }) => get<{ items: QuestionSetCard[] }>('/api/question-sets', undefined, signal),
  });
  return (
    <PricesFrame intro={t.prices.questions.intro}>
      <Shown query={query}>
        {({ items }) => (
          <>
            {CATEGORIES.flatMap((c) => items.find((s) => s.category === c) ?? []).map((card) => (
              <OneSet key={card.id} card={card} />
            ))}
            {items.length === 0 ? <p className="soft">{t.prices.questions.none}</p> : null}
          </>
        )}
      </Shown>
    </PricesFrame>
  );
}
