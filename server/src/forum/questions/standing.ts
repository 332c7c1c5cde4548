/**
 * Where each open question stands, at any moment of the fold: its rank by support, and who is next in the
 * suggested order. It follows the tables, so that decide can write down with a pick what stood then, without
 * looking at every question: it is told which rows may have changed and looks at those when it is asked. It
 * is a function of the tables and not kept in snapshots.
 */
import { byTurn, interleave, isFromHall } from '@wenzheng/shared/forum/picking';
import type { Source } from '@wenzheng/shared/forum/questions';
import { CountTree } from '../../engine/count-tree';
import { Order } from '../../engine/ranking';
import { Touched } from '../../engine/touched';
import { isCalled } from './microphone/called';
import { untilHall } from './share';
import { isOpen, type questionTables } from './state';

type Tables = Pick<
  ReturnType<typeof questionTables>,
  'questions' | 'counts' | 'micNumbers' | 'hallShare' | 'pickedSinceHall'
>;
interface Place {
  readonly id: string;
  readonly number: number;
  readonly source: Source;
  readonly support: number;
  readonly called: boolean;
}
const bySupport = (a: Place, b: Place): number => b.support - a.support || a.number - b.number;

/** So many are announced to the hall. */
const UP_NEXT = 3;
const FIRST = { shown: UP_NEXT, moved: null };

export class Standing {
  readonly #tables: Tables;
  readonly #touched: Touched;
  /** Numbers at the microphone that may have been called. */
  readonly #numbers: Touched;
  /** Open questions as they have been counted and ordered. */
  readonly #open = new Map<string, Place>();
  /** Open questions by their support, and by their number. */
  readonly #atSupport = new CountTree();
  readonly #atNumber = new CountTree();
  readonly #all = new Order(bySupport, FIRST);
  readonly #others = new Order(bySupport, FIRST);
  readonly #hall = new Order<Place>(byTurn, FIRST);
  readonly #orders: readonly (readonly [Order<Place>, (place: Place) => boolean])[] = [
    [this.#all, () => true],
    [this.#others, (place) => !isFromHall(place)],
    [this.#hall, isFromHall],
  ];

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#touched = new Touched(tables.questions, tables.counts);
    this.#numbers = new Touched(tables.micNumbers);
  }

  /** How many are open. */
  get open(): number {
    this.#follow();
    return this.#open.size;
  }

  /** 1 for the most supported of the open questions; those with the same support share a rank. */
  rankOf(support: number): number {
    this.#follow();
    return 1 + this.#atSupport.total - this.#atSupport.below(support + 1);
  }

  /** The first three of the suggested order. */
  upNext(): readonly string[] {
    this.#follow();
    const { every } = this.#tables.hallShare.value;
    const before = untilHall(this.#tables);
    if (every === null || before === null) return this.#all.shown();
    const order = interleave(this.#others.shown(), this.#hall.shown(), before, every - 1);
    return order.slice(0, UP_NEXT);
  }

  /** The next of the hall alone: their order tells nothing of anybody's support. */
  upNextOfHall(): readonly string[] {
    this.#follow();
    return this.#hall.shown();
  }

  /** The open question that has `ahead` open ones with lower numbers; null if there are not so many. */
  inOrderOfNumber(ahead: number): string | null {
    this.#follow();
    const number = this.#atNumber.find(ahead);
    return number === null ? null : String(number);
  }

  #follow(): void {
    for (const number of this.#numbers.take()) {
      const question = this.#tables.micNumbers.get(number)?.question;
      if (question) this.#touched.add(question);
    }
    const touched = this.#touched.take();
    if (touched.size === 0) return;
    if (this.#open.size === 0) this.#fill(touched);
    else for (const id of touched) this.#place(id);
  }

  /** From nothing, sorted once; a hub that starts comes by here with every question there is. */
  #fill(ids: Iterable<string>): void {
    for (const id of ids) {
      const place = this.#placeOf(id);
      if (place) this.#count(place, 1);
    }
    const places = [...this.#open.values()].sort(bySupport);
    for (const [order, belongs] of this.#orders) order.fill(places.filter(belongs));
  }

  #place(id: string): void {
    const before = this.#open.get(id);
    const after = this.#placeOf(id);
    if (before) this.#count(before, -1);
    if (after) this.#count(after, 1);
    for (const [order, belongs] of this.#orders)
      order.change(
        before && belongs(before) ? before : undefined,
        after && belongs(after) ? after : undefined,
      );
  }

  /** Undefined for a question that is not open, or whose coming was rolled back with its batch. */
  #placeOf(id: string): Place | undefined {
    const row = this.#tables.questions.get(id);
    if (!row || !isOpen(row)) return undefined;
    const { number, source } = row;
    const support = this.#tables.counts.get(id) ?? 0;
    return { id, number, source, support, called: isCalled(this.#tables.micNumbers, row.mic) };
  }

  #count(place: Place, by: 1 | -1): void {
    if (by > 0) this.#open.set(place.id, place);
    else this.#open.delete(place.id);
    this.#atSupport.add(place.support, by);
    this.#atNumber.add(place.number, by);
  }
}
