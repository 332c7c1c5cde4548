import { answer, ask, OK, outbox, vote } from '../../../support/outbox';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import { describe, expect, test } from 'vitest';

describe('after a reload', () => {
  test('what was not answered is sent under its old id, in its old order, and answered for', () => {
    const storage = memoryStorage();
    const before = outbox(storage);
    before.connection.up = false;
    for (const text of ['a', 'b']) void before.box.submit(ask(text));
    const after = outbox(storage, 'page-2');
    expect(after.box.pending).toBe(2);
    after.box.connected();
    after.wire[0]?.answer(OK);
    expect(after.ids()).toEqual(['page-1#1', 'page-1#2']);
    expect(after.answered).toEqual([['askQuestion', OK]]);
    expect(storage.keys()).toEqual(['wz.outbox.audience.live.page-1.2']);
  });

  test('votes go on counting, also from what the hub has seen', () => {
    const storage = memoryStorage();
    const before = outbox(storage);
    before.box.connected();
    void before.box.submit(vote('1'));
    const after = outbox(storage, 'page-2');
    after.box.votesSeen(7);
    after.box.connected();
    void after.box.submit(vote('2'));
    expect(after.ids()).toEqual(['vote#1', 'vote#8']);
  });

  test('words and votes are still there, presses are not', () => {
    const storage = memoryStorage();
    const before = outbox(storage);
    before.connection.up = false;
    const commitment = null;
    const words: readonly CommandInput[] = [
      ask('a'),
      { type: 'editQuestion', question: '1', text: 'a', from: 2 },
      { type: 'completeNotes', question: '1', notes: 'a', commitment, from: 2 },
      {
        type: 'recordOutcome',
        exchange: '1',
        outcome: { kind: 'answered', summary: 'a', commitment },
        from: 0,
      },
      { type: 'submitStatement', text: 'a' },
      { type: 'addStatement', text: 'a' },
      vote('1'),
      answer('1'),
    ];
    void before.box.submit({ type: 'approveStatement', statement: '1' });
    for (const command of words) void before.box.submit(command);
    expect(outbox(storage, 'page-2').box.commands).toEqual(words);
  });

  test.each(['{', 'null', '7', '{"id":["a"],"command":{"type":"x"}}', '{"id":["a",1]}'])(
    '%s in the storage is thrown away',
    (junk) => {
      const storage = memoryStorage();
      storage.set('wz.outbox.audience.live.x.1', junk);
      storage.set('somebody else', junk);
      expect(outbox(storage).box.pending).toBe(0);
      expect(storage.keys()).toEqual(['somebody else']);
    },
  );
});

describe('two pages of a device', () => {
  test('do not send twice, under two numbers, what both took over', () => {
    const storage = memoryStorage();
    void outbox(storage).box.submit(vote('1'));
    const [one, two] = [outbox(storage, 'page-2'), outbox(storage, 'page-3')];
    one.box.connected();
    two.box.connected();
    expect([one.ids(), two.ids()]).toEqual([['vote#1'], ['vote#1']]);
  });

  test('do not send what the other has been answered for', () => {
    const storage = memoryStorage();
    void outbox(storage).box.submit(vote('1'));
    const [one, two] = [outbox(storage, 'page-2'), outbox(storage, 'page-3')];
    one.box.connected();
    one.wire[0]?.answer(OK);
    two.box.connected();
    expect([two.ids(), two.box.pending]).toEqual([[], 0]);
  });

  test('one after another keep the order of what was pressed', () => {
    const storage = memoryStorage();
    const first = outbox(storage);
    for (const on of [true, false, true]) void first.box.submit(vote('1', on));
    void outbox(storage, 'page-2').box.submit(vote('1', false));
    const third = outbox(storage, 'page-3');
    third.box.connected();
    for (let index = 0; index < 4; index += 1) third.wire[index]?.answer(OK);
    const sent = third.wire.map(({ frame }) => 'on' in frame.command && frame.command.on);
    expect(sent).toEqual([true, false, true, false]);
  });
});
