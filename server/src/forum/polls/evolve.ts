import type { PollDraft } from '@wenzheng/shared/forum/polls';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import type { BallotRow, PollRow, RecordedBallot } from './state';
import { draftOf } from './prepared';
import { counted, emptyTally } from './tally';

function put(state: ForumState, poll: PollDraft, round = 1, origin = poll.id): void {
  state.polls.put(poll.id, {
    ...poll,
    ...{ round, origin, state: 'prepared', shown: false },
    ...{ openedAt: null, closedAt: null, electorate: null },
  });
}

function change(state: ForumState, id: string, fields: Partial<PollRow>): void {
  const row = state.polls.get(id);
  if (row) state.polls.put(id, { ...row, ...fields });
}

function open(state: ForumState, id: string, at: Instant): void {
  const row = state.polls.get(id);
  if (!row) return;
  change(state, id, { state: 'open', shown: row.live, openedAt: at });
  state.pollTallies.put(id, emptyTally(row));
  state.poll.set(id);
}

function setBallot(
  state: ForumState,
  voter: string,
  poll: PollRow,
  ballot: BallotRow | null,
): void {
  const { [poll.id]: before, ...others } = state.ballots.get(voter) ?? {};
  state.ballots.put(voter, ballot ? { ...others, [poll.id]: ballot } : others);
  let tally = state.pollTallies.get(poll.id) ?? emptyTally(poll);
  if (before) tally = counted(poll, tally, before, -1);
  state.pollTallies.put(poll.id, ballot ? counted(poll, tally, ballot, 1) : tally);
  if (before?.text && before.text !== ballot?.text) state.pollTexts.remove(before.text);
}

/**
 * What a phone voted before it came by its ticket becomes the ticket's; where both did, the ticket's stands. What is
 * closed stays as it was counted.
 */
function carryBallots(state: ForumState, from: string, to: string): void {
  for (const [id, ballot] of Object.entries(state.ballots.get(from) ?? {})) {
    const poll = state.polls.get(id);
    if (poll?.state !== 'open') continue;
    const isTaken = state.ballots.get(to)?.[id] !== undefined;
    if (!isTaken) moveBallot(state, from, to, poll, ballot);
    else setBallot(state, from, poll, null);
  }
}

/** The same ballot in another's name: nothing is counted anew, and its words stay. */
function moveBallot(
  state: ForumState,
  from: string,
  to: string,
  { id }: PollRow,
  ballot: BallotRow,
): void {
  const { [id]: _, ...others } = state.ballots.get(from) ?? {};
  state.ballots.put(from, others);
  state.ballots.put(to, { ...state.ballots.get(to), [id]: ballot });
}

function ballotRow(
  state: ForumState,
  poll: string,
  ballot: RecordedBallot,
  { hall, seq }: Pick<BallotRow, 'hall'> & { readonly seq: number },
): BallotRow {
  if ('choices' in ballot) return { choices: ballot.choices, text: null, hall };
  const { id, text } = ballot;
  state.pollTexts.put(id, {
    ...{ id, poll, text, state: 'submitted', hall, seq },
    department: null,
  });
  return { choices: [], text: id, hall };
}

export const evolvePolls: Evolves = {
  pollsMade: (state, { data }) => {
    for (const poll of data.polls) put(state, poll);
  },
  pollPut: (state, { data: { poll } }) => put(state, poll),
  pollRemoved: (state, { data: { poll } }) => state.polls.remove(poll),
  pollOpened: (state, { data: { poll }, at }) => open(state, poll, at),
  pollRepeated: (state, { data, at }) => {
    const row = state.polls.get(data.poll);
    if (!row) return;
    const rounds = [...state.polls.entries()].map(([, each]) =>
      each.origin === row.origin ? each.round : 0,
    );
    put(state, { ...draftOf(row), id: data.as }, Math.max(...rounds) + 1, row.origin);
    open(state, data.as, at);
  },
  pollClosed: (state, { data: { poll, electorate }, at }) =>
    change(state, poll, { state: 'closed', closedAt: at, electorate }),
  pollShownSet: (state, { data: { poll, shown } }) => {
    change(state, poll, { shown });
    if (shown) state.poll.set(poll);
  },
  ballotCast: (state, { data: { voter, stream, hall, poll: id, ballot }, seq }) => {
    if (stream !== undefined) carryBallots(state, stream, voter);
    const poll = state.polls.get(id);
    if (!poll) return;
    const inHall = hall ?? false;
    setBallot(state, voter, poll, ballot && ballotRow(state, id, ballot, { hall: inHall, seq }));
  },
  pollTextJudged: (state, { data: { text, shown } }) => {
    const row = state.pollTexts.get(text);
    if (row) state.pollTexts.put(text, { ...row, state: shown ? 'approved' : 'declined' });
  },
  pollTextAssigned: (state, { data: { text, department } }) => {
    const row = state.pollTexts.get(text);
    if (row) state.pollTexts.put(text, { ...row, department });
  },
  cloudWordSet: (state, { data: { ruling, ...fields } }) => state.cloudRulings.put(ruling, fields),
};
