import { replay } from '@wenzheng/server/src/engine/evolve';
import { dumpState, emptyState, loadState } from '@wenzheng/server/src/engine/state';
import type { NewEntry } from '@wenzheng/server/src/engine/entries';
import { decodeEntry, encodeEntry, type Actor } from '@wenzheng/server/src/journal/entry';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { readClock } from '@wenzheng/shared/time/countdown';
import { describe, expect, test } from 'vitest';
import {
  done,
  forumMade,
  given,
  itemStarted,
  moment,
  numbered,
  pickedAt,
  queued,
  talkStarted,
  when,
  type Done,
} from '../../../support/given';

const undo = (entry: number): CommandInput => ({ type: 'undo', entry });
const TALK = [itemStarted(1, 'policy_talk'), talkStarted(5)];
const paused = (at: number): Done =>
  done(at, 'pauseTurn', { type: 'turnPaused', data: { turn: 3 } });
const resumed = (at: number): Done =>
  done(at, 'resumeTurn', { type: 'turnResumed', data: { turn: 3 } });
const declined = (at: number): Done =>
  done(at, 'declineQuestion', {
    type: 'questionDeclined',
    data: { question: '1', reason: 'abusive', note: null },
  });
const screenedAt = (at: number): Done => ({
  ...done(at, 'screenQuestion', {
    type: 'questionScreened',
    data: { question: '1', department: null },
  }),
  by: MODERATOR,
});
const MODERATOR: Actor = { role: 'moderator', id: 'moderator-1' };

/** The state after `commands` and the taking back of `entry`, which must be allowed. */
function undone(entry: number, at: number, ...commands: Done[]) {
  const entries = when(given(...commands), undo(entry), { at });
  if (typeof entries === 'string') throw new Error(entries);
  return given(...commands, done(at, 'undo', ...entries));
}

describe('taking back', () => {
  const vote: NewEntry = {
    type: 'questionSupported',
    data: { question: '1', voter: 'v', counter: 1, on: true },
  };
  const voted: Done = { at: 32, type: null, by: null, entries: [vote] };
  test.each<[string, Done[], number, number, string | 'allowed']>([
    ['works at once', [...TALK, paused(20)], 4, 20, 'allowed'],
    ['works for ten seconds', [...TALK, paused(20)], 4, 30, 'allowed'],
    ['is over after ten seconds', [...TALK, paused(20)], 4, 31, 'undo.too_late'],
    ['needs an entry that there is', TALK, 99, 6, 'undo.unknown'],
    ['needs the first entry of a command', queued(1), 4, 2, 'undo.unknown'],
    ['does not take back an asking', queued(1), 2, 2, 'undo.unknown'],
    [
      'is refused once somebody has changed the same',
      [...TALK, paused(20), resumed(22)],
      4,
      23,
      'undo.superseded',
    ],
    [
      'is refused though the same values have come back',
      [...queued(1, 2), pickedAt(30, '1'), itemStarted(31, 'qa'), itemStarted(32, 'policy_talk')],
      10,
      33,
      'undo.superseded',
    ],
    [
      'of the host is not pushed out by a busy desk',
      [...TALK, paused(20), ...Array.from({ length: 20 }, () => screenedAt(21))],
      4,
      22,
      'allowed',
    ],
    ['works for what came last', [...TALK, paused(20), resumed(22)], 5, 23, 'allowed'],
    ['takes no notice of votes', [...queued(1), pickedAt(30, '1'), voted], 5, 33, 'allowed'],
    ['takes no notice of what is beside it', [...queued(1, 2), declined(3)], 6, 4, 'allowed'],
    [
      'is refused once the agenda has moved on',
      [...queued(1), pickedAt(30, '1'), itemStarted(31, 'qa')],
      5,
      32,
      'undo.superseded',
    ],
  ])('%s', (_, before, entry, at, outcome) => {
    const decided = when(given(...before), undo(entry), { at });
    if (outcome === 'allowed')
      expect(decided).toMatchObject([{ type: 'actionUndone', data: { entry } }]);
    else expect(decided).toBe(outcome);
  });

  test('is for who might have done it', () => {
    expect(when(given(...TALK), undo(3), { at: 6, by: MODERATOR })).toBe('forbidden');
    expect(when(given(...queued(1)), undo(3), { at: 2, by: MODERATOR })).toHaveLength(1);
  });

  test('works once', () => {
    const state = undone(4, 22, ...TALK, paused(20));
    expect(when(state, undo(4), { at: 23 })).toBe('undo.unknown');
  });

  test('works one after another, backwards', () => {
    const state = undone(5, 23, ...TALK, paused(20), resumed(22));
    expect(when(state, undo(4), { at: 24 })).toMatchObject([{ type: 'actionUndone' }]);
  });
});

describe('what was taken back', () => {
  test('leaves clocks exactly as before, the time in between counted', () => {
    const clock = undone(4, 25, ...TALK, paused(20)).floor.value?.clock;
    expect(clock).toEqual(given(...TALK).floor.value?.clock);
    expect(clock && readClock(clock, moment(65)).spent).toBe(60_000);
  });

  test('brings back the question, the floor and the scene', () => {
    const before = given(...queued(1, 2), pickedAt(30, '1'));
    const after = undone(10, 38, ...queued(1, 2), pickedAt(30, '1'), pickedAt(35, '2'));
    for (const table of ['questions', 'floor', 'scene', 'currentQuestion', 'suggestion'] as const) {
      expect([...(after.all.get(table)?.entries() ?? [])]).toEqual([
        ...(before.all.get(table)?.entries() ?? []),
      ]);
    }
  });

  test('is the same for a hub that has read it from the journal', () => {
    const commands = [...queued(1), declined(5)];
    const entries = when(given(...commands), undo(5), { at: 6 });
    if (typeof entries === 'string') throw new Error(entries);
    const all = numbered([forumMade, ...commands, done(6, 'undo', ...entries)]);
    const read = emptyState();
    replay(read, all.map(encodeEntry).map(decodeEntry));
    const started = loadState(JSON.parse(JSON.stringify(dumpState(read))));
    for (const state of [read, started]) {
      expect(when(state, undo(3), { at: 7 })).toMatchObject([{ type: 'actionUndone' }]);
    }
  });
});
