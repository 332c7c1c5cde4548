/** The readiness check of one forum: the hub looks at itself and measures its screens, when somebody asks. */
import type { ReadinessView } from '@wenzheng/shared/forum/readiness';
import { between, instant } from '@wenzheng/shared/time/instant';
import type { SelfCheck } from '../journal/self-check';
import type { StorageStatus } from '../journal/storage-health';
import { measureDevices, type Measurable } from '../live/measure';
import type { Clock } from '../ports/ports';
import { wallNow } from '../ports/system';

export interface ReadinessPorts {
  readonly clock: Clock;
  readonly selfCheck: Pick<SelfCheck, 'run'>;
  readonly storage: () => StorageStatus;
  /** Address that phones open. */
  readonly url: () => string;
  readonly connections: (forum: string) => readonly Measurable[];
}

export async function checkReadiness(
  { clock, selfCheck, storage, url, connections }: ReadinessPorts,
  forum: string,
): Promise<ReadinessView> {
  const [self, devices] = await Promise.all([
    selfCheck.run(),
    measureDevices(connections(forum), clock),
  ]);
  const at = clock.now();
  return {
    ...{ at, machineAhead: between(at, instant(wallNow())), storage: storage() },
    ...{ database: self.database, freeBytes: self.freeBytes, backupAt: self.backupAt },
    ...{ secure: url().startsWith('https:'), devices },
  };
}
