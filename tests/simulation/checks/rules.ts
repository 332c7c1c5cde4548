/** All rules that a run is held to, and where each is looked at. */
import type { RoomSeat } from '@wenzheng/server/src/engine/open-room';
import type { Entry } from '@wenzheng/server/src/journal/entry';
import type { KeptWords } from '@wenzheng/server/src/journal/port';
import { pseudonyms } from '@wenzheng/server/src/live/pseudonyms';
import type { Identity } from '@wenzheng/server/src/live/room';
import type { Role } from '@wenzheng/shared/forum/access';
import type { Ack, Hello, MinePatch } from '@wenzheng/shared/wire/protocol';
import { CAST, ORDERLY } from '../cast';
import type { Findings } from '../findings';
import type { Frame } from '../network';
import { AnswerWatch } from './answer-watch';
import { JournalWatch } from './journal-watch';
import { SecretWatch } from './secret-watch';
import { replayed, stateDifference, wrongFeed } from './view-check';

export class Rules {
  readonly journal: JournalWatch;
  readonly #findings: Findings;
  readonly #secrets: SecretWatch;
  readonly #answers: AnswerWatch;
  readonly #looked = new WeakSet<Frame>();
  readonly #names: ReturnType<typeof pseudonyms>;

  constructor(findings: Findings, key: Uint8Array) {
    const names = (this.#names = pseudonyms(key));
    this.#findings = findings;
    this.journal = new JournalWatch(
      findings,
      new Set(ORDERLY.map(({ name }) => names.voter(name))),
    );
    this.#secrets = new SecretWatch(
      findings,
      this.journal,
      CAST.flatMap(({ name }) => [names.asker(name), names.voter(name)]),
    );
    this.#answers = new AnswerWatch(findings, this.journal, names);
  }

  voter(device: string): string {
    return this.#names.voter(device);
  }
  /** Does this device know what became of everything that it sent? */
  knowsAll(device: string): boolean {
    return !this.#answers.refusedTooEarly().has(device);
  }

  /** Something has become durable. */
  written(entries: readonly Entry[], words: readonly KeptWords[]): void {
    this.#secrets.learn(entries, words);
    this.journal.take(entries);
  }

  /** The hub sends a frame, to all of a role or to one. */
  sending(frame: Frame, identity: Identity | null, role: Role): void {
    // A snapshot goes to many of one role.
    if (this.#looked.has(frame)) return;
    this.#looked.add(frame);
    const { event, json, args } = frame;
    if (role === 'audience' && identity && event === 'hello') {
      const [{ mine, ...hello }] = args as [Hello];
      this.#secrets.look(JSON.stringify(hello), role, identity);
      if (mine) this.#secrets.lookAtOwn(mine.questions, this.#names.asker(identity.actor));
    } else if (identity && event === 'mine') {
      const [{ questions }] = args as [MinePatch];
      this.#secrets.lookAtOwn(questions, this.#names.asker(identity.actor));
    } else this.#secrets.look(json, role, identity);
  }

  answering(identity: Identity, frame: unknown, ack: Ack): void {
    this.#answers.take(identity, frame, ack);
    if (identity.role === 'audience' && ack.ok && ack.question) {
      this.#secrets.lookAtOwn([ack.question], this.#names.asker(identity.actor));
    }
  }

  /** Between two commits: the head state is what the entries say, and feeds are fresh views of it. */
  lookInside(seat: RoomSeat, written: () => number): void {
    seat.engine.afterCommit(() => {
      // What was written all the same by a write that failed is taken in with the next.
      if (seat.engine.head !== written()) return;
      const wrongState = stateDifference(seat.engine.state, this.journal.state);
      if (wrongState !== null)
        this.#findings.fail(`the head state is not what the entries say: ${wrongState}`);
      const { words } = seat.room.ports.sight();
      const silent = [...seat.engine.state.questions.entries()].find(
        ([, { text }]) => !words(text),
      );
      this.#findings.check(!silent, () => `the words of question ${String(silent?.[0])} are gone`);
      const wrong = wrongFeed(seat);
      if (wrong !== null) this.#findings.fail(wrong);
    });
  }

  /** Replay equals live, from the bytes on the disk. */
  replayEqualsLive(entries: readonly Entry[]): void {
    const wrong = stateDifference(replayed(entries), this.journal.state);
    if (wrong !== null) this.#findings.fail(`replay is not what was live: ${wrong}`);
    const { supports, counts } = this.journal.state;
    const sums = new Map<string, number>();
    for (const [, questions] of supports.entries()) {
      for (const id of questions) sums.set(id, (sums.get(id) ?? 0) + 1);
    }
    for (const [id, count] of counts.entries()) {
      const sum = sums.get(id) ?? 0;
      this.#findings.check(count === sum, () => `question ${id} counts ${count} of ${sum} voters`);
    }
  }
}
