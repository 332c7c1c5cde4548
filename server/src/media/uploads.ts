/**
 * Files on their way into the hub, in pieces that each wait to be answered: a network that goes away for a moment costs
 * one piece, and whatever is given up, cut off or refused leaves nothing behind.
 */
import type { FileHandle } from 'node:fs/promises';
import { LARGEST_SLIDES, type MediaKind } from '@wenzheng/shared/forum/media';
import { seconds } from '@wenzheng/shared/time/instant';
import type { Ack, RefusalCode } from '@wenzheng/shared/wire/protocol';
import type { StoredFile } from '../forum/media';
import type { Random, Scheduler } from '../ports/ports';
import type { MediaFiles } from './files';
import { inspectMedia } from './inspect';
import type { CountPages } from './pdf';

export interface UploadWish {
  readonly forum: string;
  readonly kind: MediaKind;
  readonly bytes: number;
}

export interface UploadPorts {
  readonly files: MediaFiles;
  readonly random: Random;
  readonly scheduler: Pick<Scheduler, 'later'>;
  readonly countPages: CountPages;
  /** Bytes that a clip may have. */
  readonly largestClip: number;
  readonly fault: (error: unknown) => void;
}

interface Upload extends UploadWish {
  readonly id: string;
  readonly file: FileHandle;
  received: number;
  /** What was asked of it last: one thing at a time. */
  last: Promise<unknown>;
  ending: Promise<Ack> | null;
  cancel: () => void;
}

/** How far a file has come, or why it goes no further. */
export type Progress = { readonly received: number } | RefusalCode;

/** A name of 128 bits: nobody finds a file by guessing. */
const NAME_BYTES = 16;
const AT_ONCE = 4;
/** Longer than a tablet takes to find its network again. */
const GIVEN_UP = seconds(120);

export class Uploads {
  readonly #ports: UploadPorts;
  readonly #uploads = new Map<string, Upload>();
  #begun: Promise<unknown> = Promise.resolve();

  constructor(ports: UploadPorts) {
    this.#ports = ports;
  }

  /** Answers the id of the upload, which will be the file's. Rejects with what the system says. */
  begin(wish: UploadWish): Promise<{ readonly upload: string } | RefusalCode> {
    // One after another, so that each is counted before the next is looked at.
    const begun = this.#begun.then(() => this.#begin(wish));
    this.#begun = begun.catch(() => undefined);
    return begun;
  }

  async #begin(wish: UploadWish): Promise<{ readonly upload: string } | RefusalCode> {
    const { files, random, largestClip } = this.#ports;
    if (wish.bytes > (wish.kind === 'clip' ? largestClip : LARGEST_SLIDES))
      return 'media.too_large';
    const coming = [...this.#uploads.values()].filter(({ ending }) => ending === null);
    if (coming.length >= AT_ONCE) return 'busy';
    const still = coming.reduce((sum, { bytes, received }) => sum + bytes - received, 0);
    if (!(await files.hasRoom(still + wish.bytes))) return 'media.no_room';
    const id = Buffer.from(random.bytes(NAME_BYTES)).toString('hex');
    const file = await files.begin(id);
    const cancel = (): void => undefined;
    const upload = {
      ...wish,
      id,
      file,
      cancel,
      received: 0,
      last: Promise.resolve(),
      ending: null,
    };
    this.#uploads.set(id, upload);
    this.#wait(upload);
    return { upload: id };
  }

  /** Takes in what stands from `offset` on; what has come already is passed over. */
  piece(forum: string, id: string, offset: number, bytes: Uint8Array): Promise<Progress> {
    return this.#inTurn(forum, id, async (upload) => {
      if (upload.ending || offset !== upload.received) return { received: upload.received };
      if (offset + bytes.length > upload.bytes) return 'media.too_large';
      await writeWhole(upload.file, bytes, offset);
      upload.received += bytes.length;
      return { received: upload.received };
    });
  }

  /** All has come: looks at it, and has it recorded by `record`. Asked again, it answers the same. */
  end(forum: string, id: string, record: (file: StoredFile) => Promise<Ack>): Promise<Ack> {
    return this.#inTurn(forum, id, (upload) => (upload.ending ??= this.#end(upload, record))).then(
      (answer) => (typeof answer === 'string' ? { ok: false, code: answer } : answer),
    );
  }

  /** Nobody wants it any more. */
  async drop(forum: string, id: string): Promise<void> {
    const upload = this.#uploads.get(id);
    if (upload?.forum !== forum) return;
    await upload.last.catch(() => undefined);
    await this.#forget(upload);
  }

  /** Names of files that have come whole and may not be recorded yet. */
  names(): string[] {
    return [...this.#uploads.keys()];
  }

  async stop(): Promise<void> {
    for (const upload of [...this.#uploads.values()]) await this.#forget(upload);
  }

  async #end(upload: Upload, record: (file: StoredFile) => Promise<Ack>): Promise<Ack> {
    const { files, countPages } = this.#ports;
    const { id, kind, bytes } = upload;
    if (upload.received < bytes) return this.#refuse(upload, 'media.damaged');
    await upload.file.sync();
    const found = await inspectMedia(files.partOf(id), kind, countPages);
    if (typeof found === 'string') return this.#refuse(upload, found);
    await upload.file.close();
    await files.keep(id);
    const ack = await record({ id, kind, bytes, ...found });
    // With an outcome that is not known, the file stays until it is known that nobody names it.
    if (!ack.ok && ack.code !== 'unknown_outcome') return this.#refuse(upload, ack.code);
    return ack;
  }

  async #refuse(upload: Upload, code: RefusalCode): Promise<Ack> {
    await this.#close(upload);
    return { ok: false, code };
  }

  /** One thing at a time; what goes wrong with the disk ends the upload. */
  async #inTurn<T>(
    forum: string,
    id: string,
    work: (upload: Upload) => Promise<T>,
  ): Promise<T | 'media.no_upload'> {
    const upload = this.#uploads.get(id);
    if (upload?.forum !== forum) return 'media.no_upload';
    this.#wait(upload);
    const turn = upload.last.then(() => work(upload));
    upload.last = turn.catch(() => undefined);
    try {
      return await turn;
    } catch (error) {
      await this.#forget(upload);
      throw error;
    }
  }

  #wait(upload: Upload): void {
    upload.cancel();
    upload.cancel = this.#ports.scheduler.later(GIVEN_UP, () => {
      this.#forget(upload).catch((error: unknown) => this.#ports.fault(error));
    });
  }

  async #forget(upload: Upload): Promise<void> {
    upload.cancel();
    this.#uploads.delete(upload.id);
    const ended = await upload.ending?.catch(() => null);
    if (ended?.ok || ended?.code === 'unknown_outcome') return;
    await this.#close(upload);
  }

  async #close(upload: Upload): Promise<void> {
    await upload.file.close().catch(() => undefined);
    await this.#ports.files.drop(upload.id);
  }
}

/** The system may take less at a time than it is given: of a disk that fills up, what still fits. */
async function writeWhole(file: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
    done += bytesWritten;
  }
}
