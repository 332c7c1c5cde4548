import type { AgendaItem, Department, ForumView } from '@wenzheng/shared/forum/agenda';
import { Cell } from '../../engine/store';

export interface DepartmentRow extends Department {
  /** Words that point to it; used to suggest a department. */
  readonly keywords: readonly string[];
}

/** The forum as its organisers set it up. */
export interface ForumRow extends Omit<ForumView, 'departments'> {
  readonly departments: readonly DepartmentRow[];
}

export interface AgendaRow {
  readonly items: readonly AgendaItem[];
  readonly current: string | null;
  readonly notes: readonly {
    readonly item: string;
    readonly owner: string;
    readonly note: string;
  }[];
}

export interface AgendaEntries {
  forumCreated: { forum: ForumRow; items: readonly AgendaItem[]; notes: AgendaRow['notes'] };
  agendaItemStarted: { item: string };
}

export const agendaTables = () => ({
  forum: new Cell<ForumRow | null>('forum', null),
  agenda: new Cell<AgendaRow>('agenda', { items: [], current: null, notes: [] }),
});
