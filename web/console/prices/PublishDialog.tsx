import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../client.ts';
import type { PriceVersion } from '../../contract/catalog.ts';
import { Ask } from '../parts/Ask.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useTexts } from '../texts.tsx';

/** From when a draft counts; what it says never changes afterwards. */
export function PublishDialog({ version, onClose }: { version: PriceVersion; onClose: () => void }) {
  const t = useTexts();
  const [from, setFrom] = useState('');
  const publish = useMutation({
    mutationFn: () =>
      call('POST', `/api/price-versions/${version.id}/publish`, {
        body: { effective_from: from ? new Date(from).toISOString() : null },
        version: version.version,
      }),
    onSuccess: () => {
      say(t.prices.published);
      onClose();
      return queries.invalidateQueries({ queryKey: ['price-versions'] });
    },
  });
  return (
    <Ask
      open
      title={t.prices.publishTitle}
      confirm={t.prices.publishGo}
      busy={publish.isPending}
      error={publish.error}
      onConfirm={() => publish.mutate()}
      onClose={onClose}
    >
      <p>{t.prices.publishText}</p>
      <TextInput
        type="datetime-local"
        label={t.prices.publishFrom}
        value={from}
        onChange={(e) => setFrom(e.currentTarget.value)}
      />
    </Ask>
  );
}
