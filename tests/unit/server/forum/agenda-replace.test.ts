/** The whole agenda replaced at once: by the rules that hold for each change by itself, or not at all. */
import { itemsOf, speakersOf } from '@wenzheng/server/src/forum/agenda/index';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { minutes } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import { done, FORUM, given, itemStarted, when } from '../../../support/given';

type Replace = Extract<CommandInput, { type: 'replaceAgenda' }>;
type Item = Replace['items'][number];

const ITEMS: readonly Item[] = FORUM.items.map(({ id, stage, title, plannedDuration, talks }) => {
  const { owner, note } = FORUM.notes.find(({ item }) => item === id) ?? { owner: '', note: '' };
  return { id, stage, title, plannedDuration, talks, owner, note };
});
const [opening, talks, qa, closing] = ITEMS as [Item, Item, Item, Item];
const tea: Item = {
  ...{ id: 'tea', stage: 'interaction', title: 'Tea', plannedDuration: minutes(5) },
  ...{ talks: [], owner: '', note: '' },
};
const replace = (items: readonly Item[], fields: Partial<Replace> = {}): Replace => ({
  ...{ type: 'replaceAgenda', from: ITEMS.map(({ id }) => id), items: [...items], speakers: [] },
  ...fields,
});
const SUN = { id: 'sun', name: 'Sun', office: 'mayor', department: 'city' };
const begun = itemStarted(10, 'opening');
const later = itemStarted(20, 'qa');

describe('the agenda is replaced', () => {
  test('as a whole, in one entry, with those who are new', () => {
    const items = [tea, { ...qa, title: 'Your questions' }, opening];
    const command = replace(items, { speakers: [SUN] });
    const entries = when(given(), command);
    expect(entries).toEqual([{ type: 'agendaReplaced', data: { items, speakers: [SUN] } }]);
    if (typeof entries === 'string') return;
    const state = given(done(50, 'replaceAgenda', ...entries));
    expect(itemsOf(state)).toEqual(items.map((item) => ({ ...item, givenUp: 0, run: null })));
    expect(speakersOf(state).at(-1)).toEqual(SUN);
  });
  test('by itself, which changes nothing', () => {
    expect(when(given(), replace(ITEMS))).toEqual([]);
    expect(when(given(begun, later), replace(ITEMS))).toEqual([]);
  });
  test('after what has begun', () => {
    const items = [opening, tea, talks, closing];
    expect(when(given(begun), replace(items))).toEqual([
      { type: 'agendaReplaced', data: { items, speakers: [] } },
    ]);
    // What was passed over before the running item may go, as it may by itself.
    expect(when(given(begun, later), replace([opening, qa]))).toHaveLength(1);
  });
});

describe('the agenda is not replaced', () => {
  test.each<[string, Replace, string]>([
    ['once another order stands there', replace(ITEMS, { from: ['opening'] }), 'agenda.moved'],
    [
      'with a talk of nobody',
      replace([{ ...qa, talks: [{ speaker: 'sun', topic: '', limit: minutes(1) }] }]),
      'agenda.unknown_speaker',
    ],
    [
      'with too many people',
      replace(ITEMS, {
        speakers: Array.from({ length: 39 }, (_, place) => ({ ...SUN, id: `s${place}` })),
      }),
      'agenda.too_many',
    ],
  ])('%s', (_what, command, code) => {
    expect(when(given(), command)).toBe(code);
  });
  test.each<[string, readonly Item[]]>([
    ['without what has begun', [talks, qa, closing]],
    ['with what has begun changed', [{ ...opening, title: 'Begin' }, talks, qa, closing]],
    ['with its note changed', [{ ...opening, note: '' }, talks, qa, closing]],
    ['with something new before it', [tea, ...ITEMS]],
    ['with something moved before it', [closing, opening, talks, qa]],
    ['with something new before a later one', [opening, tea, talks, qa, closing]],
  ])('%s', (_what, items) => {
    expect(when(given(begun, later), replace(items))).toBe('agenda.item_started');
  });
});
