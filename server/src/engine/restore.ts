/** What stands between an action and its undo, though nobody has changed the same rows since. */
import type { Refusal } from '@wenzheng/shared/wire/protocol';
import { hasBallots, openPollIn } from '../forum/polls';
import { calledRow } from '../forum/questions';
import type { ForumState } from './state';
import { isShown, userOfDepartment, userOfMedia, userOfSpeaker } from './still-used';
import type { TracedChange } from './store';
import { refuse } from './rooms';

/** Tables whose rows may go, and how it is said that one is gone. */
const GONE = {
  departments: 'agenda.unknown_department',
  speakers: 'agenda.unknown_speaker',
  agendaItems: 'agenda.unknown_item',
  representatives: 'floor.unknown_representative',
  terms: 'glossary.unknown_term',
  media: 'media.unknown',
} as const satisfies Partial<Record<keyof ForumState, Refusal['code']>>;
type Removable = keyof typeof GONE;

/** The fields by which a row of each table, or a part of it, names rows of the tables above. */
const NAMES: Readonly<Record<string, Readonly<Record<string, Removable>>>> = {
  agendaItems: { speaker: 'speakers' },
  departments: { head: 'speakers' },
  currentItem: { '': 'agendaItems' },
  itemMedia: { clip: 'media', slides: 'media' },
  film: { clip: 'media' },
  slidesShown: { slides: 'media' },
  floor: {
    ...{ speaker: 'speakers', item: 'agendaItems' },
    ...{ official: 'speakers', representative: 'representatives', beside: 'speakers' },
  },
  exchanges: {
    representative: 'representatives',
    official: 'speakers',
    department: 'departments',
  },
  questions: {
    department: 'departments',
    suggestedDepartment: 'departments',
    official: 'speakers',
    answerers: 'speakers',
  },
  statements: { department: 'departments' },
  pollTexts: { department: 'departments' },
  micNumbers: { department: 'departments' },
  suggestion: { department: 'departments' },
  card: { term: 'terms' },
};

/**
 * Why the rows of `changes` cannot become again what they were: somebody names by now what would go, what
 * they name is gone, the order of the agenda would move an item that has begun, the floor would go back
 * to a question that is over, or another number was called to the microphone since.
 */
export function restoreProblem(
  state: ForumState,
  changes: readonly TracedChange[],
): Refusal | null {
  for (const { table, key, before } of changes) {
    const problem =
      before === null
        ? usedProblem(state, changes, table, key)
        : (goneProblem(state, changes, table, before) ??
          orderProblem(state, table, key, before) ??
          pollProblem(state, table, key, before) ??
          turnProblem(state, changes, table, before) ??
          calledProblem(state, changes, table, before));
    if (problem) return problem;
  }
  return null;
}

/** An item that becomes again what it was, before there was the speaker, names the speaker no more. */
function usedProblem(
  state: ForumState,
  changes: readonly TracedChange[],
  table: string,
  key: string,
): Refusal | null {
  const votedIn = pollProblem(state, table, key, null);
  if (votedIn) return votedIn;
  let by: string | null = null;
  const stays = (item: string): boolean =>
    !changes.some((each) => each.table === 'agendaItems' && each.key === item);
  if (table === 'speakers') by = userOfSpeaker(state, key, stays);
  if (table === 'departments') by = userOfDepartment(state, key);
  if (table === 'media') {
    if (isShown(state, key)) return refuse('media.shown');
    by = userOfMedia(state, key);
  }
  return by === null ? null : refuse('agenda.still_used', { by });
}

function goneProblem(
  state: ForumState,
  changes: readonly TracedChange[],
  table: string,
  before: unknown,
): Refusal | null {
  const comesBack = (named: Removable, id: string): boolean =>
    changes.some((each) => each.table === named && each.key === id && each.before !== null);
  const gone = namedIn(NAMES[table] ?? {}, '', before).find(
    ([named, id]) => !state[named].get(id) && !comesBack(named, id),
  );
  return gone ? refuse(GONE[gone[0]]) : null;
}

/** What a value names, at any depth; `field` is the name under which it stands. */
function namedIn(
  names: Readonly<Record<string, Removable>>,
  field: string,
  value: unknown,
): readonly (readonly [Removable, string])[] {
  if (typeof value === 'string') {
    const named = names[field];
    return named ? [[named, value]] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((part) => namedIn(names, field, part));
  return Object.entries(value).flatMap(([name, part]) => namedIn(names, name, part));
}

/** An item that has begun keeps its place, and nothing is put before it. */
function orderProblem(
  state: ForumState,
  table: string,
  key: string,
  before: unknown,
): Refusal | null {
  if (table !== 'orders' || key !== 'agendaItems' || !Array.isArray(before)) return null;
  const restored: readonly unknown[] = before;
  const now = state.orders.get(key) ?? [];
  const moved = now
    .filter((id) => state.agendaItems.get(id)?.run)
    .some((id) => {
      const ahead = now.slice(0, now.indexOf(id)).filter((each) => restored.includes(each));
      const wouldBe = restored.slice(0, restored.indexOf(id));
      return (
        ahead.length !== wouldBe.length || wouldBe.some((each) => !ahead.includes(String(each)))
      );
    });
  return moved ? refuse('agenda.item_started') : null;
}

/** A question's turn comes back only while the question is on the floor, or comes back to it as well. */
function turnProblem(
  state: ForumState,
  changes: readonly TracedChange[],
  table: string,
  before: unknown,
): Refusal | null {
  if (table !== 'floor' || typeof before !== 'object' || before === null) return null;
  const subject = 'subject' in before ? before.subject : null;
  if (typeof subject !== 'string' || state.questions.get(subject)?.state === 'on_floor')
    return null;
  const comesBack = changes.some((each) => each.table === 'questions' && each.key === subject);
  return comesBack ? null : refuse('floor.moved');
}

/** Where ballots were cast, nothing is as if it had not been opened; and no two polls are open. */
function pollProblem(
  state: ForumState,
  table: string,
  key: string,
  before: unknown,
): Refusal | null {
  if (table === 'pollTallies' && hasBallots(state, key))
    return refuse('undo.superseded', { by: 'castBallot' });
  // Taken back by who wrote it.
  if (table === 'pollTexts' && !state.pollTexts.get(key))
    return refuse('undo.superseded', { by: 'castBallot' });
  const opens =
    table === 'polls' && typeof before === 'object' && before !== null && 'state' in before;
  const another = opens && before.state === 'open' ? openPollIn(state) : undefined;
  return another && another !== key ? refuse('polls.another_open') : null;
}

/** A number is called again only while no other is, or that one goes back as well. */
function calledProblem(
  state: ForumState,
  changes: readonly TracedChange[],
  table: string,
  before: unknown,
): Refusal | null {
  if (table !== 'micNumbers' || typeof before !== 'object' || before === null) return null;
  if (!('state' in before) || before.state !== 'called') return null;
  const other = String(calledRow(state)?.number ?? '');
  if (other === '' || changes.some((each) => each.table === table && each.key === other))
    return null;
  return refuse('undo.superseded', { by: 'callMicNumber' });
}
