/**
 * Commands that are votes. The hub knows them by a pseudonym only, so each device counts them by
 * themselves; free of zod, so that phones can load it.
 */
import type { CommandInput } from './commands';

type VoteType = 'supportQuestion' | 'answerStatement' | 'rateAnswer' | 'castBallot' | 'markUnclear';
/** At a kiosk, which counts them as it counts everything else. */
type KioskVote = 'supportByCode' | 'castBallotByCode';

export const isVote = <C extends Pick<CommandInput, 'type'>>(
  command: C,
): command is Extract<C, { type: VoteType }> =>
  command.type === 'supportQuestion' ||
  command.type === 'answerStatement' ||
  command.type === 'rateAnswer' ||
  command.type === 'castBallot' ||
  command.type === 'markUnclear';

/** Recorded as a vote: under a pseudonym, and nothing beside it that tells whose it is. */
export const isRecordedAsVote = <C extends Pick<CommandInput, 'type'>>(
  command: C,
): command is Extract<C, { type: VoteType | KioskVote }> =>
  isVote(command) || command.type === 'supportByCode' || command.type === 'castBallotByCode';
