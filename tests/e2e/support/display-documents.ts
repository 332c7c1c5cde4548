/** What a big screen may have to show: every scene with the least, the most that the forum's limits allow, and an ordinary day. */
import { LINE_LIMIT, LIST_LIMIT, STAGES, TITLE_LIMIT } from '@wenzheng/shared/forum/agenda';
import {
  EXAMPLE_LIMIT,
  PLAIN_LIMIT,
  TERM_LIMIT,
  type CardView,
} from '@wenzheng/shared/forum/glossary';
import type { Faces } from '@wenzheng/shared/forum/ratings';
import { EMERGENCY_MESSAGE_LIMIT, type EmergencyKind } from '@wenzheng/shared/forum/safety';
import { pauseClock, startClock } from '@wenzheng/shared/time/countdown';
import { STATEMENT_LIMIT } from '@wenzheng/shared/forum/people-words';
import { COMMITMENT_LIMIT, NAME_LIMIT, WORDS_LIMIT } from '@wenzheng/shared/forum/words';
import { duration, instant, type Duration, type Instant } from '@wenzheng/shared/time/instant';
import type { CalendarDate } from '@wenzheng/shared/time/working-days';
import { mapDocument } from './map-documents';
import { ordinaryDay } from './ordinary-day';
import { measuredMatter, POLL_MOMENTS, pollDocuments, type PollMatter } from './poll-documents';
import type { Documents } from './scripted-hub';

export type Content = 'shortest' | 'longest' | 'unbroken' | 'ordinary';
/** Content that is nothing but a length. */
type Measure = Exclude<Content, 'ordinary'>;

export const START = instant(Date.parse('2026-09-20T14:30:00+08:00'));
const DUE = '2026-12-30' as CalendarDate;

const CHINESE =
  '老旧小区加装电梯，一楼住户一直不同意，街道调解了三次没有结果；我们想知道后面还能怎么办，由哪个单位负责，什么时候能有答复？';
const ENGLISH =
  'Our building has been waiting for a lift since the summer before last; the office sent three letters, and nobody has told us who decides, or when. ';
const UNBROKEN = 'Wohnungsmodernisierungsgenehmigungsverfahren';

/** `length` characters of the kind that `content` asks for. */
function words(content: Measure, locale: string, length: number): string {
  const text = content === 'unbroken' ? UNBROKEN : locale === 'en' ? ENGLISH : CHINESE;
  return text
    .repeat(Math.ceil(length / text.length))
    .slice(0, length)
    .trim()
    .padEnd(length, '。');
}

/** Names that differ at their end, as lists must not hold one twice. */
const list = (count: number, text: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => text(index));

/** A picture to look at: its scene, and what else happens. */
export interface Case {
  readonly name: string;
  readonly documents: (now: Instant) => Documents;
}

type Floor = NonNullable<Documents['floor']>;
type Exchange = NonNullable<Floor['exchange']>;

/** The forum's documents but for the scene, and what its scenes are made from. */
export interface Day {
  readonly documents: Omit<Documents, 'floor' | 'scene' | 'current'>;
  readonly question: NonNullable<Documents['current']>;
  readonly deflection: NonNullable<NonNullable<Documents['current']>['deflection']>;
  readonly speaker: NonNullable<Floor['speaker']>;
  readonly topic: string;
  readonly position: NonNullable<Floor['position']>;
  readonly exchange: Pick<Exchange, 'id' | 'number' | 'representative'>;
  /** Of every clock, and how much of it is over. */
  readonly limit: Duration;
  readonly spent: Duration;
  readonly card: CardView;
  readonly poll: PollMatter;
  /** How hall and online found an answer; null where too few rated it. */
  readonly rated: readonly [hall: Faces | null, online: Faces | null];
}

/** Of so many characters all the options that a poll may have stand on one page. */
const MANY = 8;

const NOT_RATED = { answers: 0, faces: { satisfied: 0, partly: 0, not: 0 } };

/** Ten times the phones that one hub serves. */
const EVERYONE: Faces = { satisfied: 33_333, partly: 33_333, not: 33_333 };

/** A day of which everything has the length that `content` asks for. */
function measuredDay(content: Measure, locale: 'zh-CN' | 'en'): Day {
  const least = content === 'shortest';
  const text = (length: number): string => (least ? '问' : words(content, locale, length));
  const numbered = (count: number, length: number): string[] =>
    list(least ? 1 : count, (index) =>
      least ? '问' : `${words(content, locale, length - 3)}${String(index).padStart(3, '0')}`,
    );
  const departments = numbered(3, TITLE_LIMIT).map((name, index) => ({
    id: `d${index}`,
    name,
    head: null,
    present: true,
  }));
  const speaker = {
    id: 's0',
    name: text(NAME_LIMIT),
    office: least ? '局长' : text(LINE_LIMIT),
    department: least ? '住建局' : text(LINE_LIMIT),
  };
  const few = 1_000_000;
  const count = (many: number): number => (least ? 0 : many);
  const sources = { phone: 1, kiosk: 1, paper: 1, mic: 1, online: 1, pre_survey: 1 };
  const everyThousand = <K extends string>(keys: Record<K, unknown>): Record<K, number> => {
    const counts = { ...keys } as Record<K, number>;
    for (const key of Object.keys(keys) as K[]) counts[key] = count(few / 10);
    return counts;
  };
  const question = {
    id: 'q1',
    number: least ? 1 : 99_999,
    text: text(WORDS_LIMIT),
    source: 'pre_survey' as const,
    name: least ? null : text(NAME_LIMIT),
    department: 'd0',
    answerers: [],
    state: 'on_floor' as const,
    deflection: null,
    tracking: null,
  };

  return {
    documents: {
      emergency: null,
      assignments: [],
      forum: {
        id: 'f1',
        title: text(TITLE_LIMIT),
        theme: text(TITLE_LIMIT),
        venue: text(TITLE_LIMIT),
        startsAt: START,
        organisations: numbered(LIST_LIMIT, TITLE_LIMIT).map((name, index) => ({
          name,
          part: index === 0 ? 'host' : index < 3 ? 'organiser' : 'co_organiser',
        })),
        departments,
        speakers: [speaker],
        topics: numbered(12, LINE_LIMIT),
        areas: [],
        scope: numbered(12, LINE_LIMIT),
        rules: numbered(12, LINE_LIMIT),
        safety: numbered(12, LINE_LIMIT),
        moderation: 'pre',
        closedAt: null,
        rehearsal: false,
      },
      agenda: {
        items: STAGES.map((stage, index) => ({
          id: stage,
          stage,
          title: text(TITLE_LIMIT),
          plannedStart: instant(START + index * 1_800_000),
          plannedDuration: duration(1_800_000),
          startedAt: index <= 3 ? instant(START + index * 1_800_000) : null,
          endedAt: null,
          reopened: null,
          talks: [],
        })),
        current: 'interaction',
      },
      talks: { held: 0 },
      card: null,
      hall: { code: 'K7M-2QP' },
      film: null,
      slidesShown: null,
      ready: { clips: [], slides: [] },
      join: least
        ? { url: 'http://10.0.0.8/', address: '10.0.0.8' }
        : {
            url: 'https://wenzheng.dongcheng-district.example.gov.cn/',
            address: 'wenzheng.dongcheng-district.example.gov.cn',
          },
      upNext: {
        questions: least
          ? []
          : list(3, (index) => `n${index}`).map((id, index) => ({
              id,
              number: 99_990 + index,
              text: text(WORDS_LIMIT),
              source: 'pre_survey',
            })),
        waiting: count(99_999),
        untilHall: 4,
      },
      picking: { hallEvery: 5, countsHidden: false },
      rating: null,
      poll: null,
      pollResult: null,
      micQueue: {
        called: least ? null : 999,
        next: least ? [] : [1_000, 1_001, 1_002],
        waiting: count(200),
      },
      picks: { picked: 0, picks: [] },
      topAsked: {
        questions: list(least ? 0 : 10, (index) => `m${index}`).map((id, index) => ({
          id,
          number: 99_990 + index,
          text: text(WORDS_LIMIT),
          support: few,
          asked: index % 2 === 0,
        })),
      },
      support: count(few),
      opinions: {
        statements: numbered(20, STATEMENT_LIMIT).map((statement, index) => ({
          id: `t${index}`,
          number: 981 + index,
          text: statement,
          tally: { agree: count(few), disagree: count(few), pass: count(few) },
        })),
        total: least ? 1 : 10_000,
        answers: count(few),
        people: count(few),
      },
      opinionMap: mapDocument({
        at: START,
        statements: Array.from({ length: least ? 3 : 20 }, (_, index) => ({
          number: least ? index + 1 : 981 + index,
          text: text(STATEMENT_LIMIT),
        })),
        ...(least ? { people: 10, camps: 2, answered: 1 } : { people: 2_000, camps: 5 }),
      }),
      results: {
        asked: count(few),
        bySource: everyThousand(sources),
        byState: everyThousand({
          submitted: 0,
          screened: 0,
          queued: 0,
          on_floor: 0,
          answered: 0,
          deflected: 0,
          merged: 0,
          withdrawn: 0,
          deferred: 0,
          declined: 0,
        }),
        deflected: everyThousand({
          out_of_scope: 0,
          private_matter: 0,
          another_authority: 0,
          already_answered: 0,
          unsuitable_here: 0,
        }),
        supports: count(few),
        supportsInHall: count(few),
        mostSupported: least
          ? []
          : list(3, (index) => `m${index}`).map((id) => ({
              id,
              number: 99_999,
              text: text(WORDS_LIMIT),
              support: few,
              state: 'deferred',
            })),
        commitments: numbered(5, COMMITMENT_LIMIT).map((what, index) => ({
          what,
          department: least ? 'd0' : `d${index % 3}`,
          due: DUE,
          question: index % 2 === 0 ? 99_999 : null,
          exchange: index % 2 === 0 ? null : 999,
        })),
        exchanges: count(999),
        statements: count(10_000),
        answers: count(few),
        rated: least
          ? { answers: 1, faces: { satisfied: 1, partly: 0, not: 0 } }
          : { answers: 999, faces: { satisfied: few, partly: few, not: few } },
      },
    },
    question,
    deflection: { reason: 'another_authority', department: 'd0', due: DUE },
    speaker,
    topic: text(LINE_LIMIT),
    position: { index: 1, of: 40 },
    exchange: {
      id: 'e1',
      number: least ? 1 : 999,
      representative: {
        id: 'r1',
        name: text(NAME_LIMIT),
        chosenBy: 'age_group',
        of: least ? '' : text(NAME_LIMIT),
      },
    },
    limit: duration(least ? 60_000 : 7_200_000),
    spent: duration(least ? 5_000 : 7_300_000),
    card: {
      ...{ term: 't1', word: text(TERM_LIMIT), plain: text(PLAIN_LIMIT) },
      example: least ? '' : text(EXAMPLE_LIMIT),
    },
    poll: measuredMatter(least, text),
    rated: least ? [null, null] : [EVERYONE, EVERYONE],
  };
}

/** Every scene with `content`. */
export function casesOf(content: Content, locale: 'zh-CN' | 'en'): Case[] {
  const day = content === 'ordinary' ? ordinaryDay(locale) : measuredDay(content, locale);
  const { documents, question, speaker, limit, spent } = day;
  const clock = (over: number, now: Instant) => startClock(limit, instant(now - over));
  const turn = (now: Instant) => ({
    turn: 7,
    speaker,
    position: null,
    topic: null,
    clock: clock(spent, now),
    setBack: duration(0),
    next: null,
    interjection: null,
    beside: [],
    exchange: null,
  });
  const scene = (
    kind: Documents['scene']['kind'],
    more: (now: Instant) => Partial<Documents> = () => ({}),
    name: string = kind,
  ): Case => ({
    name,
    documents: (now) => ({
      ...documents,
      floor: null,
      current: null,
      scene: { kind, since: now },
      ...more(now),
    }),
  });
  /** Somebody speaks up: the clock of the turn stands still beside theirs. */
  const interjected = (now: Instant): Pick<Floor, 'interjection' | 'clock'> => ({
    clock: pauseClock(clock(spent, now), now),
    interjection: {
      number: 8,
      by: { side: 'official', name: speaker.name },
      clock: startClock(limit, instant(now - spent / 2)),
    },
  });
  const talk = (now: Instant): Floor => ({
    ...turn(now),
    ...{ kind: 'talk', phase: 'speaking', topic: day.topic, position: day.position },
    next: speaker,
  });
  const dialogue = (phase: 'representative' | 'official', more: typeof interjected | null): Case =>
    scene(
      'dialogue',
      (now) => ({
        floor: {
          ...turn(now),
          kind: 'exchange',
          phase,
          exchange: {
            ...day.exchange,
            clocks: { representative: clock(spent, now), official: clock(spent / 2, now) },
          },
          ...more?.(now),
        },
      }),
      more ? 'dialogue-interjection' : `dialogue-${phase}`,
    );
  const rating = (open: boolean): NonNullable<Documents['rating']> => {
    const [hall, online] = day.rated;
    const total = hall && {
      satisfied: hall.satisfied + (online?.satisfied ?? 0),
      partly: hall.partly + (online?.partly ?? 0),
      not: hall.not + (online?.not ?? 0),
    };
    const count = total ? total.satisfied + total.partly + total.not : 0;
    const told = open ? { total: null, hall: null, online: null } : { total, hall, online };
    return { answer: 'q1', kind: 'question', number: question.number, open, count, ...told };
  };
  const answered = (open: boolean): Case =>
    scene(
      'question',
      () => ({ current: { ...question, state: 'answered' }, rating: rating(open) }),
      open ? 'question-rating' : 'question-rated',
    );
  const emergency = (kind: EmergencyKind, drill: boolean): Case =>
    scene(
      'standby',
      (now) => ({
        emergency: {
          ...{ number: 9, kind, drill, since: now },
          message: drill ? day.question.text.slice(0, EMERGENCY_MESSAGE_LIMIT) : null,
        },
      }),
      drill ? 'emergency-drill' : 'emergency',
    );
  const none = { opinions: { statements: [], total: 0, answers: 0, people: 0 } };
  const many = { ...day.poll, options: day.poll.options.map((option) => option.slice(-MANY)) };
  const ofMany = (['asked', 'shown'] as const).map((moment) =>
    scene('poll', () => pollDocuments('ranking', many, moment), `poll-many-${moment}`),
  );
  const polls = POLL_MOMENTS.map(([kind, moment]) =>
    scene('poll', () => pollDocuments(kind, day.poll, moment), `poll-${kind}-${moment}`),
  );
  // Never two of one kind in a row: it could not be told which of them stands.
  return alternating(
    [
      scene('standby'),
      scene('opening'),
      scene('scope'),
      scene('agenda'),
      emergency('fire', false),
      scene('talk', (now) => ({ floor: talk(now) })),
      scene('join'),
      emergency('weather', true),
      scene('question', (now) => ({
        current: question,
        floor: { ...turn(now), kind: 'question', phase: 'answering' },
      })),
      dialogue('representative', null),
      scene(
        'talk',
        (now) => ({ floor: { ...talk(now), ...interjected(now) } }),
        'talk-interjection',
      ),
      scene(
        'question',
        (now) => ({
          current: question,
          floor: {
            ...turn(now),
            ...{ kind: 'question', phase: 'answering', beside: [speaker, speaker, speaker] },
          },
        }),
        'question-together',
      ),
      scene('deflection', () => ({
        current: {
          ...question,
          state: 'deflected',
          deflection: day.deflection,
          tracking: 'WZ-7K3F-92',
        },
      })),
      dialogue('official', null),
      scene('card', () => ({ card: day.card })),
      answered(false),
      scene('opinions'),
      scene('opinion_map'),
      answered(true),
      dialogue('official', interjected),
      scene(
        'question',
        (now) => ({
          current: question,
          floor: { ...turn(now), ...interjected(now), kind: 'question', phase: 'answering' },
        }),
        'question-interjection',
      ),
      scene('results', () => ({ results: { ...documents.results, rated: NOT_RATED } })),
      scene(
        'results',
        () => ({ results: { ...documents.results, mostSupported: [], commitments: [] } }),
        'results-rated',
      ),
      ...(content === 'shortest' || content === 'ordinary'
        ? [
            scene('opinions', () => none, 'opinions-none'),
            scene('opinion_map', () => ({ opinionMap: null }), 'opinion-map-none'),
          ]
        : []),
      scene(
        'agenda',
        () => ({ rating: rating(false), micQueue: { called: null, next: [], waiting: 0 } }),
        'agenda-rated',
      ),
      scene('thanks'),
    ],
    content === 'longest' ? [...polls, ...ofMany] : polls,
  );
}

/** `others` with one of `scenes` after each, and the rest of them after those. */
function alternating(scenes: readonly Case[], others: readonly Case[]): Case[] {
  return scenes.flatMap((each, index) => [each, ...others.slice(index, index + 1)]);
}
