/** What identity's things look like on the wire. */
import { z } from 'zod';
import { PERMISSIONS } from '../../../kernel/actor.ts';
import { LOCALES } from '../../../kernel/locale.ts';
import { instant, text } from '../../../platform/http/schemas.ts';
import { ROLES } from '../rules.ts';
import { PASSWORD_MAX } from '../rules/passwords.ts';
import { PAYOUT_METHODS, SILENCES } from '../rules/settings.ts';
import { FLAGS } from '../store/customers.ts';

/** A mail address, trimmed and in lower case. */
export const emailInput = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('This is not a mail address.'))
  .meta({ examples: ['ada@example.org'] });

export const locale = z.enum(LOCALES);
export const role = z.enum(ROLES);
/** Taken as it is; what makes a new one good is rules/passwords.ts. */
export const passwordInput = z.string().min(1).max(PASSWORD_MAX);
export const tokenInput = z.string().min(20).max(100);

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'Give the country as two capitals, such as NL.')
  .meta({ examples: ['NL'] });
const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'Give the currency as three capitals, such as EUR.')
  .meta({ examples: ['EUR'] });
const timezone = z
  .string()
  .max(60)
  .meta({ examples: ['Europe/Amsterdam'] });

export const addressSchema = z
  .object({
    name: z.string().trim().max(120).nullish(),
    line1: z.string().trim().max(120),
    line2: z.string().trim().max(120).nullish(),
    postal_code: z.string().trim().max(20),
    city: z.string().trim().max(80),
    region: z.string().trim().max(80).nullish(),
    country,
  })
  .meta({ id: 'Address' });

export const meSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    roles: z.array(role),
    permissions: z.array(z.enum(PERMISSIONS)),
    location: z.object({ id: z.string(), name: z.string() }).nullable(),
    locale,
    two_factor: z.boolean(),
    money_locked: z.boolean().meta({
      description:
        'The shop asks for a second factor and this person has none: money permissions do not count',
    }),
  })
  .meta({ id: 'Me' });

export const setUpBody = z.object({
  token: tokenInput,
  shop_name: text(120),
  country,
  currency,
  locale,
  timezone,
  owner_name: text(120),
  email: emailInput,
  password: passwordInput,
});

export const staffSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    roles: z.array(role),
    location_id: z.string().nullable(),
    locale,
    two_factor: z.boolean(),
    state: z.enum(['invited', 'active', 'disabled']),
    disabled_at: instant.nullable(),
    created_at: instant,
    version: z.int(),
  })
  .meta({ id: 'StaffMember' });

export const invitedSchema = z.object({
  person: staffSchema,
  url: z.string().meta({ description: 'Shown once: the page where they choose a password' }),
  expires_at: instant,
});

export const newStaffBody = z.object({
  name: text(120),
  email: emailInput,
  roles: z.array(role).min(1).max(ROLES.length),
  location_id: z.string().max(60).nullish(),
  locale,
});

export const staffPatch = z
  .object({
    name: text(120),
    roles: z.array(role).min(1).max(ROLES.length),
    location_id: z.string().max(60).nullable(),
    locale,
  })
  .partial()
  .strict();

const days = (most: number) => z.int().min(1).max(most);
const methods = z.array(z.enum(PAYOUT_METHODS)).min(1);

const settingsSchema = z.object({
  quote_valid_days: days(90),
  confirm_days: days(90),
  ship_by_days: days(90),
  visit_days: days(90),
  pre_check_days: days(30),
  inspect_days: days(30),
  revised_offer_days: days(90),
  payout_days: days(30),
  send_back_days: days(30),
  pay_items: z.enum(['together', 'as_ready']),
  silence: z.enum(SILENCES),
  silence_choices: z.array(z.enum(SILENCES)).min(1),
  payout_methods: z.object({ mail_in: methods, in_store: methods }),
  ownership_four_eyes: z.boolean(),
  chat_channel: z
    .string()
    .trim()
    .regex(/^[#@]?[\w.-]{1,80}$/),
  payout_release_above_minor: z.int().min(0).max(1_000_000_000_000).nullable(),
  two_factor_for_money: z.boolean(),
});

export const shopSchema = z
  .object({
    name: z.string(),
    currency: z.string(),
    country: z.string(),
    locale,
    timezone: z.string(),
    address: addressSchema.nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    settings: settingsSchema,
    demo: z.boolean(),
    set_up_at: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Shop' });

export const shopPatch = z
  .object({
    name: text(120),
    currency,
    country,
    locale,
    timezone,
    address: addressSchema.nullable(),
    email: emailInput.nullable(),
    phone: text(40).nullable(),
    settings: settingsSchema.partial().strict(),
  })
  .partial()
  .strict();

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Give times as 09:30.');
const spans = z.array(z.tuple([clock, clock])).max(4);
const openingHours = z
  .object({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: spans, sun: spans })
  .partial()
  .strict()
  .meta({ examples: [{ mon: [['09:30', '18:00']] }] });

export const locationSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    address: addressSchema,
    phone: z.string().nullable(),
    opening_hours: openingHours,
    timezone: z.string(),
    takes_walk_ins: z.boolean(),
    active: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Location' });

const locationFields = {
  name: text(120),
  address: addressSchema,
  phone: text(40).nullable(),
  opening_hours: openingHours,
  timezone,
  takes_walk_ins: z.boolean(),
};

export const newLocationBody = z
  .object(locationFields)
  .partial({ phone: true, opening_hours: true, timezone: true, takes_walk_ins: true })
  .strict();

export const locationPatch = z
  .object({ ...locationFields, active: z.boolean() })
  .partial()
  .strict();

export const customerSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    locale,
    address: addressSchema.nullable(),
    company: z.string().nullable(),
    flag: z.enum(FLAGS),
    note: z.string().nullable(),
    created_at: instant,
    version: z.int(),
  })
  .meta({ id: 'Customer' });

export const customerPatch = z
  .object({
    name: text(200),
    email: emailInput.nullable(),
    phone: text(40).nullable(),
    locale,
    address: addressSchema.nullable(),
    company: text(120).nullable(),
    flag: z.enum(FLAGS),
    note: z.string().trim().max(5000).nullable(),
  })
  .partial()
  .strict();
