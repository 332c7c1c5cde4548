/** The room of a group's letter on the map of opinion, with its number, and what lies in it; `spot` is its middle. */
import { distanceIn } from '@wenzheng/shared/forum/map-shape';
import type { MapShape } from '@wenzheng/shared/forum/opinion-map';
import { FIELD, type Spot } from './map-drawing';

/** Half the room. */
export const LETTER = { across: 24, down: 28 } as const;
/** So much of it the letter itself fills; the rest keeps others away. */
const PART = { room: 1, letter: 0.75 } as const;

const isNear = (one: Spot, other: Spot, rooms: number): boolean =>
  Math.abs(other.x - one.x) < rooms * LETTER.across &&
  Math.abs(other.y - one.y) < rooms * LETTER.down;
/** Whether `place` lies in the room of a letter. */
export const isAmid = (spot: Spot, place: Spot): boolean => isNear(spot, place, 1);
/** Whether two letters have not room enough for both. */
export const areTogether = (spot: Spot, other: Spot): boolean => isNear(spot, other, 2);

/** So close that no ellipse lies between them. */
const STEPS = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1] as const;
const placesIn = (spot: Spot, part: keyof typeof PART): Spot[] =>
  STEPS.flatMap((across) =>
    STEPS.map((down) => ({
      x: spot.x + across * PART[part] * LETTER.across,
      y: spot.y + down * PART[part] * LETTER.down,
    })),
  );
export const isTouched = (shape: MapShape, spot: Spot, part: keyof typeof PART): boolean =>
  placesIn(spot, part).some((place) => distanceIn(shape, place) < 1);
/** Whether the letter itself stands in `shape`, clear of its line. */
export const isWithin = (shape: MapShape, spot: Spot): boolean =>
  placesIn(spot, 'letter').every((place) => distanceIn(shape, place) <= 1);

const clamped = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
/** The nearest spot in the field. */
export const kept = ({ x, y }: Spot): Spot => ({
  x: clamped(x, FIELD.across - LETTER.across),
  y: clamped(y, FIELD.down - LETTER.down),
});

/** Moves two letters that touch apart, each by half, the way in which less is missing. */
export function partFrom(one: { x: number; y: number }, other: { x: number; y: number }): void {
  const across = 2 * LETTER.across - Math.abs(other.x - one.x);
  const down = 2 * LETTER.down - Math.abs(other.y - one.y);
  if (across <= 0 || down <= 0) return;
  if (across < down) {
    const by = ((other.x < one.x ? -1 : 1) * across) / 2;
    one.x -= by;
    other.x += by;
  } else {
    const by = ((other.y < one.y ? -1 : 1) * down) / 2;
    one.y -= by;
    other.y += by;
  }
}
