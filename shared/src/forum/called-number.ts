/** Who is called to the microphone; free of zod. */
import type { MicNumber } from './microphone';

/** Of the numbers that are shown to whoever guides the line; null while nobody is called. */
export const calledNumber = (numbers: readonly MicNumber[]): MicNumber | null =>
  numbers.find(({ state }) => state === 'called') ?? null;
