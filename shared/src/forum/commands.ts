/** Every command that a client may send, in one union. */
import { z } from 'zod';
import { admissionCommands } from './admission';
import { agendaCommands } from './agenda';
import { replaceAgenda } from './agenda-sheet';
import { filmCommands } from './film';
import { floorCommands } from './floor';
import { followupCommands } from './followup';
import { mediaCommands } from './media';
import { microphoneCommands } from './microphone';
import { opinionCommands } from './opinions';
import { pickingCommands } from './picking';
import { questionCommands } from './questions';
import { ratingCommands } from './ratings';
import { safetyCommands } from './safety';
import { sceneCommands } from './scenes';
import { slipCommands } from './slips';
import { undoCommands } from './undo';

export const commandSchema = z.discriminatedUnion('type', [
  ...admissionCommands,
  ...safetyCommands,
  ...agendaCommands,
  replaceAgenda,
  ...floorCommands,
  ...questionCommands,
  ...slipCommands,
  ...pickingCommands,
  ...microphoneCommands,
  ...opinionCommands,
  ...ratingCommands,
  ...sceneCommands,
  ...filmCommands,
  ...mediaCommands,
  ...followupCommands,
  ...undoCommands,
]);
/** A command as the hub works on it. */
export type Command = z.output<typeof commandSchema>;
/** A command as a client writes it. */
export type CommandInput = z.input<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
export const COMMAND_TYPES = commandSchema.options.map((option) => option.shape.type.value);

/**
 * Commands that no undo takes back, because people far from the press act on them at once; screens have
 * them held for a second instead.
 */
export const HELD_COMMANDS: readonly CommandType[] = [
  'closeForum',
  'raiseEmergency',
  'amendEmergency',
  'allClear',
];
