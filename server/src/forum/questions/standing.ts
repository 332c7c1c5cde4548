/**
 * Where each open question stands, at any moment of the fold: its rank by support, and who is next in the
 * suggested order. It follows the tables, so that decide can write down with a pick what stood then, without
 * looking at every question: it is told which rows may have changed and looks at those when it is asked. It
 * is a function of the tables and not kept in snapshots.
 */
import { byTurn, interleave, isFromHall } from '@wenzheng/shared/forum/picking';
import type { Source } from '@wenzheng/shared/forum/questions';
import { CountTree } from '../../engine/count-tree';
import { Ranking } from '../../engine/ranking';
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
  readonly open: boolean;
  readonly called: boolean;
}
const bySupport = (a: Place, b: Place): number => b.support - a.support || a.number - b.number;

/** So many are announced to the hall. */
const UP_NEXT = 3;
const FIRST = { shown: UP_NEXT, moved: null };

export class Standing {
  readonly #tables: Tables;
  readonly #touched = new Set<string>();
  /** Numbers at the microphone that may have been called. */
  readonly #numbers = new Set<string>();
  /** Open questions as they have been counted. */
  readonly #open = new Map<string, Place>();
  /** Open questions by their support, and by their number. */
  readonly #atSupport = new CountTree();
  readonly #atNumber = new CountTree();
  readonly #others = new Ranking(bySupport, FIRST);
  readonly #hall = new Ranking<Place>(byTurn, FIRST);
  readonly #all = new Ranking(bySupport, FIRST);

  constructor(tables: Tables) {
    this.#tables = tables;
    for (const table of [tables.counts, tables.questions])
      table.watch((id) => void this.#touched.add(id));
    tables.micNumbers.watch((number) => void this.#numbers.add(number));
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
    for (const number of this.#numbers) {
      const question = this.#tables.micNumbers.get(number)?.question;
      if (question) this.#touched.add(question);
    }
    this.#numbers.clear();
    if (this.#touched.size === 0) return;
    const places = [...this.#touched].flatMap((id) => this.#placeOf(id) ?? []);
    this.#touched.clear();
    for (const place of places) this.#count(place);
    this.#rank(this.#others, places, ({ open, source }) => open && !isFromHall({ source }));
    this.#rank(this.#hall, places, ({ open, source }) => open && isFromHall({ source }));
    this.#rank(this.#all, places, ({ open }) => open);
  }

  #placeOf(id: string): Place | null {
    const row = this.#tables.questions.get(id);
    if (!row) return this.#gone(id);
    const { number, source } = row;
    const support = this.#tables.counts.get(id) ?? 0;
    const called = isCalled(this.#tables.micNumbers, row.mic);
    return { id, number, source, support, called, open: isOpen(row) };
  }

  /** A question whose coming was rolled back with its batch. */
  #gone(id: string): Place | null {
    const before = this.#open.get(id);
    return before ? { ...before, open: false } : null;
  }

  #count(place: Place): void {
    const before = this.#open.get(place.id);
    this.#open.delete(place.id);
    if (before) this.#add(before, -1);
    if (!place.open) return;
    this.#open.set(place.id, place);
    this.#add(place, 1);
  }

  #add({ number, support }: Place, by: 1 | -1): void {
    this.#atSupport.add(support, by);
    this.#atNumber.add(number, by);
  }

  /** From nothing, sorted once; a hub that starts comes by here with every question there is. */
  #rank(ranking: Ranking<Place>, places: readonly Place[], belongs: (place: Place) => boolean) {
    if (ranking.size === 0) ranking.fill(places.filter(belongs));
    else for (const place of places) ranking.set(place, belongs(place));
  }
}
