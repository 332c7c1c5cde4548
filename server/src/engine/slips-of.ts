/** What somebody asks about the slips of one forum, beside what its views show. */
import type { SlipStory } from '@wenzheng/shared/forum/slips';
import { parseSerial, serialOf } from '@wenzheng/shared/forum/slip-serial';
import { printedSlips, slipStoryView, type SlipRow, type SlipSheet } from '../forum/slips';
import type { Picture } from '../journal/picture';
import type { RoomSeat } from './open-room';

/** A slip by its serial number, or null. */
export function slipOf(seat: RoomSeat, serial: string): SlipStory | null {
  const row = rowOf(seat, serial);
  return row && slipStoryView(seat.room.ports.sight(), row);
}

/** The photo of a slip; null if there is none, or it was erased. */
export async function slipPhotoOf(seat: RoomSeat, serial: string): Promise<Picture | null> {
  const row = rowOf(seat, serial);
  const photo = row && seat.engine.state.slipPhotos.settled(row.serial);
  return photo ? seat.picture(photo.picture.id) : null;
}

/** What stands on the slips of a batch from `first` to `last`; null unless all of them were printed. */
export function slipSheetOf(
  { engine: { state } }: RoomSeat,
  ...run: [batch: string, first: number, last: number]
): SlipSheet | null {
  const slips = printedSlips(state, ...run);
  return slips && { title: state.forum.value?.title ?? '', slips };
}

function rowOf({ engine }: RoomSeat, serial: string): SlipRow | null {
  const named = parseSerial(serial);
  return (named && engine.state.slips.settled(serialOf(named))) ?? null;
}
