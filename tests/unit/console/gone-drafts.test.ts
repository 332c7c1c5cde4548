import { describe, expect, it } from 'vitest';
import type { ExchangeView } from '@wenzheng/shared/forum/floor';
import type { DeskQuestion } from '@wenzheng/shared/forum/questions';
import { instant } from '@wenzheng/shared/time/instant';
import { isGone } from '../../../console/src/screens/frame/gone-drafts';

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
const subjects = {
  desk: { '1': question({}), '2': question({ state: 'answered', notesToCome: true }) },
  queue: { '3': {} },
  current: { id: '4' },
  writtenDown: { '5': { revision: 7 } },
  exchanges: {
    '10': exchange(null),
    '11': exchange({ kind: 'answered', summary: 's', commitment: null }),
  },
};
const gone = (name: string): boolean => isGone(name, subjects);

describe('a draft that nobody will go on with', () => {
  it('is an edit or a refusal of what has left the desk', () => {
    expect(['edit.1', 'decline.1', 'edit.2', 'edit.9', 'decline.9'].map(gone)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });
  it('is of notes only when the question can come neither to the floor nor to the desk', () => {
    expect(['notes.2', 'notes.3.promise', 'notes.4', 'notes.9.promise'].map(gone)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
  it('is of an outcome that somebody has recorded', () => {
    expect(['outcome.10', 'outcome.11', 'outcome.11.promise', 'outcome.12'].map(gone)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
  it('is a correction of what has been corrected by now', () => {
    const names = ['correct.5.7', 'correct.5.7.why', 'correct.5.6', 'correct.6.7.promise'];
    expect(names.map(gone)).toEqual([false, false, true, true]);
    expect(['correct-outcome.11.0', 'correct-outcome.11.3'].map(gone)).toEqual([false, true]);
  });
  it('is never one that is about nothing in particular', () => {
    expect(['statement', 'log.text', 'setup.forum.title'].map(gone)).toEqual([false, false, false]);
  });
});
