/** What follows from looking at a device: holds begin and end, papers are filed, an old offer is off the table. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersOffer, preCheck, revised } from '../../db/demo/conversation.ts';
import { photoOf } from '../../db/demo/photos.ts';
import { actorOf, carrier, confirm, received, type Told } from '../../db/demo/desk.ts';
import { must, refusedWith, staffActor } from '../../test/harness.ts';
import type { Actor, Ctx } from '../kernel/actor.ts';
import { ok, type Outcome } from '../kernel/outcome.ts';
import { DAY, HOUR } from '../kernel/time.ts';
import { attachFile } from '../modules/cases/actions/files.ts';
import { factsOf, moveItems } from '../modules/cases/actions/move.ts';
import { takeFile } from '../modules/cases/http/stored-files.ts';
import type { FilePurpose } from '../modules/cases/rules/files.ts';
import { readFileRow } from '../modules/cases/store/files.ts';
import { openHold, releaseHold } from '../modules/holds/actions.ts';
import { askCustomer, customerAnswered } from '../modules/holds/actions/conversation.ts';
import { approveOwnership, rejectOwnership } from '../modules/holds/actions/decide.ts';
import { openHoldFor, openReasons, readHold } from '../modules/holds/store.ts';
import { followChecks } from '../modules/inspection/actions/checked.ts';
import { completeInspection, openInspection, recordFindings } from '../modules/inspection/actions/inspect.ts';
import { answerLock, type LockAnswer } from '../modules/inspection/actions/manual-checks.ts';
import { keepAnswer } from '../modules/inspection/actions/pre-check.ts';
import { checksOf, insertCheck, readSubject } from '../modules/inspection/store/pre-check.ts';
import { forgetShop } from '../modules/identity/shop.ts';
import { handBack } from '../modules/shipping/actions/hand-back.ts';
import { openRevisions, revisionsOf } from '../modules/quotes/actions/revisions.ts';
import type { Tx } from '../platform/postgres.ts';
import { drawAsked } from './http/hold-letter.ts';
import { followWhatWasFound } from './pre-check.ts';
import { desk, events, go, letters, offer, SYSTEM, world } from './testing-mail.ts';

const ANN = staffActor();
const BEN = staffActor(undefined, 'stf_ben');
const act = <T>(work: (tx: Tx, ctx: Ctx) => Promise<Outcome<T>>, who: Actor = ANN) =>
  world.postgres.transact((tx) => work(tx, world.ctxFor(who)));
const hold = async (itemId: string, reason: string) =>
  must(await act((tx, ctx) => openHold(tx, ctx, itemId, { reason, note: 'look' }))).id;
const lock = async (one: { item: string }, locked: LockAnswer['locked']) =>
  must(await act((tx, ctx) => answerLock(tx, ctx, one.item, { locked })));
const place = async (one: Told) => {
  const [row] = (await factsOf(world.postgres.db, one.caseId)).rows;
  return `${row?.stage}/${row?.status}`;
};
const reasons = (one: { item: string }) => openReasons(world.postgres.db, one.item);

async function fourEyes(on: boolean): Promise<void> {
  await sql`update shop set settings = settings || ${JSON.stringify({ ownership_four_eyes: on })}::jsonb`.execute(
    world.postgres.db,
  );
  forgetShop(world.postgres.db);
}

async function onBench(): Promise<Told & { item: string }> {
  const one = await offer({ locale: 'de', devices: 1 });
  await go(one, confirm, carrier('accepted', 'Utrecht'), received('ok'));
  const item = one.itemIds[0] ?? '';
  const proof = await openHoldFor(world.postgres.db, item, 'proof_of_purchase');
  if (proof) must(await act((tx, ctx) => releaseHold(tx, ctx, proof.id, null)));
  return { ...one, item };
}

async function paper(one: Told, purpose: FilePurpose): Promise<string> {
  const sent = { bytes: await photoOf(one.n, 'fine'), name: 'invoice.jpg' };
  const stored = must(await takeFile(desk, world.ctxFor(ANN).random, sent, purpose));
  return must(await act((tx, ctx) => attachFile(tx, ctx, { caseId: one.caseId, itemId: null, stored }))).id;
}

beforeAll(() => followChecks(followWhatWasFound));
afterAll(() => followChecks(null));

describe('the owner’s lock', () => {
  it('holds a device when it is found, and lets it go when a later look finds it off', async () => {
    const one = await onBench();
    const from = await place(one);
    await lock(one, 'yes');
    expect(await reasons(one)).toEqual(['activation_lock']);
    await lock(one, 'unknown');
    expect(await reasons(one)).toEqual(['activation_lock']);
    await lock(one, 'no');
    expect(await reasons(one)).toEqual([]);
    expect(await place(one)).toBe(from);
  });

  it('that is off ends no other hold', async () => {
    const one = await onBench();
    await lock(one, 'yes');
    await hold(one.item, 'general');
    await lock(one, 'no');
    expect(await reasons(one)).toEqual(['general']);
    expect((await place(one)).startsWith('on_hold/')).toBe(true);
  });

  it('looked at before the hold was opened by hand does not end it', async () => {
    const one = await onBench();
    await lock(one, 'no');
    await hold(one.item, 'activation_lock');
    await lock(one, 'unknown');
    expect(await reasons(one)).toEqual(['activation_lock']);
  });
});

describe('a provider that is slow', () => {
  const MINUTES = 60_000;

  /** Asked now; answers later that the lock is off. */
  async function asked(one: { caseId: string; item: string }): Promise<() => Promise<unknown>> {
    const id = `chk_${one.item}`;
    const subject = await readSubject(world.postgres.db, one.item);
    await act(async (tx, ctx) => {
      await insertCheck(tx, {
        id,
        case_id: one.caseId,
        item_id: one.item,
        unit_id: subject?.unit_id ?? null,
        kind: 'provider',
        verdict: 'asked',
        provider: 'test',
        detail: '',
        evidence: { imei: subject?.imei, imei2: subject?.imei2, serial: subject?.serial },
        asked_by_kind: 'system',
        asked_by_id: null,
        asked_at: ctx.now,
        answered_at: null,
      });
      return ok(null);
    });
    world.clock.move(MINUTES);
    const answer = { verdict: 'clean', lock: 'clean', detail: 'Nothing known.', evidence: {} } as const;
    return async () => {
      world.clock.move(MINUTES);
      return must(await act((tx, ctx) => keepAnswer(tx, { ...ctx, actor: SYSTEM }, id, answer)));
    };
  }

  it('does not overrule whoever looked at the device since it was asked', async () => {
    const one = await onBench();
    const answers = await asked(one);
    await lock(one, 'yes');
    await answers();
    expect(await reasons(one)).toEqual(['activation_lock']);
    const [newest] = (await checksOf(world.postgres.db, one.item)).filter(
      (c) => c.kind === 'activation_lock',
    );
    expect(newest).toMatchObject({ verdict: 'hit', provider: 'manual' });
  });

  it('does not end a hold that was opened since it was asked', async () => {
    const one = await onBench();
    const answers = await asked(one);
    await hold(one.item, 'activation_lock');
    await answers();
    expect(await reasons(one)).toEqual(['activation_lock']);
  });

  it('ends a hold when it was asked after that', async () => {
    const one = await onBench();
    await lock(one, 'yes');
    world.clock.move(MINUTES);
    await (
      await asked(one)
    )();
    expect(await reasons(one)).toEqual([]);
  });
});

describe('a proof', () => {
  it('nobody has shown is not approved', async () => {
    const one = await onBench();
    const id = await hold(one.item, 'proof_of_purchase');
    expect(refusedWith(await act((tx, ctx) => approveOwnership(tx, ctx, id)))).toBe('not_answered');
    must(await act((tx, ctx) => askCustomer(tx, ctx, id)));
    expect(refusedWith(await act((tx, ctx) => approveOwnership(tx, ctx, id)))).toBe('not_answered');
    expect((await readHold(world.postgres.db, id))?.released_at).toBeNull();
  });

  it('is decided by nobody who ever asked for it, whoever asked last', async () => {
    await fourEyes(true);
    const one = await onBench();
    const id = await hold(one.item, 'proof_of_purchase');
    must(await act((tx, ctx) => askCustomer(tx, ctx, id)));
    world.clock.move(HOUR);
    must(await act((tx, ctx) => askCustomer(tx, ctx, id), BEN));
    must(await act((tx, ctx) => customerAnswered(tx, ctx, id, { answer: 'Here' }), BEN));
    for (const who of [ANN, BEN])
      expect(refusedWith(await act((tx, ctx) => approveOwnership(tx, ctx, id), who))).toBe('four_eyes');
    must(await act((tx, ctx) => approveOwnership(tx, ctx, id), staffActor(undefined, 'stf_cor')));
    await fourEyes(false);
  });

  it('somebody noted is approved by another, where the shop works with four eyes', async () => {
    await fourEyes(true);
    const one = await onBench();
    const id = await hold(one.item, 'proof_of_purchase');
    must(await act((tx, ctx) => customerAnswered(tx, ctx, id, { answer: 'Showed it at the counter' })));
    expect(refusedWith(await act((tx, ctx) => approveOwnership(tx, ctx, id)))).toBe('four_eyes');
    must(await act((tx, ctx) => approveOwnership(tx, ctx, id), BEN));
    await fourEyes(false);
  });

  it('that came by mail is filed with its device; a photo or another case’s paper is not', async () => {
    const [one, other] = [await onBench(), await onBench()];
    const id = await hold(one.item, 'proof_of_purchase');
    const says = (fileIds: string[]) =>
      act((tx, ctx) => customerAnswered(tx, ctx, id, { documentKind: 'invoice', fileIds }));
    const mail = await paper(one, 'mail');
    for (const wrong of [await paper(other, 'mail'), await paper(one, 'photo'), 'fil_none'])
      expect(refusedWith(await says([mail, wrong]))).toBe('file_unknown');
    expect((await readFileRow(world.postgres.db, mail))?.purpose).toBe('mail');
    must(await says([mail]));
    expect(await readFileRow(world.postgres.db, mail)).toMatchObject({ purpose: 'proof', item_id: one.item });
    expect((await readHold(world.postgres.db, id))?.step).toBe('answered');
  });

  it('that is turned down tells the customer why when it is asked for again', async () => {
    const one = await onBench();
    const id = await hold(one.item, 'proof_of_purchase');
    must(await act((tx, ctx) => askCustomer(tx, ctx, id)));
    must(await act((tx, ctx) => customerAnswered(tx, ctx, id, { answer: 'Here' })));
    world.clock.move(HOUR);
    const reason = 'Der Name auf der Rechnung fehlt.';
    must(await act((tx, ctx) => rejectOwnership(tx, ctx, id, { reason, then: 'ask_again' })));
    const asked = (await letters(one.caseId)).filter((l) => l.event === 'on_hold_proof_of_purchase');
    expect(asked.map((l) => l.data.reason)).toEqual([null, reason]);
  });
});

describe('a reason of the shop’s own', () => {
  it('is asked about by a letter that names it in the customer’s language', async () => {
    const labels = {
      en: 'Your identity',
      nl: 'Uw identiteit',
      de: 'Ihr Ausweis',
      fr: 'Votre identité',
      es: 'Su identidad',
    };
    await sql`
      insert into hold_reasons (id, status, labels, due_days, asks_customer, blocks_leaving, ours, active)
      values ('identity', 'general', ${JSON.stringify(labels)}, 2, true, false, false, true)`.execute(
      world.postgres.db,
    );
    const one = await onBench();
    const id = await hold(one.item, 'identity');
    must(await act((tx, ctx) => askCustomer(tx, ctx, id, { note: 'Bitte nur die Vorderseite.' })));
    expect((await events(one)).filter((e) => e.startsWith('on_hold_'))).toEqual(['on_hold_question 1']);
    const drawn = must(
      await drawAsked(world.postgres.db, world.ctxFor(ANN), id, 'Nur die <b>Vorderseite</b>.'),
    );
    expect(drawn).toMatchObject({ to: one.person.email, locale: 'de' });
    expect(drawn.subject).toContain('Frage zu Ihrem Gerät');
    expect(drawn.html).toContain('Ihr Ausweis');
    expect(drawn.html).toContain('Vorderseite');
    expect(drawn.html).not.toContain('<b>Vorderseite');
    const letter = (await letters(one.caseId)).find((l) => l.event === 'on_hold_question');
    expect(letter?.data).toMatchObject({ topic: 'Ihr Ausweis', reason: 'Bitte nur die Vorderseite.' });
  });
});

describe('the letter of a question', () => {
  it('is drawn for what the customer has a part in, and sends nothing', async () => {
    const one = await onBench();
    const before = (await letters(one.caseId)).length;
    const id = await hold(one.item, 'activation_lock');
    const draw = (holdId: string) => drawAsked(world.postgres.db, world.ctxFor(ANN), holdId, null);
    expect(must(await draw(id)).text).toContain('Konto');
    expect(refusedWith(await draw(await hold(one.item, 'legal')))).toBe('nobody_asked');
    expect(refusedWith(await draw('hld_none'))).toBe('hold_not_found');
    must(await act((tx, ctx) => releaseHold(tx, ctx, id, null)));
    expect(refusedWith(await draw(id))).toBe('hold_released');
    expect((await letters(one.caseId)).length).toBe(before);
  });
});

describe('a device held before its second inspection', () => {
  it('that is refused and sent back is inspected no more, and hides nothing any more', async () => {
    const one = await onBench();
    await go(one, preCheck, revised('screen'), answersOffer('dispute'));
    const id = await hold(one.item, 'proof_of_purchase');
    must(await act((tx, ctx) => customerAnswered(tx, ctx, id, { answer: 'Here' })));
    must(await act((tx, ctx) => rejectOwnership(tx, ctx, id, { reason: 'Not theirs.', then: 'send_back' })));
    expect(await place(one)).toBe('on_hold/return');
    const [row] = (await factsOf(world.postgres.db, one.caseId)).rows;
    expect(row?.blind).toBe(false);
  });
});

describe('a device held while its new offer waits', () => {
  it('goes back to pre-check with that offer off the table', async () => {
    const one = await onBench();
    await go(one, preCheck, revised('screen'));
    const open = async () => openRevisions(await revisionsOf(world.postgres.db, one.caseId)).length;
    expect(await open()).toBe(1);
    const id = await hold(one.item, 'proof_of_purchase');
    must(await act((tx, ctx) => customerAnswered(tx, ctx, id, { answer: 'Here' })));
    must(await act((tx, ctx) => approveOwnership(tx, ctx, id)));
    expect(await place(one)).toBe('being_inspected/pre_check');
    expect(await open()).toBe(0);
  });

  it('is asked for no answer meanwhile, and has the whole time again afterwards', async () => {
    const one = await onBench();
    await go(one, preCheck, revised('screen'));
    const answerBy = async () =>
      openRevisions(await revisionsOf(world.postgres.db, one.caseId)).map(
        (r) => r.answerBy?.getTime() ?? null,
      );
    expect(await answerBy()).toEqual([world.clock.now().getTime() + 14 * DAY]);
    world.clock.move(13 * DAY);
    const id = await hold(one.item, 'general');
    expect(await answerBy()).toEqual([null]);
    world.clock.move(5 * DAY);
    must(await act((tx, ctx) => releaseHold(tx, ctx, id, null)));
    expect(await answerBy()).toEqual([world.clock.now().getTime() + 14 * DAY]);
    await go(one, answersOffer('accept'));
    expect(await place(one)).toBe('payout_processing/ready');
  });
});

describe('an inspection left open', () => {
  it('takes no more findings once the device has left us', async () => {
    const one = await onBench();
    await go(one, preCheck);
    const bench = actorOf(desk, 'bench');
    const opened = must(await act((tx, ctx) => openInspection(tx, ctx, one.item), bench));
    const findings = {
      checks: {},
      cosmetic_grade: null,
      functional_grade: null,
      battery_percent: null,
      note: 'x',
    };
    const record = () => act((tx, ctx) => recordFindings(tx, ctx, opened.id, null, findings), bench);
    must(await record());
    const { caseId, itemIds } = one;
    must(await act((tx, ctx) => moveItems(tx, ctx, { caseId, move: 'withdraw', itemIds, reason: 'so' })));
    must(await act((tx, ctx) => handBack(tx, ctx, caseId, { itemIds, kind: 'hand_over', signedBy: 'Noor' })));
    expect(refusedWith(await record())).toBe('item_not_on_bench');
    expect(refusedWith(await act((tx, ctx) => completeInspection(tx, ctx, opened.id), bench))).toBe(
      'item_not_on_bench',
    );
  });
});
