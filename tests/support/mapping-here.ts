/** Whoever reckons the map of opinion, without a thread. */
import { Mapper, type MapLimits } from '@wenzheng/server/src/forum/opinions/mapping/mapper';
import type { Mapping } from '@wenzheng/server/src/forum/opinions/mapping/mapping';

export function mappingHere(limits?: MapLimits): Mapping {
  const mapper = new Mapper(limits);
  return {
    tell: (rows) => mapper.tell(rows),
    map: async (wish) => mapper.map(wish),
    stop: async () => undefined,
  };
}

/** One that never comes to an end: for tests of what follows a command at once, which no map does. */
export const mappingForever = (): Mapping => ({
  tell: () => undefined,
  map: () => new Promise(() => undefined),
  stop: async () => undefined,
});
