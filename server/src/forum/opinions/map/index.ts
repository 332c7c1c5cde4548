export { opinionMap, type MapInput, type MapMemory, type OpinionMap } from './opinion-map';
export type { RepresentativeStatement } from './representative';
export type { ConsensusStatement } from './consensus';
export {
  voteMatrix,
  countVote,
  noVotes,
  type CastVote,
  type Id,
  type Vote,
  type VoteCount,
} from './votes';
