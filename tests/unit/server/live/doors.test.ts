import { Doors } from '@wenzheng/server/src/live/doors';
import { expect, it } from 'vitest';

/** Doors whose turns of the loop are run by hand, and who has come through them. */
function setUp(): { doors: Doors; turns: (() => void)[]; inside: number[] } {
  const turns: (() => void)[] = [];
  return { doors: new Doors((run) => turns.push(run)), turns, inside: [] };
}

/** Runs turns until nobody waits for one; answers how many were run. */
function runTurns(turns: (() => void)[]): number {
  let run = 0;
  for (let turn = turns.shift(); turn; turn = turns.shift(), run += 1) {
    expect(turns).toEqual([]);
    turn();
  }
  return run;
}

it('lets a crowd in one by one, in the order in which they came, and has turns left for others', () => {
  const { doors, turns, inside } = setUp();
  for (let phone = 0; phone < 1_000; phone += 1) doors.pass(() => inside.push(phone));
  expect(inside).toEqual([]);
  expect(runTurns(turns)).toBeGreaterThanOrEqual(4_000);
  expect(inside).toEqual(Array.from({ length: 1_000 }, (_, phone) => phone));
});

it('lets whoever comes alone in within a few turns, again and again', () => {
  const { doors, turns, inside } = setUp();
  for (const phone of [1, 2, 3]) {
    doors.pass(() => inside.push(phone));
    expect(runTurns(turns)).toBeLessThanOrEqual(10);
    expect(inside.at(-1)).toBe(phone);
  }
});

it('lets in those who come while another goes in', () => {
  const { doors, turns, inside } = setUp();
  doors.pass(() => {
    inside.push(1);
    doors.pass(() => inside.push(2));
  });
  runTurns(turns);
  expect(inside).toEqual([1, 2]);
});
