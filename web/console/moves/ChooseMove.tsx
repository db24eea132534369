/** The moves of one item as a list; a refused one is greyed and says why. */
import { Modal } from '@mantine/core';
import type { CaseItem, MoveOffer } from '../../contract/cases.ts';
import { nameOf } from '../parts/format.ts';
import { whyRefused } from '../parts/refusal.ts';
import { useTexts } from '../texts.tsx';
import { canStart } from './offered.ts';
import css from './Moves.module.css';

type ChooseProps = {
  item: CaseItem;
  offers: MoveOffer[];
  onPick: (offer: MoveOffer) => void;
  onClose: () => void;
};

export function placeText(t: ReturnType<typeof useTexts>, to: string): string {
  const [stage = '', status = ''] = to.split('/');
  return `${nameOf(t.workflow.stages, stage)} · ${nameOf(t.workflow.statuses, status)}`;
}

export function ChooseMove({ item, offers, onPick, onClose }: ChooseProps) {
  const t = useTexts();
  const sorted = offers.toSorted((a, b) => Number(!canStart(a)) - Number(!canStart(b)));
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${t.board.chooseMove} ${item.number} ${item.title}`}
      closeButtonProps={{ 'aria-label': t.words.close }}
    >
      <ul className={css.list}>
        {sorted.map((offer, i) => (
          <li key={offer.move}>
            <button
              className={css.offer}
              aria-disabled={!canStart(offer)}
              data-autofocus={i === 0 || undefined}
              onClick={() => (canStart(offer) ? onPick(offer) : undefined)}
            >
              <strong>{nameOf(t.workflow.moves, offer.move)}</strong>
              <span className="small soft">
                {offer.refused && !canStart(offer)
                  ? whyRefused(t.refusals, offer.refused)
                  : offer.to === 'resume'
                    ? ''
                    : placeText(t, offer.to)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
