/** The shipping kit of a case: its facts, read and drawn. Used by the mail, the portal and the console. */
import { sql } from 'kysely';
import { isLocale } from '../kernel/locale.ts';
import { ok, refuse, type Outcome } from '../kernel/outcome.ts';
import { loadShop } from '../modules/identity/shop.ts';
import { drawKit } from '../modules/shipping/kit.ts';
import type { KitAddress } from '../modules/shipping/kit/address.ts';
import type { KitSize } from '../modules/shipping/kit/input.ts';
import type { KitDevice } from '../modules/shipping/kit/system.ts';
import type { Reader } from '../platform/postgres.ts';

type Row = {
  reference: string;
  channel: 'mail_in' | 'in_store';
  locale: string;
  name: string | null;
  address: Omit<KitAddress, 'name'> | null;
  created_at: Date;
  ship_by: Date | null;
  devices: Omit<KitDevice, 'brand'>[];
};

async function readRow(reader: Reader, caseId: string): Promise<Row | null> {
  const found = await sql<Row>`
    select c.reference, c.channel, c.locale, c.contact ->> 'name' as name, c.address, c.created_at,
           (select min(f.due_at) from item_facts f where f.case_id = c.case_id and f.stage = 'leads' and f.status = 'active') as ship_by,
           (select coalesce(jsonb_agg(jsonb_build_object('number', f.number, 'title', f.title, 'category', f.category) order by f.position), '[]')
              from item_facts f where f.case_id = c.case_id and not (f.stage = 'leads' and f.status = 'cancelled')) as devices
      from case_facts c where c.case_id = ${caseId}`.execute(reader);
  return found.rows[0] ?? null;
}

/**
 * Draws the kit in the customer's language. Refuses `case_not_found`, `kit_not_by_mail`, `address_missing` (the
 * customer's), `shop_address_missing` (ours: set it in the shop's settings).
 */
export async function kitOf(
  reader: Reader,
  caseId: string,
  size: KitSize,
): Promise<Outcome<{ filename: string; pdf: Buffer }>> {
  const row = await readRow(reader, caseId);
  if (!row) return refuse('case_not_found', 'There is no such case.', 'not_found');
  if (row.channel !== 'mail_in')
    return refuse(
      'kit_not_by_mail',
      'This case does not come by mail, so it has no shipping kit.',
      'conflict',
    );
  if (!row.address) return refuse('address_missing', 'The customer’s address is missing.', 'conflict');
  const shop = await loadShop(reader);
  if (!shop.address)
    return refuse(
      'shop_address_missing',
      'Set the shop’s address in the settings first: the label needs it.',
      'conflict',
    );
  const pdf = await drawKit({
    locale: isLocale(row.locale) ? row.locale : 'en',
    size,
    shop: { name: shop.name, email: shop.email, phone: shop.phone },
    reference: row.reference,
    shipBy: row.ship_by,
    timezone: shop.timezone,
    to: { ...shop.address, name: shop.address.name ?? shop.name },
    from: { ...row.address, name: row.name },
    devices: row.devices.map((device) => ({ ...device, brand: null })),
    madeAt: row.created_at,
  });
  return ok({ filename: `${row.reference}-${size}.pdf`, pdf });
}

/** The answer that carries a PDF: shown in the browser, saved under its name. */
export function pdfResponse(file: { filename: string; pdf: Buffer }): Response {
  return new Response(new Uint8Array(file.pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${file.filename}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
