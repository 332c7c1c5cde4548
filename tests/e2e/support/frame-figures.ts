/** What the frames of a big screen tell about its changes of scene. */

/** One of the pictures that lie over each other while one gives way to another. */
export interface Layer {
  /** The same as long as it is there. */
  readonly id: number;
  /** Null of one that goes. */
  readonly scene: string | null;
  readonly opacity: number;
  /** Some of its text stands within the screen. */
  readonly lit: boolean;
}
export interface Frame {
  /** ms, on the page's own clock. */
  readonly at: number;
  readonly layers: readonly Layer[];
  /** What of it is not laid out, in words. */
  readonly undone: readonly string[];
}

/** Together, pictures that cross are as strong as one. */
const STRENGTH = 0.9;
/** A scene covers more of its place than this; the emptiest of them 4 %. */
const DRAWN = 0.01;

/** What is wrong with `frames`, in words: one with hardly any picture, or with one that is not laid out. */
export function faultsOf(frames: readonly Frame[]): string[] {
  return frames.flatMap(({ at, layers, undone }) => {
    const strength = layers.reduce((sum, { lit, opacity }) => sum + (lit ? opacity : 0), 0);
    const blank = strength < STRENGTH ? [`hardly there (${strength.toFixed(2)})`] : [];
    return [...blank, ...undone].map((fault) => `at ${Math.round(at)} ms: ${fault}`);
  });
}

/** The scenes in the order in which their pictures came. */
export function scenesOf(frames: readonly Frame[]): string[] {
  const scenes = new Map<number, string>();
  for (const { layers } of frames)
    for (const { id, scene } of layers)
      if (scene !== null && !scenes.has(id)) scenes.set(id, scene);
  return [...scenes.values()];
}

/** Of painted frames, by how much of each is drawn upon (0 to 1), those that are blank between two that are not. */
export function blanksOf(inks: readonly number[]): number[] {
  const isDrawn = (ink: number): boolean => ink >= DRAWN;
  const [first, last] = [inks.findIndex(isDrawn), inks.findLastIndex(isDrawn)];
  return inks.flatMap((ink, index) =>
    index > first && index < last && !isDrawn(ink) ? [index] : [],
  );
}

/** When a frame was worked on (ms), and how many pictures lay over each other then. */
export interface Beat {
  readonly at: number;
  readonly layers: number;
}
export interface Pace {
  /** From the last frame of one picture alone to the last in which it gives way to the other. */
  readonly perSecond: number;
  /** Milliseconds from one frame to the next while they cross: 95 of 100 take no longer; and the longest. */
  readonly p95: number;
  readonly longest: number;
  /** Until the frame in which a new picture is there, made and fitted: the middle one, and the longest (ms). */
  readonly made: number;
  readonly madeLongest: number;
}

export function paceOf(beats: readonly Beat[]): Pace {
  const moving: number[] = [];
  const making: number[] = [];
  for (const [index, beat] of beats.entries()) {
    const before = beats[index - 1];
    if (!before || beat.layers < 2) continue;
    (before.layers < beat.layers ? making : moving).push(beat.at - before.at);
  }
  const all = [...making, ...moving];
  return {
    perSecond: (all.length * 1_000) / all.reduce((sum, gap) => sum + gap, 0),
    p95: share(moving, 0.95),
    longest: share(moving, 1),
    made: share(making, 0.5),
    madeLongest: share(making, 1),
  };
}

/** The least of `values` that `part` of them do not exceed. */
function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? NaN;
}
