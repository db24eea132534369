/** The seller's answer, given on their behalf: accept, decline, or a second inspection. */
import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RevisionAnswer } from '../../../contract/revision.ts';
import { ErrorBox, Note, Waiting } from '../../parts/Panel.tsx';
import { useAnswers, useRevisions, type How } from '../../revision/data.ts';
import { ShownOffer } from '../../revision/Shown.tsx';
import { useTexts } from '../../texts.tsx';
import { nameOf } from '../../parts/format.ts';
import type { FormProps } from './form-props.ts';

const HOWS: readonly How[] = ['counter', 'phone', 'mail'];

export function AnswerForm({ data, item, offer, onClose }: FormProps) {
  const t = useTexts();
  const [how, setHow] = useState<How>(data.channel === 'in_store' ? 'counter' : 'phone');
  const [reason, setReason] = useState('');
  const all = useRevisions(data.id);
  const save = useAnswers(data.id, onClose);
  if (all.isPending) return <Waiting />;
  if (all.error) return <ErrorBox error={all.error} retry={() => void all.refetch()} />;
  const open = all.data.items.find((r) => r.item_id === item.id && r.state === 'offered');
  if (!open) return <Note>{t.revision.none}</Note>;
  const answer: RevisionAnswer['answer'] =
    offer.move === 'accept' || offer.move === 'dispute' ? offer.move : 'decline';
  const isDispute = answer === 'dispute';
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        const given = { item_id: item.id, revision_id: open.id, answer };
        save.mutate({ how, answers: [isDispute ? { ...given, reason: reason.trim() } : given] });
      }}
    >
      <Stack gap="md">
        {save.error ? <ErrorBox error={save.error} /> : null}
        <ShownOffer
          differences={open.differences}
          reasons={open.reasons.map((r) => r.code)}
          note={open.note}
          photos={open.photos}
          captions={open.captions}
          before={open.old_price}
          price={open.price}
        />
        <NativeSelect
          label={t.revision.how}
          value={how}
          onChange={(e) => setHow(HOWS.find((h) => h === e.currentTarget.value) ?? 'phone')}
          data={HOWS.map((h) => ({ value: h, label: t.revision.hows[h] }))}
        />
        {isDispute ? (
          <Textarea
            label={t.revision.disputeReason}
            description={t.revision.disputeHelp}
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
            required
            maxLength={1000}
            autosize
            minRows={2}
          />
        ) : null}
        <Group justify="space-between" gap="xs">
          <Link to="/counter/answer/$caseId" params={{ caseId: data.id }}>
            {t.revision.counter}
          </Link>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t.words.cancel}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {nameOf(t.workflow.moves, offer.move)}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
