/** What cases look like on the wire; the console's types come from here. */
import { z } from 'zod';
import { TIMELINE_KINDS } from '../store/case-view.ts';
import { day, instant, moneySchema } from '../../../platform/http/schemas.ts';

const placeFields = {
  stage: z.string().meta({ examples: ['being_inspected'] }),
  status: z.string().meta({ examples: ['testing'] }),
};

export const itemCard = z
  .object({
    id: z.string(),
    number: z.string().meta({ examples: ['S10023'] }),
    case_id: z.string(),
    reference: z.string().meta({ examples: ['V261121004711'] }),
    title: z.string().meta({ examples: ['Apple iPhone 13 128 GB'] }),
    category: z.string(),
    workflow_id: z.string(),
    ...placeFields,
    seq: z.int(),
    next_actor: z.string(),
    due_at: instant.nullable(),
    overdue: z.boolean(),
    entered_at: instant,
    created_at: instant,
    price: moneySchema.nullable(),
    customer_name: z.string(),
    siblings: z.int(),
    holds: z.int(),
    location_id: z.string().nullable(),
    locale: z.string(),
    source: z.string(),
    imei: z.string().nullable(),
  })
  .meta({ id: 'ItemCard' });

const moveOffer = z.object({
  move: z.string(),
  label: z.string(),
  to: z.string(),
  form: z.string().nullable(),
  reason: z.enum(['required', 'optional', 'none']),
  refused: z.object({ code: z.string(), why: z.string() }).nullable(),
});

const json = z.unknown().meta({ description: 'As it was kept with the quote' });

export const itemView = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    category: z.string(),
    variant_id: z.string().nullable(),
    ...placeFields,
    seq: z.int(),
    next_actor: z.string(),
    due_at: instant.nullable(),
    entered_at: instant,
    price: moneySchema.nullable(),
    quotes: z.array(
      z.object({
        id: z.string(),
        number: z.int(),
        kind: z.string(),
        state: z.string(),
        price: moneySchema.nullable(),
        valid_until: z.string(),
        questions: json,
        answers: json,
        lines: json,
        note: z.string().nullable(),
        reasons: z.array(z.string()),
        free_price: z.boolean(),
        follows_id: z.string().nullable(),
        made_at: z.string(),
        answered_by_kind: z.string().nullable(),
        answered_at: z.string().nullable(),
        photos: z.array(z.string()).meta({ description: 'Ids of files' }),
      }),
    ),
    unit: z
      .object({
        id: z.string(),
        imei: z.string().nullable(),
        imei2: z.string().nullable(),
        serial: z.string().nullable(),
      })
      .nullable(),
    inspection: z
      .object({
        id: z.string(),
        number: z.int(),
        state: z.string(),
        inspector_id: z.string().nullable(),
        checks: z.record(z.string(), z.unknown()),
        cosmetic_grade: z.string().nullable(),
        functional_grade: z.string().nullable(),
        battery_percent: z.int().nullable(),
        note: z.string().nullable(),
        version: z.int(),
        kind: z.enum(['first', 'second']),
        checklist_id: z.string().nullable(),
        active_seconds: z.int(),
      })
      .nullable(),
    dispute: z
      .object({
        id: z.string(),
        quote_id: z.string().nullable().meta({ description: 'The offer that was disputed' }),
        reason: z.string(),
        opened_at: z.string(),
        outcome: z.string().nullable(),
      })
      .nullable(),
    blind: z
      .boolean()
      .meta({ description: 'A second inspection is due: what the first one found is hidden' }),
    holds: z.array(
      z.object({
        id: z.string(),
        reason: z.string(),
        note: z.string(),
        owner_id: z.string().nullable(),
        due_at: z.string(),
        opened_at: z.string(),
        released_at: z.string().nullable(),
        release_note: z.string().nullable(),
        step: z.enum(['to_contact', 'waiting', 'answered', 'approved', 'rejected']).nullable(),
        asked_at: z.string().nullable(),
        asked_by_id: z.string().nullable(),
        asks: z.int(),
        reminders: z.int(),
        answered_at: z.string().nullable(),
        answer: z.string().nullable(),
        document_kind: z.string().nullable(),
        rejection: z.string().nullable(),
        rule: z.record(z.string(), z.unknown()).nullable(),
      }),
    ),
    payout: z
      .object({
        id: z.string(),
        number: z.int(),
        state: z.string(),
        amount: moneySchema,
        kind: z.string(),
        masked: z.string(),
        transaction_reference: z.string().nullable(),
      })
      .nullable(),
    moves: z.array(moveOffer),
  })
  .meta({ id: 'ItemView' });

export const caseView = z
  .object({
    id: z.string(),
    reference: z.string(),
    kind: z.string(),
    channel: z.enum(['mail_in', 'in_store']),
    workflow_id: z.string(),
    locale: z.string(),
    currency: z.string(),
    version: z.int(),
    created_at: instant,
    source: z.string(),
    silence: z.string(),
    roll_up: z.array(z.object({ ...placeFields, count: z.int() })),
    customer: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      phone: z.string().nullable(),
      flag: z.string(),
    }),
    contact: z.object({ name: z.string(), email: z.string(), phone: z.string().nullish() }),
    address: z.record(z.string(), z.string().nullable()).nullable(),
    location_id: z.string().nullable(),
    visit_on: day.nullable(),
    assignee_id: z.string().nullable(),
    payout_method: z
      .object({ kind: z.string(), masked: z.string(), holder: z.string().nullable(), version: z.int() })
      .nullable(),
    items: z.array(itemView),
    parcels: z.array(
      z.object({
        id: z.string(),
        direction: z.string(),
        kind: z.string(),
        carrier: z.string().nullable(),
        tracking_number: z.string().nullable(),
        state: z.string(),
        created_at: z.string(),
        scans: z.array(
          z.object({ kind: z.string(), place: z.string().nullable(), at: z.string(), source: z.string() }),
        ),
      }),
    ),
  })
  .meta({ id: 'Case' });

export const timelineEntry = z
  .object({
    id: z.string(),
    at: instant,
    kind: z.enum(TIMELINE_KINDS),
    actor: z.object({
      kind: z.string(),
      id: z.string().nullable(),
      name: z.string().nullable(),
      on_behalf: z.boolean(),
    }),
    item_id: z.string().nullable(),
    item_number: z.string().nullable(),
    text: z.string(),
    reason: z.string().nullable(),
    data: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'TimelineEntry' });

export const noteView = z.object({
  id: z.string(),
  body: z.string(),
  visibility: z.enum(['internal', 'customer']),
  item_id: z.string().nullable(),
  at: instant,
});
