/**
 * Commands that are votes. The hub knows them by a pseudonym only, so each device counts them by
 * themselves; free of zod, so that phones can load it.
 */
import type { CommandInput } from './commands';

type VoteType = 'supportQuestion' | 'answerStatement';

export const isVote = <C extends Pick<CommandInput, 'type'>>(
  command: C,
): command is Extract<C, { type: VoteType }> =>
  command.type === 'supportQuestion' || command.type === 'answerStatement';
