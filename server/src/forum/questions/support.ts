/**
 * Who supports what, and how many of them are in the hall. Support is kept by the name under which it was given
 * and counted once for all that is merged.
 */
import type { RecordedVote } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { hasMerged, rootOf, rootsOf } from './merging/groups';

/**
 * A voter counts where they were when they last voted: coming into the hall takes their support along. Whoever
 * takes support back takes it from everything that counts for the same question.
 */
export function takeSupport(
  state: ForumState,
  { voter, stream, hall, question, on }: RecordedVote & { question: string; on: boolean },
): void {
  if (stream !== undefined) carrySupports(state, stream, voter);
  setPlace(state, voter, hall ?? false);
  const before = state.supports.get(voter) ?? [];
  const root = rootOf(state, question);
  // Of nearly every question nothing else counts for it: then the tree need not be walked for each of theirs.
  const counted = hasMerged(state, root)
    ? before.filter((each) => rootOf(state, each) === root)
    : before.filter((each) => each === root);
  if (on ? counted.includes(question) : counted.length === 0) return;
  state.supports.put(
    voter,
    on ? [...before, question] : before.filter((each) => !counted.includes(each)),
  );
  if (!on || counted.length === 0) count(state, voter, root, on ? 1 : -1);
}

function count(state: ForumState, voter: string, root: string, by: 1 | -1): void {
  add(state.counts, root, by);
  if (state.hallVoters.get(voter)) add(state.hallCounts, root, by);
}

function setPlace(state: ForumState, voter: string, inHall: boolean): void {
  if ((state.hallVoters.get(voter) ?? false) === inHall) return;
  for (const root of rootsOf(state, state.supports.get(voter) ?? []))
    add(state.hallCounts, root, inHall ? 1 : -1);
  if (inHall) state.hallVoters.put(voter, true);
  else state.hallVoters.remove(voter);
}

/** What a phone supported before it came by its ticket is the ticket's support from its first vote on. */
function carrySupports(state: ForumState, from: string, to: string): void {
  const earlier = state.supports.get(from);
  if (!earlier) return;
  const own = state.supports.get(to) ?? [];
  const counted = rootsOf(state, own);
  for (const root of rootsOf(state, earlier)) {
    count(state, from, root, -1);
    if (!counted.has(root)) count(state, to, root, 1);
  }
  state.supports.put(to, [...new Set([...own, ...earlier])]);
  state.supports.remove(from);
}

function add(table: ForumState['counts'], root: string, by: 1 | -1): void {
  table.put(root, (table.get(root) ?? 0) + by);
}
