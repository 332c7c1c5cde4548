/** A question on its way from the first word to its tracking code. */
import { cleanWords } from '@wenzheng/shared/forum/people-words';
import type { MyQuestion } from '@wenzheng/shared/forum/questions';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { Draft } from '../writing/draft';
import { questionProblem } from '../writing/lengths';
import { Writing, type WritingPorts } from '../writing/writing.svelte';

interface QuestionDraft extends Draft {
  readonly name: string;
  /** Id of a department, or empty. */
  readonly department: string;
  /** One of the forum's areas, or empty. */
  readonly area: string;
  /** One of the forum's topics, or empty. */
  readonly topic: string;
}
export type Asking = Writing<QuestionDraft, MyQuestion>;

const EMPTY: QuestionDraft = {
  text: '',
  name: '',
  department: '',
  area: '',
  topic: '',
  sent: false,
};

export const asking = (ports: WritingPorts, forum: string): Asking =>
  new Writing(ports, {
    key: `wz.draft.${forum}`,
    asideKey: `wz.aside.ask.${forum}`,
    empty: EMPTY,
    problemOf: ({ text, name }) => questionProblem(text, name),
    command: ({ text, name, department, area, topic }) => ({
      type: 'askQuestion',
      text,
      name: cleanWords(name) || null,
      department: department || null,
      area: area || null,
      topic: topic || null,
    }),
    draftOf: (command) =>
      command.type === 'askQuestion'
        ? {
            text: command.text,
            name: command.name ?? '',
            department: command.department ?? '',
            area: command.area ?? '',
            topic: command.topic ?? '',
            sent: false,
          }
        : null,
    received: ({ question }) => question,
    // The desk may have put other words in place of them.
    find: ({ questions }, words) =>
      questions.find(({ text, original }) => (original ?? text) === words),
    taken: m.audience_ask_taken,
    unseen: (reason) => m.audience_ask_unseen({ reason }),
  });
