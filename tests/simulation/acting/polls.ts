/** A host holds polls, well and badly; phones and kiosks vote, some of them late. What hosts do needs no dice. */
import { isWritten, placesIn, type BallotChoice } from '@wenzheng/shared/forum/poll-form';
import {
  POLL_KINDS,
  POLL_VOTERS,
  type PollDraft,
  type PollView,
} from '@wenzheng/shared/forum/polls';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import type { Acting, Choice } from './choice';

type Sight = Pick<ViewOf<'host'>['documents'], 'polls' | 'poll' | 'pollResult' | 'upNext' | 'undo'>;
type Texts = ViewOf<'moderator'>['collections']['pollTexts'];

const at = <T>(list: readonly [T, ...T[]], turn: number): T => list[turn % list.length] ?? list[0];

function draftOf(turn: number): PollDraft {
  const kind = at(POLL_KINDS, turn);
  const takesOptions = kind === 'single' || kind === 'multiple' || kind === 'ranking';
  return {
    ...{ id: `p${turn % 9}`, kind, text: `表决 ${turn % 4}` },
    options: takesOptions ? ['电梯', '停车', '路灯'].slice(0, 2 + (turn % 2)) : [],
    most: kind === 'multiple' && turn % 2 === 0 ? 1 : null,
    steps: kind === 'scale' ? 5 : null,
    ...{ low: '', high: '', who: at(POLL_VOTERS, turn >> 1), live: turn % 3 === 0 },
  };
}

export function pollChoices({ polls, poll, pollResult, upNext, undo }: Sight): Choice[] {
  const turn = upNext.waiting + undo.actions.length + polls.polls.length;
  const draft = draftOf(turn);
  const one = polls.polls[turn % Math.max(1, polls.polls.length)];
  const word = pollResult?.words[turn % Math.max(1, pollResult.words.length)];
  const few = polls.polls.length < 8;
  return [
    [few ? 0.5 : 0.1, { type: 'putPoll', poll: draft }],
    [poll?.state === 'open' ? 0.1 : 0.8, { type: 'askPoll', poll: draft }],
    ...(one ? ofOne(one, turn) : []),
    ...(poll ? [[0.4, { type: 'closePoll', poll: poll.id }] as const] : []),
    ...(word && poll?.kind === 'cloud'
      ? [
          [
            0.3,
            { type: 'setCloudWord', poll: poll.id, word: word.text, shown: !word.shown },
          ] as const,
        ]
      : []),
  ];
}

const ofOne = (
  { id, state, shown }: Pick<PollView, 'id' | 'state' | 'shown'>,
  turn: number,
): Choice[] => [
  [state === 'prepared' ? 0.8 : 0.05, { type: 'openPoll', poll: id }],
  [state === 'prepared' ? 0.1 : 0.02, { type: 'removePoll', poll: id }],
  [state === 'prepared' ? 0.05 : 0.6, { type: 'setPollShown', poll: id, shown: !shown }],
  [state === 'closed' ? 0.3 : 0.03, { type: 'repeatPoll', poll: id, as: `p${turn % 9}` }],
];

/** At desks. */
export const pollTextChoices = (texts: Texts): Choice[] =>
  Object.entries(texts).flatMap(([text, { state, department }]): Choice[] => [
    [0.4, { type: 'judgePollText', text, shown: state !== 'approved' }],
    [
      state === 'approved' ? 0.3 : 0.03,
      { type: 'assignPollText', text, department: department === null ? 'water' : null },
    ],
  ]);

/** What somebody votes in `poll`; now and then what it does not ask for. */
function ballot(poll: PollView, { dice, words }: Acting): BallotChoice {
  if (isWritten(poll.kind))
    return { text: dice.chance(0.5) ? words.say('ballot') : dice.pick(['安静', '停车', 'Wi-Fi']) };
  const places = Math.max(1, placesIn(poll)) + (dice.chance(0.05) ? 1 : 0);
  const first = dice.below(places);
  const takesMore = poll.kind === 'multiple' || poll.kind === 'ranking';
  const second = dice.below(places);
  return { choices: takesMore && second !== first ? [first, second] : [first] };
}

export function ballotChoices(poll: PollView | null, acting: Acting): Choice[] {
  if (poll === null) return [];
  const { dice } = acting;
  const chosen = dice.chance(0.1) ? null : ballot(poll, acting);
  const command = { type: 'castBallot', poll: poll.id, ballot: chosen } as const;
  return [[poll.state === 'open' ? 4 : 0.2, command]];
}

export function kioskBallotChoices(poll: PollView | null, acting: Acting): Choice[] {
  if (poll === null) return [];
  const { dice, codes } = acting;
  const [stub] = codes.stubs();
  const code = stub !== undefined && dice.chance(0.3) ? stub : codes.ticket(dice.below(7) + 1);
  const cast = { poll: poll.id, ballot: ballot(poll, acting), code };
  return [[poll.state === 'open' ? 2 : 0.1, { type: 'castBallotByCode', ...cast }]];
}
