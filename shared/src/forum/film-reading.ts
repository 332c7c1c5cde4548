/** Where a film stands, from its deadlines and the hub's time; free of zod, so that displays can load it. */
import { after, between, duration, seconds, type Duration, type Instant } from '../time/instant';
import type { FilmView } from './film';

export type { FilmView, SlidesView } from './film';

/** A film begins so long after the press, so that every display can begin with it. */
export const FILM_LEAD = seconds(0.6);

export interface FilmReading {
  readonly position: Duration;
  readonly state: 'playing' | 'paused' | 'ended';
  /** When it ends by itself; null unless it plays. */
  readonly endsAt: Instant | null;
}

/** Reads `film` at the hub's time `now`. Pure. */
export function readFilm(film: Omit<FilmView, 'clip'>, now: Instant): FilmReading {
  const { startedAt, length } = film;
  const spent = startedAt === null ? 0 : Math.max(0, between(startedAt, now));
  const position = duration(Math.min(length, film.position + spent));
  if (position >= length) return { position, state: 'ended', endsAt: null };
  if (startedAt === null) return { position, state: 'paused', endsAt: null };
  const left = duration(length - film.position);
  return { position, state: 'playing', endsAt: after(startedAt, left) };
}
