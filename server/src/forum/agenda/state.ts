import type { AgendaItem, Department, editForum, ForumView } from '@wenzheng/shared/forum/agenda';
import type { z } from 'zod';
import { Cell } from '../../engine/store';

export interface DepartmentRow extends Department {
  /** Words that point to it; used to suggest a department. */
  readonly keywords: readonly string[];
}

/** The forum as its organisers set it up. */
export interface ForumRow extends Omit<ForumView, 'departments'> {
  readonly departments: readonly DepartmentRow[];
}

/** Fields that the first entries of this kind were without. */
type Later = 'topics' | 'rules' | 'safety' | 'moderation';
/** A forum as it was made. */
export type ForumMade = Omit<ForumRow, Later | 'closedAt'> & Partial<Pick<ForumRow, Later>>;

/** What one `editForum` sets. */
export type ForumFields = z.output<typeof editForum>['fields'];

/** An item as its organisers plan it; when it is to start follows from its place. */
export type PlannedItem = Pick<AgendaItem, 'id' | 'stage' | 'title' | 'plannedDuration' | 'talks'>;

export interface RunningNote {
  readonly item: string;
  readonly owner: string;
  readonly note: string;
}

export interface AgendaRow {
  readonly items: readonly AgendaItem[];
  readonly current: string | null;
  readonly notes: readonly RunningNote[];
}

export interface AgendaEntries {
  forumCreated: { forum: ForumMade; items: readonly AgendaItem[]; notes: AgendaRow['notes'] };
  agendaItemStarted: { item: string };
  forumEdited: { fields: ForumFields };
  departmentPut: { department: DepartmentRow };
  departmentRemoved: { department: string };
  speakerPut: { speaker: ForumRow['speakers'][number] };
  speakerRemoved: { speaker: string };
  /** `before` is the item it was added before, null at the end; of no meaning for one that was there. */
  agendaItemPut: { item: PlannedItem; owner: string; note: string; before: string | null };
  agendaItemMoved: { item: string; before: string | null };
  agendaItemRemoved: { item: string };
  forumClosed: Record<string, never>;
}

export const agendaTables = () => ({
  forum: new Cell<ForumRow | null>('forum', null),
  agenda: new Cell<AgendaRow>('agenda', { items: [], current: null, notes: [] }),
});
