/** What every form of a move is given. */
import type { Case, CaseItem, MoveOffer } from '../../../contract/cases.ts';

export type FormProps = { data: Case; item: CaseItem; offer: MoveOffer; onClose: () => void };
