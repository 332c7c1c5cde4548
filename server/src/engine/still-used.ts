/**
 * What still names a speaker or a department, in words that tell a person where to look. Every room may
 * name them, so it is asked here, before the agenda decides whether they go.
 */
import type { Command } from '@wenzheng/shared/forum/commands';
import { departmentsOf, itemsOf } from '../forum/agenda';
import type { CommitmentRow } from '../forum/floor';
import { openNumbers } from '../forum/questions';
import type { ForumState } from './state';

const numbered = (number: number): string => `#${number}`;

/** Who stands in the way of a command that takes somebody off the lists; null if nobody does. */
export function stillUsedBy(state: ForumState, command: Command): string | null {
  if (command.type === 'removeSpeaker') return userOfSpeaker(state, command.speaker, () => true);
  return command.type === 'removeDepartment' ? userOfDepartment(state, command.department) : null;
}

/** Null if nothing names `speaker`; of the agenda's items, those that `counts` says. */
export function userOfSpeaker(
  state: ForumState,
  speaker: string,
  counts: (item: string) => boolean,
): string | null {
  const item = itemsOf(state).find(
    ({ id, talks }) => counts(id) && talks.some((talk) => talk.speaker === speaker),
  );
  if (item) return item.title;
  const department = departmentsOf(state).find(({ head }) => head === speaker);
  if (department) return department.name;
  for (const [, { official, number }] of state.exchanges.entries())
    if (official === speaker) return numbered(number);
  for (const [, { answerers, number }] of state.questions.entries())
    if (answerers.includes(speaker)) return numbered(number);
  const turn = state.floor.value;
  const onFloor = turn && [turn.speaker, ...turn.beside, turn.interjection?.official];
  if (!onFloor?.includes(speaker)) return null;
  return state.agendaItems.get(state.currentItem.value ?? '')?.title ?? '';
}

/** Whether the hall sees this film or these slides, be it on one display that stands still. */
export function isShown(state: ForumState, media: string): boolean {
  const stills = [...state.displays.entries()].filter(([, { shows }]) => shows === 'still');
  const scenes = [state.scene.value.kind, ...stills.map(([, { scene }]) => scene)];
  if (state.film.value?.clip === media && scenes.includes('clip')) return true;
  return state.slidesShown.value?.slides === media && scenes.includes('slides');
}

/** Null if no item of the agenda shows `media`. */
export function userOfMedia(state: ForumState, media: string): string | null {
  const item = itemsOf(state).find(({ id }) => {
    const { clip, slides } = state.itemMedia.get(id) ?? { clip: null, slides: null };
    return clip === media || slides === media;
  });
  return item?.title ?? null;
}

/** Null if nothing names `department`, and it is not the last: a deflection always has somewhere to go. */
export function userOfDepartment(state: ForumState, department: string): string | null {
  const isPromised = (each: { readonly commitment: CommitmentRow | null } | null): boolean =>
    each?.commitment?.department === department;
  for (const [, { outcome, written, number }] of state.exchanges.entries())
    if (isPromised(outcome) || written?.earlier.some(isPromised)) return numbered(number);
  const suggestion = state.suggestion.value;
  for (const [id, question] of state.questions.entries()) {
    const named = [
      question.department,
      question.suggestedDepartment,
      question.deflection?.department,
      suggestion?.question === id ? suggestion.department : null,
    ];
    const promised = [question, ...(question.written?.earlier ?? [])];
    if (named.includes(department) || promised.some(isPromised)) return numbered(question.number);
  }
  for (const [, statement] of state.statements.entries())
    if (statement.department === department) return numbered(statement.number);
  for (const [, { department: assigned, poll }] of state.pollTexts.entries())
    if (assigned === department) return state.polls.get(poll)?.text ?? '';
  // A number that is over is called no more, and its undo asks whether the department is still there.
  const number = openNumbers(state).find((row) => row.department === department);
  if (number) return numbered(number.number);
  const there = state.departments.get(department);
  return there && state.departments.size === 1 ? there.name : null;
}
