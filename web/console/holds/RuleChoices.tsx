/** What a rule chooses from the catalogue: models, brands, and answers to the seller's questions. */
import { ActionIcon, Checkbox, MultiSelect, NativeSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../client.ts';
import type { Model } from '../../contract/catalog.ts';
import type { RuleChoices } from '../../contract/holds.ts';
import type { List } from '../../contract/session.ts';
import { nameOf } from '../parts/format.ts';
import { useTexts } from '../texts.tsx';
import type { RuleFaults } from './rule-draft.ts';
import css from './RuleEditor.module.css';

/** Models by id, as far as this page knows their names. */
export type Names = Readonly<Record<string, string>>;

type ChosenProps = {
  value: readonly string[];
  fault: string | undefined;
  onChange: (value: string[]) => void;
};

/** Chosen models by name; typing looks for more. */
export function Models(p: ChosenProps & { names: Names; onNames: (names: Names) => void }) {
  const t = useTexts();
  const words = t.holds.ruleEditor;
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const found = useQuery({
    queryKey: ['models', asked],
    queryFn: ({ signal }) => get<List<Model>>('/api/catalog/models', { q: asked, limit: 20 }, signal),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  });
  const options = new Map((asked.length > 1 ? (found.data?.items ?? []) : []).map((m) => [m.id, m.title]));
  for (const id of p.value) if (!options.has(id)) options.set(id, p.names[id] ?? id);
  const empty = asked.length < 2 ? words.typeMore : found.isFetching ? t.words.loading : words.nothingFound;
  return (
    <MultiSelect
      label={t.holds.models}
      description={t.holds.modelsHelp}
      data={[...options].map(([value, label]) => ({ value, label }))}
      value={[...p.value]}
      error={p.fault}
      onChange={(ids) => {
        p.onNames(Object.fromEntries(ids.map((id) => [id, options.get(id) ?? p.names[id] ?? id])));
        p.onChange(ids);
      }}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has searched already, and forgives typing.
      filter={({ options: all }) => all}
      nothingFoundMessage={empty}
      hidePickedOptions
      maxValues={500}
    />
  );
}

export function Brands({ brands, ...p }: ChosenProps & { brands: readonly string[] }) {
  const t = useTexts();
  const words = t.holds.ruleEditor;
  return (
    <MultiSelect
      label={words.brands}
      description={words.brandsHelp}
      data={[...new Set([...brands, ...p.value])]}
      value={[...p.value]}
      error={p.fault}
      onChange={p.onChange}
      searchable
      limit={60}
      nothingFoundMessage={words.nothingFound}
      hidePickedOptions
    />
  );
}

type Questions = RuleChoices['questions'];
type Answers = Readonly<Record<string, readonly string[]>>;
type AnswersProps = {
  value: Answers;
  questions: Questions;
  faults: RuleFaults;
  onChange: (value: Record<string, string[]>) => void;
};

/** A question in words, with the kinds of device it is asked about. */
export function useQuestionText(): (question: Questions[number]) => string {
  const t = useTexts();
  return ({ label, categories }) => {
    const kinds = categories.map((one) => nameOf(t.workflow.categories, one)).join(', ');
    return `${label} (${kinds || t.holds.ruleEditor.notAsked})`;
  };
}

function One(p: {
  question: string;
  known: Questions[number] | undefined;
  value: readonly string[];
  fault: string | undefined;
  onChange: (keys: string[]) => void;
  onDrop: () => void;
}) {
  const words = useTexts().holds.ruleEditor;
  const label = p.known?.label ?? p.question;
  const options = new Map(
    (p.known?.answers ?? []).map((one) => [
      one.key,
      one.asked ? one.label : `${one.label} (${words.notAsked})`,
    ]),
  );
  for (const key of p.value) if (!options.has(key)) options.set(key, key);
  return (
    <div className={css.question}>
      <Checkbox.Group
        label={words.answers(label)}
        description={words.answersHelp}
        value={[...p.value]}
        error={p.fault}
        onChange={p.onChange}
      >
        <div className={css.answers}>
          {[...options].map(([value, text]) => (
            <Checkbox key={value} value={value} label={text} />
          ))}
        </div>
      </Checkbox.Group>
      <ActionIcon variant="default" size={36} aria-label={words.dropQuestion(label)} onClick={p.onDrop}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}

/** Questions a rule looks at, each with the answers that count; another is added from the list below them. */
export function AnswersChosen({ value, questions, faults, onChange }: AnswersProps) {
  const words = useTexts().holds.ruleEditor;
  const inWords = useQuestionText();
  const chosen = Object.fromEntries(Object.entries(value).map(([key, keys]) => [key, [...keys]]));
  const others = questions.filter((one) => !(one.key in chosen));
  return (
    <div className={css.questions}>
      {Object.entries(chosen).map(([key, keys]) => (
        <One
          key={key}
          question={key}
          known={questions.find((one) => one.key === key)}
          value={keys}
          fault={faults[`answers.${key}`]}
          onChange={(next) => onChange({ ...chosen, [key]: next })}
          onDrop={() => onChange(Object.fromEntries(Object.entries(chosen).filter(([one]) => one !== key)))}
        />
      ))}
      {others.length > 0 ? (
        <NativeSelect
          label={words.question}
          value=""
          data={[
            { value: '', label: words.addQuestion },
            ...others.map((one) => ({ value: one.key, label: inWords(one) })),
          ]}
          onChange={(e) => {
            if (e.currentTarget.value) onChange({ ...chosen, [e.currentTarget.value]: [] });
          }}
        />
      ) : null}
    </div>
  );
}
