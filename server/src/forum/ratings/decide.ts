import { accept, refuse, type Decides } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { answerTo, exchangeAnswer, type RatingRow } from './state';

export const decideRatings: Decides<'rateAnswer' | 'setRating'> = {
  rateAnswer: (state, { answer, face }, { vote }) => {
    const rated = state.rating.value;
    if (!vote || rated?.answer !== answer || !rated.open) return refuse('ratings.closed');
    return accept({ type: 'answerRated', data: { answer, face, ...vote } });
  },

  setRating: (state, { answer, open }) => {
    const rated = state.rating.value;
    if (!open && rated?.answer !== answer) return refuse('ratings.closed');
    if (rated?.answer === answer && rated.open === open) return accept();
    const about = answered(state, answer);
    return about
      ? accept({ type: 'ratingSet', data: { answer, ...about, open } })
      : refuse('ratings.no_answer');
  },
};

/** What `answer` names, once it has been given. */
function answered(state: ForumState, answer: string): Pick<RatingRow, 'kind' | 'number'> | null {
  const id = answer.slice(1);
  const question = answer === answerTo(id) ? state.questions.get(id) : undefined;
  if (question?.state === 'answered') return { kind: 'question', number: question.number };
  const exchange = answer === exchangeAnswer(id) ? state.exchanges.get(id) : undefined;
  return exchange && exchange.endedAt !== null
    ? { kind: 'exchange', number: exchange.number }
    : null;
}
