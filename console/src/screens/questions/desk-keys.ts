/** The desk by keys alone. */
import { isForScreen, isOnButton } from '../../keyboard';
import { isUnseen, isWaiting } from './desk-view';
import type { Panel, Screening } from './screening.svelte';

export interface DeskActions {
  search(): void;
  help(): void;
  undo(): void;
}

/** Takes key presses that are meant for the screen. */
export function deskKeys(
  screening: () => Screening,
  actions: DeskActions,
): (event: KeyboardEvent) => void {
  return (event) => {
    if (!isForScreen(event)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === 'Enter' && isOnButton(event.target)) return;
    const wish = wishes(screening(), actions)[key];
    if (!wish) return;
    event.preventDefault();
    wish();
  };
}

function wishes(screening: Screening, actions: DeskActions): Readonly<Record<string, () => void>> {
  const selected = screening.isSettled ? screening.selected : null;
  const open = (panel: Panel) => (): void => {
    if (selected && isWaiting(selected)) screening.open(panel, selected);
  };
  const accept = (): void => {
    // What is open there is answered or closed first.
    if (!selected || screening.panelAt(selected.id) !== null) return;
    if (isUnseen(selected)) void screening.approve(selected);
  };
  return {
    j: () => screening.move(1),
    ArrowDown: () => screening.move(1),
    k: () => screening.move(-1),
    ArrowUp: () => screening.move(-1),
    a: accept,
    Enter: accept,
    d: open('decline'),
    e: open('edit'),
    m: open('merge'),
    x: () => {
      if (selected) screening.markSelected();
    },
    u: () => actions.undo(),
    '/': () => actions.search(),
    '?': () => actions.help(),
    Escape: () => screening.close(),
  };
}
