import { mayCommand } from '@wenzheng/server/src/engine/rights';
import { ROLES } from '@wenzheng/shared/forum/access';
import { COMMAND_TYPES, type CommandType } from '@wenzheng/shared/forum/commands';
import { describe, expect, test } from 'vitest';

/** Who may send what; the roles in this order. A new command does not compile without its row. */
const ORDER = ['admin', 'host', 'moderator', 'volunteer', 'kiosk', 'display', 'audience'] as const;
/** What the layouts of the display but the big screen may do: nothing but show. */
const LAYOUTS = ['stage', 'lobby', 'overlay'] as const;
const TABLE: Record<CommandType, string> = {
  raiseEmergency: '      yes yes  -   -   -   -   - ',
  amendEmergency: '      yes yes  -   -   -   -   - ',
  allClear: '            yes yes  -   -   -   -   - ',
  callForHelp: '         yes yes yes yes  -   -   - ',
  answerHelp: '          yes yes  -   -   -   -   - ',
  endHelp: '             yes yes yes yes  -   -   - ',
  editForum: '           yes  -   -   -   -   -   - ',
  putDepartment: '       yes  -   -   -   -   -   - ',
  removeDepartment: '    yes  -   -   -   -   -   - ',
  putSpeaker: '          yes  -   -   -   -   -   - ',
  removeSpeaker: '       yes  -   -   -   -   -   - ',
  putAgendaItem: '       yes  -   -   -   -   -   - ',
  moveAgendaItem: '      yes  -   -   -   -   -   - ',
  removeAgendaItem: '    yes  -   -   -   -   -   - ',
  replaceAgenda: '       yes  -   -   -   -   -   - ',
  putTask: '             yes  -   -   -   -   -   - ',
  moveTask: '            yes  -   -   -   -   -   - ',
  removeTask: '          yes  -   -   -   -   -   - ',
  tickTask: '            yes  -   -   -   -   -   - ',
  fillChecklist: '       yes  -   -   -   -   -   - ',
  addMedia: '            yes  -   -   -   -   -   - ',
  removeMedia: '         yes  -   -   -   -   -   - ',
  setItemMedia: '        yes  -   -   -   -   -   - ',
  startAgendaItem: '     yes yes  -   -   -   -   - ',
  recoverTime: '         yes yes  -   -   -   -   - ',
  putTerm: '             yes yes  -   -   -   -   - ',
  moveTerm: '            yes yes  -   -   -   -   - ',
  removeTerm: '          yes yes  -   -   -   -   - ',
  startTalk: '           yes yes  -   -   -   -   - ',
  endTurn: '             yes yes  -   -   -   -   - ',
  pauseTurn: '           yes yes  -   -   -   -   - ',
  resumeTurn: '          yes yes  -   -   -   -   - ',
  extendTurn: '          yes yes  -   -   -   -   - ',
  setBackTurn: '         yes yes  -   -   -   -   - ',
  issueTickets: '        yes yes  -   -   -   -   - ',
  revokeTicket: '        yes yes  -   -   -   -   - ',
  revokeTicketBatch: '   yes yes  -   -   -   -   - ',
  setWifi: '             yes  -   -   -   -   -   - ',
  tellStage: '           yes yes  -   -   -   -   - ',
  clearStage: '          yes yes  -   -   -   -   - ',
  putRepresentative: '   yes yes  -   -   -   -   - ',
  removeRepresentative: 'yes yes  -   -   -   -   - ',
  startExchange: '       yes yes  -   -   -   -   - ',
  passFloor: '           yes yes  -   -   -   -   - ',
  endExchange: '         yes yes  -   -   -   -   - ',
  pickQuestion: '        yes yes  -   -   -   -   - ',
  drawQuestion: '        yes yes  -   -   -   -   - ',
  setHallShare: '        yes yes  -   -   -   -   - ',
  setCountsHidden: '     yes yes  -   -   -   -   - ',
  startAnswer: '         yes yes  -   -   -   -   - ',
  joinAnswer: '          yes yes  -   -   -   -   - ',
  answerQuestion: '      yes yes  -   -   -   -   - ',
  deflectQuestion: '     yes yes  -   -   -   -   - ',
  showCard: '            yes yes  -   -   -   -   - ',
  renameDisplay: '       yes yes  -   -   -   -   - ',
  identifyDisplay: '     yes yes  -   -   -   -   - ',
  assignDisplay: '       yes yes  -   -   -   -   - ',
  forgetDisplay: '       yes yes  -   -   -   -   - ',
  showScene: '           yes yes  -   -   -   -   - ',
  playClip: '            yes yes  -   -   -   -   - ',
  pauseClip: '           yes yes  -   -   -   -   - ',
  showSlides: '          yes yes  -   -   -   -   - ',
  closeForum: '          yes yes  -   -   -   -   - ',
  startInterjection: '   yes yes  -   -   -   -   - ',
  nameInterjection: '    yes yes  -   -   -   -   - ',
  extendInterjection: '  yes yes  -   -   -   -   - ',
  endInterjection: '     yes yes  -   -   -   -   - ',
  recordOutcome: '       yes yes yes  -   -   -   - ',
  screenQuestion: '      yes yes yes  -   -   -   - ',
  declineQuestion: '     yes yes yes  -   -   -   - ',
  editQuestion: '        yes yes yes  -   -   -   - ',
  putRudeWords: '        yes  -   -   -   -   -   - ',
  maskQuestion: '        yes yes yes  -   -   -   - ',
  mergeQuestion: '       yes yes yes  -   -   -   - ',
  separateQuestion: '    yes yes yes  -   -   -   - ',
  completeNotes: '       yes yes yes  -   -   -   - ',
  amendDeflection: '     yes yes yes  -   -   -   - ',
  addStatement: '        yes yes yes  -   -   -   - ',
  approveStatement: '    yes yes yes  -   -   -   - ',
  declineStatement: '    yes yes yes  -   -   -   - ',
  logQuestion: '         yes yes yes yes  -   -   - ',
  giveMicNumber: '       yes yes yes yes  -   -   - ',
  callMicNumber: '       yes yes yes yes  -   -   - ',
  settleMicNumber: '     yes yes yes yes  -   -   - ',
  undo: '                yes yes yes yes  -   -   - ',
  printSlips: '           yes yes  -   -   -   -   - ',
  setSlipCheck: '         yes yes  -   -   -   -   - ',
  nameDifference: '       yes yes  -   -   -   -   - ',
  declareMissing: '       yes yes yes  -   -   -   - ',
  enterSlip: '            yes yes yes yes  -   -   - ',
  voidSlip: '             yes yes yes yes  -   -   - ',
  markIllegible: '        yes yes yes yes  -   -   - ',
  putSlipPhoto: '         yes yes yes yes  -   -   - ',
  removeSlipPhoto: '      yes yes yes yes  -   -   - ',
  checkEntry: '           yes yes yes yes  -   -   - ',
  correctEntry: '         yes yes yes yes  -   -   - ',
  withdrawEntry: '        yes yes yes yes  -   -   - ',
  issueSlips: '           yes yes yes yes  -   -   - ',
  sealBox: '              yes yes yes yes  -   -   - ',
  openBox: '              yes yes yes yes  -   -   - ',
  countBox: '             yes yes yes yes  -   -   - ',
  askQuestion: '          -   -   -   -  yes  -  yes',
  submitStatement: '      -   -   -   -  yes  -  yes',
  supportQuestion: '      -   -   -   -   -   -  yes',
  supportByCode: '        -   -   -   -  yes  -   - ',
  presentCode: '          -   -   -   -   -   -  yes',
  answerStatement: '      -   -   -   -   -   -  yes',
  rateAnswer: '           -   -   -   -   -   -  yes',
  markUnclear: '          -   -   -   -   -   -  yes',
  setRating: '            yes yes  -   -   -   -   - ',
  putPoll: '              yes yes  -   -   -   -   - ',
  removePoll: '           yes yes  -   -   -   -   - ',
  openPoll: '             yes yes  -   -   -   -   - ',
  askPoll: '              yes yes  -   -   -   -   - ',
  repeatPoll: '           yes yes  -   -   -   -   - ',
  closePoll: '            yes yes  -   -   -   -   - ',
  setPollShown: '         yes yes  -   -   -   -   - ',
  castBallot: '           -   -   -   -   -   -  yes',
  castBallotByCode: '     -   -   -   -  yes  -   - ',
  judgePollText: '        yes yes yes  -   -   -   - ',
  assignPollText: '       yes yes yes  -   -   -   - ',
  assignStatement: '      yes yes yes  -   -   -   - ',
  setCloudWord: '         yes yes yes  -   -   -   - ',
};

describe('rights', () => {
  test('know every role and every command', () => {
    expect([...ORDER, ...LAYOUTS].sort()).toEqual([...ROLES].sort());
    expect(Object.keys(TABLE).sort()).toEqual([...COMMAND_TYPES].sort());
  });

  const cells = COMMAND_TYPES.flatMap((command) => {
    const row = TABLE[command].trim().split(/\s+/);
    return ORDER.map((role, column) => ({ command, role, may: row[column] === 'yes' }));
  });
  test.each(cells)('$role may send $command: $may', ({ role, command, may }) => {
    expect(mayCommand(role, command)).toBe(may);
  });

  test.each(LAYOUTS)('%s may send nothing', (role) => {
    expect(COMMAND_TYPES.filter((command) => mayCommand(role, command))).toEqual([]);
  });
});
