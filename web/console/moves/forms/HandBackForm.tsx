import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../../client.ts';
import type { Case } from '../../../contract/cases.ts';
import { ErrorBox } from '../../parts/Panel.tsx';
import { refreshCase } from '../../shell/live.ts';
import { useTexts } from '../../texts.tsx';
import css from '../Moves.module.css';
import { keepCase } from '../run.ts';
import type { FormProps } from './form-props.ts';

const KINDS = ['hand_over', 'custom_label'] as const;

/** How devices leave us: against a signature, or in a parcel with a number. Several may go in one. */
export function HandBackForm({ data, item, onClose }: FormProps) {
  const t = useTexts();
  const going = data.items.filter((i) => i.moves.some((m) => m.move === 'returned'));
  const [chosen, setChosen] = useState<string[]>(going.length > 1 ? going.map((i) => i.id) : [item.id]);
  const [kind, setKind] = useState<(typeof KINDS)[number]>(
    data.channel === 'in_store' ? 'hand_over' : 'custom_label',
  );
  const [signedBy, setSignedBy] = useState('');
  const [carrier, setCarrier] = useState('');
  const [tracking, setTracking] = useState('');
  const save = useMutation({
    mutationFn: () =>
      post<Case>(`/api/cases/${data.id}/hand-back`, {
        item_ids: chosen,
        kind,
        ...(kind === 'hand_over'
          ? { signed_by: signedBy.trim() }
          : { carrier: carrier.trim(), tracking_number: tracking.trim() }),
      }),
    onSuccess: (fresh) => {
      keepCase(fresh);
      refreshCase(data.id, chosen);
      onClose();
    },
  });
  const complete =
    chosen.length > 0 && (kind === 'hand_over' ? signedBy.trim() : carrier.trim() && tracking.trim());
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        if (complete) save.mutate();
      }}
    >
      <Stack gap="md">
        {save.error ? <ErrorBox error={save.error} /> : null}
        {going.length > 1 ? (
          <Checkbox.Group label={t.desk.handBack.which} value={chosen} onChange={setChosen}>
            <Stack gap={6} mt={6}>
              {going.map((i) => (
                <Checkbox key={i.id} value={i.id} label={`${i.number} · ${i.title}`} />
              ))}
            </Stack>
          </Checkbox.Group>
        ) : null}
        <div>
          <div>{t.desk.handBack.how}</div>
          <div className={css.choices} role="radiogroup" aria-label={t.desk.handBack.how}>
            {KINDS.map((k) => (
              <button
                key={k}
                type="button"
                role="radio"
                aria-checked={kind === k}
                className={css.choice}
                onClick={() => setKind(k)}
              >
                {t.desk.handBack[k]}
              </button>
            ))}
          </div>
        </div>
        {kind === 'hand_over' ? (
          <TextInput
            label={t.desk.handBack.signedBy}
            value={signedBy}
            onChange={(e) => setSignedBy(e.currentTarget.value)}
            required
            maxLength={200}
          />
        ) : (
          <div className={css.fields}>
            <TextInput
              label={t.desk.handBack.carrier}
              value={carrier}
              onChange={(e) => setCarrier(e.currentTarget.value)}
              required
              maxLength={60}
            />
            <TextInput
              label={t.desk.handBack.tracking}
              data-scan="here"
              value={tracking}
              onChange={(e) => setTracking(e.currentTarget.value)}
              required
              maxLength={40}
            />
          </div>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t.words.cancel}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!complete}>
            {t.desk.handBack.title}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
