/**
 * Orders of the questions, kept up as they change so that no command has to sort them, and the windows of
 * them that desks hold. They are derived after the commit and belong to the views; decide never reads them.
 */
import type { Instant } from '@wenzheng/shared/time/instant';
import { shuffleKey } from '@wenzheng/shared/forum/shuffle';
import { isFromHall } from '@wenzheng/shared/forum/picking';
import { Order, takeMoved } from '../../engine/ranking';
import type { ForumState } from '../../engine/state';
import type { Changes } from '../../engine/store';
import {
  cameInto,
  isOpen,
  isPublic,
  isToWriteDown,
  isUnseen,
  isWrittenDown,
  type QuestionRow,
} from './state';

interface Place {
  readonly id: string;
  readonly number: number;
  /** By which it is told in which orders it stands. */
  readonly row: QuestionRow;
  readonly support: number;
  readonly queuedAt: Instant;
}
interface ByChance {
  readonly id: string;
  readonly number: number;
  /** Has to do with nothing. */
  readonly chance: number;
}
type Compare = (a: Place, b: Place) => number;

const bySupport: Compare = (a, b) => b.support - a.support || a.number - b.number;
const byWaiting: Compare = (a, b) => a.queuedAt - b.queuedAt || a.number - b.number;
const byOldest: Compare = (a, b) => a.number - b.number;
const byChance = (a: ByChance, b: ByChance): number => a.chance - b.chance || a.number - b.number;
const byNewest: Compare = (a, b) => b.number - a.number;

const MOST_SUPPORTED = 50;
const NEWEST = 20;
/** While counts are hidden, so many give way to others with each pick. */
const TURN_WITH_PICK = 10;
/** Of each order that a desk can put its questions into, it holds so many. */
export const DESK_HOLDS = 500;

/** What a desk is shown of: see the collections of the same names. */
export type QuestionWindow = 'queueWindow' | 'deskWindow' | 'writtenWindow' | 'loggedWindow';

export class QuestionRanks {
  readonly #moved: Record<QuestionWindow, Set<string>> = {
    queueWindow: new Set(),
    deskWindow: new Set(),
    writtenWindow: new Set(),
    loggedWindow: new Set(),
  };
  readonly #supported = this.#order('queueWindow', bySupport);
  readonly #newest = this.#order('queueWindow', byNewest);
  /** Made when counts are hidden for the first time. */
  #shuffled: Order<ByChance> | null = null;
  readonly #queueBySupport = this.#order('queueWindow', bySupport);
  readonly #queueFromHall = this.#order('queueWindow', byOldest);
  readonly #queueByWaiting = this.#order('queueWindow', byWaiting);
  readonly #unseen = this.#order('deskWindow', byOldest);
  readonly #toWriteDown = this.#order('deskWindow', byOldest);
  readonly #writtenDown = this.#order('writtenWindow', byNewest);
  readonly #logged = this.#order('loggedWindow', byNewest);

  /** All questions as they stand in the orders. */
  readonly #places = new Map<string, Place>();
  readonly #belongs: ReadonlyMap<Order<Place>, (row: QuestionRow) => boolean> = new Map([
    [this.#supported, isOpen],
    [this.#newest, isPublic],
    [this.#queueBySupport, (row) => isOpen(row) && !isFromHall(row)],
    [this.#queueFromHall, (row) => isOpen(row) && isFromHall(row)],
    [this.#queueByWaiting, isOpen],
    [this.#unseen, isUnseen],
    [this.#toWriteDown, isToWriteDown],
    [this.#writtenDown, isWrittenDown],
    [this.#logged, isFromHall],
  ]);
  readonly #queue = [
    this.#supported,
    this.#newest,
    this.#queueBySupport,
    this.#queueFromHall,
    this.#queueByWaiting,
  ];

  constructor(state: ForumState) {
    for (const [id, row] of state.questions.entries()) this.#places.set(id, placeOf(state, row));
    const places = [...this.#places.values()];
    const supported = [...places].sort(bySupport);
    for (const [order, belongs] of this.#belongs) {
      const sorted = order.compare === bySupport ? supported : places;
      order.fill(sorted.filter(({ row }) => belongs(row)));
    }
    this.#shuffleIfHidden(state);
  }

  update(state: ForumState, changes: Changes): void {
    for (const id of changes.get('questions')?.keys() ?? []) this.#place(state, id);
    for (const id of changes.get('counts')?.keys() ?? []) this.#place(state, id);
    this.#shuffleIfHidden(state);
  }
  /** Ids that may have come into a window or gone out since this was asked last. */
  takeMoved(): Changes {
    return takeMoved(this.#moved);
  }

  /**
   * What all phones hold: the most supported open questions, the newest, and the current one. While counts are
   * hidden as many open ones by chance take the place of the most supported: who is among them must not tell
   * how many support them.
   */
  window(state: ForumState): readonly string[] {
    const current = state.currentQuestion.value;
    const seed = state.countsHidden.value;
    return [
      ...new Set([
        ...(seed === null ? this.#supported.top(MOST_SUPPORTED) : this.#byChance(seed, state)),
        ...this.#newest.top(NEWEST),
        ...(current === null ? [] : [current]),
      ]),
    ];
  }

  /** Others have their turn with every pick, so that in time everybody sees everything. */
  #byChance(seed: number, { picks }: ForumState): readonly string[] {
    const size = this.#shuffled?.size ?? 0;
    const start = seed + picks.size * TURN_WITH_PICK;
    return this.#shuffled?.around(size === 0 ? 0 : start % size, MOST_SUPPORTED) ?? [];
  }
  #shuffleIfHidden({ countsHidden }: ForumState): void {
    if (countsHidden.value !== null) this.#shuffled ??= shuffledOf(this.#places.values());
  }

  /** The first of the queue in each of its orders, and the newest of all that is public. */
  queue(): readonly string[] {
    return idsOf(this.#queue);
  }
  inQueue(id: string): boolean {
    return this.#queue.some((order) => this.#shows(order, id));
  }
  /** All that are open. */
  openIn(order: 'support' | 'waiting'): readonly string[] {
    return (order === 'support' ? this.#supported : this.#queueByWaiting).all.map(({ id }) => id);
  }
  /** What a desk works on next: the oldest that nobody has looked at, and the oldest without notes. */
  desk(): readonly string[] {
    return idsOf([this.#unseen, this.#toWriteDown]);
  }
  onDesk(id: string): boolean {
    return this.#shows(this.#unseen, id) || this.#shows(this.#toWriteDown, id);
  }
  /** The newest whose answer was written down. */
  writtenDown(): readonly string[] {
    return this.#writtenDown.shown();
  }
  isWrittenDown(id: string): boolean {
    return this.#shows(this.#writtenDown, id);
  }
  /** The newest that volunteers logged. */
  logged(): readonly string[] {
    return this.#logged.shown();
  }
  isLogged(id: string): boolean {
    return this.#shows(this.#logged, id);
  }

  /** Open questions. */
  get waiting(): number {
    return this.#supported.size;
  }
  /** Questions that nobody has looked at, whether or not they have joined the queue. */
  get unseen(): number {
    return this.#unseen.size;
  }
  #order(window: QuestionWindow, compare: Compare): Order<Place> {
    return new Order(compare, { shown: DESK_HOLDS, moved: this.#moved[window] });
  }

  #place(state: ForumState, id: string): void {
    const before = this.#places.get(id);
    const row = state.questions.get(id);
    if (!row) return;
    const after = placeOf(state, row);
    this.#places.set(id, after);
    for (const [order, belongs] of this.#belongs)
      order.change(
        before && belongs(before.row) ? before : undefined,
        belongs(row) ? after : undefined,
      );
    this.#shuffled?.change(
      before && isOpen(before.row) ? chanceOf(before.row) : undefined,
      isOpen(row) ? chanceOf(row) : undefined,
    );
  }

  #shows(order: Order<Place>, id: string): boolean {
    const place = this.#places.get(id);
    return (
      place !== undefined && this.#belongs.get(order)?.(place.row) === true && order.shows(place)
    );
  }
}

const idsOf = (orders: readonly Order<Place>[]): readonly string[] => [
  ...new Set(orders.flatMap((order) => order.shown())),
];

const placeOf = (state: ForumState, row: QuestionRow): Place => ({
  id: row.id,
  number: row.number,
  row,
  support: state.counts.get(row.id) ?? 0,
  queuedAt: cameInto(row, 'queued'),
});

const chanceOf = ({ id, number }: QuestionRow): ByChance => ({
  ...{ id, number },
  chance: shuffleKey(0, id),
});

function shuffledOf(places: Iterable<Place>): Order<ByChance> {
  const order = new Order(byChance, { shown: 0, moved: null });
  order.fill(Array.from(places).flatMap(({ row }) => (isOpen(row) ? [chanceOf(row)] : [])));
  return order;
}
