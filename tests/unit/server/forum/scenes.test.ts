import { STAGES, type Stage } from '@wenzheng/shared/forum/agenda';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { SceneKind } from '@wenzheng/shared/forum/scenes';
import { minutes } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import {
  done,
  DUE,
  given,
  itemStarted,
  moment,
  pickedAt,
  queued,
  talkStarted,
  when,
  type Done,
} from '../../../support/given';

const show = (
  scene: 'standby' | 'opening' | 'agenda' | 'join' | 'thanks' | 'floor',
): CommandInput => ({ type: 'showScene', scene });
const shown = (scene: SceneKind) => [{ type: 'sceneShown', data: { scene } }];
const calledUp = (at: number, scene: SceneKind): Done =>
  done(at, 'showScene', { type: 'sceneShown', data: { scene } });
const forumClosed = done(8, 'closeForum', { type: 'forumClosed', data: {} });
const TALK = [itemStarted(1, 'policy_talk'), talkStarted(5)];

describe('showing a scene', () => {
  test.each<[string, Done[], CommandInput, unknown]>([
    ['calls it up', TALK, show('join'), shown('join')],
    ['changes nothing if it is shown', [calledUp(1, 'join')], show('join'), []],
    ['returns to the talk', [...TALK, calledUp(9, 'join')], show('floor'), shown('talk')],
    [
      'returns to the item',
      [itemStarted(1, 'qa'), calledUp(9, 'thanks')],
      show('floor'),
      shown('join'),
    ],
    [
      'returns to the thanks of a closed forum',
      [forumClosed, calledUp(9, 'join')],
      show('floor'),
      shown('thanks'),
    ],
    ['returns to nothing', [calledUp(9, 'thanks')], show('floor'), shown('standby')],
    ['changes nothing if the floor is shown', TALK, show('floor'), []],
  ])('%s', (_, before, command, outcome) => {
    expect(when(given(...before), command)).toEqual(outcome);
  });
});

describe('the scene', () => {
  const sceneAfter = (...commands: Done[]) => given(...commands).scene.value;
  test('follows the floor, since when it changed', () => {
    expect(sceneAfter(...TALK)).toEqual({ kind: 'talk', since: moment(5) });
    const ended = done(50, 'endTurn', { type: 'turnEnded', data: { turn: 3 } });
    expect(sceneAfter(...TALK, ended)).toEqual({ kind: 'agenda', since: moment(50) });
    expect(sceneAfter(...queued(2), pickedAt(30, '2')).kind).toBe('question');
  });
  const OF_STAGE: Record<Stage, SceneKind> = {
    opening: 'opening',
    policy_talk: 'agenda',
    qa: 'join',
    interaction: 'agenda',
    opinion: 'opinions',
    results: 'results',
    closing: 'thanks',
  };
  test.each(STAGES)('of an empty floor is that of the stage: %s', (stage) => {
    const item = { id: 'item', stage, title: 'a', plannedDuration: minutes(5), talks: [] };
    const put = done(1, 'putAgendaItem', {
      type: 'agendaItemPut',
      data: { item, owner: '', note: '', before: null },
    });
    expect(sceneAfter(put, itemStarted(2, 'item')).kind).toBe(OF_STAGE[stage]);
  });
  test('is the dialogue while representative and official speak', () => {
    const exchange = [
      calledUp(2, 'join'),
      done(3, 'startExchange', {
        type: 'exchangeStarted',
        data: { number: 1, representative: 'r1', official: 'li', limit: minutes(3) },
      }),
    ];
    expect(sceneAfter(...exchange)).toEqual({ kind: 'dialogue', since: moment(3) });
    const passed = done(5, 'passFloor', { type: 'floorPassed', data: { turn: 3, to: 'official' } });
    expect(sceneAfter(...exchange, passed).kind).toBe('dialogue');
    const ended = done(9, 'endExchange', { type: 'turnEnded', data: { turn: 3 } });
    expect(sceneAfter(itemStarted(1, 'qa'), ...exchange.slice(1), ended).kind).toBe('join');
  });
  test('thanks everybody when the forum is closed, whatever was shown', () => {
    expect(sceneAfter(itemStarted(1, 'qa'), calledUp(2, 'results'), forumClosed)).toEqual({
      kind: 'thanks',
      since: moment(8),
    });
  });
  test('shows the courteous card of a deflection', () => {
    const deflected = done(
      40,
      'deflectQuestion',
      { type: 'turnEnded', data: { turn: 6 } },
      {
        type: 'questionDeflected',
        data: { question: '2', reason: 'out_of_scope', department: 'water', due: DUE },
      },
    );
    expect(sceneAfter(...queued(2), pickedAt(30, '2'), deflected)).toEqual({
      kind: 'deflection',
      since: moment(40),
    });
  });
});
