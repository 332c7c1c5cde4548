import { describe, expect, test } from 'vitest';
import type { Stage } from '@wenzheng/shared/forum/agenda';
import { STAGES } from '@wenzheng/shared/forum/agenda';
import type { FloorView } from '@wenzheng/shared/forum/floor';
import type { CurrentQuestion } from '@wenzheng/shared/forum/questions';
import type { SceneKind } from '@wenzheng/shared/forum/scenes';
import { instant } from '@wenzheng/shared/time/instant';
import { startClock } from '@wenzheng/shared/time/countdown';
import { duration } from '@wenzheng/shared/time/instant';
import { happening } from '../../../audience/src/screens/now/happening';
import type { Documents } from '../../../audience/src/shell/live';

const AT = instant(1_790_000_000_000);

interface Given {
  readonly stage?: Stage | null;
  readonly scene?: SceneKind;
  readonly floor?: FloorView['kind'];
  readonly current?: CurrentQuestion;
  readonly results?: boolean;
  readonly closed?: boolean;
}

const floor = (kind: FloorView['kind']): FloorView => ({
  turn: 1,
  kind,
  phase: 'speaking',
  speaker: null,
  position: null,
  topic: null,
  clock: startClock(duration(60_000), AT),
  setBack: duration(0),
  next: null,
  interjection: null,
  beside: [],
  exchange: null,
});
const question = (change: Partial<CurrentQuestion>): CurrentQuestion => ({
  id: 'q1',
  number: 1,
  text: 'When?',
  source: 'phone',
  name: null,
  department: null,
  answerers: [],
  state: 'on_floor',
  deflection: null,
  tracking: null,
  ...change,
});
const DEFLECTED = question({
  state: 'deflected',
  deflection: { reason: 'out_of_scope', department: 'd1', due: '2026-12-01' as never },
});

function documents(given: Given): Documents {
  const stage = given.stage ?? null;
  return {
    emergency: null,
    opinionMapAt: null,
    statementPriorities: {},
    forum: { closedAt: given.closed ? AT : null } as Documents['forum'],
    agenda: {
      current: stage,
      items: STAGES.map((each) => ({
        id: each,
        stage: each,
        title: each,
        plannedStart: AT,
        plannedDuration: duration(60_000),
        startedAt: null,
        endedAt: null,
        reopened: null,
        talks: [],
      })),
    },
    floor: given.floor ? floor(given.floor) : null,
    talks: { held: 0 },
    scene: { kind: given.scene ?? 'agenda', since: AT },
    card: null,
    current: given.current ?? null,
    upNext: { questions: [], waiting: 0, untilHall: 2 },
    picking: { hallEvery: 3, countsHidden: false },
    rating: null,
    poll: null,
    pollResult: null,
    micQueue: { called: null, next: [], waiting: 0 },
    topAsked: null,
    results: given.results ? ({} as Documents['results']) : null,
  };
}

describe('a phone shows', () => {
  const cases: [what: string, given: Given, kind: string][] = [
    ['the day before it begins', {}, 'agenda'],
    ['the opening', { stage: 'opening' }, 'opening'],
    ['the scope when it is on the big screen', { stage: 'qa', scene: 'scope' }, 'opening'],
    ['a talk', { stage: 'policy_talk', floor: 'talk' }, 'talk'],
    ['the item between two talks', { stage: 'policy_talk' }, 'agenda'],
    [
      'the question on the floor',
      { stage: 'qa', floor: 'question', current: question({}) },
      'question',
    ],
    [
      'an answered question until the next',
      { stage: 'qa', current: question({ state: 'answered' }) },
      'question',
    ],
    ['where a question was passed on to', { stage: 'qa', current: DEFLECTED }, 'deflection'],
    ['an exchange', { stage: 'interaction', floor: 'exchange' }, 'exchange'],
    [
      'nothing of an old question between exchanges',
      { stage: 'interaction', current: DEFLECTED },
      'agenda',
    ],
    ['statements', { stage: 'opinion' }, 'opinion'],
    ['statements whenever the big screen does', { stage: 'qa', scene: 'opinions' }, 'opinion'],
    ['the floor rather than statements', { stage: 'opinion', floor: 'talk' }, 'talk'],
    ['results', { stage: 'results', results: true }, 'results'],
    ['the item while there are no figures yet', { stage: 'results' }, 'agenda'],
    ['thanks', { stage: 'closing', results: true }, 'closing'],
    [
      'thanks when the big screen does',
      { stage: 'results', scene: 'thanks', results: true },
      'closing',
    ],
    [
      'the end once closed, whatever stood there',
      { stage: 'qa', current: question({}), closed: true },
      'closing',
    ],
  ];
  test.each(cases)('%s', (_, given, kind) => {
    expect(happening(documents(given)).kind).toBe(kind);
  });
});
