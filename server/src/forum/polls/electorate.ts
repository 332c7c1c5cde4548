import type { ForumState } from '../../engine/state';
import type { Changes } from '../../engine/store';
import { together } from './tally';
import type { PollRow } from './state';

/**
 * How many could vote in a poll: the devices that are there, each once however often it came back, or those
 * admitted to the hall, or tickets in use; never fewer than have voted. `present`: devices that were connected at some time
 * since it was opened.
 */
export function electorateOf(state: ForumState, { id, who }: PollRow, present: number): number {
  const voters = votersIn(state, id);
  const { devices, tickets } = state.admitted;
  const could = { anyone: present, hall: devices, tickets };
  return Math.max(voters, could[who]);
}

function votersIn(state: ForumState, poll: string): number {
  const tally = state.pollTallies.get(poll);
  return tally ? together(tally).voters : 0;
}

export const hasBallots = (state: ForumState, poll: string): boolean => votersIn(state, poll) > 0;

/** Did `changes` open a poll? Those who are there are counted anew from then on. */
export const hasOpened = (state: ForumState, changes: Changes): boolean =>
  [...(changes.get('polls') ?? [])].some(([id, before]) => {
    const was = (before as PollRow | undefined)?.state ?? 'prepared';
    return was === 'prepared' && state.polls.get(id)?.state === 'open';
  });

/** The poll that is open. */
export const openPollIn = (state: ForumState): string | undefined =>
  [...state.polls.entries()].find(([, row]) => row.state === 'open')?.[0];
