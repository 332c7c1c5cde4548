/** What a table would do to the agenda as it is now, item by item, in words. */
import type { AgendaItem, Talk } from '@wenzheng/shared/forum/agenda';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { after, type Instant } from '@wenzheng/shared/time/instant';
import { timeText } from '@wenzheng/shared/ui/moments';
import { stageName } from '@wenzheng/shared/ui/names';
import { minutesText } from './field-texts';
import { noteOf, type SetupDocuments } from './setup-commands';

type Replace = Extract<CommandInput, { readonly type: 'replaceAgenda' }>;
type Item = Replace['items'][number];
export type ChangeKind = 'added' | 'changed' | 'removed' | 'moved' | 'time';

export interface PreviewedChange {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly title: string;
  readonly details: readonly string[];
}
export interface Preview {
  readonly changes: readonly PreviewedChange[];
  /** When the day is planned to end, if that changes. */
  readonly end: { readonly from: string; readonly to: string } | null;
}

export function previewOf(documents: SetupDocuments, command: Replace): Preview {
  const { items } = documents.agenda;
  const starts = startsOf(documents, command.items);
  const kept = new Set(command.items.map(({ id }) => id));
  const removed = items.flatMap(({ id, title }): PreviewedChange[] =>
    kept.has(id) ? [] : [{ id, kind: 'removed', title, details: [] }],
  );
  const order = items.map(({ id }) => id).filter((id) => kept.has(id));
  const places = command.items.map(({ id }) => id).filter((id) => order.includes(id));
  const moved = movedIds(order, places);
  const others = command.items.flatMap((item, index): PreviewedChange[] => {
    const start = starts[index] ?? documents.forum.startsAt;
    return changeOf(documents, command, item, start, moved.has(item.id));
  });
  const [from, to] = [
    endOf(items),
    endOf(command.items.map((item, index) => timed(item, starts[index]))),
  ];
  return { changes: [...others, ...removed], end: from === to ? null : { from, to } };
}

const timed = (item: Item, start: Instant | undefined) => ({
  plannedStart: start ?? (0 as Instant),
  plannedDuration: item.plannedDuration,
});
const endOf = (items: readonly Pick<AgendaItem, 'plannedStart' | 'plannedDuration'>[]): string => {
  const last = items.at(-1);
  return last ? timeText(after(last.plannedStart, last.plannedDuration)) : m.sheet_empty_value();
};

/** As the hub plans: one after another; what has begun keeps its plan. */
function startsOf({ agenda, forum }: SetupDocuments, items: readonly Item[]): Instant[] {
  let next = forum.startsAt;
  return items.map(({ id, plannedDuration }) => {
    const there = agenda.items.find((each) => each.id === id);
    const start = there && there.startedAt !== null ? there.plannedStart : next;
    next = after(start, plannedDuration);
    return start;
  });
}

/** Those that stand elsewhere among those that stay: as few as explain the new order. */
function movedIds(order: readonly string[], places: readonly string[]): ReadonlySet<string> {
  // The longest run of those that keep their order, by length for each that could end it.
  const runs: string[][] = [];
  for (const id of places) {
    const before = runs
      .filter((run) => order.indexOf(run.at(-1) ?? '') < order.indexOf(id))
      .reduce<readonly string[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...before, id]);
  }
  const longest = runs.reduce<readonly string[]>(
    (best, run) => (run.length > best.length ? run : best),
    [],
  );
  return new Set(places.filter((id) => !longest.includes(id)));
}

function changeOf(
  documents: SetupDocuments,
  command: Replace,
  item: Item,
  start: Instant,
  hasMoved: boolean,
): PreviewedChange[] {
  const there = documents.agenda.items.find((each) => each.id === item.id);
  const { id, title } = item;
  if (!there) {
    const details = [
      ...[timeText(start), stageName(item.stage)],
      m.order_minutes({ minutes: Number(minutesText.write(item.plannedDuration)) }),
    ];
    return [{ id, kind: 'added', title, details: [details.join(' · ')] }];
  }
  const fields = fieldChanges(documents, command, there, item);
  const times =
    there.plannedStart === start
      ? []
      : [change(m.order_time(), timeText(there.plannedStart), timeText(start))];
  if (fields.length > 0) return [{ id, kind: 'changed', title, details: [...fields, ...times] }];
  if (hasMoved) return [{ id, kind: 'moved', title, details: times }];
  return times.length > 0 ? [{ id, kind: 'time', title, details: times }] : [];
}

const change = (field: string, from: string, to: string): string =>
  m.sheet_change_text({
    field,
    ...{ from: from === '' ? m.sheet_empty_value() : from },
    ...{ to: to === '' ? m.sheet_empty_value() : to },
  });

function fieldChanges(
  documents: SetupDocuments,
  { speakers }: Replace,
  there: AgendaItem,
  item: Item,
): string[] {
  const { owner, note } = noteOf(documents, there.id);
  const named = (changed: boolean) => (talk: Talk) => {
    const fresh = changed ? speakers.find(({ id }) => id === talk.speaker) : undefined;
    const who = fresh ?? documents.forum.speakers.find(({ id }) => id === talk.speaker);
    const words = who ? [who.name, who.department, who.office] : [talk.speaker];
    const length = m.order_minutes({ minutes: Number(minutesText.write(talk.limit)) });
    return [...words, talk.topic, length].filter((each) => each !== '').join(' ');
  };
  const pairs = [
    [m.setup_item_title(), there.title, item.title],
    [m.setup_stage(), stageName(there.stage), stageName(item.stage)],
    [
      m.setup_minutes(),
      minutesText.write(there.plannedDuration),
      minutesText.write(item.plannedDuration),
    ],
    [m.setup_owner(), owner, item.owner],
    [m.setup_note(), note, item.note],
  ] as const;
  const fields = pairs.flatMap(([field, from, to]) =>
    from === to ? [] : [change(field, from, to)],
  );
  const [before, now] = [there.talks.map(named(false)), item.talks.map(named(true))];
  const gone = before.filter((each) => !now.includes(each));
  const come = now.filter((each) => !before.includes(each));
  if (gone.length + come.length > 0)
    return [
      ...fields,
      change(m.sheet_talks(), gone.join(m.moderation_comma()), come.join(m.moderation_comma())),
    ];
  const same = before.every((each, index) => each === now[index]);
  return same ? fields : [...fields, `${m.sheet_talks()}: ${m.sheet_moved()}`];
}
