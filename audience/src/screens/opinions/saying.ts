/** A statement on its way to the desk. */
import { STATEMENT_LIMIT } from '@wenzheng/shared/forum/people-words';
import type { MyStatement } from '@wenzheng/shared/forum/opinions';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { Draft } from '../writing/draft';
import { problemOf } from '../writing/lengths';
import { Writing, type WritingPorts } from '../writing/writing.svelte';

export type Saying = Writing<Draft, MyStatement>;

const EMPTY: Draft = { text: '', sent: false };

export const saying = (ports: WritingPorts, forum: string): Saying =>
  new Writing(ports, {
    key: `wz.saying.${forum}`,
    asideKey: `wz.aside.say.${forum}`,
    empty: EMPTY,
    problemOf: ({ text }) => problemOf('text', text, STATEMENT_LIMIT),
    command: ({ text }) => ({ type: 'submitStatement', text }),
    draftOf: (command) =>
      command.type === 'submitStatement' ? { text: command.text, sent: false } : null,
    received: ({ statement }) => statement,
    find: ({ statements }, words) => statements.find(({ text }) => text === words),
    taken: m.audience_say_taken,
    unseen: (reason) => m.audience_say_unseen({ reason }),
  });
