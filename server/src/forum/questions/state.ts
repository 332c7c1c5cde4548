import type {
  DeclineReason,
  Deflection,
  DeflectionReason,
  DeflectionSuggestion,
  QuestionState,
  Source,
} from '@wenzheng/shared/forum/questions';
import { HALL_SHARE, type HallShare, type PickStanding } from '@wenzheng/shared/forum/picking';
import type { Zone } from '@wenzheng/shared/forum/access';
import type { CalendarDate } from '@wenzheng/shared/time/working-days';
import { instant, type Instant } from '@wenzheng/shared/time/instant';
import type { RecordedVote } from '../../engine/rooms';
import { Cell, Table } from '../../engine/store';
import type { WordRef } from '../../journal/entry';
import type { CommitmentRow, Written } from '../floor';
import { microphoneTables, type MicrophoneEntries } from './microphone/state';
import type { Supported } from './supported';

/** How a question was answered, as a desk wrote it down. */
export interface AnswerRow {
  readonly notes: WordRef;
  readonly commitment: CommitmentRow | null;
}

export interface QuestionRow {
  readonly id: string;
  /** Running number in the forum, from 1; what people call it by. */
  readonly number: number;
  readonly text: WordRef;
  /** The asker's own words, if a desk has put others in their place. */
  readonly original: WordRef | null;
  readonly name: WordRef | null;
  readonly source: Source;
  readonly serial: string | null;
  readonly department: string | null;
  readonly suggestedDepartment: string | null;
  /** Where the asker lives, as the list of areas called it then. */
  readonly area: string | null;
  /** One of the forum's topics, as their list called it then: as said, and as the words say. */
  readonly topic: string | null;
  readonly suggestedTopic: string | null;
  /** Number of the person who asked it at the microphone. */
  readonly mic: number | null;
  readonly tracking: string;
  /** Where the kiosk stands that it came by. */
  readonly zone: Zone | null;
  /** Pseudonym of the asking device; null for what volunteers logged. */
  readonly asker: string | null;
  readonly state: QuestionState;
  readonly history: readonly { readonly state: QuestionState; readonly at: Instant }[];
  readonly declined: { readonly reason: DeclineReason; readonly note: WordRef | null } | null;
  readonly deflection: Deflection | null;
  readonly official: string | null;
  /** All who have answered, in the order in which they had the floor. */
  readonly answerers: readonly string[];
  readonly notes: WordRef | null;
  readonly commitment: CommitmentRow | null;
  /** Null while there are no notes. */
  readonly written: Written<AnswerRow> | null;
  /** A desk has said that nothing in its words needs to be covered. */
  readonly unmasked: boolean;
  /** While its state is `merged`: the question that it counts for. */
  readonly mergedInto: string | null;
  /** It joined the queue before anybody looked at it. */
  readonly reviewToCome: boolean;
  /** Number of the entry that last put down words of it: the question itself, or the notes of its answer. */
  readonly revision: number;
}

/** One pick: where the question stood then, and when it was. */
interface PickRow extends PickStanding {
  readonly at: Instant;
  /** Number of its entry. */
  readonly entry: number;
}

export interface QuestionEntries extends MicrophoneEntries {
  questionAsked: Pick<
    QuestionRow,
    | 'number'
    | 'text'
    | 'name'
    | 'source'
    | 'serial'
    | 'department'
    | 'suggestedDepartment'
    | 'tracking'
    | 'asker'
  > & {
    question: string;
    /** The first entries of this kind were without these. */
    zone?: Zone;
    area?: string | null;
    topic?: string | null;
    suggestedTopic?: string | null;
    mic?: number | null;
  };
  questionSupported: RecordedVote & { question: string; on: boolean };
  /** The first entries of these two kinds were without a topic. */
  questionScreened: { question: string; department: string | null; topic?: string | null };
  questionQueued: { question: string; reviewToCome?: true };
  questionReviewed: { question: string; department: string | null; topic?: string | null };
  questionDeclined: { question: string; reason: DeclineReason; note: WordRef | null };
  /** The first entries of this kind were without the standing. */
  questionPicked: { question: string; suggestion: DeflectionSuggestion; standing?: PickStanding };
  hallShareSet: { every: HallShare };
  /** The seed of what phones are shown by chance; null: everyone is told the counts. */
  countsHiddenSet: { seed: number | null };
  answerStarted: { question: string; official: string };
  answerJoined: { question: string; official: string };
  questionAnswered: { question: string; notes: WordRef | null };
  questionEdited: { question: string; text: WordRef };
  questionWithdrawn: { question: string };
  questionMasked: { question: string; on: boolean };
  rudeWordsPut: { words: string[] };
  questionMerged: { question: string; into: string; since: Instant };
  questionSeparated: { question: string };
  notesCompleted: AnswerRow & { question: string; why?: WordRef };
  questionDeflected: {
    question: string;
    reason: DeflectionReason;
    department: string;
    due: CalendarDate;
  };
  deflectionAmended: {
    question: string;
    reason: DeflectionReason;
    department: string;
    due: CalendarDate;
  };
}

export const questionTables = () => ({
  ...microphoneTables(),
  questions: new Table<QuestionRow>('questions'),
  /** Question → those merged into it. */
  mergedFrom: new Table<readonly string[]>('mergedFrom'),
  /** Question → how many support it, or one merged into it; no row while it is merged itself. */
  counts: new Table<number>('counts'),
  /** Question → how many of them are in the hall. */
  hallCounts: new Table<number>('hallCounts'),
  /** Voters who were in the hall when they last voted: what they support counts there. */
  hallVoters: new Table<true>('hallVoters', { ordered: false }),
  /** Voter → questions supported, each by the name under which it was. */
  supports: new Table<Supported>('supports', { ordered: false }),
  /** Asker → own questions. */
  askers: new Table<readonly string[]>('askers'),
  /** Serial number of a slip, as `serialNamed` has it → question. */
  serials: new Table<string>('serials', { ordered: false }),
  /** Tracking code → question. */
  trackingCodes: new Table<string>('trackingCodes'),
  /** The question that the hall is dealing with, or the one just deflected. */
  currentQuestion: new Cell<string | null>('currentQuestion', null),
  /** Null: the words that the product brings along. */
  rudeWords: new Cell<readonly string[] | null>('rudeWords', null),
  suggestion: new Cell<DeflectionSuggestion | null>('suggestion', null),
  /** Question → how it was picked. */
  picks: new Table<PickRow>('picks'),
  /** Only staff are told how many support what, phones are shown questions by this chance; null: everyone is. */
  countsHidden: new Cell<number | null>('countsHidden', null),
  hallShare: new Cell<{ readonly every: HallShare }>('hallShare', { every: HALL_SHARE }),
  /** How many from elsewhere were picked since the last that was asked in the hall. */
  pickedSinceHall: new Cell<number>('pickedSinceHall', 0),
});

const OPEN: ReadonlySet<QuestionState> = new Set<QuestionState>(['screened', 'queued']);
const PUBLIC: ReadonlySet<QuestionState> = new Set<QuestionState>([
  'screened',
  'queued',
  'on_floor',
  'answered',
  'deflected',
]);

export const isOpen = (question: QuestionRow): boolean => OPEN.has(question.state);
/** Everyone could see it once. */
export const wasOpen = ({ history }: QuestionRow): boolean =>
  history.some(({ state }) => OPEN.has(state));
/** May everyone see it? Before screening, and when not taken up, only its asker and staff may. */
export const isPublic = (question: QuestionRow): boolean =>
  PUBLIC.has(question.state) || (question.state === 'deferred' && wasOpen(question));

/** Nobody has looked at it yet, whether or not it has joined the queue. */
export const isUnseen = ({ state, reviewToCome }: QuestionRow): boolean =>
  state === 'submitted' || (reviewToCome && OPEN.has(state));
/** It was answered, and nobody has written down how. */
export const isToWriteDown = ({ state, notes }: QuestionRow): boolean =>
  state === 'answered' && notes === null;
/** The same once somebody has. */
export const isWrittenDown = ({ state, notes }: QuestionRow): boolean =>
  state === 'answered' && notes !== null;
/** When it last came into `state`; if it never did, when it was asked. */
export const cameInto = ({ history }: QuestionRow, state: QuestionState): Instant =>
  (history.findLast((step) => step.state === state) ?? history[0])?.at ?? instant(0);
