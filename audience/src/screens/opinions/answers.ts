/** The answers in their order on the page; the room's own list would bring its schemas along. */
import type { Answer } from '@wenzheng/shared/forum/opinions';

export const ANSWERS: readonly Answer[] = ['agree', 'disagree', 'pass'];
