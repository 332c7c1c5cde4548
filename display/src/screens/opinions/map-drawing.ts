/** How the map of opinion is drawn: as large as its field allows, in the field's own unit; y points downwards here. */
import { reachOf } from '@wenzheng/shared/forum/map-shape';
import type { DrawnMap, MapShape } from '@wenzheng/shared/forum/opinion-map';

/** Half the field. A little broader than high, as the first component of opinions scatters widest. */
export const FIELD = { across: 132, down: 118 } as const;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What brings the map into the field: first moved, then enlarged. */
export interface Fit {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A map of a few people of one mind is not blown up further than this. */
const LARGEST = 1.6;
/** Room for the lines of ellipses. */
const RIM = 2;

function boxOf({ places, groups }: Pick<DrawnMap, 'places' | 'groups'>, around: number): Box {
  const boxes = [
    ...places.map(([x, y]) => boxAt(x, y, around, around)),
    ...groups.map(({ shape }) => {
      const { across, up } = reachOf(shape);
      return boxAt(shape.x, shape.y, across, up);
    }),
  ];
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

const boxAt = (x: number, y: number, across: number, down: number): Box => ({
  ...{ left: x - across, right: x + across },
  ...{ top: -y - down, bottom: -y + down },
});

/** Brings all places and ellipses of `map` into the field. */
export function fitOf(map: Pick<DrawnMap, 'places' | 'groups'>): Fit {
  if (map.groups.length === 0) return { x: 0, y: 0, scale: 1 };
  const { left, right, top, bottom } = boxOf(map, DOT.largest);
  const scale = Math.min(
    (2 * (FIELD.across - RIM)) / (right - left),
    (2 * (FIELD.down - RIM)) / (bottom - top),
    LARGEST,
  );
  return { x: -(left + right) / 2, y: -(top + bottom) / 2, scale };
}

/** Where in the field a place of the map lies. */
export const inField = ({ x, y }: Spot, fit: Fit): Spot => ({
  x: (x + fit.x) * fit.scale,
  y: (-y + fit.y) * fit.scale,
});

/** The ellipse as it is drawn in the field. */
export const shapeInField = (shape: MapShape, fit: Fit): MapShape => ({
  ...inField(shape, fit),
  ...{ long: shape.long * fit.scale, broad: shape.broad * fit.scale, turn: -shape.turn },
});

/** Radii of dots in the map's unit. */
const DOT = { largest: 4.6, single: 2.6, crowd: 56 } as const;

/** Radius of a dot for `count` people, so that its area tells how many they are; of few people all dots are larger. */
export function dotRadius(places: DrawnMap['places']): (count: number) => number {
  const counts = places.map(([, , count]) => count);
  const people = counts.reduce((sum, count) => sum + count, 0);
  const each = Math.min(
    DOT.single,
    DOT.crowd / Math.sqrt(Math.max(people, 1)),
    DOT.largest / Math.sqrt(Math.max(1, ...counts)),
  );
  return (count) => each * Math.sqrt(count);
}

/** Of the angles at which an ellipse looks the same always the one next to the last, so that it never spins round. */
export function steadyTurn(): (turn: number) => number {
  let last = 0;
  return (turn) => (last = turn + 180 * Math.round((last - turn) / 180));
}
