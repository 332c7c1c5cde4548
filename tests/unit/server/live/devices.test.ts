/** Commands of many devices, each sent twice, delayed and lost at random, do what each device meant. */
import type { CommandFrame, Ack } from '@wenzheng/shared/wire/protocol';
import { Outbox } from '@wenzheng/shared/live/outbox';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Dice } from '../../../support/dice';
import { roomWithForum, type Guest, type TestRoom } from '../../../support/room';

const QUESTIONS = ['1', '2', '3'];
const DEVICES = ['phone-1', 'phone-2'];
const press = fc.record({
  device: fc.nat(1),
  question: fc.constantFrom(...QUESTIONS),
  on: fc.boolean(),
});

/** What is under way, in no order. */
class Ether {
  readonly dice: Dice;
  readonly #underWay: (() => void)[] = [];
  constructor(dice: Dice) {
    this.dice = dice;
  }
  readonly take = (run: () => void): void => void this.#underWay.push(run);
  /** Lets anything arrive; false if nothing is under way. */
  arrive(): boolean {
    const [run] = this.#underWay.splice(this.dice.below(this.#underWay.length), 1);
    run?.();
    return run !== undefined;
  }
}

function outboxOf(guest: Guest, ether: Ether): Outbox {
  const { dice, take } = ether;
  const deliver = (frame: CommandFrame, answered: (ack: Ack) => void): void => {
    if (dice.chance(0.2)) return;
    take(() => {
      void guest.session.command(frame).then((ack) => {
        if (!dice.chance(0.2)) take(() => answered(ack));
      });
    });
  };
  return new Outbox({
    ...{ storage: memoryStorage(), later: (_, run) => take(run), answered: () => undefined },
    ...{ instance: guest.session.asker ?? '', scope: 'test' },
    ...{ local: () => 0, forum: () => 'f1', actor: () => null },
    send: (frame, answered) => {
      deliver(frame, answered);
      if (dice.chance(0.5)) deliver(frame, answered);
      return true;
    },
  });
}

async function openQuestions(room: TestRoom): Promise<void> {
  const volunteer = room.enter('volunteer');
  for (const text of QUESTIONS) {
    await volunteer.does({
      type: 'logQuestion',
      source: 'mic',
      serial: null,
      text,
      name: null,
      department: null,
    });
  }
}

test('votes end as each device meant them, in spite of the network', async () => {
  const run = fc.asyncProperty(
    fc.array(press, { maxLength: 25 }),
    fc.integer(),
    async (presses, seed) => {
      const room = await roomWithForum();
      await openQuestions(room);
      const ether = new Ether(new Dice(seed));
      const guests = DEVICES.map((name) => room.enter('audience', name));
      const boxes = guests.map((guest) => outboxOf(guest, ether));
      for (const box of boxes) box.connected();
      const meant = guests.map(() => new Set<string>());
      for (const { device, question, on } of presses) {
        void boxes[device]?.submit({ type: 'supportQuestion', question, on });
        if (on) meant[device]?.add(question);
        else meant[device]?.delete(question);
        if (ether.dice.chance(0.5)) ether.arrive();
      }
      while (boxes.some(({ pending }) => pending > 0)) {
        ether.arrive();
        room.pass(1);
        await new Promise((resolve) => setImmediate(resolve));
      }
      while (ether.arrive());
      await room.seat.engine.idle();
      guests.forEach(({ session }, device) => {
        expect([...(session.mine()?.supports ?? [])].sort()).toEqual(
          [...(meant[device] ?? [])].sort(),
        );
      });
    },
  );
  await fc.assert(run, { numRuns: 80 });
});
