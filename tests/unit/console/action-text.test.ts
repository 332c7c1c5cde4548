import { describe, expect, it } from 'vitest';
import { COMMAND_TYPES, HELD_COMMANDS, type CommandType } from '@wenzheng/shared/forum/commands';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { instant, minutes } from '@wenzheng/shared/time/instant';
import { isUndoable } from '../../../server/src/engine/undo';
import { actionText } from '../../../console/src/screens/frame/action-text';
import type { UndoableAction } from '../../../console/src/undo-window.svelte';

const action = (command: CommandType): UndoableAction => ({
  entry: 1,
  command,
  by: { role: 'host', id: 'h' },
  at: instant(0),
  question: { id: 'q', number: 12 },
});

describe('what undo says', () => {
  it.each(COMMAND_TYPES.filter(isUndoable))('names what %s did', (command) => {
    const text = actionText(action(command), { name: null, sent: null });
    expect(text).not.toBe(m.console_did_something());
    expect(text).not.toBe('');
  });

  it('has nothing to say of what is held instead', () => {
    expect(HELD_COMMANDS.filter(isUndoable)).toEqual([]);
  });

  it('says of this device whether a minute was added or taken', () => {
    const said = (by: number): string => {
      const sent = { type: 'extendTurn', turn: 1, by: minutes(by) } as const;
      return actionText(action('extendTurn'), { name: null, sent });
    };
    expect(said(1)).toBe(m.console_did_add_minutes({ minutes: 1 }));
    expect(said(-1)).toBe(m.console_did_take_minutes({ minutes: 1 }));
  });
});
