/** Which photos an offer shows its seller: the device's own, and new ones as they are taken. */
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { ErrorBox, Waiting } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import { Photos } from './Photos.tsx';
import { usePhotos } from './photo-data.ts';
import css from './Photos.module.css';

type ChoiceProps = {
  itemId: string;
  /** Ids of the photos chosen, in order. */
  value: readonly string[];
  onChange: (ids: string[]) => void;
  error?: string | undefined;
};

export function PhotoChoice({ itemId, value, onChange, error }: ChoiceProps) {
  const t = useTexts();
  const query = usePhotos(itemId);
  if (query.isPending) return <Waiting rows={1} />;
  if (query.error && !query.data) return <ErrorBox error={query.error} retry={() => void query.refetch()} />;
  const photos = query.data?.items ?? [];
  const toggle = (id: string) =>
    onChange(value.includes(id) ? value.filter((one) => one !== id) : [...value, id]);
  return (
    <fieldset className={css.choice} aria-describedby={error ? 'photo-choice-error' : undefined}>
      <legend>
        {t.photos.choose} <span className="soft small">{t.photos.chosen(value.length)}</span>
      </legend>
      {photos.length === 0 ? <p className="soft small">{t.photos.chooseNone}</p> : null}
      <ul className={css.grid}>
        {photos.map((photo, at) => (
          <li key={photo.id}>
            <button
              type="button"
              role="checkbox"
              className={css.photo}
              aria-checked={value.includes(photo.id)}
              aria-label={t.photos.use(at + 1)}
              onClick={() => toggle(photo.id)}
            >
              <img src={photo.preview_url ?? photo.url} alt="" loading="lazy" />
            </button>
            {photo.caption ? <p className={css.caption}>{photo.caption}</p> : null}
            {value.includes(photo.id) ? (
              <IconCircleCheckFilled className={css.tick} size={20} color="var(--mantine-color-teal-6)" />
            ) : null}
          </li>
        ))}
      </ul>
      {error ? (
        <p id="photo-choice-error" role="alert" className={`${css.fault} small`}>
          {error}
        </p>
      ) : null}
      <details open={photos.length === 0}>
        <summary>{t.photos.add}</summary>
        <Photos itemId={itemId} />
      </details>
    </fieldset>
  );
}
