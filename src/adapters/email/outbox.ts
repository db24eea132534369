/** The harmless default: nothing leaves the house, the console's outbox shows what would have been sent. */
import type { EmailPort } from '../../ports/email.ts';

export function outboxEmail(): EmailPort {
  return { deliver: () => Promise.resolve({ state: 'kept', detail: 'No mail server is set (SMTP_URL).' }) };
}
