/** Measures a big screen as it is drawn: what juts out, is cut, covers something else, or is too small to read. */
import type { Page } from '@playwright/test';

/** Faults of the picture that `page` shows, in words; empty when everything fits. */
export function measureFit(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** Of the bundled font: where the characters begin and end in the box of a line, in em. */
    const ABOVE = 0.27;
    const BELOW = 0.16;
    /** Figures of a clock stand in a line lower than theirs, but have no part below it. */
    const CLOCK = 0.12;
    const SMALLEST = 1 / 40;
    const SAFE = 0.04;

    interface Box {
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    }
    interface Piece extends Box {
      readonly words: string;
      readonly node: Node;
    }
    const faults = new Set<string>();
    const { innerWidth: width, innerHeight: height } = window;
    const short = (words: string): string =>
      words.length > 24 ? `${words.slice(0, 24)} … (${words.length})` : words;

    /** How much transforms above `element` shrink it. */
    const scaleOf = (element: Element): number => {
      let scale = 1;
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { transform } = getComputedStyle(at);
        if (transform !== 'none') scale *= new DOMMatrix(transform).a;
      }
      return scale;
    };
    const isHidden = (element: Element): boolean => {
      for (let at: Element | null = element; at; at = at.parentElement)
        if (getComputedStyle(at).clipPath !== 'none' || (at instanceof HTMLElement && at.inert))
          return true;
      return false;
    };
    const isClock = (element: Element): boolean => element.closest('[role="timer"]') !== null;
    const cutting = (element: Element): Element[] => {
      const found: Element[] = [];
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { overflowX, overflowY, contain } = getComputedStyle(at);
        if (overflowX !== 'visible' || overflowY !== 'visible' || contain.includes('paint'))
          found.push(at);
      }
      return found;
    };
    const outside = (inner: Box, outer: Box, slack: number): boolean =>
      inner.left < outer.left - slack ||
      inner.top < outer.top - slack ||
      inner.right > outer.right + slack ||
      inner.bottom > outer.bottom + slack;

    const safe: Box = {
      left: width * SAFE,
      top: height * SAFE,
      right: width * (1 - SAFE),
      bottom: height * (1 - SAFE),
    };
    const place = document.querySelector('main')?.getBoundingClientRect();
    const scene = document.querySelector('[data-scene]');
    if (!place || !scene) return ['there is no scene'];

    const pieces: Piece[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (!element || words === '' || isHidden(element)) continue;
      const excerpt = element.closest('[data-excerpt]');
      const size = parseFloat(getComputedStyle(element).fontSize) * scaleOf(element);
      if (size < Math.min(width, height) * SMALLEST - 0.2)
        faults.add(`too small, ${size.toFixed(1)} px: ${short(words)}`);
      const cuts = cutting(element);
      // A space at the end of a line may hang beyond it: nobody sees it.
      const lines = [...(node.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: run, index }) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + run.length);
        return [...range.getClientRects()];
      });
      for (const line of lines) {
        if (line.width < 1 || line.height < 1) continue;
        const piece: Piece = {
          left: line.left,
          top: line.top + ABOVE * size,
          right: line.right,
          bottom: line.bottom - BELOW * size,
          words,
          node,
        };
        // An excerpt is cut on purpose, after whole lines; what is left of it is measured all the same.
        if (excerpt && outside(piece, excerpt.getBoundingClientRect(), 2)) continue;
        if (outside(piece, safe, 1)) faults.add(`outside the safe area: ${short(words)}`);
        if (
          scene.contains(node) &&
          outside(piece, place, 1 + (isClock(element) ? size * CLOCK : 0))
        )
          faults.add(`outside its scene: ${short(words)}`);
        if (cuts.some((cut) => outside(piece, cut.getBoundingClientRect(), 1)))
          faults.add(`cut: ${short(words)}`);
        pieces.push(piece);
      }
    }
    for (const image of document.querySelectorAll('svg[role="img"]')) {
      if (isHidden(image)) continue;
      const { left, top, right, bottom } = image.getBoundingClientRect();
      const piece = { left, top, right, bottom, words: 'code', node: image };
      if (outside(piece, safe, 1)) faults.add('outside the safe area: code');
      pieces.push(piece);
    }
    pieces.sort((a, b) => a.top - b.top);
    pieces.forEach((one, index) => {
      for (const other of pieces.slice(index + 1)) {
        if (other.top > one.bottom) break;
        if (one.node === other.node) continue;
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > 3 && down > 3) faults.add(`${short(one.words)} covers ${short(other.words)}`);
      }
    });
    return [...faults];
  });
}
