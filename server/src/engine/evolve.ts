/** Folds entries into the state; the same live and on replay. */
import { evolveAdmission } from '../forum/admission';
import { evolveAgenda } from '../forum/agenda';
import { evolveChecklist } from '../forum/checklist';
import { evolveDisplays } from '../forum/displays';
import { evolveFloor } from '../forum/floor';
import { evolveFollowup } from '../forum/followup';
import { evolveHelp } from '../forum/help';
import { evolveMedia } from '../forum/media';
import { evolveOpinions } from '../forum/opinions';
import { evolvePolls } from '../forum/polls';
import { evolvePrompts } from '../forum/prompts';
import { evolveGlossary } from '../forum/glossary';
import { evolvePlainness } from '../forum/plainness';
import { evolveMicrophone, evolveQuestions } from '../forum/questions';
import { evolveRatings } from '../forum/ratings';
import { evolveSafety } from '../forum/safety';
import { evolveScenes } from '../forum/scenes';
import { evolveSlips } from '../forum/slips';
import { isVoteEntry, type Entry } from '../journal/entry';
import { JournalTooNew } from '../journal/port';
import { EMPTY_WINDOW, markVote, remember, type Answered } from './command-window';
import type { Evolves } from './rooms';
import type { ForumState } from './state';
import { endTrace, evolveUndo, isUndoable } from './undo';

/** From the bottom up: a room may evolve on the entries of the rooms below it, after they have. */
const rooms: readonly Evolves[] = [
  evolveAgenda,
  evolveMedia,
  evolveSafety,
  evolveHelp,
  evolveChecklist,
  evolveGlossary,
  evolveAdmission,
  evolveFloor,
  evolvePrompts,
  evolveQuestions,
  evolveMicrophone,
  evolveSlips,
  evolveOpinions,
  evolveRatings,
  evolvePolls,
  evolvePlainness,
  evolveScenes,
  evolveDisplays,
  evolveFollowup,
  evolveUndo,
];

/** Whether this hub knows what an entry of `type` means. */
export const isKnown = (type: string): boolean => handlers.has(type) || type === 'commandNoted';

/** Every kind of entry that changes the state. */
export const knownTypes = (): string[] => [...handlers.keys()].sort();

type Handler = (state: ForumState, entry: Entry) => void;
const handlers = new Map<string, readonly Handler[]>();
for (const room of rooms) {
  for (const [type, handler] of Object.entries(room)) {
    handlers.set(type, [...(handlers.get(type) ?? []), handler as Handler]);
  }
}

/** Takes in all entries of one command, in order. Errors: JournalTooNew. */
export function evolveCommand(state: ForumState, entries: readonly Entry[]): void {
  const first = entries[0];
  if (!first) return;
  const traced = first.actor !== null;
  if (traced) state.trace.start();
  for (const entry of entries) {
    for (const handle of handlers.get(entry.type) ?? unheard(entry)) handle(state, entry);
  }
  if (traced) endTrace(state, first);
  noteCommand(state, first);
}

/** To leave out what one does not know would be to go on with a forum that is not the one that was held. */
function unheard({ type }: Entry): readonly Handler[] {
  if (isKnown(type)) return [];
  throw new JournalTooNew(`entry of unknown type ${String(type)}`);
}

/** Key of a command's window: by actor, so that nobody fetches another's answer. */
export const windowKey = (actor: { role: string; id: string }, instance: string): string =>
  `${actor.role}:${actor.id}/${instance}`;

function noteCommand(state: ForumState, first: Entry): void {
  if (isVoteEntry(first)) {
    const { stream = first.data.voter, counter } = first.data;
    state.voteCounters.put(stream, markVote(state.voteCounters.get(stream), counter));
    return;
  }
  if (!first.command || !first.actor) return;
  const [instance, counter] = first.command.id;
  const key = windowKey(first.actor, instance);
  const entry = first.type !== 'commandNoted' && isUndoable(first.command.type) ? first.seq : null;
  const window = state.commands.get(key) ?? EMPTY_WINDOW;
  state.commands.put(key, remember(window, counter, { entry, ...made(first) }));
}

/** What a command brought into the forum; whoever sends it again is told the same. */
function made(first: Entry): Omit<Answered, 'entry'> {
  return {
    question: first.type === 'questionAsked' ? first.data.question : null,
    statement: first.type === 'statementSubmitted' ? first.data.statement : null,
    micNumber: first.type === 'micNumberGiven' ? first.data.number : null,
  };
}

/** Takes in a run of entries as a journal gives them; a command's entries must not be cut apart. */
export function replay(state: ForumState, entries: readonly Entry[]): void {
  let start = 0;
  for (let end = 1; end <= entries.length; end += 1) {
    if (end < entries.length && entries[end]?.first === entries[start]?.first) continue;
    evolveCommand(state, entries.slice(start, end));
    start = end;
  }
}
