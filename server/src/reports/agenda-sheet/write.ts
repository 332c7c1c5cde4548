/** The agenda as a table (XLSX), in the form in which it can be read again. */
import type { AgendaItem, ForumView, RunningNotesView } from '@wenzheng/shared/forum/agenda';
import type { Row } from 'write-excel-file/node';
import { timeIn } from '../../http/print/sheets';
import { stageName } from '@wenzheng/shared/ui/stage-names';
import { COLUMNS, NAMES, type SheetLanguage, type SheetName } from './columns';

/** What of a forum is written into the table. */
export interface TabledAgenda {
  readonly items: readonly Pick<
    AgendaItem,
    'id' | 'stage' | 'title' | 'plannedStart' | 'plannedDuration' | 'talks'
  >[];
  readonly notes: RunningNotesView['notes'];
  readonly speakers: ForumView['speakers'];
}

const minutesOf = (length: number): number => Number((length / 60_000).toFixed(2));

export async function writeAgendaSheet(
  agenda: TabledAgenda,
  language: SheetLanguage,
): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node');
  const sheet = (name: SheetName, rows: readonly Row[]) => ({
    sheet: NAMES[name]({}, { locale: language }),
    stickyRowsCount: 1,
    columns: COLUMNS[name].map(({ width }) => ({ width })),
    data: [
      COLUMNS[name].map(({ text }) => ({
        value: text({}, { locale: language }),
        fontWeight: 'bold' as const,
      })),
      ...rows,
    ],
  });
  return write([
    sheet('agenda', agendaRows(agenda, language)),
    sheet('talks', talkRows(agenda)),
  ]).toBuffer();
}

const agendaRows = ({ items, notes }: TabledAgenda, language: SheetLanguage): Row[] =>
  items.map(({ id, stage, title, plannedStart, plannedDuration }) => {
    const { owner, note } = notes.find(({ item }) => item === id) ?? { owner: '', note: '' };
    return [
      ...[words(stageName(stage, { locale: language })), words(title)],
      ...[minutesOf(plannedDuration), words(owner), words(note)],
      ...[words(timeIn(language, plannedStart)), words(id)],
    ];
  });

const talkRows = ({ items, speakers }: TabledAgenda): Row[] =>
  items.flatMap(({ title, talks }) =>
    talks.map(({ speaker, topic, limit }) => {
      const { name, office, department } = speakers.find(({ id }) => id === speaker) ?? {
        ...{ name: speaker, office: '', department: '' },
      };
      return [...[title, name, office, department, topic].map(words), minutesOf(limit)];
    }),
  );

/** Always text: nothing that somebody wrote is ever a formula. */
const words = (value: string) => (value === '' ? null : { value, type: String });
