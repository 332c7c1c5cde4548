/** The last actions that can still be taken back, one's own and another's, and for how many seconds. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { UNDO_MS, type UndoView } from '@wenzheng/shared/forum/undo';
import { ticking, type TimeSource } from '@wenzheng/shared/live/ticking.svelte';
import type { Clock } from '@wenzheng/shared/time/countdown';
import { duration } from '@wenzheng/shared/time/instant';

export type UndoableAction = UndoView['actions'][number];

export interface OpenUndo {
  readonly action: UndoableAction;
  /** What exactly was asked, if this device asked it. */
  readonly sent: CommandInput | null;
  readonly seconds: number;
}

/** Each null once it is too late. */
export interface UndoWindow {
  /** What one has done oneself comes first: nothing that others do pushes it away. */
  readonly own: OpenUndo | null;
  readonly other: OpenUndo | null;
}

/** The newest of `actions` that `actor` did, and the newest that somebody else did. */
export const newestOf = (
  actions: readonly UndoableAction[],
  actor: string | null,
): { readonly own: UndoableAction | null; readonly other: UndoableAction | null } => ({
  own: actions.findLast(({ by }) => by.id === (actor ?? '')) ?? null,
  other: actions.findLast(({ by }) => by.id !== (actor ?? '')) ?? null,
});

const clockOf = (action: UndoableAction): Clock => ({
  limit: duration(UNDO_MS),
  startedAt: action.at,
  spentBeforePause: duration(0),
  pausedAt: null,
  thresholds: { warning: duration(0), final: duration(0) },
});

/** What the window looks at; `actions` come newest last, `sent` tells this device's own. */
export interface UndoSight {
  readonly actions: () => readonly UndoableAction[];
  readonly actor: () => string | null;
  readonly sent: (entry: number) => CommandInput | null;
  readonly time: TimeSource;
}

/** Call while a component initialises. */
export function undoWindow({ actions, actor, sent, time }: UndoSight): UndoWindow {
  const newest = $derived(newestOf(actions(), actor()));
  const own = whileOpen(() => newest.own, sent, time);
  const other = whileOpen(() => newest.other, sent, time);
  return {
    get own() {
      return own();
    },
    get other() {
      return other();
    },
  };
}

function whileOpen(
  newest: () => UndoableAction | null,
  sent: UndoSight['sent'],
  time: TimeSource,
): () => OpenUndo | null {
  const action = $derived(newest());
  const clock = $derived(action && clockOf(action));
  const ticker = ticking(() => clock, time);
  return () => {
    const { reading } = ticker;
    if (!action || !reading || reading.phase === 'overtime') return null;
    return { action, sent: sent(action.entry), seconds: reading.shownSeconds };
  };
}
