/** Film clips and slides of all forums of a hub: how they come in, where they lie, and when they go. */
import { minutes } from '@wenzheng/shared/time/instant';
import type { Ack, CommandFrame } from '@wenzheng/shared/wire/protocol';
import type { MediumRow } from '../forum/media';
import type { HubPort } from '../http/hub-port';
import type { Identity } from '../live/room';
import { Uploads, type UploadPorts } from './uploads';

export interface StageMediaPorts extends UploadPorts {
  readonly hub: Pick<HubPort, 'medium' | 'takeIn'> & {
    /** Ids of all that stand somewhere, or can come back; null while that is not known. */
    namedMedia(): ReadonlySet<string> | null;
  };
}

/** Nobody waits for a file to be gone. */
const SWEEP_EVERY = minutes(1);

export class StageMedia {
  readonly uploads: Uploads;
  readonly #ports: StageMediaPorts;
  #cancel: () => void = () => undefined;

  constructor(ports: StageMediaPorts) {
    this.#ports = ports;
    this.uploads = new Uploads(ports);
    this.#tidy(() => ports.files.forgetParts());
    this.#again();
  }

  /** The file of a forum, and where it lies; null if there is none. */
  find(forum: string, media: string): { readonly row: MediumRow; readonly path: string } | null {
    const row = this.#ports.hub.medium(forum, media);
    const path = row && this.#ports.files.pathOf(row.id);
    return row && path ? { row, path } : null;
  }

  /** All of an upload has come: it becomes the file `name` of its forum. */
  end(forum: string, upload: string, name: string, identity: Identity): Promise<Ack> {
    // Sent again after an answer that was lost, it is the same command.
    const frame: CommandFrame = { id: [upload, 1], command: { type: 'addMedia', name } };
    return this.uploads.end(forum, upload, async (file) => {
      const ack = await this.#ports.hub.takeIn(forum, identity, frame, { picture: null, file });
      return ack ?? { ok: false, code: 'no_forum' };
    });
  }

  /** Deletes files that nobody names any more, nor can name again. A commit never waits while this runs. */
  sweep(): void {
    this.#tidy(() => {
      const named = this.#ports.hub.namedMedia();
      if (named) this.#ports.files.sweep(new Set([...named, ...this.uploads.names()]));
    });
  }

  async stop(): Promise<void> {
    this.#cancel();
    await this.uploads.stop();
  }

  #again(): void {
    this.#cancel = this.#ports.scheduler.later(SWEEP_EVERY, () => {
      this.sweep();
      this.#again();
    });
  }

  /** A folder that cannot be tidied is no reason to stop. */
  #tidy(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#ports.fault(error);
    }
  }
}
