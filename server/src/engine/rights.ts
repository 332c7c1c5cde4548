/** The one table of rights: who may send which command. What each role sees stands in feed-specs. */
import type { Role } from '@wenzheng/shared/forum/access';
import type { CommandType } from '@wenzheng/shared/forum/commands';

const ORGANISERS: readonly Role[] = ['admin'];
const HOST: readonly Role[] = ['admin', 'host'];
const DESK: readonly Role[] = ['admin', 'host', 'moderator'];
const LOGGING: readonly Role[] = ['admin', 'host', 'moderator', 'volunteer'];
/** Whoever has a phone of their own. */
const PHONE: readonly Role[] = ['audience'];
const KIOSK: readonly Role[] = ['kiosk'];
const CITIZEN: readonly Role[] = ['audience', 'kiosk'];

const RIGHTS: Readonly<Record<CommandType, readonly Role[]>> = {
  raiseEmergency: HOST,
  amendEmergency: HOST,
  allClear: HOST,
  presentCode: PHONE,
  issueTickets: HOST,
  revokeTicket: HOST,
  revokeTicketBatch: HOST,
  setWifi: ORGANISERS,
  startAgendaItem: HOST,
  editForum: ORGANISERS,
  putDepartment: ORGANISERS,
  removeDepartment: ORGANISERS,
  putSpeaker: ORGANISERS,
  removeSpeaker: ORGANISERS,
  putAgendaItem: ORGANISERS,
  moveAgendaItem: ORGANISERS,
  removeAgendaItem: ORGANISERS,
  replaceAgenda: ORGANISERS,
  startTalk: HOST,
  endTurn: HOST,
  pauseTurn: HOST,
  resumeTurn: HOST,
  extendTurn: HOST,
  setBackTurn: HOST,
  putRepresentative: HOST,
  removeRepresentative: HOST,
  startExchange: HOST,
  passFloor: HOST,
  endExchange: HOST,
  recordOutcome: DESK,
  askQuestion: CITIZEN,
  supportQuestion: PHONE,
  supportByCode: KIOSK,
  logQuestion: LOGGING,
  enterSlip: LOGGING,
  voidSlip: LOGGING,
  markIllegible: LOGGING,
  putSlipPhoto: LOGGING,
  removeSlipPhoto: LOGGING,
  checkEntry: LOGGING,
  correctEntry: LOGGING,
  withdrawEntry: LOGGING,
  issueSlips: LOGGING,
  sealBox: LOGGING,
  openBox: LOGGING,
  countBox: LOGGING,
  declareMissing: DESK,
  printSlips: HOST,
  setSlipCheck: HOST,
  nameDifference: HOST,
  giveMicNumber: LOGGING,
  callMicNumber: LOGGING,
  settleMicNumber: LOGGING,
  screenQuestion: DESK,
  declineQuestion: DESK,
  editQuestion: DESK,
  maskQuestion: DESK,
  putRudeWords: ORGANISERS,
  mergeQuestion: DESK,
  separateQuestion: DESK,
  completeNotes: DESK,
  pickQuestion: HOST,
  drawQuestion: HOST,
  setHallShare: HOST,
  setCountsHidden: HOST,
  startAnswer: HOST,
  answerQuestion: HOST,
  deflectQuestion: HOST,
  amendDeflection: DESK,
  submitStatement: CITIZEN,
  addStatement: DESK,
  approveStatement: DESK,
  declineStatement: DESK,
  answerStatement: PHONE,
  rateAnswer: PHONE,
  setRating: HOST,
  showScene: HOST,
  closeForum: HOST,
  // Only of actions that the same role may do; see decideUndo.
  undo: LOGGING,
};

export const mayCommand = (role: Role, command: CommandType): boolean =>
  RIGHTS[command].includes(role);
