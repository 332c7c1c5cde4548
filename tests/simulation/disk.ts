/**
 * The disk of the simulated hub. Writes take time, are refused, fail, fail although they were written,
 * and are caught by a crash at any moment; what is durable stays.
 */
import { createHash } from 'node:crypto';
import type { Entry } from '@wenzheng/server/src/journal/entry';
import {
  StorageFailed,
  StorageFull,
  type Journal,
  type Kept,
  type Vault,
} from '@wenzheng/server/src/journal/port';
import type { Picture } from '@wenzheng/server/src/journal/picture';
import { parseSnapshot, type StateSnapshot } from '@wenzheng/server/src/journal/snapshots';
import type { Anchor } from '@wenzheng/server/src/ports/hub-clock';
import type { Dice } from '../support/dice';
import { MemoryJournal } from '../support/memory-journal';
import type { Timeline } from './timeline';

export type DiskState = 'sound' | 'full' | 'failing';

export interface DiskPorts {
  readonly timeline: Timeline;
  readonly dice: Dice;
  /** Told of everything that has become durable. */
  readonly written: (entries: readonly Entry[], kept: readonly Kept[]) => void;
}

type Write = [entries: readonly Entry[], kept: readonly Kept[], expectedHead: number];

export class SimDisk {
  readonly ports: DiskPorts;
  readonly journal = new MemoryJournal();
  state: DiskState = 'sound';
  /** Where the hub's time stood at the last commit, or the last start. */
  anchor: Anchor | null = null;
  /** Snapshots of the state that were kept, the newest last; any may be torn. */
  readonly snapshots: Buffer[] = [];
  /** What a crash left at the end of the log: a transaction, or as much of it as had been written. */
  #tail: { readonly write: Write; readonly anchor: Anchor; readonly whole: boolean } | null = null;
  /** Up to where something was written that nobody waited for any more. */
  strayUpTo = 0;

  constructor(ports: DiskPorts) {
    this.ports = ports;
  }

  write(write: Write, anchor: Anchor): void {
    this.journal.write(...write);
    this.anchor = anchor;
    this.ports.written(this.journal.entries(write[2] + 1, write[0].length), write[1]);
  }

  /** The machine stops in the middle of writing a transaction: the log holds none, some or all of its pages. */
  tear(write: Write, anchor: Anchor): void {
    const pages = write[0].length + write[1].length + 1;
    this.#tail = { write, anchor, whole: this.ports.dice.below(pages + 1) === pages };
  }
  /** As a log is opened: a transaction whose last page is there is taken in, a torn one is dropped. */
  recover(): void {
    const tail = this.#tail;
    this.#tail = null;
    if (tail?.whole && this.journal.size === tail.write[2]) this.write(tail.write, tail.anchor);
  }

  /** Digest of the bytes of entry `seq`; null if there is none. */
  digestAt(seq: number): string | null {
    const bytes = this.journal.bytes(seq);
    return bytes === null ? null : createHash('sha256').update(bytes).digest('base64url');
  }
  /** The newest snapshot that can be read and belongs to this journal. */
  readSnapshot(): StateSnapshot | null {
    try {
      return parseSnapshot(this.snapshots.at(-1) ?? Buffer.alloc(0), (seq) => this.digestAt(seq));
    } catch {
      return null;
    }
  }
}

/** The disk as one run of the hub has it; once that has crashed, nothing is answered any more. */
export class OpenDisk implements Journal, Vault {
  readonly #disk: SimDisk;
  readonly #anchor: () => Anchor;
  #open = true;
  #writing: Write | null = null;

  constructor(disk: SimDisk, anchor: () => Anchor) {
    this.#disk = disk;
    this.#anchor = anchor;
    disk.recover();
  }

  append(...write: Write): Promise<void> {
    this.#writing = write;
    const { dice } = this.#disk.ports;
    const slow = dice.chance(this.#disk.state === 'sound' ? 0.05 : 0.5);
    const takes = slow ? dice.between(50, 500) : dice.between(0, 30);
    return this.#after(takes, () => {
      this.#writing = null;
      if (this.#disk.state === 'full') throw new StorageFull('no space left');
      const fails = this.#disk.state === 'failing' && dice.chance(0.6);
      if (!fails || dice.chance(0.4)) this.#disk.write(write, this.#anchor());
      if (fails) throw new StorageFailed('input/output error');
    });
  }
  read(from: number, limit: number): Promise<readonly Entry[]> {
    return this.#reading(() => this.#disk.journal.entries(from, limit));
  }
  head(): Promise<number> {
    return this.#reading(() => this.#disk.journal.size);
  }
  words(): Promise<Iterable<readonly [string, string]>> {
    return this.#reading(() => this.#disk.journal.texts());
  }
  picture(id: string): Promise<Picture | null> {
    return this.#reading(() => this.#disk.journal.pictureOf(id));
  }
  erasePicturesBut(named: ReadonlySet<string>): Promise<void> {
    return this.#reading(() => this.#disk.journal.eraseBut(named));
  }

  /** The hub is gone. What it was writing is lost, torn, or was written, or still arrives after a while. */
  crash(): void {
    this.#open = false;
    const { dice, timeline } = this.#disk.ports;
    const write = this.#writing;
    if (!write || dice.chance(0.2)) return;
    const anchor = this.#anchor();
    if (dice.chance(0.5)) return this.#disk.tear(write, anchor);
    if (dice.chance(0.5)) this.#arriveLate(write, anchor);
    else timeline.later(dice.between(0, 6_000), () => this.#arriveLate(write, anchor));
  }

  /** As a journal does that is fenced by its head; no writer outlives the boot of its machine. */
  #arriveLate(write: Write, anchor: Anchor): void {
    const booted = this.#disk.anchor?.bootId !== anchor.bootId;
    if (booted || this.#disk.journal.size !== write[2]) return;
    this.#disk.write(write, anchor);
    this.#disk.strayUpTo = this.#disk.journal.size;
  }

  #reading<T>(read: () => T): Promise<T> {
    const { dice } = this.#disk.ports;
    return this.#after(dice.between(0, 2), () => {
      if (this.#disk.state === 'failing' && dice.chance(0.3))
        throw new StorageFailed('cannot read');
      return read();
    });
  }

  #after<T>(ms: number, run: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#disk.ports.timeline.later(ms, () => {
        if (!this.#open) return;
        try {
          resolve(run());
        } catch (error) {
          reject(error);
        }
      });
    });
  }
}
