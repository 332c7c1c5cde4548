/**
 * How much a field takes in. The hub counts characters, a field counts units of which some characters take
 * two; what is longer than the hub allows is refused with a word, never cut off in silence.
 */
export const unitsFor = (characters: number): number => characters * 2;
