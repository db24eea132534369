import { expect, it } from 'vitest';
import type { Workflow } from '../../contract/cases.ts';
import { drawWorkflow } from './picture.ts';

const workflow: Workflow = {
  id: 'w',
  version: 1,
  stages: [
    {
      id: 'a',
      statuses: [
        { id: 'x', tags: ['open'], next: 'bench' },
        { id: 'y', tags: [], next: 'bench' },
      ],
    },
    { id: 'b', statuses: [{ id: 'z', tags: [], next: 'nobody' }] },
  ],
  moves: [
    { id: 'go', from: ['a/*'], to: 'b/z', by: { staff: 'case.move' } },
    { id: 'also', from: ['#open'], to: 'b/z', by: { clock: true } },
    { id: 'late', from: ['a/y'], to: 'a/x', by: { clock: true } },
    { id: 'lost', from: ['nowhere/at_all'], to: 'b/z', by: { system: true } },
    { id: 'back', from: ['b/z'], to: 'resume', by: { staff: 'case.move' } },
  ],
};

it('draws a lane per stage, a box per status, one curve between two places', () => {
  const picture = drawWorkflow(workflow);
  expect(picture.lanes.map((l) => l.stage)).toEqual(['a', 'b']);
  expect(picture.boxes.map((b) => b.id)).toEqual(['a/x', 'a/y', 'b/z']);
  expect(picture.curves.map((c) => [c.id, c.moves, c.person])).toEqual([
    ['a/x>b/z', ['go', 'also'], true],
    ['a/y>b/z', ['go'], true],
    ['a/y>a/x', ['late'], false],
  ]);
});

it('keeps every box inside the picture', () => {
  const { boxes, width, height } = drawWorkflow(workflow);
  for (const b of boxes) {
    expect(b.x + b.w).toBeLessThanOrEqual(width);
    expect(b.y + b.h).toBeLessThanOrEqual(height);
  }
});
