/** Looks at each frame of a big screen while its scenes change: whether one stands there, whole; and when it came. */
import type { Page } from '@playwright/test';
import type { Frame } from './frame-figures';

interface Watching {
  wzFrames: unknown[];
  wzWatching: boolean;
}

/** Notes every frame of `page` from now on, as it stands right after it was painted. */
export const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    /** Of a layer that can be made out at all. */
    const SEEN = 0.02;
    const SLACK = 2;
    const watching = globalThis as unknown as Watching;
    const frames: Frame[] = [];
    Object.assign(watching, { wzFrames: frames, wzWatching: true });
    const short = (node: Node): string => (node.textContent ?? '').trim().slice(0, 16);

    const opacityOf = (element: Element): number => {
      let opacity = 1;
      for (let at: Element | null = element; at; at = at.parentElement)
        opacity *= Number(getComputedStyle(at).opacity);
      return opacity;
    };
    const linesOf = (layer: Element): { node: Node; line: DOMRect }[] => {
      const found: { node: Node; line: DOMRect }[] = [];
      const texts = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const element = node.parentElement;
        if (short(node) === '' || !element || getComputedStyle(element).clipPath !== 'none')
          continue;
        range.selectNodeContents(node);
        for (const line of range.getClientRects())
          if (line.width >= 1 && line.height >= 1) found.push({ node, line });
      }
      return found;
    };
    const isOutside = (line: DOMRect, place: DOMRect): boolean => {
      const middle = (line.top + line.bottom) / 2;
      return (
        middle < place.top ||
        middle > place.bottom ||
        line.left < place.left - SLACK ||
        line.right > place.right + SLACK
      );
    };
    /** Places that are filled with as large a text as they hold. */
    const fitted = (root: Element): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('.box, .place')].filter((box) =>
        getComputedStyle(box).contain.includes('size'),
      );
    const sized = (box: Element): HTMLElement[] => [
      ...box.querySelectorAll<HTMLElement>('[style*="font-size"]'),
    ];
    const unfitted = (box: HTMLElement): boolean => {
      const content = box.firstElementChild;
      if (!(content instanceof HTMLElement)) return true;
      const isFull =
        content.offsetHeight <= box.clientHeight + 1 && content.scrollWidth <= box.clientWidth + 1;
      return sized(box).length === 0 || !(isFull || content.style.transform !== '');
    };
    /** The sizes of text that a layer had when it was first seen: it must not be fitted before people's eyes. */
    const first = new WeakMap<Element, string>();
    const ids = new WeakMap<Element, number>();
    let lastId = 0;
    const idOf = (layer: Element): number => {
      const id = ids.get(layer) ?? (lastId += 1);
      ids.set(layer, id);
      return id;
    };
    const undoneIn = (
      layer: Element,
      lines: readonly { node: Node; line: DOMRect }[],
    ): string[] => {
      const place = layer.getBoundingClientRect();
      const sizes = fitted(layer)
        .flatMap(sized)
        .map(({ style }) => style.fontSize)
        .join(' ');
      const before = first.get(layer) ?? sizes;
      first.set(layer, before);
      return [
        ...lines
          .filter(({ line }) => isOutside(line, place))
          .map(({ node }) => `out of its place: ${short(node)}`),
        ...(before === sizes ? [] : [`fitted anew: ${before} to ${sizes}`]),
      ];
    };

    const look = (at: number): void => {
      const undone: string[] = [];
      const layers = [...document.querySelectorAll<HTMLElement>('main > *')].map((layer) => {
        const opacity = opacityOf(layer);
        const lines = linesOf(layer);
        if (opacity > SEEN) undone.push(...undoneIn(layer, lines));
        const lit = lines.some(
          ({ line }) =>
            Math.min(line.right, innerWidth) > Math.max(line.left, 0) &&
            Math.min(line.bottom, innerHeight) > Math.max(line.top, 0),
        );
        if (opacity > SEEN && !lit)
          undone.push(`no text: ${layer.dataset.scene ?? 'one that goes'}`);
        return { id: idOf(layer), scene: layer.dataset.scene ?? null, opacity, lit };
      });
      for (const box of fitted(document.body))
        if (opacityOf(box) > SEEN && unfitted(box)) undone.push(`not fitted: ${short(box)}`);
      if (document.fonts.status === 'loading') undone.push('a font is still loading');
      frames.push({ at, layers, undone });
    };
    // What is fitted again when its place changes is so after a frame's own callbacks, before it is painted.
    const painted = new MessageChannel();
    let began = 0;
    painted.port1.onmessage = () => look(began);
    const step = (at: number): void => {
      if (!watching.wzWatching) return;
      began = at;
      painted.port2.postMessage(null);
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });

/** Notes nothing but when each frame of `page` is worked on, and how many pictures lie over each other then. */
export const watchPace = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watching = globalThis as unknown as Watching;
    const frames: unknown[] = [];
    Object.assign(watching, { wzFrames: frames, wzWatching: true });
    const step = (): void => {
      if (!watching.wzWatching) return;
      const layers = document.querySelectorAll('main > *').length;
      frames.push({ at: performance.now(), layers });
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });

/** Ends either; answers what was noted. */
export const endWatching = <T>(page: Page): Promise<T[]> =>
  page.evaluate(() => {
    const watching = globalThis as unknown as Watching;
    watching.wzWatching = false;
    return watching.wzFrames as T[];
  });
