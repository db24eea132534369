/**
 * When a seller is asked for a proof of purchase (source text 001; workflows.md, part C). Pure: what is known of the
 * device, the day and the dice come in.
 */

/** Conditions of a rule; all that are given must hold together. */
export type OwnershipWhen = {
  /** Models by id. */
  readonly model_ids?: readonly string[] | undefined;
  /** Brands by name. */
  readonly brands?: readonly string[] | undefined;
  /** The model is called so, brand included; capitals do not count. */
  readonly name_contains?: string | undefined;
  /** The model came out less than so many months ago. */
  readonly released_within_months?: number | undefined;
  /** Question → answers: each question must have one of its answers, declared or found. */
  readonly answers?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Declared or found like new. */
  readonly like_new?: boolean | undefined;
  /** The price is above this, in minor units of the shop's currency. */
  readonly above_minor?: number | undefined;
  /** So many of a hundred, drawn. */
  readonly spot_check_percent?: number | undefined;
};

export type OwnershipRule = {
  readonly id: string;
  readonly name: string;
  readonly on: boolean;
  readonly when: OwnershipWhen;
};

export type OwnershipRules = { readonly rules: readonly OwnershipRule[] };

/** A model as a rule sees it. */
export type SubjectModel = {
  readonly id: string | null;
  readonly brand: string | null;
  /** Brand and model; of a device not on our list, what the seller calls it. */
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly releasedOn: string | null;
};

/** What a rule looks at. */
export type OwnershipSubject = {
  readonly declared: SubjectModel;
  /** What it turned out to be: seen by the bench, or known of its number. Null while nobody knows. */
  readonly found: SubjectModel | null;
  readonly declaredLikeNew: boolean;
  readonly foundLikeNew: boolean | null;
  readonly declaredAnswers: Readonly<Record<string, string>>;
  readonly foundAnswers: Readonly<Record<string, string>>;
  readonly priceMinor: number | null;
};

/** A number from 0 to just below 100 that is always the same for this item and rule. */
export type Dice = (ruleId: string) => number;

/** What a new shop begins with: recent models in like-new condition, as the trade meets stolen goods. */
export const FIRST_OWNERSHIP_RULES: OwnershipRules = {
  rules: [
    {
      id: 'recent_like_new',
      name: 'Recent model, like new',
      on: true,
      when: { released_within_months: 18, like_new: true },
    },
    { id: 'high_value', name: 'High value', on: false, when: { above_minor: 60_000 } },
    { id: 'spot_check', name: 'Random spot check', on: false, when: { spot_check_percent: 2 } },
  ],
};

/** The calendar day so many months before `day` (YYYY-MM-DD); the 31st falls back to a shorter month's last day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = year * 12 + (month - 1) - months;
  const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`;
}

/** As compared: capitals and doubled spaces do not count. */
function plain(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

function modelFits(when: OwnershipWhen, model: SubjectModel, today: string): boolean {
  if (when.model_ids && !(model.id && when.model_ids.includes(model.id))) return false;
  if (when.brands && !when.brands.some((brand) => plain(brand) === plain(model.brand ?? ''))) return false;
  if (when.name_contains !== undefined && !plain(model.name).includes(plain(when.name_contains)))
    return false;
  if (when.released_within_months === undefined) return true;
  return model.releasedOn !== null && model.releasedOn > monthsBefore(today, when.released_within_months);
}

/** The model that meets all a rule says of models, the declared one first; null when neither does. */
function fittingModel(when: OwnershipWhen, subject: OwnershipSubject, today: string): SubjectModel | null {
  const { declared, found } = subject;
  if (modelFits(when, declared, today)) return declared;
  return found && modelFits(when, found, today) ? found : null;
}

/** How a question was answered so that the rule is met: by the seller, or at the bench. */
function answeredSo(
  subject: OwnershipSubject,
  question: string,
  answers: readonly string[],
): { answer: string; by: 'declared' | 'found' } | null {
  const declared = subject.declaredAnswers[question];
  if (declared !== undefined && answers.includes(declared)) return { answer: declared, by: 'declared' };
  const found = subject.foundAnswers[question];
  return found !== undefined && answers.includes(found) ? { answer: found, by: 'found' } : null;
}

function holds(rule: OwnershipRule, subject: OwnershipSubject, today: string, dice: Dice): boolean {
  const { when } = rule;
  if (!fittingModel(when, subject, today)) return false;
  // What was declared counts until somebody has looked; what was found counts as well, not instead.
  if (when.like_new && !(subject.declaredLikeNew || subject.foundLikeNew === true)) return false;
  for (const [question, answers] of Object.entries(when.answers ?? {}))
    if (!answeredSo(subject, question, answers)) return false;
  if (
    when.above_minor !== undefined &&
    !(subject.priceMinor !== null && subject.priceMinor > when.above_minor)
  )
    return false;
  return when.spot_check_percent === undefined || dice(rule.id) < when.spot_check_percent;
}

/** The first rule that asks for a proof, or null. `today` is the shop's calendar day, YYYY-MM-DD. */
export function ruleThatFires(
  rules: OwnershipRules,
  subject: OwnershipSubject,
  today: string,
  dice: Dice,
): OwnershipRule | null {
  return rules.rules.find((rule) => rule.on && holds(rule, subject, today, dice)) ?? null;
}

/** What a rule met in the model; the found one is named where the declared one would not have done. */
function whyOfModel(when: OwnershipWhen, subject: OwnershipSubject, today: string): (string | null)[] {
  const model = fittingModel(when, subject, today) ?? subject.declared;
  const conditions = [
    when.model_ids ? 'a listed model' : null,
    when.brands ? `a listed brand, ${model.brand}` : null,
    when.name_contains === undefined ? null : `its name has “${when.name_contains}” in it`,
    when.released_within_months === undefined
      ? null
      : `released on ${model.releasedOn}, less than ${when.released_within_months} months ago`,
  ];
  const any = conditions.some((one) => one !== null);
  return [any && model !== subject.declared ? `found to be ${model.name}` : null, ...conditions];
}

/** Why a rule asked, for the timeline: each condition with what it met. `amount` writes minor units as money. */
export function whyItFired(
  { when }: OwnershipRule,
  subject: OwnershipSubject,
  today: string,
  amount: (minor: number) => string,
): string {
  const found = subject.foundLikeNew === true ? 'found like new' : 'declared like new';
  const answers = Object.entries(when.answers ?? {}).map(([question, wanted]) => {
    const said = answeredSo(subject, question, wanted);
    return said ? `${question} ${said.by} as ${said.answer}` : null;
  });
  return [
    ...whyOfModel(when, subject, today),
    when.like_new ? found : null,
    ...answers,
    when.above_minor === undefined || subject.priceMinor === null
      ? null
      : `${amount(subject.priceMinor)} is above ${amount(when.above_minor)}`,
    when.spot_check_percent === undefined ? null : `drawn at random, ${when.spot_check_percent} in 100`,
  ]
    .filter((one) => one !== null)
    .join('; ');
}
