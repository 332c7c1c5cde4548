/**
 * What one role is shown of one forum: the view as last sent, its revision, and the patches that led
 * there. One patch serves every socket of the role. What people act on goes out at once; tallies are
 * gathered.
 */
import type { Json, Patch, Snapshot } from '@wenzheng/shared/wire/protocol';
import type { Changes } from '../engine/store';
import type { CollectionView, DocumentView, Sight } from '../engine/views';
import type { Built, BuiltViews } from './built-views';
import { Concerned, type ConcernedCollection } from './concerned';

export interface FeedSpec {
  readonly documents: Readonly<Record<string, DocumentView<Json>>>;
  readonly collections: Readonly<Record<string, CollectionView<Json>>>;
  /** How long tallies are gathered, in milliseconds. */
  readonly tallyEvery: number;
  /**
   * The most that one gathering may weigh if nothing but tallies has moved it (bytes of JSON); the rest waits
   * for the next. A larger document or item goes whole, and the next gatherings make up for it. Null: no limit.
   */
  readonly tallyBytes: number | null;
}

export interface FeedPorts {
  readonly epoch: string;
  /** What feeds of the same forum have built since it last changed. */
  readonly built: BuiltViews;
  readonly later: (ms: number, run: () => void) => () => void;
  /** Sends a patch to every socket of this feed; `tallies` tells that it may be dropped for slow ones. */
  readonly send: (patch: Patch, tallies: boolean) => void;
}

const KEPT_PATCHES = 256;

/** Items of a collection that wait, longest first, and the bytes that it has had this time. */
interface Queue {
  readonly name: string;
  readonly view: CollectionView<Json>;
  readonly ids: Set<string>;
  spent: number;
}
interface Draft {
  documents: Record<string, Json>;
  put: Record<string, Record<string, Json>>;
  remove: Record<string, string[]>;
}

export class Feed {
  readonly #spec: FeedSpec;
  readonly #ports: FeedPorts;
  /** Made when something changes for the first time. */
  #concerned: Concerned | null = null;
  readonly #documents = new Map<string, Built>();
  readonly #collections = new Map<string, Map<string, Built>>();
  #windows = new Map<string, ReadonlySet<string>>();
  #revision = 1;
  #patches: Patch[] = [];
  #snapshot: Snapshot | null = null;
  /** Tallies waiting: documents by name, items by collection. */
  #dirty = { documents: new Set<string>(), items: new Map<string, Set<string>>() };
  /** A window has moved by more than tallies: what came in, or went, must not wait. */
  #pressing = false;
  /** Bytes by which the tallies sent so far exceed what they may weigh. */
  #overdrawn = 0;
  /** The last documents left nothing for items that wait. */
  #itemsAreDue = false;
  #timer: (() => void) | null = null;

  constructor(spec: FeedSpec, ports: FeedPorts) {
    this.#spec = spec;
    this.#ports = ports;
    const { built } = ports;
    const sight = built.sight();
    for (const [name, view] of Object.entries(spec.documents)) {
      this.#documents.set(name, built.document(view));
    }
    for (const [name, view] of Object.entries(spec.collections)) {
      const items = new Map<string, Built>();
      for (const id of view.all(sight)) {
        const item = built.item(view, id);
        if (item) items.set(id, item);
      }
      this.#collections.set(name, items);
      if (view.window) this.#windows.set(name, new Set(view.window(sight)));
    }
  }

  get epoch(): string {
    return this.#ports.epoch;
  }
  get revision(): number {
    return this.#revision;
  }

  /** The view as last sent; the same object until the next patch. */
  snapshot(): Snapshot {
    this.#snapshot ??= {
      epoch: this.#ports.epoch,
      revision: this.#revision,
      documents: Object.fromEntries([...this.#documents].map(([name, { value }]) => [name, value])),
      collections: Object.fromEntries(
        [...this.#collections].map(([name, items]) => [
          name,
          Object.fromEntries([...items].map(([id, { value }]) => [id, value])),
        ]),
      ),
    };
    return this.#snapshot;
  }

  /** Patches from what a client holds up to now; null if it needs a snapshot. */
  since(held: { epoch: string; revision: number }): readonly Patch[] | null {
    if (held.epoch !== this.#ports.epoch || held.revision > this.#revision) return null;
    if (held.revision === this.#revision) return [];
    const start = this.#patches.findIndex(({ base }) => base === held.revision);
    return start < 0 ? null : this.#patches.slice(start);
  }

  /** Takes in what a commit (or the running hub) changed. */
  changed(changes: Changes): void {
    const sight = this.#ports.built.sight();
    const draft = emptyDraft();
    const concerned = (this.#concerned ??= new Concerned(this.#spec));
    const { now, later } = concerned.documents(changes);
    for (const name of now) this.#document(draft, name);
    for (const name of later) this.#dirty.documents.add(name);
    for (const each of concerned.collections) this.#collectItems(draft, each, changes, sight);
    this.#publish(draft, false);
    this.#gather();
  }

  /** Sends all tallies gathered so far, whatever they weigh. */
  flush(): void {
    this.#timer?.();
    this.#timer = null;
    this.#sendTallies(Infinity);
  }

  close(): void {
    this.#timer?.();
  }

  #gather(): void {
    if (this.#dirty.documents.size === 0 && this.#dirty.items.size === 0) return;
    this.#timer ??= this.#ports.later(this.#spec.tallyEvery, () => {
      this.#timer?.();
      this.#timer = null;
      const most = this.#spec.tallyBytes;
      if (most === null || this.#pressing) this.#sendTallies(Infinity);
      else {
        const spent = this.#overdrawn < most ? this.#sendTallies(most - this.#overdrawn) : 0;
        this.#overdrawn = Math.max(0, this.#overdrawn + spent - most);
      }
      this.#gather();
    });
  }

  /** Sends tallies until they weigh `most`; answers the bytes. What is left stands first the next time. */
  #sendTallies(most: number): number {
    const { documents, items } = this.#dirty;
    this.#dirty = { documents: new Set(), items: new Map() };
    this.#pressing = false;
    const sight = this.#ports.built.sight();
    const draft = emptyDraft();
    const budget = { left: most };
    // Large documents that change all the time must not keep counts from going out.
    const wait = this.#itemsAreDue && most !== Infinity;
    for (const name of documents) {
      if (wait) this.#dirty.documents.add(name);
      else budget.left -= this.#document(draft, name);
    }
    const queues: Queue[] = [];
    for (const [name, ids] of items) {
      const view = this.#spec.collections[name];
      if (!view) continue;
      for (const id of this.#moveWindow(name, view, sight)) ids.add(id);
      queues.push({ name, view, ids, spent: 0 });
    }
    this.#sendItems(draft, queues, budget);
    for (const { name, ids } of queues) if (ids.size > 0) this.#dirty.items.set(name, ids);
    this.#itemsAreDue = !wait && this.#dirty.items.size > 0;
    this.#publish(draft, true);
    return most - budget.left;
  }

  /** One item after another, of the collection that has had the least: long texts must not crowd out counts. */
  #sendItems(draft: Draft, queues: Queue[], budget: { left: number }): void {
    while (budget.left > 0) {
      const waiting = queues.filter(({ ids }) => ids.size > 0);
      const queue = waiting.reduce<Queue | undefined>(
        (least, each) => (least && least.spent <= each.spent ? least : each),
        undefined,
      );
      const [id] = queue?.ids ?? [];
      if (!queue || id === undefined) return;
      queue.ids.delete(id);
      const bytes = this.#item(draft, queue.name, queue.view, id);
      queue.spent += bytes;
      budget.left -= bytes;
    }
  }

  #collectItems(
    draft: Draft,
    { name, view, reads, tallies }: ConcernedCollection,
    changes: Changes,
    sight: Sight,
  ): void {
    const window = this.#windows.get(name);
    for (const [table, touches] of reads) {
      for (const [key, before] of changes.get(table) ?? []) {
        const touched = touches(key, before, sight);
        const all = touched === 'all';
        if (all) this.#patches = [];
        for (const id of all ? this.#ids(name) : touched) {
          if (window && !all) this.#pressing = true;
          if (window && !window.has(id)) this.#later(name, null);
          else {
            this.#item(draft, name, view, id);
            if (window) this.#later(name, null);
          }
        }
      }
    }
    for (const [table, touches] of tallies) {
      for (const [key, before] of changes.get(table) ?? []) {
        this.#later(name, null);
        const touched = touches(key, before, sight);
        for (const id of touched === 'all' ? this.#ids(name) : touched) this.#later(name, id);
      }
    }
  }

  /** Everything that the collection holds, or may. */
  #ids(name: string): ReadonlySet<string> {
    const held = this.#collections.get(name)?.keys() ?? [];
    return new Set([...held, ...(this.#windows.get(name) ?? [])]);
  }

  /** Notes an item for the next flush; null: only that the window may have moved. */
  #later(name: string, id: string | null): void {
    const ids = this.#dirty.items.get(name) ?? new Set<string>();
    this.#dirty.items.set(name, ids);
    if (id !== null) ids.add(id);
  }

  /** Takes up where the window is now; answers the ids that came in or went out. */
  #moveWindow(name: string, view: CollectionView<Json>, sight: Sight): readonly string[] {
    if (!view.window) return [];
    const before = this.#windows.get(name) ?? new Set<string>();
    const after = new Set(view.window(sight));
    this.#windows.set(name, after);
    return [
      ...[...after].filter((id) => !before.has(id)),
      ...[...before].filter((id) => !after.has(id)),
    ];
  }

  /** Answers the bytes that it adds. */
  #document(draft: Draft, name: string): number {
    const view = this.#spec.documents[name];
    if (!view) return 0;
    const made = this.#ports.built.document(view);
    if (this.#documents.get(name)?.text === made.text) return 0;
    this.#documents.set(name, made);
    draft.documents[name] = made.value;
    return weight(name, made.text);
  }

  /** Answers the bytes that it adds. */
  #item(draft: Draft, name: string, view: CollectionView<Json>, id: string): number {
    const items = this.#collections.get(name);
    if (!items) return 0;
    const window = this.#windows.get(name);
    const made = window && !window.has(id) ? null : this.#ports.built.item(view, id);
    if (!made) {
      if (!items.delete(id)) return 0;
      (draft.remove[name] ??= []).push(id);
      return weight(id, '');
    }
    if (items.get(id)?.text === made.text) return 0;
    items.set(id, made);
    (draft.put[name] ??= {})[id] = made.value;
    return weight(id, made.text);
  }

  #publish(draft: Draft, tallies: boolean): void {
    const documents = Object.keys(draft.documents).length > 0;
    const put = Object.keys(draft.put).length > 0;
    const remove = Object.keys(draft.remove).length > 0;
    if (!documents && !put && !remove) return;
    const patch: Patch = {
      base: this.#revision,
      revision: this.#revision + 1,
      ...(documents && { documents: draft.documents }),
      ...(put && { put: draft.put }),
      ...(remove && { remove: draft.remove }),
    };
    this.#revision = patch.revision;
    this.#snapshot = null;
    this.#patches.push(patch);
    if (this.#patches.length > KEPT_PATCHES) this.#patches = this.#patches.slice(-KEPT_PATCHES / 2);
    this.#ports.send(patch, tallies);
  }
}

/** Bytes of `"key":text,`. */
const weight = (key: string, text: string): number => key.length + 4 + Buffer.byteLength(text);
const emptyDraft = (): Draft => ({ documents: {}, put: {}, remove: {} });
