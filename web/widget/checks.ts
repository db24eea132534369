/** What can be judged without asking anybody. Pure. */

/** True when an IBAN has its form and its check digits fit (ISO 13616, mod 97). */
export function isIban(text: string): boolean {
  const bare = text.replace(/[\s.-]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(bare)) return false;
  let left = 0;
  for (const sign of bare.slice(4) + bare.slice(0, 4))
    left = Number(`${left}${Number.parseInt(sign, 36)}`) % 97;
  return left === 1;
}

/** True for somebody@somewhere.tld, as the API takes it. */
export function isEmail(text: string): boolean {
  const form = /^(?!\.)[\w'+.-]*[\w+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
  return text.length <= 254 && !text.includes('..') && form.test(text);
}

/** The step that a refusal's field is about; null when it is about none. */
export function stepOfField(field: string): 'payout' | 'address' | 'contact' | 'day' | null {
  const [head = ''] = field.split('.');
  if (head === 'payout' || head === 'address' || head === 'contact') return head;
  if (head === 'phone' || head === 'email' || head === 'name') return 'contact';
  return head === 'visit_on' || head === 'location_id' ? 'day' : null;
}

/** The first question without an answer; null once all are answered. */
export function nextOpen<T extends { readonly key: string }>(
  questions: readonly T[],
  answers: Readonly<Record<string, string>>,
): T | null {
  return questions.find((one) => answers[one.key] === undefined) ?? null;
}

/** What comes after the contact: a device that a person prices first is confirmed later, from the mail. */
export function afterContact(
  lines: readonly { readonly minor: number | null }[],
  channel: string,
): 'done' | 'address' | 'payout' {
  if (lines.some((line) => line.minor === null)) return 'done';
  return channel === 'mail_in' ? 'address' : 'payout';
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The next days on which a store is open, with its hours; without known hours every day from tomorrow on. */
export function openDays(
  hours: Readonly<Record<string, readonly (readonly [string, string])[]>>,
  now: Date,
): { day: string; hours: string }[] {
  const isKnown = Object.values(hours).some((spans) => spans.length > 0);
  const time = now.toTimeString().slice(0, 5);
  const days: { day: string; hours: string }[] = [];
  for (let ahead = 0; ahead <= 14 && days.length < 8; ahead += 1) {
    const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead, 12);
    const spans = hours[WEEKDAYS[date.getDay()] ?? ''] ?? [];
    const isOpen = isKnown ? spans.some(([, to]) => ahead > 0 || to > time) : ahead > 0;
    const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
      .map((n) => String(n).padStart(2, '0'))
      .join('-');
    if (isOpen) days.push({ day, hours: spans.map((span) => span.join('–')).join(', ') });
  }
  return days;
}
