/** The form each move asks for, by the name the workflow gives it. */
import type { MoveForm } from '../../../contract/cases.ts';
import { ReceiveForm } from '../../bench/ReceiveForm.tsx';
import { Note } from '../../parts/Panel.tsx';
import { useTexts } from '../../texts.tsx';
import type { FormProps } from './form-props.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { HandBackForm } from './HandBackForm.tsx';
import { HoldForm } from './HoldForm.tsx';
import { MethodForm } from './MethodForm.tsx';
import { PayoutForm } from './PayoutForm.tsx';
import { ReviseForm } from './ReviseForm.tsx';
import { ReleaseHolds } from './ReleaseHolds.tsx';

function Elsewhere() {
  const t = useTexts();
  return <Note>{t.desk.moves.elsewhere}</Note>;
}

function formFor(form: MoveForm): ((props: FormProps) => React.ReactNode) | null {
  switch (form) {
    case 'receive':
      return ({ data, onClose }) => <ReceiveForm data={data} onDone={onClose} onClose={onClose} />;
    case 'hold':
      return (p) => <HoldForm {...p} />;
    case 'release_hold':
      return (p) => <ReleaseHolds {...p} />;
    case 'revise':
      return (p) => <ReviseForm {...p} />;
    case 'answer':
    case 'dispute':
      return (p) => <AnswerForm {...p} />;
    case 'payout':
      return (p) => <PayoutForm {...p} />;
    case 'payout_details':
      return (p) => <MethodForm {...p} />;
    case 'hand_back':
      return (p) => <HandBackForm {...p} />;
    default:
      return null;
  }
}

export function MoveForms(props: FormProps) {
  const make = props.offer.form ? formFor(props.offer.form) : null;
  return make ? make(props) : <Elsewhere />;
}
