/** Holds and findings of the demo: asked and answered, photographed and offered anew. */
import { askCustomer, customerAnswered } from '../../src/modules/holds/actions/conversation.ts';
import { approveOwnership } from '../../src/modules/holds/actions/decide.ts';
import { openHold } from '../../src/modules/holds/actions.ts';
import { attachFile } from '../../src/modules/cases/actions/files.ts';
import { takeFile } from '../../src/modules/cases/http/stored-files.ts';
import type { FilePurpose } from '../../src/modules/cases/rules/files.ts';
import type { Actor, Ctx } from '../../src/kernel/actor.ts';
import { ok, type Outcome } from '../../src/kernel/outcome.ts';
import {
  completeInspection,
  openInspection,
  recordFindings,
} from '../../src/modules/inspection/actions/inspect.ts';
import { recordIdentity } from '../../src/modules/inspection/actions/identity.ts';
import { CHECKLISTS } from '../../src/modules/inspection/rules.ts';
import { luhnDigit } from '../../src/modules/inspection/rules/numbers.ts';
import { answerRevisions } from '../../src/modules/quotes/actions/answer.ts';
import { draftRevision } from '../../src/modules/quotes/actions/draft.ts';
import { reviseOffer } from '../../src/modules/quotes/actions/revise.ts';
import { openRevisions, revisionsOf } from '../../src/modules/quotes/actions/revisions.ts';
import { actorOf, byTester, customer, done, move, type Desk, type StepOf, type Told } from './desk.ts';
import { photoOf, type Damage } from './photos.ts';

type OpenHoldRow = { id: string; item_id: string; reason: string };

async function openHolds(desk: Desk, told: Told, reason: string | null): Promise<OpenHoldRow[]> {
  const found = await desk.postgres.pool.query<OpenHoldRow>(
    'select id, item_id, reason from holds where case_id = $1 and released_at is null and ($2::text is null or reason = $2) order by id',
    [told.caseId, reason],
  );
  return found.rows;
}

/** Keeps a drawn picture as a file of the case. */
async function picture(
  desk: Desk,
  told: Told,
  ctx: Ctx,
  about: { itemId: string; purpose: FilePurpose; damage: Damage; checkId: string | null },
): Promise<string> {
  const sent = { bytes: await photoOf(told.n, about.damage), name: `${about.purpose}-${told.n}.jpg` };
  const stored = await takeFile(desk, ctx.random, sent, about.purpose);
  if (!stored.ok) throw new Error(`demo case ${told.n}: ${stored.why}`);
  const { itemId, checkId } = about;
  const row = await done(desk, told, 'file', (tx) =>
    attachFile(tx, ctx, { caseId: told.caseId, itemId, stored: stored.value, checkId }),
  );
  return row.id;
}

/** Puts every device on hold. */
export function held(reason: 'general' | 'activation_lock' | 'proof_of_purchase', note: string): StepOf {
  return async (desk, told, ctx) => {
    const before = new Set((await openHolds(desk, told, reason)).map((hold) => hold.item_id));
    for (const itemId of told.itemIds)
      if (!before.has(itemId))
        await done(desk, told, 'hold', (tx) =>
          openHold(tx, ctx(byTester(desk, told)), itemId, { reason, note }),
        );
  };
}

/** The help desk asks about every hold the customer has a part in. */
export const asked: StepOf = async (desk, told, ctx) => {
  for (const hold of await openHolds(desk, told, null))
    if (hold.reason !== 'general')
      await done(desk, told, 'ask', (tx) => askCustomer(tx, ctx(actorOf(desk, 'help_desk')), hold.id));
};

/** The customer answers: a proof with its picture, a lock with the word that it is off. */
export const answered: StepOf = async (desk, told, ctx) => {
  for (const hold of await openHolds(desk, told, null)) {
    const as = ctx(customer(told));
    const isProof = hold.reason === 'proof_of_purchase';
    if (isProof)
      await picture(desk, told, as, {
        itemId: hold.item_id,
        purpose: 'proof',
        damage: 'fine',
        checkId: null,
      });
    const said = isProof ? { documentKind: 'invoice' as const } : { answer: 'I removed it from my account.' };
    await done(desk, told, 'answer', (tx) => customerAnswered(tx, as, hold.id, said));
  }
};

async function approve(desk: Desk, told: Told, ctx: (actor: Actor) => Ctx): Promise<void> {
  for (const hold of await openHolds(desk, told, 'proof_of_purchase'))
    await done(desk, told, 'approve', (tx) => approveOwnership(tx, ctx(actorOf(desk, 'owner')), hold.id));
}

/** Where a rule asked for a proof: asked, sent and approved within the hour, so that the story goes on. */
export async function proved(desk: Desk, told: Told, ctx: (actor: Actor) => Ctx): Promise<void> {
  if ((await openHolds(desk, told, 'proof_of_purchase')).length === 0) return;
  await asked(desk, told, ctx);
  await answered(desk, told, ctx);
  await approve(desk, told, ctx);
}

/** One check fails, with a photo, and the seller gets a new price for it. */
export function revised(check: 'screen' | 'body'): StepOf {
  return async (desk, told, ctx) => {
    for (const [at, itemId] of told.itemIds.entries()) {
      const as = ctx(byTester(desk, told));
      const list = CHECKLISTS[told.categories[at] ?? 'phone'];
      const damage = check === 'screen' ? 'cracked_screen' : 'worn_body';
      const opened = await done(desk, told, 'inspection', (tx) => openInspection(tx, as, itemId));
      const photo = await picture(desk, told, as, { itemId, purpose: 'photo', damage, checkId: check });
      await done(desk, told, 'findings', (tx) =>
        recordFindings(tx, as, opened.id, opened.version, {
          checks: Object.fromEntries(
            list.map((one) => [one.id, { result: one.id === check ? ('fail' as const) : ('pass' as const) }]),
          ),
          cosmetic_grade: 'D',
          functional_grade: 'works',
          battery_percent: 81,
          note: 'Seen under the lamp.',
        }),
      );
      await done(desk, told, 'complete', (tx) => completeInspection(tx, as, opened.id));
      await done(desk, told, 'revise', async (tx): Promise<Outcome<unknown>> => {
        const draft = await draftRevision(tx, as, itemId);
        if (!draft.ok) return draft;
        const { found, seq, told: said } = draft.value;
        // What the tester would choose, where the list itself does not lead to an answer.
        const question = draft.value.questions.find((one) => one.key === check) ?? draft.value.questions[0];
        const worse = question?.answers.findLast(
          (one) => one.effect.kind !== 'refuse' && !one.unsure && one.key !== said[question.key],
        );
        const changed = question && worse ? { [question.key]: worse.key } : {};
        // What the failed check says, and nothing that turned out better: one thing is told, and it is a fault.
        const failed = found.answers[check];
        const told = failed && failed !== said[check] ? { [check]: failed } : changed;
        return await reviseOffer(tx, as, itemId, {
          variantId: found.variantId,
          answers: { ...said, ...told },
          reasons: [check === 'screen' ? 'screen_damage' : 'body_damage'],
          photoIds: [photo],
          seq,
        });
      });
    }
  };
}

/** The seller answers every revised offer alike. */
export function answersOffer(answer: 'accept' | 'decline' | 'dispute'): StepOf {
  return async (desk, told, ctx) => {
    const as = ctx(customer(told));
    await done(desk, told, answer, async (tx): Promise<Outcome<unknown>> => {
      const open = openRevisions(await revisionsOf(tx, told.caseId));
      if (open.length === 0) return ok(null);
      const reason = answer === 'dispute' ? 'It was whole when I packed it.' : null;
      const answers = open.map((one) => ({ itemId: one.itemId, revisionId: one.id, answer, reason }));
      return await answerRevisions(tx, as, told.caseId, answers);
    });
  };
}

/** IMEI or serial, then on to the test; whoever is asked for a proof of purchase has it at hand. */
export const preCheck: StepOf = async (desk, told, ctx) => {
  await proved(desk, told, ctx);
  for (const [at, itemId] of told.itemIds.entries()) {
    const fourteen = `35${String(100_000 + told.n).slice(-6)}${String(told.n * 17 + at * 3 + 100_000).slice(-6)}`;
    const category = told.categories[at] ?? 'phone';
    const numbers =
      category === 'phone'
        ? { imei: fourteen + luhnDigit(fourteen) }
        : { serial: `F${category.charAt(0).toUpperCase()}X${fourteen.slice(-9)}` };
    await done(desk, told, 'identity', (tx) =>
      recordIdentity(tx, ctx(byTester(desk, told)), itemId, numbers),
    );
  }
  await move('pre_check_passed', byTester)(desk, told, ctx);
};
