/** Answers and outcomes that are put right: what stood there before is kept beside what stands now. */
import type { Instant } from '@wenzheng/shared/time/instant';
import type { WrittenView } from '@wenzheng/shared/forum/words';
import type { Context } from '../../engine/rooms';
import type { Sight } from '../../engine/views';
import type { WordRef } from '../../journal/entry';

/** When something was written down, and why it was put right then. */
interface Writing {
  readonly at: Instant;
  readonly why: WordRef | null;
}
/** The same of `T`, with what stood there before, oldest first. */
export interface Written<T> extends Writing {
  readonly earlier: readonly (T & Writing)[];
}

/** Of what stood there before, so many are kept. */
export const EARLIER_KEPT = 10;

/** `stood` is what was there until now, written down as `written` says; null if nothing was. */
export function writeDown<T extends object>(
  stood: T | null,
  written: Written<T> | null,
  now: Writing,
): Written<T> {
  if (!stood || !written) return { ...now, earlier: [] };
  const { at, why, earlier } = written;
  return { ...now, earlier: [...earlier, { ...stood, at, why }].slice(-EARLIER_KEPT) };
}

/** For the entry: a reason belongs to what was written down before. */
export const keepReason = (
  why: string | null,
  corrects: boolean,
  { keep }: Pick<Context, 'keep'>,
): { readonly why?: WordRef } => (why !== null && corrects ? { why: keep(why) } : {});

export const copyWriting = (
  { words }: Pick<Sight, 'words'>,
  { at, why }: Writing,
): WrittenView => ({
  at,
  why: why && words(why),
});
