/** How the map of opinion is laid out: the part that is shown, and labels that do not cover each other or the own mark. */
import type { MapGroup, MapShape } from '@wenzheng/shared/forum/opinion-map';

/** Units of the drawing, as broad as one of the smallest phones shows it in pixels; x to the right, y downwards. */
export const BREADTH = 324;

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
export interface DrawnGroup extends MapShape {
  readonly id: number;
  /** Middle of its label. */
  readonly label: Point;
}
export interface Drawing {
  readonly height: number;
  readonly groups: readonly DrawnGroup[];
  readonly own: Point | null;
}
/** What stands beside the shapes. */
export interface Sizes {
  readonly label: { readonly wide: number; readonly tall: number };
  /** The own mark, with the words above it. */
  readonly own: { readonly wide: number; readonly above: number; readonly below: number };
}

/** Room at the edges. */
const MARGIN = 16;
/** A map of people who are nearly of one mind is no narrow strip. */
const LEAST_HEIGHT = 210;
/** Half the length of an ellipse at least, in units of the map, so that its label does not cover it. */
const LEAST_HALF = 16;

/** `place` as the map has it, y upwards. */
export function drawingOf(groups: readonly MapGroup[], place: Point | null, sizes: Sizes): Drawing {
  const shapes = groups.map(({ id, shape }) => ({
    ...{ ...shape, id, long: Math.max(shape.long, LEAST_HALF) },
    broad: Math.max(shape.broad, LEAST_HALF),
  }));
  const reach = shapes.map(around);
  const points = place ? [place] : [];
  const [left, right] = [
    Math.min(...reach.map((each) => each.left), ...points.map(({ x }) => x)),
    Math.max(...reach.map((each) => each.right), ...points.map(({ x }) => x)),
  ];
  const scale = (BREADTH - 2 * MARGIN) / (right - left);
  const drawn = ({ x, y }: Point): Point => ({ x: MARGIN + (x - left) * scale, y: -y * scale });
  const own = place && drawn(place);
  const taken: Rectangle[] = own ? [ownRectangle(own, sizes)] : [];
  const laid = shapes.map((shape): DrawnGroup => {
    const middle = drawn(shape);
    const half = ((around(shape).top - around(shape).bottom) / 2) * scale;
    const label = freePlace(middle, half, sizes, taken);
    taken.push(labelRectangle(label, sizes));
    const { id, long, broad, turn } = shape;
    return { id, label, ...middle, long: long * scale, broad: broad * scale, turn: -turn };
  });
  const top = Math.min(...taken.map((each) => each.top), ...reach.map((each) => -each.top * scale));
  const bottom = Math.max(
    ...taken.map((each) => each.bottom),
    ...reach.map((each) => -each.bottom * scale),
  );
  const height = Math.max(LEAST_HEIGHT, bottom - top + 2 * MARGIN);
  const shift = (height - bottom - top) / 2;
  const down = <At extends Point>(at: At): At => ({ ...at, y: at.y + shift });
  return {
    height,
    groups: laid.map((group) => ({ ...down(group), label: down(group.label) })),
    own: own && down(own),
  };
}

/** How far an ellipse reaches, y upwards. */
function around({ x, y, long, broad, turn }: MapShape): Rectangle {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const wide = Math.hypot(long * cos, broad * sin);
  const tall = Math.hypot(long * sin, broad * cos);
  return { left: x - wide, right: x + wide, top: y + tall, bottom: y - tall };
}

const labelRectangle = ({ x, y }: Point, { label }: Sizes): Rectangle => ({
  ...{ left: x - label.wide / 2, right: x + label.wide / 2 },
  ...{ top: y - label.tall / 2, bottom: y + label.tall / 2 },
});
const ownRectangle = ({ x, y }: Point, { own }: Sizes): Rectangle => {
  const words = wordsAt(x, own.wide);
  return {
    ...{ left: words - own.wide / 2, right: words + own.wide / 2 },
    ...{ top: y - own.above, bottom: y + own.below },
  };
};

/** Where the middle of so `wide` words stands that belong to `x`, so that they are not cut off at an edge. */
export const wordsAt = (x: number, wide: number): number =>
  Math.max(wide / 2 + 4, Math.min(BREADTH - wide / 2 - 4, x));

/** On the lower edge of its ellipse if nothing else stands there, or the upper one, or the middle, or beyond. */
function freePlace(
  { x, y }: Point,
  half: number,
  sizes: Sizes,
  taken: readonly Rectangle[],
): Point {
  const { wide, tall } = sizes.label;
  const away = [half, -half, 0, half + tall, -half - tall, half + 2 * tall];
  const places = away.map((by) => ({ x: wordsAt(x, wide), y: y + by }));
  const isFree = (place: Point): boolean =>
    taken.every((other) => areApart(labelRectangle(place, sizes), other));
  return places.find(isFree) ?? { x, y: y + half };
}

export const areApart = (one: Rectangle, other: Rectangle): boolean =>
  one.left >= other.right ||
  one.right <= other.left ||
  one.top >= other.bottom ||
  one.bottom <= other.top;
