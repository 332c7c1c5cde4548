import { Doors, type Comer } from '@wenzheng/server/src/live/doors';
import { expect, it } from 'vitest';

interface Hall {
  readonly doors: Doors;
  /** Turns of the loop, run by hand. */
  readonly turns: (() => void)[];
  /** Who has come in. */
  readonly inside: number[];
  phone(number: number, isGone?: boolean): Comer;
}

/** `turnMs`: how much time each look at the clock finds passed. */
function setUp(turnMs = 0): Hall {
  const turns: (() => void)[] = [];
  const inside: number[] = [];
  let now = 0;
  const clock = { monotonic: () => (now += turnMs) };
  return {
    ...{ turns, inside },
    doors: new Doors({ soon: (run) => turns.push(run), clock }),
    phone: (number, isGone = false) => ({
      isGone: () => isGone,
      enter: () => void inside.push(number),
    }),
  };
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, phone) => phone);

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
  const { doors, turns, inside, phone } = setUp();
  for (const number of upTo(1_000)) doors.pass(phone(number));
  expect(inside).toEqual([]);
  expect(runTurns(turns)).toBeGreaterThanOrEqual(4_000);
  expect(inside).toEqual(upTo(1_000));
});

it('lets one in with each turn where turns are long', () => {
  const { doors, turns, inside, phone } = setUp(20);
  for (const number of upTo(100)) doors.pass(phone(number));
  expect(runTurns(turns)).toBe(100);
  expect(inside).toEqual(upTo(100));
});

it('lets few in as long as more come with every turn', () => {
  const { doors, turns, inside, phone } = setUp(0.1);
  for (const number of upTo(1_000)) {
    doors.pass(phone(number));
    turns.shift()?.();
  }
  // One every 4 ms of the 100 ms in which all came.
  expect(inside).toEqual(upTo(inside.length));
  expect(inside.length).toBeGreaterThanOrEqual(20);
  expect(inside.length).toBeLessThanOrEqual(30);
  runTurns(turns);
  expect(inside).toEqual(upTo(1_000));
});

it('spends no turns on those who have given up', () => {
  const { doors, turns, inside, phone } = setUp();
  for (const number of upTo(1_000)) doors.pass(phone(number, number < 999));
  expect(runTurns(turns)).toBeLessThanOrEqual(10);
  expect(inside).toHaveLength(1_000);
});

it('lets whoever comes alone in within a few turns, again and again', () => {
  const { doors, turns, inside, phone } = setUp();
  for (const number of [1, 2, 3]) {
    doors.pass(phone(number));
    expect(runTurns(turns)).toBeLessThanOrEqual(10);
    expect(inside.at(-1)).toBe(number);
  }
});

it('lets in those who come while another goes in', () => {
  const { doors, turns, inside, phone } = setUp();
  const friend = phone(2);
  doors.pass({
    isGone: () => false,
    enter: () => {
      inside.push(1);
      doors.pass(friend);
    },
  });
  runTurns(turns);
  expect(inside).toEqual([1, 2]);
});

it('lets screens in at once, but not as many as no forum has', () => {
  const { doors, turns, inside, phone } = setUp();
  for (const number of upTo(5)) doors.pass(phone(number));
  doors.passFirst(phone(1_000));
  expect(inside).toEqual([1_000]);
  for (let forged = 1_001; forged < 3_000; forged += 1) doors.passFirst(phone(forged));
  expect(inside.length).toBeLessThan(300);
  runTurns(turns);
  expect(inside).toHaveLength(2_005);
  const late = inside.slice(300);
  expect(late).toEqual([...late].sort((a, b) => a - b));
});
