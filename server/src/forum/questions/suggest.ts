/** What stands on the deflect button before anybody has thought about it; people decide. */
import { REPLY_WITHIN } from '@wenzheng/shared/forum/limits';
import type { DeflectionReason, DeflectionSuggestion } from '@wenzheng/shared/forum/questions';
import { workingDaysAfter } from '@wenzheng/shared/time/working-days';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { DepartmentRow } from '../agenda';
import { offTopicReason } from './flags/off-topic';
import { departmentsFor } from './routing/departments';
import { conceptsIn } from './vocabulary/lexicon';
import { toMatchable } from './words/matchable';
import type { QuestionRow } from './state';

const PRIVATE_MATTER =
  /劳动仲裁|劳动合同|欠薪|工资没发|离婚|遗产|房东|会员卡|欠款|借钱|my (landlord|employer|ex-|husband|wife)/i;

/** What reading the first text makes and keeps, step by step, for whoever would rather not wait then. */
export const READING_STEPS: readonly (() => void)[] = [
  () => void toMatchable(''),
  () => void conceptsIn([]),
];

/** The most likely department; null if nothing speaks for one, or if the text looks off topic. */
export function suggestDepartment(
  text: string,
  departments: readonly DepartmentRow[],
): string | null {
  if (offTopicReason(text) !== null) return null;
  return departmentsFor(text, departments)[0]?.id ?? null;
}

/** Reason, destination and date for deflecting `question`, asked in `text`. */
export function suggestDeflection(
  question: QuestionRow,
  text: string,
  departments: readonly DepartmentRow[],
  now: Instant,
): DeflectionSuggestion {
  const wanted = question.department ?? suggestDepartment(text, departments);
  const department = departments.find(({ id }) => id === wanted);
  const fallback = departments.at(-1)?.id ?? 'unknown';
  return {
    question: question.id,
    reason: suggestReason(text, department?.present ?? null),
    department: department?.id ?? fallback,
    due: workingDaysAfter(now, REPLY_WITHIN),
  };
}

function suggestReason(text: string, present: boolean | null): DeflectionReason {
  if (PRIVATE_MATTER.test(text)) return 'private_matter';
  if (present === null) return 'out_of_scope';
  return present ? 'unsuitable_here' : 'another_authority';
}
