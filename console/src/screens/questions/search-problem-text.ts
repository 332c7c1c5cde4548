/** Why nothing could be looked for, in words. */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { SearchProblem } from './desk-search.svelte';

const TEXTS: Record<SearchProblem, () => string> = {
  unreachable: m.moderation_search_unreachable,
  busy: m.moderation_search_busy,
  starting: m.moderation_search_starting,
};
export const searchProblemText = (problem: SearchProblem): string => TEXTS[problem]();
