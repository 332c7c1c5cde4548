/** Somebody takes back what was just done, their own or another's. */
import type { UndoView } from '@wenzheng/shared/forum/undo';
import { oneOf, stale, type Acting, type Choice } from './choice';

export const undoChoices = ({ actions }: UndoView, acting: Acting): Choice[] =>
  oneOf(acting.dice, actions.slice(-3)).map(({ entry }): Choice => [
    3,
    { type: 'undo', entry: stale(acting, entry, entry - 1) },
  ]);
