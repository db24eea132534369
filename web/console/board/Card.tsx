/** One item on the board. The link covers the card, so the whole card opens it; the menu button lies above. */
import { ActionIcon } from '@mantine/core';
import { useDraggable } from '@dnd-kit/core';
import { IconDots, IconLock, IconStack2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { ItemCard } from '../../contract/cases.ts';
import { nameOf } from '../parts/format.ts';
import { Ago, Amount, Due, Place } from '../parts/Mark.tsx';
import { useMarked } from '../shell/live.ts';
import { useTexts } from '../texts.tsx';
import css from './Board.module.css';

type FaceProps = { card: ItemCard; showStatus: boolean };

function Face({ card, showStatus }: FaceProps) {
  const t = useTexts();
  return (
    <>
      <div className={css.line}>
        <span className={css.device}>{card.title}</span>
        {card.price ? (
          <Amount value={card.price} strong />
        ) : (
          <span className="soft small">{t.board.noPrice}</span>
        )}
      </div>
      <div className={`${css.line} soft small`}>
        <span className={css.cut}>{card.customer_name}</span>
        <span className={css.marks}>
          {card.siblings > 0 ? (
            <span className={`${css.siblings} soft small num`} title={t.board.siblings(card.siblings)}>
              <IconStack2 size={13} aria-hidden />
              {card.siblings + 1}
              <span className="hidden-visually">{t.board.siblings(card.siblings)}</span>
            </span>
          ) : null}
          <span className="num">{card.number}</span>
        </span>
      </div>
      <div className={css.line}>
        {showStatus ? <Place stage={card.stage} status={card.status} short /> : null}
        <span className={css.marks}>
          {card.holds > 0 && card.stage !== 'on_hold' ? (
            <span className="soft small" title={t.board.holds(card.holds)}>
              <IconLock size={13} aria-label={t.board.holds(card.holds)} />
            </span>
          ) : null}
        </span>
        <span className={css.due}>
          {card.due_at && card.next_actor !== 'nobody' ? (
            <>
              <span className={`${css.cut} soft small`}>{nameOf(t.workflow.nextActor, card.next_actor)}</span>
              <Due at={card.due_at} />
            </>
          ) : (
            <span className="soft small">
              <Ago at={card.entered_at} />
            </span>
          )}
        </span>
      </div>
    </>
  );
}

/** The card while it is carried. */
export function CarriedCard(props: FaceProps) {
  return (
    <div className={`${css.card} ${css.carried}`}>
      <Face {...props} />
    </div>
  );
}

type CardProps = FaceProps & { first: boolean; onMenu: (card: ItemCard, at: HTMLElement) => void };

export const Card = memo(function Card({ card, showStatus, first, onMenu }: CardProps) {
  const t = useTexts();
  const marked = useMarked(card.id);
  const { setNodeRef, listeners, attributes, isDragging } = useDraggable({ id: card.id, data: { card } });
  const { onKeyDown, ...pointer } = listeners ?? {};
  return (
    <li
      ref={setNodeRef}
      className={css.card}
      data-marked={marked || undefined}
      data-dragging={isDragging || undefined}
      data-card={card.id}
      {...pointer}
    >
      <Link
        to="/cases/$ref"
        params={{ ref: card.reference }}
        search={card.siblings > 0 ? { item: card.id } : {}}
        className={css.cover}
        draggable={false}
        tabIndex={first ? 0 : -1}
        aria-describedby={attributes['aria-describedby']}
        preload={false}
        onKeyDown={(e) => {
          if (e.key === 'm' && !e.ctrlKey && !e.metaKey) onMenu(card, e.currentTarget);
          else if (e.key !== 'Enter') (onKeyDown as ((event: unknown) => void) | undefined)?.(e);
        }}
      >
        <span className="hidden-visually">
          {card.number} {card.title}
        </span>
      </Link>
      <Face card={card} showStatus={showStatus} />
      <ActionIcon
        className={css.more}
        variant="default"
        size="sm"
        tabIndex={-1}
        aria-label={t.board.moveMenu(card.number)}
        onPointerDown={(e) => e.stopPropagation()}
        onMouseDown={(e) => e.stopPropagation()}
        onClick={(e) => onMenu(card, e.currentTarget)}
      >
        <IconDots size={15} />
      </ActionIcon>
    </li>
  );
});
