import { AskedThread } from '../../../engine/asked-thread';
import type { Mapping, MappingAnswer, MapWish } from './mapping';

export type MappingTask =
  | { readonly kind: 'rows'; readonly rows: Int32Array }
  | { readonly kind: 'map'; readonly wish: MapWish };

/** Rather no map than a hub without memory. */
const LIMITS = { maxOldGenerationSizeMb: 2_048 };

/** A mapper in a thread of its own. Why it has ended hears whoever asks it for the next map. */
export class MappingWorker implements Mapping {
  readonly #thread: AskedThread<MappingTask, MappingAnswer>;

  constructor(program: URL) {
    this.#thread = new AskedThread(program, () => undefined, LIMITS);
  }

  tell(rows: Int32Array): void {
    this.#thread.tell({ kind: 'rows', rows }, [rows.buffer as ArrayBuffer]);
  }

  map(wish: MapWish): Promise<MappingAnswer> {
    return this.#thread.ask({ kind: 'map', wish });
  }

  stop(): Promise<void> {
    return this.#thread.stop();
  }
}
