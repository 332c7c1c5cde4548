/**
 * Reads everything that becomes durable and holds it against the rules: one effect for each command id,
 * nobody beside a vote, undo exactly as before. Keeps the fold of it, which is the truth.
 */
import { replay, voteWindowKey, windowKey } from '@wenzheng/server/src/engine/evolve';
import { emptyState, type TableName } from '@wenzheng/server/src/engine/state';
import type { Entry } from '@wenzheng/server/src/journal/entry';
import { isDeepStrictEqual } from 'node:util';
import type { Findings } from '../findings';

type Rows = ReadonlyMap<string, unknown>;
interface Picture {
  readonly before: Rows;
  readonly after: Rows;
}

/** What people can change and take back. */
const WATCHED: readonly TableName[] = [
  'agenda',
  'floor',
  'lastTalk',
  'scene',
  'questions',
  'currentQuestion',
  'suggestion',
];
const PUBLIC = new Set(['screened', 'queued', 'on_floor', 'answered', 'deflected']);

const same = (a: unknown, b: unknown): boolean =>
  a === b || isDeepStrictEqual(a ?? null, b ?? null);

/** Key of what a command did, as the journal tells it. */
export const staffKey = (
  actor: { role: string; id: string },
  [instance, counter]: readonly [string, number],
): string => `${windowKey(actor, instance)}#${counter}`;
export const voteKey = (voter: string, counter: number): string =>
  `${voteWindowKey(voter)}#${counter}`;

export class JournalWatch {
  readonly state = emptyState();
  /** Command → how many effects it has had. */
  readonly effects = new Map<string, number>();
  readonly everPublic = new Set<string>();
  readonly everDeflected = new Set<string>();
  readonly #findings: Findings;
  /** Voters whose votes all come from one page at a time, which sends them in order. */
  readonly #inOrder: ReadonlySet<string>;
  readonly #lastVotes = new Map<string, number>();
  /** Voter and question → on or off, as recorded. */
  readonly #votes = new Map<string, boolean[]>();
  readonly #pictures = new Map<number, Picture>();
  #size = 0;
  #at = 0;

  constructor(findings: Findings, inOrder: ReadonlySet<string>) {
    this.#findings = findings;
    this.#inOrder = inOrder;
  }

  take(entries: readonly Entry[]): void {
    for (const entry of entries) this.#checkEnvelope(entry);
    let start = 0;
    for (let end = 1; end <= entries.length; end += 1) {
      if (end < entries.length && entries[end]?.first === entries[start]?.first) continue;
      this.#takeCommand(entries.slice(start, end));
      start = end;
    }
  }

  #takeCommand(entries: readonly Entry[]): void {
    const [first] = entries;
    if (!first) return;
    const before = this.#picture();
    replay(this.state, entries);
    const after = this.#picture();
    this.#pictures.set(first.seq, { before, after });
    if (first.type === 'actionUndone') this.#checkUndo(first.data.entry, before, after);
    if (first.type === 'questionSupported') this.#takeVote(first);
    else if (first.command && first.actor) this.#effect(staffKey(first.actor, first.command.id));
    for (const [id, { state }] of this.state.questions.entries()) {
      if (PUBLIC.has(state)) this.everPublic.add(id);
      if (state === 'deflected') this.everDeflected.add(id);
    }
  }

  #checkEnvelope(entry: Entry): void {
    this.#findings.check(
      entry.seq === this.#size + 1,
      () => `entry ${entry.seq} follows ${this.#size}`,
    );
    this.#findings.check(entry.at >= this.#at, () => `entry ${entry.seq} goes back in time`);
    this.#size = entry.seq;
    this.#at = entry.at;
  }

  #effect(key: string): void {
    const effects = (this.effects.get(key) ?? 0) + 1;
    this.effects.set(key, effects);
    this.#findings.check(effects === 1, () => `${key} has had ${effects} effects`);
  }

  #takeVote(entry: Extract<Entry, { type: 'questionSupported' }>): void {
    const { voter, counter, question } = entry.data;
    this.#effect(voteKey(voter, counter));
    const alone =
      entry.actor === null &&
      entry.command === null &&
      entry.first === entry.seq &&
      Object.keys(entry.data).sort().join() === 'counter,on,question,voter';
    this.#findings.check(alone, () => `vote ${entry.seq} tells more than it may`);
    if (!this.#inOrder.has(voter)) return;
    const key = `${voter} ${question}`;
    const last = this.#lastVotes.get(key) ?? 0;
    this.#findings.check(counter > last, () => `vote ${counter} on ${question} came after ${last}`);
    this.#lastVotes.set(key, counter);
    this.#votes.set(key, [...(this.#votes.get(key) ?? []), entry.data.on]);
  }

  /** Were the votes on `question` recorded in the order in which they were `pressed`? */
  inOrder(voter: string, question: string, pressed: readonly boolean[]): boolean {
    let next = 0;
    for (const on of this.#votes.get(`${voter} ${question}`) ?? []) {
      next = pressed.indexOf(on, next) + 1;
      if (next === 0) return false;
    }
    return true;
  }

  #picture(): Rows {
    const rows = new Map<string, unknown>();
    for (const name of WATCHED) {
      for (const [key, row] of this.state.all.get(name)?.entries() ?? [])
        rows.set(`${name}/${key}`, row);
    }
    return rows;
  }

  #checkUndo(entry: number, before: Rows, now: Rows): void {
    const action = this.#pictures.get(entry);
    if (!action) return this.#findings.fail(`entry ${entry} was undone and is none`);
    for (const key of new Set([...action.before.keys(), ...action.after.keys(), ...now.keys()])) {
      const changed = !same(action.before.get(key), action.after.get(key));
      const wanted = changed ? action.before.get(key) : before.get(key);
      this.#findings.check(
        same(now.get(key), wanted),
        () =>
          `undo of ${entry} left ${key} as ${JSON.stringify(now.get(key))}, not ${JSON.stringify(wanted)}`,
      );
    }
  }
}
