/** The link to a forum as runes: what components read. Views are replaced whole, never mutated. */
import type { Role } from '../forum/access';
import type { CommandInput } from '../forum/commands';
import type { Ack, Handshake, Mine, Refusal } from '../wire/protocol';
import type { ViewOf } from '../wire/views';
import type { Instant } from '../time/instant';
import { monotonicNow, randomId } from '../time/system';
import { ForumLink, type LinkStatus, type Orphan, type Transport } from './forum-link';
import { deviceStorage } from './device-storage';
import type { HeldView } from './view-store';

export interface LiveOptions {
  readonly client: Handshake['client'];
  /** Forum id, or null for the live one. */
  readonly forum: string | null;
  readonly first: HeldView | null;
  /** Of a display: the id that it has given itself. */
  readonly display?: string;
  readonly transport: Transport;
}

export class LiveForum<R extends Role> {
  #link: ForumLink;
  #view = $state.raw<ViewOf<R> | null>(null);
  #mine = $state.raw<Mine | null>(null);
  #status = $state.raw<LinkStatus>('connecting');
  #forum = $state.raw<string | null>(null);
  #role = $state.raw<Role | null>(null);
  #actor = $state.raw<string | null>(null);
  #refusal = $state.raw<Refusal | null>(null);
  #sending = $state.raw<readonly CommandInput[]>([]);
  #orphans = $state.raw<readonly Orphan[]>([]);
  #timeKnown = $state(false);

  constructor(options: LiveOptions) {
    this.#link = new ForumLink({
      ...options,
      storage: deviceStorage(),
      local: monotonicNow,
      later: (ms, run) => void setTimeout(run, ms),
      instance: randomId(9),
      changed: () => this.#read(),
    });
    this.#read();
  }

  /** What the hub lets this role see; null until it has been heard. */
  get view(): ViewOf<R> | null {
    return this.#view;
  }
  get mine(): Mine | null {
    return this.#mine;
  }
  get status(): LinkStatus {
    return this.#status;
  }
  /** The forum that the hub serves now, which may be another than the view's until that has come; null before. */
  get forum(): string | null {
    return this.#forum;
  }
  get role(): Role | null {
    return this.#role;
  }
  /** Own actor id, for staff. */
  get actor(): string | null {
    return this.#actor;
  }
  get refusal(): Refusal | null {
    return this.#refusal;
  }
  /** Commands that the hub has not answered yet. */
  get sending(): readonly CommandInput[] {
    return this.#sending;
  }
  /** Refused commands of earlier pages. */
  get orphans(): readonly Orphan[] {
    return this.#orphans;
  }
  /** True once the hub's time is known; before, `now()` is meaningless. */
  get timeKnown(): boolean {
    return this.#timeKnown;
  }
  /** The hub's time. Not reactive: read it from a timer (see ui/Countdown). */
  now(): Instant {
    return this.#link.time.now();
  }
  /** Local milliseconds until the hub's time is `moment`. */
  until(moment: Instant): number {
    return this.#link.time.until(moment);
  }
  submit(command: CommandInput): Promise<Ack> {
    return this.#link.submit(command);
  }

  #read(): void {
    const link = this.#link as ForumLink | undefined;
    if (!link) return;
    // The hub builds this role's view by the same schemas; a test checks every view against them.
    if (link.view !== null && this.#view !== (link.view as unknown))
      this.#view = link.view as unknown as ViewOf<R>;
    this.#mine = link.mine;
    this.#status = link.status;
    this.#forum = link.hello?.forum ?? null;
    this.#role = link.hello?.role ?? null;
    this.#actor = link.hello?.actor ?? null;
    this.#refusal = link.refusal;
    this.#sending = link.outbox.commands;
    this.#orphans = link.orphans;
    this.#timeKnown = link.time.known;
  }
}
