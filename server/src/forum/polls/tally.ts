/** How ballots are counted. */
import { placesIn, type PollForm } from '@wenzheng/shared/forum/poll-form';
import type { PollPart } from '@wenzheng/shared/forum/polls';
import type { BallotRow, PollTally } from './state';

/** With nobody's ballot in it yet. */
export function emptyTally(form: PollForm): PollTally {
  const counts = Array.from({ length: placesIn(form) }, () => 0);
  const part: PollPart = { voters: 0, counts, points: form.kind === 'ranking' ? counts : [] };
  return { hall: part, online: part };
}

/** `tally` with one ballot more (1) or less (-1). */
export function counted(
  form: PollForm,
  tally: PollTally,
  ballot: Pick<BallotRow, 'choices' | 'hall'>,
  by: 1 | -1,
): PollTally {
  const name = ballot.hall ? 'hall' : 'online';
  return { ...tally, [name]: countedIn(form, tally[name], ballot.choices, by) };
}

function countedIn(
  form: PollForm,
  { voters, counts, points }: PollPart,
  choices: readonly number[],
  by: 1 | -1,
): PollPart {
  const isRanking = form.kind === 'ranking';
  const named = new Set(isRanking ? choices.slice(0, 1) : choices);
  const worth = (place: number): number => {
    const rank = choices.indexOf(place);
    return rank < 0 ? 0 : form.options.length - rank;
  };
  return {
    voters: voters + by,
    counts: counts.map((count, place) => (named.has(place) ? count + by : count)),
    points: points.map((sum, place) => sum + by * worth(place)),
  };
}

/** Hall and online together. */
export const together = ({ hall, online }: PollTally): PollPart => ({
  voters: hall.voters + online.voters,
  counts: hall.counts.map((count, place) => count + (online.counts[place] ?? 0)),
  points: hall.points.map((sum, place) => sum + (online.points[place] ?? 0)),
});
