/**
 * How lost time can be made up for: what is still to come is shortened a little, and only if that does not do, an
 * item is left out. What was said is suggested in words before anything is done, and done as one command.
 *
 * Nobody who is speaking is cut short, nothing goes below a sensible least, and the last item is never touched: the
 * day has to be closed properly, and its planned end is what the delay is reckoned against.
 */
import { z } from 'zod';
import { duration, minutes, seconds, type Duration, type Instant } from '../time/instant';
import {
  forecast,
  heldFor,
  LIST_LIMIT,
  planLength,
  type AgendaItem,
  type AgendaView,
} from './agenda';
import { id } from './words';

/** No talk and no item is shortened below these. */
export const SHORTEST_TALK = minutes(2);
export const SHORTEST_ITEM = minutes(5);
/** Delays below this are left to the next item: the remedy would be felt more than the delay. */
const WORTH_IT = minutes(2);
/** What has begun is never to end sooner than this from now. */
const NOTICE = minutes(1);
const MINUTE = minutes(1);

/**
 * Shortens what is still to come and leaves out `leaveOut`; what follows keeps the time at which it was planned to
 * start, so that the delay shrinks by what was gained. Lengths are absolute; longer ones than now are refused.
 */
export const recoverTime = z.strictObject({
  type: z.literal('recoverTime'),
  /** The item that was running when the button was pressed; refused as `agenda.moved` otherwise. */
  from: id,
  items: z
    .array(
      z.strictObject({
        item: id,
        plannedDuration: planLength,
        talks: z.array(z.strictObject({ speaker: id, limit: planLength })).max(LIST_LIMIT),
      }),
    )
    .max(LIST_LIMIT, 'too_many'),
  leaveOut: id.nullable(),
});
export type RecoverTime = z.output<typeof recoverTime>;

/** One thing that is suggested; `by` is what each talk, or the item, gives up. */
export interface RecoveryStep {
  readonly kind: 'talks' | 'earlier' | 'leave_out';
  readonly item: string;
  /** How many talks are shortened; 0 but for `talks`. */
  readonly talks: number;
  readonly by: Duration;
}

export interface Recovery {
  readonly steps: readonly RecoveryStep[];
  readonly gained: Duration;
  readonly command: RecoverTime;
}

type Change = RecoverTime['items'][number];
/** Steps with the changes that they come to. */
interface Draft {
  readonly steps: RecoveryStep[];
  readonly changes: Change[];
  /** What has not been made up for yet. */
  missing: number;
}

/**
 * What to do about the delay at `now`; null while it is not worth it, before the start, and where nothing can be
 * gained. `held` is how many talks of the running item have had the floor, the one that speaks among them.
 */
export function suggestRecovery(agenda: AgendaView, held: number, now: Instant): Recovery | null {
  const delay = forecast(agenda, now)?.delay ?? 0;
  const index = agenda.items.findIndex(({ id: each }) => each === agenda.current);
  if (index < 0 || delay < WORTH_IT) return null;
  // As people read it off the screen.
  const lost = Math.round(delay / MINUTE) * MINUTE;
  const running = agenda.items[index];
  const rest = agenda.items
    .slice(index, -1)
    .filter((item) => item === running || item.startedAt === null);
  const plain = shortened(rest, held, now, lost);
  const out = plain.missing < WORTH_IT ? null : toLeaveOut(rest, plain.missing, lost);
  if (!out) return suggested(plain, lost, null, agenda.current);
  const others = rest.filter((item) => item !== out);
  const draft = shortened(others, held, now, lost - out.plannedDuration);
  draft.steps.push({ kind: 'leave_out', item: out.id, talks: 0, by: out.plannedDuration });
  return suggested(draft, lost, out.id, agenda.current);
}

function suggested(
  { steps, changes, missing }: Draft,
  lost: number,
  leaveOut: string | null,
  from: string | null,
): Recovery | null {
  if (steps.length === 0 || from === null) return null;
  const command = { type: 'recoverTime', from, items: changes, leaveOut } as const;
  return { steps, gained: duration(lost - missing), command };
}

/** First talks, by a minute each at most, then whole items, the longest first: it feels the loss least. */
function shortened(rest: readonly AgendaItem[], held: number, now: Instant, lost: number): Draft {
  const draft: Draft = { steps: [], changes: [], missing: lost };
  for (const item of rest) shortenTalks(draft, item, item.startedAt === null ? 0 : held, now);
  const whole = rest.filter(({ talks }) => talks.length === 0);
  for (const item of whole.sort((a, b) => leftOf(b, now) - leftOf(a, now)))
    endEarlier(draft, item, now);
  return draft;
}

function shortenTalks(draft: Draft, item: AgendaItem, held: number, now: Instant): void {
  const room = item.plannedDuration - leastOf(item, SHORTEST_ITEM, now);
  const tries = [seconds(30), MINUTE].map((by) => {
    const talks = item.talks.slice(held).filter(({ limit }) => limit - by >= leastTalk(limit));
    return { by, talks, gain: by * talks.length };
  });
  const fit = tries.filter(({ gain }) => gain > 0 && gain <= room);
  // As little as does; else as much as there is. Half a minute over is nobody's loss.
  const rising = [...fit].sort((a, b) => a.gain - b.gain);
  const most = rising[rising.length - 1];
  const chosen = fit.find(({ gain }) => gain >= draft.missing) ?? most;
  if (!chosen || draft.missing <= 0) return;
  const { by, talks, gain } = chosen;
  draft.missing -= gain;
  draft.steps.push({ kind: 'talks', item: item.id, talks: talks.length, by: duration(by) });
  draft.changes.push({
    item: item.id,
    plannedDuration: duration(item.plannedDuration - gain),
    talks: talks.map(({ speaker, limit }) => ({ speaker, limit: duration(limit - by) })),
  });
}

function endEarlier(draft: Draft, item: AgendaItem, now: Instant): void {
  const least = leastOf(item, Math.max(SHORTEST_ITEM, (item.plannedDuration * 2) / 3), now);
  const room = Math.floor((item.plannedDuration - least) / MINUTE) * MINUTE;
  const by = Math.min(room, Math.ceil(draft.missing / MINUTE) * MINUTE);
  if (by <= 0) return;
  draft.missing -= by;
  draft.steps.push({ kind: 'earlier', item: item.id, talks: 0, by: duration(by) });
  const plannedDuration = duration(item.plannedDuration - by);
  draft.changes.push({ item: item.id, plannedDuration, talks: [] });
}

/** The least that an item may be planned for: what has passed of it is not given back. */
const leastOf = (item: AgendaItem, least: number, now: Instant): number =>
  item.startedAt === null ? least : Math.max(least, heldFor(item, now) + NOTICE);

const leastTalk = (limit: number): number => Math.max(SHORTEST_TALK, (limit * 2) / 3);

const leftOf = (item: AgendaItem, now: Instant): number =>
  item.plannedDuration - heldFor(item, now);

/** Citizens' questions are what the day is for; opening and closing hold it together. */
const KEPT: ReadonlySet<AgendaItem['stage']> = new Set(['opening', 'qa', 'closing']);

/**
 * The shortest item that makes up for what is missing, else the longest; null for none. What is much longer than the
 * delay is never given up for it.
 */
function toLeaveOut(rest: readonly AgendaItem[], missing: number, lost: number): AgendaItem | null {
  const candidates = rest
    .filter(({ startedAt, stage }) => startedAt === null && !KEPT.has(stage))
    .filter(({ plannedDuration }) => plannedDuration <= lost + WORTH_IT)
    .sort((a, b) => a.plannedDuration - b.plannedDuration);
  const enough = candidates.find(({ plannedDuration }) => plannedDuration >= missing);
  return enough ?? candidates[candidates.length - 1] ?? null;
}
