/** Ten thousand support commands from five hundred devices, doubled, out of order and replayed: the exact tally. */
import type { CommandId } from '@wenzheng/shared/wire/protocol';
import { expect, test } from 'vitest';
import { Dice } from '../../../support/dice';
import { roomWithForum, type Guest } from '../../../support/room';

const DEVICES = 500;
const COMMANDS = 10_000;
const QUESTIONS = 12;

interface Vote {
  readonly device: number;
  readonly id: CommandId;
  readonly question: string;
  readonly on: boolean;
}

/** In the order of arrival: what one device sends comes early or late by up to thirty of its commands. */
function arrivals(dice: Dice): Vote[] {
  const counters = new Map<number, number>();
  const sent = Array.from({ length: COMMANDS * 0.7 }, (_, index): Vote & { at: number } => {
    const device = dice.below(DEVICES);
    const counter = (counters.get(device) ?? 0) + 1;
    counters.set(device, counter);
    return {
      ...{ device, id: ['vote', counter], at: index + dice.below(30 * DEVICES) },
      ...{ question: String(1 + dice.below(QUESTIONS)), on: dice.chance(0.7) },
    };
  });
  const again = Array.from({ length: COMMANDS - sent.length }, () => {
    const vote = dice.pick(sent);
    return { ...vote, at: vote.at + dice.below(COMMANDS) };
  });
  return [...sent, ...again].sort((a, b) => a.at - b.at);
}

test('the tally is exact, and a restart with another replay changes nothing', async () => {
  const dice = new Dice(5);
  const room = await roomWithForum();
  const desk = room.enter('admin');
  for (let number = 1; number <= QUESTIONS; number += 1)
    await desk.does({
      ...{ type: 'logQuestion', source: 'mic', serial: null, text: 'why?', name: null },
      ...{ department: null },
    });
  const open = (): Guest[] =>
    Array.from({ length: DEVICES }, (_, device) => room.enter('audience', `device-${device}`));
  const send = ({ device, id, question, on }: Vote, guests: readonly Guest[]) =>
    guests[device]?.session.command({ id, command: { type: 'supportQuestion', question, on } });

  const guests = open();
  const votes = arrivals(dice);
  const taken = new Set<string>();
  const standing = new Map<string, boolean>();
  for (const [index, vote] of votes.entries()) {
    if (index % 50 === 0) room.pass(1);
    const ack = await send(vote, guests);
    const key = `${vote.device} ${vote.id[1]}`;
    if (!ack?.ok || taken.has(key)) continue;
    taken.add(key);
    standing.set(`${vote.device} ${vote.question}`, vote.on);
  }
  const tally = (): number[] =>
    Array.from(
      { length: QUESTIONS },
      (_, index) => room.seat.engine.state.counts.get(String(index + 1)) ?? 0,
    );
  const expected = Array.from({ length: QUESTIONS }, (_, index) => {
    const supporters = [...standing].filter(
      ([key, on]) => on && key.endsWith(` ${String(index + 1)}`),
    );
    return supporters.length;
  });
  expect(votes).toHaveLength(COMMANDS);
  expect(taken.size).toBeGreaterThan(COMMANDS * 0.65);
  expect(new Set([...standing.keys()].map((key) => key.split(' ')[0])).size).toBe(DEVICES);
  expect(tally()).toEqual(expected);

  await room.open({});
  const returning = open();
  for (const [index, vote] of votes.entries()) {
    if (index % 50 === 0) room.pass(1);
    if (taken.has(`${vote.device} ${vote.id[1]}`)) await send(vote, returning);
  }
  expect(tally()).toEqual(expected);
}, 60_000);
