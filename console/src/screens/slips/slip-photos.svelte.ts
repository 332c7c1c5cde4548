/**
 * Photos of slips on their way to the hub, one after another and beside the commands: nothing that is entered ever
 * waits for one. Each keeps its id, so that a photo sent again after a cut has one effect. They are held in memory
 * only; a page that is closed meanwhile is asked about it.
 */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { randomId } from '@wenzheng/shared/time/system';
import { refusalText } from '@wenzheng/shared/ui/refusals';
import type { Accepted, CommandId } from '@wenzheng/shared/wire/protocol';
import type { HubLink } from '../../hub-link';
import { sendPhoto } from './slips-api';

/** A picture that is being made ready; null if there turned out to be none. */
export type Prepared = Promise<Blob | null>;

export interface PhotoToSend {
  readonly forum: string;
  readonly serial: string;
  readonly picture: Prepared;
  /** True once the slip itself has been taken in; false if it was turned away, and the photo with it. */
  readonly after: Promise<boolean>;
}

export interface WaitingPhoto {
  readonly key: number;
  readonly serial: string;
  /** Why it was not sent; null while it is on its way. */
  readonly failed: string | null;
  /** Null until the slip was taken in and the photo is ready; stays so where there turned out to be none. */
  readonly picture: Blob | null;
}

interface Waiting extends WaitingPhoto {
  readonly forum: string;
  readonly id: CommandId;
  /** How often it was sent in vain. */
  readonly tries: number;
}

const AGAIN_MS = 1_500;
/** So often in vain although the hub can be reached: then somebody is to know. */
const MOST_TRIES = 4;

export class SlipPhotos {
  readonly #live: Pick<HubLink, 'status'>;
  readonly #done: (command: CommandInput, ack: Accepted) => void;
  readonly #instance = randomId(9);
  #count = 0;
  #waiting = $state.raw<readonly Waiting[]>([]);
  /** Key of the one that is being sent. */
  #sending: number | null = null;

  /** `done` is told of each photo that the hub has taken in. */
  constructor(live: Pick<HubLink, 'status'>, done: (command: CommandInput, ack: Accepted) => void) {
    this.#live = live;
    this.#done = done;
  }

  /** Not with the hub yet, oldest first. */
  get waiting(): readonly WaitingPhoto[] {
    return this.#waiting;
  }

  /** A later photo of a slip takes the place of one that still waits. Resolves once it is with the hub, or left. */
  async add({ forum, serial, picture, after }: PhotoToSend): Promise<void> {
    const key = (this.#count += 1);
    const id: CommandId = [this.#instance, key];
    this.#waiting = [
      ...this.#waiting.filter((each) => each.forum !== forum || each.serial !== serial),
      { ...{ key, forum, serial, id }, picture: null, failed: null, tries: 0 },
    ];
    const [ready, taken] = await Promise.all([picture, after]);
    if (!taken) this.leave(key);
    else if (!ready) this.#change(key, { failed: m.refusal_slips_not_a_photo() });
    else {
      this.#change(key, { picture: ready });
      void this.#pump();
    }
  }

  tryAgain(key: number): void {
    this.#change(key, { failed: null, tries: 0 });
    void this.#pump();
  }

  leave(key: number): void {
    this.#waiting = this.#waiting.filter((each) => each.key !== key);
  }

  async #pump(): Promise<void> {
    if (this.#sending !== null) return;
    const next = this.#waiting.find(({ picture, failed }) => picture !== null && failed === null);
    if (!next?.picture) return;
    this.#sending = next.key;
    const cut = this.#live.status !== 'live';
    const answer = cut
      ? 'unreachable'
      : await sendPhoto(next.forum, next.serial, next.id, next.picture);
    this.#sending = null;
    if (answer === 'unreachable') {
      if (!cut) this.#inVain(next);
      setTimeout(() => void this.#pump(), AGAIN_MS);
      return;
    }
    if (answer.ok) {
      this.leave(next.key);
      this.#done({ type: 'putSlipPhoto', serial: next.serial }, answer);
    } else this.#change(next.key, { failed: refusalText(answer) });
    void this.#pump();
  }

  #inVain({ key, tries }: Waiting): void {
    const failed = tries + 1 >= MOST_TRIES ? m.slips_photo_unreachable() : null;
    this.#change(key, { tries: tries + 1, failed });
  }

  #change(key: number, fields: Partial<Waiting>): void {
    this.#waiting = this.#waiting.map((each) => (each.key === key ? { ...each, ...fields } : each));
  }
}
