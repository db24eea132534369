/** The device's numbers: two IMEIs and a serial, with the check digit watched while typing; scanned or by hand. */
import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { put } from '../../client.ts';
import type { CaseItem, IdentityAnswer } from '../../contract/cases.ts';
import css from '../case/Case.module.css';
import { fieldError } from '../parts/fields.ts';
import { Ago, Place } from '../parts/Mark.tsx';
import { ErrorBox, Note } from '../parts/Panel.tsx';
import { say } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useMay } from '../session/me.ts';
import { refreshCase } from '../shell/live.ts';
import { useTexts } from '../texts.tsx';
import moveCss from '../moves/Moves.module.css';
import checkCss from './Checks.module.css';
import { Checks, checksKey } from './Checks.tsx';
import { imeiState, twoImeis } from './luhn.ts';

function Feedback({ text }: { text: string }) {
  const t = useTexts();
  const { is, digits, digit } = imeiState(text);
  const says = {
    empty: '',
    short: t.desk.identity.digits(digits),
    good: t.desk.identity.good,
    bad: t.desk.identity.bad,
    computed: t.desk.identity.computed(digit),
    sv: t.desk.identity.sv,
    long: t.desk.identity.tooLong,
    eid: t.checks.eid,
  }[is];
  const good = is === 'good' || is === 'computed' || is === 'sv';
  const bad = is === 'bad' || is === 'long' || is === 'eid';
  return (
    <div className={css.luhn} aria-live="polite" data-good={good || undefined} data-bad={bad || undefined}>
      {says}
    </div>
  );
}

type Numbers = { imei: string; imei2: string; serial: string };

function IdentityForm({
  item,
  caseId,
  onDone,
}: {
  item: CaseItem;
  caseId: string;
  onDone: (answer: IdentityAnswer) => void;
}) {
  const t = useTexts();
  const [value, setValue] = useState<Numbers>({
    imei: item.unit?.imei ?? '',
    imei2: item.unit?.imei2 ?? '',
    serial: item.unit?.serial ?? '',
  });
  const save = useMutation({
    mutationFn: () =>
      put<IdentityAnswer>(`/api/items/${item.id}/identity`, {
        imei: value.imei.trim() || null,
        imei2: value.imei2.trim() || null,
        serial: value.serial.trim() || null,
      }),
    onSuccess: (answer) => {
      refreshCase(caseId, [item.id]);
      void queries.invalidateQueries({ queryKey: checksKey(item.id) });
      onDone(answer);
    },
  });
  const typeImei = (text: string) => {
    const both = twoImeis(text);
    if (both) say(t.checks.split);
    setValue(both ? { ...value, imei: both[0], imei2: both[1] } : { ...value, imei: text });
  };
  const wrong = [value.imei, value.imei2].some((v) =>
    ['bad', 'long', 'short', 'eid'].includes(imeiState(v).is),
  );
  const nothing = !value.imei.trim() && !value.serial.trim();
  const phoneLike = item.category === 'phone' || item.category === 'tablet' || item.category === 'watch';
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        if (!nothing && !wrong) save.mutate();
      }}
    >
      {save.error ? <ErrorBox error={save.error} /> : null}
      <div className={moveCss.fields}>
        {phoneLike ? (
          <>
            <div>
              <TextInput
                label={t.desk.identity.imei}
                data-scan="here"
                value={value.imei}
                onChange={(e) => typeImei(e.currentTarget.value)}
                inputMode="numeric"
                autoComplete="off"
                maxLength={50}
                error={fieldError(save.error, 'imei')}
                className="num"
              />
              <Feedback text={value.imei} />
            </div>
            <div>
              <TextInput
                label={`${t.desk.identity.imei2} (${t.words.optional})`}
                data-scan="here"
                value={value.imei2}
                onChange={(e) => setValue({ ...value, imei2: e.currentTarget.value })}
                inputMode="numeric"
                autoComplete="off"
                maxLength={50}
                error={fieldError(save.error, 'imei2')}
                className="num"
              />
              <Feedback text={value.imei2} />
            </div>
          </>
        ) : null}
        <div>
          <TextInput
            label={phoneLike ? `${t.desk.identity.serial} (${t.words.optional})` : t.desk.identity.serial}
            data-scan="here"
            value={value.serial}
            onChange={(e) => setValue({ ...value, serial: e.currentTarget.value.toUpperCase() })}
            autoComplete="off"
            maxLength={40}
            error={fieldError(save.error, 'serial')}
          />
        </div>
      </div>
      <Group gap="sm" mt={6}>
        <Button type="submit" size="xs" loading={save.isPending} disabled={nothing || wrong}>
          {t.desk.identity.save}
        </Button>
        <span className="small soft">{t.desk.identity.help}</span>
      </Group>
    </form>
  );
}

/** Where a device lies with us and somebody may still look at it. */
const WITH_US = new Set(['being_inspected', 'on_hold', 'not_as_described']);

export function Identity({ item, caseId, editable }: { item: CaseItem; caseId: string; editable: boolean }) {
  const t = useTexts();
  const [editing, setEditing] = useState(false);
  const [answer, setAnswer] = useState<IdentityAnswer | null>(null);
  const may = useMay();
  const unit = item.unit;
  const mayCheck = may('inspection.record') && WITH_US.has(item.stage);
  if (!unit && !editable) return null;
  return (
    <div className={css.part}>
      <div className={css.partHead}>
        <h3>{t.desk.identity.title}</h3>
        {unit && editable && !editing ? (
          <Button size="compact-xs" variant="subtle" onClick={() => setEditing(true)}>
            {t.desk.identity.change}
          </Button>
        ) : null}
      </div>
      {unit && !editing ? (
        <dl className={css.numbers}>
          {(['imei', 'imei2', 'serial'] as const).map((key) =>
            unit[key] ? (
              <div key={key}>
                <dt>{t.desk.identity[key]}</dt>
                <dd className="mono">{unit[key]}</dd>
              </div>
            ) : null,
          )}
        </dl>
      ) : null}
      {editable && (!unit || editing) ? (
        <IdentityForm
          item={item}
          caseId={caseId}
          onDone={(a) => {
            setAnswer(a);
            setEditing(false);
          }}
        />
      ) : null}
      {unit ? (
        <p className={`${checkCss.life} small`}>
          <Link to="/units/$id" params={{ id: unit.id }}>
            {t.checks.life}
          </Link>
        </p>
      ) : null}
      {unit ? (
        <Checks
          itemId={item.id}
          caseId={caseId}
          editable={mayCheck}
          isPast={item.stage === 'being_inspected' && item.status !== 'pre_check'}
        />
      ) : null}
      {answer && answer.seen_before.length > 0 ? (
        <Note tone="warn">
          <strong>{t.desk.identity.seen}</strong>
          <ul className={css.plainList}>
            {answer.seen_before.map((s) => (
              <li key={s.item_id}>
                <Link to="/cases/$ref" params={{ ref: s.reference }}>
                  {s.reference}
                </Link>{' '}
                {s.title} <Place stage={s.stage} status={s.status} /> <Ago at={s.at} />
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
    </div>
  );
}
