/**
 * Input methods use Enter to choose a candidate. Browsers disagree on how such an Enter looks: most mark
 * it as composing, some send key code 229, some send it just after the composition has ended.
 */
import type { Attachment } from 'svelte/attachments';

const JUST_AFTER_MS = 150;

/** For a form or a field: an Enter that belongs to an input method reaches no other listener. */
export const guardComposition: Attachment<HTMLElement> = (element) => {
  let endedAt = Number.NEGATIVE_INFINITY;
  const ended = (event: Event): void => {
    endedAt = event.timeStamp;
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    const composing = event.isComposing || event.keyCode === 229;
    if (!composing && event.timeStamp - endedAt > JUST_AFTER_MS) return;
    event.stopImmediatePropagation();
    if (!composing) event.preventDefault();
  };
  element.addEventListener('compositionend', ended, true);
  element.addEventListener('keydown', pressed, true);
  return () => {
    element.removeEventListener('compositionend', ended, true);
    element.removeEventListener('keydown', pressed, true);
  };
};
