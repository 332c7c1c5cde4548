/** How long words are, as the hub counts them. */
import { cleanWords, NAME_LIMIT, WORDS_LIMIT } from '@wenzheng/shared/forum/people-words';
import { m } from '@wenzheng/shared/paraglide/messages.js';

/** Characters (code points) of `text` as it will be kept. */
export const lengthOf = (text: string): number => [...cleanWords(text)].length;

/** Said below a field while more is written than is taken; empty otherwise. */
export const overText = (text: string, limit: number): string => {
  const over = lengthOf(text) - limit;
  return over > 0 ? m.audience_ask_over({ count: over }) : '';
};

export interface Problem {
  readonly field: 'text' | 'name' | null;
  readonly text: string;
}

/** What keeps a question from being sent. */
export const questionProblem = (text: string, name: string): Problem | null =>
  problemOf('text', text, WORDS_LIMIT) ?? problemOf('name', name, NAME_LIMIT);

/** What keeps `text` from being sent; a name may be left out. */
export function problemOf(field: 'text' | 'name', text: string, limit: number): Problem | null {
  const length = lengthOf(text);
  if (length > limit) return { field, text: m.refusal_too_long() };
  return length === 0 && field === 'text' ? { field, text: m.refusal_empty() } : null;
}
