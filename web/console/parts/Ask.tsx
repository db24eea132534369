/** "Are you sure" for what cannot be taken back; money always names the amount. */
import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../texts.tsx';
import { ErrorBox } from './Panel.tsx';

type AskProps = {
  open: boolean;
  title: string;
  children: ReactNode;
  confirm: string;
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
};

export function Ask(p: AskProps) {
  const t = useTexts();
  return (
    <Modal
      opened={p.open}
      onClose={p.onClose}
      title={p.title}
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      <form
        onSubmit={(e) => {
          e.preventDefault();
          p.onConfirm();
        }}
      >
        <Stack gap="md">
          {p.children}
          {p.error ? <ErrorBox error={p.error} /> : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={p.onClose}>
              {t.words.cancel}
            </Button>
            <Button
              type="submit"
              color={p.danger ? 'red' : 'teal'}
              loading={p.busy ?? false}
              disabled={p.disabled ?? false}
              data-autofocus
            >
              {p.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
