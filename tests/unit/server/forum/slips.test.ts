import type { NewEntry } from '@wenzheng/server/src/engine/entries';
import type { Actor } from '@wenzheng/server/src/journal/entry';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { SlipEntries } from '@wenzheng/server/src/forum/slips/index';
import { reckonAll } from '@wenzheng/server/src/forum/slips/index';
import { describe, expect, test } from 'vitest';
import { asked, done, given, HOST, moment, when, type Done } from '../../../support/given';
import { roomWithForum, type TestRoom } from '../../../support/room';

const VOLUNTEER: Actor = { role: 'volunteer', id: 'volunteer-1' };
const OTHER: Actor = { role: 'volunteer', id: 'volunteer-2' };
const word = { id: 'w', commitment: 'words' };

/** Slips A-0001 to A-0004 with the codes C-1 to C-4. */
const printed: Done = done(1, 'printSlips', {
  type: 'slipsPrinted',
  data: { batch: 'A', first: 1, codes: ['C-1', 'C-2', 'C-3', 'C-4'] },
});
const issued = (first: number, last: number, on = true): Done =>
  done(2, 'issueSlips', { type: 'slipsIssued', data: { batch: 'A', first, last, on } });
const sealed: Done = done(3, 'sealBox', {
  type: 'boxSealed',
  data: { box: '1', number: 1, seal: 'S-77' },
});
const opened = (count: number): Done =>
  done(4, 'openBox', {
    type: 'boxOpened',
    data: { box: '1', by: word, counts: [{ batch: 'A', count }] },
  });
const origin = (serial: string, box: string | null = null) => ({ serial, box, late: false });
const entered = (
  serial: string,
  number: number,
  { by = VOLUNTEER, toCheck = false, box = null as string | null, code = `C-${number}` } = {},
): Done => ({
  ...{ at: 5, type: 'enterSlip', by },
  entries: [
    asked(number, { source: 'paper', serial, tracking: code, asker: null }),
    {
      type: 'slipEntered',
      data: { ...origin(serial, box), question: String(number), toCheck },
    },
  ],
});
const voided = (serial: string, box: string | null = null): Done =>
  done(6, 'voidSlip', { type: 'slipVoided', data: { ...origin(serial, box), reason: 'blank' } });
const unread = (serial: string, box: string | null = null): Done =>
  done(6, 'markIllegible', {
    type: 'slipIllegible',
    data: { ...origin(serial, box), step: 'marked' },
  });
const missing = (first: number, last: number): Done =>
  done(7, 'declareMissing', {
    type: 'slipsMissing',
    data: { batch: 'A', first, last, on: true },
  });

const enter = (fields: Partial<Extract<CommandInput, { type: 'enterSlip' }>>): CommandInput => ({
  ...{ type: 'enterSlip', serial: 'A-0001', box: null, late: false },
  ...{ text: 'why', name: null, further: false, ...fields },
});
const voidIt = (serial: string, box: string | null = null): CommandInput => ({
  ...{ type: 'voidSlip', ...origin(serial, box), reason: 'spoiled' },
});
const illegible = (serial: string, step: 'marked' | 'asked'): CommandInput => ({
  ...{ type: 'markIllegible', ...origin(serial), step },
});

const outcome = (state: ReturnType<typeof given>, command: CommandInput, by = HOST): string => {
  const decided = when(state, command, { by });
  return typeof decided === 'string' ? decided : decided.map(({ type }) => type).join(' ');
};
const firstOf = (entries: readonly NewEntry[] | string): unknown =>
  typeof entries === 'string' ? entries : entries[0]?.data;

describe('a batch', () => {
  test('begins at 1 and goes on where it ended', () => {
    const print: CommandInput = { type: 'printSlips', batch: ' a ', count: 1 };
    expect(firstOf(when(given(), print))).toMatchObject({ batch: 'A', first: 1 });
    expect(firstOf(when(given(printed), print))).toMatchObject({ batch: 'A', first: 5 });
  });
  test('has a code for each stub, which no question has', async () => {
    const room = await roomWithForum();
    const admin = room.enter('admin');
    await admin.does({ type: 'printSlips', batch: 'A', count: 500 });
    const codes = [...room.seat.engine.state.slips.entries()].map(([, { code }]) => code);
    expect(new Set(codes).size).toBe(500);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
    expect(room.seat.engine.state.trackingCodes.size).toBe(500);
  });
  test.each([
    ['too many at once', { type: 'printSlips', batch: 'A', count: 501 }],
    ['none', { type: 'printSlips', batch: 'A', count: 0 }],
    ['letters that are none', { type: 'printSlips', batch: 'A1', count: 5 }],
  ] as const)('is not printed: %s', (_, command) => {
    expect(() => when(given(), command)).toThrow();
  });
  test('is not printed over serial numbers that were logged before', () => {
    const state = given({
      ...{ at: 1, type: 'logQuestion', by: VOLUNTEER },
      entries: [asked(1, { source: 'paper', serial: 'A-0002' })],
    });
    expect(outcome(state, { type: 'printSlips', batch: 'A', count: 1 })).toBe('slipsPrinted');
    expect(outcome(state, { type: 'printSlips', batch: 'A', count: 2 })).toBe('slips.serials_used');
  });
  test.each(['A-1', 'A1'])('nor over one that was written %s', (serial) => {
    const state = given({
      ...{ at: 1, type: 'logQuestion', by: VOLUNTEER },
      entries: [asked(1, { source: 'paper', serial })],
    });
    expect(outcome(state, { type: 'printSlips', batch: 'A', count: 1 })).toBe('slips.serials_used');
  });
});

describe('handing out', () => {
  const issue = (first: number, last: number, on = true): CommandInput => ({
    ...{ type: 'issueSlips', batch: 'A', first, last, on },
  });
  test.each([
    ['a run', [printed], issue(1, 3), 'slipsIssued'],
    ['the same run again changes nothing', [printed, issued(1, 3)], issue(1, 3), ''],
    ['more of it', [printed, issued(1, 3)], issue(1, 4), 'slipsIssued'],
    ['none of what is out', [printed], issue(1, 3, false), ''],
    ['back what was not given away', [printed, issued(1, 3)], issue(3, 3, false), 'slipsIssued'],
    ['what was not printed', [printed], issue(3, 5), 'slips.unknown'],
    ['from the end to the beginning', [printed], issue(3, 2), 'slips.unknown'],
    ['of a batch that is none', [], issue(1, 1), 'slips.unknown_batch'],
  ] as const)('%s', (_, before, command, expected) => {
    expect(outcome(given(...before), command)).toBe(expected);
  });
  test('moves only what lies on the pile, and back only what is out', () => {
    const state = given(printed, issued(1, 3), entered('A-0002', 2), issued(1, 4, false));
    const states = [1, 2, 3, 4].map((number) => state.slips.get(`A-000${number}`)?.state);
    expect(states).toEqual(['printed', 'entered', 'printed', 'printed']);
  });
});

describe('a box', () => {
  const open = (batch = 'A'): CommandInput => ({
    ...{ type: 'openBox', box: '1', by: '王芳、李明', counts: [{ batch, count: 3 }] },
  });
  const recount = (count: number): CommandInput => ({
    ...{ type: 'countBox', box: '1', counts: [{ batch: 'A', count }] },
  });
  test.each([
    ['is sealed', [printed], { type: 'sealBox', seal: ' s-78 ' }, 'boxSealed'],
    [
      'has a seal of its own',
      [printed, sealed],
      { type: 'sealBox', seal: 's-77' },
      'slips.seal_taken',
    ],
    ['is opened', [printed, sealed], open(), 'boxOpened'],
    ['is opened once', [printed, sealed, opened(3)], open(), 'slips.box_opened'],
    ['that is none', [printed], open(), 'slips.unknown_box'],
    ['holds slips of batches that there are', [printed, sealed], open('B'), 'slips.unknown_batch'],
    ['is counted once more', [printed, sealed, opened(3)], recount(2), 'boxCounted'],
    ['counted to the same', [printed, sealed, opened(3)], recount(3), ''],
    ['is not counted while it is sealed', [printed, sealed], recount(3), 'slips.box_sealed'],
    [
      'gives out no slip while it is sealed',
      [printed, sealed],
      enter({ box: '1' }),
      'slips.box_sealed',
    ],
    [
      'has no late slips in it',
      [printed, sealed, opened(3)],
      enter({ box: '1', late: true }),
      'slips.box_sealed',
    ],
  ] as const)('%s', (_, before, command, expected) => {
    expect(outcome(given(...before), command as CommandInput)).toBe(expected);
  });
});

describe('entering a slip', () => {
  const inQueue = 'questionAsked slipEntered';
  test.each([
    ['that lies on the pile', [printed], enter({}), inQueue],
    ['that was handed out', [printed, issued(1, 4)], enter({}), inQueue],
    ['out of a box', [printed, sealed, opened(3)], enter({ box: '1' }), inQueue],
    ['that came late', [printed], enter({ late: true }), inQueue],
    ['in any way of writing the number', [printed], enter({ serial: 'a1' }), inQueue],
    [
      'by its QR code',
      [printed],
      enter({ serial: 'http://h/console?forum=f#slips/A-0001' }),
      inQueue,
    ],
    ['that is missing', [printed, issued(1, 4), missing(1, 1)], enter({}), inQueue],
    ['that nobody could read', [printed, unread('A-0001')], enter({}), inQueue],
    ['that was void by mistake', [printed, voided('A-0001')], enter({}), inQueue],
    ['that was never printed', [printed], enter({ serial: 'A-0009' }), 'slips.unknown'],
    ['out of a box that is none', [printed], enter({ box: '9' }), 'slips.unknown_box'],
    ['twice', [printed, entered('A-0001', 1)], enter({}), 'questions.serial_taken'],
    ['with a second question', [printed, entered('A-0001', 1)], enter({ further: true }), inQueue],
    [
      'with a second question and no first',
      [printed],
      enter({ further: true }),
      'slips.not_entered',
    ],
  ] as const)('%s', (_, before, command, expected) => {
    expect(outcome(given(...before), command as CommandInput, VOLUNTEER)).toBe(expected);
  });

  test('gives the question the code of the stub, a second one a code of its own', () => {
    const codeOf = (state: ReturnType<typeof given>, command: CommandInput): string => {
      const entries = when(state, command, { by: VOLUNTEER });
      const [first] = typeof entries === 'string' ? [] : entries;
      return first?.type === 'questionAsked' ? first.data.tracking : '';
    };
    expect(codeOf(given(printed), enter({}))).toBe('C-1');
    const twice = given(printed, entered('A-0001', 1));
    expect(codeOf(twice, enter({ further: true }))).not.toBe('C-1');
  });
  test('leads from the code of the stub to the question', () => {
    expect(given(printed).trackingCodes.get('C-1')).toBe('');
    expect(given(printed, entered('A-0001', 1)).trackingCodes.get('C-1')).toBe('1');
  });
  test.each([
    ['logging a slip of a batch enters it', 'a-0001', 'questionAsked slipEntered'],
    ['logging one that was not printed', 'A-0077', 'slips.unknown'],
    ['a free serial is logged as ever', 'X-17', 'questionAsked'],
    ['a serial that is none of a batch is logged as ever', 'ROW-3-SEAT-4', 'questionAsked'],
  ])('%s', (_, serial, expected) => {
    const command: CommandInput = {
      ...{ type: 'logQuestion', source: 'paper', serial, text: 'why' },
      ...{ name: null, department: null },
    };
    expect(outcome(given(printed), command, VOLUNTEER)).toBe(expected);
  });
});

describe('a slip that is not entered', () => {
  test.each([
    ['is void', [printed], voidIt('A-0001'), 'slipVoided'],
    ['is void for another reason', [printed, voided('A-0001')], voidIt('A-0001'), 'slipVoided'],
    [
      'is not void while it is entered',
      [printed, entered('A-0001', 1)],
      voidIt('A-0001'),
      'slips.wrong_state',
    ],
    ['cannot be read', [printed], illegible('A-0001', 'marked'), 'slipIllegible'],
    ['marked again', [printed, unread('A-0001')], illegible('A-0001', 'marked'), ''],
    [
      'its writer is asked',
      [printed, unread('A-0001')],
      illegible('A-0001', 'asked'),
      'slipIllegible',
    ],
    ['is void after all', [printed, unread('A-0001')], voidIt('A-0001'), 'slipVoided'],
    [
      'void cannot be unreadable',
      [printed, voided('A-0001')],
      illegible('A-0001', 'marked'),
      'slips.wrong_state',
    ],
    ['is not out of a sealed box', [printed, sealed], voidIt('A-0001', '1'), 'slips.box_sealed'],
  ] as const)('%s', (_, before, command, expected) => {
    expect(outcome(given(...before), command, VOLUNTEER)).toBe(expected);
  });
});

describe('an entry', () => {
  const revision = (state: ReturnType<typeof given>): number =>
    state.questions.get('1')?.revision ?? 0;
  const check = (from: number): CommandInput => ({
    ...{ type: 'checkEntry', serial: 'A-0001', question: '1', from },
  });
  const correct = (text: string, from: number): CommandInput => ({
    ...{ type: 'correctEntry', serial: 'A-0001', question: '1', text, from },
  });
  const withdraw: CommandInput = {
    ...{ type: 'withdrawEntry', serial: 'A-0001', question: '1', reason: 'wrong_serial' },
  };
  const toCheck = given(printed, entered('A-0001', 1, { toCheck: true }));

  test.each([
    ['is compared by another', check(revision(toCheck)), OTHER, 'slipEntryChecked'],
    ['is not compared by who entered it', check(revision(toCheck)), VOLUNTEER, 'slips.own_entry'],
    ['is compared as it stands', check(0), OTHER, 'questions.moved'],
    ['is corrected', correct('who', revision(toCheck)), OTHER, 'questionEdited slipEntryCorrected'],
    [
      'is corrected by who entered it',
      correct('who', revision(toCheck)),
      VOLUNTEER,
      'questionEdited slipEntryCorrected',
    ],
    ['is corrected as it stands', correct('who', 0), OTHER, 'questions.moved'],
    ['is taken back', withdraw, OTHER, 'questionWithdrawn slipEntryWithdrawn'],
  ])('%s', (_, command, by, expected) => {
    expect(outcome(toCheck, command, by)).toBe(expected);
  });
  const alike = (question: string, into: string): Done =>
    done(8, 'mergeQuestion', {
      type: 'questionMerged',
      data: { question, into, since: moment(8) },
    });
  test.each([
    ['is merged', alike('1', '2')],
    ['others count for', alike('2', '1')],
  ])('that %s is not taken back', (_, merging) => {
    const state = given(printed, entered('A-0001', 1), entered('A-0002', 2), merging);
    expect(outcome(state, withdraw, OTHER)).toBe('questions.wrong_state');
  });
  test('of another slip is none', () => {
    expect(outcome(toCheck, { ...check(1), serial: 'A-0002' } as CommandInput, OTHER)).toBe(
      'questions.unknown',
    );
  });

  const corrected = (by: Actor): Done => ({
    ...{ at: 8, type: 'correctEntry', by },
    entries: [
      { type: 'questionEdited', data: { question: '1', text: word } },
      { type: 'slipEntryCorrected', data: { serial: 'A-0001', question: '1' } },
    ],
  });
  test.each([
    ['another: it has been compared', OTHER, false],
    ['who entered it: it is to be compared', VOLUNTEER, true],
  ])('corrected by %s', (_, by, still) => {
    const state = given(printed, entered('A-0001', 1, { toCheck: !still }), corrected(by));
    expect(state.slips.get('A-0001')?.entries).toEqual([
      { question: '1', by: VOLUNTEER.id, toCheck: still },
    ]);
    expect(state.questions.get('1')).toMatchObject({ text: word, original: { id: 'text-1' } });
  });

  const withdrawn = done(
    9,
    'withdrawEntry',
    { type: 'questionWithdrawn', data: { question: '1' } },
    {
      type: 'slipEntryWithdrawn',
      data: { ...origin('A-0001', '1'), question: '1', reason: 'wrong_serial' },
    },
  );
  test('taken back leaves the slip in the hand, with its code, to be entered anew', () => {
    const state = given(printed, sealed, opened(1), entered('A-0001', 1, { box: '1' }), withdrawn);
    expect(state.slips.get('A-0001')).toMatchObject({ state: 'returned', box: '1', entries: [] });
    expect(state.trackingCodes.get('C-1')).toBe('');
    const entries = when(state, enter({ box: '1' }), { by: VOLUNTEER });
    expect(entries[0]).toMatchObject({ data: { tracking: 'C-1', number: 2 } });
  });
  test('taken back of two leaves the other', () => {
    const second = entered('A-0001', 2, { code: 'X-2' });
    const state = given(printed, entered('A-0001', 1), second, withdrawn);
    expect(state.slips.get('A-0001')).toMatchObject({
      state: 'entered',
      entries: [{ question: '2' }],
    });
    const entries = when(state, enter({ further: true }), { by: VOLUNTEER });
    expect(entries[0], 'the code of the stub is free').toMatchObject({ data: { tracking: 'C-1' } });
  });
  test('undone leaves the slip as it was', async () => {
    const room = await roomWithForum();
    const desk = room.enter('volunteer');
    await room.enter('host').does({ type: 'printSlips', batch: 'A', count: 3 });
    await desk.does({ type: 'markIllegible', ...origin('A-0002'), step: 'asked' });
    const before = room.seat.engine.state.slips.get('A-0002');
    const { entry = -1 } = await desk.does(enter({ serial: 'A-0002' }));
    await desk.does({ type: 'undo', entry });
    expect(room.seat.engine.state.slips.get('A-0002')).toEqual(before);
  });
  test('is drawn by lot to be compared, all or none', async () => {
    for (const [check, least, most] of [
      ['all', 60, 60],
      ['none', 0, 0],
      ['sample', 3, 30],
    ] as const) {
      const room = await roomWithForum();
      const host = room.enter('host');
      await host.does({ type: 'printSlips', batch: 'A', count: 60 });
      await host.does({ type: 'setSlipCheck', check });
      const desk = room.enter('volunteer');
      for (let number = 1; number <= 60; number += 1)
        await desk.does(enter({ serial: `A${number}` }));
      const { toCheck: drawn } = slipsOf(room);
      expect(drawn).toBeGreaterThanOrEqual(least);
      expect(drawn).toBeLessThanOrEqual(most);
    }
  });
});

interface SlipsDocument {
  readonly toCheck: number;
  readonly named: { readonly holds: boolean } | null;
}
function slipsOf(room: TestRoom): SlipsDocument {
  const feed = room.seat.room.feed('volunteer');
  feed.flush();
  return feed.snapshot().documents['slips'] as unknown as SlipsDocument;
}

describe('the sums', () => {
  const zero = { out: 0, excess: 0, missing: 0, toEnter: 0, surplus: 0 };
  test.each<[string, Done[], object]>([
    ['nothing printed', [], { printed: 0, ...zero }],
    ['on the pile', [printed], { printed: 4, unissued: 4, issued: 0, returned: 0, ...zero }],
    ['handed out', [printed, issued(1, 3)], { unissued: 1, issued: 3, ...zero, out: 3 }],
    [
      'in an opened box',
      [printed, issued(1, 4), sealed, opened(3)],
      { issued: 4, returned: 3, ...zero, out: 1, toEnter: 3 },
    ],
    [
      'partly entered',
      [
        printed,
        issued(1, 4),
        sealed,
        opened(3),
        entered('A-0001', 1, { box: '1' }),
        voided('A-0002', '1'),
      ],
      { returned: 3, entered: 1, void: 1, ...zero, out: 1, toEnter: 1 },
    ],
    [
      'unreadable: still to be entered',
      [printed, issued(1, 4), sealed, opened(1), unread('A-0001', '1'), unread('A-0002')],
      { returned: 2, ...zero, out: 2, toEnter: 2 },
    ],
    [
      'handed in beside the box',
      [printed, issued(1, 4), entered('A-0001', 1), sealed, opened(1)],
      { returned: 2, entered: 1, ...zero, out: 2, toEnter: 1 },
    ],
    [
      'more in the box than were counted',
      [
        printed,
        issued(1, 4),
        sealed,
        opened(1),
        entered('A-0001', 1, { box: '1' }),
        voided('A-0002', '1'),
      ],
      { returned: 1, entered: 1, void: 1, ...zero, out: 3, surplus: 1 },
    ],
    [
      'more came back than were handed out',
      [printed, issued(1, 1), sealed, opened(3)],
      { issued: 1, returned: 3, ...zero, excess: 2, toEnter: 3 },
    ],
    [
      'all but one, which is missing',
      [printed, issued(1, 2), entered('A-0001', 1), missing(1, 4)],
      { issued: 2, returned: 1, ...zero, missing: 1 },
    ],
  ])('%s', (_, before, expected) => {
    expect(reckonAll(given(...before))).toMatchObject(expected);
  });
});

describe('closing', () => {
  const close: CommandInput = { type: 'closeForum' };
  const name = (difference: object): CommandInput =>
    ({ type: 'nameDifference', difference, why: '四张被带走' }) as CommandInput;
  const zero = { out: 0, excess: 0, missing: 0, toEnter: 0, surplus: 0 };
  const named = (difference: SlipEntries['slipDifferenceNamed']['difference']): Done =>
    done(9, 'nameDifference', { type: 'slipDifferenceNamed', data: { difference, why: word } });

  test.each([
    ['without slips', [], 'forumClosed'],
    ['with slips on the pile', [printed], 'forumClosed'],
    ['with slips about', [printed, issued(1, 4)], 'followup.slips_open'],
    ['with slips missing', [printed, issued(1, 4), missing(1, 4)], 'followup.slips_open'],
    ['once all are back', [printed, issued(1, 1), voided('A-0001')], 'forumClosed'],
    [
      'with the difference named',
      [printed, issued(1, 4), named({ ...zero, out: 4 })],
      'forumClosed',
    ],
    [
      'with another difference than was named',
      [printed, issued(1, 3), named({ ...zero, out: 3 }), issued(4, 4)],
      'followup.slips_open',
    ],
  ] as const)('%s', (_, before, expected) => {
    expect(outcome(given(...before), close)).toBe(expected);
  });
  test('a difference is named as it stands', () => {
    const state = given(printed, issued(1, 4));
    expect(outcome(state, name({ ...zero, out: 4 }))).toBe('slipDifferenceNamed');
    expect(outcome(state, name({ ...zero, out: 3 }))).toBe('slips.moved');
  });
});
