/** What stage monitor, rest zone and overlay may have to show: the days of the big screen, with a message to the stage. */
import type { Layout } from '@wenzheng/shared/forum/layouts';
import { STAGE_MESSAGE_LIMIT, type StageMessageView } from '@wenzheng/shared/forum/prompts';
import type { Instant } from '@wenzheng/shared/time/instant';
import { casesOf, type Content } from './display-documents';
import type { Shown } from './scripted-hub';

export interface LayoutCase {
  readonly name: string;
  readonly documents: (now: Instant) => Shown;
  /** One of an ordinary day, to be looked at. */
  readonly pictured: boolean;
}

/** Scenes of the big screen in which each layout shows something of its own. */
const SCENES: Readonly<Record<Exclude<Layout, 'main'>, readonly string[]>> = {
  stage: ['standby', 'talk', 'question', 'dialogue-official', 'emergency'],
  lobby: ['agenda', 'emergency-drill'],
  overlay: ['talk', 'question', 'dialogue-representative', 'emergency-drill'],
};

export const layoutCases = (
  layout: Exclude<Layout, 'main'>,
  content: Content,
  locale: 'zh-CN' | 'en',
): LayoutCase[] =>
  casesOf(content, locale)
    .filter(({ name }) => SCENES[layout].includes(name))
    .map(({ name, documents }, index) => {
      const told = layout === 'stage' ? messageIn(name, content, locale, index) : null;
      return {
        name: `${name}-${content}`,
        documents: (now) => ({ ...documents(now), assignments: [], stageMessage: told }),
        pictured: content === 'ordinary',
      };
    });

/** At its longest, and another each time. */
function messageIn(
  scene: string,
  content: Content,
  locale: 'zh-CN' | 'en',
  index: number,
): StageMessageView | null {
  if (scene === 'emergency') return null;
  const short = locale === 'en' ? 'Plain words, please' : '请讲大白话';
  const long = locale === 'en' ? 'The next one waits. Please end: ' : '后面还有人在等，请您收尾，';
  const text = content === 'longest' ? long.repeat(9).slice(0, STAGE_MESSAGE_LIMIT - 3) : short;
  return { number: index, template: null, text: `${text} ${index}`, since: 0 as Instant };
}
