/** What an owner says about their Slack. */
import { z } from 'zod';

export const slackConfig = z
  .object({
    /** Slack's own, unless a company runs a gateway in front of it. */
    base_url: z
      .url({ protocol: /^https?$/, error: 'Give an address that begins with https://.' })
      .max(300)
      .refine((text) => !/[?#]/.test(text), { error: 'Give the address without ? and #.' })
      .default('https://slack.com/api'),
  })
  .strict();
export type SlackConfig = z.output<typeof slackConfig>;
