/** Pages for when there is nothing else to show. */
import type { Refusal } from '../../kernel/outcome.ts';
import { Page, show } from './look/page.tsx';
import type { TextKey } from './texts.ts';
import type { Visit, Voice } from './visit.ts';

/** Nothing here. */
export function notFoundPage(visit: Visit): Response {
  return wordsPage(visit, 'page.notFound', 'page.notFound.body', 404);
}

/** Our fault, with the number the log has. */
export function failedPage(visit: Visit): Response {
  return wordsPage(visit, 'page.failed', 'page.failed.body', 500, { id: visit.ctx.requestId });
}

/** More than we take from one visitor. */
export function busyPage(visit: Visit): Response {
  return wordsPage(visit, 'page.busy', 'page.busy.body', 429);
}

/** A page of one offer, without its link. */
export function needsLinkPage(visit: Visit): Response {
  return wordsPage(visit, 'page.privateLink', 'page.privateLink.body', 403);
}

/** Why a link does not work, with the way to a new one. */
export function linkProblemPage(visit: Voice, refusal: Refusal): Response {
  const kind = { link_expired: 'expired', link_revoked: 'revoked' }[refusal.code] ?? 'unknown';
  const key = `link.${kind}` as 'link.expired' | 'link.revoked' | 'link.unknown';
  return wordsPage(visit, key, `${key}.body`, refusal.kind === 'not_found' ? 404 : 403);
}

function wordsPage(
  visit: Voice,
  title: TextKey,
  body: TextKey,
  status: 403 | 404 | 429 | 500,
  values: Record<string, string> = {},
): Response {
  const { say } = visit;
  return show(
    visit,
    <Page visit={visit} title={say(title)}>
      <h1>{say(title)}</h1>
      <p class="lead">{say(body, values)}</p>
      <div class="row">
        {status === 403 || title.startsWith('link.') ? (
          <a class="button" href="/my/link">
            {say('link.go')}
          </a>
        ) : null}
        <a class={status === 403 ? 'button second' : 'button'} href="/sell">
          {say('footer.sell')}
        </a>
      </div>
    </Page>,
    status,
  );
}
