/** The moves of an item as buttons. A refused one is greyed, focusable, and says why: in its tooltip and in words. */
import { Button, Kbd, Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconPlayerPause } from '@tabler/icons-react';
import type { Case, CaseItem, MoveOffer } from '../../contract/cases.ts';
import { useFlow } from '../moves/MoveFlow.tsx';
import { endsIt, offered } from '../moves/offered.ts';
import moveCss from '../moves/Moves.module.css';
import { nameOf } from '../parts/format.ts';
import { whyRefused } from '../parts/refusal.ts';
import { oneKeyOn } from '../shell/keyboard.ts';
import { useTexts } from '../texts.tsx';

type ButtonsProps = { data: Case; item: CaseItem; keys: boolean };

function HoldMenu({ offers, onPick }: { offers: MoveOffer[]; onPick: (offer: MoveOffer) => void }) {
  const t = useTexts();
  return (
    <Menu>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlayerPause size={14} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {t.desk.holds.open}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {offers.map((offer) => (
          <Menu.Item key={offer.move} onClick={() => onPick(offer)}>
            {nameOf(t.workflow.holds, offer.move.slice('hold_'.length))}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function MoveButtons({ data, item, keys }: ButtonsProps) {
  const t = useTexts();
  const { make } = useFlow();
  const { open, holds, refused } = offered(item.moves);
  if (open.length + holds.length + refused.length === 0)
    return <p className="soft small">{t.desk.moves.none}</p>;
  const first = open.find((m) => !endsIt(m));
  return (
    <div role="group" aria-label={`${t.desk.moves.title} ${item.number}`}>
      <div className={moveCss.bar}>
        {open.map((offer) => {
          const digit = open.indexOf(offer) + 1;
          return (
            <Button
              key={offer.move}
              size="xs"
              variant={offer === first ? 'filled' : 'default'}
              onClick={() => make(data, item, offer)}
              rightSection={
                keys && oneKeyOn() && digit < 10 ? (
                  <Kbd size="xs" aria-hidden>
                    {digit}
                  </Kbd>
                ) : undefined
              }
            >
              {nameOf(t.workflow.moves, offer.move)}
            </Button>
          );
        })}
        {holds.length > 0 ? <HoldMenu offers={holds} onPick={(offer) => make(data, item, offer)} /> : null}
        {refused.map((offer) => (
          <Tooltip key={offer.move} label={whyRefused(t.refusals, offer.refused)}>
            <Button
              size="xs"
              variant="default"
              aria-disabled
              data-disabled
              aria-describedby={`why-${item.id}-${offer.move}`}
              onClick={(e) => e.preventDefault()}
            >
              {nameOf(t.workflow.moves, offer.move)}
            </Button>
          </Tooltip>
        ))}
      </div>
      {refused.length > 0 ? (
        <ul className={moveCss.refused} aria-label={t.desk.moves.refused}>
          {refused.map((offer) => (
            <li key={offer.move}>
              <span>{nameOf(t.workflow.moves, offer.move)}</span>
              <span id={`why-${item.id}-${offer.move}`}>{whyRefused(t.refusals, offer.refused)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
