/** What a device has voted: with its ticket, and before it came by that. Where both did, the ticket's stands. */
import type { Command } from '@wenzheng/shared/forum/commands';
import type { OwnVotes } from '@wenzheng/shared/wire/protocol';
import type { ForumState } from '../engine/state';
import type { Sight } from '../engine/views';
import { myBallotView } from '../forum/polls';
import { isSupportedIn, supportedIn } from '../forum/questions';

/** Names under which a device votes, that of its ticket last. */
export type Voters = readonly string[];

export function ownVotes(sight: Sight, voters: Voters): OwnVotes {
  const { state } = sight;
  return {
    supports: supports(state, voters),
    answers: answers(state, voters),
    ratings: ratings(state, voters),
    ballots: ownBallots(sight, voters),
  };
}

export const ownBallots = (sight: Sight, voters: Voters): OwnVotes['ballots'] =>
  Object.fromEntries(
    voters
      .flatMap((voter) => Object.entries(sight.state.ballots.settled(voter) ?? {}))
      .map(([poll, ballot]) => [poll, myBallotView(sight, ballot)]),
  );

const supports = (state: ForumState, voters: Voters): OwnVotes['supports'] => [
  ...new Set(voters.flatMap((voter) => supportedIn(state.supports.settled(voter)))),
];
const answers = (state: ForumState, voters: Voters): OwnVotes['answers'] =>
  Object.assign({}, ...voters.map((voter) => state.statementAnswers.settled(voter)));
const ratings = (state: ForumState, voters: Voters): OwnVotes['ratings'] =>
  Object.fromEntries(
    voters
      .flatMap((voter) => Object.entries(state.ratings.settled(voter) ?? {}))
      .map(([answer, { face }]) => [answer, face]),
  );

/**
 * Does the page know from a vote alone what it has voted? Not where the ticket that it was given with is revoked
 * before the page hears of it: the vote is the ticket's then. Looks only at votes of the same kind.
 */
export function standsAlone(state: ForumState, voters: Voters, command: Command): boolean {
  switch (command.type) {
    case 'supportQuestion':
      return (
        voters.some((voter) => isSupportedIn(state.supports.settled(voter), command.question)) ===
        command.on
      );
    case 'answerStatement':
      return (answers(state, voters)[command.statement] ?? null) === command.answer;
    case 'rateAnswer':
      return ratings(state, voters)[command.answer] === command.face;
    default:
      return true;
  }
}
