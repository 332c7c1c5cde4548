import type { ForumState } from '../../../engine/state';
import { groupOf } from './groups';

/** Counts distinct voters anew; costs as much as there are supporters of what counts for `root`. */
export function recount(state: ForumState, root: string): void {
  const voters = supportersOf(state, root);
  let inHall = 0;
  for (const voter of voters) if (state.hallVoters.get(voter)) inHall += 1;
  put(state.counts, root, voters.size);
  put(state.hallCounts, root, inHall);
}

/** A merged question counts nothing: the one that it went into does. */
export function uncount(state: ForumState, question: string): void {
  for (const table of [state.counts, state.hallCounts])
    if (table.get(question) !== undefined) table.remove(question);
}

function supportersOf(state: ForumState, root: string): ReadonlySet<string> {
  const groups = groupOf(state, root).map((id) => state.supporters.of(id));
  const [only, ...others] = groups;
  return only && others.length === 0 ? only : new Set(groups.flatMap((voters) => [...voters]));
}

function put(table: ForumState['counts'], root: string, count: number): void {
  if (count !== (table.get(root) ?? 0)) table.put(root, count);
}
