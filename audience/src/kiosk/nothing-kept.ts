/** In place of the device's storage: what one person chooses is not there for the next. */
import type { OutboxStorage } from '@wenzheng/shared/live/outbox';

export const nothingKept: OutboxStorage = {
  get: () => null,
  set: () => undefined,
  remove: () => undefined,
  keys: () => [],
};
