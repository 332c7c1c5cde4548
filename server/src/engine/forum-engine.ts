/**
 * One forum's single writer. What arrives within one turn of the event loop is one batch: decided one
 * command after another on the head state, committed in one transaction, then acknowledged and
 * published. A failed commit rolls the head state back; nothing of it was ever seen outside.
 */
import type { RefusalCode } from '@wenzheng/shared/wire/protocol';
import type { Actor, Entry } from '../journal/entry';
import { READ_AT_ONCE, StorageFailed, StorageFull, type Journal } from '../journal/port';
import type { Clock, Random, Scheduler } from '../ports/ports';
import { replay } from './evolve';
import { answered, Batch } from './batch';
import type { NewEntry } from './entries';
import { rollback, settle, type ForumState } from './state';
import type { Changes } from './store';
import type { Outcome, Submission } from './submission';
import type { WordStore } from './word-store';

export interface EnginePorts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly words: WordStore;
  /** Phones that were connected at some time since the poll that is open was opened. */
  readonly present: () => number;
  /** Called after each commit, before the acknowledgements. */
  readonly publish: (changes: Changes) => void;
  /** A fault of the hub itself, to be logged. */
  readonly fault: (error: unknown) => void;
}

interface Waiting {
  readonly submission: Submission;
  readonly answer: (outcome: Outcome) => void;
}

/** Facts were not recorded; `code` says why, as a refusal does. */
export class NotRecorded extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(`the journal refused: ${code}`);
    this.code = code;
  }
}

/** Commands of phones and kiosks in one batch: some twenty milliseconds, then others have their turn. */
const MOST_IN_BATCH = 1_000;

export class ForumEngine {
  readonly forum: string;
  readonly #ports: EnginePorts;
  #state: ForumState;
  #head: number;
  /** Of those who lead the forum; taken first, all of them. */
  #staff: Waiting[] = [];
  #citizens: Waiting[] = [];
  #running = false;
  /** The head state holds entries that are still being written. */
  #committing = false;
  #afterCommit: (() => void)[] = [];
  /** A commit failed and the journal could not be read since: it may be ahead of the head state. */
  #inDoubt = false;
  #idle: (() => void)[] = [];

  constructor(forum: string, state: ForumState, head: number, ports: EnginePorts) {
    this.forum = forum;
    this.#ports = ports;
    this.#state = state;
    this.#head = head;
  }

  /** The head state. Read it, never change it. */
  get state(): ForumState {
    return this.#state;
  }
  /** Number of the last committed entry. */
  get head(): number {
    return this.#head;
  }
  /** Commands waiting for the next batch. */
  get backlog(): number {
    return this.#staff.length + this.#citizens.length;
  }

  /** Resolves after the commit, never before; or with a refusal. */
  submit(submission: Submission): Promise<Outcome> {
    return new Promise((answer) => {
      const { role } = submission.actor;
      const isCitizen = role === 'audience' || role === 'kiosk';
      (isCitizen ? this.#citizens : this.#staff).push({ submission, answer });
      this.#schedule();
    });
  }

  /** Records facts that no command of a client stands for, such as the making of the forum. Rejects with NotRecorded. */
  async record(actor: Actor, entries: readonly NewEntry[]): Promise<void> {
    while (this.#running) await this.idle();
    this.#running = true;
    try {
      const batch = this.#newBatch();
      batch.take(entries, this.#ports.clock.now(), actor, null);
      const failure = await this.#commit(batch);
      if (failure) throw new NotRecorded(failure);
    } finally {
      this.#finish();
    }
  }

  /** Runs `look` once the head state holds nothing but what is durable: now, or after the commit. */
  afterCommit(look: () => void): void {
    if (this.#committing) this.#afterCommit.push(look);
    else look();
  }

  /** Resolves when nothing is waiting or being written. */
  idle(): Promise<void> {
    if (!this.#running && this.backlog === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Takes in what the journal holds beyond the head. */
  async catchUp(): Promise<void> {
    const head = await this.#ports.journal.head();
    let pending: Entry[] = [];
    while (this.#head < head) {
      const read = await this.#ports.journal.read(this.#head + pending.length + 1, READ_AT_ONCE);
      if (read.length === 0) break;
      pending.push(...read);
      const last = pending.at(-1);
      // The last command may go on in what is read next.
      const whole =
        last?.seq === head
          ? pending.length
          : pending.findIndex(({ first }) => first === last?.first);
      replay(this.#state, pending.slice(0, whole));
      this.#head += whole;
      pending = pending.slice(whole);
    }
  }

  #schedule(): void {
    if (this.#running) return;
    this.#running = true;
    this.#ports.scheduler.soon(() => {
      this.#runBatch().catch((error: unknown) => this.#ports.fault(error));
    });
  }

  async #runBatch(): Promise<void> {
    const waiting = this.#next();
    const outcomes = await this.#process(waiting);
    waiting.forEach(({ answer }, index) =>
      answer(outcomes[index] ?? { ok: false, code: 'internal' }),
    );
    this.#finish();
  }

  #next(): readonly Waiting[] {
    const next = [...this.#staff, ...this.#citizens.slice(0, MOST_IN_BATCH)];
    this.#staff = [];
    this.#citizens = this.#citizens.slice(MOST_IN_BATCH);
    return next;
  }

  #finish(): void {
    this.#running = false;
    if (this.backlog > 0) this.#schedule();
    else for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #process(waiting: readonly Waiting[]): Promise<readonly Outcome[]> {
    const failAll = (code: RefusalCode): Outcome[] => waiting.map(() => ({ ok: false, code }));
    if (this.#inDoubt && !(await this.#recover())) return failAll('unknown_outcome');
    const batch = this.#newBatch();
    const outcomes: Outcome[] = [];
    try {
      for (const { submission } of waiting) outcomes.push(batch.decide(submission));
    } catch (error) {
      this.#undoBatch(batch);
      this.#ports.fault(error);
      // One command at a time, so that only the one that met the fault is answered so.
      if (waiting.length === 1) return failAll('internal');
      const alone: Outcome[] = [];
      for (const each of waiting) alone.push(...(await this.#process([each])));
      return alone;
    }
    const failure = await this.#commit(batch);
    if (!failure && outcomes.every(({ ok }) => ok)) return outcomes;
    // Durable all the same: what the journal turns out to hold, what was sent again, and of two copies of a command
    // in this batch the one that came too early, before it could be done.
    const done = (index: number): Outcome | null => {
      const submission = waiting[index]?.submission;
      return submission ? answered(this.#state, submission) : null;
    };
    if (failure) return failAll(failure).map((outcome, index) => done(index) ?? outcome);
    return outcomes.map((outcome, index) => {
      const again = outcome.ok ? null : done(index);
      return again?.ok ? again : outcome;
    });
  }

  #newBatch(): Batch {
    return new Batch({ ...this.#ports, state: this.#state, forum: this.forum, head: this.#head });
  }

  async #commit(batch: Batch): Promise<RefusalCode | null> {
    if (batch.entries.length === 0) return null;
    this.#committing = true;
    try {
      await this.#ports.journal.append(batch.entries, batch.kept, this.#head);
    } catch (error) {
      this.#undoBatch(batch);
      this.#settled();
      if (!(error instanceof StorageFull)) this.#ports.fault(error);
      return (await this.#recover()) ? failureCode(error) : 'unknown_outcome';
    }
    this.#head += batch.entries.length;
    this.#publish();
    return null;
  }

  #publish(): void {
    const changes = settle(this.#state);
    try {
      this.#ports.publish(changes);
    } catch (error) {
      this.#ports.fault(error);
    }
    this.#settled();
  }

  #settled(): void {
    this.#committing = false;
    for (const look of this.#afterCommit.splice(0)) look();
  }

  /** After a failed commit the journal may still hold the batch: false if it could not be read again. */
  async #recover(): Promise<boolean> {
    const before = this.#head;
    this.#inDoubt = true;
    try {
      // Only what was written after all has to be read: with a full disk this runs for every batch.
      if ((await this.#ports.journal.head()) > before) {
        await this.#ports.words.refresh();
        await this.catchUp();
      }
      this.#inDoubt = false;
      return true;
    } catch (error) {
      this.#ports.fault(error);
      return false;
    } finally {
      if (this.#head > before) this.#publish();
    }
  }

  #undoBatch(batch: Batch): void {
    rollback(this.#state);
    this.#ports.words.drop(batch.kept);
  }
}

/** Why what was not written was not written; after any other error the same id is to be sent again. */
function failureCode(error: unknown): RefusalCode {
  if (error instanceof StorageFull) return 'storage_full';
  return error instanceof StorageFailed ? 'storage_failed' : 'unknown_outcome';
}
