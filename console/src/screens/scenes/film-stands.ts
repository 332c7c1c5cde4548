/** Where a film stands, as the host reads it: in whole seconds, that turn when the display's picture does. */
import type { FilmView } from '@wenzheng/shared/forum/film-reading';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { formatSeconds, type Clock, type ClockReading } from '@wenzheng/shared/time/countdown';
import { duration, instant } from '@wenzheng/shared/time/instant';

export interface FilmStands {
  /** `fresh`: at its start, and not shown. */
  readonly state: 'fresh' | 'playing' | 'paused' | 'ended';
  /** Milliseconds. */
  readonly position: number;
}

/** A film as a clock, so that its figures turn on the second and nothing polls. */
export const filmClock = ({ length, startedAt, position }: FilmView): Clock => ({
  ...{ limit: length, spentBeforePause: position },
  startedAt: startedAt ?? instant(0),
  pausedAt: startedAt === null ? instant(0) : null,
  thresholds: { warning: duration(0), final: duration(0) },
});

export function filmStands(
  film: FilmView | null,
  reading: ClockReading | null,
  shown: boolean,
): FilmStands {
  if (!film) return { state: 'fresh', position: 0 };
  const spent = reading?.spent ?? film.position;
  if (spent >= film.length) return { state: shown ? 'ended' : 'fresh', position: film.length };
  if (reading && !reading.paused) return { state: 'playing', position: spent };
  return { state: 'paused', position: spent };
}

const seconds = (ms: number): string => formatSeconds(Math.round(ms / 1_000));

export function standsText({ state, position }: FilmStands, length: number): string {
  if (state === 'fresh') return seconds(length);
  const at = m.film_of({
    position: formatSeconds(Math.floor(position / 1_000)),
    length: seconds(length),
  });
  if (state === 'ended') return `${m.film_ended()} · ${seconds(length)}`;
  return `${state === 'playing' ? m.film_playing() : m.film_paused()} · ${at}`;
}
