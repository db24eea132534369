/** Somebody else is at it: who, since when, and taking it over. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { post } from '../../client.ts';
import type { FullInspection } from '../../contract/inspection.ts';
import { whenText } from '../parts/format.ts';
import { useNow } from '../parts/now.ts';
import { ErrorBox, Note } from '../parts/Panel.tsx';
import { useSpeech } from '../texts.tsx';
import { askAgain } from './data.ts';
import css from './Inspection.module.css';

/** `3 minutes ago`, in the words of the language. */
function agoText(ms: number, locale: string): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const [amount, unit]: [number, Intl.RelativeTimeFormatUnit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 36 * 60
        ? [Math.round(minutes / 60), 'hour']
        : [Math.round(minutes / 1440), 'day'];
  return new Intl.RelativeTimeFormat(locale).format(-amount, unit);
}

type HeldProps = { inspection: FullInspection; mayTake: boolean; onTaken: () => void };

export function Held({ inspection, mayTake, onTaken }: HeldProps) {
  const { texts: t, locale } = useSpeech();
  const now = useNow();
  const take = useMutation({
    mutationFn: () => post<FullInspection>(`/api/inspections/${inspection.id}/take-over`),
    onSuccess: async () => {
      onTaken();
      await askAgain(inspection.id);
    },
  });
  const idle = now - Date.parse(inspection.last_active_at);
  const name = inspection.inspector?.name ?? t.inspection.somebody;
  return (
    <>
      <Note tone="warn">
        <div className={css.held} role="status">
          <span>
            <strong>
              {idle < 60_000 ? t.inspection.heldNow(name) : t.inspection.held(name, agoText(idle, locale))}
            </strong>{' '}
            <span className="small">{t.inspection.begun(whenText(inspection.started_at, locale))}</span>
          </span>
          {mayTake ? (
            <Button size="xs" variant="default" loading={take.isPending} onClick={() => take.mutate()}>
              {t.inspection.takeOver}
            </Button>
          ) : null}
        </div>
      </Note>
      {take.error ? <ErrorBox error={take.error} /> : null}
    </>
  );
}
