/** What the API sends about device checks, devices and the block list. */
import type { Money } from './session.ts';

export type CheckKind = 'number' | 'model' | 'seen_before' | 'block_list' | 'provider' | 'activation_lock';
export type CheckVerdict = 'asked' | 'clean' | 'hit' | 'unknown';

export type DeviceCheck = {
  id: string;
  item_id: string;
  kind: CheckKind;
  verdict: CheckVerdict;
  /** null: our own records; manual: a person; else the adapter that was asked. */
  provider: string | null;
  detail: string;
  evidence: Record<string, unknown>;
  asked_by: { kind: string; id: string | null; name: string | null };
  asked_at: string;
  answered_at: string | null;
};

export type PreCheck = {
  item_id: string;
  /** Empty when nobody knows it. */
  brand: string;
  /** The provider that is connected; null: look by hand. */
  provider: string | null;
  waiting: boolean;
  /** The newest of each kind about the device as it is. */
  current: DeviceCheck[];
  items: DeviceCheck[];
};

export type UnitLife = {
  item_id: string;
  item_number: string;
  case_id: string;
  reference: string;
  case_kind: 'offer' | 'return';
  title: string;
  stage: string;
  status: string;
  is_open: boolean;
  price: Money | null;
  customer_name: string | null;
  created_at: string;
  entered_at: string;
};

export type Unit = {
  id: string;
  imei: string | null;
  imei2: string | null;
  serial: string | null;
  title: string | null;
  category: string | null;
  lives: UnitLife[];
  checks: DeviceCheck[];
  blocked: { id: string; number: string; reason: string; added_at: string; removed_at: string | null }[];
};

export type BlockedDevice = {
  id: string;
  kind: 'imei' | 'serial';
  number: string;
  reason: string;
  source: 'staff' | 'import';
  added_by: { id: string | null; name: string | null };
  added_at: string;
  removed_by: { id: string | null; name: string | null } | null;
  removed_at: string | null;
  /** The device, when it was ever with us. */
  unit_id: string | null;
};

export type BlockListImport = {
  rows: number;
  added: number;
  known: number;
  refused: { line: number; number: string; code: string; why: string }[];
  applied: boolean;
};
