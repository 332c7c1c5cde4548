/** The one file of the shared code that reads the machine's clock and randomness. */

/** Monotonic milliseconds since the page (or process) began; steps of the wall clock do not move it. */
export const monotonicNow = (): number => performance.now();

/** What this machine's clock says, right or wrong: milliseconds since 1970. */
export const wallNow = (): number => Date.now();

/** Minutes by which this machine's time of day is ahead of UTC now. */
export const utcOffset = (): number => -new Date().getTimezoneOffset();

/** `length` random bytes; works on insecure origins, where `crypto.subtle` does not. */
export const randomBytes = (length: number): Uint8Array =>
  globalThis.crypto.getRandomValues(new Uint8Array(length));

/** An id that nobody else has made, of so many random `bytes`. */
export const randomId = (bytes: number): string =>
  Array.from(randomBytes(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
