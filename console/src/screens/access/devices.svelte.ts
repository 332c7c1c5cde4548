/** The signed-in devices, read again every few seconds while somebody looks. */
import type { DeviceListing } from '@wenzheng/shared/forum/access';
import { readDevices, renameDevice, revokeDevice } from './access-api';

const EVERY_MS = 5_000;

export class Devices {
  /** Null until the hub has answered for the first time. */
  #all = $state.raw<readonly DeviceListing[] | null>(null);
  #reachable = $state(true);
  /** Of the newest reading: an older one that is late must not undo what was done since. */
  #reading = 0;

  get all(): readonly DeviceListing[] | null {
    return this.#all;
  }
  get reachable(): boolean {
    return this.#reachable;
  }

  /** Reads now and from now on; the returned function ends it. */
  follow(): () => void {
    void this.read();
    const timer = setInterval(() => void this.read(), EVERY_MS);
    return () => clearInterval(timer);
  }

  async read(): Promise<void> {
    const reading = (this.#reading += 1);
    const answer = await readDevices();
    if (reading !== this.#reading) return;
    this.#reachable = answer.ok;
    if (answer.ok) this.#all = answer.value;
  }

  /** False if it did not happen. */
  async rename(id: string, name: string): Promise<boolean> {
    const answer = await renameDevice(id, name);
    await this.read();
    return answer.ok;
  }

  /** False if it did not happen. */
  async revoke(id: string): Promise<boolean> {
    const answer = await revokeDevice(id);
    await this.read();
    return answer.ok;
  }
}
