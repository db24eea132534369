import { Note } from '../../parts/Panel.tsx';
import { FailForm, PaidForm, SubmitForm } from '../../payouts/PayoutForms.tsx';
import { useTexts } from '../../texts.tsx';
import type { FormProps } from './form-props.ts';

/** A payout's move from the case page: the same forms as in the payout queue, always with the amount. */
export function PayoutForm({ data, item, offer, onClose }: FormProps) {
  const t = useTexts();
  if (!item.payout) return <Note>{t.desk.moves.elsewhere}</Note>;
  const payout = {
    ...item.payout,
    name: `${data.reference}/${item.payout.number}`,
    case_id: data.id,
    customer_name: data.contact.name,
  };
  if (offer.move === 'submit_payout') return <SubmitForm payout={payout} onDone={onClose} />;
  if (offer.move === 'payout_failed') return <FailForm payout={payout} onDone={onClose} />;
  return <PaidForm payout={payout} onDone={onClose} />;
}
