/** What each role sees of polls. Every view is built up, field by field; none joins a ballot to a voter. */
import {
  BREAKDOWN_FROM,
  CLOUD_SHOWN,
  type CloudWord,
  type DeskPollText,
  type PollPart,
  type PollResult,
  type PollView,
  type PollsView,
} from '@wenzheng/shared/forum/polls';
import { isWritten, type BallotChoice } from '@wenzheng/shared/forum/poll-form';
import {
  documentView,
  ownKey,
  type CollectionView,
  type DocumentView,
  type Sight,
} from '../../engine/views';
import { wordKey } from './answers';
import { electorateOf } from './electorate';
import { draftOf } from './prepared';
import type { BallotRow, PollRow, PollTally } from './state';
import { emptyTally, together } from './tally';

const pollViewOf = (row: PollRow): PollView => ({
  ...draftOf(row),
  ...{ round: row.round, state: row.state, shown: row.shown, openedAt: row.openedAt },
});

const current = ({ state }: Sight): PollRow | undefined => state.polls.get(state.poll.value ?? '');

export const pollDocument = documentView({
  reads: ['polls', 'poll'],
  build: (sight): PollView | null => {
    const row = current(sight);
    return row ? pollViewOf(row) : null;
  },
});

export const pollsDocument = documentView({
  reads: ['polls'],
  build: ({ state }): PollsView => {
    const rows = [...state.polls.entries()].map(([, row]) => row);
    const held = (row: PollRow): number => row.openedAt ?? 0;
    const inOrder = rows.sort((a, b) => held(a) - held(b));
    return { polls: inOrder.map((row) => ({ ...pollViewOf(row), closedAt: row.closedAt })) };
  },
});

const copy = ({ voters, counts, points }: PollPart): PollPart => ({
  voters,
  counts: [...counts],
  points: [...points],
});

/** Few are as good as named; and who knows the sum knows the others. */
const apart = (part: PollPart, other: PollPart): PollPart | null =>
  part.voters >= BREAKDOWN_FROM && other.voters >= BREAKDOWN_FROM ? copy(part) : null;

/** Word of a cloud → whether a desk has it shown. */
function rulingsOn({ state, words }: Sight, poll: string): ReadonlyMap<string, boolean> {
  const rulings = new Map<string, boolean>();
  for (const [, ruling] of state.cloudRulings.entries())
    if (ruling.poll === poll) rulings.set(wordKey(words(ruling.word)), ruling.shown);
  return rulings;
}

/** The words of a cloud as a desk has ruled, or else as they look. */
function wordsOf(sight: Sight, poll: string): readonly CloudWord[] {
  const rulings = rulingsOn(sight, poll);
  return sight.pollAnswers
    .words(poll)
    .map(({ id, text, count, held }) => ({ text, count, shown: rulings.get(id) ?? !held }));
}

interface Told {
  /** For who leads the forum, who sees everything at any time. */
  readonly leading: boolean;
  /** How many could vote is told while they do. */
  readonly turnout: boolean;
}

function resultOf(sight: Sight, row: PollRow, { leading, turnout }: Told): PollResult {
  const { state, pollAnswers, words, attendance } = sight;
  const tally: PollTally = state.pollTallies.get(row.id) ?? emptyTally(row);
  const total = together(tally);
  const told = leading || row.shown;
  const seen = told ? wordsOf(sight, row.id) : [];
  const texts = told && row.kind === 'text' ? pollAnswers.approved(row.id) : [];
  const soFar = turnout ? electorateOf(state, row, attendance.present) : null;
  return {
    poll: row.id,
    voters: total.voters,
    of: row.state === 'closed' ? row.electorate : soFar,
    total: told && !isWritten(row.kind) ? total : null,
    hall: told ? apart(tally.hall, tally.online) : null,
    online: told ? apart(tally.online, tally.hall) : null,
    words: leading ? [...seen] : seen.filter(({ shown }) => shown).slice(0, CLOUD_SHOWN),
    texts: texts.flatMap((id) => {
      const text = state.pollTexts.get(id);
      return text ? [{ id, text: words(text.text) }] : [];
    }),
  };
}

/** What a desk takes away is gone at once. */
const READS = ['polls', 'poll', 'cloudRulings', 'rudeWords', 'pollTextsShown'] as const;
const TALLIES = ['pollTallies', 'pollTexts'] as const;
/** What decides how many could vote. */
const ELECTORATE = ['presence', 'standings', 'tickets', 'ticketBatches'] as const;

const resultDocument = (leading: boolean): DocumentView<PollResult | null> =>
  documentView({
    reads: READS,
    tallies: [...TALLIES, ...ELECTORATE],
    build: (sight) => {
      const row = current(sight);
      return row ? resultOf(sight, row, { leading, turnout: true }) : null;
    },
  });

export const leadingPollDocument = resultDocument(true);
export const shownPollDocument = resultDocument(false);

/** Phones are told what came out, or comes out, once everyone is; until then nothing, not every vote. */
export const publicPollDocument = documentView({
  reads: READS,
  tallies: TALLIES,
  build: (sight): PollResult | null => {
    const row = current(sight);
    return row?.shown ? resultOf(sight, row, { leading: false, turnout: false }) : null;
  },
});

const pollOf = (row: unknown): string => (row as { readonly poll: string } | undefined)?.poll ?? '';

/** Of every poll that is closed, for who leads the forum. */
export const pollResultsCollection: CollectionView<PollResult> = {
  reads: {
    polls: ownKey,
    pollTexts: (id, before, { state }) => [pollOf(state.pollTexts.get(id) ?? before)],
    cloudRulings: (id, before, { state }) => [pollOf(state.cloudRulings.get(id) ?? before)],
    rudeWords: () => 'all',
  },
  tallies: { pollTallies: ownKey },
  window: null,
  all: ({ state }) => [...state.polls.entries()].map(([id]) => id),
  build: (sight, id) => {
    const row = sight.state.polls.get(id);
    return row?.state === 'closed'
      ? resultOf(sight, row, { leading: true, turnout: true })
      : undefined;
  },
};

export const pollTextsCollection: CollectionView<DeskPollText> = {
  reads: { pollTexts: ownKey },
  tallies: { pollTextWindow: ownKey },
  window: null,
  all: ({ pollAnswers }) => pollAnswers.desk(),
  build: ({ state, pollAnswers, words }, id) => {
    const row = state.pollTexts.get(id);
    if (!row || !pollAnswers.onDesk(id)) return undefined;
    return {
      ...{ poll: row.poll, text: words(row.text), state: row.state },
      department: row.department,
    };
  },
};

/** A device's own ballot; an empty text if its words were erased. */
export function myBallotView({ state, words }: Sight, { choices, text }: BallotRow): BallotChoice {
  const row = text === null ? undefined : state.pollTexts.settled(text);
  if (text === null) return { choices: [...choices] };
  return { text: row ? words(row.text) : '' };
}

/** All ballots that count in a poll, with what everyone may read of what was written. */
export function everyonesBallots(
  sight: Sight,
  { id, kind }: PollRow,
): { choices: readonly number[]; text: string; hall: boolean }[] {
  const { state } = sight;
  const rulings = rulingsOn(sight, id);
  const isShown = (word: string): boolean =>
    rulings.get(wordKey(word)) ?? !sight.pollAnswers.isHeld(word);
  return [...state.ballots.entries()].flatMap(([, own]) => {
    const ballot = own[id];
    if (!ballot) return [];
    const { choices, hall } = ballot;
    const row = state.pollTexts.get(ballot.text ?? '');
    const written = row ? sight.words(row.text) : '';
    const isRead = kind === 'cloud' ? isShown(written) : row?.state === 'approved';
    return [{ choices, text: isRead ? written : '', hall }];
  });
}
