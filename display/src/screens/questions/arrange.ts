import { fitText, fitTextWhole, keepMeasured, lengthOf, type Fit } from '../../text/fit';

/** The layout that is tried first. */
export const BESIDE: string = 'beside';

/**
 * Arranges a question: beside who answers while it can be large there and their office has room; otherwise
 * it gets the whole width, in columns that are pleasant to read, and becomes as small as it must, but is never cut.
 */
export function arrange(section: HTMLElement): (() => void) | undefined {
  const box = section.querySelector<HTMLElement>('.place');
  const content = box?.querySelector<HTMLElement>('.whole-question');
  const target = content?.querySelector<HTMLElement>('.text');
  const aside = section.querySelector('aside');
  if (!box || !content || !target || !aside) return undefined;
  const fit = (min: string, max: string): Fit => ({
    box,
    content,
    target,
    min: lengthOf(section, min),
    max: lengthOf(section, max),
  });
  return keepMeasured(box, content, () => {
    content.style.transform = '';
    section.dataset.layout = BESIDE;
    if (fitText(fit('--fit-min', '--fit-max')) && aside.scrollHeight <= aside.clientHeight) return;
    section.dataset.layout = 'wide';
    fitTextWhole(fit('--fit-least', '--fit-min'));
  });
}
