/**
 * Merged questions form trees: each names the one that it was merged into, and the one at the root counts for all.
 * The tree is kept as it grew, so that taking a question out again takes out what had been merged into it before.
 */
import type { ForumState } from '../../../engine/state';
import type { Rows } from '../../../engine/store';
import { isPublic, wasOpen, type QuestionRow } from '../state';

/** What a tree is walked by. */
interface Trees {
  readonly questions: Rows<QuestionRow>;
  readonly mergedFrom: Rows<readonly string[]>;
}

/** For what screens are told; decisions look at what is being written, too. */
export const treesAtRest = ({ questions, mergedFrom }: ForumState): Trees => ({
  questions: questions.atRest,
  mergedFrom: mergedFrom.atRest,
});

/** The question that `id` counts for: itself, if it was not merged. */
export function rootOf(state: Pick<Trees, 'questions'>, id: string): string {
  let root = id;
  for (;;) {
    const into = state.questions.get(root)?.mergedInto ?? null;
    if (into === null) return root;
    root = into;
  }
}

/** The questions that `ids` count for, each once. */
export const rootsOf = (state: ForumState, ids: readonly string[]): ReadonlySet<string> =>
  new Set(ids.map((id) => rootOf(state, id)));

/** `id` and all that was merged into it, at any depth. */
export function groupOf(state: Pick<Trees, 'mergedFrom'>, id: string): readonly string[] {
  const group = [id];
  for (const each of group) group.push(...(state.mergedFrom.get(each) ?? []));
  return group;
}

/** Others count for it. */
export const hasMerged = (state: ForumState, id: string): boolean =>
  state.mergedFrom.size > 0 && state.mergedFrom.get(id) !== undefined;

/** As `rootOf`; where nothing was merged, as in most forums, no row is looked up: votes come by the million. */
export const countedAs = (state: ForumState, id: string): string =>
  state.mergedFrom.size === 0 ? id : rootOf(state, id);

/** Whoever follows one of these questions follows these. */
export const withMerged = (state: ForumState, ids: Iterable<string>): ReadonlySet<string> =>
  new Set([...ids].flatMap((id) => groupOf(state, id)));

/** What everyone could see before it was merged into `id`: who supported one of these supports `id`. */
export const supportedWith = (state: ForumState, id: string): string[] =>
  groupOf(state, id)
    .slice(1)
    .filter((each) => mayBeSupported(state, each));

/** Everyone may see it, or could until it was merged into one that everyone may see. */
export function mayBeSupported(state: ForumState, id: string): boolean {
  const row = state.questions.get(id);
  if (!row) return false;
  if (row.state !== 'merged') return isPublic(row);
  const root = state.questions.get(rootOf(state, id));
  return wasOpen(row) && root !== undefined && isPublic(root);
}
