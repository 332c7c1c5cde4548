/** A photo that the state names can be looked at, whatever was erased beside it. */
import type { RoomSeat } from '@wenzheng/server/src/engine/open-room';
import type { SimDisk } from '../disk';
import type { Findings } from '../findings';

export function photosAreKept(findings: Findings, seat: RoomSeat, disk: SimDisk): void {
  for (const [serial, { picture }] of seat.engine.state.slipPhotos.entries())
    findings.check(
      disk.journal.pictureOf(picture.id) !== null,
      () => `the photo of ${serial} is gone`,
    );
}
