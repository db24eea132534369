/** One photo large, the others an arrow key away. */
import { Button, Group, Modal } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import type { CaseFile } from '../../contract/files.ts';
import { useTexts } from '../texts.tsx';
import css from './Photos.module.css';

type LightboxProps = {
  photos: readonly CaseFile[];
  /** Which one is open; null: none. */
  at: number | null;
  onMove: (at: number | null) => void;
  /** What stands below the open photo. */
  below?: (photo: CaseFile) => ReactNode;
};

export function Lightbox({ photos, at, onMove, below }: LightboxProps) {
  const t = useTexts();
  const photo = at === null ? undefined : photos[at];
  const count = photos.length;
  useEffect(() => {
    if (at === null) return;
    const press = (event: KeyboardEvent) => {
      // In a field the arrows move the cursor.
      if (event.target instanceof HTMLInputElement) return;
      if (event.key === 'ArrowRight') onMove((at + 1) % count);
      if (event.key === 'ArrowLeft') onMove((at - 1 + count) % count);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [at, count, onMove]);
  const name = at === null ? '' : t.photos.of(at + 1, count);
  return (
    <Modal
      opened={photo !== undefined}
      onClose={() => onMove(null)}
      size="xl"
      title={photo?.caption ?? name}
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      {photo && at !== null ? (
        <>
          <img className={css.large} src={photo.url} alt={photo.caption ?? name} />
          {below?.(photo)}
          {count > 1 ? (
            <Group justify="space-between" mt="sm">
              <Button variant="default" onClick={() => onMove((at - 1 + count) % count)}>
                {t.photos.back}
              </Button>
              <span className="soft small">{name}</span>
              <Button variant="default" onClick={() => onMove((at + 1) % count)}>
                {t.photos.next}
              </Button>
            </Group>
          ) : null}
        </>
      ) : null}
    </Modal>
  );
}
