import { formatSeconds, type Clock, type ClockReading } from '@wenzheng/shared/time/countdown';

/** `+0:00`: room that is kept from the start, so that the figure does not shrink when time is over. */
const LEAST = 5;

/** How many characters the figure of `clock` needs room for. */
export function clockCharacters(clock: Clock, reading: ClockReading | null): number {
  const allowed = formatSeconds(Math.ceil(clock.limit / 1000)).length;
  const shown = reading === null ? 0 : formatSeconds(reading.shownSeconds).length;
  const over = reading?.phase === 'overtime' ? 1 : 0;
  return Math.max(LEAST, allowed, shown + over);
}
