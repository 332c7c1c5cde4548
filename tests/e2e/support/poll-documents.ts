/** Polls that a big screen may have to show: of every kind, with few and many options, nobody's votes and everyone's. */
import { POLL_KINDS, type PollKind } from '@wenzheng/shared/forum/choices';
import {
  CLOUD_SHOWN,
  OPTION_LIMIT,
  OPTIONS_LIMIT,
  POLL_TEXT_LIMIT,
  SCALE_END_LIMIT,
  TEXTS_SHOWN,
  type PollPart,
  type PollResult,
  type PollView,
} from '@wenzheng/shared/forum/polls';
import {
  BALLOT_TEXT_LIMIT,
  CLOUD_WORD_LIMIT,
  hasOptions,
  isWritten,
  placesIn,
} from '@wenzheng/shared/forum/poll-form';
import type { Documents } from './scripted-hub';

/** What a poll is about, and what people write in it. */
export interface PollMatter {
  readonly text: string;
  readonly options: readonly string[];
  readonly steps: number;
  readonly low: string;
  readonly high: string;
  readonly words: readonly string[];
  readonly answers: readonly string[];
  readonly voters: number;
  readonly of: number;
}

const SAID = {
  'zh-CN': {
    text: '三件民生实事，您最希望明年先办哪一件？',
    options: ['老旧小区加装电梯', '晚班公交延长到十点半', '社区食堂和日间照料', '增加停车位'],
    low: '很不放心',
    high: '很放心',
    words: [
      ...[
        '停车',
        '电梯',
        '医疗',
        '公交',
        '噪音',
        '学位',
        '养老',
        '菜场',
        '绿化',
        '快递柜',
        '充电桩',
      ],
      ...[
        '垃圾分类',
        '物业',
        '路灯',
        '夜市',
        '图书馆',
        '河道',
        '托育',
        '盲道',
        '食堂',
        '遛狗',
        '门禁',
      ],
    ],
    answers: [
      '希望一楼住户的补偿办法先公布出来，再谈怎么装。',
      '末班车能不能和高铁最后一班对上？我每周五都赶不上。',
      '社区食堂很好，就是中午排队太久。',
      '请把进度贴在楼道里，老人不看手机。',
    ],
  },
  en: {
    text: 'Which of these should the district do first next year?',
    options: ['Lifts in old buildings', 'Later buses', 'A canteen in every community', 'Parking'],
    low: 'Not at all',
    high: 'Completely',
    words: [
      ...['parking', 'lifts', 'clinics', 'buses', 'noise', 'schools', 'care', 'market', 'trees'],
      ...[
        'chargers',
        'rubbish',
        'lamps',
        'library',
        'river',
        'nursery',
        'canteen',
        'dogs',
        'gates',
      ],
    ],
    answers: [
      'Publish how the ground floor is compensated first, then talk about building.',
      'Could the last bus wait for the last train? On Fridays I miss it every time.',
      'The canteen is good, but the queue at noon is long.',
      'Put the progress up in the stairwell; my parents do not use phones.',
    ],
  },
} as const;

/** As in most forums. */
export const ordinaryMatter = (locale: 'zh-CN' | 'en'): PollMatter => ({
  ...SAID[locale],
  ...{ steps: 5, voters: 1_203, of: 2_010 },
});

/** Everything as long as it may be; `text` gives that many characters. */
export function measuredMatter(least: boolean, text: (length: number) => string): PollMatter {
  /** They differ at their end, as no poll holds an option twice. */
  const each = (count: number, length: number): string[] =>
    Array.from({ length: count }, (_, index) => {
      const mark = String(index).padStart(2, '0');
      return least ? `问${index}` : text(length).slice(0, length - mark.length) + mark;
    });
  return {
    text: text(POLL_TEXT_LIMIT),
    options: each(least ? 2 : OPTIONS_LIMIT, OPTION_LIMIT),
    steps: least ? 3 : 10,
    low: least ? '' : text(SCALE_END_LIMIT),
    high: least ? '' : text(SCALE_END_LIMIT),
    words: least ? [] : each(CLOUD_SHOWN, CLOUD_WORD_LIMIT),
    answers: least ? [] : each(TEXTS_SHOWN, BALLOT_TEXT_LIMIT),
    ...{ voters: least ? 0 : 100_000, of: least ? 0 : 200_000 },
  };
}

/** `whole` among `places`, unevenly. */
function spread(places: number, whole: number): number[] {
  const weights = Array.from({ length: places }, (_, place) => 1 + ((place * 7 + 3) % 11));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const counts = weights.map((weight) => Math.floor((whole * weight) / sum));
  counts[0] = (counts[0] ?? 0) + whole - counts.reduce((all, count) => all + count, 0);
  return counts;
}

function partOf(kind: PollKind, places: number, voters: number): PollPart {
  const counts = spread(places, voters);
  const points =
    kind === 'ranking' ? counts.map((count, place) => count * places + place * voters) : [];
  return { voters, counts, points };
}

/** What a display is sent of a poll of `kind` about `matter`. */
export function pollDocuments(
  kind: PollKind,
  { text, options, steps, low, high, words, answers, voters, of }: PollMatter,
  moment: 'asked' | 'closed' | 'shown',
): Pick<Documents, 'poll' | 'pollResult'> {
  const shown = moment === 'shown';
  const poll: PollView = {
    ...{ id: `${kind}-${moment}`, kind, text, low, high },
    options: hasOptions(kind) ? [...options] : [],
    most: null,
    steps: kind === 'scale' ? steps : null,
    who: voters > 10_000 ? 'hall' : 'anyone',
    live: false,
    round: voters > 10_000 ? 12 : 1,
    state: moment === 'asked' ? 'open' : 'closed',
    ...{ shown, openedAt: null },
  };
  const places = placesIn(poll);
  const inHall = Math.round(voters * 0.7);
  const part = (people: number): PollPart => partOf(kind, places, people);
  const told = shown && !isWritten(kind);
  const result: PollResult = {
    ...{ poll: poll.id, voters, of },
    total: told ? part(voters) : null,
    hall: told && voters > 0 ? part(inHall) : null,
    online: told && voters > 0 ? part(voters - inHall) : null,
    words:
      shown && kind === 'cloud'
        ? words.map((word, index) => ({
            text: word,
            count: Math.ceil(voters / (3 + index * index)),
            shown: true,
          }))
        : [],
    texts:
      shown && kind === 'text'
        ? answers.map((answer, index) => ({ id: `x${index}`, text: answer }))
        : [],
  };
  return { poll, pollResult: result };
}

/** Of every kind what is asked and what came out, and once that voting is over. */
export const POLL_MOMENTS: readonly (readonly [PollKind, 'asked' | 'closed' | 'shown'])[] = [
  ...POLL_KINDS.flatMap((kind) => [[kind, 'asked'] as const, [kind, 'shown'] as const]),
  ['single', 'closed'],
];
