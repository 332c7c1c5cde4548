import { standing } from '@wenzheng/server/src/forum/prompts/standing';
import { ROLES } from '@wenzheng/shared/forum/access';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { describe, expect, test } from 'vitest';
import {
  done,
  given,
  itemStarted,
  pickedAt,
  queued,
  talkStarted,
  when,
  type Done,
} from '../../../support/given';
import { roomWithForum, type TestRoom } from '../../../support/room';

const told = (at: number, template: 'brief' | 'minute'): Done =>
  done(at, 'tellStage', { type: 'stageTold', data: { template, text: null } });
const cleared = (at: number, message: number): Done =>
  done(at, 'clearStage', { type: 'stageCleared', data: { message } });
const tell = (template: 'brief' | 'minute'): CommandInput => ({
  type: 'tellStage',
  say: { template },
});

describe('telling the stage', () => {
  test.each<[string, Done[], CommandInput, unknown]>([
    [
      'is recorded',
      [],
      tell('brief'),
      [{ type: 'stageTold', data: { template: 'brief', text: null } }],
    ],
    [
      'keeps what the host writes in the vault',
      [],
      { type: 'tellStage', say: { text: ' Mind the cable ' } },
      [
        {
          type: 'stageTold',
          data: { template: null, text: { id: 'word-1', commitment: 'Mind the cable' } },
        },
      ],
    ],
    ['twice has one effect', [told(1, 'brief')], tell('brief'), []],
    [
      'something else takes its place',
      [told(1, 'brief')],
      tell('minute'),
      [{ type: 'stageTold', data: { template: 'minute', text: null } }],
    ],
    [
      'is said again to the next who speaks',
      [itemStarted(1, 'policy_talk'), told(2, 'brief'), talkStarted(3)],
      tell('brief'),
      [{ type: 'stageTold', data: { template: 'brief', text: null } }],
    ],
    [
      'takes away the message that it names',
      [told(1, 'brief')],
      { type: 'clearStage', message: 2 },
      [{ type: 'stageCleared', data: { message: 2 } }],
    ],
    [
      'leaves another that has come in its place',
      [told(1, 'brief'), told(2, 'minute')],
      { type: 'clearStage', message: 2 },
      [],
    ],
    [
      'takes nothing away that is gone',
      [told(1, 'brief'), cleared(2, 2)],
      { type: 'clearStage', message: 2 },
      [],
    ],
  ])('%s', (_, before, command, outcome) => {
    expect(when(given(...before), command, { at: 10 })).toEqual(outcome);
  });

  test('more than a sentence is refused', async () => {
    const host = (await roomWithForum()).enter('host');
    expect(await host.press({ type: 'tellStage', say: { text: '长'.repeat(61) } })).toMatchObject({
      ok: false,
      code: 'malformed',
    });
    expect(await host.press({ type: 'tellStage', say: { text: ' \u200b ' } })).toMatchObject({
      ok: false,
    });
  });
});

describe('a message', () => {
  test('stands until the floor is somebody else’s, and again when that is undone', () => {
    const before = [itemStarted(1, 'policy_talk'), talkStarted(2), told(3, 'brief')];
    expect(standing(given(...before))?.template).toBe('brief');
    expect(standing(given(...before, talkStarted(4)))).toBeNull();
    expect(standing(given(told(1, 'brief'), ...queued(1), pickedAt(3, '1')))).toBeNull();
  });
});

/** What the feed of `role` shows of the message. */
const shown = (room: TestRoom, role: (typeof ROLES)[number]): unknown =>
  room.seat.room.feed(role).snapshot().documents['stageMessage'];

test('a message is sent at once to the stage and to who leads the forum, and to nobody else', async () => {
  const room = await roomWithForum();
  const host = room.enter('host');
  await host.does({ type: 'startAgendaItem', item: 'policy_talk', from: null });
  await host.does({ type: 'startTalk', speaker: 'wang', from: null });
  const turn = room.seat.engine.state.floor.value?.turn ?? 0;
  room.broadcasts.length = 0;
  const { entry } = await host.does({ type: 'tellStage', say: { text: 'Mind the cable' } });
  const sent = room.broadcasts.filter(({ patch }) => JSON.stringify(patch).includes('cable'));
  expect(sent.map(({ role }) => role).sort()).toEqual(['admin', 'host', 'stage']);
  expect(sent.every(({ tallies }) => !tallies)).toBe(true);
  for (const role of ROLES)
    if (!['admin', 'host', 'stage'].includes(role)) expect(shown(room, role)).toBeUndefined();
  expect(shown(room, 'stage')).toMatchObject({ number: entry, text: 'Mind the cable' });

  const ended = await host.does({ type: 'endTurn', turn });
  expect(shown(room, 'stage')).toBeNull();
  await host.does({ type: 'undo', entry: ended.entry ?? -1 });
  expect(shown(room, 'stage')).toMatchObject({ number: entry });
  await host.does({ type: 'clearStage', message: entry ?? -1 });
  expect(shown(room, 'stage')).toBeNull();
});
