/** The secret address a mail provider posts to: made by a click, shown once. */
import { Button, CopyButton, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../client.ts';
import type { Connection, InboundAddress as Made } from '../../contract/connections.ts';
import { Ask } from '../parts/Ask.tsx';
import { ErrorBox, Note } from '../parts/Panel.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import css from './Settings.module.css';

/** Kept outside the panel, which is made anew when the connection changes. */
const shown = { url: '' };

export function InboundAddress({ connection }: { connection: Connection }) {
  const texts = useTexts();
  const t = texts.connections.mail;
  const may = useMay();
  const inUse = connection.enabled && connection.adapter === 'address';
  const [asking, setAsking] = useState(false);
  const [url, setUrl] = useState(() => {
    const fresh = shown.url;
    shown.url = '';
    return fresh;
  });
  const make = useMutation({
    mutationFn: () => post<Made>('/api/connections/inbound_mail/address'),
    onSuccess: async (made) => {
      shown.url = made.url;
      setUrl(made.url);
      setAsking(false);
      await queries.invalidateQueries({ queryKey: ['connections'] });
    },
  });
  return (
    <Stack gap="sm">
      {inUse && !url ? <Note tone="good">{t.inUse}</Note> : null}
      {url ? (
        <>
          <p>{t.shown}</p>
          <div className={css.secret}>
            <code>{url}</code>
            <CopyButton value={url}>
              {({ copied, copy }) => (
                <Button onClick={copy}>{copied ? texts.words.copied : texts.words.copy}</Button>
              )}
            </CopyButton>
          </div>
        </>
      ) : null}
      {make.error && !asking ? <ErrorBox error={make.error} /> : null}
      {may('settings.edit') ? (
        <Group>
          <Button
            variant={inUse ? 'default' : 'filled'}
            loading={make.isPending}
            onClick={() => (inUse ? setAsking(true) : make.mutate())}
          >
            {inUse ? t.remake : t.make}
          </Button>
        </Group>
      ) : null}
      <Ask
        open={asking}
        title={t.remake}
        confirm={t.remake}
        danger
        busy={make.isPending}
        error={make.error}
        onConfirm={() => make.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{t.remakeText}</p>
      </Ask>
    </Stack>
  );
}
