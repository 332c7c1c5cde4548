/** The way in: who is this, is there a forum, and then the live link to it. */
import type { StaffRole } from '@wenzheng/shared/forum/access';
import { connect, type Connected } from './hub-link';
import {
  makeBuiltInForum,
  readHub,
  readSession,
  signIn,
  signOut,
  type Failed,
  type HubForums,
} from './hub-api';

export type Step =
  | { readonly at: 'knocking' }
  | { readonly at: 'unreachable' }
  | { readonly at: 'signed_out' }
  | { readonly at: 'no_forum'; readonly role: StaffRole; readonly forums: HubForums['forums'] }
  | { readonly at: 'inside'; readonly connected: Connected };

const AGAIN_MS = 3_000;

export class Entrance {
  #step = $state.raw<Step>({ at: 'knocking' });
  readonly #forum: string | null;

  /** `forum` is the id in the page's address; null for the live one. */
  constructor(forum: string | null) {
    this.#forum = forum;
    void this.#knock();
  }

  get step(): Step {
    return this.#step;
  }

  /** Null when it worked. */
  async signIn(pin: string): Promise<Failed | null> {
    const answer = await signIn(pin);
    if (!answer.ok) return answer;
    await this.#enter(answer.value.role);
    return null;
  }

  /** Null when it worked. */
  async makeForum(locale: string): Promise<Failed | null> {
    if (this.#step.at !== 'no_forum') return null;
    const { role } = this.#step;
    const answer = await makeBuiltInForum(locale);
    if (!answer.ok) return answer;
    this.#open(role, answer.value.id);
    return null;
  }

  choose(forum: string): void {
    if (this.#step.at === 'no_forum') this.#open(this.#step.role, forum);
  }

  async leave(): Promise<void> {
    await signOut();
    globalThis.location.reload();
  }

  async #knock(): Promise<void> {
    const answer = await readSession();
    if (answer.ok && answer.value) return this.#enter(answer.value.role);
    if (answer.ok || answer.status === 401) {
      this.#step = { at: 'signed_out' };
      return;
    }
    this.#step = { at: 'unreachable' };
    setTimeout(() => void this.#knock(), AGAIN_MS);
  }

  async #enter(role: StaffRole): Promise<void> {
    if (this.#forum !== null) return this.#open(role, this.#forum);
    const hub = await readHub();
    if (this.#step.at === 'inside') return;
    if (hub.ok && hub.value.live !== null) return this.#open(role, null);
    this.#step = hub.ok
      ? { at: 'no_forum', role, forums: hub.value.forums }
      : { at: 'unreachable' };
    setTimeout(() => void this.#enter(role), AGAIN_MS);
  }

  #open(role: StaffRole, forum: string | null): void {
    if (this.#step.at !== 'inside') this.#step = { at: 'inside', connected: connect(role, forum) };
  }
}
