/** Finds the room that decides a command. */
import type { Command } from '@wenzheng/shared/forum/commands';
import { decideAgenda } from '../forum/agenda';
import { decideFloor } from '../forum/floor';
import { decideQuestions } from '../forum/questions';
import { decideScenes } from '../forum/scenes';
import type { Context, Decides, Decision } from './rooms';
import type { ForumState } from './state';
import { decideUndo } from './undo';

const rooms: Decides<Exclude<Command['type'], 'undo'>> = {
  ...decideAgenda,
  ...decideFloor,
  ...decideQuestions,
  ...decideScenes,
};

/** Answers the entries that record `command`, or why it cannot be done. Changes nothing. */
export function decide(state: ForumState, command: Command, context: Context): Decision {
  if (command.type === 'undo') return decideUndo(state, command.entry, context);
  // Each type of command is decided by the function of the same name.
  const room = rooms[command.type] as (
    state: ForumState,
    command: Command,
    context: Context,
  ) => Decision;
  return room(state, command, context);
}
