/** The shipping kit of a case: its facts, read and drawn. Used by the mail, the portal and the console. */
import { sql } from 'kysely';
import { isLocale } from '../kernel/locale.ts';
import { ok, refuse, type Outcome } from '../kernel/outcome.ts';
import { loadShop, type Shop } from '../modules/identity/shop.ts';
import { listLocations } from '../modules/identity/store/shop.ts';
import { drawKit } from '../modules/shipping/kit.ts';
import type { KitAddress } from '../modules/shipping/kit/address.ts';
import type { KitInput, KitSize } from '../modules/shipping/kit/input.ts';
import type { KitDevice } from '../modules/shipping/kit/system.ts';
import type { Reader } from '../platform/postgres.ts';

export type KitFile = { filename: string; pdf: Buffer };

type Row = {
  reference: string;
  channel: 'mail_in' | 'in_store';
  locale: string;
  name: string | null;
  address: Omit<KitAddress, 'name'> | null;
  location_id: string | null;
  created_at: Date;
  ship_by: Date | null;
  devices: Omit<KitDevice, 'brand'>[];
};

async function readRow(reader: Reader, caseId: string): Promise<Row | null> {
  const found = await sql<Row>`
    select c.reference, c.channel, c.locale, c.contact ->> 'name' as name, c.address, c.location_id, c.created_at,
           (select min(f.due_at) from item_facts f where f.case_id = c.case_id and f.stage = 'leads' and f.status = 'active') as ship_by,
           (select coalesce(jsonb_agg(jsonb_build_object('number', f.number, 'title', f.title, 'category', f.category) order by f.position), '[]')
              from item_facts f where f.case_id = c.case_id and not (f.stage = 'leads' and f.status = 'cancelled')) as devices
      from case_facts c where c.case_id = ${caseId}`.execute(reader);
  return found.rows[0] ?? null;
}

/** Where the parcel goes: the shop's address, or that of the case's store or of the first one open. */
async function destination(
  reader: Reader,
  shop: Shop,
  locationId: string | null,
): Promise<KitAddress | null> {
  if (shop.address) return { ...shop.address, name: shop.address.name ?? shop.name };
  const stores = (await listLocations(reader)).filter((one) => one.active);
  const store = stores.find((one) => one.id === locationId) ?? stores[0];
  return store ? { ...store.address, name: store.address.name ?? `${shop.name} ${store.name}` } : null;
}

const NO_SHOP_ADDRESS =
  'The label needs an address to send to. Enter the postal address of the shop in the console: Settings, Shop.';

/** What a kit of this case says, or why it has none: `kitOf` names the refusals. */
async function readKit(reader: Reader, caseId: string, size: KitSize): Promise<Outcome<KitInput>> {
  const row = await readRow(reader, caseId);
  if (!row) return refuse('case_not_found', 'There is no such case.', 'not_found');
  if (row.channel !== 'mail_in')
    return refuse('kit_not_by_mail', 'This case does not come by mail, so it has no shipping kit.');
  if (row.devices.length === 0)
    return refuse('kit_nothing_to_send', 'Every device of this case is cancelled: there is nothing to send.');
  if (!row.address)
    return refuse('address_missing', 'The customer has not given an address yet; the label needs one.');
  const shop = await loadShop(reader);
  const to = await destination(reader, shop, row.location_id);
  if (!to) return refuse('shop_address_missing', NO_SHOP_ADDRESS);
  return ok({
    locale: isLocale(row.locale) ? row.locale : shop.locale,
    size,
    shop: { name: shop.name, email: shop.email, phone: shop.phone },
    reference: row.reference,
    shipBy: row.ship_by,
    timezone: shop.timezone,
    to,
    from: { ...row.address, name: row.name },
    devices: row.devices.map((device) => ({ ...device, brand: null })),
    madeAt: row.created_at,
  });
}

/**
 * Draws the kit in the customer's language. Refuses `case_not_found`, `kit_not_by_mail`, `kit_nothing_to_send`,
 * `address_missing` (the customer's) and `shop_address_missing` (ours). A mail that should carry the kit goes
 * without it then (messages/jobs.ts logs the code).
 */
export async function kitOf(reader: Reader, caseId: string, size: KitSize): Promise<Outcome<KitFile>> {
  const kit = await readKit(reader, caseId, size);
  if (!kit.ok) return kit;
  const name = `Reprise-kit-${kit.value.reference}`;
  return ok({
    filename: size === 'a4' ? `${name}.pdf` : `${name}-${size}.pdf`,
    pdf: await drawKit(kit.value),
  });
}

/** The answer that carries a PDF: shown in the browser, saved under its name. */
export function pdfResponse(file: KitFile): Response {
  return new Response(new Uint8Array(file.pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${file.filename}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
