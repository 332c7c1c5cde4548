/** When a phone may say that it does not follow; free of zod, so that phones can load it. */
import { minutes } from '../time/instant';
import type { FloorView } from './floor';

/** A device says it once in so long. */
export const UNCLEAR_EVERY = minutes(1);

/** Whoever explains something to the hall; a citizen who speaks is not marked. */
export const isExplained = ({ phase }: Pick<FloorView, 'phase'>): boolean =>
  phase === 'speaking' || phase === 'answering' || phase === 'official';
