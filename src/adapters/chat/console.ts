/** The harmless default: nothing leaves the house, the console shows what would have been said. */
import type { ChatPort } from '../../ports/chat.ts';

export function consoleChat(): ChatPort {
  return {
    post: () => Promise.resolve({ state: 'kept', detail: 'No chat is connected.' }),
  };
}
