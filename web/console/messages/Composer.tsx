/** Writing to the customer of a case: from a macro or from nothing, seen before it goes, kept when it cannot. */
import { Button, Group, Modal, NativeSelect, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { post } from '../../client.ts';
import type { Case } from '../../contract/cases.ts';
import type { LetterDraft } from '../../contract/messages.ts';
import { ErrorBox, Note } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { refreshCase } from '../shell/live.ts';
import { isLocale, useTexts } from '../texts.tsx';
import { isUntouched, type LetterChange, type LetterInWriting } from './letter-draft.ts';
import { LetterTry } from './LetterTry.tsx';
import { useMacroName, useMacros } from './macro-data.ts';
import { MailText } from './MailWords.tsx';
import css from './Messages.module.css';
import { faultAt } from './WordsFields.tsx';

type Props = {
  data: Case;
  letter: LetterInWriting;
  onChange: (over: LetterChange) => void;
  /** Puts the window away; the draft stays. */
  onClose: () => void;
  /** Sent or discarded: the draft goes. */
  onEnd: () => void;
};

type Wish = Pick<LetterInWriting, 'macroId' | 'itemId' | 'locale'>;

/** Fills the draft from a macro; words written by hand are put aside, not lost. */
function useFilling({ data, letter, onChange }: Props) {
  const asked = useRef(0);
  const fill = useMutation({
    mutationFn: ({ macroId, itemId, locale }: Wish) =>
      post<LetterDraft>(`/api/cases/${data.id}/letters/draft`, {
        macro_id: macroId,
        item_id: itemId,
        locale,
      }),
  });
  const take = (over: Partial<Wish>) => {
    const wish: Wish = { macroId: letter.macroId, itemId: letter.itemId, locale: letter.wanted, ...over };
    onChange(over.locale ? { ...over, wanted: over.locale } : over);
    asked.current += 1;
    const mine = asked.current;
    // Words of one's own stay as they are when only the device or the language changes.
    const isChosen = over.macroId !== undefined;
    if (!wish.macroId || (!isChosen && !isUntouched(letter))) return;
    fill.mutate(wish, {
      onSuccess: ({ subject, body, locale }) => {
        if (mine !== asked.current) return;
        onChange((now) => ({
          ...{ ...wish, subject, body, locale, filled: { subject, body } },
          before: isUntouched(now) ? now.before : { subject: now.subject, body: now.body },
        }));
      },
    });
  };
  return { fill, take };
}

function Choices({ data, letter, take }: Props & { take: (over: Partial<Wish>) => void }) {
  const t = useTexts();
  const nameOfMacro = useMacroName();
  const macros = useMacros();
  const languages = Object.entries(t.workflow.languages).map(([value, label]) => ({
    value,
    label: value === data.locale ? t.macros.theirs(label) : label,
  }));
  return (
    <>
      <Select
        label={t.macros.start}
        description={t.macros.startHelp}
        data={(macros.data?.items ?? [])
          .filter((one) => one.active || one.id === letter.macroId)
          .map((one) => ({ value: one.id, label: nameOfMacro(one) }))}
        value={letter.macroId}
        onChange={(macroId) => take({ macroId })}
        nothingFoundMessage={macros.isPending ? t.words.loading : t.macros.nothing}
        searchable
        selectFirstOptionOnChange
        clearable
        clearButtonProps={{ 'aria-label': t.words.remove }}
        openOnFocus={false}
        data-autofocus
      />
      {macros.error ? <ErrorBox error={macros.error} retry={() => void macros.refetch()} /> : null}
      <div className={css.pair}>
        {data.items.length > 1 ? (
          <NativeSelect
            label={t.macros.about}
            value={letter.itemId ?? ''}
            onChange={(e) => take({ itemId: e.currentTarget.value || null })}
            data={[
              { value: '', label: t.macros.all },
              ...data.items.map((i) => ({ value: i.id, label: `${i.number} ${i.title}` })),
            ]}
          />
        ) : null}
        <NativeSelect
          label={t.macros.language}
          value={letter.locale}
          onChange={(e) => {
            const to = e.currentTarget.value;
            if (isLocale(to)) take({ locale: to });
          }}
          data={languages}
        />
      </div>
    </>
  );
}

function Words({ letter, onChange, error }: Props & { error: unknown }) {
  const t = useTexts().macros;
  return (
    <>
      <TextInput
        label={t.subject}
        value={letter.subject}
        error={faultAt(error, 'subject')}
        maxLength={2000}
        onChange={(e) => onChange({ subject: e.currentTarget.value })}
      />
      <Textarea
        label={t.body}
        description={t.frame}
        value={letter.body}
        error={faultAt(error, 'body')}
        autosize
        minRows={7}
        maxRows={20}
        spellCheck
        lang={letter.locale}
        onChange={(e) => onChange({ body: e.currentTarget.value })}
      />
      {letter.before ? (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => onChange({ ...letter.before, before: null, filled: null })}
          >
            {t.restore}
          </Button>
        </div>
      ) : null}
    </>
  );
}

export function Composer(props: Props) {
  const { data, letter, onClose, onEnd } = props;
  const t = useTexts();
  const path = `/api/cases/${data.id}/letters`;
  const sent = { subject: letter.subject, body: letter.body, item_id: letter.itemId, locale: letter.locale };
  const { fill, take } = useFilling(props);
  const send = useMutation({
    mutationFn: () => post<{ id: string }>(path, { ...sent, macro_id: letter.macroId }, letter.key),
    onSuccess: () => {
      say(t.macros.sent);
      // Who answered a mail has read it; should this fail, it only stays marked as new.
      if (letter.answers)
        void post(`/api/inbound/${letter.answers.id}/read`)
          .catch(() => undefined)
          .then(() => refreshCase(data.id));
      refreshCase(data.id);
      void queries.invalidateQueries({ queryKey: ['messages'] });
      onEnd();
    },
  });
  const isBlank = !letter.subject.trim() || !letter.body.trim();
  const named = faultAt(send.error, 'subject') ?? faultAt(send.error, 'body');
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t.macros.write}
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      <Stack gap="sm">
        <div className="small soft" style={{ overflowWrap: 'anywhere' }}>
          {t.macros.to(`${data.contact.name} <${data.contact.email}>`)}
        </div>
        {letter.answers !== null ? (
          <details>
            <summary>{t.macros.answering}</summary>
            <MailText text={letter.answers.text} />
          </details>
        ) : null}
        <Choices {...props} take={take} />
        {fill.error ? <ErrorBox error={fill.error} /> : null}
        {letter.filled && letter.locale !== letter.wanted ? (
          <Note>{t.macros.nearest(t.workflow.languages[letter.locale])}</Note>
        ) : null}
        <Words {...props} error={send.error} />
        {send.error && !named ? <ErrorBox error={send.error} /> : null}
        <Group gap="xs" justify="space-between">
          {/* No form: a slip of Enter in the subject must not send a letter. */}
          <Button loading={send.isPending} disabled={isBlank || fill.isPending} onClick={() => send.mutate()}>
            {t.macros.send}
          </Button>
          <Button variant="subtle" color="gray" disabled={send.isPending} onClick={onEnd}>
            {t.macros.discard}
          </Button>
        </Group>
        {isBlank ? null : <LetterTry url={`${path}/preview`} body={sent} />}
      </Stack>
    </Modal>
  );
}
