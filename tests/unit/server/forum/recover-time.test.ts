/** Lost time made up for: what the hub takes, and that what was suggested does what it says. */
import type { Sight } from '@wenzheng/server/src/engine/views';
import { agendaDocument, agendaOf } from '@wenzheng/server/src/forum/agenda/index';
import type { ForumState } from '@wenzheng/server/src/engine/state';
import { forecast } from '@wenzheng/shared/forum/agenda';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { suggestRecovery, type RecoverTime } from '@wenzheng/shared/forum/recovery';
import { duration, minutes, seconds } from '@wenzheng/shared/time/instant';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  done,
  given,
  itemStarted,
  moment,
  START,
  talkStarted,
  when,
  type Done,
} from '../../../support/given';

const recover = (fields: Partial<RecoverTime>): CommandInput => ({
  ...{ type: 'recoverTime', from: 'policy_talk', items: [], leaveOut: null },
  ...fields,
});
const shorter = (item: string, length: number, ...talks: [speaker: string, limit: number][]) => ({
  item,
  plannedDuration: minutes(length),
  talks: talks.map(([speaker, limit]) => ({ speaker, limit: minutes(limit) })),
});
/** Policy talks run since the first second, and li has the floor. */
const talking: Done[] = [itemStarted(1, 'policy_talk'), talkStarted(2)];

describe('what is decided', () => {
  test.each<[string, Done[], CommandInput, unknown]>([
    [
      'shortens what is to come',
      talking,
      recover({ items: [shorter('policy_talk', 9, ['wang', 4]), shorter('qa', 6)] }),
      [{ type: 'timeRecovered', data: { leftOut: null, items: [{}, { item: 'qa' }] } }],
    ],
    ['leaves an item out', talking, recover({ leaveOut: 'qa' }), [{ data: { leftOut: 'qa' } }]],
    ['changes nothing by the same', talking, recover({ items: [shorter('qa', 10)] }), []],
    ['nothing before the day has begun', [], recover({ leaveOut: 'qa' }), 'agenda.moved'],
    ['nothing for another item', talking, recover({ from: 'qa' }), 'agenda.moved'],
    ['makes nothing longer', talking, recover({ items: [shorter('qa', 11)] }), 'agenda.moved'],
    [
      'makes no talk longer',
      talking,
      recover({ items: [shorter('policy_talk', 9, ['wang', 6])] }),
      'agenda.moved',
    ],
    [
      'knows who talks',
      talking,
      recover({ items: [shorter('policy_talk', 9, ['zhou', 4])] }),
      'agenda.moved',
    ],
    [
      'leaves whoever speaks their time',
      talking,
      recover({ items: [shorter('policy_talk', 9, ['li', 4])] }),
      'agenda.item_started',
    ],
    ['keeps a least', talking, recover({ items: [shorter('qa', 4)] }), 'agenda.too_short'],
    [
      'keeps a least of talks',
      talking,
      recover({ items: [shorter('policy_talk', 9, ['wang', 1])] }),
      'agenda.too_short',
    ],
    [
      'never touches the last item',
      talking,
      recover({ leaveOut: 'closing' }),
      'agenda.item_started',
    ],
    [
      'never shortens the last item',
      talking,
      recover({ items: [shorter('closing', 6)] }),
      'agenda.item_started',
    ],
    [
      'nothing that is over',
      [itemStarted(1, 'opening'), itemStarted(2, 'policy_talk')],
      recover({ leaveOut: 'opening' }),
      'agenda.item_started',
    ],
    ['not what runs', talking, recover({ leaveOut: 'policy_talk' }), 'agenda.item_started'],
    ['nothing unknown', talking, recover({ leaveOut: 'x' }), 'agenda.unknown_item'],
  ])('%s', (_, before, command, outcome) => {
    const answer = when(given(...before), command);
    if (typeof outcome === 'string') expect(answer).toBe(outcome);
    else {
      expect(answer).toMatchObject(outcome as object[]);
      expect(answer).toHaveLength((outcome as object[]).length);
    }
  });

  test('takes back no time that is spent', () => {
    const command = recover({ items: [shorter('policy_talk', 7)] });
    expect(when(given(...talking), command, { at: 7 * 60 })).toHaveLength(1);
    expect(when(given(...talking), command, { at: 7 * 60 + 2 })).toBe('agenda.too_short');
  });

  test('counts no time as spent while the item was left', () => {
    const left = [itemStarted(60, 'opening'), itemStarted(8 * 60, 'policy_talk')];
    const command = recover({ items: [shorter('policy_talk', 7)] });
    expect(when(given(...talking, ...left), command, { at: 9 * 60 })).toHaveLength(1);
  });
});

/** Minutes after the start at which each item is planned to start, and how long it takes. */
const plan = (state: ForumState) =>
  agendaOf(state).map(({ id, plannedStart, plannedDuration }) => [
    id,
    (plannedStart - START) / minutes(1),
    plannedDuration / minutes(1),
  ]);
const recovered = (at: number, items: RecoverTime['items'], leftOut: string | null = null): Done =>
  done(at, 'recoverTime', { type: 'timeRecovered', data: { items, leftOut } });

describe('the plan', () => {
  test('keeps the times of what follows', () => {
    const items = [shorter('policy_talk', 9, ['wang', 4]), shorter('qa', 6)];
    const state = given(...talking, recovered(3, items));
    expect(plan(state)).toEqual([
      ['opening', 0, 10],
      ['policy_talk', 10, 9],
      ['qa', 20, 6],
      ['closing', 30, 10],
    ]);
    expect(state.agendaItems.get('policy_talk')?.talks.map(({ limit }) => limit)).toEqual([
      minutes(5),
      minutes(4),
    ]);
  });
  test('keeps them where an item was left out, even a shortened one', () => {
    const state = given(...talking, recovered(3, [shorter('qa', 6)]), recovered(4, [], 'qa'));
    expect(plan(state).at(-1)).toEqual(['closing', 30, 10]);
  });
  test('moves nothing when the time is given back by hand', () => {
    const longer = done(5, 'putAgendaItem', {
      type: 'agendaItemPut',
      data: {
        item: { id: 'qa', stage: 'qa', title: 'qa', plannedDuration: minutes(8), talks: [] },
        ...{ owner: '', note: '', before: null },
      },
    });
    const state = given(...talking, recovered(3, [shorter('qa', 6)]), longer);
    expect(plan(state).slice(2)).toEqual([
      ['qa', 20, 8],
      ['closing', 30, 10],
    ]);
  });
});

test('what is suggested is taken, and the delay shrinks by what it says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 4, max: 60 }), { minLength: 4, maxLength: 4 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 2_400 }),
      fc.integer({ min: 1, max: 1_800 }),
      /** Seconds after which the item was left, and for how long; null: it was not. */
      fc.option(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }))),
      (lengths, running, began, gone, left) => {
        const ids = ['opening', 'policy_talk', 'qa', 'closing'];
        const item = ids[running] ?? 'qa';
        const sized = ids.map((id, place) =>
          done(0, 'putAgendaItem', {
            type: 'agendaItemPut',
            data: {
              ...{ owner: '', note: '', before: null },
              item: {
                ...{ id, title: id, plannedDuration: minutes(lengths[place] ?? 10) },
                stage: id as 'qa',
                talks:
                  id === 'policy_talk'
                    ? ['li', 'wang'].map((speaker) => ({ speaker, topic: '', limit: minutes(5) }))
                    : [],
              },
            },
          }),
        );
        const [after, away] = left ?? [0, 0];
        const came = left
          ? [
              itemStarted(began + after, ids[running + 1] ?? ''),
              itemStarted(began + after + away, item),
            ]
          : [];
        const before = [...sized, itemStarted(began, item), ...came];
        const state = given(...before);
        const view = agendaDocument.build({ state } as Sight);
        const second = began + after + away + gone;
        const now = moment(second);
        const recovery = suggestRecovery(view, 0, now);
        if (!recovery) return;
        const entries = when(state, recovery.command, { at: second });
        expect(entries).toHaveLength(1);
        const taken = given(...before, done(second, 'recoverTime', ...(entries as [])));
        const delays = [view, agendaDocument.build({ state: taken } as Sight)].map(
          (each) => forecast(each, now)?.delay ?? seconds(0),
        );
        expect(duration((delays[0] ?? 0) - (delays[1] ?? 0))).toBe(recovery.gained);
      },
    ),
  );
});
