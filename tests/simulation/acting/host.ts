/** A host runs the forum as their tablet shows it, which may be a moment behind, and at times wrongly. */
import { nextItem } from '@wenzheng/shared/forum/agenda';
import { FREE_SCENES } from '@wenzheng/shared/forum/scenes';
import { DEFLECTION_REASONS } from '@wenzheng/shared/forum/questions';
import { instant, minutes, seconds } from '@wenzheng/shared/time/instant';
import { workingDaysAfter } from '@wenzheng/shared/time/working-days';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import { oneOf, type Acting, type Choice } from './choice';
import { deskChoices } from './moderator';

type HostView = ViewOf<'host'>;
/** A page shows an old number now and then, and a press takes it along. */
const stale = <T>({ dice }: Acting, now: T, old: T): T => (dice.chance(0.08) ? old : now);

export const hostChoices = (view: HostView, acting: Acting): Choice[] => [
  ...agendaChoices(view, acting),
  ...floorChoices(view, acting),
  ...questionChoices(view, acting),
  ...deskChoices(view.collections, view.documents.forum, acting),
  ...oneOf(acting.dice, view.documents.undo.actions.slice(-3)).map(({ entry }): Choice => [
    3,
    { type: 'undo', entry: stale(acting, entry, entry - 1) },
  ]),
  [1, { type: 'showScene', scene: acting.dice.pick([...FREE_SCENES, 'floor'] as const) }],
];

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
  ];
}

function questionChoices({ documents, collections }: HostView, acting: Acting): Choice[] {
  const { current, suggestion, forum } = documents;
  const open = current?.state === 'on_floor' ? current.id : null;
  const picks = oneOf(acting.dice, Object.keys(collections.queue)).map((question): Choice => [
    3,
    { type: 'pickQuestion', question, from: stale(acting, open, '1') },
  ]);
  if (!current) return picks;
  const question = current.id;
  const notes = acting.dice.chance(0.5) ? acting.words.say('answer-notes') : null;
  const deflection = {
    question,
    reason: suggestion?.reason ?? acting.dice.pick(DEFLECTION_REASONS),
    department: suggestion?.department ?? acting.dice.pick(forum.departments).id,
    due: suggestion?.due ?? workingDaysAfter(instant(Date.UTC(2027, 1, 1)), 3),
  };
  return [
    ...picks,
    [2, { type: 'startAnswer', question, official: acting.dice.pick(forum.speakers).id }],
    [1.5, { type: 'answerQuestion', question, notes }],
    [1.5, { type: 'deflectQuestion', ...deflection }],
    [0.7, { type: 'amendDeflection', ...deflection, reason: acting.dice.pick(DEFLECTION_REASONS) }],
  ];
}
