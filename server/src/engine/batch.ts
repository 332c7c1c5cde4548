/** What arrives within one turn of the event loop: decided one command after another on the head state, not yet durable. */
import { isRecordedAsVote } from '@wenzheng/shared/forum/votes';
import type { Instant } from '@wenzheng/shared/time/instant';
import { ENTRY_VERSION, type Actor, type Entry } from '../journal/entry';
import type { Kept } from '../journal/port';
import type { Clock, Random } from '../ports/ports';
import { EMPTY_WINDOW, NOTHING_MADE, recall, sight, voteWindow } from './command-window';
import { decide } from './decide';
import type { NewEntry } from './entries';
import { evolveCommand, windowKey } from './evolve';
import { recordedVote, type Context } from './rooms';
import type { ForumState } from './state';
import type { Outcome, Submission } from './submission';
import { makePicture, makeWords, type WordStore } from './word-store';

export interface BatchPorts {
  readonly forum: string;
  readonly state: ForumState;
  /** Number of the last committed entry. */
  readonly head: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly words: WordStore;
  /** Phones that were connected at some time since the poll that is open was opened. */
  readonly present: () => number;
}

export class Batch {
  /** To be committed together, with the words and pictures that they name. */
  readonly entries: Entry[] = [];
  readonly kept: Kept[] = [];
  readonly #ports: BatchPorts;

  constructor(ports: BatchPorts) {
    this.#ports = ports;
  }

  /** Decides a command and evolves the head state with what comes of it. */
  decide(submission: Submission): Outcome {
    const { state, words } = this.#ports;
    const { actor, id, command, vote: names } = submission;
    const vote = isRecordedAsVote(command);
    // With the forum closed nobody has a voter's name any more.
    const closed = (state.forum.value?.closedAt ?? null) !== null;
    if (vote && names === null) return { ok: false, code: closed ? 'forum.closed' : 'forbidden' };
    const before = answered(state, submission);
    if (before) return before;
    if (submission.refusal) return submission.refusal;
    const kept: Kept[] = [];
    const now = this.#ports.clock.now();
    const decision = decide(state, command, this.#context(submission, now, kept));
    if (!decision.ok) return decision;
    words.add(kept);
    for (const each of kept) this.kept.push(each);
    const entries: readonly NewEntry[] =
      decision.entries.length > 0 ? decision.entries : [{ type: 'commandNoted', data: {} }];
    this.take(entries, now, vote ? null : actor, vote ? null : { id, type: command.type });
    if (vote && decision.entries.length > 0) return VOTE_TAKEN;
    // As it will be told whenever the same id comes again.
    return answered(state, submission) ?? { ok: false, code: 'internal' };
  }

  /** Numbers the entries and evolves the head state with them. */
  take(
    news: readonly NewEntry[],
    at: Instant,
    actor: Actor | null,
    command: Entry['command'],
  ): void {
    const { forum, head, state } = this.#ports;
    const first = head + this.entries.length + 1;
    const entries = news.map((entry, index): Entry => ({
      v: ENTRY_VERSION,
      forum,
      seq: first + index,
      first,
      at,
      actor,
      command,
      ...entry,
    }));
    for (const entry of entries) this.entries.push(entry);
    evolveCommand(state, entries);
  }

  /** What decide may know beside state and command; words and pictures that it keeps go into `kept`. */
  #context(submission: Submission, now: Instant, kept: Kept[]): Context {
    const { random, words, present } = this.#ports;
    const { actor, id, command, vote: names, whereabouts, shown, picture, file } = submission;
    const vote = isRecordedAsVote(command);
    return {
      ...{ now, actor },
      vote: vote && names !== null ? recordedVote(names, id[1]) : null,
      ...{ whereabouts, shown, file, byTicket: names?.byTicket ?? false },
      present: present(),
      random: (length) => random.bytes(length),
      keep: (text) => {
        const made = makeWords(text, random);
        kept.push(made.kept);
        return made.ref;
      },
      keepPicture: () => {
        if (picture === null) return null;
        const made = makePicture(picture, random);
        kept.push(made.kept);
        return made.ref;
      },
      read: (ref) => words.read(ref),
    };
  }
}

/** A vote brings nothing into the forum that could be told. */
const VOTE_TAKEN: Outcome = { ok: true, ...NOTHING_MADE };

/** The answer to an id that has come before; null for a new one, and for a vote of nobody knows whom. */
export function answered(
  state: ForumState,
  { actor, id: [instance, counter], command, vote }: Submission,
): Outcome | null {
  const isCounted = isRecordedAsVote(command);
  if (isCounted && vote === null) return null;
  const window = isCounted ? null : state.commands.get(windowKey(actor, instance));
  const counters = vote && isCounted ? voteWindow(state.voteCounters.get(vote.stream)) : window;
  const sighting = sight(counters ?? EMPTY_WINDOW, counter);
  if (sighting === 'new') return null;
  if (sighting === 'stale') return { ok: false, code: 'stale' };
  return { ok: true, ...(recall(window ?? EMPTY_WINDOW, counter) ?? NOTHING_MADE) };
}
