export { opinionMap, type MapInput, type MapMemory, type OpinionMap } from './opinion-map';
export type { RepresentativeStatement } from './representative';
export type { ConsensusStatement } from './consensus';
export type { Point } from './projection';
export {
  voteMatrix,
  countVote,
  noVotes,
  seenBy,
  type CastVote,
  type Id,
  type Vote,
  type VoteCount,
  type VoteMatrix,
} from './votes';
