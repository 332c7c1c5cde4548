/** Who is signed in and which links still let somebody in, read again every few seconds while somebody looks. */
import type { DeviceListing, LinkListing } from '@wenzheng/shared/forum/access';
import { cancelLink, readDevices, readLinks, renameDevice, revokeDevice } from './access-api';
import { Polled } from './polled.svelte';

const EVERY_MS = 5_000;

export class HandedOut {
  readonly #devices = new Polled(readDevices);
  readonly #links = new Polled(readLinks);

  /** Null until the hub has answered for the first time. */
  get devices(): readonly DeviceListing[] | null {
    return this.#devices.value;
  }
  /** Null until the hub has answered for the first time. */
  get links(): readonly LinkListing[] | null {
    return this.#links.value;
  }
  get reachable(): boolean {
    return this.#devices.reachable && this.#links.reachable;
  }

  /** Reads now and from now on; the returned function ends it. */
  follow(): () => void {
    void this.read();
    const timer = setInterval(() => void this.read(), EVERY_MS);
    return () => clearInterval(timer);
  }

  async read(): Promise<void> {
    await Promise.all([this.#devices.read(), this.#links.read()]);
  }

  /** False if it did not happen. */
  async rename(id: string, name: string): Promise<boolean> {
    const answer = await renameDevice(id, name);
    await this.read();
    return answer.ok;
  }

  /** Cancels the reusable link that the device came by, too. False if it did not happen. */
  async revoke(id: string): Promise<boolean> {
    const answer = await revokeDevice(id);
    await this.read();
    return answer.ok;
  }

  /** False if it did not happen. */
  async cancel(link: string): Promise<boolean> {
    const answer = await cancelLink(link);
    await this.read();
    return answer.ok;
  }
}
