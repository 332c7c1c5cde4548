/** What becomes of a film: it begins a moment after the press, on all displays at once, and ends by itself. */
import { FILM_LEAD, readFilm } from '@wenzheng/shared/forum/film';
import { after, duration, type Duration, type Instant } from '@wenzheng/shared/time/instant';
import { accept, refuse, type Decides } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import type { FilmRow, SceneEntries } from './state';

export const decideFilm: Decides<'playClip' | 'pauseClip' | 'showSlides'> = {
  playClip: (state, { clip, from }, { now }) => {
    const length = state.media.get(clip)?.length ?? null;
    if (length === null) return refuse('media.unknown');
    const film = state.film.value?.clip === clip ? state.film.value : null;
    const stands = film && readFilm(film, now);
    const isOn = state.scene.value.kind === 'clip' && stands?.state === 'playing';
    if (from === 'here' && isOn) return accept();
    const goesOn = from === 'here' && stands !== null && stands.state !== 'ended';
    const position = goesOn ? stands.position : duration(0);
    return accept({ type: 'filmPlayed', data: { clip, length, position } });
  },

  pauseClip: (state, { clip }, { now }) => {
    const film = state.film.value;
    if (film?.clip !== clip) return refuse('media.unknown');
    const { state: stands, position } = readFilm(film, now);
    return stands === 'playing' ? accept({ type: 'filmPaused', data: { position } }) : accept();
  },

  showSlides: (state, { slides, page }) => {
    const pages = state.media.get(slides)?.pages ?? null;
    if (pages === null) return refuse('media.unknown');
    if (page > pages) return refuse('media.no_page');
    const shown = state.slidesShown.value;
    const isOn = state.scene.value.kind === 'slides' && !state.card.value;
    const isShown = isOn && shown?.slides === slides && shown.page === page;
    return isShown ? accept() : accept({ type: 'slidesShown', data: { slides, page, pages } });
  },
};

/** The film that stands in `state`, moved by `change` unless it has ended. */
function move(state: ForumState, at: Instant, change: (film: FilmRow) => FilmRow): void {
  const film = state.film.value;
  if (film && readFilm(film, at).state !== 'ended') state.film.set(change(film));
}

const paused = (film: FilmRow, position: Duration): FilmRow => ({
  ...film,
  ...{ startedAt: null, position },
});

export function playFilm(
  state: ForumState,
  { clip, length, position }: SceneEntries['filmPlayed'],
  at: Instant,
): void {
  const startedAt = after(at, FILM_LEAD);
  state.film.set({ clip, length, position, startedAt, stopped: false });
}

export const pauseFilm = (state: ForumState, position: Duration, at: Instant): void =>
  move(state, at, (film) => paused(film, position));

/** Nobody looks at it any more, or must not: it stays where it is. */
export const holdFilm = (state: ForumState, at: Instant, stopped: boolean): void =>
  move(state, at, (film) =>
    film.startedAt === null ? film : { ...paused(film, readFilm(film, at).position), stopped },
  );

export const releaseFilm = (state: ForumState, at: Instant): void =>
  move(state, at, (film) =>
    film.stopped ? { ...film, startedAt: after(at, FILM_LEAD), stopped: false } : film,
  );
