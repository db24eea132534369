/** The case of the link that was opened on this device, as its customer may see it. */
import type { Refusal } from '../../../kernel/outcome.ts';
import { isLocale } from '../../../kernel/locale.ts';
import { money, type Money } from '../../../kernel/money.ts';
import { viewCase, type CaseView, type ItemView } from '../../../modules/cases/actions/view.ts';
import { requirePower } from '../../../modules/identity/rules.ts';
import type { CustomerWho } from '../../../modules/identity/who.ts';
import { needsLinkPage } from '../error-pages.tsx';
import { chosenLocale, inLanguage, type Visit } from '../visit.ts';

export type Mine = {
  /** In the case's language, unless another was chosen by hand. */
  readonly visit: Visit;
  readonly who: CustomerWho;
  readonly view: CaseView;
};

/** Runs a page of the customer's own case; without a link it says how to get one. */
export function mine(page: (own: Mine) => Promise<Response>): (visit: Visit) => Promise<Response> {
  return async (visit) => {
    const { who } = visit;
    if (!who) return needsLinkPage(visit);
    const found = await viewCase(visit.db, visit.ctx, who.caseId);
    if (!found.ok) return needsLinkPage(visit);
    const { locale } = found.value;
    const speaking = isLocale(locale) && !chosenLocale(visit.http) ? inLanguage(visit, locale) : visit;
    return await page({ visit: speaking, who, view: found.value });
  };
}

/** Refuses what a link that only shows may not do. */
export function mayAct({ who, view }: Mine): Refusal | null {
  return requirePower(who, 'act', view.id);
}

/** Items the customer can make this move with now. */
export function itemsFor(view: CaseView, ...moves: readonly string[]): ItemView[] {
  return view.items.filter((item) =>
    item.moves.some((one) => moves.includes(one.move) && one.refused === null),
  );
}

/** True while the offer still waits for its confirmation. */
export function isUnconfirmed(view: CaseView): boolean {
  return view.items.some((item) => item.stage === 'leads' && ['new', 'abandoned'].includes(item.status));
}

/** True while a person still has to name a price: there is nothing to confirm yet. */
export function awaitsPrice(items: readonly ItemView[]): boolean {
  return items.some(
    (item) => item.stage === 'leads' && item.status !== 'cancelled' && item.price_minor === null,
  );
}

export function priceOfItem(item: ItemView, view: CaseView): Money | null {
  return item.price_minor === null ? null : money(item.price_minor, view.currency);
}

/** The sum of the prices there are. */
export function totalOfCase(view: CaseView): Money {
  return money(
    view.items.reduce((sum, item) => sum + (item.price_minor ?? 0), 0),
    view.currency,
  );
}
