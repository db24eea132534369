import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { faults } from './workflow-faults.ts';
import { autoMoves, moves, place, placeName, step, type Guards, type Workflow } from './workflow.ts';

type Facts = { paid: boolean };
const GUARDS: Guards<Facts> = { paid: (f) => (f.paid ? null : { code: 'not_paid', why: 'Pay first.' }) };
const DOOR: Workflow = {
  id: 'door',
  version: 1,
  stages: [
    {
      id: 'door',
      statuses: [
        { id: 'open', tags: ['passable'], next: 'counter' },
        { id: 'shut', tags: [], next: 'customer', clocks: [{ id: 'late', due: { days: 1 }, move: 'break' }] },
      ],
    },
    { id: 'gone', statuses: [{ id: 'gone', tags: ['final'], next: 'nobody' }] },
    { id: 'hold', statuses: [{ id: 'hold', tags: [], next: 'bench' }] },
  ],
  moves: [
    { id: 'build', from: ['start'], to: 'door/shut', by: { staff: 'case.create' } },
    {
      id: 'unlock',
      from: ['door/shut'],
      to: 'door/open',
      by: { staff: 'case.move', customer: 'act' },
      guards: ['paid'],
      effects: ['ring'],
    },
    { id: 'unlock', from: ['hold/*'], to: 'door/open', by: { system: true } },
    { id: 'hold', from: ['#passable'], to: 'hold/hold', by: { staff: 'hold.open' } },
    { id: 'release', from: ['hold/hold'], to: 'resume', by: { staff: 'hold.release' } },
    {
      id: 'ask',
      from: ['hold/*'],
      to: 'here',
      by: { staff: 'hold.open' },
      rest: { next: 'customer', clocks: [{ id: 'again', due: { days: 7 }, move: 'break' }] },
    },
    { id: 'break', from: ['door/*'], to: 'gone/gone', by: { clock: true } },
    {
      id: 'crumble',
      from: ['door/open'],
      to: 'gone/gone',
      by: { system: true },
      guards: ['paid'],
      auto: true,
    },
  ],
};
const SHUT = place('door/shut');
const OPEN = place('door/open');
const staff = (...permissions: string[]): Actor => ({
  kind: 'staff',
  id: 'stf_1',
  name: 'Ada',
  permissions: new Set(permissions) as never,
});

describe('step', () => {
  it('gives the target and the effects when the guards hold', () => {
    expect(step(DOOR, SHUT, 'unlock', { paid: true }, staff('case.move'), GUARDS)).toMatchObject({
      ok: true,
      value: { to: OPEN, effects: ['ring'] },
    });
  });

  it('stays where it is when a move leads here, allowed or refused', () => {
    const held = place('hold/hold');
    expect(step(DOOR, held, 'ask', { paid: false }, staff('hold.open'), GUARDS)).toMatchObject({
      ok: true,
      value: { to: held, def: { rest: { next: 'customer' } } },
    });
    for (const who of [staff('hold.open'), staff()])
      expect(
        moves(DOOR, held, { paid: false }, who, GUARDS, OPEN).find((m) => m.move === 'ask'),
      ).toMatchObject({ to: 'hold/hold' });
  });

  it.each([
    ['open', { paid: true }, staff('case.move'), 'move_unknown'],
    ['unlock', { paid: false }, staff('case.move'), 'not_paid'],
    ['unlock', { paid: true }, staff('case.view'), 'permission_missing'],
    ['unlock', { paid: true }, { kind: 'customer', id: 'c', caseId: 'x', power: 'view' }, 'power_missing'],
    ['unlock', { paid: true }, { kind: 'clock' }, 'move_not_yours'],
    ['hold', { paid: true }, staff('hold.open'), 'move_not_from_here'],
  ] satisfies [string, Facts, Actor, string][])(
    'refuses “%s” with a code of its own',
    (move, facts, actor, code) => {
      expect(step(DOOR, SHUT, move, facts, actor, GUARDS)).toMatchObject({ ok: false, code });
    },
  );

  it('releases to where the hold came from, and refuses where nothing is remembered', () => {
    const held = place('hold/hold');
    expect(step(DOOR, held, 'release', { paid: true }, staff('hold.release'), GUARDS, SHUT)).toMatchObject({
      value: { to: SHUT },
    });
    expect(step(DOOR, held, 'release', { paid: true }, staff('hold.release'), GUARDS)).toMatchObject({
      code: 'nothing_to_resume',
    });
  });

  it('begins an item from nowhere by a move from start only', () => {
    expect(step(DOOR, null, 'build', { paid: false }, staff('case.create'), GUARDS)).toMatchObject({
      value: { to: SHUT },
    });
    expect(step(DOOR, null, 'unlock', { paid: true }, staff('case.move'), GUARDS)).toMatchObject({
      code: 'move_not_from_here',
    });
  });
});

describe('moves', () => {
  it('lists what can be done with the reason where it cannot, and no machine’s moves', () => {
    expect(moves(DOOR, SHUT, { paid: false }, staff('case.move'), GUARDS)).toEqual([
      {
        move: 'unlock',
        to: 'door/open',
        form: null,
        reason: 'none',
        refused: { code: 'not_paid', why: 'Pay first.' },
      },
    ]);
  });
});

describe('autoMoves', () => {
  it('makes a move by itself once its guards hold', () => {
    expect(autoMoves(DOOR, OPEN, { paid: false }, GUARDS)).toEqual([]);
    expect(autoMoves(DOOR, OPEN, { paid: true }, GUARDS).map((s) => placeName(s.to))).toEqual(['gone/gone']);
  });
});

describe('faults', () => {
  const known = { guards: new Set(['paid']), effects: new Set(['ring']), settings: new Set<string>() };
  const codes = (workflow: Workflow, names = known) =>
    faults(workflow, names).map((f) => `${f.code} ${f.where}`);
  const changed = (change: Partial<Workflow>): Workflow => ({ ...DOOR, ...change });

  it('finds nothing in a sound workflow', () => {
    expect(faults(DOOR, known)).toEqual([]);
  });

  it.each([
    [
      'unknown_target move open',
      { moves: [...DOOR.moves, { id: 'open', from: ['door/shut'], to: 'door/ajar', by: {} }] },
    ],
    [
      'unknown_origin move open',
      { moves: [...DOOR.moves, { id: 'open', from: ['#red'], to: 'door/open', by: {} }] },
    ],
    [
      'unknown_guard move open',
      {
        moves: [
          ...DOOR.moves,
          { id: 'open', from: ['door/shut'], to: 'door/open', by: {}, guards: ['luck'] },
        ],
      },
    ],
    [
      'unknown_effect move open',
      {
        moves: [
          ...DOOR.moves,
          { id: 'open', from: ['door/shut'], to: 'door/open', by: {}, effects: ['sing'] },
        ],
      },
    ],
    [
      'unreachable attic/attic',
      {
        stages: [
          ...DOOR.stages,
          { id: 'attic', statuses: [{ id: 'attic', tags: ['final'], next: 'nobody' as const }] },
        ],
      },
    ],
    [
      'never_ends well/well',
      {
        stages: [
          ...DOOR.stages,
          { id: 'well', statuses: [{ id: 'well', tags: [], next: 'bench' as const }] },
        ],
        moves: [...DOOR.moves, { id: 'fall', from: ['door/open'], to: 'well/well', by: {} }],
      },
    ],
    [
      'no_clock porch/porch',
      {
        stages: [
          ...DOOR.stages,
          { id: 'porch', statuses: [{ id: 'porch', tags: [], next: 'customer' as const }] },
        ],
        moves: [
          ...DOOR.moves,
          { id: 'wait', from: ['door/open'], to: 'porch/porch', by: {} },
          { id: 'leave', from: ['porch/porch'], to: 'gone/gone', by: {} },
        ],
      },
    ],
    [
      'no_clock move knock',
      {
        moves: [
          ...DOOR.moves,
          {
            id: 'knock',
            from: ['door/open'],
            to: 'here',
            by: {},
            rest: { next: 'customer' as const, clocks: [] },
          },
        ],
      },
    ],
    [
      'unknown_move porch/porch clock late',
      {
        stages: [
          ...DOOR.stages,
          {
            id: 'porch',
            statuses: [
              {
                id: 'porch',
                tags: ['final'],
                next: 'nobody' as const,
                clocks: [{ id: 'late', due: { days: 1 }, move: 'fly' }],
              },
            ],
          },
        ],
        moves: [...DOOR.moves, { id: 'wait', from: ['door/open'], to: 'porch/porch', by: {} }],
      },
    ],
    [
      'unknown_setting porch/porch clock late',
      {
        stages: [
          ...DOOR.stages,
          {
            id: 'porch',
            statuses: [
              {
                id: 'porch',
                tags: ['final'],
                next: 'nobody' as const,
                clocks: [{ id: 'late', due: { setting: 'moon' } }],
              },
            ],
          },
        ],
        moves: [...DOOR.moves, { id: 'wait', from: ['door/open'], to: 'porch/porch', by: {} }],
      },
    ],
  ] as [string, Partial<Workflow>][])('finds %s', (fault, change) => {
    expect(codes(changed(change))).toContain(fault);
  });
});
