import type { PicksView, TopAskedView } from '@wenzheng/shared/forum/picking';
import type { ResultsView } from '@wenzheng/shared/forum/followup';
import { pagesOf, widthOf } from '../../pages';

export type SupportedQuestion = ResultsView['mostSupported'][number];
export type Promised = ResultsView['commitments'][number];

export type ResultsPage =
  | { readonly kind: 'figures' }
  | { readonly kind: 'rated'; readonly totals: ResultsView['rated'] }
  | { readonly kind: 'supported'; readonly questions: readonly SupportedQuestion[] }
  | { readonly kind: 'asked'; readonly questions: TopAskedView['questions'] }
  | {
      readonly kind: 'picks';
      readonly picks: PicksView['picks'];
      /** Place of the first among all that are shown, from 1. */
      readonly from: number;
    }
  | {
      readonly kind: 'commitments';
      readonly promised: readonly Promised[];
      /** Place of the first among all, from 1. */
      readonly from: number;
    };

/** Rows of picks on a page, and of the newest so many are shown. */
const PICKS = { most: 7, budget: 7 };
export const PICKS_SHOWN = 21;
const ROW = 24;
const weighted = (text: string): number => Math.max(ROW, widthOf(text));

interface Told {
  readonly results: Pick<ResultsView, 'rated' | 'mostSupported' | 'commitments'>;
  readonly topAsked: TopAskedView;
  readonly picks: PicksView;
}

/**
 * Figures first, then how answers were found, what was supported most and what of it was asked, then every
 * commitment; pages without content are left out.
 */
export function resultsPages({ results, topAsked, picks }: Told): ResultsPage[] {
  const { rated, mostSupported, commitments } = results;
  const supported = pagesOf(mostSupported, ({ text }) => weighted(text), { most: 3, budget: 190 });
  const promised = pagesOf(commitments, ({ what }) => weighted(what), { most: 4, budget: 190 });
  const picked = pagesOf(picks.picks.slice(0, PICKS_SHOWN), () => 1, PICKS);
  const asked = topAsked.questions;
  return [
    { kind: 'figures' },
    ...(rated.answers > 0 ? [{ kind: 'rated', totals: rated } as const] : []),
    ...supported.map((questions): ResultsPage => ({ kind: 'supported', questions })),
    ...(asked.length > 0 ? [{ kind: 'asked', questions: asked } as const] : []),
    ...counted(picked).map((page): ResultsPage => ({
      kind: 'picks',
      picks: page.on,
      from: page.from,
    })),
    ...counted(promised).map((page): ResultsPage => ({
      kind: 'commitments',
      promised: page.on,
      from: page.from,
    })),
  ];
}

/** Each page with the place of its first among all. */
function counted<T>(pages: readonly T[][]): { readonly on: T[]; readonly from: number }[] {
  let from = 1;
  return pages.map((on) => {
    const first = from;
    from += on.length;
    return { on, from: first };
  });
}
