/** Where labels stand on the drawing of the map: near their groups, but covering neither each other nor the own mark. */

/** Units of the drawing, as broad as one of the smallest phones shows it in pixels; x to the right, y downwards. */
export const BREADTH = 324;
/** Nothing that is written comes nearer to the edge. */
const EDGE = 4;

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
export interface Extent {
  readonly wide: number;
  readonly tall: number;
}
/** An ellipse as it is drawn. */
export interface Labelled extends Point {
  /** From its middle to the side, and up. */
  readonly across: number;
  readonly up: number;
}
interface Spots {
  readonly label: Extent;
  /** Of the drawing. */
  readonly height: number;
  /** What is not to be covered. */
  readonly taken: readonly Rectangle[];
}

/** Middles of the labels, each near its group if there is room for all of them; else they share the room there is. */
export function labelsOf(groups: readonly Labelled[], spots: Spots): readonly Point[] {
  const cells = cellsOf(spots);
  const near = settle(
    groups.map((group) => nearby(group, spots)),
    spots,
  );
  if (near.covered === 0) return near.places;
  const shared = settle(
    groups.map(({ x, y, up }) => sortedFrom({ x, y: y + up }, cells)),
    spots,
  );
  return shared.covered < near.covered ? shared.places : near.places;
}

/** How high a drawing has to be for `count` labels beside a mark of this height, whatever else. */
export function heightFor(count: number, label: Extent, markTall: number): number {
  const rows = Math.ceil(count / columnsOf(label)) + Math.ceil(markTall / label.tall) + 1;
  return rows * label.tall + 2 * EDGE;
}

/** Where the middle of so `wide` words stands that belong to `x`, so that they are not cut off at an edge. */
export const wordsAt = (x: number, wide: number): number => within(x, wide, BREADTH);

export const areApart = (one: Rectangle, other: Rectangle): boolean => covering(one, other) === 0;

/** Each takes the first of its places that is free, or the one that covers least. */
function settle(
  choices: readonly (readonly Point[])[],
  { label, taken }: Spots,
): { places: readonly Point[]; covered: number } {
  const places: Point[] = [];
  const there = [...taken];
  let covered = 0;
  for (const choice of choices) {
    const costs = choice.map((at) => coveredBy(rectangleAt(at, label), there));
    const least = Math.min(...costs);
    const place = choice[costs.indexOf(least)];
    if (!place) continue;
    places.push(place);
    there.push(rectangleAt(place, label));
    covered += least;
  }
  return { places, covered };
}

/** On the lower edge of the ellipse, or the upper one, or a side, or the middle, or beyond. */
function nearby({ x, y, across, up }: Labelled, { label, height }: Spots): readonly Point[] {
  const { wide, tall } = label;
  const [beside, beyond] = [across + wide / 2, up + tall];
  const upright = (...by: number[]): Point[] => by.map((down) => ({ x, y: y + down }));
  const level = (...by: number[]): Point[] => by.map((right) => ({ x: x + right, y }));
  return [
    ...[...upright(up, -up), ...level(across, -across)],
    ...[...upright(0, beyond, -beyond), ...level(beside, -beside)],
    ...upright(beyond + tall, -beyond - tall),
  ].map((at) => ({ x: wordsAt(at.x, wide), y: within(at.y, tall, height) }));
}

/** A grid of places over the whole drawing. */
function cellsOf({ label, height }: Spots): readonly Point[] {
  const [columns, rows] = [columnsOf(label), Math.floor((height - 2 * EDGE) / label.tall)];
  const middles = (count: number, room: number): readonly number[] =>
    Array.from({ length: count }, (_, at) => EDGE + ((at + 0.5) * (room - 2 * EDGE)) / count);
  return middles(rows, height).flatMap((y) => middles(columns, BREADTH).map((x) => ({ x, y })));
}
const columnsOf = ({ wide }: Extent): number =>
  Math.max(1, Math.floor((BREADTH - 2 * EDGE) / wide));

function sortedFrom({ x, y }: Point, cells: readonly Point[]): readonly Point[] {
  const away = (cell: Point): number => Math.hypot(cell.x - x, cell.y - y);
  return [...cells].sort((a, b) => away(a) - away(b));
}

const within = (at: number, size: number, room: number): number =>
  Math.max(size / 2 + EDGE, Math.min(room - size / 2 - EDGE, at));

const rectangleAt = ({ x, y }: Point, { wide, tall }: Extent): Rectangle => ({
  ...{ left: x - wide / 2, right: x + wide / 2 },
  ...{ top: y - tall / 2, bottom: y + tall / 2 },
});

const coveredBy = (one: Rectangle, others: readonly Rectangle[]): number =>
  others.reduce((sum, other) => sum + covering(one, other), 0);

/** The area that two have in common; a hair's breadth is none. */
function covering(one: Rectangle, other: Rectangle): number {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const tall = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return wide > HAIR && tall > HAIR ? wide * tall : 0;
}
const HAIR = 1e-6;
