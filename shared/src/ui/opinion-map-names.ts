/** How groups and statements of the map of opinion are called, the same on every screen. */
import type { MapStatement } from '../forum/opinion-map';
import { m } from '../paraglide/messages.js';
import { answerName } from './names';
import { inPercent } from './poll-figures';

/** A, B, C … */
export const groupLetter = (group: number): string => String.fromCodePoint(65 + group);
export const groupName = (group: number): string => m.map_group({ letter: groupLetter(group) });

/** Which side of a statement many are on, and what share of those who answered it where that may be told. */
export function sideText({ side, share }: Pick<MapStatement, 'side' | 'share'>): string {
  if (share === null) return answerName(side);
  const text = { share: inPercent(share) };
  return side === 'agree' ? m.map_agree(text) : m.map_disagree(text);
}
