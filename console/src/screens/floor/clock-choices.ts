/** What the hub would grant of a clock, so that the host is not offered what it must refuse. */
import { SET_BACK_MAX } from '@wenzheng/shared/forum/floor';
import type { Clock } from '@wenzheng/shared/time/countdown';
import { minutes, seconds, type Duration } from '@wenzheng/shared/time/instant';

/** No limit goes below this. */
const SHORTEST = seconds(10);

/** May `by` be taken from the limit, with `remaining` left? Nobody is put into overtime by a press. */
export const mayTake = (clock: Pick<Clock, 'limit'>, remaining: Duration, by: Duration): boolean =>
  remaining >= by && clock.limit - by >= SHORTEST;

const STEPS = [1, 2, 5];

/** By how many minutes the start may still go back, `already` having gone. */
export const setBackChoices = (already: Duration): number[] =>
  STEPS.filter((step) => already + minutes(step) <= SET_BACK_MAX);
