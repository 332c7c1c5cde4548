/** The way in: who is this, which forum, and then the live link to it. */
import type { SignInRole, StaffRole } from '@wenzheng/shared/forum/access';
import { connect, type Connected } from './hub-link';
import {
  makeBuiltInForum,
  readHub,
  readSession,
  signIn,
  signOut,
  type Failed,
  type ListedForum,
} from './hub-api';

/** `ended`: the session was revoked, or signed out elsewhere. `kiosk`: this device is one. */
export type SignedOut = 'new' | 'ended' | 'kiosk';

export type Step =
  | { readonly at: 'knocking' }
  | { readonly at: 'unreachable' }
  | { readonly at: 'signed_out'; readonly why: SignedOut }
  | {
      readonly at: 'choosing';
      readonly role: StaffRole;
      readonly forums: readonly ListedForum[];
      /** The address named a forum that this hub does not have. */
      readonly missed: boolean;
    }
  | { readonly at: 'inside'; readonly connected: Connected };

const AGAIN_MS = 3_000;

export class Entrance {
  #step = $state.raw<Step>({ at: 'knocking' });
  /** Id of the forum to open; null for the live one, empty to be asked. */
  #forum: string | null;
  #missed = false;
  readonly #keep: (forum: string | null) => void;

  /**
   * `forum` stands in the page's address: an id, nothing for the live forum, or empty for the choice of
   * all. `keep` puts there what was chosen, so that a reload comes back to it.
   */
  constructor(forum: string | null, keep: (forum: string | null) => void) {
    this.#forum = forum;
    this.#keep = keep;
    void this.#knock();
  }

  get step(): Step {
    return this.#step;
  }

  /** Null when it worked. */
  async signIn(pin: string): Promise<Failed | null> {
    const answer = await signIn(pin);
    if (!answer.ok) return answer;
    const { role } = answer.value;
    const before = this.#step;
    if (role === 'kiosk') globalThis.location.assign('/kiosk');
    // What was loaded for an earlier session goes with it.
    else if (before.at === 'signed_out' && before.why !== 'new') globalThis.location.reload();
    else await this.#enter(role);
    return null;
  }

  /** Null when it worked. */
  async makeForum(locale: string): Promise<Failed | null> {
    if (this.#step.at !== 'choosing') return null;
    const answer = await makeBuiltInForum(locale);
    if (!answer.ok) return answer;
    this.choose(answer.value.id);
    return null;
  }

  choose(forum: string): void {
    if (this.#step.at !== 'choosing') return;
    this.#keep(forum);
    this.#open(this.#step.role, forum);
  }

  /** The hub has no such forum, or none is live any more: back to the choice. */
  lostForum(): void {
    if (this.#step.at !== 'inside') return;
    const { role } = this.#step.connected;
    this.#missed = this.#forum !== null && this.#forum !== '';
    this.#forum = null;
    this.#keep(null);
    this.#step = { at: 'knocking' };
    void this.#enter(role);
  }

  /** The hub no longer takes this device for what it was: shows who it is now. */
  async sessionEnded(): Promise<void> {
    if (this.#step.at !== 'inside') return;
    const { role } = this.#step.connected;
    const answer = await readSession();
    if (!answer.ok || answer.value?.role === role) return;
    const now = answer.value?.role ?? null;
    if (now === null || now === 'kiosk') this.#shut(now === null ? 'ended' : 'kiosk');
    else globalThis.location.reload();
  }

  async leave(): Promise<void> {
    await signOut();
    globalThis.location.reload();
  }

  async #knock(): Promise<void> {
    const answer = await readSession();
    const role: SignInRole | null = answer.ok ? (answer.value?.role ?? null) : null;
    if (role === 'kiosk') return this.#shut('kiosk');
    if (role !== null) return this.#enter(role);
    if (answer.ok) return this.#shut('new');
    this.#step = { at: 'unreachable' };
    setTimeout(() => void this.#knock(), AGAIN_MS);
  }

  async #enter(role: StaffRole): Promise<void> {
    if (this.#forum !== null && this.#forum !== '') return this.#open(role, this.#forum);
    const hub = await readHub();
    if (this.#step.at === 'inside') return;
    if (hub.ok && hub.value.live !== null && this.#forum === null && !this.#missed) {
      // Organisers stay with the forum that they are setting up; all others follow the live one.
      return this.#open(role, role === 'admin' ? hub.value.live : null);
    }
    this.#step = hub.ok
      ? { at: 'choosing', role, forums: hub.value.forums, missed: this.#missed }
      : { at: 'unreachable' };
    setTimeout(() => void this.#enter(role), AGAIN_MS);
  }

  #shut(why: SignedOut): void {
    this.#step = { at: 'signed_out', why };
  }

  #open(role: StaffRole, forum: string | null): void {
    if (this.#step.at === 'inside') return;
    if (forum !== null) this.#forum = forum;
    this.#step = { at: 'inside', connected: connect(role, forum) };
  }
}
