/** The forum itself and the order of its day. */
import { z } from 'zod';
import { after, between, duration, type Duration, type Instant } from '../time/instant';
import { durationSchema, id, instantSchema, words } from './words';

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

export const ORGANISATION_PARTS = ['host', 'organiser', 'co_organiser'] as const;
export type OrganisationPart = (typeof ORGANISATION_PARTS)[number];

/** Whether questions are looked at before or after they join the queue. */
export const MODERATION_MODES = ['pre', 'post'] as const;
export type ModerationMode = (typeof MODERATION_MODES)[number];

const organisation = z.strictObject({ name: z.string(), part: z.enum(ORGANISATION_PARTS) });

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
  /** What citizens are concerned with today, a few words each. */
  topics: z.array(z.string()),
  /** Districts, villages or communities that askers may say they live in. */
  areas: z.array(z.string()),
  /** What may be asked today, a line each. */
  scope: z.array(z.string()),
  /** How the hall deals with each other, a line each. */
  rules: z.array(z.string()),
  /** Exits, medical point and the like, a line each. */
  safety: z.array(z.string()),
  moderation: z.enum(MODERATION_MODES),
  /** When the forum was closed; nothing can be asked or answered after. */
  closedAt: instantSchema.nullable(),
  /** A copy to rehearse in: it is wiped, and screens say so. */
  rehearsal: z.boolean(),
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
  /** Once it was begun again after it had ended: since when, and how long it had been held before. */
  reopened: z.strictObject({ since: instantSchema, heldBefore: durationSchema }).nullable(),
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

/** What only the organisers need of the forum, beside what everyone sees. */
export const setupView = z.strictObject({
  /** Words that point to each department. */
  keywords: z.array(z.strictObject({ department: id, words: z.array(z.string()) })),
});
export type SetupView = z.infer<typeof setupView>;

/** Begins an item: start, next, back and jump are all this, named absolutely. */
export const startAgendaItem = z.strictObject({
  type: z.literal('startAgendaItem'),
  item: id,
  /** The item that was running when the button was pressed; refused as `agenda.moved` otherwise. */
  from: id.nullable(),
});

export const TITLE_LIMIT = 60;
export const LINE_LIMIT = 80;
export const AREA_LIMIT = 20;
export const NOTE_LIMIT = 300;
export const LIST_LIMIT = 40;

const title = words(TITLE_LIMIT);
const line = words(LINE_LIMIT);
const lines = z.array(line).max(12, 'too_many');
/** Words that may be left empty. */
const optional = (limit: number) => z.union([z.literal(''), words(limit)]);
const MAX_DURATION = 12 * 3_600_000;
/** What may be planned for a talk or an item. */
export const planLength = durationSchema.refine(
  (ms) => ms >= 10_000 && ms <= MAX_DURATION,
  'out_of_range',
);
/** Moments that every screen can write as a date. */
const LATEST = Date.UTC(2100, 0);
const start = instantSchema.refine((ms) => ms >= 0 && ms < LATEST, 'out_of_range');

/** What organisers write of the forum itself. */
export const forumInput = z.strictObject({
  title,
  theme: title,
  venue: title,
  startsAt: start,
  organisations: z
    .array(z.strictObject({ name: title, part: z.enum(ORGANISATION_PARTS) }))
    .max(LIST_LIMIT, 'too_many'),
  topics: lines,
  areas: z
    .array(words(AREA_LIMIT))
    .max(LIST_LIMIT, 'too_many')
    .refine((areas) => new Set(areas).size === areas.length, 'twice'),
  scope: lines,
  rules: lines,
  safety: lines,
  staffSafety: lines,
  moderation: z.enum(MODERATION_MODES),
});
/** Sets the fields that are given and leaves the others; two organisers do not undo each other. */
export const editForum = z.strictObject({
  type: z.literal('editForum'),
  fields: forumInput.partial(),
});
export const departmentInput = z.strictObject({
  id,
  name: title,
  head: id.nullable(),
  present: z.boolean(),
  keywords: z.array(words(20)).max(LIST_LIMIT, 'too_many'),
});
/** Adds a department, or replaces the one with this id. */
export const putDepartment = z.strictObject({
  type: z.literal('putDepartment'),
  department: departmentInput,
});
export const removeDepartment = z.strictObject({
  type: z.literal('removeDepartment'),
  department: id,
});
export const speakerInput = z.strictObject({
  id,
  name: words(20),
  office: line,
  department: line,
});
/** Adds a speaker, or replaces the one with this id. */
export const putSpeaker = z.strictObject({ type: z.literal('putSpeaker'), speaker: speakerInput });
export const removeSpeaker = z.strictObject({ type: z.literal('removeSpeaker'), speaker: id });
export const itemInput = z.strictObject({
  id,
  stage: z.enum(STAGES),
  title,
  plannedDuration: planLength,
  talks: z
    .array(z.strictObject({ speaker: id, topic: optional(LINE_LIMIT), limit: planLength }))
    .max(LIST_LIMIT, 'too_many')
    // A talk is started by naming its speaker.
    .refine((talks) => new Set(talks.map(({ speaker }) => speaker)).size === talks.length, 'twice'),
  owner: optional(LINE_LIMIT),
  note: optional(NOTE_LIMIT),
});
/** Adds an item before `before` (null: at the end), or replaces the one with this id where it stands. */
export const putAgendaItem = z.strictObject({
  type: z.literal('putAgendaItem'),
  item: itemInput,
  before: id.nullable(),
});
export const moveAgendaItem = z.strictObject({
  type: z.literal('moveAgendaItem'),
  item: id,
  before: id.nullable(),
});
export const removeAgendaItem = z.strictObject({ type: z.literal('removeAgendaItem'), item: id });

export const agendaCommands = [
  startAgendaItem,
  editForum,
  putDepartment,
  removeDepartment,
  putSpeaker,
  removeSpeaker,
  putAgendaItem,
  moveAgendaItem,
  removeAgendaItem,
] as const;

/** How long an item has been held by `now`, the time between two openings left out; 0 before it begins. */
export function heldFor(
  { startedAt, endedAt, reopened }: Pick<AgendaItem, 'startedAt' | 'endedAt' | 'reopened'>,
  now: Instant,
): Duration {
  if (startedAt === null) return duration(0);
  const { since, heldBefore } = reopened ?? { since: startedAt, heldBefore: duration(0) };
  return duration(heldBefore + Math.max(0, between(since, endedAt ?? now)));
}

export interface Forecast {
  readonly plannedEnd: Instant;
  readonly end: Instant;
  /** Positive when late. */
  readonly delay: Duration;
}

/** When the day will end if every item still to come takes its planned time; null for an empty agenda. */
export function forecast(agenda: AgendaView, now: Instant): Forecast | null {
  const last = agenda.items[agenda.items.length - 1];
  if (!last) return null;
  const plannedEnd = after(last.plannedStart, last.plannedDuration);
  const index = agenda.items.findIndex((item) => item.id === agenda.current);
  const current = agenda.items[index];
  let end: number;
  if (!current?.startedAt) {
    const first = agenda.items[0] ?? last;
    end = Math.max(plannedEnd, plannedEnd + between(first.plannedStart, now));
  } else {
    const left = Math.max(0, current.plannedDuration - heldFor(current, now));
    end = now + left;
    for (const item of agenda.items.slice(index + 1)) end += item.plannedDuration;
  }
  return { plannedEnd, end: end as Instant, delay: duration(end - plannedEnd) };
}
