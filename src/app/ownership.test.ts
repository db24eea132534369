/** Ownership rules on a real database: what a device turned out to be, names nobody knows, the past, and versions. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { actorOf, carrier, confirm, received, type Told } from '../../db/demo/desk.ts';
import { must, refusedWith, staffActor } from '../../test/harness.ts';
import { actorId, type Actor, type Ctx } from '../kernel/actor.ts';
import type { Outcome } from '../kernel/outcome.ts';
import { DAY } from '../kernel/time.ts';
import { choicesFor } from '../modules/holds/actions/ownership-choices.ts';
import {
  checkOwnership,
  currentRules,
  dryRun,
  saveRules,
  versionsOfRules,
} from '../modules/holds/actions/ownership.ts';
import { FIRST_OWNERSHIP_RULES, type OwnershipWhen } from '../modules/holds/rules/ownership.ts';
import { completeInspection, openInspection, recordFindings } from '../modules/inspection/actions/inspect.ts';
import { recordIdentity } from '../modules/inspection/actions/identity.ts';
import { recordCheck } from '../modules/inspection/actions/manual-checks.ts';
import { CHECKLISTS } from '../modules/inspection/rules.ts';
import type { Tx } from '../platform/postgres.ts';
import { desk, go, offer, world } from './testing-mail.ts';

const owner = (): Actor => actorOf(desk, 'owner');
const act = <T>(work: (tx: Tx, ctx: Ctx) => Promise<Outcome<T>>, who = owner()) =>
  world.postgres.transact((tx) => work(tx, world.ctxFor(who)));

type Model = { model_id: string; variant_id: string; name: string; brand: string };
let declared: Model;
let other: Model;

beforeAll(async () => {
  const models = async (where: string, given: unknown[]) => {
    const found = await world.postgres.pool.query<Model>(
      `select v.model_id, v.id as variant_id, t.name, t.brand from variants v join model_titles t using (model_id)
         join models m on m.id = v.model_id where m.category = 'phone' and ${where} order by m.rank, v.id limit 1`,
      given,
    );
    const [one] = found.rows;
    if (!one) throw new Error('the catalogue has no such phone');
    return one;
  };
  declared = await models('v.id = $1', [desk.variants[0]?.id]);
  other = await models('t.brand <> $1', [declared.brand]);
  // No rule is in the way of those who come in meanwhile.
  await rules();
});

const one = (when: OwnershipWhen, name = 'Ours') => ({ id: 'ours', name, on: true, when });
const rules = async (...whens: OwnershipWhen[]) =>
  must(
    await act((tx, ctx) =>
      saveRules(tx, ctx, { version: null, body: { rules: whens.map((when) => one(when)) } }),
    ),
  );

async function onBench(): Promise<Told & { item: string }> {
  const told = await offer({ locale: 'en', devices: 1 });
  await go(told, confirm, carrier('accepted', 'Utrecht'), received('ok'));
  return { ...told, item: told.itemIds[0] ?? '' };
}

/** What the rule says of the item, with the note its hold was given. */
async function asked(item: string): Promise<string | null> {
  const name = must(await act((tx, ctx) => checkOwnership(tx, ctx, item)));
  const holds = await sql<{ note: string }>`
    select note from holds where item_id = ${item} and reason = 'proof_of_purchase'`.execute(
    world.postgres.db,
  );
  expect(holds.rows).toHaveLength(name === null ? 0 : 1);
  return holds.rows[0]?.note ?? null;
}

async function inspected(item: string, found: { variant?: string; answers?: Record<string, string> }) {
  const opened = must(await act((tx, ctx) => openInspection(tx, ctx, item)));
  const checks = Object.fromEntries(CHECKLISTS.phone.map((c) => [c.id, { result: 'pass' as const }]));
  must(
    await act((tx, ctx) =>
      recordFindings(tx, ctx, opened.id, opened.version, {
        checks,
        cosmetic_grade: 'B',
        functional_grade: 'works',
        battery_percent: 90,
        note: 'Graded by eye.',
        found_variant_id: found.variant ?? null,
        found_answers: found.answers ?? {},
      }),
    ),
  );
  must(await act((tx, ctx) => completeInspection(tx, ctx, opened.id)));
}

describe('a rule', () => {
  it('about the declared model, its brand, its name and an answer asks, and says each', async () => {
    await rules();
    const { item } = await onBench();
    const quoted = await sql<{ answers: Record<string, string> }>`
      select answers from quotes where item_id = ${item}`.execute(world.postgres.db);
    const screen = quoted.rows[0]?.answers['screen'] ?? '';
    await rules({
      model_ids: [declared.model_id],
      brands: [declared.brand],
      name_contains: declared.name.toUpperCase().slice(0, -1),
      answers: { screen: [screen] },
    });
    const note = await asked(item);
    for (const why of [
      'a listed model',
      `a listed brand, ${declared.brand}`,
      `its name has “${declared.name.toUpperCase().slice(0, -1)}” in it`,
      `screen declared as ${screen}`,
    ])
      expect(note).toContain(why);
    expect(note).not.toContain('found to be');
  });

  it('about another model asks once the inspection finds the device to be it', async () => {
    await rules();
    const { item } = await onBench();
    await rules({ model_ids: [other.model_id], brands: [other.brand] });
    expect(await asked(item)).toBeNull();
    await inspected(item, { variant: other.variant_id });
    expect(await asked(item)).toContain(`found to be ${other.name}; a listed model`);
  });

  it('goes by what somebody said of the model by hand, and takes it back when they do', async () => {
    await rules();
    const { item } = await onBench();
    await rules({ brands: [other.brand] });
    must(
      await act((tx, ctx) =>
        recordCheck(tx, ctx, item, { kind: 'model', verdict: 'hit', foundModelId: other.model_id }),
      ),
    );
    world.clock.move(1000);
    must(await act((tx, ctx) => recordCheck(tx, ctx, item, { kind: 'model', verdict: 'clean' })));
    expect(await asked(item)).toBeNull();
    world.clock.move(1000);
    must(
      await act((tx, ctx) =>
        recordCheck(tx, ctx, item, { kind: 'model', verdict: 'hit', foundModelId: other.model_id }),
      ),
    );
    expect(await asked(item)).toContain(`found to be ${other.name}`);
  });

  it('knows a device by its number, whatever it is declared as this time', async () => {
    await rules();
    const { item } = await onBench();
    must(await act((tx, ctx) => recordIdentity(tx, ctx, item, { imei: '490154203237518' })));
    await sql`update units set variant_id = ${other.variant_id} where id = (select unit_id from items where id = ${item})`.execute(
      world.postgres.db,
    );
    await rules({ name_contains: other.name });
    expect(await asked(item)).toContain(`found to be ${other.name}`);
  });

  it('counts what was found in answer to a question as well as what was declared', async () => {
    await rules();
    const { item } = await onBench();
    await rules({ answers: { screen: ['cracked'] } });
    expect(await asked(item)).toBeNull();
    await inspected(item, { answers: { screen: 'cracked' } });
    expect(await asked(item)).toContain('screen found as cracked');
  });

  it('goes by what the seller calls a device that is not on our list', async () => {
    await rules();
    const told = await offer({ locale: 'en', unlisted: true });
    const tried = must(
      await act((tx, ctx) =>
        dryRun(tx, ctx, { body: { rules: [one({ name_contains: 'fairphone' })] }, days: 1 }),
      ),
    );
    expect(tried.examples.map((x) => x.case_id)).toContain(told.caseId);
  });
});

describe('the past', () => {
  it('is counted by the first rule that fits, found models as well, and stays as it is', async () => {
    await rules();
    const found = await onBench();
    await inspected(found.item, { variant: other.variant_id });
    await onBench();
    const before = await currentRules(world.postgres.db);
    const body = {
      rules: [
        { ...one({ brands: [other.brand] }, 'Found'), id: 'found' },
        { ...one({ name_contains: declared.name }, 'Rest'), id: 'rest' },
        { ...one({ above_minor: 0 }, 'Off'), id: 'off', on: false },
      ],
    };
    const tried = must(await act((tx, ctx) => dryRun(tx, ctx, { body, days: 365 })));
    const by = Object.fromEntries(tried.by_rule.map((r) => [r.id, r.count]));
    expect(by['found']).toBeGreaterThan(0);
    expect(by['rest']).toBeGreaterThan(0);
    expect(by['off']).toBe(0);
    expect(tried.caught).toBe((by['found'] ?? 0) + (by['rest'] ?? 0));
    expect(tried.examples.find((x) => x.case_id === found.caseId)?.rule).toBe('Found');
    expect(await currentRules(world.postgres.db)).toEqual(before);
    world.clock.move(2 * DAY);
    expect(must(await act((tx, ctx) => dryRun(tx, ctx, { body, days: 1 }))).looked_at).toBe(0);
  });

  it('holds spot checks as they were really drawn', async () => {
    await rules();
    const { item, caseId } = await onBench();
    const body = { rules: [one({ spot_check_percent: 50 })] };
    const drawn = async (at: number) => {
      await sql`insert into spot_checks (item_id, case_id, rule_id, drawn, at) values (${item}, ${caseId}, 'ours', ${at}, now())
        on conflict (item_id, rule_id) do update set drawn = ${at}`.execute(world.postgres.db);
      const tried = must(await act((tx, ctx) => dryRun(tx, ctx, { body, days: 1 })));
      return tried.examples.some((x) => x.case_id === caseId);
    };
    expect(await drawn(10)).toBe(true);
    expect(await drawn(90)).toBe(false);
  });
});

describe('saving', () => {
  const save = (when: OwnershipWhen, version: number | null = null, who = owner()) =>
    act((tx, ctx) => saveRules(tx, ctx, { version, body: { rules: [one(when)] } }), who);

  it.each<[OwnershipWhen, string, string]>([
    [{ model_ids: ['mdl_none'] }, 'rule_model_unknown', 'model_ids'],
    [{ brands: ['Aple'] }, 'rule_brand_unknown', 'brands'],
    [{ answers: { colour: ['red'] } }, 'rule_question_unknown', 'answers.colour'],
    [{ answers: { screen: ['eaten'] } }, 'rule_answer_unknown', 'answers.screen'],
    [{ name_contains: 'x' }, 'rule_name_short', 'name_contains'],
  ])('refuses %j by its field, and so does trying', async (when, code, field) => {
    const before = (await currentRules(world.postgres.db)).version;
    expect(await save(when)).toMatchObject({ ok: false, code, field: `rules.0.when.${field}` });
    const tried = await act((tx, ctx) => dryRun(tx, ctx, { body: { rules: [one(when)] }, days: 30 }));
    expect(refusedWith(tried)).toBe(code);
    expect((await currentRules(world.postgres.db)).version).toBe(before);
  });

  it('is refused over somebody else’s version, and without the permission', async () => {
    const { version } = await rules({ like_new: true });
    must(await save({ above_minor: 1 }, version));
    expect(await save({ above_minor: 2 }, version)).toMatchObject({
      ok: false,
      code: 'stale_rules',
      more: { current: { version: version + 1 } },
    });
    expect(refusedWith(await save({ above_minor: 2 }, null, staffActor(['settings.view'])))).toBe(
      'permission_missing',
    );
    const both = await Promise.all([
      save({ above_minor: 3 }, version + 1),
      save({ above_minor: 4 }, version + 1),
    ]);
    expect(both.filter((said) => said.ok)).toHaveLength(1);
  });

  it('keeps every version, down to what the shop began with', async () => {
    const { version } = await rules({ like_new: true });
    const versions = await versionsOfRules(world.postgres.db);
    expect(versions[0]).toMatchObject({ version, created_by: actorId(owner()) });
    expect(versions.at(-1)).toMatchObject({ version: 0, body: FIRST_OWNERSHIP_RULES });
  });
});

it('the editor is told the names of models any version holds, the brands, and questions in the reader’s words', async () => {
  await rules({ model_ids: [other.model_id] });
  await rules({ like_new: true });
  const choices = await choicesFor(world.postgres.db, 'nl');
  expect(choices.models).toContainEqual({ id: other.model_id, name: other.name });
  expect(choices.brands).toContain(other.brand);
  const screen = choices.questions.find((q) => q.key === 'screen');
  expect(screen?.categories).toEqual(['phone', 'tablet', 'laptop', 'watch']);
  expect(screen?.answers).toContainEqual({ key: 'like_new', label: 'Als nieuw', asked: true });
  expect(choices.questions.filter((q) => q.key === 'screen')).toHaveLength(1);
});
