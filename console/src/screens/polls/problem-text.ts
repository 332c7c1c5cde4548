/** What is wrong with a field of a poll, in words. */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { refusalText } from '@wenzheng/shared/ui/refusals';

const OF_OPTIONS: Readonly<Record<string, () => string>> = {
  twice: m.polls_problem_twice,
  too_few: m.polls_problem_too_few,
  too_many: m.polls_problem_too_many,
};

/** For a problem as the schemas call it; empty if there is none. */
export function problemText(problem: string | undefined): string {
  if (problem === undefined) return '';
  return OF_OPTIONS[problem]?.() ?? refusalText({ ok: false, code: 'malformed', problem });
}
