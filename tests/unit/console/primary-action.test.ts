import { describe, expect, it } from 'vitest';
import type { AgendaItem, Stage } from '@wenzheng/shared/forum/agenda';
import type { FloorView } from '@wenzheng/shared/forum/floor';
import type { CurrentQuestion } from '@wenzheng/shared/forum/questions';
import { startClock } from '@wenzheng/shared/time/countdown';
import type { ExchangeView, RosterView } from '@wenzheng/shared/forum/floor';
import { duration, instant, minutes } from '@wenzheng/shared/time/instant';
import { primaryAction, type FloorSight } from '../../../console/src/screens/floor/primary-action';

const START = instant(1_000_000);

const speakers = ['wang', 'li', 'chen'].map((id) => ({
  id,
  name: id.toUpperCase(),
  office: 'head',
  department: `${id}-dept`,
}));
const departments = speakers.map(({ id }) => ({
  id: `${id}-dept`,
  name: id,
  head: id,
  present: true,
}));

const item = (stage: Stage, talks: AgendaItem['talks'] = []): AgendaItem => ({
  id: stage,
  stage,
  title: stage,
  plannedStart: START,
  plannedDuration: minutes(10),
  startedAt: null,
  endedAt: null,
  reopened: null,
  talks,
});
const talks = speakers.map(({ id }) => ({ speaker: id, topic: 'topic', limit: minutes(5) }));
const items = [
  item('opening'),
  item('policy_talk', talks),
  item('qa'),
  item('interaction'),
  item('closing'),
];

const turn = (over: Partial<FloorView>): FloorView => ({
  turn: 7,
  kind: 'question',
  phase: 'asking',
  speaker: null,
  position: null,
  topic: null,
  clock: startClock(minutes(5), START),
  setBack: duration(0),
  interjection: null,
  beside: [],
  exchange: null,
  next: null,
  ...over,
});
const talkTurn = turn({ kind: 'talk', phase: 'speaking' });

const question = (over: Partial<CurrentQuestion>): CurrentQuestion => ({
  id: 'q1',
  number: 1,
  text: 'words',
  source: 'phone',
  name: null,
  department: 'wang-dept',
  state: 'on_floor',
  answerers: [],
  deflection: null,
  tracking: null,
  ...over,
});
const waiting = [
  { id: 'q28', number: 28, text: 'lights', source: 'phone' as const },
  { id: 'q31', number: 31, text: 'insurance', source: 'paper' as const },
];

const sight = (current: Stage | null, over: Partial<FloorSight>): FloorSight => ({
  forum: { departments, speakers, closedAt: null },
  agenda: { items, current },
  roster: { representatives: [] },
  exchanges: [],
  pairing: { representative: null, official: null, quota: minutes(3) },
  floor: null,
  current: null,
  queue: [],
  chosenOfficial: null,
  talksHeld: 0,
  ...over,
});

const roster = (...exchanges: number[]): RosterView => ({
  representatives: exchanges.map((count, index) => ({
    id: `rep${index}`,
    name: `Rep ${index}`,
    chosenBy: 'lot',
    of: '',
    exchanges: count,
  })),
});
const exchange = (number: number, official: string): ExchangeView => ({
  number,
  representative: 'Rep 0',
  official: speakers.find(({ id }) => id === official) ?? null,
  startedAt: START,
  endedAt: START,
  outcome: null,
  written: null,
  earlier: [],
  revision: 0,
});
const exchangeTurn = (phase: 'representative' | 'official'): FloorView =>
  turn({
    kind: 'exchange',
    phase,
    speaker: speakers[0] ?? null,
    exchange: {
      id: '7',
      number: 1,
      representative: { id: 'rep0', name: 'Rep 0', chosenBy: 'lot', of: '' },
      clocks: {
        representative: startClock(minutes(3), START),
        official: startClock(minutes(3), START),
      },
    },
  });
const exchangeOf = (representative: string, official: string) => ({
  type: 'startExchange',
  representative,
  official,
  quota: minutes(3),
  from: null,
});

const begin = (id: Stage, from: Stage | null) => ({ type: 'startAgendaItem', item: id, from });

describe('the large button', () => {
  it.each([
    ['begins the day', sight(null, {}), 'startItem', begin('opening', null)],
    [
      'goes on after the opening',
      sight('opening', {}),
      'startItem',
      begin('policy_talk', 'opening'),
    ],
    [
      'gives the floor to the first speaker',
      sight('policy_talk', {}),
      'startTalk',
      { type: 'startTalk', speaker: 'wang', from: null },
    ],
    [
      'gives the floor to the next speaker while one speaks',
      sight('policy_talk', { floor: talkTurn, talksHeld: 1 }),
      'startTalk',
      { type: 'startTalk', speaker: 'li', from: 7 },
    ],
    [
      'gives the floor to the next speaker after a turn was ended',
      sight('policy_talk', { talksHeld: 2 }),
      'startTalk',
      { type: 'startTalk', speaker: 'chen', from: null },
    ],
    [
      'goes on after the last speaker',
      sight('policy_talk', { floor: talkTurn, talksHeld: 3 }),
      'startItem',
      begin('qa', 'policy_talk'),
    ],
    [
      'takes the first suggested question',
      sight('qa', { queue: waiting }),
      'pickQuestion',
      { type: 'pickQuestion', question: 'q28', from: null },
    ],
    [
      'starts the answer of the head of the department',
      sight('qa', { floor: turn({}), current: question({}), queue: waiting }),
      'startAnswer',
      { type: 'startAnswer', question: 'q1', official: 'wang' },
    ],
    [
      'starts the answer of whom the host chose',
      sight('qa', { floor: turn({}), current: question({}), chosenOfficial: 'chen' }),
      'startAnswer',
      { type: 'startAnswer', question: 'q1', official: 'chen' },
    ],
    [
      'asks for an official where no department is known',
      sight('qa', { floor: turn({}), current: question({ department: null }), queue: waiting }),
      'chooseOfficial',
      null,
    ],
    [
      'takes the next question while one is being answered',
      sight('qa', { floor: turn({ phase: 'answering' }), current: question({}), queue: waiting }),
      'pickQuestion',
      { type: 'pickQuestion', question: 'q28', from: 'q1' },
    ],
    [
      'takes the next question when the answer has run out of its turn',
      sight('qa', { current: question({}), queue: waiting }),
      'pickQuestion',
      { type: 'pickQuestion', question: 'q28', from: 'q1' },
    ],
    [
      'names no question as left when the last was deflected',
      sight('qa', { current: question({ state: 'deflected' }), queue: waiting }),
      'pickQuestion',
      { type: 'pickQuestion', question: 'q28', from: null },
    ],
    ['goes on when nobody waits', sight('qa', {}), 'startItem', begin('interaction', 'qa')],
    [
      'goes on when nobody waits behind the answer',
      sight('qa', { floor: turn({ phase: 'answering' }), current: question({}) }),
      'startItem',
      begin('interaction', 'qa'),
    ],
    ['leads to where the forum is closed', sight('closing', { queue: waiting }), 'close', null],
    [
      'has nothing to do once the forum is closed',
      sight('closing', { forum: { departments, speakers, closedAt: START } }),
      'done',
      null,
    ],
    [
      'brings the first representative face to face with the head of a department present',
      sight('interaction', { roster: roster(0, 0) }),
      'startExchange',
      exchangeOf('rep0', 'wang'),
    ],
    [
      'goes on with whoever has not spoken, and with the official of the last exchange',
      sight('interaction', { roster: roster(1, 0), exchanges: [exchange(1, 'chen')] }),
      'startExchange',
      exchangeOf('rep1', 'chen'),
    ],
    [
      'brings up whom the host chose, a second time too',
      sight('interaction', {
        roster: roster(1, 0),
        pairing: { representative: 'rep0', official: 'li', quota: minutes(5) },
      }),
      'startExchange',
      { ...exchangeOf('rep0', 'li'), quota: minutes(5) },
    ],
    [
      'gives the floor to the official while the representative speaks',
      sight('interaction', { floor: exchangeTurn('representative'), roster: roster(1, 0) }),
      'passFloor',
      { type: 'passFloor', turn: 7, to: 'official' },
    ],
    [
      'gives it back while the official speaks',
      sight('interaction', { floor: exchangeTurn('official'), roster: roster(1, 0) }),
      'passFloor',
      { type: 'passFloor', turn: 7, to: 'representative' },
    ],
    [
      'goes on when every representative has spoken',
      sight('interaction', { roster: roster(1, 2) }),
      'startItem',
      begin('closing', 'interaction'),
    ],
    [
      'has nothing to do without an agenda',
      sight(null, { agenda: { items: [], current: null } }),
      'done',
      null,
    ],
  ])('%s', (_what, given, kind, command) => {
    expect(primaryAction(given)).toMatchObject({ kind, command });
  });

  it('does not offer the head of a department that is not represented', () => {
    const absent = [{ id: 'wang-dept', name: 'wang', head: null, present: false }];
    const given = sight('qa', {
      forum: { departments: absent, speakers, closedAt: null },
      floor: turn({}),
      current: question({}),
    });
    expect(primaryAction(given).kind).toBe('chooseOfficial');
  });
});
