/** The one table of rights: who may send which command. What each role sees stands in feed-specs. */
import type { Role } from '@wenzheng/shared/forum/access';
import type { CommandType } from '@wenzheng/shared/forum/commands';

const HOST: readonly Role[] = ['admin', 'host'];
const DESK: readonly Role[] = ['admin', 'host', 'moderator'];
const LOGGING: readonly Role[] = ['admin', 'host', 'moderator', 'volunteer'];
const CITIZEN: readonly Role[] = ['audience'];

const RIGHTS: Readonly<Record<CommandType, readonly Role[]>> = {
  startAgendaItem: HOST,
  startTalk: HOST,
  endTurn: HOST,
  pauseTurn: HOST,
  resumeTurn: HOST,
  extendTurn: HOST,
  askQuestion: CITIZEN,
  supportQuestion: CITIZEN,
  logQuestion: LOGGING,
  screenQuestion: DESK,
  declineQuestion: DESK,
  completeNotes: DESK,
  pickQuestion: HOST,
  startAnswer: HOST,
  answerQuestion: HOST,
  deflectQuestion: HOST,
  amendDeflection: DESK,
  showScene: HOST,
  // Only of actions that the same role may do; see decideUndo.
  undo: DESK,
};

export const mayCommand = (role: Role, command: CommandType): boolean =>
  RIGHTS[command].includes(role);
