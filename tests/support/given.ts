/** Given these entries, when this command: a small forum, and how a table of decisions is tried on it. */
import type { NewEntry } from '@wenzheng/server/src/engine/entries';
import { decide } from '@wenzheng/server/src/engine/decide';
import { evolveCommand } from '@wenzheng/server/src/engine/evolve';
import type { Decision } from '@wenzheng/server/src/engine/rooms';
import { emptyState, settle, type ForumState } from '@wenzheng/server/src/engine/state';
import type { Shown } from '@wenzheng/server/src/forum/admission/index';
import type { AgendaEntries } from '@wenzheng/server/src/forum/agenda/index';
import type { StoredFile } from '@wenzheng/server/src/forum/media/index';
import type { QuestionEntries } from '@wenzheng/server/src/forum/questions/index';
import type { Actor, Entry } from '@wenzheng/server/src/journal/entry';
import type { Zone } from '@wenzheng/shared/forum/access';
import type { AgendaItem, Stage } from '@wenzheng/shared/forum/agenda';
import {
  commandSchema,
  type CommandInput,
  type CommandType,
} from '@wenzheng/shared/forum/commands';
import { after, instant, minutes, seconds, type Instant } from '@wenzheng/shared/time/instant';
import type { CalendarDate } from '@wenzheng/shared/time/working-days';

/** 10:00 in China on Friday, 15 January 2027. */
export const START = instant(Date.UTC(2027, 0, 15, 2));
export const HOST: Actor = { role: 'host', id: 'host-1' };
export const PHONE: Actor = { role: 'audience', id: 'asker-1' };
export const DUE = '2027-01-22' as CalendarDate;
export const moment = (second: number): Instant => after(START, seconds(second));

/** An item of ten minutes, the one after so many others. */
const item = (place: number, stage: Stage, talks: AgendaItem['talks'] = []): AgendaItem => ({
  id: stage,
  stage,
  title: stage,
  plannedStart: after(START, minutes(10 * place)),
  plannedDuration: minutes(10),
  startedAt: null,
  endedAt: null,
  reopened: null,
  talks,
});
const talk = (speaker: string) => ({ speaker, topic: `topic of ${speaker}`, limit: minutes(5) });
const speaker = (id: string) => ({ id, name: id, office: 'head', department: 'department' });

export const FORUM: AgendaEntries['forumCreated'] = {
  forum: {
    id: 'f1',
    title: 'Forum',
    theme: 'Theme',
    venue: 'Square',
    startsAt: START,
    organisations: [],
    departments: [
      { id: 'water', name: 'Water', head: 'li', present: true, keywords: ['自来水'] },
      { id: 'roads', name: 'Roads', head: null, present: false, keywords: ['路灯'] },
    ],
    speakers: [speaker('li'), speaker('wang')],
    topics: ['lifts'],
    areas: ['East', 'West'],
    scope: ['housing'],
    rules: ['one question each'],
    safety: ['exits to the east'],
    staffSafety: ['volunteers to the east gate'],
    moderation: 'pre',
  },
  items: [
    item(0, 'opening'),
    item(1, 'policy_talk', [talk('li'), talk('wang')]),
    item(2, 'qa'),
    item(3, 'closing'),
  ],
  notes: [{ item: 'opening', owner: 'Zhao', note: 'ring the bell' }],
};

/** One command that was accepted: what it recorded, when, and of which type it was. */
export interface Done {
  readonly at: number;
  readonly type: CommandType | null;
  readonly by: Actor | null;
  readonly entries: readonly NewEntry[];
}
/** Recorded `at` so many seconds after the start, by a command of the host. */
export const done = (at: number, type: CommandType, ...entries: NewEntry[]): Done => ({
  at,
  type,
  by: HOST,
  entries,
});
export const forumMade: Done = {
  at: 0,
  type: null,
  by: HOST,
  entries: [{ type: 'forumCreated', data: FORUM }],
};

/** Numbers the entries as the engine does. */
export function numbered(commands: readonly Done[]): Entry[] {
  const entries: Entry[] = [];
  commands.forEach(({ at, type, by, entries: news }, index) => {
    const first = entries.length + 1;
    for (const entry of news) {
      entries.push({
        ...{ v: 1, forum: 'f1', seq: entries.length + 1, first, at: moment(at), actor: by },
        command: type && { id: ['given', index + 1], type },
        ...entry,
      });
    }
  });
  return entries;
}

/** The state after the forum was made and `commands` were recorded. */
export function given(...commands: readonly Done[]): ForumState {
  const state = emptyState();
  const entries = numbered([forumMade, ...commands]);
  for (const { first } of entries.filter((entry) => entry.seq === entry.first)) {
    evolveCommand(
      state,
      entries.filter((entry) => entry.first === first),
    );
  }
  settle(state);
  return state;
}

interface Circumstances {
  readonly at?: number;
  readonly by?: Actor;
  readonly inHall?: boolean;
  readonly byTicket?: boolean;
  readonly present?: number;
  readonly zone?: Zone;
  readonly shown?: Shown;
  /** A picture came with the command. */
  readonly pictured?: boolean;
  /** A file came before it. */
  readonly file?: StoredFile;
}

/** What decide answers `at` so many seconds. */
export function decision(
  state: ForumState,
  input: CommandInput,
  {
    at = 100,
    by = HOST,
    inHall = false,
    byTicket = false,
    present = 0,
    zone,
    ...came
  }: Circumstances = {},
): Decision {
  let kept = 0;
  return decide(state, commandSchema.parse(input), {
    now: moment(at),
    actor: by,
    vote:
      by.role === 'audience'
        ? { voter: 'voter-1', counter: 1, ...(inHall && { hall: true }) }
        : null,
    byTicket,
    present,
    whereabouts: { inHall, zone: zone ?? null, name: 'tablet' },
    shown: came.shown ?? null,
    random: (length) => new Uint8Array(length),
    file: came.file ?? null,
    keepPicture: () => (came.pictured ? { id: 'picture-1', commitment: 'picture' } : null),
    keep: (text) => ({ id: `word-${(kept += 1)}`, commitment: text }),
    read: ({ commitment }) => commitment,
  });
}

/** The same in short: the entries, or the code of the refusal. */
export function when(
  state: ForumState,
  input: CommandInput,
  circumstances: Circumstances = {},
): readonly NewEntry[] | string {
  const answer = decision(state, input, circumstances);
  return answer.ok ? answer.entries : answer.code;
}

type Asked = QuestionEntries['questionAsked'];
/** Question `number`, asked in words that `text` names. */
export const asked = (number: number, fields: Partial<Asked> = {}): NewEntry => ({
  type: 'questionAsked',
  data: {
    question: String(number),
    number,
    text: { id: `text-${number}`, commitment: 'asked' },
    name: null,
    source: 'phone',
    serial: null,
    department: null,
    area: null,
    mic: null,
    suggestedDepartment: null,
    topic: null,
    suggestedTopic: null,
    tracking: `CODE-${number}`,
    asker: PHONE.id,
    ...fields,
  },
});
const queuing = (question: string): NewEntry[] => [
  { type: 'questionScreened', data: { question, department: 'water' } },
  { type: 'questionQueued', data: { question } },
];
/** Questions `numbers`, asked and in the queue. */
export const queued = (...numbers: number[]): Done[] =>
  numbers.flatMap((number) => [
    { at: number, type: 'askQuestion', by: PHONE, entries: [asked(number)] },
    done(number, 'screenQuestion', ...queuing(String(number))),
  ]);
const STANDING = { manner: 'first', support: 0, rank: 1, among: 1, waited: seconds(20) } as const;
export const pickedAt = (at: number, question: string, limit = minutes(1)): Done =>
  done(
    at,
    'pickQuestion',
    {
      type: 'questionPicked',
      data: {
        question,
        suggestion: { question, reason: 'out_of_scope', department: 'water', due: DUE },
        standing: STANDING,
      },
    },
    { type: 'floorGiven', data: { phase: 'asking', subject: question, speaker: null, limit } },
  );
export const itemStarted = (at: number, id: string): Done =>
  done(at, 'startAgendaItem', { type: 'agendaItemStarted', data: { item: id } });
export const talkStarted = (at: number, by = 'li'): Done =>
  done(at, 'startTalk', {
    type: 'talkStarted',
    data: { item: 'policy_talk', index: by === 'li' ? 0 : 1, speaker: by, limit: minutes(5) },
  });

/** `command` as a desk sends it to which `state` is shown: it names the words that it replaces. */
export function seeing(state: ForumState, command: CommandInput): CommandInput {
  if (command.type === 'recordOutcome')
    return { ...command, from: state.exchanges.get(command.exchange)?.revision ?? 0 };
  if (command.type !== 'completeNotes' && command.type !== 'editQuestion') return command;
  return { ...command, from: state.questions.get(command.question)?.revision ?? 0 };
}
