/** The last action that can still be taken back, and for how many seconds. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { UNDO_MS, type UndoView } from '@wenzheng/shared/forum/undo';
import { ticking, type TimeSource } from '@wenzheng/shared/live/ticking.svelte';
import type { Clock } from '@wenzheng/shared/time/countdown';
import { duration } from '@wenzheng/shared/time/instant';

export type UndoableAction = UndoView['actions'][number];

export interface UndoWindow {
  /** Null once it is too late. */
  readonly open: UndoableAction | null;
  /** What exactly was asked, if this device asked it. */
  readonly sent: CommandInput | null;
  readonly seconds: number;
}

/** Forgets what was typed only once it can no longer come back to be typed again. */
export const afterUndo = (forget: () => void): void => void setTimeout(forget, UNDO_MS);

const clockOf = (action: UndoableAction): Clock => ({
  limit: duration(UNDO_MS),
  startedAt: action.at,
  spentBeforePause: duration(0),
  pausedAt: null,
  thresholds: { warning: duration(0), final: duration(0) },
});

/** Call while a component initialises. `actions` come newest last; `sent` tells this device's own. */
export function undoWindow(
  actions: () => UndoView['actions'],
  sent: (entry: number) => CommandInput | null,
  time: TimeSource,
): UndoWindow {
  const newest = $derived(actions().at(-1) ?? null);
  const clock = $derived(newest && clockOf(newest));
  const ticker = ticking(() => clock, time);
  const running = $derived(ticker.reading && ticker.reading.phase !== 'overtime');
  return {
    get open() {
      return running ? newest : null;
    },
    get sent() {
      return running && newest ? sent(newest.entry) : null;
    },
    get seconds() {
      return ticker.reading?.shownSeconds ?? 0;
    },
  };
}
