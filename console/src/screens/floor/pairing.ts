/** Who is to speak face to face next, as far as the host has not said otherwise. */
import type { ForumView, Speaker } from '@wenzheng/shared/forum/agenda';
import type { ExchangeView, RosterView } from '@wenzheng/shared/forum/floor';
import type { Duration } from '@wenzheng/shared/time/instant';

type RosterEntry = RosterView['representatives'][number];

export interface PairSight {
  readonly forum: Pick<ForumView, 'departments' | 'speakers'>;
  readonly roster: RosterView;
  readonly exchanges: readonly ExchangeView[];
}

/** What the host chose for the next exchange; null is left to the suggestion. */
export interface Pairing {
  readonly representative: string | null;
  readonly official: string | null;
  readonly quota: Duration;
}

export interface Pair {
  /** Null once everyone on the roster has spoken and the host has chosen nobody. */
  readonly representative: RosterEntry | null;
  readonly official: Speaker | null;
}

/** The roster as the host reads it: who has not spoken yet comes first, otherwise in its order. */
export const byTurn = ({ representatives }: RosterView): RosterEntry[] =>
  [...representatives].sort((a, b) => Math.sign(a.exchanges) - Math.sign(b.exchanges));

/**
 * The first representative who has not spoken, and the official of the last exchange; before the first
 * one, the head of a department that is present.
 */
export function suggestPair(sight: PairSight, { representative, official }: Pairing): Pair {
  const { representatives } = sight.roster;
  const chosen = representatives.find(({ id }) => id === representative);
  const unheard = representatives.find(({ exchanges }) => exchanges === 0);
  return {
    representative: chosen ?? unheard ?? null,
    official: speakerOf(sight, official) ?? lastOfficial(sight) ?? firstHead(sight),
  };
}

const speakerOf = ({ forum }: PairSight, id: string | null): Speaker | null =>
  forum.speakers.find((speaker) => speaker.id === id) ?? null;

function lastOfficial(sight: PairSight): Speaker | null {
  const [last] = [...sight.exchanges].sort((a, b) => b.number - a.number);
  return speakerOf(sight, last?.official?.id ?? null);
}

function firstHead(sight: PairSight): Speaker | null {
  const { departments, speakers } = sight.forum;
  const head = departments.find((each) => each.present && each.head !== null)?.head ?? null;
  return speakerOf(sight, head) ?? speakers[0] ?? null;
}
