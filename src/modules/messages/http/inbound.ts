/** Routes of mail that came in: the address providers post to, the list, matching, and a case's thread. */
import { z } from 'zod';
import { ok, refuse, type Outcome } from '../../../kernel/outcome.ts';
import { readUpload } from '../../../platform/http/body.ts';
import { pageOf, readCursor } from '../../../platform/http/paging.ts';
import { route, type Call, type Route } from '../../../platform/http/route.ts';
import { instant, listOf, pageQuery } from '../../../platform/http/schemas.ts';
import { resolveCase } from '../../cases/actions/item-facts.ts';
import type { FileStore } from '../../cases/http/stored-files.ts';
import { loadConnection, noteHealth, opensInboundAddress } from '../../identity/connections.ts';
import { matchInbound, openInbound, readInboundMail, setMailAside } from '../actions/inbound.ts';
import { receiveMail } from '../actions/receive-mail.ts';
import { MOST_MAIL_BYTES } from '../read-mail.ts';
import {
  countInbound,
  INBOUND_STATES,
  listInbound,
  threadOfCase,
  type InboundFile,
  type InboundLine,
  type ThreadRow,
} from '../store/inbound.ts';

const TAG = 'Messages';
const byId = z.object({ id: z.string().max(60) });

const fileSchema = z.object({
  name: z.string(),
  media_type: z.string(),
  bytes: z.int(),
  file_id: z.string().nullable(),
  url: z.string().nullable(),
  refused: z.string().nullable(),
  why: z.string().nullable(),
});
const inboundSchema = z
  .object({
    id: z.string(),
    case_id: z.string().nullable(),
    reference: z.string().nullable(),
    item_id: z.string().nullable(),
    from: z.object({ name: z.string(), address: z.string() }),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    attachments: z.array(fileSchema),
    matched_by: z.enum(['reply', 'reference', 'sender', 'staff']).nullable(),
    automatic: z.boolean(),
    other_sender: z.boolean().meta({ description: 'It did not come from an address of the case' }),
    received_at: instant,
    read_at: instant.nullable(),
    set_aside_at: instant.nullable(),
  })
  .meta({ id: 'InboundMail' });
const threadSchema = z
  .object({
    id: z.string(),
    direction: z.enum(['in', 'out']),
    at: instant,
    item_id: z.string().nullable(),
    event: z.string().nullable(),
    subject: z.string().nullable(),
    text: z.string().nullable().meta({ description: 'Of what came in; letters of ours are read one by one' }),
    name: z.string(),
    address: z.string(),
    state: z.string().nullable(),
    last_error: z.string().nullable(),
    attachments: z.array(fileSchema),
    automatic: z.boolean(),
    other_sender: z.boolean(),
    read_at: instant.nullable(),
  })
  .meta({ id: 'ThreadMessage' });

const filesOf = (files: readonly InboundFile[]) =>
  files.map((one) => ({ ...one, url: one.file_id ? `/api/files/${one.file_id}` : null }));

function viewOf(row: InboundLine) {
  const { id, case_id, reference, item_id, subject, matched_by, automatic, other_sender } = row;
  const { received_at, read_at, set_aside_at } = row;
  return {
    ...{ id, case_id, reference, item_id, subject, matched_by, automatic, other_sender },
    from: { name: row.from_name, address: row.from_address },
    to: row.to_address,
    text: row.body_text,
    attachments: filesOf(row.attachments),
    ...{ received_at, read_at, set_aside_at },
  };
}

const lineOf = (row: ThreadRow) => ({ ...row, attachments: filesOf(row.attachments) });

/** Names providers give the raw mail in their forms. */
const RAW_FIELDS = ['body-mime', 'email', 'raw', 'mime', 'message', 'rfc822'];
/** Room for a form's other words. */
const FORM_EXTRA = 1024 * 1024;

const noMail = () =>
  refuse(
    'mail_missing',
    'Send the raw mail as message/rfc822, or in the field “email” of a form.',
    'invalid',
  );

/** The raw mail of a request. Refuses `mail_too_large`, `mail_cut_off` and `mail_missing`. */
async function rawOf(request: Request): Promise<Outcome<Uint8Array>> {
  const type = request.headers.get('content-type') ?? '';
  const bytes = await readUpload(request, MOST_MAIL_BYTES + FORM_EXTRA);
  if (bytes === undefined) return refuse('mail_too_large', 'A mail may have at most 25 MB.', 'invalid');
  if (bytes === null)
    return refuse('mail_cut_off', 'The mail ended before its time: send it again.', 'invalid');
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type))
    return bytes.byteLength > 0 ? ok(new Uint8Array(bytes)) : noMail();
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  const value = RAW_FIELDS.map((name) => form?.get(name) ?? null).find((one) => one !== null && one !== '');
  if (value === undefined || value === null) return noMail();
  const raw = typeof value === 'string' ? Buffer.from(value) : await value.arrayBuffer();
  return raw.byteLength > 0 ? ok(new Uint8Array(raw)) : noMail();
}

async function takeIn(call: Call, store: FileStore, token: string): Promise<Outcome<{ received: true }>> {
  const connection = await loadConnection(call.db, store.keyring, 'inbound_mail');
  if (!opensInboundAddress(connection, token))
    return refuse('not_found', 'There is nothing here.', 'not_found');
  const raw = await rawOf(call.http.req.raw);
  const done = raw.ok
    ? await receiveMail({ postgres: call.postgres, files: store }, call.ctx, raw.value, 'address')
    : raw;
  await call.postgres.transact(async (tx) =>
    ok(await noteHealth(tx, call.ctx.now, connection, done.ok ? null : done.why)),
  );
  return done.ok ? ok({ received: true }) : done;
}

function addressRoute(store: FileStore): Route {
  return route({
    method: 'post',
    path: '/api/inbound-mail/{token}',
    tag: TAG,
    summary: 'Take in a mail that a provider passes on',
    description:
      'The raw mail as message/rfc822, or a form with it in `email`, `body-mime`, `raw`, `mime` or `message`. A mail that comes again is taken once.',
    access: 'public',
    limit: 'public',
    params: z.object({ token: z.string().min(1).max(200) }),
    consumes: 'message/rfc822',
    bodyLimit: MOST_MAIL_BYTES + FORM_EXTRA,
    timeoutMs: 60_000,
    idempotent: false,
    response: z.object({ received: z.literal(true) }),
    act: ({ params }, call) => takeIn(call, store, params.token),
  });
}

function listRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/inbound',
      tag: TAG,
      summary: 'Mail that came in, newest first',
      access: { staff: 'messages.view' },
      query: z.object({ ...pageQuery, state: z.enum(INBOUND_STATES).default('all') }),
      response: listOf(inboundSchema),
      act: async ({ query }, call) => {
        const after = readCursor(query.cursor, z.object({ at: z.iso.datetime(), id: z.string() }));
        if (!after.ok) return after;
        const rows = await listInbound(call.db, query.state, after.value ?? null, query.limit + 1);
        const keyOf = (row: InboundLine) => ({ at: row.received_at.toISOString(), id: row.id });
        return ok(pageOf(rows, query.limit, keyOf, viewOf));
      },
    }),
    route({
      method: 'get',
      path: '/api/inbound/counts',
      tag: TAG,
      summary: 'How much mail waits for a person',
      access: { staff: 'messages.view' },
      response: z.object({ unmatched: z.int(), unread: z.int() }),
      act: async (_, call) => ok(await countInbound(call.db)),
    }),
    route({
      method: 'get',
      path: '/api/inbound/{id}',
      tag: TAG,
      summary: 'A mail that came in',
      access: { staff: 'messages.view' },
      params: byId,
      response: inboundSchema,
      act: ({ params }, call) => openInbound(call.db, params.id),
      view: viewOf,
    }),
    route({
      method: 'get',
      path: '/api/cases/{id}/thread',
      tag: TAG,
      summary: 'What was written both ways about a case, newest first; the last 200',
      access: { staff: 'messages.view' },
      params: byId,
      response: listOf(threadSchema),
      act: async ({ params }, call) => {
        const caseId = await resolveCase(call.db, params.id);
        if (!caseId) return refuse('case_not_found', 'There is no such case.', 'not_found');
        const rows = await threadOfCase(call.db, caseId, 200);
        return ok({ items: rows.map(lineOf), next_cursor: null });
      },
    }),
  ];
}

function changeRoutes(store: FileStore): Route[] {
  const said = {
    tag: TAG,
    access: { staff: 'messages.send' },
    params: byId,
    response: inboundSchema,
  } as const;
  return [
    route({
      ...said,
      method: 'post',
      path: '/api/inbound/{id}/match',
      summary: 'Put a mail into a case, by its id or reference',
      body: z.object({ case_id: z.string().trim().min(1).max(60), item_id: z.string().max(60).nullish() }),
      act: ({ params, body }, call) =>
        matchInbound({ postgres: call.postgres, files: store }, call.ctx, {
          id: params.id,
          caseId: body.case_id,
          itemId: body.item_id ?? null,
        }),
      view: viewOf,
    }),
    route({
      ...said,
      method: 'post',
      path: '/api/inbound/{id}/read',
      summary: 'Note that a mail was read',
      change: (tx, { params }, { ctx }) => readInboundMail(tx, ctx, params.id),
      view: viewOf,
    }),
    route({
      ...said,
      method: 'post',
      path: '/api/inbound/{id}/set-aside',
      summary: 'Put a mail away that belongs to no case',
      change: (tx, { params }, { ctx }) => setMailAside(tx, ctx, params.id),
      view: viewOf,
    }),
  ];
}

/** Mail that came in. */
export function inboundRoutes(store: FileStore): Route[] {
  return [addressRoute(store), ...listRoutes(), ...changeRoutes(store)];
}
