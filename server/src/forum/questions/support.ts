/** Who supports what, and how many of them are in the hall. */
import type { RecordedVote } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';

/** A voter counts where they were when they last voted: coming into the hall takes their support along. */
export function takeSupport(
  state: ForumState,
  { voter, stream, hall, question, on }: RecordedVote & { question: string; on: boolean },
): void {
  if (stream !== undefined) carrySupports(state, stream, voter);
  setPlace(state, voter, hall ?? false);
  const before = state.supports.get(voter) ?? [];
  if (before.includes(question) === on) return;
  state.supports.put(
    voter,
    on ? [...before, question] : before.filter((each) => each !== question),
  );
  count(state, voter, question, on ? 1 : -1);
}

function count(state: ForumState, voter: string, question: string, by: 1 | -1): void {
  add(state.counts, question, by);
  if (state.hallVoters.get(voter)) add(state.hallCounts, question, by);
}

function setPlace(state: ForumState, voter: string, inHall: boolean): void {
  if ((state.hallVoters.get(voter) ?? false) === inHall) return;
  for (const question of state.supports.get(voter) ?? [])
    add(state.hallCounts, question, inHall ? 1 : -1);
  if (inHall) state.hallVoters.put(voter, true);
  else state.hallVoters.remove(voter);
}

/** What a phone supported before it came by its ticket is the ticket's support from its first vote on. */
function carrySupports(state: ForumState, from: string, to: string): void {
  const earlier = state.supports.get(from);
  if (!earlier) return;
  const own = state.supports.get(to) ?? [];
  for (const question of earlier) {
    count(state, from, question, -1);
    if (!own.includes(question)) count(state, to, question, 1);
  }
  state.supports.put(to, [...new Set([...own, ...earlier])]);
  state.supports.remove(from);
}

function add(table: ForumState['counts'], question: string, by: 1 | -1): void {
  table.put(question, (table.get(question) ?? 0) + by);
}
