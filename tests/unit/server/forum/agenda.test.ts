import { agendaOf } from '@wenzheng/server/src/forum/agenda/index';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { heldFor } from '@wenzheng/shared/forum/agenda';
import { minutes, seconds } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import {
  given,
  itemStarted,
  moment,
  pickedAt,
  queued,
  talkStarted,
  when,
  type Done,
} from '../../../support/given';

const start = (item: string, from: string | null): CommandInput => ({
  type: 'startAgendaItem',
  item,
  from,
});
const started = (item: string) => [{ type: 'agendaItemStarted', data: { item } }];

describe('starting an item', () => {
  const running = [itemStarted(1, 'qa')];
  test.each<[string, Done[], CommandInput, unknown]>([
    ['begins the first', [], start('opening', null), started('opening')],
    ['goes on to the next', running, start('closing', 'qa'), started('closing')],
    ['goes back', running, start('opening', 'qa'), started('opening')],
    ['is refused if another has begun since', running, start('closing', 'opening'), 'agenda.moved'],
    ['is refused if one has begun since', running, start('closing', null), 'agenda.moved'],
    ['changes nothing if it runs already', running, start('qa', 'qa'), []],
    ['changes nothing if the other host was faster', running, start('qa', 'opening'), []],
    ['needs an item that there is', running, start('lunch', 'qa'), 'agenda.unknown_item'],
  ])('%s', (_, before, command, outcome) => {
    expect(when(given(...before), command)).toEqual(outcome);
  });
});

describe('an item that has begun', () => {
  test('ends the one before and empties the floor', () => {
    const state = given(itemStarted(1, 'policy_talk'), talkStarted(5), itemStarted(60, 'qa'));
    const items = agendaOf(state);
    expect(state.currentItem.value).toBe('qa');
    expect(items.find(({ id }) => id === 'policy_talk')).toMatchObject({
      startedAt: moment(1),
      endedAt: moment(60),
    });
    expect(items.find(({ id }) => id === 'qa')).toMatchObject({
      startedAt: moment(60),
      endedAt: null,
    });
    expect(state.floor.value).toBeNull();
  });

  test('keeps its first start when it is opened again', () => {
    const state = given(
      itemStarted(1, 'opening'),
      itemStarted(9, 'qa'),
      itemStarted(20, 'opening'),
    );
    const [opening] = agendaOf(state);
    expect(opening).toMatchObject({ startedAt: moment(1), endedAt: null });
    expect(opening && heldFor(opening, moment(25))).toBe(seconds(8 + 5));
  });

  test('is held for the sum of its openings, however often it is begun', () => {
    const state = given(
      itemStarted(1, 'opening'),
      itemStarted(4, 'opening'),
      itemStarted(9, 'qa'),
      itemStarted(20, 'opening'),
      itemStarted(30, 'qa'),
      itemStarted(40, 'opening'),
      itemStarted(41, 'closing'),
    );
    const held = agendaOf(state).map((item) => [item.id, heldFor(item, moment(50))]);
    expect(Object.fromEntries(held)).toMatchObject({
      opening: seconds(8 + 10 + 1),
      qa: seconds(11 + 10),
      closing: seconds(9),
      policy_talk: 0,
    });
  });

  test('loses no question: the one on the floor is answered, notes to come', () => {
    const state = given(
      itemStarted(1, 'qa'),
      ...queued(2),
      pickedAt(30, '2', minutes(1)),
      itemStarted(40, 'closing'),
    );
    expect(state.questions.get('2')).toMatchObject({ state: 'answered', notes: null });
    expect(state.currentQuestion.value).toBeNull();
    expect(state.suggestion.value).toBeNull();
  });

  test('and makes its scene', () => {
    const kind = (...commands: Done[]): string => given(...commands).scene.value.kind;
    expect(kind()).toBe('standby');
    expect(kind(itemStarted(1, 'opening'))).toBe('opening');
    expect(kind(itemStarted(1, 'policy_talk'))).toBe('agenda');
    expect(kind(itemStarted(1, 'qa'))).toBe('join');
    expect(kind(itemStarted(1, 'closing'))).toBe('thanks');
  });
});
