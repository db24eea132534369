/** Route of the shipping kit for staff; customers get theirs in the portal. */
import { z } from 'zod';
import { ok, refuse } from '../../kernel/outcome.ts';
import { resolveCase } from '../../modules/cases/actions/item-facts.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { kitOf, pdfResponse } from '../kit.ts';

export function kitRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/cases/{id}/kit.pdf',
      tag: 'Receiving',
      summary: 'The shipping kit: packing guide and label',
      access: { staff: 'case.view' },
      params: z.object({ id: z.string().max(60) }),
      query: z.object({ size: z.enum(['a4', '4x6']).default('a4') }),
      produces: 'application/pdf',
      act: async ({ params, query }, call) => {
        const caseId = await resolveCase(call.db, params.id);
        if (!caseId) return refuse('case_not_found', 'There is no such case.', 'not_found');
        const kit = await kitOf(call.db, caseId, query.size);
        return kit.ok ? ok(pdfResponse(kit.value)) : kit;
      },
    }),
    route({
      method: 'get',
      path: '/my/kit.pdf',
      tag: 'Portal',
      summary: 'The customer’s own shipping kit',
      access: { portal: 'view' },
      query: z.object({ size: z.enum(['a4', '4x6']).default('a4') }),
      produces: 'application/pdf',
      act: async ({ query }, call) => {
        const { actor } = call.ctx;
        const kit = await kitOf(call.db, actor.kind === 'customer' ? actor.caseId : '', query.size);
        return kit.ok ? ok(pdfResponse(kit.value)) : kit;
      },
    }),
  ];
}
