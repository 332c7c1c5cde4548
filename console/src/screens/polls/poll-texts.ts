/** Written answers as a desk works through them. */
import type { DeskPollText } from '@wenzheng/shared/forum/polls';

export type TextEntry = DeskPollText & { readonly id: string };

/** Those of one poll; null: of every poll. */
export const textsOf = (
  texts: Readonly<Record<string, DeskPollText>>,
  poll: string | null,
): TextEntry[] =>
  Object.entries(texts)
    .map(([id, text]) => ({ ...text, id }))
    .filter((text) => poll === null || text.poll === poll);

export const waitingTexts = (texts: Readonly<Record<string, DeskPollText>>): number =>
  Object.values(texts).filter(({ state }) => state === 'submitted').length;
