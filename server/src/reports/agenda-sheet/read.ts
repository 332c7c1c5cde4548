/**
 * Rows of a table as one command that replaces the agenda. Items are known again by their id, else by their
 * title; people by name, office and department, else by their name. A length that the table shows rounded
 * stays as exact as it is.
 */
import {
  LINE_LIMIT,
  LIST_LIMIT,
  NOTE_LIMIT,
  TITLE_LIMIT,
  type AgendaItem,
  type ForumView,
  type Speaker,
  type Talk,
} from '@wenzheng/shared/forum/agenda';
import type { ProblemInSheet, ReadingOfSheet } from '@wenzheng/shared/forum/agenda-sheet';
import { cleanWords } from '@wenzheng/shared/forum/people-words';
import { RowCells } from './cells';
import { COLUMNS, isCalled, stageCalled, type SheetName } from './columns';
import type { Cell, Rows } from './open';

/** An item with its owner and note, and whether it has begun. */
export type KnownItem = Pick<AgendaItem, 'id' | 'stage' | 'title' | 'plannedDuration' | 'talks'> & {
  readonly owner: string;
  readonly note: string;
  readonly hasBegun: boolean;
};

export interface Known {
  readonly items: readonly KnownItem[];
  readonly speakers: ForumView['speakers'];
  newId(): string;
}

type Item = Omit<KnownItem, 'hasBegun'>;
/** An item as it was read, with the row where it stands. */
interface ReadItem {
  readonly item: Item;
  readonly cells: RowCells;
}

export function readAgendaSheet(
  sheets: Readonly<Record<SheetName, Rows>>,
  known: Known,
): ReadingOfSheet {
  const problems: ProblemInSheet[] = [];
  for (const name of ['agenda', 'talks'] as const) headingProblems(name, sheets[name], problems);
  if (problems.length > 0) return { ok: false, problems };
  const read = rowsOf('agenda', sheets.agenda, problems).map((cells) => readItem(cells));
  const matched = matchItems(read, known);
  const people = new People(known);
  readTalks(rowsOf('talks', sheets.talks, problems), matched, people);
  const items = matched.map((each) => withExactLengths(each, known));
  begunProblems(items, known, problems);
  if (items.length > LIST_LIMIT)
    problems.push({ sheet: 'agenda', cell: '', problem: 'too_many_items' });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    command: {
      type: 'replaceAgenda',
      from: known.items.map(({ id }) => id),
      items: items.map(({ item }) => item),
      speakers: people.changed(),
    },
  };
}

function headingProblems(name: SheetName, [heading]: Rows, problems: ProblemInSheet[]): void {
  if (heading === undefined && name === 'talks') return;
  const cells = new RowCells(heading ?? [], name, 1, problems);
  COLUMNS[name].forEach(({ text }, column) => {
    if (!isCalled(cells.text(column), text)) cells.say(column, 'other_heading');
  });
}

const rowsOf = (name: SheetName, rows: Rows, problems: ProblemInSheet[]): RowCells[] =>
  rows
    .slice(1)
    .map((row: readonly Cell[], index) => new RowCells(row, name, index + 2, problems))
    .filter((cells) => !cells.isEmpty);

function readItem(cells: RowCells): ReadItem & { readonly id: string } {
  const stage = stageCalled(cells.text(0));
  if (stage === null) cells.say(0, 'no_stage');
  const item = {
    id: '',
    stage: stage ?? 'qa',
    title: cells.words(1, TITLE_LIMIT, 'needed'),
    plannedDuration: cells.minutes(2),
    talks: [],
    owner: cells.words(3, LINE_LIMIT, 'optional'),
    note: cells.words(4, NOTE_LIMIT, 'optional'),
  };
  return { item, cells, id: cells.text(6) };
}

/** Gives each row the id of the item that it is about, each item once. */
function matchItems(
  read: readonly (ReadItem & { readonly id: string })[],
  known: Known,
): ReadItem[] {
  const left = new Map(known.items.map((each) => [each.id, each]));
  const ids = read.map(({ id }) => (left.delete(id) ? id : null));
  return read.map(({ item, cells }, index) => {
    const named = [...left.values()].find(({ title }) => title === item.title)?.id ?? null;
    const id = ids[index] ?? named ?? known.newId();
    left.delete(id);
    return { item: { ...item, id }, cells };
  });
}

function readTalks(rows: readonly RowCells[], read: ReadItem[], people: People): void {
  for (const cells of rows) {
    const title = cells.text(0);
    const places = read.flatMap(({ item }, place) => (item.title === title ? [place] : []));
    const speaker = people.read(cells);
    const talk: Talk = {
      speaker: speaker ?? '',
      topic: cells.words(4, LINE_LIMIT, 'optional'),
      limit: cells.minutes(5),
    };
    const [place, another] = places;
    const there = place === undefined ? undefined : read[place];
    if (place === undefined || !there) cells.say(0, 'no_item');
    else if (another !== undefined) cells.say(0, 'item_twice');
    else if (there.item.talks.some((each) => each.speaker === speaker))
      cells.say(1, 'speaker_twice');
    else if (speaker !== null)
      read[place] = { ...there, item: { ...there.item, talks: [...there.item.talks, talk] } };
  }
}

/** Who speaks, by name; those who are new, and those whose office the table says otherwise. */
class People {
  readonly #known: Known;
  readonly #changed = new Map<string, Speaker>();

  constructor(known: Known) {
    this.#known = known;
  }

  changed(): Speaker[] {
    return [...this.#changed.values()];
  }

  /** The id of whom a row names; null if it says nobody clearly. */
  read(cells: RowCells): string | null {
    const name = cells.words(1, 20, 'needed');
    const office = cells.words(2, LINE_LIMIT, 'needed');
    const department = cells.words(3, LINE_LIMIT, 'needed');
    if (name === '') return null;
    const called = [...this.#known.speakers, ...this.#fresh()].filter(
      (each) => cleanWords(each.name) === name,
    );
    const same = called.find((each) => each.office === office && each.department === department);
    const [one, another] = called;
    if (same) return same.id;
    if (another) cells.say(1, 'speaker_twice');
    if (another) return null;
    const id = one?.id ?? this.#known.newId();
    this.#changed.set(id, { id, name, office, department });
    return id;
  }

  #fresh(): Speaker[] {
    return [...this.#changed.values()].filter(
      ({ id }) => !this.#known.speakers.some((each) => each.id === id),
    );
  }
}

const minutesShown = (length: number): number => Number((length / 60_000).toFixed(2));

function withExactLengths({ item, cells }: ReadItem, { items }: Known): ReadItem {
  const there = items.find(({ id }) => id === item.id);
  if (!there) return { item, cells };
  const exact = <T extends number>(read: T, was: T | undefined): T =>
    was !== undefined && minutesShown(was) === minutesShown(read) ? was : read;
  const talks = item.talks.map((talk) => {
    const was = there.talks.find(({ speaker }) => speaker === talk.speaker);
    return { ...talk, limit: exact(talk.limit, was?.limit) };
  });
  const plannedDuration = exact(item.plannedDuration, there.plannedDuration);
  return { item: { ...item, plannedDuration, talks }, cells };
}

const sameItem = (item: Item, { hasBegun: _, ...there }: KnownItem): boolean =>
  JSON.stringify(inOneOrder(item)) === JSON.stringify(inOneOrder(there));
const inOneOrder = ({ id, stage, title, plannedDuration, talks, owner, note }: Item) => [
  ...[id, stage, title, plannedDuration, owner, note],
  talks.map(({ speaker, topic, limit }) => [speaker, topic, limit]),
];

/** The rules of the agenda, said where they are broken. */
function begunProblems(
  read: readonly ReadItem[],
  { items }: Known,
  problems: ProblemInSheet[],
): void {
  const begun = items.filter(({ hasBegun }) => hasBegun);
  for (const there of begun) {
    const row = read.find(({ item }) => item.id === there.id);
    if (!row) problems.push({ sheet: 'agenda', cell: '', problem: 'begun_missing' });
    else if (!sameItem(row.item, there)) row.cells.say(1, 'begun');
  }
  const last = begun.at(-1);
  if (!last) return;
  const before = items.slice(0, items.indexOf(last) + 1).map(({ id }) => id);
  const head = read.slice(0, read.findIndex(({ item }) => item.id === last.id) + 1);
  let place = -1;
  for (const { item, cells } of head) {
    const stood = before.indexOf(item.id);
    if (stood <= place) cells.say(1, 'place_begun');
    else place = stood;
  }
}
