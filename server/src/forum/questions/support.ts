/**
 * Who supports what, and how many of them are in the hall. Support is kept by the name under which it was given
 * and counted once for all that is merged.
 */
import type { RecordedVote } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { countedAs, hasMerged, rootOf, rootsOf } from './merging/groups';
import {
  asSupported,
  isSupportedIn,
  NOTHING,
  supportedIn,
  withSupported,
  type Supported,
} from './supported';

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
  const before = state.supports.get(voter) ?? NOTHING;
  const root = countedAs(state, question);
  const counted = countedFor(state, before, root);
  if (on ? counted.includes(question) : counted.length === 0) return;
  state.supports.put(
    voter,
    on
      ? withSupported(before, question)
      : asSupported(supportedIn(before).filter((each) => !counted.includes(each))),
  );
  if (!on || counted.length === 0) count(state, root, on ? 1 : -1, hall ?? false);
}

/** What of `supported` counts for `root`; mostly nothing was merged into it, and the trees need not be walked. */
function countedFor(state: ForumState, supported: Supported, root: string): readonly string[] {
  if (!hasMerged(state, root)) return isSupportedIn(supported, root) ? [root] : [];
  return supportedIn(supported).filter((each) => rootOf(state, each) === root);
}

/** `inHall`: where the voter counts. */
function count(state: ForumState, root: string, by: 1 | -1, inHall: boolean): void {
  add(state.counts, root, by);
  if (inHall) add(state.hallCounts, root, by);
}

function setPlace(state: ForumState, voter: string, inHall: boolean): void {
  if ((state.hallVoters.get(voter) ?? false) === inHall) return;
  for (const root of rootsOf(state, supportedIn(state.supports.get(voter))))
    add(state.hallCounts, root, inHall ? 1 : -1);
  if (inHall) state.hallVoters.put(voter, true);
  else state.hallVoters.remove(voter);
}

/** What a phone supported before it came by its ticket is the ticket's support from its first vote on. */
function carrySupports(state: ForumState, from: string, to: string): void {
  if (state.supports.get(from) === undefined) return;
  const earlier = supportedIn(state.supports.get(from));
  const own = supportedIn(state.supports.get(to));
  const counted = rootsOf(state, own);
  const isInHall = (voter: string): boolean => state.hallVoters.get(voter) ?? false;
  for (const root of rootsOf(state, earlier)) {
    count(state, root, -1, isInHall(from));
    if (!counted.has(root)) count(state, root, 1, isInHall(to));
  }
  state.supports.put(to, asSupported([...new Set([...own, ...earlier])]));
  state.supports.remove(from);
}

function add(table: ForumState['counts'], root: string, by: 1 | -1): void {
  table.put(root, (table.get(root) ?? 0) + by);
}
