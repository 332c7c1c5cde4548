/** Finds the room that decides a command. */
import type { Command, CommandType } from '@wenzheng/shared/forum/commands';
import { decideAdmission } from '../forum/admission';
import { decideAgenda } from '../forum/agenda';
import { decideChecklist } from '../forum/checklist';
import { decideDisplays } from '../forum/displays';
import { decideFloor } from '../forum/floor';
import { decideFollowup } from '../forum/followup';
import { decideHelp } from '../forum/help';
import { decideMedia } from '../forum/media';
import { decideOpinions } from '../forum/opinions';
import { decidePolls } from '../forum/polls';
import { decidePrompts } from '../forum/prompts';
import { decideGlossary } from '../forum/glossary';
import { decidePlainness } from '../forum/plainness';
import {
  decideAnswering,
  decideGivingWay,
  decideMicrophone,
  decidePicking,
  decideQuestions,
} from '../forum/questions';
import { decideRatings } from '../forum/ratings';
import { decideSafety, standsStill } from '../forum/safety';
import { decideScenes } from '../forum/scenes';
import { decideSlips } from '../forum/slips';
import { refuse, type Context, type Decides, type Decision } from './rooms';
import type { ForumState } from './state';
import { isShown, stillUsedBy } from './still-used';
import { decideUndo } from './undo';

const rooms: Decides<Exclude<Command['type'], 'undo'>> = {
  ...decideAgenda,
  ...decideMedia,
  ...decideSafety,
  ...decideHelp,
  ...decideChecklist,
  ...decideGlossary,
  ...decideAdmission,
  ...decideFloor,
  ...decidePrompts,
  ...decideQuestions,
  ...decideSlips,
  ...decideAnswering,
  // In the place of the floor's own: what was being answered is recorded first.
  ...decideGivingWay,
  ...decidePicking,
  ...decideMicrophone,
  ...decideOpinions,
  ...decideRatings,
  ...decidePolls,
  ...decidePlainness,
  ...decideScenes,
  ...decideDisplays,
  ...decideFollowup,
};

/**
 * What desks and screens still do once the forum is closed: write down what was said, tell the authors of
 * statements what became of them, cover what must not be read, and show it. The hall is still full of people.
 */
const AFTER_CLOSING: ReadonlySet<CommandType> = new Set<CommandType>([
  'completeNotes',
  'recordOutcome',
  'amendDeflection',
  'maskQuestion',
  'approveStatement',
  'declineStatement',
  'assignStatement',
  'setPollShown',
  'judgePollText',
  'assignPollText',
  'setCloudWord',
  'showScene',
  'tellStage',
  'clearStage',
  'renameDisplay',
  'identifyDisplay',
  'assignDisplay',
  'forgetDisplay',
  'playClip',
  'pauseClip',
  'showSlides',
  'raiseEmergency',
  'amendEmergency',
  'allClear',
  'callForHelp',
  'answerHelp',
  'endHelp',
]);

/** Answers the entries that record `command`, or why it cannot be done. Changes nothing. */
export function decide(state: ForumState, command: Command, context: Context): Decision {
  if (isOver(state, command)) return refuse('forum.closed');
  if (standsStill(state, meant(state, command))) return refuse('safety.emergency');
  if (command.type === 'undo') return decideUndo(state, command.entry, context);
  if (command.type === 'removeMedia' && isShown(state, command.media)) return refuse('media.shown');
  const by = stillUsedBy(state, command);
  if (by !== null) return refuse('agenda.still_used', { by });
  // Each type of command is decided by the function of the same name.
  const room = rooms[command.type] as (
    state: ForumState,
    command: Command,
    context: Context,
  ) => Decision;
  return room(state, command, context);
}

/** The type of `command`, or of the one that it would take back. */
function meant(state: ForumState, command: Command): CommandType {
  if (command.type !== 'undo') return command.type;
  const action = state.undoable.value.find(({ entry }) => entry === command.entry);
  return action?.command ?? command.type;
}

/** Undo after closing must not open again what was done before. */
function isOver(state: ForumState, command: Command): boolean {
  const closedAt = state.forum.value?.closedAt ?? null;
  if (closedAt === null) return false;
  if (command.type !== 'undo') return !AFTER_CLOSING.has(command.type);
  const action = state.undoable.value.find(({ entry }) => entry === command.entry);
  return action !== undefined && (action.at <= closedAt || !AFTER_CLOSING.has(action.command));
}
