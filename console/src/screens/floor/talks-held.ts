/**
 * How many talks of the running item have had the floor. The hub shows the talk that runs; between two
 * talks the floor is empty, so the console keeps in mind, through a reload too, which was the last.
 */
import type { AgendaView } from '@wenzheng/shared/forum/agenda';
import type { FloorView } from '@wenzheng/shared/forum/floor';
import type { UndoView } from '@wenzheng/shared/forum/undo';
import type { OutboxStorage } from '@wenzheng/shared/live/outbox';

interface LastTalk {
  readonly item: string;
  readonly index: number;
  readonly turn: number;
  readonly ended: boolean;
}

const KEY = 'wz.console.last-talk';

export class TalksHeld {
  readonly #storage: Pick<OutboxStorage, 'get' | 'set'>;
  #last: LastTalk | null;

  constructor(storage: Pick<OutboxStorage, 'get' | 'set'>) {
    this.#storage = storage;
    this.#last = parse(storage.get(KEY));
  }

  /** Takes in what the hub shows now; answers the number of talks held in the running item. */
  read(agenda: AgendaView, floor: FloorView | null, undo: UndoView): number {
    const item = agenda.current;
    if (item === null) return 0;
    if (floor?.kind === 'talk' && floor.position) {
      this.#keep({ item, index: floor.position.index, turn: floor.turn, ended: false });
      return floor.position.index;
    }
    const last = this.#last;
    if (last?.item !== item) return 0;
    if (floor === null && !last.ended) {
      const ended = undo.actions.some(
        ({ command, entry }) => command === 'endTurn' && entry > last.turn,
      );
      // An empty floor without an end: the start of that talk was taken back.
      this.#keep({ ...last, index: ended ? last.index : last.index - 1, ended: true });
    }
    return this.#last?.index ?? 0;
  }

  #keep(last: LastTalk): void {
    this.#last = last;
    this.#storage.set(KEY, [last.item, last.index, last.turn, last.ended ? 1 : 0].join(' '));
  }
}

function parse(kept: string | null): LastTalk | null {
  const [item, index, turn, ended] = (kept ?? '').split(' ');
  if (!item || index === undefined || turn === undefined) return null;
  return { item, index: Number(index), turn: Number(turn), ended: ended === '1' };
}
