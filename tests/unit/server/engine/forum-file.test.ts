import type { NewEntry } from '@wenzheng/server/src/engine/entries';
import { evolveCommand } from '@wenzheng/server/src/engine/evolve';
import { entriesOfFile, forumFileOf } from '@wenzheng/server/src/engine/forum-file';
import { emptyState, type ForumState } from '@wenzheng/server/src/engine/state';
import { builtInForum } from '@wenzheng/server/src/forum/agenda/index';
import { builtInTasks, checklistMade } from '@wenzheng/server/src/forum/checklist/index';
import { readForumFile, type ForumFile } from '@wenzheng/shared/forum/forum-file';
import { describe, expect, test } from 'vitest';
import { done, FORUM, numbered, START } from '../../../support/given';

/** The state after these entries alone. */
function made(...entries: readonly NewEntry[]): ForumState {
  const state = emptyState();
  for (const entry of numbered(entries.map((each, at) => done(at, 'editForum', each))))
    evolveCommand(state, [entry]);
  return state;
}
const fileOf = (state: ForumState): ForumFile => {
  const file = forumFileOf(state);
  if (!file) throw new Error('no forum');
  return file;
};
/** As it comes from a disk. */
const asJson = (file: ForumFile): unknown => JSON.parse(JSON.stringify(file));
const read = (json: unknown): ForumFile => {
  const answer = readForumFile(json);
  if (!answer.ok) throw new Error(`${answer.field}: ${answer.problem}`);
  return answer.file;
};
const TASK = { id: 'a', title: 'Book the square', owner: 'Lin', daysBefore: 30 };
const SMALL = fileOf(made({ type: 'forumCreated', data: FORUM }));
/** A sound file with one place changed; undefined takes it away. */
function changed(way: string, value: unknown): unknown {
  const file = asJson(SMALL);
  const steps = way.split('.');
  const last = steps.pop() ?? '';
  const place = steps.reduce<unknown>((part, step) => Reflect.get(Object(part), step), file);
  if (value === undefined) Reflect.deleteProperty(Object(place), last);
  else Reflect.set(Object(place), last, value);
  return file;
}

describe('a forum as a file', () => {
  test.each(['zh-CN', 'en'] as const)('comes back as it was: the built-in one in %s', (locale) => {
    const tasks = checklistMade(builtInTasks(locale));
    const forum = { type: 'forumCreated', data: builtInForum('f1', locale, START) } as const;
    const first = fileOf(made(forum, ...tasks));
    const again = fileOf(made(...entriesOfFile(read(asJson(first)), 'f2')));
    expect(again).toEqual(first);
    expect([again.agenda.length, again.tasks.length]).toEqual([7, 20]);
  });

  test('holds nothing of what happened, and no id of the forum', () => {
    const state = made(
      { type: 'forumCreated', data: FORUM },
      { type: 'rudeWordsPut', data: { words: ['蠢'] } },
      { type: 'checklistFilled', data: { tasks: [TASK] } },
      { type: 'taskTicked', data: { task: 'a', by: { id: 'w', commitment: 'Lin' } } },
      { type: 'agendaItemStarted', data: { item: 'opening' } },
      { type: 'forumClosed', data: {} },
    );
    const file = fileOf(state);
    expect(file).toEqual({ ...SMALL, tasks: [TASK], rudeWords: ['蠢'] });
    expect(JSON.stringify(file)).not.toMatch(/f1|startedAt|closedAt|run|done/);
    const again = made(...entriesOfFile(read(asJson(file)), 'f2'));
    expect([again.currentItem.value, again.forum.value?.closedAt]).toEqual([null, null]);
    expect(again.rudeWords.value).toEqual(['蠢']);
    expect(fileOf(again)).toEqual(file);
  });

  test('of before there were tasks has none', () => {
    expect(read(changed('tasks', undefined)).tasks).toEqual([]);
  });

  test('is none where there is no forum', () => {
    expect(forumFileOf(emptyState())).toBeNull();
  });
});

describe('a file is refused', () => {
  test.each<[string, unknown, string, string, string]>([
    ['null', null, 'forum_file.another', '', 'another_file'],
    ['a list', [], 'forum_file.another', '', 'another_file'],
    ['of another kind', { format: 'x', version: 1 }, 'forum_file.another', '', 'another_file'],
    ['of no version', changed('version', 0), 'malformed', 'version', 'wrong_kind'],
    ['of a later version', changed('version', 2), 'forum_file.newer', 'version', 'newer_file'],
  ])('%s', (_what, json, code, field, problem) => {
    expect(readForumFile(json)).toEqual({ ok: false, code, field, problem });
  });

  test.each<[string, unknown, string]>([
    ['forum.title', ' ', 'empty'],
    ['forum.title', '问'.repeat(61), 'too_long'],
    ['forum.title', 7, 'wrong_kind'],
    ['forum.rules', undefined, 'missing'],
    ['forum.startsAt', 8.64e15, 'out_of_range'],
    ['forum.areas', ['东', '东'], 'twice'],
    ['agenda.2.pin', '1', 'unknown_field'],
    ['agenda.0.stage', 'lunch', 'wrong_kind'],
    ['agenda.0.plannedDuration', '8', 'not_a_duration'],
    ['agenda.1.talks.1.limit', 0, 'out_of_range'],
    ['agenda.1.talks.0.speaker', 'zhou', 'unknown_speaker'],
    ['departments.0.head', 'zhou', 'unknown_speaker'],
    ['agenda.3.id', 'qa', 'id_twice'],
    ['speakers.0.id', '__proto__', 'not_an_id'],
    ['departments', [], 'empty'],
    ['speakers', Array.from({ length: 41 }, () => SMALL.speakers[0]), 'too_many'],
    ['rudeWords', Array.from({ length: 401 }, () => '蠢'), 'too_many'],
    ['tasks', Array.from({ length: 101 }, () => TASK), 'too_many'],
    ['secrets', { pin: '1' }, 'unknown_field'],
  ])('with %s as %j', (field, value, problem) => {
    expect(readForumFile(changed(field, value))).toEqual({
      ...{ ok: false, code: 'malformed', field, problem },
    });
  });
});
