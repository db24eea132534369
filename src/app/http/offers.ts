/** Routes of the quote flow: prices, offers, confirming and cancelling them, the walk-in, the manual quote. */
import { z } from 'zod';
import { LOCALES } from '../../kernel/locale.ts';
import { ok } from '../../kernel/outcome.ts';
import type { Keyring } from '../../platform/secrets.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { day, instant, moneySchema, text } from '../../platform/http/schemas.ts';
import { viewCase } from '../../modules/cases/actions/view.ts';
import { caseView } from '../../modules/cases/http/schemas.ts';
import { caseOf } from '../../modules/cases/http/views.ts';
import { makeLink } from '../../modules/identity/links.ts';
import { loadShop } from '../../modules/identity/shop.ts';
import { listLocations } from '../../modules/identity/store/shop.ts';
import { makeOffer } from '../../modules/quotes/actions/offer.ts';
import { priceDevices } from '../../modules/quotes/actions/price.ts';
import { quoteByHand } from '../../modules/quotes/actions/requote.ts';
import { cancelOffer, confirmOffer, walkIn, withdrawOffer } from '../offers.ts';
import { readFacts } from '../../modules/cases/store/moves.ts';

const TAG = 'Offers';
const answers = z
  .record(z.string().max(60), z.string().max(60))
  .refine((a) => Object.keys(a).length <= 40, { error: 'At most 40 answers.' });
const device = z.union([
  z.object({ variant_id: z.string().max(60), answers }),
  z.object({
    unlisted: z.object({ category: z.enum(['phone', 'tablet', 'laptop', 'watch']), description: text(500) }),
  }),
]);
const devices = z.array(device).min(1).max(50);
const contact = z.object({
  name: text(200),
  email: z.email().max(254),
  phone: z.string().trim().max(40).nullish(),
});
const address = z.object({
  line1: text(200),
  line2: z.string().trim().max(200).nullish(),
  postal_code: text(20),
  city: text(100),
  region: z.string().trim().max(100).nullish(),
  country: z.string().regex(/^[A-Z]{2}$/, 'Give the country as two capitals, such as NL.'),
});
const silence = z.enum(['send_back', 'accept', 'hold']);
const payout = z.object({
  kind: z.enum(['bank', 'paypal', 'store_credit', 'cash']),
  holder: z.string().trim().max(200).nullish(),
  iban: z.string().max(60).nullish(),
  paypal_email: z.string().max(254).nullish(),
});
const byId = z.object({ id: z.string().max(60) });

function priceRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/shop/public',
      tag: TAG,
      summary: 'What a customer may know of the shop',
      access: 'public',
      cors: true,
      limit: 'public',
      response: z.object({
        name: z.string(),
        locale: z.string(),
        locales: z.array(z.string()),
        currency: z.string(),
        country: z.string(),
        locations: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            address: z.record(z.string(), z.unknown()),
            opening_hours: z.record(z.string(), z.unknown()),
          }),
        ),
        payout_methods: z.object({ mail_in: z.array(z.string()), in_store: z.array(z.string()) }),
        quote_valid_days: z.int(),
        ship_by_days: z.int(),
        revised_offer_days: z.int(),
        silence,
        silence_choices: z.array(silence),
      }),
      act: async (_, call) => {
        const shop = await loadShop(call.db);
        const stores = await listLocations(call.db);
        const {
          payout_methods,
          quote_valid_days,
          ship_by_days,
          revised_offer_days,
          silence: byDefault,
          silence_choices,
        } = shop.settings;
        return ok({
          name: shop.name,
          locale: shop.locale,
          locales: [...LOCALES],
          currency: shop.currency,
          country: shop.country,
          locations: stores
            .filter((l) => l.active)
            .map((l) => ({
              id: l.id,
              name: l.name,
              address: { ...l.address },
              opening_hours: { ...l.opening_hours },
            })),
          payout_methods,
          quote_valid_days,
          ship_by_days,
          revised_offer_days,
          silence: byDefault,
          silence_choices,
        });
      },
    }),
    route({
      method: 'post',
      path: '/api/quotes/price',
      tag: TAG,
      summary: 'What devices are worth, from the answers about them',
      access: 'public',
      cors: true,
      limit: 'public',
      idempotent: false,
      body: z.object({
        items: devices,
        locale: z
          .enum(LOCALES)
          .optional()
          .meta({ description: 'Language of the sentence that says why a device is not bought' }),
      }),
      response: z.object({
        items: z.array(
          z.object({
            title: z.string(),
            price: moneySchema.nullable(),
            lines: z.array(z.object({ question: z.string(), answer: z.string(), effect_minor: z.int() })),
          }),
        ),
        total: moneySchema,
        valid_until: instant,
      }),
      act: ({ body }, call) => priceDevices(call.db, call.ctx, body.items, body.locale),
      view: (value) => ({
        items: value.devices.map((d) => ({ title: d.title, price: d.price, lines: d.lines })),
        total: value.total,
        valid_until: value.validUntil,
      }),
    }),
    route({
      method: 'post',
      path: '/api/offers',
      tag: TAG,
      summary: 'Make an offer: the case, its quotes and a link to its page',
      access: 'public',
      cors: true,
      limit: 'public_write',
      status: 201,
      body: z.object({
        items: devices,
        channel: z.enum(['mail_in', 'in_store']),
        contact,
        locale: z.enum(LOCALES),
        location_id: z.string().max(60).nullish(),
        visit_on: day.nullish(),
        silence: silence.nullish(),
        source: z.enum(['widget', 'portal', 'api']).default('api'),
      }),
      response: z.object({
        case_id: z.string(),
        reference: z.string(),
        token: z.string(),
        portal_url: z.string(),
        valid_until: instant,
        total: moneySchema,
        items: z.array(z.object({ id: z.string(), title: z.string(), price: moneySchema.nullable() })),
      }),
      change: async (tx, { body }, call) => {
        const offer = await makeOffer(tx, call.ctx, {
          devices: body.items,
          channel: body.channel,
          contact: body.contact,
          locale: body.locale,
          locationId: body.location_id ?? null,
          visitOn: body.visit_on ?? null,
          silence: body.silence ?? null,
          source: body.source,
        });
        if (!offer.ok) return offer;
        const link = await makeLink(tx, call.ctx, {
          purpose: 'portal',
          caseId: offer.value.caseId,
          customerId: offer.value.customerId,
          power: 'act',
        });
        return ok({ ...offer.value, link });
      },
      view: (value) => ({
        case_id: value.caseId,
        reference: value.reference,
        token: value.link.token,
        portal_url: value.link.path,
        valid_until: value.validUntil,
        total: value.total,
        items: value.items,
      }),
    }),
  ];
}

function customerRoutes(keyring: Keyring): Route[] {
  const done = z.object({ case_id: z.string() });
  return [
    route({
      method: 'post',
      path: '/api/offers/confirm',
      tag: TAG,
      summary: 'Confirm an offer: how it comes, how it is paid',
      access: { portal: 'act' },
      cors: true,
      limit: 'public_write',
      body: z.object({
        contact: contact.optional(),
        address: address.nullish(),
        location_id: z.string().max(60).nullish(),
        visit_on: day.nullish(),
        payout: payout.nullish(),
        silence: silence.optional(),
        seen_total: moneySchema.optional(),
      }),
      response: z.object({
        case_id: z.string(),
        reference: z.string(),
        kit_url: z.string().nullable(),
        status_url: z.string(),
      }),
      change: async (tx, { body }, call) => {
        const caseId = call.ctx.actor.kind === 'customer' ? call.ctx.actor.caseId : '';
        const confirmed = await confirmOffer(tx, call.ctx, keyring, caseId, {
          ...(body.contact ? { contact: body.contact } : {}),
          ...(body.silence ? { silence: body.silence } : {}),
          ...(body.seen_total ? { seenTotalMinor: body.seen_total.minor } : {}),
          address: body.address ?? null,
          locationId: body.location_id ?? null,
          visitOn: body.visit_on ?? null,
          payout: body.payout ?? null,
        });
        if (!confirmed.ok) return confirmed;
        const row = (await readFacts(tx, caseId))[0];
        const customerId = call.ctx.actor.kind === 'customer' ? call.ctx.actor.id : '';
        // A link of its own: who confirmed on a shop's page has no cookie of ours yet.
        const kit =
          row?.channel === 'mail_in'
            ? await makeLink(tx, call.ctx, { purpose: 'kit', caseId, customerId, power: 'act' })
            : null;
        return ok({ caseId, reference: row?.reference ?? '', kit: kit?.path ?? null });
      },
      view: (v) => ({
        case_id: v.caseId,
        reference: v.reference,
        kit_url: v.kit,
        status_url: '/my',
      }),
    }),
    route({
      method: 'post',
      path: '/api/offers/cancel',
      tag: TAG,
      summary: 'Cancel an offer that has not been sent',
      access: { portal: 'act' },
      cors: true,
      limit: 'public_write',
      body: z.object({ reason: z.string().max(500).nullish() }),
      response: done,
      change: (tx, { body }, call) =>
        cancelOffer(
          tx,
          call.ctx,
          call.ctx.actor.kind === 'customer' ? call.ctx.actor.caseId : '',
          body.reason ?? null,
        ),
      view: (v) => ({ case_id: v.caseId }),
    }),
    route({
      method: 'post',
      path: '/api/my/withdraw',
      tag: TAG,
      summary: 'Ask for devices back',
      access: { portal: 'act' },
      limit: 'public_write',
      body: z.object({ item_ids: z.array(z.string().max(60)).min(1).max(50), reason: text(500) }),
      response: done,
      change: (tx, { body }, call) =>
        withdrawOffer(
          tx,
          call.ctx,
          call.ctx.actor.kind === 'customer' ? call.ctx.actor.caseId : '',
          body.item_ids,
          body.reason,
        ),
      view: (v) => ({ case_id: v.caseId }),
    }),
  ];
}

function counterRoutes(keyring: Keyring): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/offers/walk-in',
      tag: TAG,
      summary: 'A customer at the counter: offer, payout and check-in in one step',
      access: { staff: 'case.create' },
      status: 201,
      body: z.object({
        items: devices,
        contact,
        locale: z.enum(LOCALES),
        location_id: z.string().max(60),
        silence: silence.nullish(),
        payout: payout.nullish(),
        check_in: z.boolean().default(true),
      }),
      response: caseView,
      change: async (tx, { body }, call) => {
        const made = await walkIn(tx, call.ctx, keyring, {
          devices: body.items,
          contact: body.contact,
          locale: body.locale,
          locationId: body.location_id,
          silence: body.silence ?? null,
          payout: body.payout ?? null,
          checkIn: body.check_in,
        });
        return made.ok ? await viewCase(tx, call.ctx, made.value.caseId) : made;
      },
      view: (value) => caseOf(value),
    }),
    route({
      method: 'post',
      path: '/api/items/{id}/manual-quote',
      tag: TAG,
      summary: 'Quote a lead by hand',
      access: { staff: 'offer.free_price' },
      params: byId,
      body: z.object({
        price: moneySchema,
        note: z.string().max(1000).nullish(),
        valid_days: z.int().min(1).max(90).optional(),
      }),
      response: caseView,
      change: async (tx, { params, body }, call) => {
        const quoted = await quoteByHand(tx, call.ctx, params.id, {
          price: body.price,
          note: body.note ?? null,
          validDays: body.valid_days ?? null,
        });
        return quoted.ok ? await viewCase(tx, call.ctx, quoted.value.caseId) : quoted;
      },
      view: (value) => caseOf(value),
    }),
  ];
}

export function offerRoutes(keyring: Keyring): Route[] {
  return [...priceRoutes(), ...customerRoutes(keyring), ...counterRoutes(keyring)];
}
