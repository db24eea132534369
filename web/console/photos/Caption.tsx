/** The words under a photo: written here, read by the seller in a revised offer. */
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../client.ts';
import type { CaseFile } from '../../contract/files.ts';
import { say } from '../parts/Say.tsx';
import { useTexts } from '../texts.tsx';
import css from './Photos.module.css';
import { MOST_CAPTION, useCaption } from './photo-data.ts';

type CaptionProps = { photo: CaseFile; itemId: string };

export function CaptionField({ photo, itemId }: CaptionProps) {
  const t = useTexts();
  const [words, setWords] = useState(photo.caption ?? '');
  const save = useCaption(itemId);
  const isNew = words.trim() !== (photo.caption ?? '');
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        // It may stand in a window over another form, which React would submit too.
        e.stopPropagation();
        if (isNew) save.mutate({ id: photo.id, caption: words }, { onSuccess: () => say(t.words.saved) });
      }}
    >
      <Group align="flex-end" gap="xs" wrap="nowrap" mt="sm">
        <TextInput
          style={{ flex: 1 }}
          label={t.photos.caption}
          description={t.photos.captionHelp(MOST_CAPTION)}
          value={words}
          maxLength={MOST_CAPTION}
          onChange={(e) => setWords(e.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!isNew} loading={save.isPending}>
          {t.words.save}
        </Button>
      </Group>
      {save.error ? (
        <p role="alert" className={`${css.fault} small`}>
          {problemOf(save.error)?.detail ?? t.errors.title}
        </p>
      ) : null}
    </form>
  );
}
