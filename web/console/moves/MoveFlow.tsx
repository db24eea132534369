/**
 * The one way from a wish to a move, for board, table and case page: choose among the moves the server offers,
 * give the reason or the form it asks for, make it. Moves that need nothing more are made at once.
 */
import {
  createContext,
  lazy,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { get } from '../../client.ts';
import type { Case, CaseItem, MoveOffer } from '../../contract/cases.ts';
import { nameOf } from '../parts/format.ts';
import { say, sayError } from '../parts/Say.tsx';
import { queries } from '../queries.ts';
import { useTexts } from '../texts.tsx';
import { canStart } from './offered.ts';
import { useMakeMove } from './run.ts';

const ChooseMove = lazy(() => import('./ChooseMove.tsx').then((m) => ({ default: m.ChooseMove })));
const MakeMove = lazy(() => import('./MakeMove.tsx').then((m) => ({ default: m.MakeMove })));

/** Moves that end something: asked about even though they need no form. */
const FINAL_WORDS = new Set(['cancel', 'abandon', 'withdraw', 'declare_lost', 'note_withdrawal', 'returned']);

export type Flow = {
  /** Shows the moves of an item, or only those that lead to one stage. */
  choose: (caseId: string, itemId: string, stage: string | null) => void;
  /** Makes a move, asking first for what it needs. */
  make: (data: Case, item: CaseItem, offer: MoveOffer) => void;
};

const FlowContext = createContext<Flow | null>(null);

type Asked =
  | { step: 'choose'; data: Case; item: CaseItem; offers: MoveOffer[] }
  | { step: 'make'; data: Case; item: CaseItem; offer: MoveOffer }
  | null;

export function useFlow(): Flow {
  const flow = useContext(FlowContext);
  if (!flow) throw new Error('moves are used outside their provider');
  return flow;
}

/** True when a move can be made by the press of its button. */
export function isDirect(offer: MoveOffer): boolean {
  return offer.form === null && offer.reason !== 'required' && !FINAL_WORDS.has(offer.move);
}

/** A release leads back to where the hold came from, which is known only when nothing stands in its way. */
function leadsTo(offer: MoveOffer, stage: string, from: string): boolean {
  return offer.to === 'resume' ? stage !== from : offer.to.split('/')[0] === stage;
}

export function MoveFlow({ children }: { children: ReactNode }) {
  const t = useTexts();
  const [asked, setAsked] = useState<Asked>(null);
  const { mutate } = useMakeMove();
  const make = useCallback(
    (data: Case, item: CaseItem, offer: MoveOffer) => {
      if (isDirect(offer)) {
        setAsked(null);
        mutate({ data, items: [item], offer, reason: null });
      } else setAsked({ step: 'make', data, item, offer });
    },
    [mutate],
  );
  const choose = useCallback(
    (caseId: string, itemId: string, stage: string | null) => {
      const fetched = queries.fetchQuery({
        queryKey: ['case', caseId],
        queryFn: () => get<Case>(`/api/cases/${caseId}`),
        staleTime: 0,
      });
      fetched.then((data) => {
        const item = data.items.find((i) => i.id === itemId);
        if (!item) return;
        const offers = item.moves.filter((m) => !stage || leadsTo(m, stage, item.stage));
        const [first] = offers;
        if (!first) say(stage ? t.board.noWay(nameOf(t.workflow.stages, stage)) : t.desk.moves.none, 'bad');
        else if (stage && offers.length === 1 && canStart(first)) make(data, item, first);
        else setAsked({ step: 'choose', data, item, offers });
      }, sayError);
    },
    [make, t],
  );
  const flow = useMemo(() => ({ choose, make }), [choose, make]);
  return (
    <FlowContext value={flow}>
      {children}
      <Suspense>
        {asked?.step === 'choose' ? (
          <ChooseMove
            {...asked}
            onPick={(offer) => make(asked.data, asked.item, offer)}
            onClose={() => setAsked(null)}
          />
        ) : null}
        {asked?.step === 'make' ? (
          <MakeMove key={`${asked.item.id} ${asked.offer.move}`} {...asked} onClose={() => setAsked(null)} />
        ) : null}
      </Suspense>
    </FlowContext>
  );
}
