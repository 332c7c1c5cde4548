/**
 * The map of one forum: what was answered since the last one is given to whoever reckons it, at most every few seconds
 * and never twice at a time. All that a mapper knows comes from here, but for how its last groups were numbered: one
 * that ends is followed by another.
 */
import type { StatementPriorities } from '@wenzheng/shared/forum/opinion-map';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { ForumState } from '../../../engine/state';
import type { Changes } from '../../../engine/store';
import { STATEMENTS_ON_PHONE } from '../ranks';
import { isApproved } from '../state';
import { packRows, type FoundMap, type Mapping, type MappingAnswer } from './mapping';

/** A map comes so long after an answer at the earliest, and another one as long after it, or longer: see below. */
const EVERY_MS = 5_000;
const FIRST_MS = 1_000;
/** A map that takes a second is made every five; one that takes long, because the machine has much to do, rests no longer than this. */
const TIMES_REST = 4;
const MOST_REST_MS = 20_000;
/** After a mapper has ended. */
const RESTS_MS = 60_000;
/** Phones are told in which order statements ought to be shown as often as this. */
const PRIORITIES_EVERY = 6;
/** Whole rows packed at once; a millisecond on the hub's thread. */
const AT_ONCE = 100;

export interface OpinionMappingPorts {
  readonly state: ForumState;
  /** Starts a mapper that knows nothing yet. */
  readonly start: () => Mapping;
  readonly now: () => Instant;
  /** Lets other things have their turn. */
  readonly turn: () => Promise<void>;
  readonly later: (ms: number, run: () => void) => () => void;
  readonly fault: (error: unknown) => void;
  /** There is another map, or other priorities. */
  readonly moved: (what: 'opinionMap' | 'statementPriorities') => void;
}

/** The latest map and when its answers were read; its statements are columns, by id. */
export interface MapSeen {
  readonly at: Instant;
  readonly map: FoundMap;
  readonly statementAt: (column: number) => string;
}

export class OpinionMapping {
  readonly #ports: OpinionMappingPorts;
  readonly #rows = new Numbers();
  readonly #columns = new Numbers();
  /** People whose answers a mapper has not been told of. */
  #untold = new Set<string>();
  #isStale = false;
  #mapping: Mapping | null = null;
  #endWait: (() => void) | null = null;
  #isWorking = false;
  #isStopped = false;
  #made = 0;
  #seen: MapSeen | null = null;
  #priorities: StatementPriorities = {};

  constructor(ports: OpinionMappingPorts) {
    this.#ports = ports;
    this.#soon(FIRST_MS);
  }

  /** Null while too few have answered. */
  get map(): MapSeen | null {
    return this.#seen;
  }
  /** Of the statements that phones hold, as they were told last. */
  get priorities(): StatementPriorities {
    return this.#priorities;
  }

  /** Takes in what a commit has changed. */
  update(changes: Changes): void {
    for (const voter of changes.get('statementAnswers')?.keys() ?? []) this.#untold.add(voter);
    // How many gave which answer is no news of its own.
    if (changes.has('statementAnswers') || changes.has('statements')) this.#soon(EVERY_MS);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#endWait?.();
    await this.#mapping?.stop();
  }

  #soon(ms: number): void {
    // Without an answer there is nothing to put on a map, and no statement comes before another.
    if (this.#ports.state.statementAnswers.size === 0) return;
    this.#isStale = true;
    if (this.#endWait || this.#isWorking || this.#isStopped) return;
    this.#endWait = this.#ports.later(ms, () => {
      this.#endWait = null;
      void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    this.#isStale = false;
    const begun = this.#ports.now();
    try {
      const mapping = this.#started();
      this.#take(begun, await mapping.give(await this.#task()));
    } catch (error) {
      if (!this.#isStopped) this.#ports.fault(error);
      this.#mapping = null;
    }
    this.#isWorking = false;
    if (this.#mapping === null) return this.#soon(RESTS_MS);
    const took = this.#ports.now() - begun;
    const rest = Math.min(MOST_REST_MS, Math.max(EVERY_MS, took * TIMES_REST));
    if (this.#isStale) this.#soon(rest);
    else if (this.#isOver()) await this.#letGo();
  }

  /** A mapper that was told of nothing yet has to hear of everyone. */
  #started(): Mapping {
    if (this.#mapping) return this.#mapping;
    const { state } = this.#ports;
    this.#untold = new Set([...state.statementAnswers.entries()].map(([voter]) => voter));
    return (this.#mapping = this.#ports.start());
  }

  /** Nobody can answer any more. */
  #isOver(): boolean {
    return (this.#ports.state.forum.value?.closedAt ?? null) !== null;
  }
  async #letGo(): Promise<void> {
    const mapping = this.#mapping;
    this.#mapping = null;
    await mapping?.stop();
  }

  async #task() {
    const { state } = this.#ports;
    const untold = [...this.#untold];
    this.#untold = new Set();
    const packed: number[] = [];
    for (let from = 0; from < untold.length; from += AT_ONCE) {
      const rows = untold.slice(from, from + AT_ONCE).map((voter) => {
        const answers = state.statementAnswers.settled(voter) ?? {};
        return [this.#rows.of(voter), answers] as const;
      });
      for (const each of packRows(rows, (statement) => this.#columns.of(statement)))
        packed.push(each);
      await this.#ports.turn();
    }
    const seen = [...state.statements.entries()].flatMap(([id]) => {
      const row = state.statements.settled(id);
      return row && isApproved(row) ? [this.#columns.of(id)] : [];
    });
    return { seen, rows: Int32Array.from(packed) };
  }

  #take(at: Instant, { map, priorities }: MappingAnswer): void {
    if (this.#isStopped) return;
    const statementAt = (column: number): string => this.#columns.at(column);
    this.#seen = map && { at, map, statementAt };
    this.#ports.moved('opinionMap');
    this.#made += 1;
    if (this.#made % PRIORITIES_EVERY !== 1) return;
    const { statements } = this.#ports.state;
    const byNumber = priorities.flatMap(([column, priority]) => {
      const row = statements.settled(statementAt(column));
      return row ? [[row.number, priority] as const] : [];
    });
    this.#priorities = Object.fromEntries(
      byNumber.sort(([a], [b]) => b - a).slice(0, STATEMENTS_ON_PHONE),
    );
    this.#ports.moved('statementPriorities');
  }
}

/** Numbers names in the order in which they come. */
class Numbers {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  of(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }
  at(number: number): string {
    return this.#names[number] ?? '';
  }
}
