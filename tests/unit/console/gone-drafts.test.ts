import { describe, expect, it } from 'vitest';
import type { ExchangeView } from '@wenzheng/shared/forum/floor';
import type { DeskQuestion } from '@wenzheng/shared/forum/questions';
import { instant } from '@wenzheng/shared/time/instant';
import { isGone, type Subjects } from '../../../console/src/screens/frame/gone-drafts';

const question = (fields: Partial<DeskQuestion>): DeskQuestion => ({
  number: 1,
  text: 'q',
  source: 'phone',
  name: null,
  department: null,
  state: 'submitted',
  serial: null,
  zone: null,
  askedAt: instant(1),
  suggestedDepartment: null,
  notesToCome: false,
  reviewToCome: false,
  original: null,
  included: [],
  shown: '',
  unmasked: false,
  revision: 1,
  ...fields,
});
const exchange = (outcome: ExchangeView['outcome']): ExchangeView => ({
  number: 1,
  representative: 'Chen',
  official: null,
  startedAt: instant(0),
  endedAt: instant(1),
  outcome,
  written: outcome && { at: instant(2), why: null },
  earlier: [],
  revision: 0,
});
const subjects: Subjects = {
  desk: { '1': question({}), '2': question({ state: 'answered', notesToCome: true }) },
  queue: { '3': {} },
  current: { id: '4' },
  polls: [
    { id: 'a', state: 'prepared' },
    { id: 'b', state: 'open' },
  ],
  writtenDown: { '5': { notes: 'by May', commitment: null } },
  exchanges: {
    '10': exchange(null),
    '11': exchange({ kind: 'answered', summary: 's', commitment: null }),
  },
};
const gone = (name: string, texts: Readonly<Record<string, string>> = {}): boolean =>
  isGone(name, subjects, (each) => texts[each] ?? '');

describe('a draft that nobody will go on with', () => {
  it('is an edit or a refusal of what has left the desk', () => {
    expect(
      ['edit.1', 'decline.1', 'edit.3', 'edit.2', 'edit.2.base', 'edit.9', 'decline.9'].map(
        (name) => gone(name),
      ),
    ).toEqual([false, false, false, true, true, true, true]);
  });
  it('is of notes only when the question can come neither to the floor nor to the desk', () => {
    expect(
      ['notes.2', 'notes.3.promise', 'notes.4', 'notes.9.promise'].map((name) => gone(name)),
    ).toEqual([false, false, false, true]);
  });
  it('is of an outcome that somebody has recorded', () => {
    expect(
      ['outcome.10', 'outcome.11', 'outcome.11.promise', 'outcome.12'].map((name) => gone(name)),
    ).toEqual([false, true, true, true]);
  });
  it('is of what is written down as it says, and not of what says something else', () => {
    const parts = ['notes.5', 'notes.5.promise', 'notes.5.why', 'notes.5.base'];
    const kept = (text: string, promise: string) =>
      parts.map((name) => gone(name, { 'notes.5': text, 'notes.5.promise': promise }));
    expect(kept(' by May', '')).toEqual([true, true, true, true]);
    expect(kept('', '')).toEqual([true, true, true, true]);
    expect(kept('by June', '')).toEqual([false, false, false, false]);
    expect(kept('by May', 'a new lamp')).toEqual([false, false, false, false]);
    expect(['s', 'other'].map((text) => gone('outcome.11', { 'outcome.11': text }))).toEqual([
      true,
      false,
    ]);
  });
  it('is of a poll that was opened, not of one that was taken away', () => {
    const names = ['poll.a', 'poll.b', 'poll.c', 'poll.new'];
    expect(names.map((name) => gone(name))).toEqual([false, true, false, false]);
    const unseen = { ...subjects, polls: null };
    expect(names.map((name) => isGone(name, unseen, () => ''))).not.toContain(true);
  });
  it('is never one that is about nothing in particular', () => {
    expect(['statement', 'log.text', 'setup.forum.title'].map((name) => gone(name))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
