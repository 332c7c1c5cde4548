/** Which answers can be rated: those that have been given. */
import type { RatedTotals } from '@wenzheng/shared/forum/ratings';
import type { ForumState } from '../../engine/state';
import { addFaces, answerTo, exchangeAnswer, facesIn, NO_FACES, type RatingRow } from './state';

type Tables = Pick<ForumState, 'questions' | 'exchanges' | 'rating' | 'ratingTallies'>;

/** What `answer` names, once it has been given. */
export function given(
  { questions, exchanges }: Pick<Tables, 'questions' | 'exchanges'>,
  answer: string,
): Pick<RatingRow, 'kind' | 'number'> | null {
  const id = answer.slice(1);
  const question = answer === answerTo(id) ? questions.get(id) : undefined;
  if (question?.state === 'answered') return { kind: 'question', number: question.number };
  const exchange = answer === exchangeAnswer(id) ? exchanges.get(id) : undefined;
  return exchange && exchange.endedAt !== null
    ? { kind: 'exchange', number: exchange.number }
    : null;
}

/** What was said of all answers together; of the one that is still being rated nothing is told. */
export function ratedTotals(tables: Tables): RatedTotals {
  const rated = tables.rating.value;
  let answers = 0;
  let faces = NO_FACES;
  // One row an answer: there are no more of them than a day has room for.
  for (const [answer, { hall, online }] of tables.ratingTallies.entries()) {
    const said = addFaces(hall, online);
    if (facesIn(said) === 0 || (rated?.open && rated.answer === answer)) continue;
    if (!given(tables, answer)) continue;
    answers += 1;
    faces = addFaces(faces, said);
  }
  return { answers, faces };
}
