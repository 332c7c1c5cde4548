/**
 * A forum as a file: all that its organisers prepared, nothing of what happened and nothing of citizens.
 * Moments are milliseconds since 1970 (UTC), lengths milliseconds, as everywhere on the wire. Whoever adds a
 * field gives it a default, so that older files are still read; a change that older hubs would misread
 * raises the version.
 */
import { z } from 'zod';
import { departmentInput, forumInput, itemInput, LIST_LIMIT, speakerInput } from './agenda';
import { taskInput, TASKS_LIMIT } from './checklist';
import { termInput, TERMS_LIMIT } from './glossary';
import { pollInput, POLLS_LIMIT } from './polls';
import { RUDE_WORD_LIMIT, RUDE_WORDS_LIMIT } from './question-commands';
import { words } from './words';

export const FORUM_FILE = 'wenzheng-forum';
export const FORUM_FILE_VERSION = 1;

const listOf = <T extends z.ZodObject<{ id: z.ZodType<string> }>>(one: T) =>
  z.array(one).max(LIST_LIMIT, 'too_many');

export const forumFileSchema = z
  .strictObject({
    format: z.literal(FORUM_FILE),
    version: z.literal(FORUM_FILE_VERSION),
    forum: forumInput,
    speakers: listOf(speakerInput),
    departments: listOf(departmentInput).min(1, 'empty'),
    agenda: listOf(itemInput),
    /** What is to be done before the day; files of before there were any are without. */
    tasks: z.array(taskInput).max(TASKS_LIMIT, 'too_many').default([]),
    /** Plain-language cards; the first files were without them. */
    terms: z.array(termInput).max(TERMS_LIMIT, 'too_many').default([]),
    /** Polls; the first files were without them. */
    polls: z.array(pollInput).max(POLLS_LIMIT, 'too_many').default([]),
    /** Null: the list that every forum begins with. */
    rudeWords: z.array(words(RUDE_WORD_LIMIT)).max(RUDE_WORDS_LIMIT, 'too_many').nullable(),
  })
  .superRefine(({ speakers, departments, agenda, tasks, terms, polls }, { addIssue }) => {
    const say = (message: string, ...path: (string | number)[]): void =>
      addIssue({ code: 'custom', message, path });
    const lists = { speakers, departments, agenda, tasks, terms, polls };
    for (const [list, rows] of Object.entries(lists)) {
      const ids = rows.map(({ id }) => id);
      ids.forEach((id, index) => ids.indexOf(id) < index && say('id_twice', list, index, 'id'));
    }
    const known = new Set(speakers.map(({ id }) => id));
    departments.forEach(({ head }, index) => {
      if (head !== null && !known.has(head)) say('unknown_speaker', 'departments', index, 'head');
    });
    agenda.forEach(({ talks }, index) =>
      talks.forEach(({ speaker }, talk) => {
        if (!known.has(speaker)) say('unknown_speaker', 'agenda', index, 'talks', talk, 'speaker');
      }),
    );
  });
export type ForumFile = z.output<typeof forumFileSchema>;

/** What is wrong with a file; `field` is the way to the place, joined by dots, counted from 0. */
export interface FileProblem {
  readonly code: 'forum_file.another' | 'forum_file.newer' | 'malformed';
  readonly field: string;
  readonly problem: string;
}

/** Reads a forum's file from JSON. Errors: no such file, one of a later version, the first place that is wrong. */
export function readForumFile(
  json: unknown,
): { readonly ok: true; readonly file: ForumFile } | ({ readonly ok: false } & FileProblem) {
  const head = z.looseObject({ format: z.literal(FORUM_FILE), version: z.int() }).safeParse(json);
  if (!head.success)
    return { ok: false, code: 'forum_file.another', field: '', problem: 'another_file' };
  if (head.data.version > FORUM_FILE_VERSION)
    return { ok: false, code: 'forum_file.newer', field: 'version', problem: 'newer_file' };
  const parsed = forumFileSchema.safeParse(json);
  if (parsed.success) return { ok: true, file: parsed.data };
  return { ok: false, code: 'malformed', ...placeOf(json, parsed.error.issues[0]) };
}

function placeOf(json: unknown, issue: z.core.$ZodIssue | undefined) {
  const path = (issue?.path ?? []).map(String);
  if (issue?.code === 'unrecognized_keys')
    return { field: [...path, ...issue.keys.slice(0, 1)].join('.'), problem: 'unknown_field' };
  const field = path.join('.');
  if (valueAt(json, path) === undefined) return { field, problem: 'missing' };
  const own = /^[a-z_]+$/.test(issue?.message ?? '') ? issue?.message : undefined;
  return { field, problem: own ?? 'wrong_kind' };
}

const valueAt = (json: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' &&
      value !== null &&
      Object.prototype.hasOwnProperty.call(value, key)
        ? (value as Readonly<Record<string, unknown>>)[key]
        : undefined,
    json,
  );
