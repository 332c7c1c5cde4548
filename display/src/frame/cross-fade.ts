/**
 * One picture gives way to another: both stand in the same place, the new one already fitted, while it
 * comes in with a small shift and the old one goes.
 */
import { cubicOut } from 'svelte/easing';
import { prefersReducedMotion } from 'svelte/motion';
import type { TransitionConfig } from 'svelte/transition';

const CALM_MS = 320;
const SHIFT = 1.4;

const duration = (): number => (prefersReducedMotion.current ? 0 : CALM_MS);

export const arrive = (_node: Element): TransitionConfig => ({
  duration: duration(),
  easing: cubicOut,
  css: (t, left) => `opacity: ${t}; transform: translateY(calc(${left * SHIFT} * var(--u)))`,
});

/** Comes and goes in its place. */
export const fade = (_node: Element): TransitionConfig => ({
  duration: duration(),
  css: (t) => `opacity: ${t}`,
});
export const leave = fade;

/** A mark of a drawing comes and goes: `--strength` is how dark it is. Hundreds may at once, too many for opacity. */
export const fadeMark = (_node: Element): TransitionConfig => ({
  duration: duration(),
  css: (t) => `fill-opacity: calc(${t} * var(--strength))`,
});

/** A picture called back while it was on its way out (an undo within the fade) is the scene again. */
export const comeForward =
  (scene: string) =>
  (event: Event): void => {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    event.currentTarget.dataset.scene = scene;
    event.currentTarget.inert = false;
  };

/** A picture on its way out is no longer the scene, for readers and for tests. */
export function standAside(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  delete event.currentTarget.dataset.scene;
  event.currentTarget.inert = true;
}
