/** What the hub answers when it will not do what a citizen asked; staff's refusals never reach a phone. */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { Refusal, RefusalCode } from '@wenzheng/shared/wire/protocol';

const TEXTS: Partial<Record<RefusalCode | 'empty' | 'too_long', () => string>> = {
  empty: m.refusal_empty,
  too_long: m.refusal_too_long,
  malformed: m.refusal_malformed,
  storage_full: m.refusal_storage_failed,
  storage_failed: m.refusal_storage_failed,
  busy: m.refusal_busy,
  protocol: m.refusal_protocol,
  no_forum: m.refusal_no_forum,
  stale: m.refusal_stale,
  'forum.closed': m.refusal_forum_closed,
  'questions.unknown': m.refusal_questions_unknown,
  'questions.wrong_state': m.refusal_questions_wrong_state,
  'opinions.unknown': m.refusal_opinions_unknown,
  'opinions.wrong_state': m.refusal_opinions_wrong_state,
};

/** The sentence for `refusal`: the problem of its field if it is a known one, else what its code says. */
export function refusalText({ code, problem }: Refusal): string {
  const known = problem === 'empty' || problem === 'too_long' ? problem : code;
  return (TEXTS[known] ?? m.refusal_internal)();
}
