/** Waiting for what has to come about. */
import { setTimeout as wait } from 'node:timers/promises';

export const WITHIN_MS = 40_000;
const LOOK_EVERY_MS = 5;

/** Resolves once `reached`; errors with what `otherwise` tells after `within` milliseconds. */
export async function until(
  reached: () => boolean,
  otherwise: string | (() => string),
  within = WITHIN_MS,
): Promise<void> {
  const end = performance.now() + within;
  while (!reached()) {
    if (performance.now() > end)
      throw new Error(typeof otherwise === 'string' ? otherwise : otherwise());
    await wait(LOOK_EVERY_MS);
  }
}

/** Milliseconds until `reached`. */
export async function msUntil(reached: () => boolean, otherwise: string): Promise<number> {
  const start = performance.now();
  await until(reached, otherwise);
  return performance.now() - start;
}
