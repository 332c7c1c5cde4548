import { accept, refuse, type Decides } from '../../engine/rooms';
import { given } from './given';

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
    const about = given(state, answer);
    return about
      ? accept({ type: 'ratingSet', data: { answer, ...about, open } })
      : refuse('ratings.no_answer');
  },
};
