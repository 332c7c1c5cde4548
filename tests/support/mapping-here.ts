/** Whoever reckons the map of opinion, without a thread. */
import { Mapper, type MapLimits } from '@wenzheng/server/src/forum/opinions/mapping/mapper';
import type { Mapping } from '@wenzheng/server/src/forum/opinions/mapping/mapping';

export function mappingHere(limits?: MapLimits): Mapping {
  const mapper = new Mapper(limits);
  return { give: async (task) => mapper.take(task), stop: async () => undefined };
}

/** One that never comes to an end: for tests of what follows a command at once, which no map does. */
export const mappingForever = (): Mapping => ({
  give: () => new Promise(() => undefined),
  stop: async () => undefined,
});
