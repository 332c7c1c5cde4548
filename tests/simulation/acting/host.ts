/** A host runs the forum as their tablet shows it, which may be a moment behind, and at times wrongly. */
import { nextItem } from '@wenzheng/shared/forum/agenda';
import { SELECTIONS, SIDES } from '@wenzheng/shared/forum/floor';
import { FREE_SCENES } from '@wenzheng/shared/forum/scenes';
import { HALL_SHARES } from '@wenzheng/shared/forum/picking';
import { DEFLECTION_REASONS } from '@wenzheng/shared/forum/questions';
import { minutes, seconds } from '@wenzheng/shared/time/instant';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import { oneOf, stale, type Acting, type Choice } from './choice';
import { cardChoices } from './cards';
import { emergencyChoices } from './emergency';
import { comingChoices } from './help';
import { interjectionChoices } from './interjection';
import { displayChoices } from './displays';
import { filmChoices } from './media';
import { deskChoices } from './moderator';
import { outcome, SOON } from './promise';
import { pollChoices } from './polls';
import { promptChoices } from './prompts';
import { recoveryChoices } from './recovery';
import { paperChoices } from './slips';
import { undoChoices } from './undo';
import { guidingChoices } from './volunteer';

type HostView = ViewOf<'host'>;

export const hostChoices = (view: HostView, acting: Acting): Choice[] => [
  ...agendaChoices(view, acting),
  ...floorChoices(view, acting),
  ...questionChoices(view, acting),
  ...deskChoices(view.collections, view.documents.forum, acting).map(
    ([weight, command]): Choice => [acting.late() ? weight : weight * 0.3, command],
  ),
  ...undoChoices(view.documents.undo, acting),
  ...exchangeChoices(view, acting),
  ...guidingChoices(view.documents, acting).map(([weight, command]): Choice => [
    weight * 0.3,
    command,
  ]),
  ...(acting.late() ? [[4, { type: 'closeForum' }] as const] : []),
  ...ticketChoices(view, acting),
  ...ratingChoices(view, acting),
  ...paperChoices(view.documents.slips, acting),
  ...emergencyChoices(view.documents),
  [1, { type: 'showScene', scene: acting.dice.pick([...FREE_SCENES, 'floor'] as const) }],
  ...promptChoices(view.documents),
  ...recoveryChoices(view.documents),
  ...comingChoices(view.documents),
  ...cardChoices(view.documents),
  ...interjectionChoices(view.documents),
  ...displayChoices(view.documents),
  ...filmChoices(view.documents),
  ...pollChoices(view.documents),
];

function ratingChoices({ documents }: HostView, { dice }: Acting): Choice[] {
  const answer = dice.chance(0.3) ? `${dice.pick(['q', 'x'])}${dice.below(9)}` : null;
  const rated = answer ?? documents.rating?.answer;
  return rated === undefined
    ? []
    : [[0.5, { type: 'setRating', answer: rated, open: dice.chance(0.5) }]];
}

function ticketChoices({ collections }: HostView, { dice }: Acting): Choice[] {
  const batches = Object.keys(collections.ticketBatches);
  return [
    [
      batches.length === 0 ? 4 : 0.2,
      { type: 'issueTickets', count: dice.below(3) + 2, seat: 'A', until: null },
    ],
    ...oneOf(dice, batches).flatMap((batch): Choice[] => [
      [0.25, { type: 'revokeTicket', ticket: Number(batch) + dice.below(3) }],
      [0.05, { type: 'revokeTicketBatch', batch }],
    ]),
  ];
}

function agendaChoices({ documents: { agenda } }: HostView, acting: Acting): Choice[] {
  const from = stale(acting, agenda.current, 'opening');
  const next = nextItem(agenda);
  return [
    ...(next ? [[1.2, { type: 'startAgendaItem', item: next.id, from }] as const] : []),
    ...oneOf(acting.dice, agenda.items).map(({ id }): Choice => [
      0.4,
      { type: 'startAgendaItem', item: id, from },
    ]),
  ];
}

function floorChoices({ documents: { agenda, floor } }: HostView, acting: Acting): Choice[] {
  const talks = agenda.items.find(({ id }) => id === agenda.current)?.talks ?? [];
  const from = stale(acting, floor?.turn ?? null, 1);
  const choices = oneOf(acting.dice, talks).map(({ speaker }): Choice => [
    3,
    { type: 'startTalk', speaker, from },
  ]);
  if (!floor) return choices;
  const turn = stale(acting, floor.turn, 1);
  const by = acting.dice.pick([minutes(1), minutes(-1), seconds(30), minutes(-5)]);
  return [
    ...choices,
    [0.7, { type: 'endTurn', turn }],
    [1.5, { type: 'pauseTurn', turn }],
    [1.5, { type: 'resumeTurn', turn }],
    [1.5, { type: 'extendTurn', turn, by }],
    [0.7, { type: 'setBackTurn', turn, by: acting.dice.pick([minutes(1), minutes(4)]) }],
  ];
}

function exchangeChoices({ documents }: HostView, acting: Acting): Choice[] {
  const { dice, words } = acting;
  const { floor, forum, roster } = documents;
  const representative = {
    ...{ id: `citizen-${dice.below(4)}`, name: words.say('person') },
    ...{ chosenBy: dice.pick(SELECTIONS), of: dice.chance(0.3) ? words.say('person') : '' },
  };
  const [official] = oneOf(dice, forum.speakers);
  const from = stale(acting, floor?.turn ?? null, 1);
  const starts = acting.late() || !official ? [] : oneOf(dice, roster.representatives);
  const choices: Choice[] = [
    [roster.representatives.length > 2 ? 0.3 : 2, { type: 'putRepresentative', representative }],
    ...oneOf(dice, roster.representatives).map(({ id }): Choice => [
      0.3,
      { type: 'removeRepresentative', representative: id },
    ]),
    ...starts.map(({ id }): Choice => [
      2,
      {
        ...{ type: 'startExchange', representative: id, official: official?.id ?? '' },
        ...{ quota: minutes(2), from },
      },
    ]),
  ];
  if (!floor || (floor.kind !== 'exchange' && dice.chance(0.9))) return choices;
  const turn = stale(acting, floor.turn, 1);
  const ended = dice.chance(0.4) ? outcome(forum.departments, acting) : null;
  return [
    ...choices,
    [2, { type: 'passFloor', turn, to: dice.pick(SIDES) }],
    [acting.late() ? 6 : 1.5, { type: 'endExchange', turn, outcome: ended }],
  ];
}

function questionChoices({ documents, collections }: HostView, acting: Acting): Choice[] {
  const { current, suggestion, forum } = documents;
  const open = current?.state === 'on_floor' ? current.id : null;
  const picks = oneOf(acting.dice, Object.keys(collections.queue)).map((question): Choice => [
    acting.late() ? 0.3 : 3,
    { type: 'pickQuestion', question, from: stale(acting, open, '1') },
  ]);
  const rules: Choice[] = [
    [acting.late() ? 0.1 : 0.4, { type: 'drawQuestion', from: stale(acting, open, '1') }],
    [0.3, { type: 'setHallShare', every: acting.dice.pick(HALL_SHARES) }],
    [0.5, { type: 'setCountsHidden', hidden: acting.dice.chance(0.6) }],
  ];
  if (!current) return [...picks, ...rules];
  const question = current.id;
  const notes = acting.dice.chance(0.5) ? acting.words.say('answer-notes') : null;
  const deflection = {
    question,
    reason: suggestion?.reason ?? acting.dice.pick(DEFLECTION_REASONS),
    department: suggestion?.department ?? oneOf(acting.dice, forum.departments)[0]?.id ?? 'none',
    due: suggestion?.due ?? SOON,
  };
  return [
    ...picks,
    ...rules,
    ...oneOf(acting.dice, forum.speakers).map(({ id }): Choice => [
      2,
      { type: 'startAnswer', question, official: id },
    ]),
    [acting.late() ? 6 : 1.5, { type: 'answerQuestion', question, notes }],
    [1.5, { type: 'deflectQuestion', ...deflection }],
    [0.7, { type: 'amendDeflection', ...deflection, reason: acting.dice.pick(DEFLECTION_REASONS) }],
  ];
}
