/** The forum itself and the order of its day. */
import { z } from 'zod';
import { after, between, duration, type Duration, type Instant } from '../time/instant';
import { durationSchema, id, instantSchema } from './words';

export { nextItem } from './next-item';

export const STAGES = [
  'opening',
  'policy_talk',
  'qa',
  'interaction',
  'opinion',
  'results',
  'closing',
] as const;
export type Stage = (typeof STAGES)[number];

const organisation = z.strictObject({
  name: z.string(),
  part: z.enum(['host', 'organiser', 'co_organiser']),
});

const department = z.strictObject({
  id,
  name: z.string(),
  /** Who answers for it on the spot, an id of `speakers`; null for one that is not represented. */
  head: id.nullable(),
  /** True when it sits on the stage today. */
  present: z.boolean(),
});
export type Department = z.infer<typeof department>;

const speaker = z.strictObject({
  id,
  name: z.string(),
  office: z.string(),
  department: z.string(),
});
export type Speaker = z.infer<typeof speaker>;

/** What everyone may know of the forum. */
export const forumView = z.strictObject({
  id,
  title: z.string(),
  theme: z.string(),
  venue: z.string(),
  startsAt: instantSchema,
  organisations: z.array(organisation),
  departments: z.array(department),
  speakers: z.array(speaker),
  /** What may be asked today, a line each. */
  scope: z.array(z.string()),
});
export type ForumView = z.infer<typeof forumView>;

const talk = z.strictObject({ speaker: id, topic: z.string(), limit: durationSchema });
export type Talk = z.infer<typeof talk>;

const agendaItem = z.strictObject({
  id,
  stage: z.enum(STAGES),
  title: z.string(),
  plannedStart: instantSchema,
  plannedDuration: durationSchema,
  startedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  /** Policy talks in their order; empty for other stages. */
  talks: z.array(talk),
});
export type AgendaItem = z.infer<typeof agendaItem>;

export const agendaView = z.strictObject({
  items: z.array(agendaItem),
  current: id.nullable(),
});
export type AgendaView = z.infer<typeof agendaView>;

/** What only staff see of the agenda. */
export const runningNotesView = z.strictObject({
  notes: z.array(z.strictObject({ item: id, owner: z.string(), note: z.string() })),
});
export type RunningNotesView = z.infer<typeof runningNotesView>;

/** Begins an item: start, next, back and jump are all this, named absolutely. */
export const startAgendaItem = z.strictObject({
  type: z.literal('startAgendaItem'),
  item: id,
  /** The item that was running when the button was pressed; refused as `agenda.moved` otherwise. */
  from: id.nullable(),
});

export const agendaCommands = [startAgendaItem] as const;

export interface Forecast {
  readonly plannedEnd: Instant;
  readonly end: Instant;
  /** Positive when late. */
  readonly delay: Duration;
}

/** When the day will end if every item still to come takes its planned time; null for an empty agenda. */
export function forecast(agenda: AgendaView, now: Instant): Forecast | null {
  const last = agenda.items.at(-1);
  if (!last) return null;
  const plannedEnd = after(last.plannedStart, last.plannedDuration);
  const index = agenda.items.findIndex((item) => item.id === agenda.current);
  const current = agenda.items[index];
  let end: number;
  if (!current?.startedAt) {
    const first = agenda.items[0] ?? last;
    end = Math.max(plannedEnd, plannedEnd + between(first.plannedStart, now));
  } else {
    end = Math.max(now, after(current.startedAt, current.plannedDuration));
    for (const item of agenda.items.slice(index + 1)) end += item.plannedDuration;
  }
  return { plannedEnd, end: end as Instant, delay: duration(end - plannedEnd) };
}
