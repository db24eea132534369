/** What an owner says about the mailbox that answers of customers come into. */
import { z } from 'zod';

export const imapConfig = z
  .object({
    host: z
      .string()
      .trim()
      .regex(/^[\w.:-]{1,253}$/, { error: 'Give the name of the server, such as imap.example.com.' }),
    port: z.int().min(1).max(65_535).default(993),
    /** `starttls` is refused when the server does not offer it; nothing goes in clear. */
    security: z.enum(['tls', 'starttls']).default('tls'),
    user: z.string().trim().min(1).max(254),
    folder: z.string().trim().min(1).max(200).default('INBOX'),
  })
  .strict();
export type ImapConfig = z.output<typeof imapConfig>;
