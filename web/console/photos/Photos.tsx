/** The photos of a device: dropped, chosen, taken here, or taken with a phone that read a code. */
import { ActionIcon, Alert, Button } from '@mantine/core';
import { IconCamera, IconDeviceMobile, IconPhotoPlus, IconTrash } from '@tabler/icons-react';
import { useId, useRef, useState, type DragEvent } from 'react';
import { problemOf } from '../../client.ts';
import type { CaseFile } from '../../contract/files.ts';
import { Ask } from '../parts/Ask.tsx';
import { ErrorBox, Waiting } from '../parts/Panel.tsx';
import { useTexts } from '../texts.tsx';
import { CaptionField } from './Caption.tsx';
import { Lightbox } from './Lightbox.tsx';
import { PhoneHandOver } from './PhoneHandOver.tsx';
import { PICTURE_ACCEPT, useAddPhotos, usePhotos, useRemovePhoto } from './photo-data.ts';
import css from './Photos.module.css';

type PhotosProps = {
  itemId: string;
  /** Only those of this check of the list; new ones are tied to it. */
  check?: string;
  readOnly?: boolean;
};

/** A hidden file field and its button. */
function Picker(p: { label: string; capture?: boolean; onFiles: (files: File[]) => void; busy: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const Icon = p.capture ? IconCamera : IconPhotoPlus;
  return (
    <>
      <input
        id={id}
        ref={field}
        className={css.hidden}
        type="file"
        accept={PICTURE_ACCEPT}
        aria-label={p.label}
        multiple={!p.capture}
        {...(p.capture ? { capture: 'environment' as const } : {})}
        onChange={(e) => {
          p.onFiles([...(e.currentTarget.files ?? [])]);
          e.currentTarget.value = '';
        }}
      />
      <Button
        variant="default"
        size="xs"
        disabled={p.busy}
        leftSection={<Icon size={15} />}
        onClick={() => field.current?.click()}
      >
        {p.label}
      </Button>
    </>
  );
}

function Grid(p: {
  photos: readonly CaseFile[];
  onOpen: (at: number) => void;
  onRemove: ((photo: CaseFile) => void) | null;
}) {
  const t = useTexts();
  return (
    <ul className={css.grid}>
      {p.photos.map((photo, at) => (
        <li key={photo.id}>
          <button
            type="button"
            className={css.photo}
            aria-label={t.photos.open(at + 1)}
            onClick={() => p.onOpen(at)}
          >
            <img src={photo.preview_url ?? photo.url} alt="" loading="lazy" />
          </button>
          {p.onRemove ? (
            <button
              type="button"
              className={css.caption}
              aria-label={`${photo.caption ?? t.photos.addCaption} · ${t.photos.captionOf(at + 1)}`}
              title={photo.caption ?? undefined}
              data-empty={photo.caption === null || undefined}
              onClick={() => p.onOpen(at)}
            >
              {photo.caption ?? t.photos.addCaption}
            </button>
          ) : photo.caption ? (
            <p className={css.caption}>{photo.caption}</p>
          ) : null}
          {p.onRemove ? (
            <ActionIcon
              className={css.remove}
              size={24}
              variant="default"
              aria-label={t.photos.remove}
              onClick={() => p.onRemove?.(photo)}
            >
              <IconTrash size={13} />
            </ActionIcon>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

export function Photos({ itemId, check, readOnly = false }: PhotosProps) {
  const t = useTexts();
  const [phone, setPhone] = useState(false);
  const [open, setOpen] = useState<number | null>(null);
  const [over, setOver] = useState(false);
  const [going, setGoing] = useState<CaseFile | null>(null);
  const query = usePhotos(itemId, phone);
  const add = useAddPhotos(itemId, check);
  const drop = useRemovePhoto(itemId);
  const photos = (query.data?.items ?? []).filter((p) => check === undefined || p.check_id === check);
  const send = (files: readonly File[]) => {
    if (files.length > 0 && !readOnly) add.mutate(files);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send([...event.dataTransfer.files]);
  };
  if (query.isPending) return <Waiting rows={1} />;
  if (query.error && !query.data) return <ErrorBox error={query.error} retry={() => void query.refetch()} />;
  const count = add.isPending ? (add.variables?.length ?? 0) : 0;
  return (
    <div
      className={css.frame}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        if (!readOnly) setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {photos.length > 0 ? (
        <Grid photos={photos} onOpen={setOpen} onRemove={readOnly ? null : setGoing} />
      ) : (
        <p className="soft small">{readOnly ? t.photos.none : t.photos.drop}</p>
      )}
      {readOnly ? null : (
        <div className={css.actions}>
          <Picker label={t.photos.add} onFiles={send} busy={add.isPending} />
          <Picker label={t.photos.take} capture onFiles={send} busy={add.isPending} />
          <Button
            variant="default"
            size="xs"
            leftSection={<IconDeviceMobile size={15} />}
            onClick={() => setPhone(true)}
          >
            {t.photos.phone}
          </Button>
          <span role="status" className="soft small">
            {count > 0 ? t.photos.busy(count) : ''}
          </span>
        </div>
      )}
      {(add.data ?? []).map((no) => (
        <Alert key={no.name} color="red" mt="xs" title={t.photos.failed(no.name)}>
          {problemOf(no.error)?.detail ?? ''}
        </Alert>
      ))}
      <Lightbox
        photos={photos}
        at={open}
        onMove={setOpen}
        {...(readOnly
          ? {}
          : { below: (photo) => <CaptionField key={photo.id} photo={photo} itemId={itemId} /> })}
      />
      <PhoneHandOver itemId={itemId} check={check} opened={phone} onClose={() => setPhone(false)} />
      <Ask
        open={going !== null}
        title={t.photos.remove}
        confirm={t.photos.remove}
        danger
        busy={drop.isPending}
        error={drop.error}
        onClose={() => {
          drop.reset();
          setGoing(null);
        }}
        onConfirm={() => going && drop.mutate(going.id, { onSuccess: () => setGoing(null) })}
      >
        <p>{t.photos.removeSure}</p>
      </Ask>
    </div>
  );
}
