/** Host and organisers at work in the same ten seconds: nobody's undo stands in another's way. */
import { agendaOf } from '@wenzheng/server/src/forum/agenda/index';
import { replay } from '@wenzheng/server/src/engine/evolve';
import { emptyState } from '@wenzheng/server/src/engine/state';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { minutes } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import { done, DUE, FORUM, forumMade, given, itemStarted, numbered } from '../../../support/given';
import { roomWithForum, type TestRoom } from '../../../support/room';

const startItem = (item: string, from: string | null): CommandInput => ({
  type: 'startAgendaItem',
  item,
  from,
});
const putItem = (id: string, title: string, speaker?: string): CommandInput => ({
  type: 'putAgendaItem',
  item: {
    ...{ id, stage: 'qa', title, plannedDuration: minutes(25), owner: '', note: title },
    talks: speaker === undefined ? [] : [{ speaker, topic: '', limit: minutes(5) }],
  },
  before: null,
});
const title: CommandInput = { type: 'editForum', fields: { title: 'Another title' } };
const department = (id: string, head: string | null = null): CommandInput => ({
  type: 'putDepartment',
  department: { id, name: `name of ${id}`, head, present: true, keywords: [] },
});
const speaker = (id: string): CommandInput => ({
  type: 'putSpeaker',
  speaker: { id, name: `name of ${id}`, office: 'head', department: 'Water' },
});
const removeSpeaker = (id: string): CommandInput => ({ type: 'removeSpeaker', speaker: id });

const MIC: CommandInput = {
  ...{ type: 'logQuestion', source: 'mic', serial: null, text: 'why', name: null },
  department: null,
};
const PICK: CommandInput = { type: 'pickQuestion', question: '1', from: null };
const deflection = (type: 'deflectQuestion' | 'amendDeflection', to: string): CommandInput => ({
  type,
  question: '1',
  reason: 'out_of_scope',
  department: to,
  due: DUE,
});
const answerBy = (official: string): CommandInput => ({
  type: 'startAnswer',
  question: '1',
  official,
});

const documentsOf = (room: TestRoom) => {
  const { forum, agenda, runningNotes, setup, talks } = room.seat.room
    .feed('admin')
    .snapshot().documents;
  return { forum, agenda, runningNotes, setup, talks };
};

type Who = 'host' | 'admin' | 'other-admin';
interface Press {
  readonly by: Who;
  readonly command: CommandInput;
}
const press = (by: Who, command: CommandInput): Press => ({ by, command });

/** Does `first`, if there is one, and `second` three seconds later; then takes the first back. */
async function play(before: readonly CommandInput[], first: Press | null, second: Press) {
  const room = await roomWithForum();
  const guests = {
    host: room.enter('host'),
    admin: room.enter('admin'),
    'other-admin': room.enter('admin', 'other-admin'),
  };
  for (const command of before) await guests.admin.does(command);
  room.pass(20);
  const one = first && guests[first.by];
  const done = first && (await one?.does(first.command));
  room.pass(3);
  await guests[second.by].does(second.command);
  room.pass(3);
  const ack = await one?.press({ type: 'undo', entry: done?.entry ?? -1 });
  return { ack, documents: documentsOf(room) };
}

describe('of two who change different things, the first takes theirs back:', () => {
  const running = [startItem('opening', null)];
  test.each<[string, CommandInput[], Press, Press]>([
    [
      'the host an item, an organiser having edited a later one',
      running,
      press('host', startItem('policy_talk', 'opening')),
      press('admin', putItem('qa', 'Longer')),
    ],
    [
      'the host an item, an organiser having added one',
      running,
      press('host', startItem('policy_talk', 'opening')),
      press('admin', putItem('break', 'Break')),
    ],
    [
      'an organiser an edit, the host having gone on',
      running,
      press('admin', putItem('closing', 'Shorter')),
      press('host', startItem('qa', 'opening')),
    ],
    [
      'an organiser an added item, the host having gone on',
      running,
      press('admin', putItem('break', 'Break')),
      press('host', startItem('qa', 'opening')),
    ],
    [
      'the title, another a department',
      [],
      press('admin', title),
      press('other-admin', department('parks')),
    ],
    [
      'a department, another the title',
      [],
      press('admin', department('parks')),
      press('other-admin', title),
    ],
    [
      'a department, another one beside it',
      [],
      press('admin', department('water')),
      press('other-admin', department('roads')),
    ],
    [
      'a speaker, another a department',
      [],
      press('admin', speaker('zhou')),
      press('other-admin', department('parks')),
    ],
    [
      'an item, another the one after it',
      [],
      press('admin', putItem('qa', 'Longer')),
      press('other-admin', putItem('closing', 'Shorter')),
    ],
  ])('%s', async (_, before, first, second) => {
    const { ack, documents } = await play(before, first, second);
    expect(ack).toMatchObject({ ok: true });
    expect(documents).toEqual((await play(before, null, second)).documents);
  });
});

describe('undo is refused', () => {
  test.each<[string, CommandInput[], Press, Press, object]>([
    [
      'for an item that has begun since',
      [],
      press('admin', putItem('break', 'Break')),
      press('host', startItem('break', null)),
      { code: 'undo.superseded', by: 'startAgendaItem' },
    ],
    [
      'for a speaker who was given a talk since',
      [],
      press('admin', speaker('zhou')),
      press('other-admin', putItem('qa', 'Talks', 'zhou')),
      { code: 'agenda.still_used', by: 'Talks' },
    ],
    [
      'for a speaker who heads a department since',
      [],
      press('admin', speaker('zhou')),
      press('other-admin', department('parks', 'zhou')),
      { code: 'agenda.still_used', by: 'name of parks' },
    ],
    [
      'for an item whose speaker is gone',
      [speaker('zhou'), putItem('qa', 'Talks', 'zhou')],
      press('admin', putItem('qa', 'No talks')),
      press('other-admin', removeSpeaker('zhou')),
      { code: 'agenda.unknown_speaker' },
    ],
    [
      'for a department whose head is gone',
      [speaker('zhou'), department('parks', 'zhou')],
      press('admin', department('parks')),
      press('other-admin', removeSpeaker('zhou')),
      { code: 'agenda.unknown_speaker' },
    ],
    [
      'for a deflection to a department that is gone',
      [MIC, PICK, deflection('deflectQuestion', 'roads')],
      press('admin', deflection('amendDeflection', 'water')),
      press('other-admin', { type: 'removeDepartment', department: 'roads' }),
      { code: 'agenda.unknown_department' },
    ],
    [
      'for an order in which an item has begun since',
      [],
      press('admin', { type: 'moveAgendaItem', item: 'closing', before: 'qa' }),
      press('host', startItem('closing', null)),
      { code: 'agenda.item_started' },
    ],
  ])('%s', async (_, before, first, second, refusal) => {
    const { ack, documents } = await play(before, first, second);
    expect(ack).toMatchObject({ ok: false, ...refusal });
    expect(documents).toEqual((await play([...before, first.command], null, second)).documents);
  });
});

test('an official who has answered cannot go, so that who answers next can be taken back', async () => {
  const before = [speaker('zhou'), MIC, PICK, answerBy('zhou')];
  const removing = press('other-admin', removeSpeaker('zhou'));
  const gone = play(before, press('host', answerBy('wang')), removing);
  await expect(gone).rejects.toThrow('agenda.still_used');
  const renamed = press('other-admin', {
    type: 'putSpeaker',
    speaker: { id: 'li', name: 'Li', office: 'head', department: 'Water' },
  });
  const { ack } = await play(before, press('host', answerBy('wang')), renamed);
  expect(ack).toMatchObject({ ok: true });
});

test('an undo recorded when the agenda was one row still takes the item back', () => {
  const commands = [itemStarted(1, 'opening'), itemStarted(5, 'qa')];
  const restored = { items: FORUM.items, current: 'opening', notes: [] };
  const taken = done(8, 'undo', {
    type: 'actionUndone',
    data: { entry: 3, restore: [{ table: 'agenda', key: '', value: restored }] },
  });
  const state = emptyState();
  replay(state, numbered([forumMade, ...commands, taken]));
  const before = given(itemStarted(1, 'opening'));
  expect(agendaOf(state)).toEqual(agendaOf(before));
  expect(state.currentItem.value).toBe('opening');
  expect(state.scene.value).toEqual(before.scene.value);
});
