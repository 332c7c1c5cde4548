/**
 * Text as large as its place allows. The size is found by measuring, because no formula knows where
 * lines will break; it is found again whenever place, words or fonts change, before anything is painted.
 */

import { isDrawnWith } from './font-pieces';

export interface Fit {
  /** The place. Its size must not depend on what stands in it. */
  readonly box: HTMLElement;
  /** What has to fit into the place. */
  readonly content: HTMLElement;
  /** Whose font size is set. */
  readonly target: HTMLElement;
  /** Font sizes in px. */
  readonly min: number;
  readonly max: number;
}

/** Sets the largest font size from `min` to `max` that fits; answers whether there was one. */
export function fitText(fit: Fit): boolean {
  const { style } = fit.target;
  style.overflowWrap = 'normal';
  if (search(fit, fit.min)) return true;
  // A word wider than the place breaks anywhere rather than shrinking all the others.
  style.overflowWrap = 'anywhere';
  return search(fit, fit.min);
}

/** As `fitText`, but never cuts: what is too long even at `min` becomes as small as it must. */
export function fitTextWhole(fit: Fit): void {
  const { box, content } = fit;
  content.style.transform = '';
  if (fitText(fit) || search(fit, fit.min / 2)) return;
  const scale = Math.min(
    box.clientHeight / content.offsetHeight,
    box.clientWidth / content.scrollWidth,
  );
  content.style.transformOrigin = 'left center';
  content.style.transform = `scale(${scale})`;
}

function search(fit: Fit, from: number): boolean {
  const fits = (size: number): boolean => {
    fit.target.style.fontSize = `${size}px`;
    return (
      fit.content.offsetHeight <= fit.box.clientHeight &&
      fit.content.scrollWidth <= fit.box.clientWidth
    );
  };
  if (fits(fit.max)) return true;
  if (!fits(from)) return false;
  let low = from;
  let high = fit.max;
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return fits(low);
}

/** A length from a registered custom property of `element`, in px. */
export const lengthOf = (element: Element, property: string): number =>
  parseFloat(getComputedStyle(element).getPropertyValue(property));

/** Runs `measure` now and whenever its result may have changed; answers how to stop that. */
export function keepMeasured(box: Element, content: Element, measure: () => void): () => void {
  let size = '';
  const measureAnew = (): void => {
    measure();
    size = sizeOf(box);
  };
  // It also reports the size that a box begins with, which has been measured by then: in styles that both have from the
  // beginning, as what changes the text and no size is not noticed.
  const sizes = new ResizeObserver(() => {
    if (sizeOf(box) !== size) measureAnew();
  });
  const words = new MutationObserver(measureAnew);
  // The font comes in a hundred pieces, most without a character of this text.
  const fontCame = (event: Event): void => {
    const pieces = event instanceof FontFaceSetLoadEvent ? event.fontfaces : [];
    if (isDrawnWith(content.textContent, pieces)) measureAnew();
  };
  measureAnew();
  sizes.observe(box);
  words.observe(content, { childList: true, characterData: true, subtree: true });
  document.fonts.addEventListener('loadingdone', fontCame);
  return () => {
    sizes.disconnect();
    words.disconnect();
    document.fonts.removeEventListener('loadingdone', fontCame);
  };
}

const sizeOf = ({ clientWidth, clientHeight }: Element): string => `${clientWidth} ${clientHeight}`;
