/** The agenda as a table, over HTTP. */
import { readingOfSheet, type ReadingOfSheet } from '@wenzheng/shared/forum/agenda-sheet';
import { getLocale } from '@wenzheng/shared/paraglide/runtime.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const part = encodeURIComponent;

export const agendaSheetAddress = (forum: string): string =>
  `/api/forums/${part(forum)}/agenda.xlsx?lang=${getLocale()}`;

/** What a table would do; null if the hub could not be asked, or did not say. */
export async function readAgendaSheet(forum: string, file: File): Promise<ReadingOfSheet | null> {
  try {
    const response = await fetch(`/api/forums/${part(forum)}/agenda-reading`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': XLSX },
      body: await file.arrayBuffer(),
    });
    return response.ok ? readingOfSheet.parse(await response.json()) : null;
  } catch {
    return null;
  }
}
