/** Whether what a question names is there. */
import { refuse, type Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';

export function departmentKnown(state: ForumState, department: string | null): Decision | null {
  if (department === null) return null;
  const known = state.departments.get(department) !== undefined;
  return known ? null : refuse('questions.unknown_department', { field: 'department' });
}

export function areaKnown(state: ForumState, area: string | null): Decision | null {
  const known = area === null || state.forum.value?.areas.includes(area) === true;
  return known ? null : refuse('questions.unknown_area', { field: 'area' });
}

export function topicKnown(state: ForumState, topic: string | null): Decision | null {
  const known = topic === null || state.forum.value?.topics.includes(topic) === true;
  return known ? null : refuse('questions.unknown_topic', { field: 'topic' });
}

/** Whether a question can be logged on the number of somebody at the microphone. */
export function micNumberFree(state: ForumState, mic: number | null): Decision | null {
  if (mic === null) return null;
  const row = state.micNumbers.get(String(mic));
  const isFree = row?.question === null && state.micOpen.get(String(mic)) === true;
  return isFree ? null : refuse('questions.unknown_number', { field: 'mic' });
}
