/** Takes a list of numbers: looks first and says what each row would do, then adds. */
import { Button, FileInput, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { upload } from '../../client.ts';
import type { BlockListImport } from '../../contract/checks.ts';
import { DataTable, ErrorBox, Note } from '../parts/Panel.tsx';
import { whyRefused } from '../parts/refusal.ts';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useTexts } from '../texts.tsx';

/** So many refused rows are shown; the first ones tell what is wrong with the file. */
const MOST_SHOWN = 200;

function Found({ found }: { found: BlockListImport }) {
  const { checks: text, refusals } = useTexts();
  const { import: words, list } = text;
  return (
    <>
      <Note tone={found.refused.length > 0 ? 'warn' : 'good'}>
        <strong>{found.added > 0 ? words.wouldAdd(found.added) : words.nothingNew}</strong>
        {found.known > 0 ? <div>{words.known(found.known)}</div> : null}
        {found.refused.length > 0 ? <div>{words.refusedCount(found.refused.length)}</div> : null}
      </Note>
      {found.refused.length > 0 ? (
        <DataTable
          label={words.refusedCount(found.refused.length)}
          head={
            <>
              <th>{words.line}</th>
              <th>{list.number}</th>
              <th>{words.why}</th>
            </>
          }
        >
          {found.refused.slice(0, MOST_SHOWN).map((row) => (
            <tr key={row.line}>
              <td className="num">{row.line}</td>
              <td className="mono">{row.number}</td>
              <td>{whyRefused(refusals, row)}</td>
            </tr>
          ))}
        </DataTable>
      ) : null}
    </>
  );
}

export function ImportList({ onClose }: { onClose: () => void }) {
  const { checks, words } = useTexts();
  const text = checks.import;
  const [file, setFile] = useState<File | null>(null);
  const [reason, setReason] = useState('');
  const send = useMutation({
    mutationFn: ({ chosen, apply }: { chosen: File; apply: boolean }) =>
      upload<BlockListImport>('/api/blocked-devices/import', chosen, {
        // `false` would be left out of the address.
        dry_run: apply ? '0' : '1',
        reason: reason.trim(),
      }),
    onSuccess: (found) => {
      if (!found.applied) return;
      void queries.invalidateQueries({ queryKey: ['blocked-devices'] });
      say(text.done(found.added));
      onClose();
    },
  });
  const found = send.data?.applied === false ? send.data : null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.title}
      size="lg"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <form
        onSubmit={(e) => {
          e.preventDefault();
          if (file) send.mutate({ chosen: file, apply: found !== null });
        }}
      >
        <Stack gap="sm">
          <p className="small soft">{text.help}</p>
          {send.error ? <ErrorBox error={send.error} /> : null}
          <FileInput
            label={text.file}
            value={file}
            onChange={(chosen) => {
              setFile(chosen);
              send.reset();
            }}
            accept=".csv,text/csv,text/plain"
            placeholder="stolen.csv"
            required
            clearable
            clearButtonProps={{ 'aria-label': words.remove }}
          />
          <TextInput
            label={`${text.reason} (${words.optional})`}
            value={reason}
            onChange={(e) => {
              setReason(e.currentTarget.value);
              send.reset();
            }}
            maxLength={500}
          />
          {found ? <Found found={found} /> : null}
          <Group gap="xs">
            <Button type="submit" disabled={!file || found?.added === 0} loading={send.isPending}>
              {found ? text.apply(found.added) : text.check}
            </Button>
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
