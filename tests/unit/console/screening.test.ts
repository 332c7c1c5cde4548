import type { DeskQuestion } from '@wenzheng/shared/forum/questions';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { instant } from '@wenzheng/shared/time/instant';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Draft } from '../../../console/src/draft.svelte';
import { Presses } from '../../../console/src/presses.svelte';
import { outcomesToCome, waitingAt } from '../../../console/src/screens/questions/desk-view';
import { Screening } from '../../../console/src/screens/questions/screening.svelte';

const question = (number: number, fields: Partial<DeskQuestion> = {}): DeskQuestion => ({
  number,
  text: `question ${number}`,
  source: 'phone',
  name: null,
  department: null,
  state: 'submitted',
  serial: null,
  zone: null,
  askedAt: instant(number),
  suggestedDepartment: null,
  notesToCome: false,
  revision: 1,
  reviewToCome: false,
  original: null,
  included: [],
  shown: '',
  unmasked: false,
  ...fields,
});

describe('the desk', () => {
  let sent: CommandInput[];
  let accepted: boolean;
  let desk: Record<string, DeskQuestion>;
  let screening: Screening;
  const entry = (id: string) => ({ ...question(0), ...desk[id], id });

  beforeEach(() => {
    sent = [];
    accepted = true;
    desk = {
      '3': question(3, { state: 'queued', reviewToCome: true }),
      '1': question(1),
      '2': question(2, { state: 'answered', notesToCome: true }),
    };
    const presses = new Presses(
      (command) => {
        sent.push(command);
        return Promise.resolve(
          accepted ? { ok: true } : { ok: false, code: 'questions.wrong_state' },
        );
      },
      () => true,
    );
    screening = new Screening(() => desk, presses);
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it('has what nobody has looked at in one list, the oldest first, whether it is queued or not', () => {
    expect(screening.waiting.map(({ id }) => id)).toEqual(['1', '3']);
    expect(screening.withoutNotes.map(({ id }) => id)).toEqual(['2']);
  });

  it('screens with the department that was chosen, or else with the one the words point to', () => {
    desk['1'] = question(1, { suggestedDepartment: 'water' });
    screening.approve(entry('1'));
    screening.choose(entry('3'), 'roads');
    screening.approve(entry('3'));
    expect(sent).toEqual([
      { type: 'screenQuestion', question: '1', department: 'water' },
      { type: 'screenQuestion', question: '3', department: 'roads' },
    ]);
  });

  it('edits one question at a time, and not while it is being declined', () => {
    screening.openDecline('1');
    screening.openEdit('1');
    expect([screening.declining, screening.editing]).toEqual([null, '1']);
    screening.openDecline('3');
    expect([screening.declining, screening.editing]).toEqual(['3', null]);
    expect(screening.selected?.id).toBe('3');
  });

  it('closes the form and forgets the draft once the hub has the new words', async () => {
    const words = new Draft('forum', 'edit.1');
    words.text = 'better words';
    screening.openEdit('1');
    await screening.edit(entry('1'), words);
    expect(sent).toEqual([{ type: 'editQuestion', question: '1', text: 'better words', from: 1 }]);
    expect([screening.editing, words.text]).toEqual([null, '']);
  });

  it('keeps form and draft when the hub refuses', async () => {
    accepted = false;
    const words = new Draft('forum', 'edit.1');
    words.text = 'better words';
    screening.openEdit('1');
    await screening.edit(entry('1'), words);
    expect([screening.editing, words.text]).toEqual(['1', 'better words']);
  });
});

describe('what awaits the desk', () => {
  const statement = (number: number, state: 'submitted' | 'approved') => ({
    number,
    text: 's',
    state,
    prepared: false,
    at: instant(number),
  });
  const exchange = (number: number, endedAt: number | null, ended = false) => ({
    number,
    representative: 'Chen',
    official: null,
    startedAt: instant(0),
    endedAt: endedAt === null ? null : instant(endedAt),
    outcome: ended ? { kind: 'answered' as const, summary: 's', commitment: null } : null,
    revision: ended ? 50 : 0,
  });
  const desk = {
    desk: {
      '1': question(1),
      '2': question(2, { state: 'queued', reviewToCome: true }),
      '3': question(3, { state: 'answered', notesToCome: true }),
    },
    statementDesk: { '1': statement(1, 'submitted'), '2': statement(2, 'approved') },
    exchanges: {
      '30': exchange(3, 5),
      '20': exchange(2, 5, true),
      '40': exchange(4, null),
      '10': exchange(1, 5),
    },
    tallies: null,
    totals: { unseen: 2, statementsToReview: 1, statementsApproved: 1 },
  };
  it('counts questions and statements that nobody has looked at', () => {
    expect(waitingAt(desk)).toBe(3);
  });
  it('lists exchanges that are over and have no outcome, by number', () => {
    expect(outcomesToCome(desk).map(({ id }) => id)).toEqual(['10', '30']);
  });
});
