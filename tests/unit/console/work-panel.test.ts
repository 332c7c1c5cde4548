import { describe, expect, it } from 'vitest';
import type { AgendaItem, Stage } from '@wenzheng/shared/forum/agenda';
import type { FloorView } from '@wenzheng/shared/forum/floor';
import type { CurrentQuestion } from '@wenzheng/shared/forum/questions';
import type { SceneKind } from '@wenzheng/shared/forum/scenes';
import { dateSchema } from '@wenzheng/shared/forum/words';
import { duration, instant } from '@wenzheng/shared/time/instant';
import { workPanel, type WorkSight } from '../../../console/src/screens/floor/work-panel';

const clock = {
  limit: duration(60_000),
  startedAt: instant(0),
  spentBeforePause: duration(0),
  pausedAt: null,
  thresholds: { warning: duration(0), final: duration(0) },
};
const floor = (kind: FloorView['kind']): FloorView => ({
  turn: 1,
  kind,
  phase: kind === 'exchange' ? 'representative' : kind === 'talk' ? 'speaking' : 'asking',
  speaker: null,
  position: null,
  topic: null,
  clock,
  setBack: duration(0),
  next: null,
  interjection: null,
  beside: [],
  exchange:
    kind === 'exchange'
      ? {
          id: '10',
          number: 1,
          representative: { id: 'r', name: 'Chen', chosenBy: 'lot', of: '' },
          clocks: { representative: clock, official: clock },
        }
      : null,
});
const current = (state: 'on_floor' | 'deflected'): CurrentQuestion => ({
  id: '1',
  number: 1,
  text: 'q',
  source: 'phone',
  name: null,
  department: null,
  state,
  answerers: [],
  deflection:
    state === 'deflected'
      ? { reason: 'out_of_scope', department: 'd', due: dateSchema.parse('2026-03-02') }
      : null,
  tracking: null,
});
const item = (stage: Stage): AgendaItem => ({
  id: stage,
  stage,
  title: stage,
  plannedStart: instant(0),
  plannedDuration: duration(60_000),
  startedAt: instant(0),
  endedAt: null,
  reopened: null,
  talks: stage === 'policy_talk' ? [{ speaker: 's', topic: '', limit: duration(60_000) }] : [],
});
const panel = (
  stage: Stage,
  scene: SceneKind,
  sight: Partial<Pick<WorkSight, 'floor' | 'current'>> = {},
): string =>
  workPanel({
    floor: null,
    current: null,
    scene: { kind: scene, since: instant(0) },
    agenda: { items: [item(stage)], current: stage },
    ...sight,
  }).kind;

describe('what the host works on', () => {
  it('is the exchange that has the floor, even after a deflection in the same item', () => {
    const sight = { floor: floor('exchange'), current: current('deflected') };
    expect(panel('interaction', 'dialogue', sight)).toBe('exchange');
    expect(panel('interaction', 'deflection', sight)).toBe('exchange');
  });
  it('is the deflected question only while the hall sees its card', () => {
    const sight = { current: current('deflected') };
    expect(panel('qa', 'deflection', sight)).toBe('deflected');
    expect(panel('qa', 'agenda', sight)).toBe('note');
  });
  it('is what the stage needs, whatever became of an earlier question', () => {
    const stages: Stage[] = ['policy_talk', 'interaction', 'opinion', 'results', 'closing'];
    const panels = ['talks', 'nextExchange', 'opinions', 'figures', 'closing'];
    const sight = { current: current('deflected') };
    expect(stages.map((stage) => panel(stage, 'agenda'))).toEqual(panels);
    expect(stages.map((stage) => panel(stage, 'agenda', sight))).toEqual(panels);
  });
  it('is the opinions while the hall sees their map, unless the next exchange is to be chosen', () => {
    const stages: Stage[] = ['policy_talk', 'qa', 'interaction', 'opinion', 'results', 'closing'];
    const panels = ['opinions', 'opinions', 'nextExchange', 'opinions', 'opinions', 'opinions'];
    expect(stages.map((stage) => panel(stage, 'opinion_map'))).toEqual(panels);
  });
  it('is the question on the floor', () => {
    const sight = { floor: floor('question'), current: current('on_floor') };
    expect(panel('qa', 'question', sight)).toBe('question');
  });
  it('is the talks while one of them has the floor', () => {
    const sight = { floor: floor('talk'), current: current('deflected') };
    expect(panel('policy_talk', 'deflection', sight)).toBe('talks');
  });
});
