/** What organisers change before and during the day. */
import { evolveCommand } from '@wenzheng/server/src/engine/evolve';
import { dumpState, type ForumState } from '@wenzheng/server/src/engine/state';
import {
  agendaOf,
  departmentsOf,
  speakersOf,
  type AgendaEntries,
} from '@wenzheng/server/src/forum/agenda/index';
import { notesOf } from '@wenzheng/server/src/forum/agenda/lists';
import { LIST_LIMIT } from '@wenzheng/shared/forum/agenda';
import { commandSchema, type CommandInput } from '@wenzheng/shared/forum/commands';
import { after, minutes } from '@wenzheng/shared/time/instant';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asked,
  decision,
  done,
  DUE,
  FORUM,
  given,
  itemStarted,
  moment,
  START,
  talkStarted,
  when,
  type Done,
} from '../../../support/given';
import { roomWithForum } from '../../../support/room';

type Of<T extends CommandInput['type']> = Extract<CommandInput, { type: T }>;
const WATER = { id: 'water', name: 'Water', head: 'li', present: true, keywords: ['自来水'] };
const LI = { id: 'li', name: 'li', office: 'head', department: 'department' };

const edit = (fields: Of<'editForum'>['fields']): CommandInput => ({ type: 'editForum', fields });
const putDepartment = (fields: Partial<Of<'putDepartment'>['department']>): CommandInput => ({
  type: 'putDepartment',
  department: { ...WATER, ...fields },
});
const putSpeaker = (fields: Partial<Of<'putSpeaker'>['speaker']>): CommandInput => ({
  type: 'putSpeaker',
  speaker: { ...LI, ...fields },
});
const putItem = (
  item: Partial<Of<'putAgendaItem'>['item']>,
  before: string | null = null,
): CommandInput => ({
  type: 'putAgendaItem',
  item: {
    ...{ id: 'qa', stage: 'qa', title: 'qa', plannedDuration: minutes(10) },
    ...{ talks: [], owner: '', note: '' },
    ...item,
  },
  before,
});
const move = (item: string, before: string | null): CommandInput => ({
  type: 'moveAgendaItem',
  item,
  before,
});
const removeItem = (item: string): CommandInput => ({ type: 'removeAgendaItem', item });
const removeSpeaker = (speaker: string): CommandInput => ({ type: 'removeSpeaker', speaker });
const removeDepartment = (department: string): CommandInput => ({
  type: 'removeDepartment',
  department,
});
const talkOf = (speaker: string) => ({ speaker, topic: '', limit: minutes(5) });

/** The state after `commands`, each of which must be accepted. */
function changed(before: readonly Done[], ...commands: CommandInput[]): ForumState {
  const dones = [...before];
  for (const command of commands) {
    const entries = when(given(...dones), command);
    if (typeof entries === 'string') throw new Error(`${command.type}: ${entries}`);
    dones.push(done(200, command.type, ...entries));
  }
  return given(...dones);
}
const order = (state: ForumState) => agendaOf(state).map(({ id }) => id);
/** Minutes after the start at which each item is planned to start. */
const starts = (state: ForumState) =>
  agendaOf(state).map(({ plannedStart }) => (plannedStart - START) / minutes(1));

const running = [itemStarted(1, 'policy_talk')];

describe('what is decided', () => {
  const crowd = Array.from({ length: LIST_LIMIT }, (_, index) =>
    done(1, 'putSpeaker', { type: 'speakerPut', data: { speaker: { ...LI, id: `s${index}` } } }),
  );
  test.each<[string, Done[], CommandInput, unknown]>([
    ['sets what is given', [], edit({ theme: ' T  2 ' }), [{ fields: { theme: 'T 2' } }]],
    ['changes nothing by the same', [], edit({ theme: 'Theme', scope: ['housing'] }), []],
    ['changes nothing by nothing', [], edit({}), []],

    ['adds a department', [], putDepartment({ id: 'new' }), [{ department: { id: 'new' } }]],
    ['changes one', [], putDepartment({ name: 'W' }), [{ department: { name: 'W' } }]],
    ['changes no department by the same', [], putDepartment({}), []],
    ['knows who heads it', [], putDepartment({ head: 'nobody' }), 'agenda.unknown_speaker'],
    ['removes a department', [], removeDepartment('roads'), [{ department: 'roads' }]],
    ['removes no department twice', [], removeDepartment('gone'), []],

    ['adds a speaker', [], putSpeaker({ id: 'new' }), [{ speaker: { id: 'new' } }]],
    ['changes no speaker by the same', [], putSpeaker({}), []],
    ['has an end of speakers', crowd, putSpeaker({ id: 'one-more' }), 'agenda.too_many'],
    ['changes one of many all the same', crowd, putSpeaker({ id: 's0', name: 'x' }), [{}]],
    ['removes no speaker twice', [], removeSpeaker('gone'), []],

    ['adds an item', [], putItem({ id: 'x' }, 'qa'), [{ item: { id: 'x' }, before: 'qa' }]],
    [
      'adds one only before one that there is',
      [],
      putItem({ id: 'x' }, 'y'),
      'agenda.unknown_item',
    ],
    ['changes an item', [], putItem({ title: 'Q' }), [{ item: { title: 'Q' } }]],
    ['changes an item’s note', [], putItem({ note: 'n' }), [{ note: 'n' }]],
    ['changes no item by the same', [], putItem({}), []],
    ['knows who talks', [], putItem({ talks: [talkOf('nobody')] }), 'agenda.unknown_speaker'],
    ['changes nothing that runs', running, putItem({ id: 'policy_talk' }), 'agenda.item_started'],
    ['puts nothing before it', running, putItem({ id: 'x' }, 'policy_talk'), 'agenda.item_started'],
    ['nor before what it skipped', running, putItem({ id: 'x' }, 'opening'), 'agenda.item_started'],
    ['puts things after it', running, putItem({ id: 'x' }, 'qa'), [{ before: 'qa' }]],
    ['changes what it skipped', running, putItem({ id: 'opening', stage: 'opening' }), [{}]],

    ['moves an item', [], move('closing', 'qa'), [{ item: 'closing', before: 'qa' }]],
    ['moves one to the end', [], move('opening', null), [{ item: 'opening', before: null }]],
    ['moves none to where it stands', [], move('opening', 'policy_talk'), []],
    ['moves none before itself', [], move('qa', 'qa'), []],
    ['moves no last to the end', [], move('closing', null), []],
    ['moves what there is', [], move('x', null), 'agenda.unknown_item'],
    ['moves to what there is', [], move('qa', 'x'), 'agenda.unknown_item'],
    ['moves nothing that runs', running, move('policy_talk', null), 'agenda.item_started'],
    ['moves nothing before it', running, move('qa', 'policy_talk'), 'agenda.item_started'],
    ['moves what was skipped behind it', running, move('opening', 'qa'), [{ item: 'opening' }]],
    ['removes an item', [], removeItem('qa'), [{ item: 'qa' }]],
    ['removes no item twice', [], removeItem('gone'), []],
    ['removes nothing that runs', running, removeItem('policy_talk'), 'agenda.item_started'],
    [
      'removes nothing that is over',
      [...running, itemStarted(9, 'qa')],
      removeItem('policy_talk'),
      'agenda.item_started',
    ],
  ])('%s', (_, before, command, outcome) => {
    const answer = when(given(...before), command);
    if (typeof outcome === 'string' || typeof answer === 'string')
      return expect(answer).toBe(outcome);
    expect(answer.map(({ data }) => data)).toMatchObject(outcome as object[]);
    expect(answer).toHaveLength((outcome as object[]).length);
  });

  test('a list ends at its limit', () => {
    const many = Array.from({ length: LIST_LIMIT }, (_, index) => index);
    const items = many.slice(4).map((n) => putItem({ id: `i${n}` }));
    expect(when(changed([], ...items), putItem({ id: 'one-more' }))).toBe('agenda.too_many');
    const departments = many.slice(2).map((n) => putDepartment({ id: `d${n}` }));
    expect(when(changed([], ...departments), putDepartment({ id: 'x' }))).toBe('agenda.too_many');
  });

  test.each<[string, unknown]>([
    ['two talks of one person', putItem({ talks: [talkOf('li'), talkOf('li')] })],
    ['an item of no length', putItem({ plannedDuration: minutes(0) })],
    ['an item longer than a day', putItem({ plannedDuration: minutes(24 * 60) })],
    ['a forum before its time', { type: 'editForum', fields: { startsAt: -1 } }],
    ['a forum beyond any calendar', { type: 'editForum', fields: { startsAt: 9e15 } }],
    ['a forum without a name', edit({ title: '  ' })],
    ['a field that there is not', { type: 'editForum', fields: { closedAt: 1 } }],
    ['an id that is none', putSpeaker({ id: 'a b' })],
  ])('%s is malformed', (_, command) => {
    expect(commandSchema.safeParse(command).success).toBe(false);
  });
});

test('the last department stays: a deflection always has somewhere to go', () => {
  const remove = (department: string): CommandInput => ({ type: 'removeDepartment', department });
  const gone = done(1, 'removeDepartment', {
    type: 'departmentRemoved',
    data: { department: 'roads' },
  });
  expect(when(given(), remove('water'))).toHaveLength(1);
  expect(decision(given(gone), remove('water'))).toMatchObject({
    ...{ code: 'agenda.still_used', by: 'Water' },
  });
});

describe('what is still used is not removed', () => {
  const WANG_IN_NO_TALK = [
    done(1, 'putAgendaItem', {
      type: 'agendaItemPut',
      data: {
        item: {
          ...{ id: 'policy_talk', stage: 'policy_talk', title: 'Talks' },
          ...{ plannedDuration: minutes(10), talks: [] },
        },
        ...{ owner: '', note: '', before: null },
      },
    }),
  ] satisfies Done[];
  const exchange = done(5, 'startExchange', {
    type: 'exchangeStarted',
    data: { number: 7, representative: 'r', official: 'wang', limit: minutes(3) },
  });
  const onFloor = done(5, 'startTalk', {
    type: 'talkStarted',
    data: { item: 'qa', index: 0, speaker: 'wang', limit: minutes(1) },
  });
  const answering = [
    { at: 2, type: null, by: null, entries: [asked(3)] },
    done(3, 'startAnswer', { type: 'answerStarted', data: { question: '3', official: 'wang' } }),
  ] satisfies Done[];
  const questionFor = (fields: Parameters<typeof asked>[1]): Done[] => [
    { at: 2, type: null, by: null, entries: [asked(5, fields)] },
  ];
  const number = done(4, 'giveMicNumber', {
    type: 'micNumberGiven',
    data: { number: 4, name: null, area: null, department: 'roads', again: false },
  });
  const settled = (as: 'done' | 'absent'): Done =>
    done(5, 'settleMicNumber', { type: 'micNumberSettled', data: { number: 4, as } });
  const promised = done(9, 'recordOutcome', {
    type: 'outcomeRecorded',
    data: {
      exchange: '2',
      outcome: {
        kind: 'committed',
        summary: { id: 's', commitment: 's' },
        commitment: { what: { id: 'w', commitment: 'w' }, department: 'roads', due: DUE },
      },
    },
  });

  const corrected = done(10, 'recordOutcome', {
    type: 'outcomeRecorded',
    data: {
      exchange: '2',
      outcome: { kind: 'answered', summary: { id: 't', commitment: 't' }, commitment: null },
    },
  });

  test.each<[string, Done[], CommandInput, string | null]>([
    ['who gives a talk', [], removeSpeaker('wang'), 'policy_talk'],
    ['who heads a department', WANG_IN_NO_TALK, removeSpeaker('li'), 'Water'],
    [
      'who has the floor',
      [...WANG_IN_NO_TALK, itemStarted(2, 'qa'), onFloor],
      removeSpeaker('wang'),
      'qa',
    ],
    ['who is in an exchange', [...WANG_IN_NO_TALK, exchange], removeSpeaker('wang'), '#7'],
    ['who has answered', [...WANG_IN_NO_TALK, ...answering], removeSpeaker('wang'), '#3'],
    ['nobody', WANG_IN_NO_TALK, removeSpeaker('wang'), null],
    ['who is asked', questionFor({ department: 'roads' }), removeDepartment('roads'), '#5'],
    [
      'who may be asked',
      questionFor({ suggestedDepartment: 'roads' }),
      removeDepartment('roads'),
      '#5',
    ],
    ['who is not asked', questionFor({ department: 'water' }), removeDepartment('roads'), null],
    ['whom somebody at the microphone will ask', [number], removeDepartment('roads'), '#4'],
    [
      'whom somebody has asked at the microphone',
      [number, settled('done')],
      removeDepartment('roads'),
      null,
    ],
    [
      'whom somebody who did not come would ask',
      [number, settled('absent')],
      removeDepartment('roads'),
      '#4',
    ],
    ['who has promised', [exchange, promised], removeDepartment('roads'), '#7'],
    [
      'who had promised, before it was put right',
      [exchange, promised, corrected],
      removeDepartment('roads'),
      '#7',
    ],
  ])('%s', (_, before, command, by) => {
    expect(decision(given(...before), command)).toEqual(
      by === null
        ? { ok: true, entries: [expect.anything()] }
        : { ok: false, code: 'agenda.still_used', by },
    );
  });
});

describe('what comes of it', () => {
  test('departments stay in order, and who takes the rest stays the last', () => {
    const departments = departmentsOf(
      changed([], putDepartment({ id: 'new', name: 'New' }), putDepartment({ name: 'Water 2' })),
    );
    expect(departments.map(({ name }) => name)).toEqual(['Water 2', 'New', 'Roads']);
  });

  test('speakers follow the new name of their department', () => {
    const state = changed(
      [],
      putSpeaker({ department: 'Water' }),
      putDepartment({ name: 'Water 2' }),
      removeDepartment('roads'),
    );
    expect(speakersOf(state)).toMatchObject([
      { id: 'li', department: 'Water 2' },
      { id: 'wang', department: 'department' },
    ]);
    expect(departmentsOf(state)).toHaveLength(1);
  });

  test('fields not given stay', () => {
    const before = given().forum.value;
    expect(changed([], edit({ rules: ['a'], moderation: 'post' })).forum.value).toEqual({
      ...before,
      rules: ['a'],
      moderation: 'post',
    });
  });

  test.each<[string, Done[], CommandInput[], string[], number[]]>([
    [
      'an item added takes its time from what follows',
      [],
      [putItem({ id: 'x', plannedDuration: minutes(5) }, 'qa')],
      ['opening', 'policy_talk', 'x', 'qa', 'closing'],
      [0, 10, 20, 25, 35],
    ],
    [
      'a longer one too, and it keeps its place',
      [],
      [putItem({ id: 'policy_talk', plannedDuration: minutes(30) }, null)],
      ['opening', 'policy_talk', 'qa', 'closing'],
      [0, 10, 40, 50],
    ],
    [
      'one moved gives its time to those between',
      [],
      [putItem({ plannedDuration: minutes(30) }), move('qa', 'opening')],
      ['qa', 'opening', 'policy_talk', 'closing'],
      [0, 30, 40, 50],
    ],
    [
      'one removed leaves no gap',
      [],
      [removeItem('policy_talk')],
      ['opening', 'qa', 'closing'],
      [0, 10, 20],
    ],
    [
      'another start moves the day',
      [],
      [edit({ startsAt: moment(3_600) })],
      ['opening', 'policy_talk', 'qa', 'closing'],
      [60, 70, 80, 90],
    ],
    [
      'but not what has begun, and what follows goes on from its plan',
      [itemStarted(900, 'opening')],
      [edit({ startsAt: moment(3_600) }), putItem({ plannedDuration: minutes(20) })],
      ['opening', 'policy_talk', 'qa', 'closing'],
      [0, 10, 20, 40],
    ],
  ])('%s', (_, before, commands, ids, planned) => {
    const state = changed(before, ...commands);
    expect([order(state), starts(state)]).toEqual([ids, planned]);
  });

  test('notes are kept with their item', () => {
    const state = changed(
      [],
      putItem({ owner: 'Ma', note: '' }),
      putItem({ id: 'opening', stage: 'opening', title: 'opening' }),
      putItem({ id: 'x', note: 'n' }),
      removeItem('x'),
    );
    expect(notesOf(state)).toEqual([{ item: 'qa', owner: 'Ma', note: '' }]);
  });

  test('a talk that runs goes on though the day is edited', () => {
    const talking = [itemStarted(1, 'policy_talk'), talkStarted(5)];
    const state = changed(talking, putItem({ title: 'Q' }), putSpeaker({ name: 'Li Na' }));
    expect(state.floor.value).toEqual(given(...talking).floor.value);
    expect(state.currentItem.value).toBe('policy_talk');
  });
});

describe('undo', () => {
  test.each<CommandInput>([
    edit({ startsAt: moment(3_600), topics: [] }),
    putDepartment({ name: 'Water 2' }),
    removeDepartment('roads'),
    putSpeaker({ id: 'new' }),
    putItem({ id: 'x', note: 'n' }, 'qa'),
    move('closing', 'opening'),
    removeItem('opening'),
  ])('restores what $type changed', async (command) => {
    const room = await roomWithForum();
    const rows = () => {
      const { undoable: _, commands: __, ...tables } = dumpState(room.seat.engine.state);
      return Object.entries(tables).map(([name, all]) => [name, Object.fromEntries(all)]);
    };
    const before = rows();
    const admin = room.enter('admin');
    const { entry } = await admin.does(command);
    expect(rows()).not.toEqual(before);
    await admin.does({ type: 'undo', entry: entry ?? 0 });
    expect(rows()).toEqual(before);
  });
});

test('a forum of before has what it was without', () => {
  const {
    topics: _,
    rules: __,
    safety: ___,
    staffSafety: ____,
    moderation: _____,
    ...forum
  } = FORUM.forum;
  const data: AgendaEntries['forumCreated'] = { ...FORUM, forum };
  const state = given({ at: 0, type: null, by: null, entries: [{ type: 'forumCreated', data }] });
  expect(state.forum.value).toMatchObject({
    ...{ topics: [], rules: [], safety: [], staffSafety: [], moderation: 'pre', closedAt: null },
  });
});

describe('whatever organisers do', () => {
  const ids = fc.constantFrom('opening', 'policy_talk', 'qa', 'closing', 'x', 'y', 'z');
  const before = fc.option(ids, { nil: null });
  const step = fc.oneof(
    fc
      .record({ id: ids, minutes: fc.integer({ min: 1, max: 90 }), before })
      .map((each) => putItem({ id: each.id, plannedDuration: minutes(each.minutes) }, each.before)),
    fc.record({ item: ids, before }).map((each) => move(each.item, each.before)),
    ids.map(removeItem),
    fc.integer({ min: 0, max: 90 }).map((n) => edit({ startsAt: moment(n * 60) })),
    ids.map((item): CommandInput => ({ type: 'startAgendaItem', item, from: null })),
  );

  test('the plan has no gaps, and what has begun is as it was', () => {
    const run = fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const state = given();
      let seq = 1;
      for (const each of steps) {
        const held = agendaOf(state).filter(({ startedAt }) => startedAt !== null);
        const from = state.currentItem.value;
        const command = each.type === 'startAgendaItem' ? { ...each, from } : each;
        const entries = when(state, command);
        if (typeof entries === 'string') continue;
        for (const entry of entries) {
          seq += 1;
          const at = moment(seq);
          const envelope = { v: 1, forum: 'f1', seq, first: seq, at, actor: null } as const;
          evolveCommand(state, [{ ...envelope, command: null, ...entry }]);
        }
        const items = agendaOf(state);
        if (command.type !== 'startAgendaItem')
          expect(items.filter(({ startedAt }) => startedAt !== null)).toEqual(held);
        let start = state.forum.value?.startsAt;
        for (const item of items) {
          if (item.startedAt === null) expect(item.plannedStart).toBe(start);
          start = after(item.plannedStart, item.plannedDuration);
        }
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      }
    });
    fc.assert(run, { numRuns: 300 });
  });
});
