/** Drafts of which nobody will go on: what they were written for is done with. */
import type { ExchangeView } from '@wenzheng/shared/forum/floor';
import type { CurrentQuestion, DeskQuestion } from '@wenzheng/shared/forum/questions';
import type { Connected } from '../../hub-link';
import { isUnseen } from '../questions/desk-view';

type ById<T> = Readonly<Record<string, T>>;

/** What words can be written for. */
export interface Subjects {
  readonly desk: ById<DeskQuestion>;
  /** Questions that can still come to the floor. */
  readonly queue: ById<unknown>;
  readonly exchanges: ById<ExchangeView>;
  readonly current: Pick<CurrentQuestion, 'id'> | null;
}

/** Null for those who do not work at a desk, or before the hub was heard. */
export function subjectsOf({ role, live }: Connected): Subjects | null {
  if (role === 'volunteer' || !live.view) return null;
  const { desk, queue, exchanges } = live.view.collections;
  return { desk, queue, exchanges, current: live.view.documents.current };
}

/** Is the draft of this name about something that awaits no words any more? */
export function isGone(name: string, { desk, queue, exchanges, current }: Subjects): boolean {
  const [kind, id = ''] = name.split('.');
  const question = desk[id];
  switch (kind) {
    case 'edit':
    case 'decline':
      return !question || !isUnseen(question);
    case 'notes':
      return !question && !(id in queue) && current?.id !== id;
    case 'outcome':
      return !exchanges[id] || exchanges[id].outcome !== null;
    default:
      return false;
  }
}
