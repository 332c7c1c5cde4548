import type { ResultsView } from '@wenzheng/shared/forum/followup';
import { pagesOf, widthOf } from '../../pages';

export type SupportedQuestion = ResultsView['mostSupported'][number];
export type Promised = ResultsView['commitments'][number];

export type ResultsPage =
  | { readonly kind: 'figures' }
  | { readonly kind: 'supported'; readonly questions: readonly SupportedQuestion[] }
  | {
      readonly kind: 'commitments';
      readonly promised: readonly Promised[];
      /** Place of the first among all, from 1. */
      readonly from: number;
    };

const ROW = 24;
const weighted = (text: string): number => Math.max(ROW, widthOf(text));

/** Figures first, then what was supported most, then every commitment; pages without content are left out. */
export function resultsPages({
  mostSupported,
  commitments,
}: Pick<ResultsView, 'mostSupported' | 'commitments'>): ResultsPage[] {
  const supported = pagesOf(mostSupported, ({ text }) => weighted(text), { most: 3, budget: 190 });
  const promised = pagesOf(commitments, ({ what }) => weighted(what), { most: 4, budget: 190 });
  let from = 1;
  return [
    { kind: 'figures' },
    ...supported.map((questions): ResultsPage => ({ kind: 'supported', questions })),
    ...promised.map((page): ResultsPage => {
      const first = from;
      from += page.length;
      return { kind: 'commitments', promised: page, from: first };
    }),
  ];
}
