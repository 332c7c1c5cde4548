/** Organisers bring films and slides along; a host shows them, at times one that is gone or a page that is not there. */
import type { MediaKind } from '@wenzheng/shared/forum/media';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import type { Choice } from './choice';

type AdminSight = Pick<ViewOf<'admin'>['documents'], 'agenda' | 'media' | 'undo'>;
type HostSight = Pick<ViewOf<'host'>['documents'], 'film' | 'media' | 'slidesShown' | 'undo'>;

/**
 * What is chosen follows from what the screen shows: no dice are thrown for it, so that whatever else is chosen stays
 * what it was.
 */
export function kitChoices({ agenda, media, undo }: AdminSight): Choice[] {
  const turn = undo.actions.length + media.media.length;
  const item = agenda.items[turn % Math.max(1, agenda.items.length)];
  const idOf = (kind: MediaKind): string | null =>
    media.media.find((each) => each.kind === kind)?.id ?? null;
  const clip = turn % 3 === 0 ? null : idOf('clip');
  const choices: Choice[] = [
    [0.6, { type: 'addMedia', name: `${turn % 2 === 0 ? 'f' : 's'}${'-'.repeat(turn % 5)}` }],
  ];
  const oldest = media.media[turn % 4];
  if (oldest) choices.push([0.3, { type: 'removeMedia', media: oldest.id }]);
  if (item)
    choices.push([0.4, { type: 'setItemMedia', item: item.id, clip, slides: idOf('slides') }]);
  return choices;
}

export function filmChoices({ film, media, slidesShown, undo }: HostSight): Choice[] {
  const turn = undo.actions.length;
  const clips = media.media.filter(({ kind }) => kind === 'clip');
  const slides = media.media.find(({ kind }) => kind === 'slides');
  const clip = film?.clip ?? clips[0]?.id ?? 'gone';
  const page = (slidesShown?.page ?? 0) + (turn % 3 === 0 ? -1 : 1);
  return [
    [0.5, { type: 'playClip', clip, from: turn % 2 === 0 ? 'here' : 'start' }],
    [0.4, { type: 'pauseClip', clip }],
    [0.5, { type: 'showSlides', slides: slides?.id ?? 'gone', page: Math.max(1, page) }],
  ];
}
