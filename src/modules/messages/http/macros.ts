/** Routes of macros. */
import { z } from 'zod';
import { LOCALES } from '../../../kernel/locale.ts';
import { ok } from '../../../kernel/outcome.ts';
import { route, type Route } from '../../../platform/http/route.ts';
import { instant, listOf } from '../../../platform/http/schemas.ts';
import {
  arrangeMacros,
  findMacro,
  listMacros,
  makeMacro,
  patchMacro,
  saveMacroText,
  viewMacroText,
  type MacroTextView,
} from '../actions/macros.ts';
import { MACRO_VARIABLES, type Macro } from '../rules/macros.ts';

const TAG = 'Messages';
const words = { subject: z.string().max(300), body: z.string().max(20_000) };
const name = z.string().trim().max(80);
const byId = z.object({ id: z.string().max(60) });
const byText = z.object({ id: z.string().max(60), locale: z.enum(LOCALES) });
const kept = z.object({
  ...words,
  version: z.int().meta({ description: '0 while it is the one that came with Reprise' }),
});
const macroSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    own_name: z.boolean(),
    ours: z.boolean(),
    active: z.boolean(),
    position: z.int(),
    version: z.int(),
    texts: z.partialRecord(z.enum(LOCALES), kept),
  })
  .meta({ id: 'Macro' });
const textSchema = z
  .object({
    macro_id: z.string(),
    locale: z.string(),
    ours: z.object(words).nullable(),
    present: kept.nullable(),
    variables: z.array(z.string()),
    versions: z.array(
      z.object({ ...words, version: z.int(), created_by: z.string().nullable(), created_at: instant }),
    ),
  })
  .meta({ id: 'MacroText' });

function macroOf({ ownName, ...macro }: Macro) {
  return { ...macro, own_name: ownName, texts: { ...macro.texts } };
}

function textOf({ macro, versions, ...view }: MacroTextView) {
  return {
    macro_id: macro.id,
    ...view,
    variables: [...MACRO_VARIABLES],
    versions: versions.map(({ version, subject, body, created_by, created_at }) => ({
      ...{ version, subject, body, created_by, created_at },
    })),
  };
}

const listed = (items: readonly Macro[]) => ({ items: items.map(macroOf), next_cursor: null });

function readRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/macros',
      tag: TAG,
      summary: 'Ready-made letters in their order, with every text; archived ones too',
      access: { staff: 'messages.view' },
      response: listOf(macroSchema),
      act: async (_, call) => ok(await listMacros(call.db)),
      view: listed,
    }),
    route({
      method: 'get',
      path: '/api/macros/{id}',
      tag: TAG,
      summary: 'A ready-made letter',
      access: { staff: 'messages.view' },
      params: byId,
      response: macroSchema,
      act: ({ params }, call) => findMacro(call.db, params.id),
      view: macroOf,
    }),
    route({
      method: 'get',
      path: '/api/macros/{id}/texts/{locale}',
      tag: TAG,
      summary: 'One text of a macro: ours, the present one, its versions',
      access: { staff: 'messages.view' },
      params: byText,
      response: textSchema,
      act: ({ params }, call) => viewMacroText(call.db, params.id, params.locale),
      view: textOf,
    }),
  ];
}

function changeRoutes(): Route[] {
  const said = { tag: TAG, access: { staff: 'messages.edit' } } as const;
  return [
    route({
      ...said,
      method: 'post',
      path: '/api/macros',
      summary: 'Make a macro, with its text in one language or several',
      body: z.object({ name, texts: z.partialRecord(z.enum(LOCALES), z.object(words)) }),
      response: macroSchema,
      status: 201,
      change: (tx, { body }, { ctx }) => makeMacro(tx, ctx, body),
      view: macroOf,
    }),
    route({
      ...said,
      method: 'post',
      path: '/api/macros/order',
      summary: 'Put the macros in an order: every id once',
      body: z.object({ ids: z.array(z.string().max(60)).max(500) }),
      response: listOf(macroSchema),
      change: (tx, { body }, { ctx }) => arrangeMacros(tx, ctx, body.ids),
      view: listed,
    }),
    route({
      ...said,
      method: 'patch',
      path: '/api/macros/{id}',
      summary: 'Rename a macro, archive it or bring it back',
      ifMatch: 'required',
      params: byId,
      body: z.object({ name: name.optional(), active: z.boolean().optional() }),
      response: macroSchema,
      change: (tx, { params, body, version }, { ctx }) =>
        patchMacro(tx, ctx, { ...params, ...body, version }),
      view: macroOf,
    }),
    route({
      ...said,
      method: 'put',
      path: '/api/macros/{id}/texts/{locale}',
      summary: 'Keep a new version of a text; what is wrong with it is named with its line',
      ifMatch: 'required',
      params: byText,
      body: z.object(words),
      response: textSchema,
      change: (tx, { params, body, version }, { ctx }) =>
        saveMacroText(tx, ctx, { ...params, ...body, version }),
      view: textOf,
    }),
  ];
}

/** Every route of macros but those that tell of a case: they are the app's. */
export function macroRoutes(): Route[] {
  return [...readRoutes(), ...changeRoutes()];
}
