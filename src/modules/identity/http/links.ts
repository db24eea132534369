/** The door of the portal: a link is exchanged for a cookie. */
import { setCookie } from 'hono/cookie';
import { z } from 'zod';
import { ok, type Refusal } from '../../../kernel/outcome.ts';
import { route, type Call, type Route } from '../../../platform/http/route.ts';
import { exchangeLink, PRIVATE_HEADERS } from '../links.ts';
import type { LinkPurpose } from '../store/links.ts';
import { PORTAL_COOKIE } from '../who.ts';
import { cookieOptions } from './session.ts';

/** Where a link leads once it is exchanged. */
const TARGETS: Readonly<Record<LinkPurpose, string>> = {
  portal: '/my',
  resume: '/my/confirm',
  kit: '/my/kit.pdf',
  return: '/my',
};

export type LinkConfig = {
  readonly baseUrl: string;
  /** The page that says in the customer's language why a link does not work; without it the answer is problem+json. */
  readonly problemPage?: (refusal: Refusal, call: Call) => Response | Promise<Response>;
};

export function linkRoutes(config: LinkConfig): Route[] {
  return [
    route({
      method: 'get',
      path: '/l/{token}',
      tag: 'Portal',
      summary: 'Open a link from a mail: sets the cookie of its case and leads to the page',
      description: 'Opening never uses the link up, because mail scanners open links too.',
      access: 'public',
      limit: 'public_write',
      params: z.object({ token: z.string().max(200) }),
      act: async ({ params }, call) => {
        const opened = await call.postgres.transact((tx) => exchangeLink(tx, call.ctx, params.token));
        if (!opened.ok) {
          if (!config.problemPage) return opened;
          return ok(withPrivacy(await config.problemPage(opened, call)));
        }
        const { sessionToken, expiresAt, purpose } = opened.value;
        setCookie(call.http, PORTAL_COOKIE, sessionToken, cookieOptions(config.baseUrl, expiresAt));
        return ok(withPrivacy(call.http.redirect(TARGETS[purpose], 303)));
      },
    }),
  ];
}

function withPrivacy(response: Response): Response {
  for (const [name, value] of Object.entries(PRIVATE_HEADERS)) response.headers.set(name, value);
  return response;
}
