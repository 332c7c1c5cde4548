/** Polls that a forum begins with: what its organisers wrote, nothing of what came out. */
import type { PollDraft } from '@wenzheng/shared/forum/polls';
import type { NewEntry } from '../../engine/entries';
import type { ForumState } from '../../engine/state';
import type { PollRow } from './state';

export const pollsMade = (polls: readonly PollDraft[]): NewEntry[] =>
  polls.length === 0 ? [] : [{ type: 'pollsMade', data: { polls } }];

/** As they were written; of one that was held again only the first. */
export const draftsOf = (state: ForumState): PollDraft[] =>
  [...state.polls.entries()].flatMap(([, row]) => (row.round === 1 ? [draftOf(row)] : []));

/** What its organisers wrote of a poll. */
export const draftOf = (row: PollRow): PollDraft => ({
  ...{ id: row.id, kind: row.kind, text: row.text, options: [...row.options] },
  ...{ most: row.most, steps: row.steps, low: row.low, high: row.high },
  ...{ who: row.who, live: row.live },
});
