import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERMISSIONS, type Actor } from '../../../kernel/actor.ts';
import {
  hasTag,
  moves,
  place,
  placeName,
  statusOf,
  step,
  type At,
  type Workflow,
} from '../../../kernel/workflow.ts';
import { GUARDS, type ItemFacts } from './guards.ts';
import { CLOCK_DAYS, clocksAt, dueAt, isOpen, workflowFaults, WORKFLOWS } from './workflows.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
const OWNER: Actor = { kind: 'staff', id: 'stf_owner', name: 'Owner', permissions: new Set(PERMISSIONS) };
const ACTORS: readonly Actor[] = [
  OWNER,
  { kind: 'customer', id: 'cus_1', caseId: 'cas_1', power: 'sensitive' },
  { kind: 'clock' },
  { kind: 'carrier', name: 'post' },
  { kind: 'system' },
];

/** Facts under which every guard that can hold, holds. */
const READY: ItemFacts = {
  now: NOW,
  channel: 'mail_in',
  silence: 'send_back',
  payTogether: true,
  hasContact: true,
  hasAddress: true,
  hasVisit: true,
  hasPayoutMethod: true,
  identityRecorded: true,
  inAnotherCase: false,
  checklistComplete: true,
  graded: true,
  openHolds: 0,
  mayNotLeave: false,
  disputes: 0,
  blocked: false,
  priceMinor: 10_000,
  quoteValidUntil: new Date('2026-12-01T00:00:00Z'),
  withdrawalNoted: false,
  revisionHasReason: true,
  revisionHasPhoto: true,
  revisionChangesAnswers: true,
  payoutState: 'paid',
  leftUs: true,
  siblingUnsettled: false,
};

const anyFacts: fc.Arbitrary<ItemFacts> = fc.record({
  now: fc.constant(NOW),
  channel: fc.constantFrom('mail_in' as const, 'in_store' as const),
  silence: fc.constantFrom('send_back' as const, 'accept' as const, 'hold' as const),
  payTogether: fc.boolean(),
  hasContact: fc.boolean(),
  hasAddress: fc.boolean(),
  hasVisit: fc.boolean(),
  hasPayoutMethod: fc.boolean(),
  identityRecorded: fc.boolean(),
  inAnotherCase: fc.boolean(),
  checklistComplete: fc.boolean(),
  graded: fc.boolean(),
  openHolds: fc.nat(2),
  mayNotLeave: fc.boolean(),
  disputes: fc.nat(2),
  blocked: fc.boolean(),
  priceMinor: fc.option(fc.nat(100_000)),
  quoteValidUntil: fc.option(
    fc.date({ min: new Date('2026-11-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
  ),
  withdrawalNoted: fc.boolean(),
  revisionHasReason: fc.boolean(),
  revisionHasPhoto: fc.boolean(),
  revisionChangesAnswers: fc.boolean(),
  payoutState: fc.constantFrom('ready' as const, 'submitted' as const, 'paid' as const, null),
  leftUs: fc.boolean(),
  siblingUnsettled: fc.boolean(),
});

function moveIds(workflow: Workflow): string[] {
  return [...new Set(workflow.moves.map((m) => m.id))];
}

describe.each(WORKFLOWS.map((w) => [w.id, w] as const))('%s', (_, workflow) => {
  it('has no fault', () => {
    expect(workflowFaults().filter((f) => f.workflow === workflow.id)).toEqual([]);
  });

  it('can be walked to every status, and from every status to an end', () => {
    const all = workflow.stages.flatMap((s) => s.statuses.map((t) => `${s.id}/${t.id}`));
    const seen = new Map<string, At | null>([['leads/new', null]]);
    for (const from of seen.keys())
      for (const actor of ACTORS)
        for (const silence of ['send_back', 'accept', 'hold'] as const)
          for (const withdrawalNoted of [true, false])
            for (const payoutState of ['paid', null] as const)
              for (const move of moveIds(workflow)) {
                const facts = { ...READY, silence, withdrawalNoted, payoutState };
                const taken = step(
                  workflow,
                  place(from),
                  move,
                  facts,
                  actor,
                  GUARDS,
                  place('being_inspected/testing'),
                );
                if (taken.ok && !seen.has(placeName(taken.value.to)))
                  seen.set(placeName(taken.value.to), place(from));
              }
    expect([...seen.keys()].toSorted()).toEqual(all.toSorted());
  });

  it('never leaves its own statuses, pays nothing twice and never moves from a final status but to give back', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            move: fc.constantFrom(...moveIds(workflow)),
            actor: fc.constantFrom(...ACTORS),
            facts: anyFacts,
          }),
          { maxLength: 40 },
        ),
        (walk) => {
          let at: At = place('leads/new');
          let resume: At | null = null;
          let paid = 0;
          for (const { move, actor, facts } of walk) {
            const taken = step(workflow, at, move, facts, actor, GUARDS, resume);
            if (!taken.ok) continue;
            const { to, def } = taken.value;
            expect(statusOf(workflow, to)).not.toBeNull();
            if (hasTag(workflow, at, 'final')) expect(def.id).toBe('receive');
            if (to.stage === 'on_hold' && at.stage !== 'on_hold') resume = at;
            if (hasTag(workflow, to, 'ours')) {
              paid += 1;
              expect(facts.payoutState).toBe('paid');
              expect(facts.openHolds).toBe(0);
            }
            at = to;
          }
          expect(paid).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('names a next actor and a due date wherever somebody has to act', () => {
    for (const stage of workflow.stages)
      for (const status of stage.statuses) {
        const at = { stage: stage.id, status: status.id };
        const due = dueAt(
          clocksAt(workflow, { def: { id: '', from: [], to: '', by: {} }, to: at }, NOW, CLOCK_DAYS),
        );
        if (isOpen(workflow, at)) {
          expect(status.next, placeName(at)).not.toBe('nobody');
          expect(due, placeName(at)).not.toBeNull();
        }
      }
  });

  it('offers each move with a reason when it is refused', () => {
    const bare: ItemFacts = {
      ...READY,
      hasContact: false,
      identityRecorded: false,
      checklistComplete: false,
      openHolds: 1,
    };
    for (const stage of workflow.stages)
      for (const status of stage.statuses)
        for (const offer of moves(workflow, { stage: stage.id, status: status.id }, bare, OWNER, GUARDS))
          if (offer.refused) expect(offer.refused.why.length).toBeGreaterThan(10);
  });
});

describe('where the texts decide', () => {
  const mail = WORKFLOWS.find((w) => w.id === 'buyback_mail_in') as Workflow;
  const store = WORKFLOWS.find((w) => w.id === 'buyback_in_store') as Workflow;
  const go = (
    workflow: Workflow,
    from: string,
    move: string,
    facts: Partial<ItemFacts> = {},
    actor: Actor = OWNER,
  ) => {
    const taken = step(
      workflow,
      place(from),
      move,
      { ...READY, ...facts },
      actor,
      GUARDS,
      place('payout_processing/ready'),
    );
    return taken.ok ? placeName(taken.value.to) : taken.code;
  };

  it('a declined device is sent back, not “Returned” while it is still here', () => {
    expect(go(mail, 'not_as_described/revised_offer', 'decline')).toBe('on_hold/return');
    expect(go(store, 'not_as_described/revised_offer', 'decline')).toBe('return/to_hand_back');
  });

  it('after a payout is submitted nobody can withdraw', () => {
    expect(go(mail, 'payout_processing/ready', 'withdraw', { payoutState: 'ready' })).toBe('on_hold/return');
    expect(go(mail, 'payout_processing/submitted', 'withdraw', { payoutState: 'submitted' })).toBe(
      'move_not_from_here',
    );
    expect(go(mail, 'payout_processing/ready', 'withdraw', { payoutState: 'submitted' })).toBe(
      'payout_submitted',
    );
  });

  it('a device under legal hold is neither paid nor sent back', () => {
    expect(go(mail, 'on_hold/general', 'withdraw', { mayNotLeave: true, payoutState: null })).toBe(
      'legal_hold',
    );
    expect(
      go(mail, 'being_inspected/passed', 'pay_out', { openHolds: 1, mayNotLeave: true }, { kind: 'system' }),
    ).toBe('hold_open');
  });

  it('silence means what the seller was told', () => {
    const clock: Actor = { kind: 'clock' };
    expect(go(mail, 'not_as_described/revised_offer', 'lapse', { silence: 'send_back' }, clock)).toBe(
      'on_hold/return',
    );
    expect(go(mail, 'not_as_described/revised_offer', 'lapse', { silence: 'accept' }, clock)).toBe(
      'not_as_described/seller_accepted',
    );
    expect(go(mail, 'not_as_described/revised_offer', 'lapse', { silence: 'hold' }, clock)).toBe(
      'on_hold/general',
    );
  });

  it('a parcel that arrives after a cancellation is received and goes back', () => {
    expect(go(mail, 'leads/cancelled', 'receive')).toBe('on_hold/return');
  });

  it('devices are paid together unless the shop pays them as they are ready', () => {
    const system: Actor = { kind: 'system' };
    expect(go(mail, 'being_inspected/passed', 'pay_out', { siblingUnsettled: true }, system)).toBe(
      'siblings_open',
    );
    expect(
      go(mail, 'being_inspected/passed', 'pay_out', { siblingUnsettled: true, payTogether: false }, system),
    ).toBe('payout_processing/ready');
  });

  it('an expired quote is not confirmed', () => {
    expect(go(mail, 'leads/abandoned', 'confirm', { quoteValidUntil: new Date('2026-11-20') })).toBe(
      'quote_expired',
    );
  });
});
