/** The whole agenda replaced at once, by the rules that hold for each change by itself. */
import { isDeepStrictEqual } from 'node:util';
import { LIST_LIMIT } from '@wenzheng/shared/forum/agenda';
import { accept, refuse, type Decide } from '../../engine/rooms';
import type { Refusal } from '@wenzheng/shared/wire/protocol';
import { itemsOf } from './lists';
import type { AgendaEntries, ItemRow } from './state';

type Items = AgendaEntries['agendaReplaced']['items'];

export const replaceAgenda: Decide<'replaceAgenda'> = (state, { from, items, speakers }) => {
  if (!state.forum.value) return refuse('no_forum');
  const there = itemsOf(state);
  if (!isDeepStrictEqual(there.map(idOf), from)) return refuse('agenda.moved');
  const begun = begunProblem(there, items);
  if (begun) return begun;
  const changed = speakers.filter((each) => !isDeepStrictEqual(state.speakers.get(each.id), each));
  const fresh = changed.filter(({ id }) => !state.speakers.get(id));
  if (state.speakers.size + fresh.length > LIST_LIMIT) return refuse('agenda.too_many');
  const isKnown = (speaker: string): boolean =>
    state.speakers.get(speaker) !== undefined || fresh.some(({ id }) => id === speaker);
  if (!items.every(({ talks }) => talks.every(({ speaker }) => isKnown(speaker))))
    return refuse('agenda.unknown_speaker');
  if (changed.length === 0 && isDeepStrictEqual(there.map(planned), items)) return accept();
  return accept({ type: 'agendaReplaced', data: { items, speakers: changed } });
};

const idOf = ({ id }: { readonly id: string }): string => id;
/** An item without what came of it. */
export const planned = ({ run: _, givenUp: _givenUp, ...item }: ItemRow): Items[number] => item;

/** What has begun stays, as it is, and nothing comes before it that did not stand before it. */
function begunProblem(there: readonly ItemRow[], items: Items): Refusal | null {
  const begun = there.filter(({ run }) => run !== null);
  const last = begun.at(-1);
  if (!last) return null;
  const same = begun.every((row) =>
    items.some((item) => item.id === row.id && isDeepStrictEqual(item, planned(row))),
  );
  const before = there.slice(0, there.indexOf(last) + 1).map(idOf);
  const head = items.slice(0, items.findIndex(({ id }) => id === last.id) + 1).map(idOf);
  const kept = before.filter((id) => head.includes(id));
  return same && isDeepStrictEqual(head, kept) ? null : refuse('agenda.item_started');
}
