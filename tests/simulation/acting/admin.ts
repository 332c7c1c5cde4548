/** An organiser goes on setting the forum up while it runs, and helps out at the desk. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { MODERATION_MODES, STAGES } from '@wenzheng/shared/forum/agenda';
import { minutes } from '@wenzheng/shared/time/instant';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import { oneOf, type Acting, type Choice } from './choice';
import { checklistChoices } from './checklist';
import { kitChoices } from './media';
import { deskChoices } from './moderator';
import { undoChoices } from './undo';

type AdminView = ViewOf<'admin'>;

export const adminChoices = (view: AdminView, acting: Acting): Choice[] => [
  ...forumChoices(view, acting),
  ...peopleChoices(view, acting),
  ...agendaChoices(view, acting),
  ...deskChoices(view.collections, view.documents.forum, acting),
  ...undoChoices(view.documents.undo, acting),
  ...checklistChoices(view.documents),
  ...kitChoices(view.documents),
];

/** A few ids only, so that what is put is often there already. */
const anId = ({ dice }: Acting, what: string): string => `${what}-${dice.below(4)}`;

function forumChoices({ documents: { forum } }: AdminView, { dice }: Acting): Choice[] {
  const fields = dice.pick([
    { title: `问政 ${dice.below(9)}` },
    { rules: ['一人一问'], topics: [] },
    { moderation: dice.pick(MODERATION_MODES) },
    { startsAt: forum.startsAt },
    { moderation: dice.pick(MODERATION_MODES), scope: ['住房', '出行'] },
    {},
  ]);
  return [[2, { type: 'editForum', fields }]];
}

function peopleChoices({ documents: { forum } }: AdminView, acting: Acting): Choice[] {
  const { dice } = acting;
  const [head] = oneOf(dice, forum.speakers);
  const department = {
    ...{ id: anId(acting, 'department'), name: `部门 ${dice.below(9)}`, keywords: ['路灯'] },
    ...{ head: dice.chance(0.7) ? (head?.id ?? null) : null, present: dice.chance(0.5) },
  };
  const speaker = {
    id: anId(acting, 'speaker'),
    name: '王 立',
    office: '局长',
    department: '住建',
  };
  return [
    [1, { type: 'putDepartment', department }],
    [1, { type: 'putSpeaker', speaker }],
    ...oneOf(dice, forum.departments).map(({ id }): Choice => [
      0.5,
      { type: 'removeDepartment', department: id },
    ]),
    ...oneOf(dice, forum.speakers).map(({ id }): Choice => [
      0.5,
      { type: 'removeSpeaker', speaker: id },
    ]),
  ];
}

function agendaChoices(view: AdminView, acting: Acting): Choice[] {
  const { agenda, forum, runningNotes } = view.documents;
  const { dice } = acting;
  const [item, other] = [oneOf(dice, agenda.items)[0], oneOf(dice, agenda.items)[0]];
  if (!item) return [];
  const before = dice.chance(0.3) ? null : (other?.id ?? null);
  const talks = oneOf(dice, forum.speakers).map(({ id }) => ({
    ...{ speaker: id, topic: '', limit: minutes(3) },
  }));
  const put = {
    ...{ id: dice.chance(0.5) ? item.id : anId(acting, 'item'), title: `环节 ${dice.below(9)}` },
    ...{ stage: dice.pick(STAGES), plannedDuration: minutes(dice.below(20) + 1), talks },
    ...{ owner: '赵', note: dice.chance(0.5) ? '敲钟' : '' },
  };
  return [
    [1, { type: 'putAgendaItem', item: put, before }],
    [1, { type: 'moveAgendaItem', item: item.id, before }],
    [0.5, { type: 'removeAgendaItem', item: item.id }],
    [0.5, replaced(agenda.items, runningNotes.notes, put)],
  ];
}

type Replace = Extract<CommandInput, { type: 'replaceAgenda' }>;

/** The agenda as it stands, with one item as it is put, or that item at the end. */
function replaced(
  items: AdminView['documents']['agenda']['items'],
  notes: AdminView['documents']['runningNotes']['notes'],
  put: Replace['items'][number],
): Replace {
  const rows = items.map(({ id, stage, title, plannedDuration, talks }) => {
    const { owner, note } = notes.find(({ item }) => item === id) ?? { owner: '', note: '' };
    return { id, stage, title, plannedDuration, talks, owner, note };
  });
  const others = rows.map((row) => (row.id === put.id ? put : row));
  return {
    type: 'replaceAgenda',
    from: items.map(({ id }) => id),
    items: others.includes(put) ? others : [...others, put],
    speakers: [],
  };
}
