/** What still names a speaker or a department, in words that tell a person where to look. */
import type { ForumState } from '../../engine/state';

const numbered = (number: number): string => `#${number}`;

/** Null if nothing names `speaker`. */
export function userOfSpeaker(state: ForumState, speaker: string): string | null {
  const { items, current } = state.agenda.value;
  const item = items.find(({ talks }) => talks.some((talk) => talk.speaker === speaker));
  if (item) return item.title;
  const department = state.forum.value?.departments.find(({ head }) => head === speaker);
  if (department) return department.name;
  for (const [, { official, number }] of state.exchanges.entries())
    if (official === speaker) return numbered(number);
  for (const [, { official, number }] of state.questions.entries())
    if (official === speaker) return numbered(number);
  if (state.floor.value?.speaker !== speaker) return null;
  return items.find(({ id }) => id === current)?.title ?? '';
}

/** Null if nothing names `department`. */
export function userOfDepartment(state: ForumState, department: string): string | null {
  for (const [, { outcome, number }] of state.exchanges.entries())
    if (outcome?.commitment?.department === department) return numbered(number);
  const suggestion = state.suggestion.value;
  for (const [id, question] of state.questions.entries()) {
    const named = [
      question.department,
      question.suggestedDepartment,
      question.deflection?.department,
      question.commitment?.department,
      suggestion?.question === id ? suggestion.department : null,
    ];
    if (named.includes(department)) return numbered(question.number);
  }
  return null;
}
