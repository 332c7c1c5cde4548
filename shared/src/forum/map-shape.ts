/** Geometry of a group's ellipse on the map of opinion; free of zod, so that phones can load it. */
import type { MapShape } from './opinion-map';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** How far the ellipse reaches from its middle to the right (or left), and upwards (or down). */
export function reachOf({ long, broad, turn }: MapShape): { across: number; up: number } {
  const angle = (turn * Math.PI) / 180;
  return {
    across: Math.hypot(long * Math.cos(angle), broad * Math.sin(angle)),
    up: Math.hypot(long * Math.sin(angle), broad * Math.cos(angle)),
  };
}

/** How far from the middle of the ellipse a place lies; its edge is at 1. */
export function distanceIn(shape: MapShape, at: Place): number {
  const angle = (shape.turn * Math.PI) / 180;
  const [dx, dy] = [at.x - shape.x, at.y - shape.y];
  const along = dx * Math.cos(angle) + dy * Math.sin(angle);
  const aside = dy * Math.cos(angle) - dx * Math.sin(angle);
  return Math.hypot(along / shape.long, aside / shape.broad);
}
