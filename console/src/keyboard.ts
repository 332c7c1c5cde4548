/** Keys of the console, a presenter's clicker included. */

export type KeyWish = 'primary' | 'undo' | 'pause' | 'search' | 'help';

const KEYS: Readonly<Record<string, KeyWish>> = {
  ' ': 'primary',
  ArrowRight: 'primary',
  PageDown: 'primary',
  ArrowLeft: 'undo',
  PageUp: 'undo',
  u: 'undo',
  p: 'pause',
  '/': 'search',
  '?': 'help',
};

/** True while keys belong to the element in focus. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable]') !== null;

/** True while something is asked or told over the screen. */
const isCovered = (): boolean => document.querySelector('dialog[open]') !== null;

export const isOnButton = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a[href], summary') !== null;

/** True for a key press that is meant for the screen and not for a field, a dialog, a shortcut or an input method. */
export const isForScreen = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !event.repeat &&
  !event.isComposing &&
  event.keyCode !== 229 &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !isTyping(event.target) &&
  !isCovered();

export function wishOf(event: KeyboardEvent): KeyWish | null {
  if (!isForScreen(event)) return null;
  if (event.key === ' ' && isOnButton(event.target)) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return KEYS[key] ?? null;
}

/** What a clicker says while slides are shown: a page on or back; null for any other key. */
export function pageStep(event: KeyboardEvent): 1 | -1 | null {
  if (!isForScreen(event)) return null;
  if (event.key === 'PageDown') return 1;
  return event.key === 'PageUp' ? -1 : null;
}
