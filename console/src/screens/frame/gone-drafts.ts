/** Drafts of which nobody will go on: what they were written for is done with. */
import type { ExchangeView } from '@wenzheng/shared/forum/floor';
import type {
  CurrentQuestion,
  DeskQuestion,
  WrittenAnswer,
} from '@wenzheng/shared/forum/questions';
import type { Connected } from '../../hub-link';
import { isUnseen } from '../questions/desk-view';

type ById<T> = Readonly<Record<string, T>>;

/** What words can be written for. */
export interface Subjects {
  readonly desk: ById<DeskQuestion>;
  /** Questions that can still come to the floor. */
  readonly queue: ById<unknown>;
  readonly writtenDown: ById<Pick<WrittenAnswer, 'revision'>>;
  readonly exchanges: ById<ExchangeView>;
  readonly current: Pick<CurrentQuestion, 'id'> | null;
}

/** Null for those who do not work at a desk, or before the hub was heard. */
export function subjectsOf({ role, live }: Connected): Subjects | null {
  if (role === 'volunteer' || !live.view) return null;
  const { desk, queue, writtenDown, exchanges } = live.view.collections;
  return { desk, queue, writtenDown, exchanges, current: live.view.documents.current };
}

/** Is the draft of this name about something that awaits no words any more? */
export function isGone(
  name: string,
  { desk, queue, writtenDown, exchanges, current }: Subjects,
): boolean {
  const [kind, id = '', revision] = name.split('.');
  const question = desk[id];
  switch (kind) {
    case 'edit':
    case 'decline':
      return !question || !isUnseen(question);
    case 'notes':
      return !question && !(id in queue) && current?.id !== id;
    case 'outcome':
      return !exchanges[id] || exchanges[id].outcome !== null;
    // What they were to correct has been corrected by now.
    case 'correct':
      return String(writtenDown[id]?.revision) !== revision;
    case 'correct-outcome':
      return String(exchanges[id]?.revision) !== revision;
    default:
      return false;
  }
}
