/** The record of the day: planned against actual, for each item of the agenda and each official. */
import { duration, type Duration, type Instant } from '../time/instant';
import { heldFor, type AgendaView } from './agenda';
import type { HeldTurn } from './floor';

/** What was planned or allowed, and what it took. */
export interface Taken {
  readonly planned: Duration;
  readonly actual: Duration;
}
export interface ItemRecord extends Taken {
  readonly id: string;
  /** Null: not begun. */
  readonly startedAt: Instant | null;
  /** Positive: it began so much later than planned. */
  readonly late: Duration;
}
export interface OfficialRecord extends Taken {
  readonly official: NonNullable<HeldTurn['official']>;
  /** How many talks, answers and exchanges they had the floor for. */
  readonly turns: number;
  /** By how much they were over their time, turn by turn; what one saves is not taken off another. */
  readonly over: Duration;
}

/** The items in the order of the agenda; `now` ends what still runs. */
export const itemRecords = ({ items }: AgendaView, now: Instant): ItemRecord[] =>
  items.map((item) => ({
    id: item.id,
    planned: item.plannedDuration,
    actual: heldFor(item, now),
    startedAt: item.startedAt,
    late: duration(item.startedAt === null ? 0 : item.startedAt - item.plannedStart),
  }));

/** Each official who spoke, in the order in which they first did. */
export function officialRecords(turns: readonly HeldTurn[]): OfficialRecord[] {
  const records = new Map<string, OfficialRecord>();
  for (const { official, times } of [...turns].sort((a, b) => a.begunAt - b.begunAt)) {
    const own = times.find(({ who }) => who !== 'asking' && who !== 'representative');
    if (!official || !own) continue;
    const before = records.get(official.id) ?? NOTHING;
    records.set(official.id, {
      official,
      turns: before.turns + 1,
      planned: duration(before.planned + own.limit),
      actual: duration(before.actual + own.spent),
      over: duration(before.over + Math.max(0, own.spent - own.limit)),
    });
  }
  return [...records.values()];
}
const NOTHING = { turns: 0, planned: 0, actual: 0, over: 0 };
