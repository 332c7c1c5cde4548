/** Branded time types, so that a duration never stands where an instant is meant. */

/** A moment in the hub's time: whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly __unit: 'instant-ms' };
/** A length of time in milliseconds; may be negative where a function says so. */
export type Duration = number & { readonly __unit: 'duration-ms' };

/** The only way to make an instant; `ms` is milliseconds since the epoch. */
export const instant = (ms: number): Instant => Math.round(ms) as Instant;
/** The only way to make a duration; `ms` is milliseconds. */
export const duration = (ms: number): Duration => Math.round(ms) as Duration;
export const seconds = (count: number): Duration => duration(count * 1_000);
export const minutes = (count: number): Duration => duration(count * 60_000);
export const hours = (count: number): Duration => minutes(count * 60);

export const after = (start: Instant, length: Duration): Instant => instant(start + length);
/** Time from `start` to `end`; negative when `end` lies before `start`. */
export const between = (start: Instant, end: Instant): Duration => duration(end - start);

/** The minutes that are over. */
export const wholeMinutes = (length: Duration): number => Math.floor(length / 60_000);
