/** The workflows as data, and what the board reads from them before it asks the server about one item. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { get } from '../../client.ts';
import type { Workflow } from '../../contract/cases.ts';

export const workflowsQuery = queryOptions({
  queryKey: ['workflows'],
  queryFn: async ({ signal }) => {
    const answer = await get<{ workflows: Workflow[] }>('/api/workflows', undefined, signal);
    return answer.workflows;
  },
  staleTime: Infinity,
});

export function useWorkflows() {
  return useQuery(workflowsQuery);
}

function matches(workflow: Workflow, selector: string, stage: string, status: string): boolean {
  if (selector.startsWith('#')) {
    const found = workflow.stages.find((s) => s.id === stage)?.statuses.find((s) => s.id === status);
    return found?.tags.includes(selector.slice(1)) ?? false;
  }
  return selector === `${stage}/${status}` || selector === `${stage}/*`;
}

/**
 * The stages some move could lead to from here, for lighting up columns while a card is in hand. Only a hint:
 * what is really allowed the server says per item.
 */
export function stagesFrom(workflow: Workflow, stage: string, status: string): Set<string> {
  const found = new Set<string>();
  for (const move of workflow.moves) {
    if (move.auto || !move.from.some((selector) => matches(workflow, selector, stage, status))) continue;
    if (move.to === 'resume')
      for (const s of ['being_inspected', 'payout_processing', 'not_as_described']) found.add(s);
    else found.add(move.to.split('/')[0] ?? '');
  }
  return found;
}
