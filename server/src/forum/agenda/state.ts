import type { AgendaItem, Department, editForum, ForumView } from '@wenzheng/shared/forum/agenda';
import type { Duration, Instant } from '@wenzheng/shared/time/instant';
import type { z } from 'zod';
import { Cell, Table } from '../../engine/store';

export interface DepartmentRow extends Department {
  /** Words that point to it; used to suggest a department. */
  readonly keywords: readonly string[];
}
export type SpeakerRow = ForumView['speakers'][number];

/** The forum as its organisers set it up, without its lists. */
export interface ForumRow extends Omit<ForumView, 'departments' | 'speakers'> {
  /** What volunteers and hosts do in an emergency, a line each; for them alone. */
  readonly staffSafety: readonly string[];
}

/** Fields that the first entries of this kind were without. */
export type Later =
  'topics' | 'areas' | 'rules' | 'safety' | 'staffSafety' | 'moderation' | 'rehearsal';
/** A forum as it was made. */
export type ForumMade = Omit<ForumRow, Later | 'closedAt'> &
  Partial<Pick<ForumRow, Later>> & {
    readonly departments: readonly DepartmentRow[];
    readonly speakers: readonly SpeakerRow[];
  };

/** What one `editForum` sets. */
export type ForumFields = z.output<typeof editForum>['fields'];

/** An item as its organisers plan it; when it is to start follows from its place. */
export type PlannedItem = Pick<AgendaItem, 'id' | 'stage' | 'title' | 'plannedDuration' | 'talks'>;

export interface RunningNote {
  readonly item: string;
  readonly owner: string;
  readonly note: string;
}

/**
 * An item with its note and its times in a row of its own, so that host and organisers, who change
 * different items at the same moment, do not stand in the way of each other's undo.
 */
export interface ItemRow extends PlannedItem, Omit<RunningNote, 'item'> {
  /**
   * What was taken off its planned time to make up for lost time, or off an item after it that was left out:
   * what follows keeps the time at which it was planned to start.
   */
  readonly givenUp: Duration;
  /** Null before it has begun. What has begun keeps its plan. */
  readonly run: {
    readonly plannedStart: Instant;
    readonly startedAt: Instant;
    readonly endedAt: Instant | null;
    readonly reopened: AgendaItem['reopened'];
  } | null;
}

export interface AgendaEntries {
  forumCreated: {
    forum: ForumMade;
    items: readonly AgendaItem[];
    notes: readonly RunningNote[];
  };
  agendaItemStarted: { item: string };
  forumEdited: { fields: ForumFields };
  departmentPut: { department: DepartmentRow };
  departmentRemoved: { department: string };
  speakerPut: { speaker: SpeakerRow };
  speakerRemoved: { speaker: string };
  /** `before` is the item it was added before, null at the end; of no meaning for one that was there. */
  agendaItemPut: { item: PlannedItem; owner: string; note: string; before: string | null };
  agendaItemMoved: { item: string; before: string | null };
  agendaItemRemoved: { item: string };
  /** The whole agenda in its order, and speakers that are new or changed. */
  agendaReplaced: {
    items: readonly (PlannedItem & Omit<RunningNote, 'item'>)[];
    speakers: readonly SpeakerRow[];
  };
  /** What was to come was shortened, or left out. */
  timeRecovered: {
    items: readonly {
      readonly item: string;
      readonly plannedDuration: Duration;
      readonly talks: readonly { readonly speaker: string; readonly limit: Duration }[];
    }[];
    leftOut: string | null;
  };
  forumClosed: Record<string, never>;
}

export const agendaTables = () => ({
  forum: new Cell<ForumRow | null>('forum', null),
  departments: new Table<DepartmentRow>('departments'),
  speakers: new Table<SpeakerRow>('speakers'),
  agendaItems: new Table<ItemRow>('agendaItems'),
  /** The ids of each of these tables, in order. */
  orders: new Table<readonly string[]>('orders'),
  currentItem: new Cell<string | null>('currentItem', null),
});
