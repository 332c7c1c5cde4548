/** The last action that can still be taken back, and for how many seconds. */
import { UNDO_MS, type UndoView } from '@wenzheng/shared/forum/undo';
import { ticking, type TimeSource } from '@wenzheng/shared/live/ticking.svelte';
import type { Clock } from '@wenzheng/shared/time/countdown';
import { duration } from '@wenzheng/shared/time/instant';

export type UndoableAction = UndoView['actions'][number];

export interface UndoWindow {
  /** Null once it is too late. */
  readonly open: UndoableAction | null;
  readonly seconds: number;
}

const clockOf = (action: UndoableAction): Clock => ({
  limit: duration(UNDO_MS),
  startedAt: action.at,
  spentBeforePause: duration(0),
  pausedAt: null,
  thresholds: { warning: duration(0), final: duration(0) },
});

/** Call while a component initialises. `actions` come newest last. */
export function undoWindow(actions: () => UndoView['actions'], time: TimeSource): UndoWindow {
  const newest = $derived(actions().at(-1) ?? null);
  const clock = $derived(newest && clockOf(newest));
  const ticker = ticking(() => clock, time);
  const running = $derived(ticker.reading && ticker.reading.phase !== 'overtime');
  return {
    get open() {
      return running ? newest : null;
    },
    get seconds() {
      return ticker.reading?.shownSeconds ?? 0;
    },
  };
}
