/** Everything that lets people in, made from one database. */
import type { Database } from 'better-sqlite3';
import type { Clock, Random } from '../../ports/ports';
import { Links } from './links';
import { PinAttempts } from './pin-attempts';
import { Pins } from './pins';
import { secret } from './secrets';
import { Sessions } from './sessions';
import { SignedIds } from './signed-ids';

export interface Access {
  readonly sessions: Sessions;
  readonly links: Links;
  readonly pins: Pins;
  readonly pinAttempts: PinAttempts;
  /** Every phone that opened the page. */
  readonly devices: SignedIds;
  /** Devices that once signed in. */
  readonly knownDevices: SignedIds;
}

export interface AccessPorts {
  readonly db: Database;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
}

export const openAccess = ({ db, clock, random }: AccessPorts): Access => ({
  sessions: new Sessions(db, clock, random),
  links: new Links(db, clock, random),
  pins: new Pins(db, clock, random),
  pinAttempts: new PinAttempts(),
  devices: new SignedIds(secret(db, random, 'device'), random),
  knownDevices: new SignedIds(secret(db, random, 'known_device'), random),
});
