import type { AgendaItem, AgendaView, Stage } from '@wenzheng/shared/forum/agenda';
import { forecast } from '@wenzheng/shared/forum/agenda';
import { suggestRecovery } from '@wenzheng/shared/forum/recovery';
import { after, instant, minutes, type Instant } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';

const START = instant(1_800_000_000_000);
const at = (minute: number): Instant => after(START, minutes(minute));

/** Stage, planned minutes, and for talks the limit of each in minutes. */
type Plan = readonly [stage: Stage, length: number, ...limits: number[]];

/** A day of which item `current` began at minute `began`; those before it are over. */
function day(plans: readonly Plan[], current: number, began: number): AgendaView {
  let start = 0;
  const items = plans.map(([stage, length, ...limits], place): AgendaItem => {
    const plannedStart = at(start);
    start += length;
    return {
      ...{ id: `${stage}${place}`, stage, title: stage, plannedStart },
      plannedDuration: minutes(length),
      startedAt: place < current ? plannedStart : place === current ? at(began) : null,
      endedAt: place < current ? at(began) : null,
      reopened: null,
      talks: limits.map((limit, talk) => ({
        ...{ speaker: `s${talk}`, topic: '', limit: minutes(limit) },
      })),
    };
  });
  return { items, current: items[current]?.id ?? null };
}

const DAY: readonly Plan[] = [
  ['opening', 8],
  ['policy_talk', 30, 5, 5, 5, 5, 5, 5],
  ['qa', 60],
  ['interaction', 30],
  ['opinion', 15],
  ['closing', 5],
];
const stepsOf = (agenda: AgendaView, held: number, now: number) =>
  suggestRecovery(agenda, held, at(now))?.steps.map(({ kind, item, talks, by }) => [
    ...[kind, item, talks],
    by / minutes(1),
  ]);

describe('what is suggested', () => {
  test.each<[string, AgendaView, number, number, unknown]>([
    ['nothing before the start', day(DAY, -1, 0), 0, 30, undefined],
    ['nothing on time', day(DAY, 1, 8), 1, 12, undefined],
    ['nothing for less than two minutes', day(DAY, 1, 9.9), 1, 12, undefined],
    [
      'half a minute of each remaining talk if that does',
      day(DAY, 1, 10),
      2,
      16,
      [['talks', 'policy_talk1', 4, 0.5]],
    ],
    [
      'a minute of each if it takes that',
      day(DAY, 1, 11.9),
      2,
      16,
      [['talks', 'policy_talk1', 4, 1]],
    ],
    [
      'the longest item a little, too',
      day(DAY, 1, 17),
      2,
      25,
      [
        ['talks', 'policy_talk1', 4, 1],
        ['earlier', 'qa2', 0, 5],
      ],
    ],
    ['no talk that has had the floor', day(DAY, 1, 10), 6, 38, [['earlier', 'qa2', 0, 2]]],
    [
      'never less than two thirds of an item, and to leave one out rather',
      day(
        [
          ['opening', 5],
          ['qa', 20],
          ['opinion', 6],
          ['closing', 5],
        ],
        1,
        25,
      ),
      0,
      30,
      [
        ['earlier', 'qa1', 0, 6],
        ['leave_out', 'opinion2', 0, 6],
      ],
    ],
    [
      'no time that is spent',
      day(
        [
          ['opening', 5],
          ['qa', 20],
          ['closing', 5],
        ],
        1,
        9,
      ),
      0,
      26,
      [['earlier', 'qa1', 0, 2]],
    ],
    [
      'to leave out the shortest item that does, and then nothing more than it takes',
      day(
        [
          ['opening', 5],
          ['qa', 15],
          ['opinion', 12],
          ['results', 10],
          ['closing', 5],
        ],
        1,
        21,
      ),
      0,
      22,
      [
        ['earlier', 'qa1', 0, 5],
        ['earlier', 'opinion2', 0, 1],
        ['leave_out', 'results3', 0, 10],
      ],
    ],
    [
      'never to leave out what is much longer than the delay',
      day(
        [
          ['opening', 5],
          ['qa', 6],
          ['interaction', 40],
          ['closing', 5],
        ],
        1,
        25,
      ),
      0,
      26,
      [
        ['earlier', 'interaction2', 0, 13],
        ['earlier', 'qa1', 0, 1],
      ],
    ],
    ['nothing in the last item', day(DAY, 5, 170), 0, 171, undefined],
  ])('is %s', (_, agenda, held, now, steps) => {
    expect(stepsOf(agenda, held, now)).toEqual(steps);
  });

  test('says what becomes of what', () => {
    const agenda = day(DAY, 1, 17);
    expect(suggestRecovery(agenda, 2, at(25))).toMatchObject({
      gained: minutes(9),
      command: {
        type: 'recoverTime',
        from: 'policy_talk1',
        items: [
          {
            item: 'policy_talk1',
            plannedDuration: minutes(26),
            talks: ['s2', 's3', 's4', 's5'].map((speaker) => ({ speaker, limit: minutes(4) })),
          },
          { item: 'qa2', plannedDuration: minutes(55), talks: [] },
        ],
        leaveOut: null,
      },
    });
  });

  test('shortens no talk below two minutes, nor by more than a third', () => {
    const short = day(
      [
        ['opening', 5],
        ['policy_talk', 12, 2, 2.5, 3, 3],
        ['closing', 5],
      ],
      1,
      9,
    );
    const recovery = suggestRecovery(short, 0, at(10));
    expect(recovery?.command.items[0]?.talks).toEqual([
      { speaker: 's2', limit: minutes(2) },
      { speaker: 's3', limit: minutes(2) },
    ]);
  });

  test('is worth its while: at least the whole minutes that are lost, where there is room', () => {
    for (let late = 2; late <= 20; late += 1) {
      const agenda = day(DAY, 2, 38 + late);
      const now = at(40 + late);
      expect(forecast(agenda, now)?.delay).toBe(minutes(late));
      expect(suggestRecovery(agenda, 0, now)?.gained).toBe(minutes(late));
    }
  });
});
