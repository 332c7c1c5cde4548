/** What holds whatever people do: replay equals live, snapshot and patches equal a fresh view. */
import { replay } from '@wenzheng/server/src/engine/evolve';
import { feedSpec } from '@wenzheng/server/src/engine/feed-specs';
import { dumpState, emptyState, loadState } from '@wenzheng/server/src/engine/state';
import { BuiltViews } from '@wenzheng/server/src/live/built-views';
import { Feed } from '@wenzheng/server/src/live/feed';
import { ROLES } from '@wenzheng/shared/forum/access';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { ViewStore } from '@wenzheng/shared/live/view-store';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DUE } from '../../../support/given';
import { roomWithForum, type TestRoom } from '../../../support/room';
import { slipCommand } from '../../../support/slip-commands';

const id = fc.integer({ min: 1, max: 6 }).map(String);
const from = fc.option(id, { nil: null });
const department = fc.constantFrom('water', 'roads', null);
const turn = fc.integer({ min: 1, max: 30 });
const words = fc.constantFrom('自来水', '路灯 ?', 'why', '😀');
const item = fc.constantFrom('opening', 'policy_talk', 'qa', 'closing');
const of = <T extends CommandInput['type']>(type: T) => fc.constant(type);

const revision = fc.integer({ min: 2, max: 12 });

const hosts: fc.Arbitrary<CommandInput> = fc.oneof(
  fc.record({ type: of('startAgendaItem'), item, from: fc.option(item, { nil: null }) }),
  fc.record({
    type: of('startTalk'),
    speaker: fc.constantFrom('li', 'wang'),
    from: fc.option(turn, { nil: null }),
  }),
  fc.record({ type: of('endTurn'), turn }),
  fc.record({ type: of('pauseTurn'), turn }),
  fc.record({ type: of('resumeTurn'), turn }),
  fc.record({ type: of('screenQuestion'), question: id, department }),
  fc.record({
    type: of('declineQuestion'),
    question: id,
    reason: fc.constant('duplicate'),
    note: fc.option(words, { nil: null }),
  }),
  fc.record({ type: of('maskQuestion'), question: id, on: fc.boolean() }),
  fc.record({ type: of('mergeQuestion'), question: id, into: id }),
  fc.record({ type: of('separateQuestion'), question: id }),
  fc.record({ type: of('pickQuestion'), question: id, from }),
  fc.record({ type: of('startAnswer'), question: id, official: fc.constantFrom('li', 'wang') }),
  fc.record({ type: of('answerQuestion'), question: id, notes: fc.option(words, { nil: null }) }),
  fc.record({
    type: of('completeNotes'),
    question: id,
    notes: words,
    commitment: fc.constantFrom(null, { what: 'a lamp', department: 'roads', due: DUE }),
    why: fc.option(words),
    from: revision,
  }),
  fc.record({ type: of('editQuestion'), question: id, text: words, from: revision }),
  fc.record({ type: of('addStatement'), text: words }),
  fc.record({ type: of('approveStatement'), statement: id }),
  fc.record({ type: of('declineStatement'), statement: id, reason: fc.constant('unclear') }),
  fc.record({
    type: of('deflectQuestion'),
    question: id,
    reason: fc.constant('out_of_scope'),
    department: fc.constant('water'),
    due: fc.constant(DUE),
  }),
  fc.record({ type: of('showScene'), scene: fc.constantFrom('join', 'thanks', 'floor') }),
  fc.record({ type: of('undo'), entry: fc.integer({ min: 2, max: 40 }) }),
  fc.record({
    type: of('logQuestion'),
    source: fc.constantFrom('mic', 'paper'),
    serial: fc.constantFrom('A-1', 'A-2', null),
    text: words,
    name: fc.constant(null),
    department,
  }),
);
const phones: fc.Arbitrary<CommandInput> = fc.oneof(
  fc.record({
    type: of('askQuestion'),
    text: words,
    name: fc.option(words, { nil: null }),
    department,
  }),
  fc.record({ type: of('supportQuestion'), question: id, on: fc.boolean() }),
  fc.record({ type: of('submitStatement'), text: words }),
  fc.record({
    type: of('answerStatement'),
    statement: id,
    answer: fc.constantFrom('agree', 'disagree', 'pass', null),
  }),
);
const step = fc.oneof(
  fc.record({ who: fc.constantFrom('host-1', 'host-2'), command: hosts }),
  fc.record({ who: fc.constantFrom('host-1', 'host-2'), command: slipCommand }),
  fc.record({ who: fc.constantFrom('phone-1', 'phone-2'), command: phones }),
  fc.constant('time' as const),
);
const forum = fc.array(step, { minLength: 5, maxLength: 60 });
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function play(room: TestRoom, steps: readonly Step[]): Promise<void> {
  const people = new Map(
    ['host-1', 'host-2', 'phone-1', 'phone-2'].map((name) => [
      name,
      room.enter(name.startsWith('host') ? 'host' : 'audience', name),
    ]),
  );
  const pressed: Promise<unknown>[] = [];
  for (const each of steps) {
    if (each !== 'time') {
      pressed.push(people.get(each.who)?.press(each.command) ?? Promise.resolve());
      continue;
    }
    await Promise.all(pressed.splice(0));
    room.pass(3);
    room.runTimers();
  }
  await Promise.all(pressed);
}

describe('whatever people do', () => {
  test('replay equals live, from the start and from any snapshot', async () => {
    const run = fc.asyncProperty(forum, fc.nat(), async (steps, cut) => {
      const room = await roomWithForum();
      await play(room, steps);
      const entries = room.journal.entries(1, Infinity);
      const middle = (entries[cut % entries.length]?.first ?? 1) - 1;
      const state = emptyState();
      replay(state, entries.slice(0, middle));
      const started = loadState(JSON.parse(JSON.stringify(dumpState(state))));
      replay(started, entries.slice(middle));
      expect(dumpState(started)).toEqual(dumpState(room.seat.engine.state));
      expect(room.faults).toEqual([]);
    });
    await fc.assert(run, { numRuns: 60 });
  });

  test('snapshot and patches make what a fresh view is', async () => {
    const run = fc.asyncProperty(forum, async (steps) => {
      const room = await roomWithForum();
      const stores = new Map(ROLES.map((role) => [role, new ViewStore()]));
      for (const role of ROLES) stores.get(role)?.replace(room.seat.room.feed(role).snapshot());
      room.broadcasts.length = 0;
      await play(room, steps);
      for (const role of ROLES) room.seat.room.feed(role).flush();
      for (const { role, patch } of room.broadcasts)
        expect(stores.get(role)?.apply(patch)).toBe('applied');
      for (const role of ROLES) {
        const ports = {
          epoch: '',
          built: new BuiltViews(room.seat.room.ports.sight),
          later: () => () => undefined,
          send: () => undefined,
        };
        const { documents, collections } = new Feed(feedSpec(role), ports).snapshot();
        const held = stores.get(role)?.held;
        expect([held?.documents, held?.collections]).toEqual([documents, collections]);
      }
    });
    await fc.assert(run, { numRuns: 40 });
  });
});
