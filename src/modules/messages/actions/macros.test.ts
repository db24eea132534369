import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aShop } from '../../../../test/builders.ts';
import { must, refusedWith, staffActor, testDatabase } from '../../../../test/harness.ts';
import { LOCALES, type Locale } from '../../../kernel/locale.ts';
import type { Outcome } from '../../../kernel/outcome.ts';
import type { Ctx } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/postgres.ts';
import { fillMacro } from '../render.ts';
import type { LetterWords } from '../rules/letters.ts';
import { letterFault } from '../rules/letters.ts';
import { MACRO_TEXTS, MACRO_VARIABLES } from '../rules/macros.ts';
import { bareData, fullData, twoDevices } from '../testing.ts';
import { OUR_MACROS } from '../rules/macro-texts/words.ts';
import { arrangeMacros, listMacros, makeMacro, patchMacro, saveMacroText, viewMacroText } from './macros.ts';
import { textFault } from './templates.ts';

const world = testDatabase();
const EDITOR = { kind: 'system' } as const;
const TEXT: LetterWords = { subject: 'About it', body: 'Hello {{ customer }}' };

beforeAll(() => aShop(world));
beforeEach(async () => {
  await sql`delete from macros`.execute(world.postgres.db);
  await sql`delete from message_templates`.execute(world.postgres.db);
});

const change = <T>(act: (tx: Tx, ctx: Ctx) => Promise<Outcome<T>>) =>
  world.postgres.transact((tx) => act(tx, world.ctxFor(EDITOR)));
const make = (name: string, texts: Partial<Record<Locale, LetterWords>> = { en: TEXT }) =>
  change((tx, ctx) => makeMacro(tx, ctx, { name, texts }));
const names = async () => (await listMacros(world.postgres.db)).map((one) => one.name);
const rows = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from macros`.execute(world.postgres.db)).rows[0]?.n;

describe.each(LOCALES)('our macros in %s', (locale) => {
  it.each(OUR_MACROS)('“%s” can be sent, whatever is known of the case', (id) => {
    const text = MACRO_TEXTS[locale][id];
    expect(textFault(text, MACRO_VARIABLES)).toBeNull();
    for (const data of [fullData(), twoDevices(), bareData()]) {
      const words = fillMacro(locale, data, text);
      expect(letterFault(words)).toBeNull();
      expect(words.subject + words.body).not.toMatch(/\{|\}|undefined|null|\(\)| {2}/);
    }
  });

  it('have names of their own', () => {
    expect(new Set(OUR_MACROS.map((id) => MACRO_TEXTS[locale][id].name)).size).toBe(OUR_MACROS.length);
  });
});

describe('macros', () => {
  it('are there before anybody wrote one, in every language, without a row', async () => {
    const all = await listMacros(world.postgres.db);
    expect(all.map((one) => one.id)).toEqual([...OUR_MACROS]);
    expect(all.every((one) => Object.keys(one.texts).length === LOCALES.length && one.version === 0)).toBe(
      true,
    );
    expect(await rows()).toBe(0);
  });

  it('of the shop’s own come after ours', async () => {
    const made = must(await make('  Box missing ', { nl: TEXT, de: TEXT }));
    expect(made).toMatchObject({ name: 'Box missing', ownName: true, ours: false, active: true, version: 1 });
    expect(Object.keys(made.texts)).toEqual(['de', 'nl']);
    expect((await names()).at(-1)).toBe('Box missing');
  });

  it.each([
    ['', { en: TEXT }, 'macro_name_missing'],
    ['sorry for the DELAY', { en: TEXT }, 'macro_name_taken'],
    ['Box', {}, 'macro_text_missing'],
    ['Box', { en: TEXT, nl: { ...TEXT, body: '{% if %}' } }, 'template_syntax'],
    ['Box', { en: { ...TEXT, body: ' ' } }, 'template_empty'],
    ['Box', { en: { ...TEXT, subject: '{{ link }}' } }, 'template_variable_unknown'],
  ])('%#: refuse what is wrong, and nothing is made', async (name, texts, code) => {
    expect(refusedWith(await make(name, texts))).toBe(code);
    expect(await rows()).toBe(0);
  });

  it('name the text that is wrong', async () => {
    expect(await make('Box', { en: TEXT, nl: { ...TEXT, body: 'a\n{{ nobody }}' } })).toMatchObject({
      field: 'texts.nl.body',
      more: { line: 2, name: 'nobody' },
    });
  });

  it('are renamed and archived once, whoever comes second is told', async () => {
    const patch = (over: { version: number | null; name?: string; active?: boolean }) =>
      change((tx, ctx) => patchMacro(tx, ctx, { id: 'sorry_for_delay', ...over }));
    expect(must(await patch({ version: 0, active: false }))).toMatchObject({
      active: false,
      version: 1,
      ownName: false,
    });
    expect(refusedWith(await patch({ version: 0, name: 'Sorry' }))).toBe('stale_macro');
    expect(must(await patch({ version: 1, name: 'Sorry' }))).toMatchObject({ name: 'Sorry', ownName: true });
    expect(refusedWith(await patch({ version: 2, name: 'Please sign out and reset' }))).toBe(
      'macro_name_taken',
    );
    expect(refusedWith(await change((tx, ctx) => patchMacro(tx, ctx, { id: 'none', version: 0 })))).toBe(
      'macro_not_found',
    );
  });

  it('are changed by one of two who come at once', async () => {
    const patch = (name: string) =>
      change((tx, ctx) => patchMacro(tx, ctx, { id: 'more_information', version: 0, name }));
    const both = await Promise.all([patch('One'), patch('Two')]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const text = (body: string) =>
      change((tx, ctx) =>
        saveMacroText(tx, ctx, { id: 'more_information', locale: 'en', version: 0, subject: 's', body }),
      );
    const texts = await Promise.all([text('One'), text('Two')]);
    expect(texts.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['ok', 'stale_macro']);
  });

  it('stand in the order they are put in', async () => {
    const { id } = must(await make('Box missing'));
    const order = [id, ...[...OUR_MACROS].reverse()];
    const put = (ids: readonly string[]) => change((tx, ctx) => arrangeMacros(tx, ctx, ids));
    expect(must(await put(order)).map((one) => one.id)).toEqual(order);
    expect(refusedWith(await put(order.slice(1)))).toBe('macro_order');
    expect(refusedWith(await put([id, ...order.slice(0, -1)]))).toBe('macro_order');
    expect((await listMacros(world.postgres.db)).map((one) => one.id)).toEqual(order);
  });

  it('keep every version of a text, beside ours', async () => {
    const save = (version: number, body: string) =>
      change((tx, ctx) =>
        saveMacroText(tx, ctx, { id: 'device_received', locale: 'de', version, subject: 'Da', body }),
      );
    must(await save(0, 'Eins'));
    must(await save(1, 'Zwei'));
    expect(refusedWith(await save(1, 'Drei'))).toBe('stale_macro');
    expect(refusedWith(await save(2, '{{ nobody }}'))).toBe('template_variable_unknown');
    const view = must(await viewMacroText(world.postgres.db, 'device_received', 'de'));
    expect(view.present).toMatchObject({ body: 'Zwei', version: 2 });
    expect(view.versions.map((one) => one.body)).toEqual(['Zwei', 'Eins']);
    expect(view.ours?.subject).toContain('bei uns');
  });

  it('are only for those who may change letters', async () => {
    const viewer = world.ctxFor(staffActor(['messages.view', 'messages.send']));
    const tries = [
      (tx: Tx) => makeMacro(tx, viewer, { name: 'Box', texts: { en: TEXT } }),
      (tx: Tx) => patchMacro(tx, viewer, { id: 'device_received', version: 0, active: false }),
      (tx: Tx) => arrangeMacros(tx, viewer, []),
      (tx: Tx) => saveMacroText(tx, viewer, { id: 'device_received', locale: 'en', version: 0, ...TEXT }),
    ];
    for (const attempt of tries)
      expect(refusedWith(await world.postgres.transact<unknown>(attempt))).toBe('permission_missing');
  });
});
