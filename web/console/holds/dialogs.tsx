/** Ask, note an answer, approve, reject: one dialog each, and one press more does it. */
import { FileInput, NativeSelect, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { sendForm } from '../../client.ts';
import type { CaseFile } from '../../contract/files.ts';
import { Ask } from '../parts/Ask.tsx';
import { queries } from '../queries.ts';
import { PICTURE_ACCEPT } from '../photos/photo-data.ts';
import { useTexts } from '../texts.tsx';
import { Documents } from './Documents.tsx';
import { useHoldStep, type OfItem } from './hold-data.ts';
import { LetterPreview } from './LetterPreview.tsx';

type DialogProps = { of: OfItem; opened: boolean; onClose: () => void };

export function AskDialog({
  of,
  opened,
  onClose,
  title,
  customer,
}: DialogProps & { title: string; customer: string }) {
  const t = useTexts();
  const [note, setNote] = useState('');
  const step = useHoldStep(of, onClose);
  return (
    <Ask
      open={opened}
      title={title}
      confirm={t.holds.send}
      busy={step.isPending}
      error={step.error}
      onClose={onClose}
      onConfirm={() => step.mutate({ path: 'ask', body: { note: note.trim() || null } })}
    >
      <p>{t.holds.askText(customer)}</p>
      <Textarea
        label={t.holds.askNote}
        value={note}
        onChange={(e) => setNote(e.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={1000}
      />
      <LetterPreview holdId={of.hold.id} note={note.trim()} />
    </Ask>
  );
}

export function AnswerDialog({ of, opened, onClose }: DialogProps) {
  const t = useTexts();
  const [answer, setAnswer] = useState('');
  const [kind, setKind] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const step = useHoldStep(of, onClose);
  const save = async () => {
    setRefused(null);
    setSending(true);
    try {
      if (file) {
        const form = new FormData();
        form.set('file', file);
        form.set('item_id', of.itemId);
        await sendForm<CaseFile>(`/api/cases/${of.caseId}/files?purpose=proof`, form);
        setFile(null);
        await queries.invalidateQueries({ queryKey: ['files', of.caseId] });
      }
      step.mutate({ path: 'answered', body: { answer: answer.trim() || null, document_kind: kind || null } });
    } catch (error) {
      setRefused(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <Ask
      open={opened}
      title={t.holds.note}
      confirm={t.holds.save}
      busy={sending || step.isPending}
      error={refused ?? step.error}
      disabled={!answer.trim() && !file}
      onClose={onClose}
      onConfirm={() => void save()}
    >
      <p>{t.holds.noteText}</p>
      <Textarea
        label={t.holds.what}
        value={answer}
        onChange={(e) => setAnswer(e.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2000}
      />
      {of.hold.reason === 'proof_of_purchase' ? (
        <NativeSelect
          label={t.holds.kind}
          value={kind}
          onChange={(e) => setKind(e.currentTarget.value)}
          data={[
            { value: '', label: t.holds.anyKind },
            ...Object.entries(t.holds.kinds).map(([value, label]) => ({ value, label })),
          ]}
        />
      ) : null}
      <FileInput
        label={`${t.holds.file} (${t.words.optional})`}
        accept={`${PICTURE_ACCEPT},application/pdf`}
        value={file}
        onChange={setFile}
        clearable
      />
    </Ask>
  );
}

export function ApproveDialog({ of, opened, onClose }: DialogProps) {
  const t = useTexts();
  const step = useHoldStep(of, onClose);
  return (
    <Ask
      open={opened}
      title={t.holds.approve}
      confirm={t.holds.approve}
      busy={step.isPending}
      error={step.error}
      onClose={onClose}
      onConfirm={() => step.mutate({ path: 'approve', body: {} })}
    >
      <Documents caseId={of.caseId} itemId={of.itemId} />
      <p>{t.holds.approveText}</p>
    </Ask>
  );
}

const THEN = ['ask_again', 'send_back', 'legal'] as const;

export function RejectDialog({ of, opened, onClose }: DialogProps) {
  const t = useTexts();
  const [reason, setReason] = useState('');
  const [then, setThen] = useState<(typeof THEN)[number]>('ask_again');
  const step = useHoldStep(of, onClose);
  return (
    <Ask
      open={opened}
      title={t.holds.reject}
      confirm={t.holds.reject}
      danger
      busy={step.isPending}
      error={step.error}
      disabled={!reason.trim()}
      onClose={onClose}
      onConfirm={() => step.mutate({ path: 'reject', body: { reason: reason.trim(), then } })}
    >
      <Textarea
        label={t.holds.rejectWhy}
        description={then === 'ask_again' ? t.holds.rejectSeen : undefined}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
        required
        autosize
        minRows={2}
        maxLength={1000}
      />
      <div>
        <div id="reject-then">{t.holds.then}</div>
        <SegmentedControl
          aria-labelledby="reject-then"
          orientation="vertical"
          fullWidth
          value={then}
          onChange={(value) => setThen(THEN.find((one) => one === value) ?? 'ask_again')}
          data={THEN.map((value) => ({ value, label: t.holds[value] }))}
        />
      </div>
    </Ask>
  );
}
