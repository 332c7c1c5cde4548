/** Counts the ratings of answers from a journal alone, sharing nothing with the hub's own counting. */
import type { Entry } from '@wenzheng/server/src/journal/entry';
import type { Faces } from '@wenzheng/shared/forum/ratings';

interface Rated {
  readonly voter: string;
  readonly answer: string;
  readonly face: keyof Faces;
  readonly part: 'hall' | 'online';
}
export type Ratings = Readonly<Record<string, Readonly<Record<Rated['part'], Faces>>>>;

const none = (): Record<Rated['part'], Faces> => ({
  hall: { satisfied: 0, partly: 0, not: 0 },
  online: { satisfied: 0, partly: 0, not: 0 },
});

export const NOT_RATED = none();

/** Answer → what was said of it; answers of which nothing stands are left out. */
export function countRatings(entries: readonly Entry[]): Ratings {
  const last = new Map<string, Rated>();
  for (const entry of entries) {
    if (entry.type !== 'answerRated') continue;
    const { voter, stream, answer, face, hall } = entry.data;
    for (const [key, rated] of stream === undefined ? [] : [...last]) {
      if (rated.voter !== stream) continue;
      last.delete(key);
      const own = `${voter} ${rated.answer}`;
      if (!last.has(own)) last.set(own, { ...rated, voter });
    }
    last.set(`${voter} ${answer}`, { voter, answer, face, part: hall ? 'hall' : 'online' });
  }
  const ratings: Record<string, Record<Rated['part'], Faces>> = {};
  for (const { answer, face, part } of last.values()) {
    const tally = (ratings[answer] ??= none());
    tally[part] = { ...tally[part], [face]: tally[part][face] + 1 };
  }
  return ratings;
}
