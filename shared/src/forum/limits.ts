/** How long people speak when a question is on the floor. */
import { minutes } from '../time/instant';

export const ASKING_LIMIT = minutes(1);
export const ANSWER_LIMIT = minutes(5);
