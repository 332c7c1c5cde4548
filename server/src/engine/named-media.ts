import type { ForumState } from './state';

/** Ids of the films and slides of a forum that stand there, or can come back by an undo. */
export function* namedMedia(state: ForumState): Iterable<string> {
  for (const [id] of state.media.entries()) yield id;
  for (const { changes } of state.undoable.value)
    for (const { table, key } of changes) if (table === state.media.name) yield key;
}
