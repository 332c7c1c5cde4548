/** Which films and slides the host is offered, and in which order: what is shown, then what the day is at. */
import { nextItem } from '@wenzheng/shared/forum/agenda';
import type { Medium } from '@wenzheng/shared/forum/media';
import type { HostView } from '../../hub-link';

export type KitSight = Pick<
  HostView['documents'],
  'agenda' | 'media' | 'scene' | 'film' | 'slidesShown'
>;

export interface StageKit {
  /** One press away. */
  readonly near: readonly Medium[];
  /** All others of the forum. */
  readonly others: readonly Medium[];
}

export function stageKit({ agenda, media, scene, film, slidesShown }: KitSight): StageKit {
  const shown =
    scene.kind === 'clip' ? film?.clip : scene.kind === 'slides' ? slidesShown?.slides : undefined;
  const named = [agenda.current, nextItem(agenda)?.id]
    .map((item) => media.items.find((each) => each.item === item))
    .find((each) => each !== undefined);
  const ids = [shown, named?.clip, named?.slides];
  const near = media.media.filter(({ id }) => ids.includes(id));
  return {
    near: [...near].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
    others: media.media.filter((each) => !near.includes(each)),
  };
}
