/** Where the letters of the groups stand on the map of opinion, in the unit of its field. */
import { reachOf } from '@wenzheng/shared/forum/map-shape';
import type { DrawnMap, MapShape } from '@wenzheng/shared/forum/opinion-map';
import { areTogether, isAmid, isTouched, isWithin, kept, LETTER, partFrom } from './letter-room';
import { inField, shapeInField, type Fit, type Spot } from './map-drawing';

/** Of fewer people each dot counts, and none is hidden if that can be helped. */
const CROWD = 20;
/** So many may be hidden before a letter leaves an ellipse that has room for it. */
const FEW = 3;
/** So many may be hidden before a letter touches what it does not belong to, or stands across a line. */
const UNCLEAR = 8;
/** Up, down, left and right, as far as it takes. */
const OUTWARDS: readonly Spot[] = [
  { x: 0, y: -1 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 1, y: 0 },
];
const STRIDE = 2;
const ROUNDS = 40;

type Drawn = Pick<DrawnMap, 'places' | 'groups'>;

/** What a letter has round it. */
interface Around {
  readonly own: MapShape;
  readonly others: readonly MapShape[];
  /** Spots of other letters. */
  readonly taken: readonly Spot[];
  readonly dots: readonly (Spot & { readonly people: number })[];
}

/** Spots of `groups`, in their order: all in the field, and none on another. */
export function letterSpots({ groups, places }: Drawn, fit: Fit): Spot[] {
  const dots = places.map(([x, y, people]) => ({ ...inField({ x, y }, fit), people }));
  const shapes = groups.map(({ shape }) => shapeInField(shape, fit));
  const spots: { x: number; y: number }[] = [];
  for (const [index, own] of shapes.entries()) {
    const others = shapes.filter((shape) => shape !== own);
    const isCrowd = (groups[index]?.people ?? 0) >= CROWD;
    spots.push({ ...spotOf({ own, others, taken: spots, dots }, isCrowd) });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, one] of spots.entries())
      for (const other of spots.slice(index + 1)) partFrom(one, other);
    for (const spot of spots) Object.assign(spot, kept(spot));
  }
  return spots;
}

/** In the middle of a crowd; with a few people where the fewest are hidden, rather inside than outside. */
function spotOf(around: Around, isCrowd: boolean): Spot {
  const { own } = around;
  if (isCrowd && isWithin(own, own)) return { x: own.x, y: own.y };
  const { across, up: down } = reachOf(own);
  const at = (x: number, y: number, cost: number) => {
    const spot = kept({ x: own.x + x, y: own.y + y });
    return { spot, cost: cost + hiddenAt(spot, around.dots) + unclearAt(spot, around) };
  };
  const choices = [
    ...[at(0, 0, 0), at(0, -down / 2, 0), at(0, down / 2, 0)],
    ...[at(-across / 2, 0, 0), at(across / 2, 0, 0)],
    ...OUTWARDS.map((way) => beyond(own, way)).map(({ x, y }) => at(x, y, FEW)),
  ];
  return choices.reduce((best, each) => (each.cost < best.cost ? each : best)).spot;
}

/** How far from the middle of `own`, that way, a letter is clear of it. */
function beyond(own: MapShape, way: Spot): Spot {
  const far = { x: way.x * LETTER.across, y: way.y * LETTER.down };
  while (isTouched(own, { x: own.x + far.x, y: own.y + far.y }, 'room')) {
    far.x += way.x * STRIDE;
    far.y += way.y * STRIDE;
  }
  return far;
}

/** How many people stand where a letter at `spot` does. */
const hiddenAt = (spot: Spot, dots: Around['dots']): number =>
  dots.filter((dot) => isAmid(spot, dot)).reduce((sum, { people }) => sum + people, 0);

/** What it costs that a letter at `spot` can be taken for another group's, or cannot be read well. */
function unclearAt(spot: Spot, { own, others, taken }: Around): number {
  const unclear = [
    isTouched(own, spot, 'letter') && !isWithin(own, spot),
    others.some((shape) => isTouched(shape, spot, 'room')),
    taken.some((other) => areTogether(spot, other)),
  ];
  return UNCLEAR * unclear.filter(Boolean).length;
}
