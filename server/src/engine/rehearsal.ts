/**
 * The rehearsal of a hub: a copy of a forum that is the only live one while it lasts, with a simulated audience.
 * What is done in it is done to the copy, which is wiped with its keys. It is noted before anything is made, so
 * that a hub that is killed on the way knows what to wipe.
 */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { TITLE_LIMIT } from '@wenzheng/shared/forum/agenda';
import type {
  RehearsalRefusal,
  RehearsalView,
  RehearsalWish,
} from '@wenzheng/shared/forum/rehearsal';
import { rehearsedForum } from '../forum/agenda';
import type { KeptRehearsal } from '../journal/rehearsals';
import type { CrowdLanguage } from '../rehearsal/words';
import type { Forums, Maker } from './forums';
import { preparedAsIn } from './prepared';

/** A simulated audience. */
export interface Audience {
  readonly present: number;
  stop(): Promise<void>;
}

export interface AudienceWish {
  readonly forum: string;
  readonly people: number;
  readonly language: CrowdLanguage;
}

export interface RehearsalPorts {
  readonly forums: Forums;
  /** Has those come over who follow the live forum. */
  readonly bringOver: () => void;
  /** Ends every connection to a forum. */
  readonly cut: (forum: string) => void;
}

export class Rehearsal {
  readonly #ports: RehearsalPorts;
  #gather: ((wish: AudienceWish) => Audience) | null = null;
  #audience: Audience | null = null;
  /** Two presses must not make or wipe two. */
  #isChanging = false;

  constructor(ports: RehearsalPorts) {
    this.#ports = ports;
  }

  /** The hub listens: an audience may come. One that a restart has broken off comes again. */
  async open(gather: (wish: AudienceWish) => Audience): Promise<void> {
    this.#gather = gather;
    const kept = this.#kept();
    if (kept && this.current()) this.#fill(kept);
  }

  current(): RehearsalView | null {
    const kept = this.#kept();
    if (!kept || !this.#ports.forums.find(kept.forum)) return null;
    const { forum, original, people } = kept;
    return { forum, original, people, present: this.#audience?.present ?? 0 };
  }

  /** Answers the copy's id, null if there is no such forum, or why there can be no rehearsal now. */
  async start(
    { forum: original, people }: RehearsalWish,
    maker: Maker,
  ): Promise<{ forum: string } | RehearsalRefusal | null> {
    const { forums } = this.#ports;
    if (this.#isChanging || this.current()) return 'rehearsal.under_way';
    const state = forums.find(original)?.engine.state;
    const planned = state?.forum.value;
    if (!state || !planned) return null;
    if (planned.closedAt !== null) return 'rehearsal.closed';
    const forum = forums.newId();
    const title = rehearsalTitle(planned.title);
    const created = rehearsedForum(state, { id: forum, title, startsAt: forums.clock.now() });
    if (!created) return null;
    this.#isChanging = true;
    const liveBefore = forums.live().map(({ engine }) => engine.forum);
    const kept = { forum, original, people, liveBefore };
    try {
      this.#wipeUnmade();
      forums.rehearsals.begin(kept);
      await forums.create(created, maker, preparedAsIn(state));
    } catch (error) {
      this.#wipeUnmade();
      throw error;
    } finally {
      this.#isChanging = false;
    }
    forums.setOnlyLive(forum);
    this.#ports.bringOver();
    this.#fill(kept);
    return { forum };
  }

  /** Ends the rehearsal, has everyone come back to what was live before, and wipes it; false if there is none. */
  async end(): Promise<boolean> {
    const { forums, bringOver, cut } = this.#ports;
    if (this.#isChanging) return false;
    this.#wipeUnmade();
    const kept = this.#kept();
    if (!kept) return false;
    this.#isChanging = true;
    try {
      await this.#audience?.stop();
      this.#audience = null;
      forums.setAllLive(kept.liveBefore);
      bringOver();
      cut(kept.forum);
      await forums.wipe(kept);
    } finally {
      this.#isChanging = false;
    }
    return true;
  }

  async stop(): Promise<void> {
    await this.#audience?.stop();
  }

  /** Wipes what was noted and never came to be: once there is space, where a full disk kept it from being made. */
  #wipeUnmade(): void {
    const kept = this.#kept();
    if (kept && !this.#ports.forums.find(kept.forum)) this.#ports.forums.rehearsals.wipe(kept);
  }

  #kept(): KeptRehearsal | null {
    return this.#ports.forums.rehearsals.current();
  }

  #fill({ forum, people }: KeptRehearsal): void {
    const title = this.#ports.forums.get(forum).engine.state.forum.value?.title ?? '';
    this.#audience = this.#gather?.({ forum, people, language: languageOf(title) }) ?? null;
  }
}

const languageOf = (title: string): CrowdLanguage =>
  /\p{Script=Han}/u.test(title) ? 'zh-CN' : 'en';

/** The title says on every screen that it is a rehearsal. A long one is cut at its end, within the limit. */
function rehearsalTitle(title: string): string {
  const options = { locale: languageOf(title) };
  const room = TITLE_LIMIT - m.hub_rehearsal_title({ title: '' }, options).length;
  return m.hub_rehearsal_title({ title: title.slice(0, room).trim() }, options);
}
