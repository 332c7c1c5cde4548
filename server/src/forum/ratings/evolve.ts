import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import {
  answerTo,
  exchangeAnswer,
  NO_RATINGS,
  type OwnRating,
  type RatingRow,
  type RatingTally,
} from './state';

function add(tally: RatingTally, { face, hall }: OwnRating, by: 1 | -1): RatingTally {
  const part = hall ? 'hall' : 'online';
  return { ...tally, [part]: { ...tally[part], [face]: tally[part][face] + by } };
}

function setOwn(state: ForumState, voter: string, answer: string, rating: OwnRating | null): void {
  const { [answer]: before, ...others } = state.ratings.get(voter) ?? {};
  state.ratings.put(voter, rating ? { ...others, [answer]: rating } : others);
  let tally = state.ratingTallies.get(answer) ?? NO_RATINGS;
  if (before) tally = add(tally, before, -1);
  state.ratingTallies.put(answer, rating ? add(tally, rating, 1) : tally);
}

/** What a phone said before it came by its ticket becomes the ticket's; where both did, the ticket's stands. */
function carryRatings(state: ForumState, from: string, to: string): void {
  const earlier = state.ratings.get(from);
  if (!earlier) return;
  const own = state.ratings.get(to) ?? {};
  for (const [answer, rating] of Object.entries(earlier)) {
    setOwn(state, from, answer, null);
    if (!own[answer]) setOwn(state, to, answer, rating);
  }
  state.ratings.remove(from);
}

const open = (state: ForumState, row: Omit<RatingRow, 'open'>): void =>
  state.rating.set({ ...row, open: true });
function end(state: ForumState): void {
  if (state.rating.value) state.rating.set(null);
}

/**
 * Runs after floor and questions have taken in the same entry. An answer is rated until the next one ends, or
 * the item of the day.
 */
export const evolveRatings: Evolves = {
  agendaItemStarted: end,
  forumClosed: end,
  questionAnswered: (state, { data: { question } }) => {
    const row = state.questions.get(question);
    if (row) open(state, { answer: answerTo(question), kind: 'question', number: row.number });
  },
  turnEnded: (state, { data: { turn } }) => {
    // A turn has the number of its entry, and an exchange is called by it.
    const id = String(turn);
    const row = state.exchanges.get(id);
    if (row) open(state, { answer: exchangeAnswer(id), kind: 'exchange', number: row.number });
  },
  ratingSet: (state, { data: { answer, kind, number, open: isOpen } }) =>
    state.rating.set({ answer, kind, number, open: isOpen }),
  answerRated: (state, { data: { voter, stream, hall, answer, face } }) => {
    if (stream !== undefined) carryRatings(state, stream, voter);
    setOwn(state, voter, answer, { face, hall: hall ?? false });
  },
};
