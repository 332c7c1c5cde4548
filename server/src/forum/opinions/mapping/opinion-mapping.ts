/**
 * The map of one forum: what was answered since the last one is told to whoever reckons it, at most every few seconds and
 * never twice at a time, and only together with what at least five people have answered: whoever compares two maps must
 * not learn what the one in between answered. All that a mapper knows comes from here; one that ends is followed by another.
 */
import { MAP_GROUP_FROM } from '@wenzheng/shared/forum/map-limits';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { ForumState } from '../../../engine/state';
import type { Changes } from '../../../engine/store';
import type { MapMemory } from '../map';
import { isApproved, type StatementRow } from '../state';
import { packRows, type FoundMap, type Mapping, type MappingAnswer, type MapWish } from './mapping';

/** A map comes so long after an answer at the earliest, and another one as long after it, or longer: see below. */
const EVERY_MS = 5_000;
const FIRST_MS = 1_000;
/**
 * A map that takes a second is made every five; one that takes long, because the machine has much to do, rests no longer
 * than this.
 */
const TIMES_REST = 4;
const MOST_REST_MS = 20_000;
/** After a mapper has failed, and twice as long after each further one, up to half an hour. */
const RESTS_MS = 60_000;
const MOST_DOUBLINGS = 5;
/** Phones are told at most so often in which order statements ought to be shown, and once nobody answers any more. */
const PRIORITIES_EVERY_MS = 30_000;
/** Rows that are packed at once, with up to some hundred answers each: a millisecond on the hub's thread. */
const AT_ONCE = 25;

export interface OpinionMappingPorts {
  readonly state: ForumState;
  /** Starts a mapper that knows nothing yet. */
  readonly start: () => Mapping;
  /** Nobody looks at the map of a forum that is not live. */
  readonly isWanted: () => boolean;
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
  /** A map is owed. */
  #isStale = false;
  #mapping: Mapping | null = null;
  #endWait: (() => void) | null = null;
  #isWorking = false;
  #isStopped = false;
  /** Mappers that have failed one after another. */
  #failed = 0;
  #memory: MapMemory | null = null;
  #seen: MapSeen | null = null;
  #priorities: ReadonlyMap<string, number> = new Map();
  #prioritiesAt: Instant | null = null;

  constructor(ports: OpinionMappingPorts) {
    this.#ports = ports;
    this.#soon(FIRST_MS);
  }

  /** Null while too few have answered. */
  get map(): MapSeen | null {
    return this.#seen;
  }
  /** Statement → how soon a device should be shown it, 1 to 99; as phones were told last. */
  get priorities(): ReadonlyMap<string, number> {
    return this.#priorities;
  }

  /** Takes in what a commit has changed. */
  update(changes: Changes): void {
    const voters = changes.get('statementAnswers');
    for (const voter of voters?.keys() ?? []) this.#untold.add(voter);
    if ((voters && this.#isTellable()) || this.#seesOthers(changes)) this.#soon(EVERY_MS);
    else if (changes.has('forum') && !this.#isStale && this.#isOver()) void this.#letGo();
  }

  /** To be called when the forum may have become live. */
  wake(): void {
    if (this.#isStale) this.#soon(FIRST_MS);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#endWait?.();
    await this.#letGo();
  }

  #isTellable(): boolean {
    return this.#seen === null || this.#untold.size >= MAP_GROUP_FROM;
  }

  /** Whether a statement came to be seen by everyone, or is not any more. */
  #seesOthers(changes: Changes): boolean {
    const { statements } = this.#ports.state;
    const isSeen = (row: StatementRow | undefined): boolean => row !== undefined && isApproved(row);
    return [...(changes.get('statements') ?? [])].some(
      ([id, before]) => isSeen(before as StatementRow | undefined) !== isSeen(statements.get(id)),
    );
  }

  #soon(ms: number): void {
    // Without an answer there is nothing to put on a map, and no statement comes before another.
    if (this.#ports.state.statementAnswers.size === 0) return;
    this.#isStale = true;
    if (this.#endWait || this.#isWorking || this.#isStopped || !this.#ports.isWanted()) return;
    this.#endWait = this.#ports.later(ms, () => {
      this.#endWait = null;
      void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    this.#isStale = false;
    const begun = this.#ports.now();
    const isMade = await this.#make(begun);
    this.#isWorking = false;
    this.#failed = isMade ? 0 : this.#failed + 1;
    if (!isMade) return this.#soon(RESTS_MS * 2 ** Math.min(this.#failed - 1, MOST_DOUBLINGS));
    const took = this.#ports.now() - begun;
    const rest = Math.min(MOST_REST_MS, Math.max(EVERY_MS, took * TIMES_REST));
    if (this.#isStale) this.#soon(rest);
    else if (this.#isOver()) await this.#letGo();
  }

  /** False if the mapper failed. */
  async #make(begun: Instant): Promise<boolean> {
    try {
      const mapping = this.#started();
      if (this.#isTellable()) await this.#tell(mapping);
      this.#take(begun, await mapping.map(this.#wish()));
      return true;
    } catch (error) {
      if (!this.#isStopped) this.#ports.fault(error);
      await this.#letGo();
      return false;
    }
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

  async #tell(mapping: Mapping): Promise<void> {
    const { state } = this.#ports;
    const untold = [...this.#untold];
    this.#untold = new Set();
    for (let from = 0; from < untold.length; from += AT_ONCE) {
      const rows = untold.slice(from, from + AT_ONCE).map((voter) => {
        const answers = state.statementAnswers.settled(voter) ?? {};
        return [this.#rows.of(voter), answers] as const;
      });
      mapping.tell(packRows(rows, (statement) => this.#columns.of(statement)));
      await this.#ports.turn();
    }
  }

  #wish(): MapWish {
    const { statements } = this.#ports.state;
    const seen = [...statements.entries()].flatMap(([id]) => {
      const row = statements.settled(id);
      return row && isApproved(row) ? [this.#columns.of(id)] : [];
    });
    return { seen, before: this.#memory };
  }

  #take(at: Instant, { map, priorities, memory }: MappingAnswer): void {
    if (this.#isStopped) return;
    const statementAt = (column: number): string => this.#columns.at(column);
    this.#memory = memory;
    this.#seen = map && { at, map, statementAt };
    this.#ports.moved('opinionMap');
    const due = this.#prioritiesAt === null || at - this.#prioritiesAt >= PRIORITIES_EVERY_MS;
    if (this.#isStale && !due) return;
    this.#prioritiesAt = at;
    this.#priorities = new Map(
      priorities.map(([column, priority]) => [statementAt(column), priority]),
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
