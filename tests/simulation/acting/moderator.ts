/** A moderator at the desk; hosts and organisers can do the same. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { STATEMENT_DECLINE_REASONS } from '@wenzheng/shared/forum/opinions';
import { DECLINE_REASONS } from '@wenzheng/shared/forum/questions';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import { oneOf, type Acting, type Choice } from './choice';
import { pollTextChoices } from './polls';
import { outcome, promise } from './promise';
import { undoChoices } from './undo';

type DeskView = Pick<
  ViewOf<'moderator'>['collections'],
  'desk' | 'queue' | 'writtenDown' | 'exchanges' | 'statementDesk' | 'pollTexts'
>;
type Forum = ViewOf<'moderator'>['documents']['forum'];

export const moderatorChoices = (view: ViewOf<'moderator'>, acting: Acting): Choice[] => [
  ...deskChoices(view.collections, view.documents.forum, acting),
  ...undoChoices(view.documents.undo, acting),
  // A number that their screen does not show can still be named.
  [0.3, { type: 'undo', entry: acting.dice.below(120) }],
];

export const deskChoices = (view: DeskView, forum: Forum, acting: Acting): Choice[] => [
  ...questionChoices(view, forum, acting),
  ...answerChoices(view, forum, acting),
  ...exchangeChoices(view, forum, acting),
  ...statementChoices(view, acting),
  ...pollTextChoices(view.pollTexts),
];

function questionChoices({ desk, queue }: DeskView, forum: Forum, acting: Acting): Choice[] {
  const { dice, words } = acting;
  const note = dice.chance(0.7) ? words.say('decline-note') : null;
  const decline = (question: string, weight: number): Choice => [
    weight,
    { type: 'declineQuestion', question, reason: dice.pick(DECLINE_REASONS), note },
  ];
  const edit = (question: string, weight: number): Choice => [
    weight,
    {
      ...{ type: 'editQuestion', question, text: words.say('question') },
      from: (desk[question] ?? queue[question])?.revision ?? 0,
    },
  ];
  const others = Object.keys(desk).filter((question) => desk[question]?.notesToCome !== true);
  return [
    ...oneOf(dice, others).flatMap((question): Choice[] => {
      const [department] = dice.chance(0.5) ? oneOf(dice, forum.departments) : [];
      const topic = forum.topics[Number(question) % (forum.topics.length + 1)] ?? null;
      return [
        [5, { type: 'screenQuestion', question, department: department?.id ?? null, topic }],
        [0.3, { type: 'maskQuestion', question, on: dice.chance(0.5) }],
        decline(question, 1.5),
        edit(question, 1),
      ];
    }),
    ...mergeChoices({ desk, queue }, acting),
    ...oneOf(dice, Object.keys(queue)).flatMap((question) => [
      decline(question, 0.4),
      edit(question, 0.4),
    ]),
  ];
}

/** Answers are written down, and some of them put right. */
function answerChoices({ desk, writtenDown }: DeskView, forum: Forum, acting: Acting): Choice[] {
  const { dice, words } = acting;
  const complete = (question: string, from: number, why: string | null): CommandInput => ({
    ...{ type: 'completeNotes', question, notes: words.say('answer-notes'), why, from },
    commitment: dice.chance(0.5) ? promise(forum.departments, acting) : null,
  });
  const toCome = Object.entries(desk).filter(([, question]) => question.notesToCome);
  return [
    ...oneOf(dice, toCome).map(([question, { revision }]): Choice => [
      acting.late() ? 12 : 3,
      complete(question, revision, null),
    ]),
    ...oneOf(dice, Object.entries(writtenDown)).map(([question, { revision }]): Choice => [
      0.6,
      complete(question, revision, dice.chance(0.5) ? words.say('correction') : null),
    ]),
  ];
}

/** Questions that ask the same, as they see it, become one; some turn out to be two after all. */
function mergeChoices(
  { desk, queue }: Pick<DeskView, 'desk' | 'queue'>,
  { dice }: Acting,
): Choice[] {
  const open = { ...desk, ...queue };
  const included = Object.values(open).flatMap((question) => question.included);
  const [question] = oneOf(dice, Object.keys(open));
  return [
    ...oneOf(dice, Object.keys(open)).flatMap((into): Choice[] =>
      question === undefined ? [] : [[0.6, { type: 'mergeQuestion', question, into }]],
    ),
    ...oneOf(dice, included).map(({ id }): Choice => [
      0.8,
      { type: 'separateQuestion', question: id },
    ]),
  ];
}

function exchangeChoices({ exchanges }: DeskView, forum: Forum, acting: Acting): Choice[] {
  const [ended, others] = parted(
    Object.entries(exchanges),
    ({ endedAt, outcome: written }) => endedAt !== null && written === null,
  );
  const record = (exchange: string, weight: number): Choice => [
    weight,
    {
      ...{ type: 'recordOutcome', exchange, outcome: outcome(forum.departments, acting) },
      why: acting.dice.chance(0.3) ? acting.words.say('correction') : null,
      from: exchanges[exchange]?.revision ?? 0,
    },
  ];
  return [
    ...oneOf(acting.dice, ended).map((id) => record(id, acting.late() ? 12 : 2)),
    ...oneOf(acting.dice, others).map((id) => record(id, 0.3)),
  ];
}

function statementChoices({ statementDesk }: DeskView, { dice, words }: Acting): Choice[] {
  const [waiting, others] = parted(
    Object.entries(statementDesk),
    ({ state }) => state === 'submitted',
  );
  const decide = (statement: string, weight: number): Choice[] => [
    [2 * weight, { type: 'approveStatement', statement }],
    [weight, { type: 'declineStatement', statement, reason: dice.pick(STATEMENT_DECLINE_REASONS) }],
  ];
  return [
    [0.5, { type: 'addStatement', text: words.say('statement') }],
    ...oneOf(dice, waiting).flatMap((statement) => decide(statement, 1.5)),
    ...oneOf(dice, others).flatMap((statement) => decide(statement, 0.2)),
  ];
}

/** Ids of those that are so, and of those that are not. */
function parted<T>(
  items: readonly (readonly [string, T])[],
  isSo: (item: T) => boolean,
): [string[], string[]] {
  const ids = (so: boolean): string[] =>
    items.flatMap(([id, item]) => (isSo(item) === so ? [id] : []));
  return [ids(true), ids(false)];
}
