/** Plain-language cards: written, put in order, shown over the scene and taken away again. */
import { builtInTerms } from '@wenzheng/server/src/forum/glossary/index';
import { termInput, TERMS_LIMIT, type Term } from '@wenzheng/shared/forum/glossary';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { describe, expect, test } from 'vitest';
import {
  done,
  given,
  itemStarted,
  moment,
  pickedAt,
  queued,
  talkStarted,
  when,
  type Done,
} from '../../../support/given';
import { roomWithForum } from '../../../support/room';

const term = (id: string, more: Partial<Term> = {}): Term => ({
  ...{ id, word: `word ${id}`, plain: `plain ${id}`, example: '', items: [] },
  ...more,
});
const written = (at: number, ...ids: string[]): Done[] =>
  ids.map((id) => done(at, 'putTerm', { type: 'termPut', data: { term: term(id) } }));
const shown = (at: number, id: string | null): Done =>
  done(at, 'showCard', { type: 'cardShown', data: { term: id } });
const put = (one: Term): CommandInput => ({ type: 'putTerm', term: one });
const show = (id: string | null): CommandInput => ({ type: 'showCard', term: id });
const move = (id: string, before: string | null): CommandInput => ({
  ...{ type: 'moveTerm', term: id, before },
});
const THREE = written(1, 'a', 'b', 'c');
const MANY = written(1, ...Array.from({ length: TERMS_LIMIT }, (_, index) => `t${index}`));

describe('a card', () => {
  test.each<[string, readonly Done[], CommandInput, unknown]>([
    ['is written', [], put(term('a')), [{ type: 'termPut', data: { term: term('a') } }]],
    ['is there already', THREE, put(term('a')), []],
    ['is one too many', MANY, put(term('more')), 'agenda.too_many'],
    ['may be changed however many there are', MANY, put(term('t1', { plain: 'x' })), 1],
    ['moves up', THREE, move('c', 'a'), 1],
    ['moves to the end', THREE, move('a', null), 1],
    ['stays where it is', THREE, move('a', 'b'), []],
    ['does not move before itself', THREE, move('a', 'a'), []],
    ['is unknown', THREE, move('x', 'a'), 'glossary.unknown_term'],
    ['moves before no unknown one', THREE, move('a', 'x'), 'glossary.unknown_term'],
    ['is removed', THREE, { type: 'removeTerm', term: 'a' }, 1],
    ['is gone already', THREE, { type: 'removeTerm', term: 'x' }, []],
    ['is shown', THREE, show('a'), [{ type: 'cardShown', data: { term: 'a' } }]],
    ['is shown already', [...THREE, shown(2, 'a')], show('a'), []],
    ['gives way to another', [...THREE, shown(2, 'a')], show('b'), 1],
    ['is not shown if there is none', THREE, show('x'), 'glossary.unknown_term'],
    ['is taken away', [...THREE, shown(2, 'a')], show(null), 1],
    ['is not there to be taken away', THREE, show(null), []],
  ])('%s', (_, before, command, outcome) => {
    const found = when(given(...before), command);
    expect(typeof outcome === 'number' ? found.length : found).toEqual(outcome);
  });

  test('stands where its organisers put it', () => {
    const order = (...more: Done[]) => given(...THREE, ...more).termOrder.value;
    const moved = (id: string, before: string | null): Done =>
      done(2, 'moveTerm', { type: 'termMoved', data: { term: id, before } });
    expect(order()).toEqual(['a', 'b', 'c']);
    expect(order(moved('c', 'a'))).toEqual(['c', 'a', 'b']);
    expect(order(moved('a', null))).toEqual(['b', 'c', 'a']);
    expect(order(done(2, 'removeTerm', { type: 'termRemoved', data: { term: 'b' } }))).toEqual([
      ...['a', 'c'],
    ]);
  });
});

describe('the card on the big screen', () => {
  const TALK = [itemStarted(1, 'policy_talk'), talkStarted(5), ...THREE];
  const cardAfter = (...commands: Done[]) => given(...commands).card.value;

  test('lies over the scene, which stays beneath', () => {
    const state = given(...TALK, shown(9, 'a'));
    expect(state.card.value).toEqual({ term: 'a', since: moment(9) });
    expect(state.scene.value).toEqual({ kind: 'talk', since: moment(5) });
  });

  test.each<[string, Done[]]>([
    ['the host takes it away', [...TALK, shown(9, 'a'), shown(10, null)]],
    ['somebody else has the floor', [...TALK, shown(9, 'a'), talkStarted(10)]],
    ['a question is picked', [...THREE, ...queued(1), shown(9, 'a'), pickedAt(20, '1')]],
    ['the day moves on', [...TALK, shown(9, 'a'), itemStarted(10, 'qa')]],
    [
      'the host calls up a scene',
      [
        ...TALK,
        shown(9, 'a'),
        done(10, 'showScene', { type: 'sceneShown', data: { scene: 'talk' } }),
      ],
    ],
    [
      'it is removed',
      [
        ...TALK,
        shown(9, 'a'),
        done(10, 'removeTerm', { type: 'termRemoved', data: { term: 'a' } }),
      ],
    ],
  ])('is gone once %s', (_, commands) => {
    expect(cardAfter(...commands)).toBeNull();
  });

  test('stays while another card is removed', () => {
    const removed = done(10, 'removeTerm', { type: 'termRemoved', data: { term: 'b' } });
    expect(cardAfter(...TALK, shown(9, 'a'), removed)?.term).toBe('a');
  });

  test('gives the scene beneath back to every screen', async () => {
    const room = await roomWithForum();
    const host = room.enter('host');
    const see = () => room.seat.room.feed('display').snapshot().documents;
    await host.does({ type: 'startAgendaItem', item: 'policy_talk', from: null });
    await host.does({ type: 'startTalk', speaker: 'li', from: null });
    const before = see();
    await host.does(put(term('a', { example: 'for example' })));
    await host.does(show('a'));
    expect(see()).toMatchObject({
      scene: { kind: 'card' },
      card: { term: 'a', word: 'word a', plain: 'plain a', example: 'for example' },
    });
    await host.does(show(null));
    expect(see()).toEqual(before);
  });

  test('waits during an emergency', () => {
    const raised = done(9, 'raiseEmergency', {
      type: 'emergencyRaised',
      data: { kind: 'fire', drill: true, message: null },
    });
    const state = given(...TALK, raised);
    expect(when(state, show('a'))).toBe('safety.emergency');
    expect(when(state, { type: 'removeTerm', term: 'a' })).toBe('safety.emergency');
    expect(when(state, put(term('d'))).length).toBe(1);
  });
});

test.each(['zh-CN', 'en'] as const)('every built-in card in %s could be typed in', (locale) => {
  for (const card of builtInTerms[locale]) expect(termInput.parse(card)).toEqual(card);
});
