/** Where the letters of the groups stand on the map of opinion, in the unit of its field. */
import type { DrawnMap } from '@wenzheng/shared/forum/opinion-map';
import { FIELD, reachOf, type Fit } from './map-drawing';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Half the room of a group's letter and number. */
export const LETTER = { across: 24, down: 28 } as const;
/** Of fewer people each dot counts, and none is hidden if that can be helped. */
const CROWD = 20;
/** So many may be hidden before a letter leaves an ellipse that has room for it. */
const FEW = 3;
const ROUNDS = 40;

type Drawn = Pick<DrawnMap, 'places' | 'groups'>;
type Group = DrawnMap['groups'][number];
type Dot = Spot & { readonly people: number };

/** Spots of `groups`, in their order: all in the field, and none on another. */
export function letterSpots({ groups, places }: Drawn, fit: Fit): Spot[] {
  const dots = places.map(([x, y, people]) => ({ ...inField(x, y, fit), people }));
  const spots = groups.map((group) => ({ ...spotOf(group, dots, fit) }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, one] of spots.entries())
      for (const other of spots.slice(index + 1)) partFrom(one, other);
    for (const spot of spots) Object.assign(spot, kept(spot));
  }
  return spots;
}

const inField = (x: number, y: number, fit: Fit): Spot => ({
  x: (x + fit.x) * fit.scale,
  y: (-y + fit.y) * fit.scale,
});

/** In the middle of a crowd; with a few people where the fewest are hidden, rather inside than outside. */
function spotOf({ shape, people }: Group, dots: readonly Dot[], fit: Fit): Spot {
  const middle = inField(shape.x, shape.y, fit);
  const reach = reachOf(shape);
  const [across, down] = [reach.across * fit.scale, reach.down * fit.scale];
  const isRoomy = across > LETTER.across && down > LETTER.down;
  if (isRoomy && people >= CROWD) return middle;
  const at = (x: number, y: number, cost: number) => {
    const spot = kept({ x: middle.x + x, y: middle.y + y });
    return { spot, cost: cost + hiddenAt(spot, dots) };
  };
  const inside = [
    ...[at(0, 0, 0), at(0, -down / 2, 0), at(0, down / 2, 0)],
    ...[at(-across / 2, 0, 0), at(across / 2, 0, 0)],
  ];
  const outside = [at(0, -down - LETTER.down, FEW), at(0, down + LETTER.down, FEW)];
  const choices = [...(isRoomy ? inside : []), ...outside];
  const least = Math.min(...choices.map(({ cost }) => cost));
  return choices.find(({ cost }) => cost === least)?.spot ?? middle;
}

/** How many people stand where a letter at `spot` does. */
const hiddenAt = (spot: Spot, dots: readonly Dot[]): number =>
  dots
    .filter(({ x }) => Math.abs(x - spot.x) < LETTER.across)
    .filter(({ y }) => Math.abs(y - spot.y) < LETTER.down)
    .reduce((sum, { people }) => sum + people, 0);

const clamped = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
const kept = ({ x, y }: Spot): Spot => ({
  x: clamped(x, FIELD.across - LETTER.across),
  y: clamped(y, FIELD.down - LETTER.down),
});

/** Moves two letters that touch apart, each by half, the way in which less is missing. */
function partFrom(one: { x: number; y: number }, other: { x: number; y: number }): void {
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
