import { describe, expect, it } from 'vitest';
import { duration, minutes, seconds } from '@wenzheng/shared/time/instant';
import { mayTake, setBackChoices } from '../../../console/src/screens/floor/clock-choices';

describe('what the host may do to a clock', () => {
  it.each([
    ['plenty left', minutes(5), minutes(3), true],
    ['just a minute left', minutes(5), minutes(1), true],
    ['less than a minute left', minutes(5), seconds(59), false],
    ['overtime', minutes(5), seconds(-20), false],
    ['a limit that would fall below ten seconds', seconds(65), seconds(65), false],
  ])('taking a minute with %s', (_what, limit, remaining, may) => {
    expect(mayTake({ limit }, remaining, minutes(1))).toBe(may);
  });

  it.each([
    [0, [1, 2, 5]],
    [1, [1, 2]],
    [3, [1, 2]],
    [4, [1]],
    [5, []],
  ])('after setting back %i minutes offers %j', (already, choices) => {
    expect(setBackChoices(duration(minutes(already)))).toEqual(choices);
  });
});
