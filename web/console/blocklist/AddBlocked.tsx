/** Puts one device on the block list. */
import { Button, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../client.ts';
import type { BlockedDevice } from '../../contract/checks.ts';
import { fieldError } from '../parts/fields.ts';
import { ErrorBox } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useTexts } from '../texts.tsx';

export function AddBlocked({ number = '', onClose }: { number?: string; onClose: () => void }) {
  const { checks, words } = useTexts();
  const text = checks.list;
  const [value, setValue] = useState({ number, reason: '' });
  const add = useMutation({
    mutationFn: () => post<BlockedDevice>('/api/blocked-devices', value),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: ['blocked-devices'] });
      say(text.saved(made.number));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={text.add} closeButtonProps={{ 'aria-label': words.close }}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          add.mutate();
        }}
      >
        <Stack gap="sm">
          {add.error ? <ErrorBox error={add.error} /> : null}
          <TextInput
            label={text.number}
            data-scan="here"
            value={value.number}
            onChange={(e) => setValue({ ...value, number: e.currentTarget.value })}
            error={fieldError(add.error, 'number')}
            autoComplete="off"
            maxLength={60}
            required
            data-autofocus={number ? undefined : true}
          />
          <Textarea
            label={text.reason}
            value={value.reason}
            onChange={(e) => setValue({ ...value, reason: e.currentTarget.value })}
            error={fieldError(add.error, 'reason')}
            autosize
            minRows={2}
            maxLength={500}
            required
            data-autofocus={number ? true : undefined}
          />
          <Button type="submit" loading={add.isPending}>
            {words.add}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
