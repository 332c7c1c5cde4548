/** What stands on the deflect button before anybody has thought about it; people decide. */
import { REPLY_WITHIN } from '@wenzheng/shared/forum/limits';
import type { DeflectionReason, DeflectionSuggestion } from '@wenzheng/shared/forum/questions';
import { workingDaysAfter } from '@wenzheng/shared/time/working-days';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { DepartmentRow } from '../agenda';
import type { QuestionRow } from './state';

const PRIVATE_MATTER =
  /劳动仲裁|劳动合同|欠薪|工资没发|离婚|遗产|房东|会员卡|欠款|借钱|my (landlord|employer|ex-|husband|wife)/i;

/** The department whose keywords the words hit most; null if none is hit. */
export function suggestDepartment(
  text: string,
  departments: readonly DepartmentRow[],
): string | null {
  let best: { id: string; hits: number } | null = null;
  for (const { id, keywords } of departments) {
    const hits = keywords.reduce((sum, word) => sum + (text.includes(word) ? word.length : 0), 0);
    if (hits > (best?.hits ?? 0)) best = { id, hits };
  }
  return best?.id ?? null;
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
