/** Whoever reckons the map of opinion, without a thread. */
import { Mapper } from '@wenzheng/server/src/forum/opinions/mapping/mapper';
import type { Mapping } from '@wenzheng/server/src/forum/opinions/mapping/mapping';

export function mappingHere(): Mapping {
  const mapper = new Mapper();
  return { give: async (task) => mapper.take(task), stop: async () => undefined };
}
