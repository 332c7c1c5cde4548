import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { SceneKind } from '@wenzheng/shared/forum/scenes';
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
  scene: 'standby' | 'opening' | 'agenda' | 'join' | 'closing' | 'floor',
): CommandInput => ({ type: 'showScene', scene });
const shown = (scene: SceneKind) => [{ type: 'sceneShown', data: { scene } }];
const calledUp = (at: number, scene: SceneKind): Done =>
  done(at, 'showScene', { type: 'sceneShown', data: { scene } });
const TALK = [itemStarted(1, 'policy_talk'), talkStarted(5)];

describe('showing a scene', () => {
  test.each<[string, Done[], CommandInput, unknown]>([
    ['calls it up', TALK, show('join'), shown('join')],
    ['changes nothing if it is shown', [calledUp(1, 'join')], show('join'), []],
    ['returns to the talk', [...TALK, calledUp(9, 'join')], show('floor'), shown('talk')],
    [
      'returns to the item',
      [itemStarted(1, 'qa'), calledUp(9, 'closing')],
      show('floor'),
      shown('join'),
    ],
    ['returns to nothing', [calledUp(9, 'closing')], show('floor'), shown('standby')],
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
