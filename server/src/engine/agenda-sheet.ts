/** A forum's agenda as a table, and a table against the agenda as it is now. */
import type { ReadingOfSheet } from '@wenzheng/shared/forum/agenda-sheet';
import { agendaOf, itemsOf, planned, speakersOf } from '../forum/agenda';
import type { SheetLanguage } from '../reports/agenda-sheet/columns';
import { openAgendaSheet } from '../reports/agenda-sheet/open';
import { readAgendaSheet } from '../reports/agenda-sheet/read';
import { writeAgendaSheet } from '../reports/agenda-sheet/write';
import type { ForumState } from './state';

export const agendaSheetOf = (state: ForumState, language: SheetLanguage): Promise<Buffer> =>
  writeAgendaSheet(
    {
      items: agendaOf(state),
      notes: itemsOf(state).map(({ id, owner, note }) => ({ item: id, owner, note })),
      speakers: speakersOf(state),
    },
    language,
  );

/** `newId` names what the table adds. */
export async function readingOfSheet(
  state: ForumState,
  bytes: Uint8Array,
  newId: () => string,
): Promise<ReadingOfSheet> {
  const opened = await openAgendaSheet(bytes);
  if (!opened.ok) return { ok: false, problems: [opened.problem] };
  const items = itemsOf(state).map((row) => ({ ...planned(row), hasBegun: row.run !== null }));
  return readAgendaSheet(opened.sheets, { items, speakers: speakersOf(state), newId });
}
