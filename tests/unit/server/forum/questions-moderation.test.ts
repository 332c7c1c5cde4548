/** Looking at questions before or after they join the queue, editing them, and what closing makes of them. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Source } from '@wenzheng/shared/forum/questions';
import type { NewEntry } from '@wenzheng/server/src/engine/entries';
import type { ForumState } from '@wenzheng/server/src/engine/state';
import { isPublic } from '@wenzheng/server/src/forum/questions/index';
import type { Actor } from '@wenzheng/server/src/journal/entry';
import { describe, expect, test } from 'vitest';
import {
  asked,
  done,
  given,
  itemStarted,
  moment,
  PHONE,
  pickedAt,
  queued,
  seeing,
  when,
  type Done,
} from '../../../support/given';
import { roomWithForum } from '../../../support/room';

const KIOSK: Actor = { role: 'kiosk', id: 'kiosk-1' };
const ask: CommandInput = { type: 'askQuestion', text: '路灯', name: null, department: null };
const screen: CommandInput = { type: 'screenQuestion', question: '1', department: 'roads' };
const submitted: Done = { at: 1, type: 'askQuestion', by: PHONE, entries: [asked(1)] };
const joined: NewEntry = { type: 'questionQueued', data: { question: '1', reviewToCome: true } };
/** Asked where questions are looked at later. */
const unreviewed: Done = { ...submitted, entries: [asked(1), joined] };

/** The forum looks at questions after they have joined the queue. */
function lookingLater(state: ForumState): ForumState {
  const forum = state.forum.value;
  if (forum) state.forum.set({ ...forum, moderation: 'post' });
  return state;
}
const types = (entries: readonly NewEntry[] | string) =>
  typeof entries === 'string' ? entries : entries.map(({ type }) => type);

describe('where questions are looked at later', () => {
  test('they join the queue at once', () => {
    const decided = when(lookingLater(given()), ask, { by: PHONE });
    expect(types(decided)).toEqual(['questionAsked', 'questionQueued']);
    expect(decided).toContainEqual(joined);
  });
  test('so does a slip', () => {
    const slip: CommandInput = { ...ask, type: 'logQuestion', source: 'paper', serial: 'A-1' };
    expect(when(lookingLater(given()), slip)).toContainEqual(joined);
  });
  test('who asks at the microphone was seen', () => {
    const mic: CommandInput = { ...ask, type: 'logQuestion', source: 'mic', serial: null };
    expect(when(lookingLater(given()), mic)).not.toContainEqual(joined);
  });

  const confirmed = {
    type: 'questionReviewed',
    data: { question: '1', department: 'roads', topic: null },
  };
  const reviewed = done(2, 'screenQuestion', {
    type: 'questionReviewed',
    data: { question: '1', department: 'roads' },
  });
  test.each<[string, Done[], CommandInput, unknown]>([
    ['are confirmed, with their department', [unreviewed], screen, [confirmed]],
    ['are confirmed once', [unreviewed, reviewed], screen, 'questions.wrong_state'],
    [
      'need a department that there is',
      [unreviewed],
      { ...screen, department: 'navy' },
      'questions.unknown_department',
    ],
  ])('%s', (_, before, command, outcome) => {
    expect(when(given(...before), command)).toEqual(outcome);
  });

  const row = (...commands: Done[]) => given(...commands).questions.get('1');
  test('a confirmed one keeps its place', () => {
    const history = [
      { state: 'submitted', at: moment(1) },
      { state: 'queued', at: moment(1) },
    ];
    expect(row(unreviewed)).toMatchObject({ state: 'queued', reviewToCome: true, history });
    expect(row(unreviewed, reviewed)).toMatchObject({
      ...{ state: 'queued', reviewToCome: false, department: 'roads' },
      history,
    });
  });
  test('one that was turned away is gone', () => {
    const declined = done(2, 'declineQuestion', {
      type: 'questionDeclined',
      data: { question: '1', reason: 'abusive', note: null },
    });
    expect(when(given(unreviewed), { ...declineOne })).toHaveLength(1);
    expect(row(unreviewed, declined)).toMatchObject({ state: 'declined', reviewToCome: false });
  });
  test('one that is on the floor was seen', () => {
    expect(row(unreviewed, pickedAt(3, '1'))).toMatchObject({
      state: 'on_floor',
      reviewToCome: false,
    });
  });
});
const declineOne: CommandInput = {
  ...{ type: 'declineQuestion', question: '1' },
  ...{ reason: 'abusive', note: null },
};

const begun = [itemStarted(1, 'qa')];
test.each<[string, Done[], Source, Parameters<typeof when>[2]]>([
  ['a phone before the day', [], 'pre_survey', { by: PHONE }],
  ['a phone in the hall before the day', [], 'pre_survey', { by: PHONE, inHall: true }],
  ['a phone in the hall', begun, 'phone', { by: PHONE, inHall: true }],
  ['a phone elsewhere', begun, 'online', { by: PHONE }],
  ['a kiosk', begun, 'kiosk', { by: KIOSK }],
  ['a kiosk before the day', [], 'kiosk', { by: KIOSK }],
])('what is asked at %s comes from there', (_, before, source, circumstances) => {
  const asker = circumstances?.by === PHONE ? PHONE.id : null;
  const [entry] = when(given(...before), ask, circumstances);
  expect(entry).toMatchObject({ type: 'questionAsked', data: { source, asker } });
});
test('what is asked at a kiosk keeps where that stands', () => {
  const [entry] = when(given(...begun), ask, { by: KIOSK, zone: 'rest' });
  expect(entry).toMatchObject({ data: { zone: 'rest' } });
  expect(when(given(...begun), ask, { by: KIOSK })).not.toMatchObject([{ data: { zone: null } }]);
});

describe('editing', () => {
  const edit = (text: string): CommandInput => ({
    ...{ type: 'editQuestion', question: '1', text, from: 0 },
  });
  const edited = (id: string, text: string): NewEntry => ({
    type: 'questionEdited',
    data: { question: '1', text: { id, commitment: text } },
  });
  const first = done(2, 'editQuestion', edited('e1', 'first'));
  const own = { id: 'text-1', commitment: 'asked' };
  test.each<[string, Done[], CommandInput, unknown]>([
    ['puts other words in place', [submitted], edit(' better '), [edited('word-1', 'better')]],
    ['is for the queue, too', queued(1), edit('better'), [edited('word-1', 'better')]],
    ['changes nothing for the same words', [submitted], edit('asked'), []],
    ['changes nothing twice', [submitted, first], edit('first'), []],
    ['can bring their own back', [submitted, first], edit('asked'), [edited('text-1', 'asked')]],
    [
      'is over on the floor',
      [...queued(1), pickedAt(9, '1')],
      edit('better'),
      'questions.wrong_state',
    ],
    ['needs a question', [], edit('better'), 'questions.unknown'],
  ])('%s', (_, before, command, outcome) => {
    const state = given(...before);
    expect(when(state, seeing(state, command))).toEqual(outcome);
  });
  test('keeps what was asked, however often it is done', () => {
    const row = (...after: Done[]) => given(submitted, ...after).questions.get('1');
    const second = done(3, 'editQuestion', edited('e2', 'second'));
    expect(row(first)).toMatchObject({ text: { id: 'e1' }, original: own });
    expect(row(first, second)).toMatchObject({ text: { id: 'e2' }, original: own });
    const restored = done(4, 'editQuestion', edited('text-1', 'asked'));
    expect(row(first, second, restored)).toMatchObject({ text: own, original: null });
  });

  test('shows others the new words, and asker and desk both', async () => {
    const room = await roomWithForum();
    const [phone, host, other] = [
      room.enter('audience', 'asking'),
      room.enter('host'),
      room.enter('audience', 'other'),
    ];
    await phone.does({ ...ask, text: '路灯坏了!!' });
    await host.does(seeing(room.seat.engine.state, edit('路灯坏了')));
    expect(phone.events('mine').at(-1)).toMatchObject({
      questions: [{ text: '路灯坏了', original: '路灯坏了!!' }],
    });
    const desk = room.seat.room.feed('moderator').snapshot().collections['desk'];
    expect(desk).toMatchObject({ '1': { text: '路灯坏了', original: '路灯坏了!!' } });
    await host.does(screen);
    room.runTimers();
    const listed = room.seat.room.feed('audience').snapshot().collections['questions'];
    expect(listed).toMatchObject({ '1': { text: '路灯坏了' } });
    const heard = JSON.stringify([
      room.broadcasts.filter(({ role }) => role === 'audience'),
      other.sent,
    ]);
    expect(heard).toContain('路灯坏了');
    expect(heard).not.toContain('路灯坏了!!');
  });
});

describe('closing', () => {
  const closed = done(90, 'closeForum', { type: 'forumClosed', data: {} });
  const after = (...commands: Done[]) => {
    const state = given(...commands, closed);
    const row = state.questions.get('1');
    return { state: row?.state, public: row && isPublic(row), last: row?.history.at(-1) };
  };
  const deferred = { state: 'deferred', at: moment(90) };
  test('defers what waits, and lets nobody see what nobody has looked at', () => {
    expect(after(submitted)).toEqual({ state: 'deferred', public: false, last: deferred });
    expect(after(...queued(1))).toEqual({ state: 'deferred', public: true, last: deferred });
    expect(after(unreviewed)).toEqual({ state: 'deferred', public: true, last: deferred });
  });
  test('leaves what has ended', () => {
    expect(after(...queued(1), pickedAt(9, '1'), itemStarted(20, 'qa'))).toMatchObject({
      state: 'answered',
      last: { at: moment(20) },
    });
  });
  test('answers what is on the floor, notes to come, and clears the floor', () => {
    const commands = [...queued(1), pickedAt(30, '1')];
    expect(after(...commands)).toMatchObject({ state: 'answered', last: { at: moment(90) } });
    const state = given(...commands, closed);
    expect([state.currentQuestion.value, state.suggestion.value, state.floor.value]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('a question that should not have been logged', () => {
  const logged = done(1, 'logQuestion', asked(1, { source: 'paper', serial: 'A-1', asker: null }));
  const withdrawn = done(2, 'undo', { type: 'questionWithdrawn', data: { question: '1' } });
  const slip: CommandInput = { ...ask, type: 'logQuestion', source: 'paper', serial: 'A-1' };
  test('is withdrawn; its slip can be entered anew, under another number', () => {
    const state = given(logged, withdrawn);
    expect(state.questions.get('1')).toMatchObject({ state: 'withdrawn', serial: 'A-1' });
    expect(when(state, slip)).toMatchObject([
      { type: 'questionAsked', data: { question: '2', serial: 'A-1' } },
    ]);
  });
});

describe('personal data', () => {
  const number = '我的电话13800138000，水管漏水';
  const covered = '我的电话＊＊＊＊＊＊＊＊＊＊＊，水管漏水';
  async function told() {
    const room = await roomWithForum();
    const [phone, host] = [room.enter('audience', 'asking'), room.enter('host')];
    await phone.does({ type: 'askQuestion', text: number, name: null, department: null });
    await host.does(screen);
    const listed = () => {
      room.runTimers();
      return room.seat.room.feed('audience').snapshot().collections['questions'];
    };
    return { room, phone, host, listed };
  }
  const mask = (on: boolean): CommandInput => ({ type: 'maskQuestion', question: '1', on });

  test('is covered for everyone but desks and who asked', async () => {
    const { room, phone, listed } = await told();
    expect(listed()).toMatchObject({ '1': { text: covered } });
    expect(room.seat.room.feed('host').snapshot().collections['queue']).toMatchObject({
      '1': { text: number },
    });
    expect(phone.events('mine').at(-1)).toMatchObject({ questions: [{ text: number }] });
  });
  test('is shown once a desk says that it may be, until the words are others', async () => {
    const { room, host, listed } = await told();
    await host.does(mask(false));
    expect(listed()).toMatchObject({ '1': { text: number } });
    await host.does(
      seeing(room.seat.engine.state, {
        ...{ type: 'editQuestion', question: '1', text: `${number}。`, from: 0 },
      }),
    );
    expect(listed()).toMatchObject({ '1': { text: `${covered}。` } });
  });

  const lifted = done(2, 'maskQuestion', {
    type: 'questionMasked',
    data: { question: '1', on: false },
  });
  test.each<[string, Done[], CommandInput, unknown]>([
    ['lifted', [submitted], mask(false), lifted.entries],
    ['lifted once', [submitted, lifted], mask(false), []],
    ['there already', [submitted], mask(true), []],
    ['of a question that there is', [], mask(true), 'questions.unknown'],
    [
      'set after the forum, too',
      [submitted, lifted, done(90, 'closeForum', { type: 'forumClosed', data: {} })],
      mask(true),
      [{ type: 'questionMasked', data: { question: '1', on: true } }],
    ],
  ])('its mask is %s', (_, before, command, outcome) => {
    expect(when(given(...before), command)).toEqual(outcome);
  });
});

test('the list of rude words is the organisers’, each word once', async () => {
  const room = await roomWithForum();
  const admin = room.enter('admin');
  const list = () => room.seat.room.feed('admin').snapshot().documents['rudeWords'];
  expect(list()).toContain('混蛋');
  await admin.does({ type: 'putRudeWords', words: ['坏话', '坏话', '更坏'] });
  expect(list()).toEqual(['坏话', '更坏']);
});
