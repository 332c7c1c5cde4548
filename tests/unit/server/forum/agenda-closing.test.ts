import { agendaOf, closeForumEntry } from '@wenzheng/server/src/forum/agenda/index';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { describe, expect, test } from 'vitest';
import {
  decision,
  done,
  DUE,
  given,
  HOST,
  itemStarted,
  moment,
  numbered,
  PHONE,
  queued,
  when,
  type Done,
} from '../../../support/given';

const closed = done(90, 'closeForum', closeForumEntry());
const deflected = (at: number, question: string): Done =>
  done(at, 'deflectQuestion', {
    type: 'questionDeflected',
    data: { question, reason: 'out_of_scope', department: 'water', due: DUE },
  });
const amend = (reason: 'out_of_scope' | 'private_matter'): CommandInput => ({
  type: 'amendDeflection',
  question: '1',
  reason,
  department: 'water',
  due: DUE,
});

describe('a forum that is closed', () => {
  test('has ended the item that ran, and no other', () => {
    const items = agendaOf(given(itemStarted(1, 'opening'), itemStarted(9, 'qa'), closed));
    expect(items.map(({ endedAt }) => endedAt)).toEqual([moment(9), null, moment(90), null]);
    expect(given(closed).forum.value?.closedAt).toBe(moment(90));
  });

  const over: CommandInput[] = [
    { type: 'askQuestion', text: '水', name: null, department: null },
    { type: 'supportQuestion', question: '1', on: true },
    { type: 'logQuestion', source: 'mic', serial: null, text: '水', name: null, department: null },
    { type: 'pickQuestion', question: '1', from: null },
    { type: 'startAgendaItem', item: 'qa', from: null },
    { type: 'editForum', fields: { title: 'x' } },
    { type: 'removeSpeaker', speaker: 'li' },
    { type: 'submitStatement', text: '水' },
    { type: 'closeForum' },
  ];
  test.each(over.map((command) => [command.type, command] as const))(
    'refuses %s',
    (type, command) => {
      const by = type === 'supportQuestion' ? PHONE : HOST;
      const before = queued(1);
      expect(when(given(...before, closed), command, { by })).toBe('forum.closed');
      expect(decision(given(...before), command, { by })).not.toMatchObject({
        code: 'forum.closed',
      });
    },
  );

  test('still has its notes completed, its outcomes recorded and scenes shown', () => {
    const state = given(closed);
    const notes: CommandInput = {
      type: 'completeNotes',
      question: '9',
      notes: 'n',
      commitment: null,
      from: 0,
    };
    const outcome: CommandInput = {
      type: 'recordOutcome',
      exchange: '9',
      outcome: { kind: 'answered', summary: 's', commitment: null },
      from: 0,
    };
    expect(when(state, notes)).toBe('questions.unknown');
    expect(when(state, outcome)).toBe('floor.unknown_exchange');
    expect(when(state, { type: 'showScene', scene: 'opening' })).toEqual([
      expect.objectContaining({ type: 'sceneShown' }),
    ]);
  });

  test('lets desks tell the authors of statements what became of them', () => {
    const sent: Done = {
      ...{ at: 2, type: 'submitStatement', by: PHONE },
      entries: [
        {
          type: 'statementSubmitted',
          data: {
            ...{ statement: '1', number: 1, text: { id: 't', commitment: 't' } },
            ...{ prepared: false, asker: PHONE.id },
          },
        },
      ],
    };
    const state = given(sent, closed);
    const decline: CommandInput = {
      ...{ type: 'declineStatement', statement: '1', reason: 'unclear' },
    };
    expect(when(state, decline)).toHaveLength(1);
    expect(when(state, { type: 'approveStatement', statement: '1' })).toHaveLength(1);
  });

  test('has desks correct what was said', () => {
    expect(when(given(...queued(1), deflected(9, '1'), closed), amend('private_matter'))).toEqual([
      expect.objectContaining({ type: 'deflectionAmended' }),
    ]);
  });

  test('can have that undone, but nothing from before', () => {
    const amended = done(92, 'amendDeflection', {
      type: 'deflectionAmended',
      data: { question: '1', reason: 'private_matter', department: 'water', due: DUE },
    });
    const dones = [...queued(1), itemStarted(88, 'qa'), deflected(89, '1'), closed, amended];
    const state = given(...dones);
    const undo = (type: string, at: number) => {
      const entry = numbered([...dones]).findLast((each) => each.command?.type === type)?.first;
      // The forum's making is the first entry.
      return when(state, { type: 'undo', entry: (entry ?? 0) + 1 }, { at });
    };
    expect(undo('amendDeflection', 95)).toEqual([
      expect.objectContaining({ type: 'actionUndone' }),
    ]);
    expect(undo('deflectQuestion', 95)).toBe('forum.closed');
    expect(undo('startAgendaItem', 95)).toBe('forum.closed');
    expect(when(state, { type: 'undo', entry: 999 }, { at: 95 })).toBe('undo.unknown');
  });
});
