/** Lays a workflow out as columns of stages with their statuses, and its moves as curves between them. Pure. */
import type { Workflow, WorkflowMove } from '../../contract/cases.ts';

export type Box = { id: string; stage: string; status: string; x: number; y: number; w: number; h: number };
export type Lane = { stage: string; x: number; w: number; h: number };
export type Curve = { id: string; d: string; person: boolean; moves: string[] };
export type Picture = { lanes: Lane[]; boxes: Box[]; curves: Curve[]; width: number; height: number };

const W = 158;
const H = 46;
const GAP_X = 66;
const GAP_Y = 16;
const TOP = 44;

function sources(workflow: Workflow, move: WorkflowMove): string[] {
  const all = workflow.stages.flatMap((s) =>
    s.statuses.map((t) => ({ at: `${s.id}/${t.id}`, stage: s.id, tags: t.tags })),
  );
  return move.from.flatMap((selector) => {
    if (selector.startsWith('#'))
      return all.filter((p) => p.tags.includes(selector.slice(1))).map((p) => p.at);
    if (selector.endsWith('/*')) return all.filter((p) => p.stage === selector.slice(0, -2)).map((p) => p.at);
    return all.some((p) => p.at === selector) ? [selector] : [];
  });
}

/** Made by machines alone: clocks, carriers and the system. */
function byPerson(move: WorkflowMove): boolean {
  const by: Record<string, unknown> = move.by ?? {};
  return move.auto ? false : 'staff' in by || 'customer' in by;
}

function curve(a: Box, b: Box): string {
  if (a.x === b.x) {
    const down = b.y > a.y;
    const x = a.x + a.w;
    const y1 = a.y + a.h / 2;
    const y2 = b.y + b.h / 2;
    const bend = 26 + Math.min(30, Math.abs(y2 - y1) / 6);
    return `M ${x} ${y1 + (down ? 6 : -6)} C ${x + bend} ${y1}, ${x + bend} ${y2}, ${x} ${y2}`;
  }
  const right = b.x > a.x;
  const x1 = right ? a.x + a.w : a.x;
  const x2 = right ? b.x : b.x + b.w;
  const y1 = a.y + a.h / 2 + (right ? -6 : 8);
  const y2 = b.y + b.h / 2 + (right ? -6 : 8);
  const bend = Math.max(30, Math.abs(x2 - x1) / 2.4);
  return `M ${x1} ${y1} C ${x1 + (right ? bend : -bend)} ${y1}, ${x2 - (right ? bend : -bend)} ${y2}, ${x2} ${y2}`;
}

/** Several moves between the same two places share one curve. */
export function drawWorkflow(workflow: Workflow): Picture {
  const boxes: Box[] = [];
  const most = Math.max(...workflow.stages.map((s) => s.statuses.length));
  const height = TOP + most * (H + GAP_Y) + 8;
  const lanes = workflow.stages.map((stage, i): Lane => {
    const x = 8 + i * (W + GAP_X);
    stage.statuses.forEach((status, k) =>
      boxes.push({
        id: `${stage.id}/${status.id}`,
        stage: stage.id,
        status: status.id,
        x: x + 10,
        y: TOP + k * (H + GAP_Y),
        w: W - 20,
        h: H,
      }),
    );
    return { stage: stage.id, x, w: W, h: height - 12 };
  });
  const found = new Map<string, Curve>();
  for (const move of workflow.moves) {
    if (move.to === 'resume') continue;
    const to = boxes.find((b) => b.id === move.to);
    for (const from of sources(workflow, move)) {
      const a = boxes.find((b) => b.id === from);
      if (!a || !to || a === to) continue;
      const id = `${from}>${move.to}`;
      const held = found.get(id);
      if (held) {
        if (!held.moves.includes(move.id)) held.moves.push(move.id);
        held.person ||= byPerson(move);
      } else found.set(id, { id, d: curve(a, to), person: byPerson(move), moves: [move.id] });
    }
  }
  return {
    lanes,
    boxes,
    curves: [...found.values()],
    width: 8 + workflow.stages.length * (W + GAP_X),
    height,
  };
}
