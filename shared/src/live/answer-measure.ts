/** A screen answers the hub that measures it. Phones do not: nobody sets up their clocks. */
import type { Transport } from './forum-link';
import { utcOffset, wallNow } from '../time/system';

export function answerMeasure(transport: Transport, isAwake: () => boolean): void {
  transport.on('measure', (answer) =>
    answer({ wallClock: wallNow(), utcOffset: utcOffset(), awake: isAwake() }),
  );
}
