/** What a display shows, in words. */
import type { DisplayListing } from '@wenzheng/shared/forum/displays';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { timeText } from '@wenzheng/shared/ui/moments';
import { sceneName } from '@wenzheng/shared/ui/names';

type Told = Pick<DisplayListing, 'shows' | 'scene' | 'question' | 'since'>;

const what = ({ shows, scene, question }: Told): string => {
  switch (shows) {
    case 'follow':
      return m.displays_follows();
    case 'blank':
      return m.displays_is_blank();
    case 'scene':
      return m.displays_scene_own({ scene: sceneName(scene ?? 'standby') });
    case 'still':
      return question === null
        ? m.displays_still_of({ scene: sceneName(scene ?? 'standby') })
        : m.displays_still_question({ number: question });
    default:
      return shows satisfies never;
  }
};

export const showsText = (told: Told): string =>
  told.shows === 'follow'
    ? what(told)
    : what(told) + m.display_between() + m.displays_since({ time: timeText(told.since) });
