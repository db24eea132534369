/** A code on this screen; the phone that reads it takes photos of this device. */
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { post, remove } from '../../client.ts';
import type { UploadLink } from '../../contract/files.ts';
import { ErrorBox, Waiting } from '../parts/Panel.tsx';
import { useSpeech } from '../texts.tsx';
import css from './Photos.module.css';

type HandOverProps = { itemId: string; check: string | undefined; opened: boolean; onClose: () => void };

export function PhoneHandOver({ itemId, check, opened, onClose }: HandOverProps) {
  const { texts: t, locale } = useSpeech();
  const link = useMutation({
    mutationFn: () => post<UploadLink>(`/api/items/${itemId}/upload-links`, { check_id: check ?? null }),
  });
  const end = useMutation({ mutationFn: (id: string) => remove<undefined>(`/api/upload-links/${id}`) });
  const until = link.data
    ? new Date(link.data.expires_at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
    : '';
  const close = () => {
    link.reset();
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t.photos.phone}
      closeButtonProps={{ 'aria-label': t.words.close }}
      onEnterTransitionEnd={() => link.mutate()}
    >
      <Stack gap="md">
        <p>{t.photos.scan}</p>
        {link.isPending || link.isIdle ? <Waiting rows={4} /> : null}
        {link.error ? <ErrorBox error={link.error} retry={() => link.mutate()} /> : null}
        {link.data ? (
          <>
            <img
              className={css.code}
              src={`data:image/svg+xml;utf8,${encodeURIComponent(link.data.qr_svg)}`}
              alt={link.data.url}
            />
            <p className="soft small">{t.photos.expires(until)}</p>
            <Group justify="space-between">
              <Button
                variant="subtle"
                color="gray"
                onClick={() => {
                  if (link.data) end.mutate(link.data.id);
                  close();
                }}
              >
                {t.photos.end}
              </Button>
              <Button onClick={close}>{t.words.close}</Button>
            </Group>
          </>
        ) : null}
      </Stack>
    </Modal>
  );
}
