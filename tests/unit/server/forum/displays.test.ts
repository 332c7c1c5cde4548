import type { ForumState } from '@wenzheng/server/src/engine/state';
import { ROLES, type Role } from '@wenzheng/shared/forum/access';
import { COMMAND_TYPES, type CommandInput } from '@wenzheng/shared/forum/commands';
import { DISPLAYS_LIMIT, type Shows } from '@wenzheng/shared/forum/displays';
import { isDisplay } from '@wenzheng/shared/forum/layouts';
import type { PollDraft } from '@wenzheng/shared/forum/polls';
import { FREE_SCENES, type FreeScene } from '@wenzheng/shared/forum/scenes';
import { describe, expect, test } from 'vitest';
import {
  done,
  forumMade,
  given,
  moment,
  numbered,
  PHONE,
  pickedAt,
  queued,
  when,
  type Done,
} from '../../../support/given';
import { beside } from '../../../support/photo';
import { roomWithForum, type TestRoom } from '../../../support/room';

const WALL = 'main.WALL23456789';
const STAGE = 'stage.MARK23456789';
const named = (at: number, display: string, name: string | null): Done =>
  done(at, 'renameDisplay', { type: 'displayRenamed', data: { display, name } });
const assigned = (at: number, shows: Shows, scene: FreeScene | null = null): Done =>
  done(at, 'assignDisplay', { type: 'displayAssigned', data: { display: WALL, shows, scene } });
const assign = (shows: Shows, scene: FreeScene | null = null, display = WALL): CommandInput => ({
  type: 'assignDisplay',
  ...{ display, shows, scene },
});
const row = (state: ForumState) => state.displays.get(WALL);

describe('a display', () => {
  test.each<[string, Done[], CommandInput, unknown]>([
    [
      'is given a name',
      [],
      { type: 'renameDisplay', display: WALL, name: ' East wall ' },
      [{ type: 'displayRenamed', data: { display: WALL, name: 'East wall' } }],
    ],
    [
      'keeps the name that it has',
      [named(1, WALL, 'East wall')],
      { type: 'renameDisplay', display: WALL, name: 'East wall' },
      [],
    ],
    [
      'is told to show a scene of its own',
      [],
      assign('scene', 'join'),
      [{ type: 'displayAssigned', data: { display: WALL, shows: 'scene', scene: 'join' } }],
    ],
    ['is told the same once', [assigned(1, 'scene', 'join')], assign('scene', 'join'), []],
    [
      'is told another scene',
      [assigned(1, 'scene', 'join')],
      assign('scene', 'agenda'),
      [{ type: 'displayAssigned', data: { display: WALL, shows: 'scene', scene: 'agenda' } }],
    ],
    ['that follows is not told to', [], assign('follow'), []],
    [
      'shows its name again each time',
      [done(1, 'identifyDisplay', { type: 'displayIdentified', data: { display: WALL } })],
      { type: 'identifyDisplay', display: WALL },
      [{ type: 'displayIdentified', data: { display: WALL } }],
    ],
    ['that nobody knows is not forgotten', [], { type: 'forgetDisplay', display: WALL }, []],
    [
      'beyond what a forum keeps is refused',
      Array.from({ length: DISPLAYS_LIMIT }, (_, index) =>
        named(1, `main.NUMBER${100 + index}`, 'one of many'),
      ),
      assign('blank'),
      'displays.too_many',
    ],
  ])('%s', (_, before, command, outcome) => {
    expect(when(given(...before), command, { at: 10 })).toEqual(outcome);
  });

  test('that is no big screen is shown no scene', async () => {
    const host = (await roomWithForum()).enter('host');
    expect(await host.press(assign('scene', 'join', STAGE))).toMatchObject({ code: 'malformed' });
    expect(await host.press(assign('scene'))).toMatchObject({ code: 'malformed' });
    expect(await host.press(assign('blank', null, 'wall.WALL23456789'))).toMatchObject({
      code: 'malformed',
    });
  });
});

describe('a picture that is kept', () => {
  test('is known by its scene and its question', () => {
    const asked = given(...queued(1), pickedAt(3, '1'), assigned(4, 'still'));
    expect(row(asked)).toMatchObject({ shows: 'still', scene: 'question', question: 1 });
    const own = given(assigned(1, 'scene', 'join'), assigned(2, 'still'));
    expect(row(own)).toMatchObject({ shows: 'still', scene: 'join', question: null });
    expect(row(own)?.since).toBe(moment(2));
  });

  test('is given up once words are covered that may stand on it', () => {
    const kept = [...queued(1, 2), pickedAt(3, '1'), assigned(4, 'still')];
    const masked = (question: string): Done =>
      done(5, 'maskQuestion', { type: 'questionMasked', data: { question, on: true } });
    expect(row(given(...kept, masked('2')))).toMatchObject({ shows: 'still' });
    expect(row(given(...kept, masked('1')))).toMatchObject({
      ...{ shows: 'follow', scene: null, question: null },
    });
  });

  test('of results or opinions is given up once a statement is turned away', () => {
    const declined = done(3, 'declineStatement', {
      type: 'statementDeclined',
      data: { statement: '1', reason: 'unclear' },
    });
    const kept = (scene: FreeScene): Done[] => [assigned(1, 'scene', scene), assigned(2, 'still')];
    expect(row(given(...kept('opinions'), declined))?.shows).toBe('follow');
    expect(row(given(...kept('opinion_map'), declined))?.shows).toBe('follow');
    expect(row(given(...kept('agenda'), declined))?.shows).toBe('still');
  });

  test.each<[string, Done]>([
    [
      'its result is hidden',
      done(3, 'setPollShown', { type: 'pollShownSet', data: { poll: 'p', shown: false } }),
    ],
    [
      'an answer is kept back',
      done(3, 'judgePollText', { type: 'pollTextJudged', data: { text: 't', shown: false } }),
    ],
    [
      'a word is held back',
      done(3, 'setCloudWord', {
        type: 'cloudWordSet',
        data: { ruling: 'r', poll: 'p', word: { id: 'w', commitment: 'w' }, shown: false },
      }),
    ],
  ])('of a poll is given up once %s', (_, taken) => {
    const kept = (scene: FreeScene): Done[] => [assigned(1, 'scene', scene), assigned(2, 'still')];
    expect(row(given(...kept('poll'), taken))?.shows).toBe('follow');
    expect(row(given(...kept('agenda'), taken))?.shows).toBe('still');
  });
});

describe('an undo that takes words off', () => {
  /** Number of the first entry that `commands` recorded `at`. */
  const entryAt = (commands: readonly Done[], at: number): number =>
    numbered([forumMade, ...commands]).find((each) => each.at === moment(at))?.seq ?? -1;
  /** `before`, and after nine seconds the undo of the command that was recorded `at`. */
  function undone(before: readonly Done[], at: number): Done[] {
    const undo = { type: 'undo', entry: entryAt(before, at) } as const;
    const entries = when(given(...before), undo, { at: at + 9 });
    if (typeof entries === 'string') throw new Error(entries);
    return [...before, done(at + 9, 'undo', ...entries)];
  }
  const picked = [...queued(1, 2), pickedAt(3, '1')];
  const uncovered = (at: number, question = '1'): Done =>
    done(at, 'maskQuestion', { type: 'questionMasked', data: { question, on: false } });

  test('has a display follow that followed meanwhile, though it stood still before', () => {
    const state = given(...undone([...picked, assigned(4, 'still'), uncovered(20)], 20));
    expect(state.questions.get('1')?.unmasked).toBe(false);
    expect(row(state)).toMatchObject({ shows: 'follow', question: null, since: moment(29) });
  });

  test('has one follow that was told to stand still meanwhile', () => {
    const state = given(...undone([...picked, uncovered(20), assigned(22, 'still')], 20));
    expect(row(state)).toMatchObject({ shows: 'follow', question: null, since: moment(29) });
  });

  test('leaves one alone that shows something else', () => {
    const other = undone([...picked, uncovered(20, '2'), assigned(22, 'still')], 20);
    expect(row(given(...other))).toMatchObject({ shows: 'still', question: 1 });
    const again = undone([...picked, assigned(4, 'still'), pickedAt(20, '2')], 20);
    expect(row(given(...again))).toMatchObject({ shows: 'still', question: 1 });
  });

  test('is not undone with what the display was told before', () => {
    const before = [...picked, assigned(4, 'still'), named(21, WALL, 'East wall'), uncovered(22)];
    const naming = { type: 'undo', entry: entryAt(before, 21) } as const;
    expect(when(given(...undone(before, 22)), naming, { at: 31 })).toBe('undo.superseded');
  });

  const statement = {
    ...{ statement: '1', number: 1, prepared: false, asker: PHONE.id },
    text: { id: 's', commitment: 's' },
  };
  const word = { id: 't', commitment: 't' };
  const poll: PollDraft = {
    ...{ id: 'p', kind: 'text', text: 'p', options: [], most: null, steps: null },
    ...{ low: '', high: '', who: 'anyone', live: false },
  };
  const answered: Done[] = [
    done(1, 'askPoll', { type: 'pollPut', data: { poll } }),
    done(1, 'openPoll', { type: 'pollOpened', data: { poll: 'p' } }),
    {
      ...{ at: 2, type: null, by: null },
      entries: [
        {
          type: 'ballotCast',
          data: { poll: 'p', ballot: { id: 't', text: word }, voter: 'v', counter: 1 },
        },
      ],
    },
  ];
  test.each<[string, FreeScene, Done[], Done]>([
    [
      'of a poll that was shown',
      'poll',
      answered,
      done(20, 'setPollShown', { type: 'pollShownSet', data: { poll: 'p', shown: true } }),
    ],
    [
      'of an answer that was let through',
      'poll',
      answered,
      done(20, 'judgePollText', { type: 'pollTextJudged', data: { text: 't', shown: true } }),
    ],
    [
      'of a word that was let through',
      'poll',
      answered,
      done(20, 'setCloudWord', {
        type: 'cloudWordSet',
        data: { ruling: 'r', poll: 'p', word, shown: true },
      }),
    ],
    [
      'of a statement that was let through',
      'opinions',
      [done(1, 'addStatement', { type: 'statementSubmitted', data: statement })],
      done(20, 'approveStatement', { type: 'statementApproved', data: { statement: '1' } }),
    ],
    [
      'of a statement that was added',
      'opinions',
      [],
      done(
        20,
        'addStatement',
        { type: 'statementSubmitted', data: statement },
        { type: 'statementApproved', data: { statement: '1' } },
      ),
    ],
  ])('%s has displays follow that may show it', (_, scene, before, shown) => {
    const frozen = (on: FreeScene): Done[] => [
      ...[...before, assigned(3, 'scene', on), shown],
      assigned(22, 'still'),
    ];
    expect(row(given(...undone(frozen(scene), 20)))?.shows).toBe('follow');
    expect(row(given(...undone(frozen('agenda'), 20)))?.shows).toBe('still');
  });
});

const documentsOf = (room: TestRoom, role: Role) => room.seat.room.feed(role).snapshot().documents;

test('what displays are told is sent to displays alone, and at once', async () => {
  const room = await roomWithForum();
  const host = room.enter('host');
  room.broadcasts.length = 0;
  await host.does({ type: 'renameDisplay', display: WALL, name: 'East wall' });
  const sent = room.broadcasts.filter(({ patch }) => JSON.stringify(patch).includes('East wall'));
  const receivers = ROLES.filter((role) => isDisplay(role) || ['host', 'admin'].includes(role));
  expect(sent.map(({ role }) => role).sort()).toEqual([...receivers].sort());
  expect(sent.every(({ tallies }) => !tallies)).toBe(true);
  await host.does(assign('scene', 'join'));
  for (const role of ['display', 'stage', 'lobby', 'overlay'] as const)
    expect(documentsOf(room, role)['assignments']).toMatchObject([
      { display: WALL, name: 'East wall', shows: 'scene', scene: 'join' },
    ]);
  expect(documentsOf(room, 'audience')['assignments']).toBeUndefined();
});

test('the list tells who is there, and who was', async () => {
  const room = await roomWithForum();
  const { screens } = room.seat;
  const listed = (): unknown => {
    room.seat.room.publish(new Map([['screens', new Map()]]), ['host']);
    room.runTimers();
    return documentsOf(room, 'host')['displays'];
  };
  screens.came(WALL);
  screens.came(WALL);
  screens.came(STAGE);
  screens.left(WALL);
  screens.left(STAGE);
  await room.enter('host').does({ type: 'renameDisplay', display: 'lobby.REST23', name: 'Rest' });
  expect(listed()).toMatchObject({
    displays: [
      { id: WALL, name: null, connected: true, shows: 'follow' },
      { id: STAGE, connected: false },
      { id: 'lobby.REST23', name: 'Rest', connected: false },
    ],
  });
  // Whoever opens the address under ever new names takes the place of nobody who is there.
  for (let index = 0; index < 200; index += 1) {
    screens.came(`main.STRANGER${index}`);
    screens.left(`main.STRANGER${index}`);
  }
  expect(screens.list().length).toBeLessThanOrEqual(60);
  expect(screens.list()).toContainEqual({ id: WALL, connected: true, holds: [] });
});

test('the list tells which films and slides a display could show at once', async () => {
  const room = await roomWithForum();
  const { screens } = room.seat;
  const admin = room.enter('admin');
  const film = beside({ command: { type: 'addMedia', name: 'film' } }).file?.id ?? '';
  const held = (): unknown => {
    room.seat.room.publish(new Map([['screens', new Map()]]), ['host']);
    room.runTimers();
    const { displays } = documentsOf(room, 'host')['displays'] as {
      displays: { holds: unknown }[];
    };
    return displays.map(({ holds }) => holds);
  };
  await admin.does({ type: 'addMedia', name: 'film' });
  expect(screens.hold({ display: WALL }, [film])).toEqual([]);
  screens.came(WALL);
  expect(held()).toEqual([[]]);
  expect(screens.hold({ display: WALL }, [film, 'whatever'])).toEqual(['screens']);
  expect(screens.hold({ display: WALL }, [film, 'whatever'])).toEqual([]);
  // Whoever opens a display's address may say anything: only films of the forum are told.
  expect(held()).toEqual([[film]]);
  await admin.does({ type: 'removeMedia', media: film });
  expect(held()).toEqual([[]]);
  // Of two windows one has gone, then the other; what comes again has nothing ready yet.
  screens.came(WALL);
  screens.left(WALL);
  expect(screens.list()[0]?.holds).toEqual([film, 'whatever']);
  screens.left(WALL);
  screens.came(WALL);
  expect(screens.list()[0]?.holds).toEqual([]);
  expect(screens.hold({}, [film])).toEqual([]);
});

test('only those who lead the forum tell displays anything', async () => {
  const room = await roomWithForum();
  for (const role of ROLES) {
    const answer = await room.enter(role).press(assign('scene', FREE_SCENES[0]));
    const leads = role === 'host' || role === 'admin';
    expect(answer.ok, role).toBe(leads);
  }
  expect(COMMAND_TYPES).toContain('assignDisplay');
});
