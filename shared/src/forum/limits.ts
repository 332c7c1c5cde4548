/** How long people speak on the floor, and how long what they promise may take. */
import { minutes } from '../time/instant';

export const ASKING_LIMIT = minutes(1);
export const ANSWER_LIMIT = minutes(5);
/** Of whoever speaks up in the turn of another; the host can add to it. */
export const INTERJECTION_LIMIT = minutes(1);
/** Of each side in an exchange, unless the host sets another. */
export const EXCHANGE_QUOTA = minutes(3);

/** Working days until an answer or a promise is due, unless somebody sets another date. */
export const REPLY_WITHIN = 5;
