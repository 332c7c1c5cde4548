/**
 * What stands still while an emergency lasts: whatever moves the floor, the agenda or the big screen, which
 * must be found as they were left. What people say, and what desks do with it, goes on.
 */
import type { CommandType } from '@wenzheng/shared/forum/commands';
import type { ForumState } from '../../engine/state';
import { lasting } from './lasting';

const STOPS: Readonly<Record<Exclude<CommandType, 'undo'>, boolean>> = {
  raiseEmergency: false,
  amendEmergency: false,
  allClear: false,

  startAgendaItem: true,
  recoverTime: true,
  startTalk: true,
  endTurn: true,
  pauseTurn: true,
  resumeTurn: true,
  extendTurn: true,
  setBackTurn: true,
  // Nothing but what to do stands on stage now.
  tellStage: true,
  clearStage: true,
  startExchange: true,
  passFloor: true,
  endExchange: true,
  startInterjection: true,
  nameInterjection: true,
  extendInterjection: true,
  endInterjection: true,
  pickQuestion: true,
  drawQuestion: true,
  startAnswer: true,
  joinAnswer: true,
  answerQuestion: true,
  deflectQuestion: true,
  // Nobody is sent to the microphone now.
  callMicNumber: true,
  setRating: true,
  openPoll: true,
  askPoll: true,
  repeatPoll: true,
  closePoll: true,
  setPollShown: true,
  showScene: true,
  showCard: true,
  // Its card may be on the big screen.
  removeTerm: true,
  // Nobody explains anything now.
  markUnclear: true,
  // The emergency lies over whatever a display is told; it must be found as it was.
  assignDisplay: true,
  identifyDisplay: true,
  playClip: true,
  pauseClip: true,
  showSlides: true,
  closeForum: true,

  callForHelp: false,
  answerHelp: false,
  endHelp: false,
  editForum: false,
  putDepartment: false,
  removeDepartment: false,
  putSpeaker: false,
  removeSpeaker: false,
  putAgendaItem: false,
  moveAgendaItem: false,
  removeAgendaItem: false,
  replaceAgenda: false,
  putTask: false,
  moveTask: false,
  removeTask: false,
  tickTask: false,
  fillChecklist: false,
  putTerm: false,
  moveTerm: false,
  addMedia: false,
  removeMedia: false,
  setItemMedia: false,
  putRepresentative: false,
  removeRepresentative: false,
  recordOutcome: false,
  renameDisplay: false,
  forgetDisplay: false,
  presentCode: false,
  issueTickets: false,
  revokeTicket: false,
  revokeTicketBatch: false,
  setWifi: false,
  askQuestion: false,
  supportQuestion: false,
  supportByCode: false,
  logQuestion: false,
  enterSlip: false,
  voidSlip: false,
  markIllegible: false,
  putSlipPhoto: false,
  removeSlipPhoto: false,
  checkEntry: false,
  correctEntry: false,
  withdrawEntry: false,
  issueSlips: false,
  sealBox: false,
  openBox: false,
  countBox: false,
  declareMissing: false,
  printSlips: false,
  setSlipCheck: false,
  nameDifference: false,
  giveMicNumber: false,
  settleMicNumber: false,
  screenQuestion: false,
  declineQuestion: false,
  editQuestion: false,
  maskQuestion: false,
  putRudeWords: false,
  mergeQuestion: false,
  separateQuestion: false,
  completeNotes: false,
  amendDeflection: false,
  setHallShare: false,
  setCountsHidden: false,
  submitStatement: false,
  addStatement: false,
  approveStatement: false,
  declineStatement: false,
  answerStatement: false,
  rateAnswer: false,
  putPoll: false,
  removePoll: false,
  castBallot: false,
  castBallotByCode: false,
  judgePollText: false,
  setCloudWord: false,
};

const stops = (command: CommandType): boolean => command !== 'undo' && STOPS[command];

/** Has `command` to wait until it is all clear? For undo, name the command that it would take back. */
export const standsStill = (state: ForumState, command: CommandType): boolean =>
  lasting(state) !== null && stops(command);

/**
 * Did `command`, recorded by `entry`, move what the last emergency has found and left? Taking it back then
 * would count the time that stood still.
 */
export const wasBefore = (
  { emergency }: ForumState,
  command: CommandType,
  entry: number,
): boolean => stops(command) && emergency.value !== null && entry < emergency.value.raised;
