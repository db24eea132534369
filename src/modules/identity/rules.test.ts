import { describe, expect, it } from 'vitest';
import { PERMISSIONS, type Actor } from '../../kernel/actor.ts';
import { permissionsOf, requirePermission, requirePower, ROLES, ROLE_PERMISSIONS } from './rules.ts';
import { passwordFault } from './rules/passwords.ts';
import { hoursFault, isCountry, isCurrency, isTimezone, slugOf } from './rules/places.ts';
import { DEFAULT_SETTINGS, settingsFault, settingsOf } from './rules/settings.ts';

const staff = (...roles: readonly (typeof ROLES)[number][]): Actor => ({
  kind: 'staff',
  id: 'stf_1',
  name: 'Someone',
  permissions: permissionsOf(roles),
});

describe('roles', () => {
  it('give an owner everything and nobody else the keys of the house', () => {
    expect(permissionsOf(['owner'])).toEqual(new Set(PERMISSIONS));
    for (const role of ROLES.filter((one) => one !== 'owner'))
      for (const key of ['staff.manage', 'settings.edit', 'prices.edit', 'offer.free_price'] as const)
        expect(ROLE_PERMISSIONS[role], role).not.toContain(key);
  });

  it('let a viewer look and change nothing', () => {
    expect([...permissionsOf(['viewer'])].filter((one) => !one.endsWith('.view'))).toEqual([]);
  });

  it('let only finance and owners submit payouts', () => {
    expect(ROLES.filter((role) => permissionsOf([role]).has('payout.submit'))).toEqual(['owner', 'finance']);
  });

  it('add up when a person has several', () => {
    const both = permissionsOf(['bench', 'finance']);
    expect(both.has('inspection.record') && both.has('payout.submit')).toBe(true);
  });

  it('lose the money permissions, and only those, while a second factor is missing', () => {
    const locked = permissionsOf(['finance'], true);
    expect(locked.has('payout.submit') || locked.has('payout.settle') || locked.has('payout.edit')).toBe(
      false,
    );
    expect(locked.has('payout.view')).toBe(true);
  });
});

describe('requirePermission', () => {
  it('names the permission that is missing', () => {
    const no = requirePermission(staff('bench'), 'payout.submit');
    expect(no).toMatchObject({
      code: 'permission_missing',
      kind: 'forbidden',
      more: { permission: 'payout.submit' },
    });
  });

  it('lets staff with the permission and the operator pass', () => {
    expect(requirePermission(staff('finance'), 'payout.submit')).toBeNull();
    expect(requirePermission({ kind: 'system' }, 'payout.submit')).toBeNull();
  });

  it('refuses everybody else by default', () => {
    const others: Actor[] = [
      { kind: 'visitor' },
      { kind: 'clock' },
      { kind: 'carrier', name: 'x' },
      { kind: 'customer', id: 'cus_1', caseId: 'cas_1', power: 'sensitive' },
    ];
    for (const actor of others)
      expect(requirePermission(actor, 'case.view')?.code, actor.kind).toBe('sign_in_required');
  });
});

describe('requirePower', () => {
  const customer = (power: 'view' | 'act' | 'sensitive'): Actor => ({
    kind: 'customer',
    id: 'cus_1',
    caseId: 'cas_1',
    power,
  });

  it('counts upwards', () => {
    expect(requirePower(customer('sensitive'), 'act', 'cas_1')).toBeNull();
    expect(requirePower(customer('act'), 'view', 'cas_1')).toBeNull();
    expect(requirePower(customer('act'), 'sensitive', 'cas_1')?.code).toBe('code_needed');
    expect(requirePower(customer('view'), 'act', 'cas_1')?.code).toBe('power_missing');
    expect(requirePower(customer('view'), 'sensitive', 'cas_1')?.code).toBe('power_missing');
  });

  it('never reaches another case', () => {
    expect(requirePower(customer('sensitive'), 'view', 'cas_2')?.code).toBe('link_other_case');
  });

  it('is for customers', () => {
    expect(requirePower({ kind: 'visitor' }, 'view', 'cas_1')?.code).toBe('link_needed');
    expect(requirePower(staff('owner'), 'view', 'cas_1')?.code).toBe('link_needed');
  });
});

describe('passwords', () => {
  const about = ['Olivia de Boer', 'olivia@secondspring.example'];

  it.each([
    'short1!',
    'Password123!',
    'P@ssw0rd!!2026',
    'qwertyuiop99',
    '1234567890',
    'aaaaaaaaaaaaaa',
    'olivia12345'.slice(0, 10),
    'secondspring',
    'x'.repeat(201),
  ])('refuses %s', (password) => {
    expect(passwordFault(password, about)?.code).toBe('password_weak');
  });

  it.each(['correct horse battery', 'tulp fiets regen 7', 'žluťoučký kůň', 'Kj82-hsaP-11'])(
    'takes %s',
    (password) => {
      expect(passwordFault(password, about)).toBeNull();
    },
  );
});

describe('places', () => {
  it('makes short names for addresses', () => {
    expect(slugOf('Amsterdam – Centrum')).toBe('amsterdam-centrum');
    expect(slugOf("Köln's Ecke")).toBe('koln-s-ecke');
    expect(slugOf('東京')).toBe('store');
  });

  it('knows what exists', () => {
    expect([isCountry('NL'), isCountry('EU'), isCountry('XX'), isCountry('nl')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([isCurrency('EUR'), isCurrency('EURO'), isCurrency('ABC')]).toEqual([true, false, false]);
    expect([isTimezone('Europe/Amsterdam'), isTimezone('Mars/Base')]).toEqual([true, false]);
  });

  it('wants opening hours in order', () => {
    expect(
      hoursFault([
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ]),
    ).toBeNull();
    expect(hoursFault([['18:00', '09:00']])).toMatch(/closes/);
    expect(
      hoursFault([
        ['09:00', '13:00'],
        ['12:00', '18:00'],
      ]),
    ).toMatch(/overlap/);
  });
});

describe('settings', () => {
  it('fall back to the defaults', () => {
    expect(settingsOf({ quote_valid_days: 7 })).toEqual({ ...DEFAULT_SETTINGS, quote_valid_days: 7 });
    expect(settingsFault(DEFAULT_SETTINGS)).toBeNull();
  });

  it('must fit together', () => {
    expect(settingsFault({ ...DEFAULT_SETTINGS, silence_choices: ['hold'] })?.field).toBe('settings.silence');
    expect(
      settingsFault({ ...DEFAULT_SETTINGS, payout_methods: { mail_in: ['cash'], in_store: ['cash'] } })
        ?.field,
    ).toBe('settings.payout_methods.mail_in');
    expect(settingsFault({ ...DEFAULT_SETTINGS, quote_valid_days: 2 })?.field).toBe('settings.confirm_days');
  });
});
