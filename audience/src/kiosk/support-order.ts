/** In which order a kiosk shows what can be supported. */
import type { KioskView } from './live';

const OPEN: ReadonlySet<string> = new Set(['screened', 'queued', 'on_floor']);

/** The most supported first; of equals, the oldest. */
export const openInOrder = ({
  questions,
  counts,
}: Pick<KioskView['collections'], 'questions' | 'counts'>): string[] =>
  Object.entries(questions)
    .filter(([, { state }]) => OPEN.has(state))
    .sort(
      ([a, one], [b, other]) => (counts[b] ?? 0) - (counts[a] ?? 0) || one.number - other.number,
    )
    .map(([id]) => id);

export function pageOf(
  order: readonly string[],
  wanted: number,
  size: number,
): { readonly ids: readonly string[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(order.length / size));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  return { ids: order.slice(page * size, (page + 1) * size), page, pages };
}
