/** Every command that a client may send, in one union. */
import { z } from 'zod';
import { admissionCommands } from './admission';
import { agendaCommands } from './agenda';
import { replaceAgenda } from './agenda-sheet';
import { checklistCommands } from './checklist';
import { displayCommands } from './displays';
import { filmCommands } from './film';
import { floorCommands } from './floor';
import { followupCommands } from './followup';
import { helpCommands } from './help';
import { mediaCommands } from './media';
import { microphoneCommands } from './microphone';
import { opinionCommands } from './opinions';
import { pickingCommands } from './picking';
import { pollCommands } from './polls';
import { promptCommands } from './prompts';
import { glossaryCommands } from './glossary';
import { plainnessCommands } from './plainness';
import { questionCommands } from './question-commands';
import { ratingCommands } from './ratings';
import { recoverTime } from './recovery';
import { safetyCommands } from './safety';
import { sceneCommands } from './scenes';
import { slipCommands } from './slips';
import { undoCommands } from './undo';

export const commandSchema = z.discriminatedUnion('type', [
  ...admissionCommands,
  ...safetyCommands,
  ...helpCommands,
  ...agendaCommands,
  replaceAgenda,
  ...checklistCommands,
  recoverTime,
  ...glossaryCommands,
  ...floorCommands,
  ...promptCommands,
  ...questionCommands,
  ...slipCommands,
  ...pickingCommands,
  ...microphoneCommands,
  ...opinionCommands,
  ...ratingCommands,
  ...pollCommands,
  ...plainnessCommands,
  ...sceneCommands,
  ...displayCommands,
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
