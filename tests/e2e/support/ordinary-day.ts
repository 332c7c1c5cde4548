/** A day as most days are: the built-in forum in the middle of it. */
import { duration, instant, type Instant } from '@wenzheng/shared/time/instant';
import type { CalendarDate } from '@wenzheng/shared/time/working-days';
import { builtInTerms } from '../../../server/src/forum/glossary/built-in';
import { builtInTexts } from '../../../server/src/forum/agenda/built-in-texts';
import type { Day } from './display-documents';
import { mapDocument } from './map-documents';
import { ordinaryMatter } from './poll-documents';

type Locale = 'zh-CN' | 'en';

interface Spoken {
  readonly questions: readonly [string, string, string, string];
  readonly statements: readonly string[];
  readonly commitments: readonly string[];
  readonly asker: string;
  readonly representative: { readonly name: string; readonly of: string };
}

const SPOKEN: Readonly<Record<Locale, Spoken>> = {
  'zh-CN': {
    questions: [
      '老旧小区加装电梯，一楼住户不同意怎么办？',
      '晚上九点以后去高铁站的公交太少，能不能加开两班？',
      '孩子户口随父母迁来不满一年，今年能在本区上小学吗？',
      '菜场门口的窨井盖坏了三个月，报修两次没有人来，由谁负责？',
    ],
    statements: [
      '老楼加装电梯，应当先定好一楼住户的补偿办法。',
      '晚班公交可以班次少一些，但要准点。',
      '摆摊应当有固定的时间和地点，不宜一律不准。',
      '学校操场周末应当向附近居民开放，由社区负责看护，损坏的由使用者赔偿。',
      '河道整治的进度应当每月公布。',
      '广场舞的音量应当有统一的上限，晚上九点以后停止。',
    ],
    commitments: [
      '十月底前，在三个小区试行一楼住户补偿办法，并公布结果。',
      '12 路末班车延长到晚上十点半。',
      '菜场门口的窨井盖三天内修好，全区排查一遍。',
    ],
    asker: '住在六楼的张阿姨',
    representative: { name: '刘桂兰', of: '六十岁以上' },
  },
  en: {
    questions: [
      'What happens when the ground floor will not agree to a lift in an old building?',
      'After nine there is hardly a bus to the station. Could two more run?',
      'We moved here less than a year ago: can our child start school in this district?',
      'The drain cover at the market has been broken for three months. Who repairs it?',
    ],
    statements: [
      'Before lifts are built, compensation for the ground floor should be settled.',
      'Late buses may be fewer, but they must be on time.',
      'Street stalls should have fixed hours and places rather than be forbidden.',
      'School sports grounds should open to neighbours at weekends, with the community looking after them.',
      'Progress on cleaning the river should be published every month.',
      'Music in the square should have a limit, and stop at nine.',
    ],
    commitments: [
      'A trial of compensation for ground floors on three estates by the end of October.',
      'The last bus on line 12 leaves at half past ten.',
      'The drain cover at the market is repaired within three days, all others checked.',
    ],
    asker: 'Mrs Zhang, sixth floor',
    representative: { name: 'Liu Guilan', of: 'sixty and over' },
  },
};
const MINUTE = 60_000;
const at = (text: string): Instant => instant(Date.parse(`2026-09-20T${text}+08:00`));
const on = (text: string): CalendarDate => text as CalendarDate;
const STARTS = ['14:00', '14:10', '14:45', '15:45', '16:20', '16:40', '16:55'].map((time) =>
  at(`${time}:00`),
);
const TALLIES = [
  [214, 61, 25],
  [188, 92, 40],
  [231, 18, 12],
  [97, 104, 55],
  [260, 4, 9],
  [142, 77, 31],
] as const;

function cardOf(locale: Locale): Day['card'] {
  const [{ id: term, word, plain, example } = { id: '', word: '', plain: '', example: '' }] =
    builtInTerms[locale];
  return { term, word, plain, example };
}

/** Of the ten most supported questions. */
const SUPPORTS = [137, 107, 98, 77, 76, 61, 54, 40, 33, 29] as const;

export function ordinaryDay(locale: Locale): Day {
  const texts = builtInTexts[locale];
  const { questions, statements, commitments, asker, representative } = SPOKEN[locale];
  const [housing] = texts.departments;
  if (!housing?.head) throw new Error('the first department has no head');
  const { id, name, office, topic } = housing.head;
  const departments = texts.departments.map((department) => ({
    id: department.id,
    name: department.name,
    head: department.head?.id ?? null,
    present: department.head !== null,
  }));
  return {
    documents: {
      emergency: null,
      assignments: [],
      forum: {
        id: 'f1',
        title: texts.title,
        theme: texts.theme,
        venue: texts.venue,
        startsAt: at('14:00:00'),
        organisations: texts.organisations,
        departments,
        speakers: [],
        topics: texts.topics,
        areas: texts.areas,
        scope: texts.scope,
        rules: texts.rules,
        safety: texts.safety,
        moderation: 'pre',
        closedAt: null,
        rehearsal: false,
      },
      agenda: {
        items: texts.stages.map(({ stage, title }, index) => ({
          id: stage,
          stage,
          title,
          plannedStart: STARTS[index] ?? at('17:00:00'),
          plannedDuration: duration(15 * MINUTE),
          startedAt: null,
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
      join: { url: 'http://192.168.8.10/', address: '192.168.8.10' },
      upNext: {
        questions: questions.slice(1).map((text, index) => ({
          id: `n${index}`,
          number: 43 + index,
          text,
          source: (['paper', 'phone', 'mic'] as const)[index] ?? 'phone',
        })),
        waiting: 12,
        untilHall: 0,
      },
      picking: { hallEvery: 3, countsHidden: false },
      rating: null,
      poll: null,
      pollResult: null,
      micQueue: { called: 12, next: [14, 15, 17], waiting: 6 },
      picks: { picked: 0, picks: [] },
      topAsked: {
        questions: SUPPORTS.map((support, index) => ({
          id: `m${index}`,
          number: 42 + index,
          text: questions[index % questions.length] ?? questions[0],
          support,
          asked: index !== 3 && index < 7,
        })),
      },
      support: 37,
      opinions: {
        statements: statements.map((text, index) => {
          const [agree, disagree, pass] = TALLIES[index] ?? [0, 0, 0];
          return { id: `t${index}`, number: index + 1, text, tally: { agree, disagree, pass } };
        }),
        total: statements.length,
        answers: 1_660,
        people: 318,
      },
      opinionMap: mapDocument({
        at: at('16:05:00'),
        statements: statements.map((text, index) => ({ number: index + 1, text })),
        ...{ people: 318, camps: 3 },
      }),
      results: {
        asked: 86,
        bySource: { phone: 41, kiosk: 6, paper: 22, mic: 9, online: 5, pre_survey: 3 },
        byState: {
          submitted: 0,
          screened: 0,
          queued: 0,
          on_floor: 0,
          answered: 31,
          deflected: 9,
          merged: 14,
          withdrawn: 2,
          deferred: 30,
          declined: 0,
        },
        deflected: {
          out_of_scope: 3,
          private_matter: 2,
          another_authority: 4,
          already_answered: 0,
          unsuitable_here: 0,
        },
        supports: 1_204,
        supportsInHall: 1_204,
        mostSupported: questions.slice(0, 3).map((text, index) => ({
          id: `m${index}`,
          number: 42 + index,
          text,
          support: 137 - 30 * index,
          state: index === 2 ? 'deferred' : 'answered',
        })),
        commitments: commitments.map((what, index) => ({
          what,
          department: departments[index]?.id ?? housing.id,
          due: on(['2026-10-31', '2026-10-15', '2026-09-23'][index] ?? '2026-12-30'),
          question: index === 1 ? null : 42 + index,
          exchange: index === 1 ? 2 : null,
        })),
        exchanges: 4,
        statements: statements.length,
        answers: 1_660,
        rated: { answers: 29, faces: { satisfied: 1_873, partly: 642, not: 318 } },
      },
    },
    question: {
      id: 'q1',
      number: 42,
      text: questions[0],
      source: 'phone',
      name: asker,
      department: housing.id,
      answerers: [],
      state: 'on_floor',
      deflection: null,
      tracking: null,
    },
    deflection: { reason: 'another_authority', department: 'civil_affairs', due: on('2026-10-16') },
    speaker: { id, name, office, department: housing.name },
    topic,
    position: { index: 1, of: 6 },
    exchange: {
      id: 'e1',
      number: 2,
      representative: { id: 'r1', chosenBy: 'age_group', ...representative },
    },
    limit: duration(5 * MINUTE),
    spent: duration(108_000),
    card: cardOf(locale),
    poll: ordinaryMatter(locale),
    rated: [
      { satisfied: 128, partly: 41, not: 17 },
      { satisfied: 23, partly: 12, not: 9 },
    ],
  };
}
