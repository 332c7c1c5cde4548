/** A statement on its way to the desk. */
import { STATEMENT_LIMIT } from '@wenzheng/shared/forum/people-words';
import type { MyStatement } from '@wenzheng/shared/forum/opinions';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { problemOf } from '../writing/lengths';
import { Writing, type WritingPorts } from '../writing/writing.svelte';

interface Draft {
  readonly text: string;
  readonly sent: boolean;
}
export type Saying = Writing<Draft, MyStatement>;

const EMPTY: Draft = { text: '', sent: false };

export const saying = (ports: WritingPorts, forum: string): Saying =>
  new Writing(ports, {
    key: `wz.saying.${forum}`,
    empty: EMPTY,
    parse,
    problemOf: ({ text }) => problemOf('text', text, STATEMENT_LIMIT),
    command: ({ text }) => ({ type: 'submitStatement', text }),
    received: ({ statement }) => statement,
    find: ({ statements }, words) => statements.find(({ text }) => text === words),
    taken: m.audience_say_taken,
    unseen: (reason) => m.audience_say_unseen({ reason }),
  });

function parse(kept: string | null): Draft {
  try {
    const found: unknown = JSON.parse(kept ?? 'null');
    return isDraft(found) ? found : EMPTY;
  } catch {
    return EMPTY;
  }
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  'sent' in value &&
  typeof value.text === 'string' &&
  typeof value.sent === 'boolean';
