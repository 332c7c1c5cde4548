/** How the map of opinion is laid out: the part that is shown, no higher than a phone, with labels and the own mark. */
import { reachOf } from '@wenzheng/shared/forum/map-shape';
import type { MapGroup, MapShape } from '@wenzheng/shared/forum/opinion-map';
import {
  BREADTH,
  heightFor,
  labelsOf,
  wordsAt,
  type Extent,
  type Point,
  type Rectangle,
} from './labels';

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
  readonly label: Extent;
  /** The own mark, with the words above it. */
  readonly own: { readonly wide: number; readonly above: number; readonly below: number };
}

/** Room at the edges. */
const MARGIN = 16;
/** A map of people who are nearly of one mind is no narrow strip. */
const LEAST_HEIGHT = 210;
/** Higher, it would not be seen whole. */
export const MOST_HEIGHT = 360;
/** Half the length of an ellipse at least, in units of the map, so that its label does not cover it. */
const LEAST_HALF = 16;
/** A single small group does not fill the drawing. */
const LARGEST_SCALE = 3;

/** `place` as the map has it, y upwards. */
export function drawingOf(groups: readonly MapGroup[], place: Point | null, sizes: Sizes): Drawing {
  const sturdy = groups.map(visible);
  const { scale, drawn, low } = onPaper(sturdy, place, sizes);
  const own = place && drawn(place);
  const mark = own && markAt(own, sizes);
  const [top, bottom] = [Math.min(0, mark?.top ?? 0), Math.max(low, mark?.bottom ?? 0)];
  const fewest = heightFor(groups.length, sizes.label, sizes.own.above + sizes.own.below);
  const height = Math.max(LEAST_HEIGHT, fewest, bottom - top + 2 * MARGIN);
  const shift = (height - bottom - top) / 2;
  const down = ({ x, y }: Point): Point => ({ x, y: y + shift });
  const shapes = sturdy.map((shape) => enlarged(shape, scale, down(drawn(shape))));
  const labels = labelsOf(shapes.map(withReach), {
    ...{ label: sizes.label, height },
    taken: own ? [markAt(down(own), sizes)] : [],
  });
  return {
    height,
    groups: shapes.map((shape, index) => ({ ...shape, label: labels[index] ?? shape })),
    own: own && down(own),
  };
}

interface Shape extends MapShape {
  readonly id: number;
}
const visible = ({ id, shape }: MapGroup): Shape => ({
  ...{ ...shape, id, long: Math.max(shape.long, LEAST_HALF) },
  broad: Math.max(shape.broad, LEAST_HALF),
});

/** How large all of it is drawn: as broad as there is room, unless it became too high. The topmost is at 0. */
function onPaper(
  shapes: readonly Shape[],
  place: Point | null,
  { own }: Sizes,
): { scale: number; drawn: (at: Point) => Point; low: number } {
  const reaches = shapes.map(withReach);
  if (place) reaches.push({ ...place, across: 0, up: 0 });
  const [left, right] = [
    Math.min(...reaches.map(({ x, across }) => x - across)),
    Math.max(...reaches.map(({ x, across }) => x + across)),
  ];
  const [bottom, top] = [
    Math.min(...reaches.map(({ y, up }) => y - up)),
    Math.max(...reaches.map(({ y, up }) => y + up)),
  ];
  const scale = Math.min(
    (BREADTH - 2 * MARGIN) / (right - left),
    (MOST_HEIGHT - 2 * MARGIN - own.above) / (top - bottom),
    LARGEST_SCALE,
  );
  const drawn = ({ x, y }: Point): Point => ({
    ...{ x: BREADTH / 2 + (x - (left + right) / 2) * scale, y: (top - y) * scale },
  });
  return { scale, drawn, low: (top - bottom) * scale };
}

const withReach = (shape: MapShape): Point & { across: number; up: number } => ({
  ...{ x: shape.x, y: shape.y },
  ...reachOf(shape),
});

const enlarged = ({ id, long, broad, turn }: Shape, scale: number, at: Point): Shape => ({
  ...{ id, x: at.x, y: at.y, long: long * scale, broad: broad * scale, turn: -turn },
});

const markAt = ({ x, y }: Point, { own }: Sizes): Rectangle => {
  const words = wordsAt(x, own.wide);
  return {
    ...{ left: words - own.wide / 2, right: words + own.wide / 2 },
    ...{ top: y - own.above, bottom: y + own.below },
  };
};
