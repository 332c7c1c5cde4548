import type { Term } from '@wenzheng/shared/forum/glossary';
import { Cell, Table } from '../../engine/store';

/** Organisers write them, as they write the agenda; the ids of its items mean nothing here. */
export type TermRow = Term;

export interface GlossaryEntries {
  /** Cards that a forum begins with. */
  glossaryMade: { terms: readonly TermRow[] };
  termPut: { term: TermRow };
  termMoved: { term: string; before: string | null };
  termRemoved: { term: string };
}

export const glossaryTables = () => ({
  terms: new Table<TermRow>('terms'),
  termOrder: new Cell<readonly string[]>('termOrder', []),
});
