/** Drafts of which nobody will go on: what they were written for is done with. */
import type { ExchangeView } from '@wenzheng/shared/forum/floor';
import type { ListedPoll } from '@wenzheng/shared/forum/polls';
import type {
  CurrentQuestion,
  DeskQuestion,
  WrittenAnswer,
} from '@wenzheng/shared/forum/questions';
import type { Connected } from '../../hub-link';
import { isUnseen } from '../questions/desk-view';
import { isWritten, type Subject } from '../questions/written-draft.svelte';

type Stands = NonNullable<Subject['stands']>;
type ById<T> = Readonly<Record<string, T>>;

/** What words can be written for. */
export interface Subjects {
  readonly desk: ById<DeskQuestion>;
  /** Questions that can still come to the floor. */
  readonly queue: ById<unknown>;
  readonly writtenDown: ById<Pick<WrittenAnswer, 'notes' | 'commitment'>>;
  readonly exchanges: ById<ExchangeView>;
  readonly current: Pick<CurrentQuestion, 'id'> | null;
  /** Null for those who do not prepare them. */
  readonly polls: readonly Pick<ListedPoll, 'id' | 'state'>[] | null;
}

/** Null for those who do not work at a desk, or before the hub was heard. */
export function subjectsOf({ role, live }: Connected): Subjects | null {
  if (role === 'volunteer' || !live.view) return null;
  const { desk, queue, writtenDown, exchanges } = live.view.collections;
  const polls = role === 'moderator' ? null : live.view.documents.polls.polls;
  return { desk, queue, writtenDown, exchanges, current: live.view.documents.current, polls };
}

/** Is the draft of this name about something that awaits no words any more? */
export function isGone(
  name: string,
  { desk, queue, writtenDown, exchanges, current, polls }: Subjects,
  textOf: (name: string) => string,
): boolean {
  const [kind, id = ''] = name.split('.');
  const question = desk[id];
  switch (kind) {
    case 'edit':
      return !(id in queue) && (!question || !isUnseen(question));
    case 'decline':
      return !question || !isUnseen(question);
    case 'notes': {
      const written = writtenDown[id];
      if (written) return isSaved(`notes.${id}`, { ...written, text: written.notes }, textOf);
      return !question && !(id in queue) && current?.id !== id;
    }
    case 'outcome': {
      const exchange = exchanges[id];
      if (!exchange?.outcome) return !exchange;
      const { summary: text, commitment } = exchange.outcome;
      return isSaved(`outcome.${id}`, { text, commitment }, textOf);
    }
    case 'poll':
      // One that was taken away can come back; one that was opened stays as it is.
      return polls?.some((poll) => poll.id === id && poll.state !== 'prepared') ?? false;
    default:
      return false;
  }
}

/** Once it is written down, words that say something else wait for whoever wrote them to put it right. */
function isSaved(name: string, stands: Stands, textOf: (name: string) => string): boolean {
  const [text, promise] = [textOf(name), textOf(`${name}.promise`)];
  return text === '' || isWritten({ text, promise }, stands);
}
