import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { describe, expect, test } from 'vitest';
import { DUE } from '../../../support/given';
import { roomWithForum } from '../../../support/room';

const ask = (text: string): CommandInput => ({
  type: 'askQuestion',
  text,
  name: null,
  department: null,
});
const support = (question: string, on: boolean): CommandInput => ({
  type: 'supportQuestion',
  question,
  on,
});
const mic = (text: string): CommandInput => ({
  type: 'logQuestion',
  source: 'mic',
  serial: null,
  text,
  name: null,
  department: null,
});

describe('a malformed frame', () => {
  const frame = (command: unknown, id: unknown = ['page', 1]): unknown => ({ id, command });
  const asks = (fields: object) =>
    frame({ type: 'askQuestion', text: 'a', name: null, department: null, ...fields });
  test.each<[string, unknown, string, string | RegExp]>([
    ['nothing', undefined, '', /./],
    ['a word', 'command', '', /./],
    ['no id', { command: { type: 'endTurn', turn: 1 } }, 'id', /./],
    ['an id from 0', frame({ type: 'endTurn', turn: 1 }, ['page', 0]), '1', /./],
    ['an unknown command', frame({ type: 'openTheVault' }), 'type', /./],
    ['a field too many', frame({ type: 'endTurn', turn: 1, force: true }), '', /./],
    ['a number as text', frame({ type: 'endTurn', turn: '1' }), 'turn', /./],
    ['words of nothing', asks({ text: ' \u200b\n ' }), 'text', 'empty'],
    ['words without end', asks({ text: '字'.repeat(501) }), 'text', 'too_long'],
    ['ten thousand emoji', asks({ text: '😀'.repeat(10_000) }), 'text', 'too_long'],
    ['a long name', asks({ name: '字'.repeat(21) }), 'name', 'too_long'],
    ['a department that is no id', asks({ department: '../etc' }), 'department', 'not_an_id'],
    ['no change of the limit', frame({ type: 'extendTurn', turn: 1, by: 0 }), 'by', 'out_of_range'],
    [
      'half an hour and more',
      frame({ type: 'extendTurn', turn: 1, by: 1_800_001 }),
      'by',
      'out_of_range',
    ],
    [
      'a day that is none',
      frame({
        type: 'deflectQuestion',
        question: '1',
        reason: 'out_of_scope',
        department: 'water',
        due: '2027-02-30',
      }),
      'due',
      'not_a_date',
    ],
    ['a serial that is none', frame({ ...mic('a'), serial: 'A B' }), 'serial', 'not_a_serial'],
  ])('with %s is answered with where and why', async (_, raw, field, problem) => {
    const room = await roomWithForum();
    const ack = await room.enter('host').session.command(raw);
    expect(ack).toEqual({
      ok: false,
      code: 'malformed',
      field,
      problem: expect.stringMatching(problem),
    });
    expect(room.journal.size).toBe(1);
  });

  test('is answered busy when they do not end', async () => {
    const room = await roomWithForum();
    const { session } = room.enter('audience');
    const codes = [];
    for (let i = 0; i < 40; i += 1) {
      const ack = await session.command(null);
      codes.push(ack.ok ? '' : ack.code);
    }
    expect(new Set(codes.slice(0, 30))).toEqual(new Set(['malformed']));
    expect(codes.at(-1)).toBe('busy');
  });
});

describe('what a role may not', () => {
  test('is refused, told to the log and changes nothing', async () => {
    const room = await roomWithForum();
    expect(await room.enter('audience').press({ type: 'showScene', scene: 'join' })).toEqual({
      ok: false,
      code: 'forbidden',
    });
    expect(await room.enter('host').press(ask('a'))).toEqual({ ok: false, code: 'forbidden' });
    expect(room.forbidden).toEqual(['audience showScene', 'host askQuestion']);
    expect(room.journal.size).toBe(1);
  });
});

describe('a phone that sends too fast', () => {
  test('is asked to wait, be it on a new connection, and heard again later', async () => {
    const room = await roomWithForum();
    for (let i = 0; i < 6; i += 1) await room.enter('audience').does(ask('a'));
    expect(await room.enter('audience').press(ask('b'))).toEqual({ ok: false, code: 'busy' });
    expect(await room.enter('audience', 'another').press(ask('b'))).toMatchObject({ ok: true });
    room.pass(5);
    expect(await room.enter('audience').press(ask('c'))).toMatchObject({ ok: true });
  });
});

describe('a kiosk', () => {
  test('sends for many people without being asked to wait, and nothing is its own', async () => {
    const room = await roomWithForum();
    const kiosk = room.enter('kiosk', 'kiosk-1');
    for (let person = 1; person <= 20; person += 1) {
      expect((await kiosk.does(ask('a'))).question).toMatchObject({
        ...{ number: person, source: 'kiosk', text: 'a' },
        tracking: expect.stringMatching(/^\w{3}-\w{3}$/),
      });
    }
    await kiosk.does({ type: 'submitStatement', text: 'more trees' });
    const [entry] = room.journal.entries(room.journal.size, 1);
    expect(entry).toMatchObject({ actor: { role: 'kiosk', id: 'kiosk-1' }, data: { asker: null } });
    await room.enter('moderator').does({
      type: 'declineQuestion',
      ...{ question: '1', reason: 'duplicate', note: null },
    });
    expect(kiosk.events('mine')).toEqual([]);
    const [hello] = room.enter('kiosk', 'kiosk-1').events('hello');
    expect(hello).toMatchObject({ role: 'kiosk', actor: 'kiosk-1', mine: null });
  });

  test('does not vote', async () => {
    const room = await roomWithForum();
    await room.enter('volunteer').does(mic('open'));
    const kiosk = room.enter('kiosk');
    expect(await kiosk.press(support('1', true))).toEqual({ ok: false, code: 'forbidden' });
  });
});

describe('votes of a phone', () => {
  test('have an allowance of their own, whatever they are about', async () => {
    const room = await roomWithForum();
    await room.enter('volunteer').does(mic('open'));
    await room.enter('moderator').does({ type: 'addStatement', text: 'more trees' });
    const phone = room.enter('audience');
    for (let i = 0; i < 6; i += 1) await phone.does(ask('a'));
    for (let i = 0; i < 20; i += 1) {
      await phone.does(support('1', i % 2 === 0));
      await phone.does({ type: 'answerStatement', statement: '1', answer: 'pass' });
    }
    expect(await phone.press(support('1', true))).toEqual({ ok: false, code: 'busy' });
  });
});

describe('who comes in', () => {
  test('is greeted, and gets the view', async () => {
    const room = await roomWithForum();
    const [hello, snapshot] = room.enter('host', 'session-1').sent;
    expect(hello).toMatchObject({
      event: 'hello',
      data: { role: 'host', forum: 'f1', actor: 'session-1', mine: null },
    });
    expect(snapshot).toMatchObject({
      event: 'snapshot',
      data: { documents: { forum: { id: 'f1' } } },
    });
  });

  test('with a view gets what it lacks', async () => {
    const room = await roomWithForum();
    const { epoch, revision } = room.seat.room.feed('display').snapshot();
    const host = room.enter('host');
    await host.does({ type: 'showScene', scene: 'join' });
    await host.does({ type: 'showScene', scene: 'thanks' });
    const lacking = room.enter('display', 'd', { epoch, revision });
    expect(lacking.events('patch').map(({ documents }) => documents?.['scene'])).toMatchObject([
      { kind: 'join' },
      { kind: 'thanks' },
    ]);
    expect(lacking.events('snapshot')).toEqual([]);
    const upToDate = room.enter('display', 'd', { epoch, revision: revision + 2 });
    expect(upToDate.sent.map(({ event }) => event)).toEqual(['hello']);
    const older = room.enter('display', 'd', { epoch: 'before', revision });
    expect(older.sent.map(({ event }) => event)).toEqual(['hello', 'snapshot']);
  });

  test('as a phone is told its own, and no actor', async () => {
    const room = await roomWithForum();
    const phone = room.enter('audience', 'phone-1');
    await phone.does(ask('mine'));
    await room.enter('volunteer').does(mic('open'));
    await phone.does(support('2', true));
    const [hello] = room.enter('audience', 'phone-1').events('hello');
    expect(hello?.actor).toBeNull();
    expect(hello?.mine).toMatchObject({
      questions: [{ id: '1', text: 'mine' }],
      supports: ['2'],
      votes: 2,
    });
    expect(room.enter('audience', 'phone-2').events('hello')[0]?.mine).toEqual({
      questions: [],
      supports: [],
      statements: [],
      answers: {},
      ratings: {},
      ballots: {},
      votes: 0,
      admission: { by: 'link', seat: '' },
    });
  });
});

describe('an asker', () => {
  test('is told on every page when the own question moves on, and nobody else is', async () => {
    const room = await roomWithForum();
    const [page, other] = [room.enter('audience', 'phone-1'), room.enter('audience', 'phone-1')];
    const stranger = room.enter('audience', 'phone-2');
    await page.does(ask('mine'));
    const moderator = room.enter('moderator');
    await moderator.does({
      type: 'declineQuestion',
      question: '1',
      reason: 'duplicate',
      note: 'see 7',
    });
    for (const each of [page, other]) {
      expect(each.events('mine').at(-1)?.questions).toMatchObject([
        { state: 'declined', declined: 'duplicate', declineNote: 'see 7' },
      ]);
    }
    expect(stranger.events('mine')).toEqual([]);
    room.seat.room.leave(other.session);
    const before = other.sent.length;
    await page.does(ask('another'));
    expect(other.sent).toHaveLength(before);
  });
});

describe('a vote', () => {
  test('is recorded without actor, command or anything else of the device', async () => {
    const room = await roomWithForum();
    await room.enter('volunteer').does(mic('open'));
    const phone = room.enter('audience', 'phone-1');
    await phone.does(support('1', true));
    const [entry] = room.journal.entries(5, 1);
    expect(entry).toEqual({
      ...{ v: 1, forum: 'f1', seq: 5, first: 5, at: entry?.at, actor: null, command: null },
      type: 'questionSupported',
      data: { question: '1', on: true, counter: 1, voter: phone.session.voter },
    });
    expect(phone.session.voter).not.toBe(phone.session.asker);
  });
});

test('a page that no longer fits gets a snapshot', async () => {
  const room = await roomWithForum();
  const host = room.enter('host');
  await host.does({ type: 'startAgendaItem', item: 'qa', from: null });
  host.session.resync();
  expect(host.events('snapshot').at(-1)).toEqual(room.seat.room.feed('host').snapshot());
});

test('a deflected question tells everyone its tracking code, an answered one nobody', async () => {
  const room = await roomWithForum();
  const [host, volunteer] = [room.enter('host'), room.enter('volunteer')];
  await volunteer.does(mic('a'));
  await host.does({ type: 'pickQuestion', question: '1', from: null });
  const current = () => room.seat.room.feed('display').snapshot().documents['current'];
  expect(current()).toMatchObject({ state: 'on_floor', tracking: null });
  await host.does({
    type: 'deflectQuestion',
    question: '1',
    reason: 'out_of_scope',
    department: 'water',
    due: DUE,
  });
  expect(current()).toMatchObject({
    state: 'deflected',
    tracking: room.seat.engine.state.questions.get('1')?.tracking,
  });
});

test("a page that comes back under another role is given that role's view, not patches to the old one", async () => {
  const room = await roomWithForum();
  const [snapshot] = room.enter('admin').events('snapshot');
  if (!snapshot) throw new Error('no snapshot');
  const { epoch, revision } = snapshot;
  const again = room.enter('admin', 'admin', { epoch, revision });
  expect(again.events('snapshot')).toEqual([]);
  const other = room.enter('volunteer', 'volunteer', { epoch, revision });
  expect(other.events('snapshot')).toHaveLength(1);
  expect(other.events('hello')[0]?.epoch).not.toBe(epoch);
});

test('what was done before the closing is not offered for undo after it', async () => {
  const room = await roomWithForum();
  const host = room.enter('host');
  const offered = () => room.seat.room.feed('host').snapshot().documents['undo'];
  await host.does({ type: 'startAgendaItem', item: 'opening', from: null });
  expect(offered()).toMatchObject({ actions: [{ command: 'startAgendaItem' }] });
  room.pass(1);
  await host.does({ type: 'closeForum' });
  expect(offered()).toEqual({ actions: [] });
  room.pass(1);
  await host.does({ type: 'showScene', scene: 'join' });
  expect(offered()).toMatchObject({ actions: [{ command: 'showScene' }] });
});
