import type { FoundQuestion } from '@wenzheng/shared/forum/desk';
import type { DeskQuestion } from '@wenzheng/shared/forum/questions';
import type { RefusalCode } from '@wenzheng/shared/wire/protocol';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { instant } from '@wenzheng/shared/time/instant';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Presses, SETTLE_MS } from '../../../console/src/presses.svelte';
import {
  answersToCome,
  isUnseen,
  outcomesToCome,
  waitingAt,
} from '../../../console/src/screens/questions/desk-view';
import { EditDraft } from '../../../console/src/screens/questions/edit-draft.svelte';
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

const found = (number: number, fields: Partial<FoundQuestion> = {}): FoundQuestion => {
  const { notesToCome: _, ...rest } = question(number);
  return {
    ...rest,
    id: String(number),
    support: 0,
    mergedInto: null,
    topic: null,
    suggestedTopic: null,
    flags: { personalData: [], rudeWords: [], offTopic: null },
    ...fields,
  };
};

describe('the desk', () => {
  let sent: CommandInput[];
  let refused: RefusalCode | null;
  let lookedAgain: number;
  let looked: FoundQuestion[];
  let screening: Screening;
  const entry = (id: string): FoundQuestion =>
    looked.find((each) => each.id === id) ?? found(Number(id));

  beforeEach(() => {
    sent = [];
    refused = null;
    lookedAgain = 0;
    looked = [found(1), found(3, { state: 'queued', reviewToCome: true, support: 4 })];
    const presses = new Presses(
      (command) => {
        sent.push(command);
        return Promise.resolve(refused === null ? { ok: true } : { ok: false, code: refused });
      },
      () => true,
    );
    screening = new Screening(
      () => looked,
      () => ['lifts', 'buses'],
      presses,
      () => (lookedAgain += 1),
    );
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it('screens with the department that was chosen, or else with the one the words point to', async () => {
    looked = [found(1, { suggestedDepartment: 'water' }), found(3)];
    await screening.approve(entry('1'));
    screening.choose(entry('3'), 'roads');
    await screening.approve(entry('3'));
    expect(sent).toEqual([
      { type: 'screenQuestion', question: '1', department: 'water', topic: null },
      { type: 'screenQuestion', question: '3', department: 'roads', topic: null },
    ]);
  });

  it('screens with a topic of the forum: chosen here, or said by who asked, or found in the words', async () => {
    looked = [
      found(1, { suggestedTopic: 'lifts' }),
      found(2, { topic: 'buses', suggestedTopic: 'buses' }),
      found(3, { topic: 'buses', suggestedTopic: 'buses' }),
      found(4, { topic: 'ships', suggestedTopic: 'ships' }),
    ];
    screening.chooseTopic(entry('3'), null);
    for (const each of looked) await screening.approve(each);
    expect(sent).toMatchObject([
      ...[{ topic: 'lifts' }, { topic: 'buses' }],
      ...[{ topic: null }, { topic: null }],
    ]);
  });

  it('has one thing open at a time', () => {
    screening.open('decline', entry('1'));
    screening.open('edit', entry('1'));
    expect([screening.panelAt('1'), screening.panelAt('3')]).toEqual(['edit', null]);
    screening.open('merge', entry('3'));
    expect([screening.panelAt('1'), screening.panelAt('3')]).toEqual([null, 'merge']);
    expect(screening.selected?.id).toBe('3');
    screening.close();
    expect(screening.panelAt('3')).toBeNull();
  });

  it('walks the list, and stays within it', () => {
    expect(screening.selected?.id).toBe('1');
    screening.move(1);
    screening.move(1);
    expect(screening.selected?.id).toBe('3');
    screening.move(-1);
    expect(screening.selected?.id).toBe('1');
  });

  describe('when the selected question leaves', () => {
    const follow = (): void => screening.follow(() => false);
    const leave = (...ids: readonly string[]): void => {
      looked = looked.filter(({ id }) => !ids.includes(id));
      follow();
    };
    const stands = () => [screening.selected?.id ?? null, screening.isSettled];

    beforeEach(() => {
      looked = [1, 2, 3, 4].map((number) => found(number));
      follow();
    });

    it('goes on with what follows, or else with the last', () => {
      screening.select('2');
      leave('2', '3');
      expect(screening.selected?.id).toBe('4');
      leave('4');
      expect(screening.selected?.id).toBe('1');
      leave('1');
      expect(screening.selected).toBeNull();
    });

    it('stays with what was selected when others come before it', () => {
      looked = [found(5), ...looked];
      follow();
      expect(screening.selected?.id).toBe('1');
    });

    it('begins with the first of another list', () => {
      screening.select('3');
      looked = [found(7), found(8)];
      follow();
      expect(screening.selected?.id).toBe('7');
    });

    it('lets nothing be done for a moment, if others took it away', async () => {
      screening.select('2');
      leave('2');
      expect(stands()).toEqual(['3', false]);
      await screening.approve(entry('3'));
      expect(sent).toEqual([]);
      await vi.advanceTimersByTimeAsync(SETTLE_MS);
      expect(stands()).toEqual(['3', true]);
    });

    it('goes on at once if it was dealt with here, or only the search has changed', async () => {
      screening.select('2');
      await screening.approve(entry('2'));
      leave('2');
      expect(stands()).toEqual(['3', true]);
      looked = [found(4)];
      screening.follow(() => true);
      expect(stands()).toEqual(['4', true]);
    });

    it('knows what was refused here from what others took away', async () => {
      refused = 'questions.wrong_state';
      screening.select('2');
      await screening.approve(entry('2'));
      leave('2');
      expect(stands()).toEqual(['3', false]);
    });
  });

  it('marks by keys only what can be marked by its box', () => {
    looked = [found(1), found(4, { state: 'merged' })];
    screening.markSelected();
    expect(screening.marked.map(({ id }) => id)).toEqual(['1']);
    screening.markSelected();
    screening.move(1);
    screening.markSelected();
    expect(screening.marked).toEqual([]);
  });

  it('declines what is marked for one reason, and forgets the marks', async () => {
    looked.push(found(4, { state: 'answered' }));
    for (const each of looked) screening.mark(each, true);
    await screening.declineMarked('unreadable');
    expect(sent).toEqual(
      ['1', '3'].map((each) => ({
        ...{ type: 'declineQuestion', question: each, reason: 'unreadable', note: null },
      })),
    );
    expect(screening.marked).toEqual([]);
  });

  it('accepts what is marked with the department given to all', async () => {
    for (const each of looked) screening.mark(each, true);
    screening.assignMarked('roads');
    await screening.approveMarked();
    expect(sent).toMatchObject([
      { question: '1', department: 'roads' },
      { question: '3', department: 'roads' },
    ]);
  });

  it('merges what is marked into the one that most support', async () => {
    looked.push(found(5));
    for (const each of looked) screening.mark(each, true);
    await screening.mergeMarked();
    expect(sent).toEqual([
      { type: 'mergeQuestion', question: '1', into: '3' },
      { type: 'mergeQuestion', question: '5', into: '3' },
    ]);
  });

  const editing = (): EditDraft => {
    const draft = new EditDraft('forum', '1', () => entry('1'));
    draft.words.text = 'better words';
    return draft;
  };

  it('closes the form and forgets the draft once the hub has the new words', async () => {
    const draft = editing();
    screening.open('edit', entry('1'));
    await screening.edit(entry('1'), draft);
    expect(sent).toEqual([{ type: 'editQuestion', question: '1', text: 'better words', from: 1 }]);
    expect([screening.panelAt('1'), draft.words.text]).toEqual([null, '']);
  });

  it('keeps form and draft when the hub refuses', async () => {
    refused = 'questions.wrong_state';
    const draft = editing();
    screening.open('edit', entry('1'));
    await screening.edit(entry('1'), draft);
    expect([screening.panelAt('1'), draft.words.text]).toEqual(['edit', 'better words']);
    expect(lookedAgain).toBe(0);
  });

  it('looks again at what another desk has changed, as nothing live may have told of it', async () => {
    refused = 'questions.moved';
    screening.open('edit', entry('1'));
    await screening.edit(entry('1'), editing());
    expect([screening.panelAt('1'), lookedAgain]).toEqual(['edit', 1]);
  });
});

describe('what awaits the desk', () => {
  const statement = (number: number, state: 'submitted' | 'approved') => ({
    number,
    text: 's',
    state,
    prepared: false,
    at: instant(number),
    department: null,
  });
  const exchange = (number: number, endedAt: number | null, ended = false) => ({
    number,
    representative: 'Chen',
    official: null,
    startedAt: instant(0),
    endedAt: endedAt === null ? null : instant(endedAt),
    outcome: ended ? { kind: 'answered' as const, summary: 's', commitment: null } : null,
    written: ended ? { at: instant(6), why: null } : null,
    earlier: [],
    revision: ended ? 50 : 0,
  });
  const desk = {
    desk: {
      '1': question(1),
      '2': question(2, { state: 'queued', reviewToCome: true }),
      '3': question(3, { state: 'answered', notesToCome: true }),
    },
    queue: {},
    writtenDown: {},
    statementDesk: { '1': statement(1, 'submitted'), '2': statement(2, 'approved') },
    exchanges: {
      '30': exchange(3, 5),
      '20': exchange(2, 5, true),
      '40': exchange(4, null),
      '10': exchange(1, 5),
    },
    pollTexts: {
      '50': { poll: 'p', text: 'more buses', state: 'submitted' as const, department: null },
      '51': { poll: 'p', text: 'fewer cars', state: 'approved' as const, department: null },
    },
    tallies: null,
    totals: { unseen: 2, statementsToReview: 1, statementsApproved: 1 },
    poll: { poll: null, result: null },
  };
  it('counts questions, statements and written answers that nobody has looked at', () => {
    expect(waitingAt(desk)).toBe(4);
  });
  it('lists answers that nobody has written down, oldest first', () => {
    const answered = { state: 'answered', notesToCome: true } as const;
    const questions = {
      '3': question(3, { ...answered, askedAt: instant(1) }),
      '1': question(1, { ...answered, notesToCome: false }),
      '2': question(2, answered),
      '4': question(4),
    };
    expect(answersToCome(questions).map(({ id }) => id)).toEqual(['3', '2']);
  });
  it('knows what nobody has looked at, before and after it has joined the queue', () => {
    const unseen = [
      question(1),
      question(2, { state: 'queued', reviewToCome: true }),
      question(3, { state: 'queued' }),
      question(4, { state: 'on_floor', reviewToCome: true }),
    ].filter(isUnseen);
    expect(unseen.map(({ number }) => number)).toEqual([1, 2]);
  });
  it('lists exchanges that are over and have no outcome, by number', () => {
    expect(outcomesToCome(desk).map(({ id }) => id)).toEqual(['10', '30']);
  });
});
