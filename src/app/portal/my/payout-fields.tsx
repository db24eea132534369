/** How somebody is paid: the same choices when an offer is confirmed and when details are corrected. */
import type { PayoutInput } from '../../offers.ts';
import { checkMethod, maskEmail, maskIban } from '../../../modules/money/accounts.ts';
import type { PayoutKind } from '../../../modules/money/rules/payouts.ts';
import { wordsOf, type Faults, type Form } from '../form.ts';
import { Bank, Coins, Envelope, Gift } from '../look/icons.tsx';
import { Choices, Field, type Option } from '../look/parts.tsx';
import type { Visit } from '../visit.ts';

export type PayoutValues = {
  readonly kind: string;
  readonly holder: string;
  readonly iban: string;
  readonly paypal_email: string;
};

/** What was typed; fields of other choices come along and are ignored. */
export function payoutValues(form: Form): PayoutValues {
  return {
    kind: form.text('kind'),
    holder: form.text('holder').slice(0, 200),
    iban: form.text('iban').slice(0, 60),
    paypal_email: form.text('paypal_email').slice(0, 254),
  };
}

/** A checked way of being paid, or what is wrong by field. */
export function checkPayout(
  values: PayoutValues,
  offered: readonly PayoutKind[],
  visit: Visit,
): { payout: PayoutInput } | { faults: Faults } {
  const kind = offered.find((one) => one === values.kind);
  if (!kind) return { faults: { kind: visit.say('choose.missing') } };
  const { holder, iban, paypal_email } = values;
  const faults: Record<string, string> = {};
  const checked = checkMethod({ kind, holder, iban, paypalEmail: paypal_email }, offered);
  if (!checked.ok) faults[checked.field?.replace('payout.', '') ?? 'kind'] = wordsOf(checked, visit.say);
  // The check stops at the first fault; both fields of a bank account are judged at once.
  if (kind === 'bank' && !holder) faults['holder'] = visit.say('fault.holder_missing');
  if (Object.keys(faults).length > 0) return { faults };
  return {
    payout: {
      kind,
      ...(kind === 'bank' ? { holder, iban } : {}),
      ...(kind === 'paypal' ? { paypal_email } : {}),
    },
  };
}

/** `Bank transfer, NL•• •••• •••• 4300`. */
export function payoutWords(payout: PayoutInput, visit: Visit): string {
  const name = visit.say(`payout.${payout.kind}`);
  if (payout.kind === 'bank') {
    const bare = (payout.iban ?? '').replaceAll(/[\s.-]/g, '').toUpperCase();
    return `${name}, ${maskIban(bare)}`;
  }
  return payout.kind === 'paypal' ? `${name}, ${maskEmail(payout.paypal_email ?? '')}` : name;
}

function optionOf(kind: PayoutKind, visit: Visit, values: PayoutValues, faults: Faults): Option {
  const { say } = visit;
  const base = { value: kind, title: say(`payout.${kind}`), detail: say(`payout.${kind}.hint`) };
  switch (kind) {
    case 'bank':
      return {
        ...base,
        icon: <Bank />,
        more: (
          <>
            <Field
              visit={visit}
              name="iban"
              label={say('payout.iban')}
              hint={say('payout.iban.hint')}
              value={values.iban}
              faults={faults}
              maxlength={60}
            />
            <Field
              visit={visit}
              name="holder"
              label={say('payout.holder')}
              value={values.holder}
              faults={faults}
              autocomplete="name"
              maxlength={140}
            />
            <p class="hint">{say('payout.safe')}</p>
          </>
        ),
      };
    case 'paypal':
      return {
        ...base,
        icon: <Envelope />,
        more: (
          <Field
            visit={visit}
            name="paypal_email"
            type="email"
            inputmode="email"
            label={say('payout.paypal_email')}
            value={values.paypal_email}
            faults={faults}
            autocomplete="email"
            maxlength={254}
          />
        ),
      };
    case 'store_credit':
      return { ...base, icon: <Gift /> };
    case 'cash':
      return { ...base, icon: <Coins /> };
  }
}

export function PayoutChoices({
  visit,
  offered,
  values,
  faults,
}: {
  visit: Visit;
  offered: readonly PayoutKind[];
  values: PayoutValues;
  faults: Faults;
}) {
  return (
    <Choices
      visit={visit}
      name="kind"
      legend={visit.say('payout.title')}
      value={values.kind}
      faults={faults}
      options={offered.map((kind) => optionOf(kind, visit, values, faults))}
    />
  );
}
