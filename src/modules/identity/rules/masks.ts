/** Personal data as screens show it: enough to recognise one's own, not enough to use another's. */

/** `j•••@example.org` */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '•••';
  return `${[...email][0]}•••${email.slice(at)}`;
}

/** `+31•••••78`: country-ish start and the last two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replaceAll(/[^+\d]/g, '');
  if (digits.length < 7) return '•••';
  return `${digits.slice(0, 3)}${'•'.repeat(digits.length - 5)}${digits.slice(-2)}`;
}

/** `NL•• •••• 4300`: country and the last four. */
export function maskIban(iban: string): string {
  const plain = iban.replaceAll(/\s/g, '').toUpperCase();
  if (plain.length < 8) return '•••';
  return `${plain.slice(0, 2)}•• •••• ${plain.slice(-4)}`;
}

/** `M. Jansen`: the first letter of every name but the last. */
export function maskName(name: string): string {
  const parts = name.trim().split(/\s+/);
  const last = parts.pop() ?? '';
  return [...parts.map((part) => `${[...part][0] ?? ''}.`), last].join(' ');
}
