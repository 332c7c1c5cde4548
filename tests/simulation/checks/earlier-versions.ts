/**
 * Reads off a journal alone what was written down of each answer and each outcome, and compares it with what the
 * hub keeps: what stands now, and the ten that stood there before.
 */
import type { ForumState } from '@wenzheng/server/src/engine/state';
import type { Entry } from '@wenzheng/server/src/journal/entry';
import { undoneIn } from './independent-count';

type Versions = Map<string, { readonly id: string; readonly at: number }[]>;
const KEPT = 10;

const line = (versions: readonly { readonly id: string; readonly at: number }[]): string =>
  versions.map(({ id, at }) => `${id} ${at}`).join();

/** In words; null if all is as it was written. */
export function wrongVersions(entries: readonly Entry[], state: ForumState): string | null {
  const versions = versionsIn(entries);
  const kept: Versions = new Map();
  for (const [id, { notes, written }] of state.questions.entries())
    if (notes && written)
      kept.set(`answer ${id}`, [
        ...written.earlier.map((each) => ({ id: each.notes.id, at: each.at })),
        { id: notes.id, at: written.at },
      ]);
  for (const [id, { outcome, written }] of state.exchanges.entries())
    if (outcome && written)
      kept.set(`outcome ${id}`, [
        ...written.earlier.map((each) => ({ id: each.summary.id, at: each.at })),
        { id: outcome.summary.id, at: written.at },
      ]);
  for (const what of new Set([...versions.keys(), ...kept.keys()])) {
    const [was, is] = [versions.get(what) ?? [], kept.get(what) ?? []];
    const wanted = line(was.slice(-KEPT - 1));
    if (wanted !== line(is)) return `${what} was written down as ${wanted}, kept is ${line(is)}`;
  }
  return null;
}

function versionsIn(entries: readonly Entry[]): Versions {
  const versions: Versions = new Map();
  const write = (what: string, id: string | undefined, at: number): void => {
    if (id !== undefined) versions.set(what, [...(versions.get(what) ?? []), { id, at }]);
  };
  const undone = undoneIn(entries);
  for (const entry of entries) {
    const { first, at } = entry;
    if (undone.has(first)) continue;
    if (entry.type === 'questionAnswered' || entry.type === 'notesCompleted')
      write(`answer ${entry.data.question}`, entry.data.notes?.id, at);
    if (entry.type === 'outcomeRecorded')
      write(`outcome ${entry.data.exchange}`, entry.data.outcome.summary.id, at);
  }
  return versions;
}
