/**
 * The commands of the set-up. Each sets one thing whole, made from what the hub holds with one part
 * changed; a refusal code where what was to be changed is no longer there.
 */
import type { AgendaItem, OrganisationPart, Talk } from '@wenzheng/shared/forum/agenda';
import { ORGANISATION_PARTS } from '@wenzheng/shared/forum/agenda';
import type { ItemMedia } from '@wenzheng/shared/forum/media';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Term } from '@wenzheng/shared/forum/glossary';
import type { RefusalCode } from '@wenzheng/shared/wire/protocol';
import type { AdminView } from '../../hub-link';

export type SetupDocuments = Pick<
  AdminView['documents'],
  | 'forum'
  | 'agenda'
  | 'runningNotes'
  | 'setup'
  | 'roster'
  | 'glossary'
  | 'rudeWords'
  | 'staffSafety'
  | 'checklist'
  | 'media'
>;
export type Made = CommandInput | RefusalCode;

type Of<T extends CommandInput['type']> = Extract<CommandInput, { readonly type: T }>;
export type ForumFields = Of<'editForum'>['fields'];
export type DepartmentFields = Omit<Of<'putDepartment'>['department'], 'id'>;
export type SpeakerFields = Omit<Of<'putSpeaker'>['speaker'], 'id'>;
export type ItemFields = Omit<Of<'putAgendaItem'>['item'], 'id'>;
export type TaskFields = Omit<Of<'putTask'>['task'], 'id'>;
export type TermFields = Omit<Of<'putTerm'>['term'], 'id'>;
export type RepresentativeFields = Omit<Of<'putRepresentative'>['representative'], 'id'>;

/** Names of the organisations that have `part`. */
export const organisationsOf = ({ forum }: SetupDocuments, part: OrganisationPart): string[] =>
  forum.organisations.filter((each) => each.part === part).map(({ name }) => name);

/** Replaces the organisations of one part; those of the others stay. */
export function setOrganisations(
  documents: SetupDocuments,
  part: OrganisationPart,
  names: readonly string[],
): Made {
  const organisations = ORGANISATION_PARTS.flatMap((each) =>
    (each === part ? names : organisationsOf(documents, each)).map((name) => ({
      name,
      part: each,
    })),
  );
  return { type: 'editForum', fields: { organisations } };
}

export const keywordsOf = ({ setup }: SetupDocuments, department: string): readonly string[] =>
  setup.keywords.find((each) => each.department === department)?.words ?? [];

export function changeDepartment(
  documents: SetupDocuments,
  id: string,
  change: Partial<DepartmentFields>,
): Made {
  const department = documents.forum.departments.find((each) => each.id === id);
  if (!department) return 'agenda.unknown_department';
  const keywords = [...keywordsOf(documents, id)];
  return { type: 'putDepartment', department: { ...department, keywords, ...change } };
}

export function changeSpeaker(
  { forum }: SetupDocuments,
  id: string,
  change: Partial<SpeakerFields>,
): Made {
  const speaker = forum.speakers.find((each) => each.id === id);
  if (!speaker) return 'agenda.unknown_speaker';
  return { type: 'putSpeaker', speaker: { ...speaker, ...change } };
}

export function changeRepresentative(
  { roster }: SetupDocuments,
  id: string,
  change: Partial<RepresentativeFields>,
): Made {
  const representative = roster.representatives.find((each) => each.id === id);
  if (!representative) return 'floor.unknown_representative';
  const { name, chosenBy, of } = representative;
  return { type: 'putRepresentative', representative: { id, name, chosenBy, of, ...change } };
}

export function changeTerm(
  { glossary }: SetupDocuments,
  id: string,
  change: (term: Term) => Partial<TermFields>,
): Made {
  const term = glossary.terms.find((each) => each.id === id);
  if (!term) return 'glossary.unknown_term';
  return { type: 'putTerm', term: { ...term, items: [...term.items], ...change(term) } };
}

/** Moves a card one place up or down; null at the ends. */
export function moveTerm(
  terms: readonly Term[],
  id: string,
  step: Step,
): Extract<CommandInput, { readonly type: 'moveTerm' }> | null {
  const index = terms.findIndex((each) => each.id === id);
  const neighbour = terms[index + step];
  if (index < 0 || !neighbour) return null;
  const before = step < 0 ? neighbour.id : (terms[index + 2]?.id ?? null);
  return { type: 'moveTerm', term: id, before };
}

/** Who is in charge of an item, and what the host is told; empty for none. */
export const noteOf = (
  { runningNotes }: SetupDocuments,
  item: string,
): { readonly owner: string; readonly note: string } =>
  runningNotes.notes.find((each) => each.item === item) ?? { owner: '', note: '' };

export function changeItem(
  documents: SetupDocuments,
  id: string,
  change: (item: AgendaItem) => Partial<ItemFields>,
): Made {
  const item = documents.agenda.items.find((each) => each.id === id);
  if (!item) return 'agenda.unknown_item';
  const { stage, title, plannedDuration } = item;
  const { owner, note } = noteOf(documents, id);
  const talks = [...item.talks];
  return {
    type: 'putAgendaItem',
    item: { id, stage, title, plannedDuration, talks, owner, note, ...change(item) },
    before: null,
  };
}

type ShownByItem = Pick<ItemMedia, 'clip' | 'slides'>;

/** What an item shows, by id; null for none. */
export const mediaOf = ({ media }: SetupDocuments, item: string): ShownByItem =>
  media.items.find((each) => each.item === item) ?? { clip: null, slides: null };

export function changeItemMedia(
  documents: SetupDocuments,
  item: string,
  change: Partial<ShownByItem>,
): Made {
  const { clip, slides } = mediaOf(documents, item);
  return { type: 'setItemMedia', item, clip, slides, ...change };
}

export type Step = -1 | 1;

/** Moves an item one place up or down; null where it cannot go: at the ends, or past what has begun. */
export function moveItem(
  items: readonly AgendaItem[],
  id: string,
  step: Step,
): Extract<CommandInput, { readonly type: 'moveAgendaItem' }> | null {
  const index = items.findIndex((each) => each.id === id);
  const item = items[index];
  const neighbour = items[index + step];
  if (!item || !neighbour || item.startedAt !== null || neighbour.startedAt !== null) return null;
  return { type: 'moveAgendaItem', item: id, before: nextBefore(items, index, step) };
}

/** Before which row the one at `index` comes to stand a place further up or down; null at the end. */
const nextBefore = (
  rows: readonly { readonly id: string }[],
  index: number,
  step: Step,
): string | null => rows[step < 0 ? index - 1 : index + 2]?.id ?? null;

export function changeTask(
  { checklist }: SetupDocuments,
  id: string,
  change: Partial<TaskFields>,
): Made {
  const task = checklist.tasks.find((each) => each.id === id);
  if (!task) return 'checklist.unknown_task';
  const { title, owner, daysBefore } = task;
  return { type: 'putTask', task: { id, title, owner, daysBefore, ...change }, before: null };
}

/** Moves a task one place up or down; null at the ends. */
export function moveTask(
  tasks: SetupDocuments['checklist']['tasks'],
  id: string,
  step: Step,
): Of<'moveTask'> | null {
  const index = tasks.findIndex((each) => each.id === id);
  if (index < 0 || !tasks[index + step]) return null;
  return { type: 'moveTask', task: id, before: nextBefore(tasks, index, step) };
}

/** `talks` with that of `speaker` a place further up or down. */
export function moveTalk(talks: readonly Talk[], speaker: string, step: Step): Talk[] {
  const index = talks.findIndex((each) => each.speaker === speaker);
  const talk = talks[index];
  if (!talk || !talks[index + step]) return [...talks];
  const others = talks.filter((each) => each !== talk);
  return [...others.slice(0, index + step), talk, ...others.slice(index + step)];
}

/** `talks` with a part of that of `speaker` changed. */
export const changeTalk = (
  talks: readonly Talk[],
  speaker: string,
  change: Partial<Talk>,
): Talk[] => talks.map((each) => (each.speaker === speaker ? { ...each, ...change } : each));
