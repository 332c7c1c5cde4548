import { describe, expect, it } from 'vitest';
import type { AgendaItem, Stage } from '@wenzheng/shared/forum/agenda';
import type { FloorView } from '@wenzheng/shared/forum/floor';
import type { CurrentQuestion } from '@wenzheng/shared/forum/questions';
import { startClock } from '@wenzheng/shared/time/countdown';
import { instant, minutes } from '@wenzheng/shared/time/instant';
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
  talks,
});
const talks = speakers.map(({ id }) => ({ speaker: id, topic: 'topic', limit: minutes(5) }));
const items = [item('opening'), item('policy_talk', talks), item('qa'), item('closing')];

const turn = (over: Partial<FloorView>): FloorView => ({
  turn: 7,
  kind: 'question',
  phase: 'asking',
  speaker: null,
  position: null,
  topic: null,
  clock: startClock(minutes(5), START),
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
  deflection: null,
  tracking: null,
  ...over,
});
const waiting = [
  { id: 'q28', number: 28, text: 'lights', source: 'phone' as const },
  { id: 'q31', number: 31, text: 'insurance', source: 'paper' as const },
];

const sight = (current: Stage | null, over: Partial<FloorSight>): FloorSight => ({
  forum: { departments, speakers },
  agenda: { items, current },
  floor: null,
  current: null,
  queue: [],
  chosenOfficial: null,
  talksHeld: 0,
  ...over,
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
    ['goes on when nobody waits', sight('qa', {}), 'startItem', begin('closing', 'qa')],
    [
      'goes on when nobody waits behind the answer',
      sight('qa', { floor: turn({ phase: 'answering' }), current: question({}) }),
      'startItem',
      begin('closing', 'qa'),
    ],
    ['has nothing left to do at the end', sight('closing', { queue: waiting }), 'done', null],
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
      forum: { departments: absent, speakers },
      floor: turn({}),
      current: question({}),
    });
    expect(primaryAction(given).kind).toBe('chooseOfficial');
  });
});
