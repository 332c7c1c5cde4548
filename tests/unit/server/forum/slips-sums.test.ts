/** However the slips go about, the sums of the paper box add up, and each figure is what the slips say. */
import type { ForumState } from '@wenzheng/server/src/engine/state';
import { slipsView, type SlipsView, type SlipSums } from '@wenzheng/shared/forum/slips';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roomWithForum, type TestRoom } from '../../../support/room';
import { slipCommand } from '../../../support/slip-commands';

function shown(room: TestRoom): SlipsView {
  const feed = room.seat.room.feed('volunteer');
  feed.flush();
  return slipsView.parse(feed.snapshot().documents['slips']);
}

function expectToAddUp(sums: SlipSums): void {
  expect(sums.printed).toBe(sums.unissued + sums.issued);
  expect(sums.issued + sums.excess).toBe(sums.returned + sums.missing + sums.out);
  expect(sums.returned + sums.surplus).toBe(sums.entered + sums.void + sums.toEnter);
  const figures = Object.values(sums).filter((each) => typeof each === 'number');
  expect(Math.min(...figures)).toBeGreaterThanOrEqual(0);
}

function expectAsSlipsSay({ slips, questions }: ForumState, { total, toCheck }: SlipsView): void {
  const rows = [...slips.entries()].map(([, row]) => row);
  const states = (wanted: string): number => rows.filter(({ state }) => state === wanted).length;
  expect([total.printed, total.unissued, total.entered, total.void, total.missing]).toEqual([
    rows.length,
    ...['printed', 'entered', 'void', 'missing'].map(states),
  ]);
  expect(toCheck).toBe(
    rows.flatMap(({ entries }) => entries.filter((each) => each.toCheck)).length,
  );
  for (const { state, entries, serial } of rows) {
    expect(state === 'entered', serial).toBe(entries.length > 0);
    for (const { question } of entries)
      expect(questions.get(question)).toMatchObject({ serial, source: 'paper' });
  }
  const onSlips = rows.flatMap(({ entries }) => entries.map(({ question }) => question));
  const standing = [...questions.entries()].filter(([, row]) => row.state !== 'withdrawn');
  expect(standing.map(([id]) => id).sort(), 'each question on one slip').toEqual(onSlips.sort());
}

test('the sums add up after any commands', async () => {
  const step = fc.record({ who: fc.constantFrom('desk-1', 'desk-2'), command: slipCommand });
  const run = fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
    const room = await roomWithForum();
    const people = new Map(['desk-1', 'desk-2'].map((name) => [name, room.enter('host', name)]));
    for (const batch of ['A', 'B'])
      await people.get('desk-1')?.does({ type: 'printSlips', batch, count: 4 });
    // Too late to take the printing back: serials of no batch may stand on any paper.
    room.pass(11);
    for (const { who, command } of steps) {
      await people.get(who)?.press(command);
      room.pass(1);
      const view = shown(room);
      for (const sums of [view.total, ...view.batches]) expectToAddUp(sums);
      // Of all batches together slips may be out of one and too many of another.
      for (const { out, excess } of view.batches)
        expect(out * excess, 'one way or the other').toBe(0);
      expectAsSlipsSay(room.seat.engine.state, view);
    }
    expect(room.faults).toEqual([]);
  });
  await fc.assert(run, { numRuns: 60 });
});
