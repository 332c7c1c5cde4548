/** Where a picked question stood, found by looking at every question, against what the hub wrote down. */
import type { ForumState } from '@wenzheng/server/src/engine/state';
import type { Entry } from '@wenzheng/server/src/journal/entry';
import { between } from '@wenzheng/shared/time/instant';
import { sameJson } from '../same-json';

interface Open {
  readonly id: string;
  readonly number: number;
  readonly hall: boolean;
  readonly support: number;
  readonly called: boolean;
}

/** What is wrong with the picks among the `entries` of one command, recorded in `state`; null if nothing is. */
export function wrongPick(state: ForumState, entries: readonly Entry[]): string | null {
  for (const entry of entries) {
    if (entry.type !== 'questionPicked') continue;
    const { question, standing } = entry.data;
    const drawn = entry.command?.type === 'drawQuestion';
    const found = { ...standingOf(state, question, entry.at), ...(drawn && { manner: 'lot' }) };
    if (!sameJson(found, standing ?? null))
      return `pick ${entry.seq} says ${JSON.stringify(standing)}, it was ${JSON.stringify(found)}`;
  }
  return null;
}

function standingOf(state: ForumState, id: string, at: Entry['at']) {
  const open: Open[] = [...state.questions.entries()].flatMap(([key, row]) =>
    row.state === 'screened' || row.state === 'queued'
      ? [
          {
            ...{ id: key, number: row.number },
            hall: row.source === 'paper' || row.source === 'mic',
            support: state.counts.get(key) ?? 0,
            called: state.micNumbers.get(String(row.mic))?.state === 'called',
          },
        ]
      : [],
  );
  const support = state.counts.get(id) ?? 0;
  const row = state.questions.get(id);
  const since = row?.history.findLast((step) => step.state === 'queued')?.at ?? at;
  const place = suggested(state, open).indexOf(id);
  return {
    manner: place === 0 ? 'first' : place === 1 || place === 2 ? 'up_next' : 'own',
    support,
    rank: 1 + open.filter((other) => other.support > support).length,
    among: open.length,
    waited: between(since, at),
  };
}

/** Place by place: the turn of the hall, or whoever has the most support. */
function suggested(state: ForumState, open: readonly Open[]): string[] {
  const { every } = state.hallShare.value;
  const left = [...open];
  const order: string[] = [];
  let since = state.pickedSinceHall.value;
  while (order.length < 3 && left.length > 0) {
    const hall = left
      .filter((each) => each.hall)
      .sort((a, b) => Number(b.called) - Number(a.called) || a.number - b.number);
    const others = left
      .filter((each) => every === null || !each.hall)
      .sort((a, b) => b.support - a.support || a.number - b.number);
    const isDue = every !== null && since >= every - 1;
    const next = (isDue ? hall[0] : others[0]) ?? others[0] ?? hall[0];
    if (!next) break;
    order.push(next.id);
    left.splice(left.indexOf(next), 1);
    since = next.hall ? 0 : since + 1;
  }
  return order;
}
