import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { answer, ask, OK, outbox, vote } from '../../../support/outbox';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import { describe, expect, test } from 'vitest';

const RETRY = 700;
const RESEND = 5_000;

describe('an outbox', () => {
  test('sends at once and settles with the answer', async () => {
    const { box, wire, answered } = outbox();
    box.connected();
    const settled = box.submit(ask('a'));
    expect(wire.map(({ frame }) => frame)).toEqual([{ id: ['page-1', 1], command: ask('a') }]);
    expect(box.commands).toEqual([ask('a')]);
    wire[0]?.answer(OK);
    expect(await settled).toEqual(OK);
    expect([box.pending, answered]).toEqual([0, [['askQuestion', OK]]]);
  });

  test('keeps what it cannot send, and sends it under the same id when the network is back', () => {
    const { box, connection, ids } = outbox();
    connection.up = false;
    void box.submit(ask('a'));
    expect(ids()).toEqual([]);
    connection.up = true;
    box.connected();
    expect(ids()).toEqual(['page-1#1']);
    box.connected();
    expect(ids()).toEqual(['page-1#1', 'page-1#1']);
  });

  test('sends one after another, so that nothing overtakes', () => {
    const { box, wire, ids } = outbox();
    box.connected();
    for (const text of ['a', 'b', 'c']) void box.submit(ask(text));
    expect(ids()).toEqual(['page-1#1']);
    wire[0]?.answer(OK);
    expect(ids()).toEqual(['page-1#1', 'page-1#2']);
  });

  test('sends votes on different questions side by side, on the same one after another', () => {
    const { box, wire, ids } = outbox();
    box.connected();
    void box.submit(vote('1', true));
    void box.submit(vote('2', true));
    void box.submit(vote('1', false));
    void box.submit(ask('a'));
    expect(ids()).toEqual(['vote#1', 'vote#2', 'page-1#1']);
    wire[0]?.answer(OK);
    expect(ids().at(-1)).toBe('vote#3');
  });

  test('counts answers to statements with the other votes, each statement on its own', () => {
    const { box, wire, ids } = outbox();
    box.connected();
    void box.submit(vote('1'));
    void box.submit(answer('1'));
    void box.submit(answer('1'));
    void box.submit(answer('2'));
    expect(ids()).toEqual(['vote#1', 'vote#2', 'vote#3']);
    wire[1]?.answer(OK);
    expect(wire.at(-1)?.frame).toEqual({ id: ['vote', 4], command: answer('1') });
  });

  test('has no more than sixteen under way', () => {
    const { box, ids } = outbox();
    box.connected();
    for (let question = 1; question <= 40; question += 1) void box.submit(vote(String(question)));
    expect(ids()).toHaveLength(16);
  });

  test.each(['busy', 'unknown_outcome'] as const)(
    'tries again after %s, before anything later',
    (code) => {
      const { box, wire, ids, runTimers } = outbox();
      box.connected();
      void box.submit(ask('a'));
      void box.submit(ask('b'));
      wire[0]?.answer({ ok: false, code });
      expect(ids()).toEqual(['page-1#1']);
      runTimers(RETRY);
      expect(ids()).toEqual(['page-1#1', 'page-1#1']);
      wire[1]?.answer(OK);
      expect(ids().at(-1)).toBe('page-1#2');
    },
  );

  test('does not try again after any other refusal', async () => {
    const { box, wire, timers } = outbox();
    box.connected();
    const settled = box.submit(ask('a'));
    wire[0]?.answer({ ok: false, code: 'storage_full' });
    expect(await settled).toEqual({ ok: false, code: 'storage_full' });
    expect(timers.filter(({ ms }) => ms === RETRY)).toEqual([]);
  });

  test('sends again what is not answered for long, on the same connection only', () => {
    const { box, ids, runTimers } = outbox();
    box.connected();
    void box.submit(ask('a'));
    runTimers(RESEND);
    expect(ids()).toEqual(['page-1#1', 'page-1#1']);
    box.connected();
    expect(ids()).toHaveLength(3);
    runTimers(RESEND);
    expect(ids()).toHaveLength(4);
  });

  test('takes no notice of an answer that comes twice', () => {
    const { box, wire, answered } = outbox();
    box.connected();
    void box.submit(ask('a'));
    for (let time = 0; time < 3; time += 1) wire[0]?.answer(OK);
    expect(answered).toHaveLength(1);
  });
});

test('votes get numbers of their own, even if the storage takes nothing', () => {
  const { box, ids } = outbox({ ...memoryStorage(), set: () => undefined });
  box.connected();
  void box.submit(vote('1'));
  void box.submit(vote('2'));
  expect(ids()).toEqual(['vote#1', 'vote#2']);
});

describe('what has become pointless', () => {
  const press: CommandInput = { type: 'showScene', scene: 'thanks' };
  const STALE: Ack = { ok: false, code: 'stale' };

  test('a press that could not be sent for ten seconds is given up, words are not', async () => {
    const { box, connection, clock, ids } = outbox();
    connection.up = false;
    const pressed = box.submit(press);
    void box.submit(ask('a'));
    clock.now = 10_001;
    connection.up = true;
    box.connected();
    expect(await pressed).toEqual(STALE);
    expect(ids()).toEqual(['page-1#2']);
  });

  test('a press that was sent keeps asking for its answer', () => {
    const { box, clock, ids } = outbox();
    box.connected();
    void box.submit(press);
    clock.now = 60_000;
    box.connected();
    expect(ids()).toEqual(['page-1#1', 'page-1#1']);
  });

  test('a press that was sent is not given up, though it could not be sent again for long', () => {
    const { box, clock, connection, runTimers, ids } = outbox();
    box.connected();
    void box.submit(press);
    connection.up = false;
    runTimers(RESEND);
    clock.now = 60_000;
    connection.up = true;
    box.connected();
    expect([box.pending, ids()]).toEqual([1, ['page-1#1', 'page-1#1']]);
  });

  test('a press is not left behind for the next page', () => {
    const storage = memoryStorage();
    const { box, connection } = outbox(storage);
    connection.up = false;
    void box.submit(press);
    expect(storage.keys()).toEqual([]);
  });

  test('a press that was meant for another forum is given up', async () => {
    const { box, connection, at } = outbox();
    connection.up = false;
    const pressed = box.submit(press);
    connection.up = true;
    at.forum = 'another';
    box.connected();
    expect(await pressed).toEqual(STALE);
  });
});

describe('what people wrote waits for the forum and the name it was meant for', () => {
  test('words and votes stay on the device until their forum is met again', () => {
    const storage = memoryStorage();
    const { box, connection, ids, at } = outbox(storage);
    connection.up = false;
    void box.submit(ask('a'));
    void box.submit(vote('3'));
    connection.up = true;
    at.forum = 'another';
    box.connected();
    expect(ids()).toEqual([]);
    expect(box.commands).toEqual([]);
    const later = outbox(storage, 'page-2');
    later.at.forum = 'another';
    later.box.connected();
    expect(later.ids()).toEqual([]);
    later.at.forum = 'f';
    later.box.connected();
    expect(later.ids()).toEqual(['page-1#1', 'vote#1']);
  });

  test('what one person wrote at a desk is not sent in the name of the next', () => {
    const storage = memoryStorage();
    const first = outbox(storage);
    first.at.actor = 'volunteer-1';
    first.connection.up = false;
    void first.box.submit(ask('a'));
    const second = outbox(storage, 'page-2');
    second.at.actor = 'host-1';
    second.box.connected();
    expect(second.ids()).toEqual([]);
    second.at.actor = 'volunteer-1';
    second.box.connected();
    expect(second.ids()).toEqual(['page-1#1']);
  });

  test('the votes of a device are counted by forum, whatever the address of the page', () => {
    const storage = memoryStorage();
    const one = outbox(storage);
    one.box.connected();
    void one.box.submit(vote('1'));
    one.at.forum = 'another';
    one.box.connected();
    void one.box.submit(vote('1'));
    one.at.forum = 'f';
    one.box.connected();
    void one.box.submit(vote('2'));
    expect(one.ids().filter((id) => id !== 'vote#1')).toEqual(['vote#2']);
  });
});

test('a vote gets its number when the hub has said what it has seen', () => {
  const { box, connection, ids } = outbox();
  connection.up = false;
  void box.submit(vote('2'));
  connection.up = true;
  box.votesSeen(4);
  box.connected();
  expect(ids()).toEqual(['vote#5']);
});

test('what no frame can hold is refused beside its field and blocks nothing', async () => {
  const { box, ids } = outbox();
  box.connected();
  expect(await box.submit(ask('路'.repeat(6_000)))).toMatchObject({
    ok: false,
    problem: 'too_long',
  });
  void box.submit(ask('a'));
  expect(ids()).toEqual(['page-1#1']);
});
