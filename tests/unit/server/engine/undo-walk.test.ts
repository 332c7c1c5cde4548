/**
 * Everything that host and organisers can do, done and taken back: afterwards the hall, the phones and the
 * desks see exactly what they saw before. What cannot be taken back is held for a second instead.
 */
import { mayCommand } from '@wenzheng/server/src/engine/rights';
import type { Role } from '@wenzheng/shared/forum/access';
import {
  COMMAND_TYPES,
  HELD_COMMANDS,
  type CommandInput,
  type CommandType,
} from '@wenzheng/shared/forum/commands';
import { duration, minutes, seconds } from '@wenzheng/shared/time/instant';
import type { CalendarDate } from '@wenzheng/shared/time/working-days';
import { describe, expect, test } from 'vitest';
import { DUE, seeing } from '../../../support/given';
import { mappingForever } from '../../../support/mapping-here';
import { roomWithForum, type Guest, type TestRoom } from '../../../support/room';

/** Two who may do things, a phone, and the room they are in. */
interface Hall {
  readonly room: TestRoom;
  readonly admin: Guest;
  readonly phone: Guest;
}

const turnOf = ({ room }: Hall): number => room.seat.engine.state.floor.value?.turn ?? 0;
const lastExchange = ({ room }: Hall): string =>
  [...room.seat.engine.state.exchanges.entries()].at(-1)?.[0] ?? '';

const startItem = (item: string, from: string | null): CommandInput => ({
  type: 'startAgendaItem',
  item,
  from,
});
const onlyOpening: CommandInput = {
  type: 'replaceAgenda',
  from: ['opening', 'policy_talk', 'qa', 'closing'],
  items: [
    {
      ...{ id: 'opening', stage: 'opening', title: 'opening', plannedDuration: minutes(10) },
      ...{ talks: [], owner: 'Zhao', note: 'ring the bell' },
    },
    {
      ...{ id: 'end', stage: 'closing', title: 'The end', plannedDuration: minutes(5) },
      ...{ talks: [{ speaker: 'sun', topic: '', limit: minutes(2) }], owner: '', note: '' },
    },
  ],
  speakers: [
    { id: 'sun', name: 'Sun', office: 'mayor', department: 'city' },
    { id: 'li', name: 'li', office: 'deputy', department: 'department' },
  ],
};
const ask: CommandInput = {
  ...{ type: 'askQuestion', text: '自来水 is brown', name: null },
  department: null,
};
const logging: CommandInput = {
  ...{ type: 'logQuestion', source: 'paper', serial: 'A-1' },
  ...{ text: '路灯 is out', name: '小王', department: null },
};
const mic: CommandInput = { ...logging, source: 'mic', serial: null };
const screen = (question: string): CommandInput => ({
  type: 'screenQuestion',
  question,
  department: 'water',
});
const pick = (question: string, from: string | null): CommandInput => ({
  type: 'pickQuestion',
  question,
  from,
});
const answer: CommandInput = { type: 'answerQuestion', question: '1', notes: null };
const deflection = {
  question: '1',
  reason: 'out_of_scope',
  department: 'roads',
  due: DUE,
} as const;
const chen: CommandInput = {
  type: 'putRepresentative',
  representative: { id: 'chen', name: '陈阿姨', chosenBy: 'place', of: '东街' },
};
const talkOf = (speaker: string, from: number | null): CommandInput => ({
  type: 'startTalk',
  speaker,
  from,
});
const facing = (from: number | null): CommandInput => ({
  ...{ type: 'startExchange', representative: 'chen', official: 'li' },
  ...{ quota: minutes(3), from },
});
const outcome = {
  kind: 'committed',
  summary: '年底前装好',
  commitment: { what: '东街路灯', department: 'roads', due: DUE },
} as const;
const parks: CommandInput = {
  type: 'putDepartment',
  department: {
    ...{ id: 'parks', name: 'Parks', head: null },
    ...{ present: false, keywords: ['公园'] },
  },
};
const zhou: CommandInput = {
  type: 'putSpeaker',
  speaker: { id: 'zhou', name: 'Zhou', office: 'head', department: 'Parks' },
};
const breakItem = (title: string): CommandInput => ({
  type: 'putAgendaItem',
  item: {
    ...{ id: 'break', stage: 'opening', title, plannedDuration: minutes(5) },
    ...{ talks: [], owner: 'Zhao', note: 'tea' },
  },
  before: 'qa',
});
const statement: CommandInput = { type: 'submitStatement', text: '多装一些路灯' };

const talking = async ({ admin }: Hall): Promise<void> => {
  await admin.does(startItem('policy_talk', null));
  await admin.does(talkOf('li', null));
};
const fund = {
  type: 'putTerm',
  term: {
    id: 'fund',
    word: '维修资金',
    plain: '修房子的钱',
    example: '修电梯',
    items: [] as string[],
  },
} as const;
const cards = async ({ admin }: Hall): Promise<void> => {
  await admin.does(fund);
  await admin.does({
    ...{
      type: 'putTerm',
      term: { id: 'draw', word: '派位', plain: '抽签', example: '', items: [] },
    },
  });
};
/** Over the talk that is running. */
const cardShown = async (hall: Hall): Promise<void> => {
  await talking(hall);
  await cards(hall);
  await hall.admin.does({ type: 'showCard', term: 'fund' });
};
const playing = (from: 'start' | 'here'): CommandInput => ({
  ...{ type: 'playClip', clip: 'film-4' },
  from,
});
/** A film and slides, which the item of questions shows. */
const withMedia = async ({ admin }: Hall): Promise<void> => {
  await admin.does({ type: 'addMedia', name: 'film' });
  await admin.does({ type: 'addMedia', name: 'slides' });
  await admin.does({ type: 'setItemMedia', item: 'qa', clip: 'film-4', slides: 'slides-6' });
};
const filmOn = async (hall: Hall): Promise<void> => {
  await withMedia(hall);
  await hall.admin.does(playing('start'));
  hall.room.pass(5);
};
const filmPaused = async (hall: Hall): Promise<void> => {
  await filmOn(hall);
  await hall.admin.does({ type: 'pauseClip', clip: 'film-4' });
};
const slidesOn = async (hall: Hall): Promise<void> => {
  await filmOn(hall);
  await hall.admin.does({ type: 'showSlides', slides: 'slides-6', page: 2 });
};
const origin = (serial: string, box: string | null = null) => ({ serial, box, late: false });
const entering: CommandInput = {
  ...{ type: 'enterSlip', ...origin('A-0002'), text: '路灯 is out' },
  ...{ name: '小王', further: false },
};
const counting = (count: number) => [{ batch: 'A', count }];
/** Slips A-0001 to A-0006, handed out but for the last, and one box that has been opened. */
const paper = async ({ admin }: Hall): Promise<void> => {
  await admin.does({ type: 'printSlips', batch: 'A', count: 6 });
  await admin.does({ type: 'issueSlips', batch: 'A', first: 1, last: 5, on: true });
  await admin.does({ type: 'sealBox', seal: 'S-1' });
  await admin.does({ type: 'openBox', box: '1', by: '王芳', counts: counting(3) });
};
/** Question 1 stands on slip A-0002; somebody else than host and admin has entered it. */
const enteredSlip = async (hall: Hall): Promise<void> => {
  await paper(hall);
  await hall.admin.does({ type: 'setSlipCheck', check: 'all' });
  await hall.room.enter('volunteer').does(entering);
};
const photographed = async (hall: Hall): Promise<void> => {
  await enteredSlip(hall);
  await hall.admin.does({ type: 'putSlipPhoto', serial: 'A-0002' });
};
const ofEntry = ({ room }: Hall) => ({
  ...{ serial: 'A-0002', question: '1' },
  from: room.seat.engine.state.questions.get('1')?.revision ?? 0,
});
/** Somebody speaks up in a talk, and a representative is on the roster. */
const speakingUp = async (hall: Hall): Promise<void> => {
  await talking(hall);
  await hall.admin.does(chen);
  await hall.admin.does({ type: 'startInterjection', turn: turnOf(hall) });
};
type OfInterjection = Extract<CommandInput, { interjection: number }>;
type Rest<C> = C extends unknown ? Omit<C, 'interjection'> : never;
const ofInterjection =
  (command: Rest<OfInterjection>) =>
  ({ room }: Hall): CommandInput => ({
    ...command,
    interjection: room.seat.engine.state.floor.value?.interjection?.number ?? 0,
  });
const inExchange = async ({ admin }: Hall): Promise<void> => {
  await admin.does(chen);
  await admin.does(facing(null));
};
/** Questions 1 and 2 wait in the queue, and both have support. */
const queueing = async ({ admin, phone }: Hall): Promise<void> => {
  await admin.does(startItem('qa', null));
  await phone.does(ask);
  await admin.does(screen('1'));
  await admin.does(mic);
  for (const question of ['1', '2'])
    await phone.does({ type: 'supportQuestion', question, on: true });
};
const questionOnFloor = async (hall: Hall): Promise<void> => {
  await queueing(hall);
  await hall.admin.does(pick('1', null));
};
const deflected = async (hall: Hall): Promise<void> => {
  await questionOnFloor(hall);
  await hall.admin.does({ type: 'deflectQuestion', ...deflection });
};
const answered = async (hall: Hall): Promise<void> => {
  await questionOnFloor(hall);
  await hall.admin.does(answer);
};
const number: CommandInput = {
  ...{ type: 'giveMicNumber', name: '王大爷', area: 'East', department: 'water', again: false },
};
/** Two wait for the microphone. */
const numbered = async ({ admin }: Hall): Promise<void> => {
  await admin.does(number);
  await admin.does(number);
};
const called = async (hall: Hall): Promise<void> => {
  await numbered(hall);
  await hall.admin.does({ type: 'callMicNumber', number: 1, from: null });
};
const askedOnly = async ({ phone }: Hall): Promise<void> => void (await phone.does(ask));
const afterExchange = async (hall: Hall): Promise<void> => {
  await inExchange(hall);
  await hall.admin.does({ type: 'endExchange', turn: turnOf(hall), outcome: null });
};
const recorded = async (hall: Hall): Promise<void> => {
  await afterExchange(hall);
  const exchange = lastExchange(hall);
  await hall.admin.does(standing(hall, { type: 'recordOutcome', exchange, outcome, from: 0 }));
};
/** Written down, and put right twice. */
const writtenDown = async (hall: Hall): Promise<void> => {
  await answered(hall);
  for (const notes of ['换管', '下月换管', '四月换管'])
    await hall.admin.does(
      standing(hall, { type: 'completeNotes', question: '1', notes, commitment: null, from: 0 }),
    );
};
const closing = (rated: string): CommandInput => ({
  ...{ type: 'setRating', answer: rated, open: false },
});
const toStage = (template: 'brief' | 'minute'): CommandInput => ({
  type: 'tellStage',
  say: { template },
});
const nothing = async (): Promise<void> => undefined;
const WALL = 'main.WALL23456789';
const wallNamed = async ({ admin }: Hall): Promise<void> =>
  void (await admin.does({ type: 'renameDisplay', display: WALL, name: '西侧' }));

const pollOf = (kind: 'single' | 'ranking' | 'text' | 'cloud') => ({
  ...{ id: 'p', kind, text: 'Which?', most: null, steps: null, low: '', high: '' },
  options: kind === 'single' || kind === 'ranking' ? ['a lift', 'a bench'] : [],
  ...{ who: 'anyone' as const, live: false },
});
const prepared = async ({ admin }: Hall): Promise<void> =>
  void (await admin.does({ type: 'putPoll', poll: pollOf('single') }));
const votedPoll = async (hall: Hall): Promise<void> => {
  await hall.admin.does({ type: 'askPoll', poll: pollOf('single') });
  await hall.phone.does({ type: 'castBallot', poll: 'p', ballot: { choices: [1] } });
};
const closedPoll = async (hall: Hall): Promise<void> => {
  await votedPoll(hall);
  await hall.admin.does({ type: 'closePoll', poll: 'p' });
};

const written = async ({ admin, phone }: Hall): Promise<void> => {
  await admin.does({ type: 'askPoll', poll: pollOf('text') });
  await phone.does({ type: 'castBallot', poll: 'p', ballot: { text: 'a bench' } });
};
const textIn = (room: TestRoom): string =>
  [...room.seat.engine.state.pollTexts.entries()][0]?.[0] ?? '';
const letThrough = async (hall: Hall): Promise<void> => {
  await written(hall);
  await hall.admin.does({ type: 'judgePollText', text: textIn(hall.room), shown: true });
};

/** How it comes to the press, and the press. */
type Case = readonly [before: (hall: Hall) => Promise<void>, press: (hall: Hall) => CommandInput];
const ofTurn =
  (command: (turn: number) => CommandInput) =>
  (hall: Hall): CommandInput =>
    command(turnOf(hall));
const just = (command: CommandInput) => (): CommandInput => command;
const standing = ({ room }: Hall, command: CommandInput): CommandInput =>
  seeing(room.seat.engine.state, command);
const edit = (question: string): CommandInput => ({
  ...{ type: 'editQuestion', question, text: 'better words', from: 0 },
});
const paused = async (hall: Hall): Promise<void> => {
  await talking(hall);
  await hall.admin.does({ type: 'pauseTurn', turn: turnOf(hall) });
};

type Undoable = Exclude<
  CommandType,
  | 'undo'
  | 'closeForum'
  | 'raiseEmergency'
  | 'amendEmergency'
  | 'allClear'
  | 'askQuestion'
  | 'supportQuestion'
  | 'supportByCode'
  | 'presentCode'
  | 'submitStatement'
  | 'answerStatement'
  | 'rateAnswer'
  | 'castBallot'
  | 'castBallotByCode'
  | 'markUnclear'
>;
/** Five tickets; the phone has come by the first. */
const issued = async ({ room, admin, phone }: Hall): Promise<void> => {
  await admin.does(tickets);
  await phone.does({ type: 'presentCode', code: room.seat.room.ports.codes.ticketCode(1) });
};
const tickets: CommandInput = { type: 'issueTickets', count: 5, seat: 'A', until: null };
const wifi = (network: string): CommandInput => ({ type: 'setWifi', network, password: 'p' });
const calling: CommandInput = {
  ...{ type: 'callForHelp', reason: 'medical', zone: 'rest', where: 'row 3' },
};
const waiting = async ({ room }: Hall): Promise<void> =>
  void (await room.enter('volunteer').does(calling));
const callOf = ({ room }: Hall): number =>
  Number([...room.seat.engine.state.help.entries()].at(-1)?.[0]);
const taskOf = (title: string): CommandInput => ({
  type: 'putTask',
  task: { id: 'call', title, owner: 'Lin', daysBefore: 3 },
  before: null,
});
const tasks = async ({ admin }: Hall): Promise<void> =>
  void (await admin.does({ type: 'fillChecklist', language: 'en' }));
const planned = async (hall: Hall): Promise<void> => {
  await tasks(hall);
  await hall.admin.does({ type: 'tickTask', task: 'plan', done: true });
};
const CASES: Readonly<Record<Undoable, readonly Case[]>> = {
  issueTickets: [
    [nothing, just(tickets)],
    [issued, just(tickets)],
  ],
  revokeTicket: [
    [issued, just({ type: 'revokeTicket', ticket: 1 })],
    [issued, just({ type: 'revokeTicket', ticket: 2 })],
  ],
  revokeTicketBatch: [[issued, just({ type: 'revokeTicketBatch', batch: '1' })]],
  setWifi: [
    [nothing, just(wifi('square'))],
    [async ({ admin }) => void (await admin.does(wifi('square'))), just(wifi(''))],
  ],
  startAgendaItem: [
    [nothing, just(startItem('opening', null))],
    [talking, just(startItem('qa', 'policy_talk'))],
    [questionOnFloor, just(startItem('closing', 'qa'))],
    [inExchange, just(startItem('qa', null))],
  ],
  editForum: [
    [nothing, just({ type: 'editForum', fields: { theme: 'Another theme', rules: ['Briefly'] } })],
    [nothing, just({ type: 'editForum', fields: { moderation: 'post' } })],
  ],
  putDepartment: [[nothing, just(parks)]],
  removeDepartment: [
    [
      async ({ admin }) => void (await admin.does(parks)),
      just({ type: 'removeDepartment', department: 'parks' }),
    ],
  ],
  putSpeaker: [[nothing, just(zhou)]],
  removeSpeaker: [
    [
      async ({ admin }) => void (await admin.does(zhou)),
      just({ type: 'removeSpeaker', speaker: 'zhou' }),
    ],
  ],
  putAgendaItem: [
    [nothing, just(breakItem('Break'))],
    [async ({ admin }) => void (await admin.does(breakItem('Break'))), just(breakItem('Tea'))],
  ],
  moveAgendaItem: [[nothing, just({ type: 'moveAgendaItem', item: 'closing', before: 'qa' })]],
  removeAgendaItem: [[nothing, just({ type: 'removeAgendaItem', item: 'closing' })]],
  replaceAgenda: [
    [nothing, just(onlyOpening)],
    [async ({ admin }) => void (await admin.does(startItem('opening', null))), just(onlyOpening)],
  ],
  putTask: [
    [nothing, just(taskOf('call the hall'))],
    [tasks, just(taskOf('call the hall'))],
  ],
  moveTask: [[tasks, just({ type: 'moveTask', task: 'check', before: 'plan' })]],
  removeTask: [
    [tasks, just({ type: 'removeTask', task: 'plan' })],
    [planned, just({ type: 'removeTask', task: 'plan' })],
  ],
  tickTask: [
    [tasks, just({ type: 'tickTask', task: 'plan', done: true })],
    [planned, just({ type: 'tickTask', task: 'plan', done: false })],
  ],
  fillChecklist: [[nothing, just({ type: 'fillChecklist', language: 'en' })]],
  callForHelp: [[nothing, just(calling)]],
  answerHelp: [[waiting, (hall) => ({ type: 'answerHelp', call: callOf(hall) })]],
  endHelp: [
    [waiting, (hall) => ({ type: 'endHelp', call: callOf(hall) })],
    [
      async (hall) => {
        await waiting(hall);
        await hall.admin.does({ type: 'answerHelp', call: callOf(hall) });
      },
      (hall) => ({ type: 'endHelp', call: callOf(hall) }),
    ],
  ],
  recoverTime: [
    [
      talking,
      just({
        ...{ type: 'recoverTime', from: 'policy_talk', leaveOut: null },
        items: [
          {
            ...{ item: 'policy_talk', plannedDuration: minutes(9) },
            talks: [{ speaker: 'wang', limit: minutes(4) }],
          },
          { item: 'qa', plannedDuration: minutes(7), talks: [] },
        ],
      }),
    ],
    [talking, just({ type: 'recoverTime', from: 'policy_talk', items: [], leaveOut: 'qa' })],
  ],
  putTerm: [
    [nothing, just(fund)],
    [cards, just({ ...fund, term: { ...fund.term, plain: '大家存的修房钱', items: ['qa'] } })],
  ],
  moveTerm: [[cards, just({ type: 'moveTerm', term: 'draw', before: 'fund' })]],
  removeTerm: [
    [cards, just({ type: 'removeTerm', term: 'fund' })],
    [cardShown, just({ type: 'removeTerm', term: 'fund' })],
  ],
  showCard: [
    [cards, just({ type: 'showCard', term: 'fund' })],
    [cardShown, just({ type: 'showCard', term: 'draw' })],
    [cardShown, just({ type: 'showCard', term: null })],
  ],
  startTalk: [
    [cardShown, ofTurn((turn) => talkOf('wang', turn))],
    [talking, ofTurn((turn) => talkOf('wang', turn))],
    [
      async (hall) => {
        await hall.admin.does(startItem('policy_talk', null));
        await inExchange(hall);
      },
      ofTurn((turn) => talkOf('li', turn)),
    ],
  ],
  endTurn: [
    [talking, ofTurn((turn) => ({ type: 'endTurn', turn }))],
    [paused, ofTurn((turn) => ({ type: 'endTurn', turn }))],
    [inExchange, ofTurn((turn) => ({ type: 'endTurn', turn }))],
  ],
  pauseTurn: [[talking, ofTurn((turn) => ({ type: 'pauseTurn', turn }))]],
  resumeTurn: [[paused, ofTurn((turn) => ({ type: 'resumeTurn', turn }))]],
  extendTurn: [
    [talking, ofTurn((turn) => ({ type: 'extendTurn', turn, by: seconds(60) }))],
    [inExchange, ofTurn((turn) => ({ type: 'extendTurn', turn, by: duration(-60_000) }))],
  ],
  setBackTurn: [
    [talking, ofTurn((turn) => ({ type: 'setBackTurn', turn, by: seconds(60) }))],
    [paused, ofTurn((turn) => ({ type: 'setBackTurn', turn, by: seconds(300) }))],
  ],
  tellStage: [
    [talking, just(toStage('brief'))],
    [
      async (hall) => {
        await talking(hall);
        await hall.admin.does(toStage('minute'));
      },
      just({ type: 'tellStage', say: { text: 'Mind the cable' } }),
    ],
  ],
  clearStage: [
    [
      async ({ admin }) => void (await admin.does(toStage('minute'))),
      ({ room }) => ({
        type: 'clearStage',
        message: room.seat.engine.state.stageMessage.value?.number ?? -1,
      }),
    ],
  ],
  putRepresentative: [
    [nothing, just(chen)],
    [
      afterExchange,
      just({
        type: 'putRepresentative',
        representative: { id: 'chen', name: '陈大妈', chosenBy: 'lot', of: '' },
      }),
    ],
  ],
  removeRepresentative: [
    [
      async ({ admin }) => void (await admin.does(chen)),
      just({ type: 'removeRepresentative', representative: 'chen' }),
    ],
  ],
  startExchange: [
    [async ({ admin }) => void (await admin.does(chen)), just(facing(null))],
    [inExchange, ofTurn((turn) => facing(turn))],
    [
      async (hall) => {
        await questionOnFloor(hall);
        await hall.admin.does(chen);
      },
      ofTurn((turn) => facing(turn)),
    ],
  ],
  passFloor: [[inExchange, ofTurn((turn) => ({ type: 'passFloor', turn, to: 'official' }))]],
  endExchange: [
    [inExchange, ofTurn((turn) => ({ type: 'endExchange', turn, outcome: null }))],
    [inExchange, ofTurn((turn) => ({ type: 'endExchange', turn, outcome }))],
  ],
  startInterjection: [
    [talking, ofTurn((turn) => ({ type: 'startInterjection', turn }))],
    [paused, ofTurn((turn) => ({ type: 'startInterjection', turn }))],
  ],
  nameInterjection: [
    [
      speakingUp,
      ofInterjection({ type: 'nameInterjection', official: 'wang', representative: null }),
    ],
    [
      speakingUp,
      ofInterjection({ type: 'nameInterjection', official: null, representative: 'chen' }),
    ],
  ],
  extendInterjection: [
    [speakingUp, ofInterjection({ type: 'extendInterjection', by: minutes(1) })],
  ],
  endInterjection: [[speakingUp, ofInterjection({ type: 'endInterjection' })]],
  recordOutcome: [
    [
      recorded,
      (hall) =>
        standing(hall, {
          ...{ type: 'recordOutcome', exchange: lastExchange(hall), from: 0, why: '听错了' },
          outcome: { kind: 'answered', summary: '已装好', commitment: null },
        }),
    ],
    [
      afterExchange,
      (hall) =>
        standing(hall, { type: 'recordOutcome', exchange: lastExchange(hall), outcome, from: 0 }),
    ],
  ],
  logQuestion: [
    [nothing, just(logging)],
    [queueing, just(mic)],
    [called, just({ ...mic, mic: 1 } as CommandInput)],
    [
      async ({ admin }) =>
        void (await admin.does({ type: 'editForum', fields: { moderation: 'post' } })),
      just(logging),
    ],
  ],
  screenQuestion: [[askedOnly, just(screen('1'))]],
  declineQuestion: [
    [
      askedOnly,
      just({ type: 'declineQuestion', question: '1', reason: 'abusive', note: 'kindly' }),
    ],
    [queueing, just({ type: 'declineQuestion', question: '2', reason: 'abusive', note: null })],
  ],
  editQuestion: [
    [askedOnly, (hall) => standing(hall, edit('1'))],
    [queueing, (hall) => standing(hall, edit('2'))],
  ],
  maskQuestion: [
    [askedOnly, just({ type: 'maskQuestion', question: '1', on: false })],
    [
      async (hall) => {
        await askedOnly(hall);
        await hall.admin.does({ type: 'maskQuestion', question: '1', on: false });
      },
      just({ type: 'maskQuestion', question: '1', on: true }),
    ],
  ],
  putRudeWords: [[nothing, just({ type: 'putRudeWords', words: ['坏话'] })]],
  mergeQuestion: [
    [queueing, just({ type: 'mergeQuestion', question: '1', into: '2' })],
    [questionOnFloor, just({ type: 'mergeQuestion', question: '2', into: '1' })],
    [
      async ({ phone, admin }) => {
        await admin.does({ type: 'editForum', fields: { moderation: 'post' } });
        await phone.does(ask);
        await phone.does(ask);
      },
      just({ type: 'mergeQuestion', question: '2', into: '1' }),
    ],
  ],
  separateQuestion: [
    [
      async (hall) => {
        await queueing(hall);
        await hall.admin.does({ type: 'mergeQuestion', question: '1', into: '2' });
      },
      just({ type: 'separateQuestion', question: '1' }),
    ],
  ],
  completeNotes: [
    [
      writtenDown,
      (hall) =>
        standing(hall, {
          ...{ type: 'completeNotes', question: '1', notes: '五月换管', from: 0 },
          ...{ commitment: null, why: '日期说错了' },
        }),
    ],
    [
      answered,
      (hall) =>
        standing(hall, {
          ...{ type: 'completeNotes', question: '1', notes: '下月换管', from: 0 },
          commitment: { what: '换管', department: 'water', due: '2027-02-15' as CalendarDate },
        }),
    ],
  ],
  pickQuestion: [
    [queueing, just(pick('2', null))],
    [questionOnFloor, just(pick('2', '1'))],
    [deflected, just(pick('2', null))],
    [
      async (hall) => {
        await queueing(hall);
        await inExchange(hall);
      },
      just(pick('1', null)),
    ],
  ],
  drawQuestion: [
    [queueing, just({ type: 'drawQuestion', from: null })],
    [questionOnFloor, just({ type: 'drawQuestion', from: '1' })],
  ],
  setHallShare: [
    [nothing, just({ type: 'setHallShare', every: 2 })],
    [queueing, just({ type: 'setHallShare', every: null })],
  ],
  giveMicNumber: [[nothing, just(number)]],
  callMicNumber: [
    [numbered, just({ type: 'callMicNumber', number: 1, from: null })],
    [called, just({ type: 'callMicNumber', number: 2, from: 1 })],
  ],
  settleMicNumber: [
    [called, just({ type: 'settleMicNumber', number: 1, as: 'absent' })],
    [called, just({ type: 'settleMicNumber', number: 1, as: 'done' })],
  ],
  setCountsHidden: [
    [queueing, just({ type: 'setCountsHidden', hidden: true })],
    [
      async (hall) => {
        await questionOnFloor(hall);
        await hall.admin.does({ type: 'setCountsHidden', hidden: true });
      },
      just({ type: 'setCountsHidden', hidden: false }),
    ],
  ],
  startAnswer: [[questionOnFloor, just({ type: 'startAnswer', question: '1', official: 'wang' })]],
  joinAnswer: [
    [
      async (hall) => {
        await questionOnFloor(hall);
        await hall.admin.does({ type: 'startAnswer', question: '1', official: 'wang' });
      },
      just({ type: 'joinAnswer', question: '1', official: 'li' }),
    ],
  ],
  answerQuestion: [
    [questionOnFloor, just(answer)],
    [questionOnFloor, just({ ...answer, notes: '下月换管' } as CommandInput)],
  ],
  deflectQuestion: [[questionOnFloor, just({ type: 'deflectQuestion', ...deflection })]],
  amendDeflection: [
    [deflected, just({ type: 'amendDeflection', ...deflection, reason: 'another_authority' })],
  ],
  printSlips: [
    [nothing, just({ type: 'printSlips', batch: 'A', count: 5 })],
    [paper, just({ type: 'printSlips', batch: 'A', count: 5 })],
  ],
  issueSlips: [
    [paper, just({ type: 'issueSlips', batch: 'A', first: 4, last: 6, on: true })],
    [paper, just({ type: 'issueSlips', batch: 'A', first: 5, last: 6, on: false })],
  ],
  sealBox: [[paper, just({ type: 'sealBox', seal: 'S-2' })]],
  openBox: [
    [
      async ({ admin }) => {
        await admin.does({ type: 'printSlips', batch: 'A', count: 6 });
        await admin.does({ type: 'sealBox', seal: 'S-1' });
      },
      just({ type: 'openBox', box: '1', by: '王芳', counts: counting(3) }),
    ],
  ],
  countBox: [[paper, just({ type: 'countBox', box: '1', counts: counting(4) })]],
  enterSlip: [
    [paper, just(entering)],
    [enteredSlip, just({ ...entering, further: true } as CommandInput)],
    [
      async (hall) => {
        await paper(hall);
        await hall.admin.does({
          ...{ type: 'markIllegible', ...origin('A-0002', '1'), step: 'asked' },
        });
      },
      just(entering),
    ],
  ],
  voidSlip: [[paper, just({ type: 'voidSlip', ...origin('A-0002', '1'), reason: 'blank' })]],
  markIllegible: [
    [paper, just({ type: 'markIllegible', ...origin('A-0002', '1'), step: 'marked' })],
  ],
  putSlipPhoto: [
    [enteredSlip, just({ type: 'putSlipPhoto', serial: 'A-0002' })],
    [photographed, just({ type: 'putSlipPhoto', serial: 'A-0002' })],
  ],
  removeSlipPhoto: [[photographed, just({ type: 'removeSlipPhoto', serial: 'A-0002' })]],
  checkEntry: [[enteredSlip, (hall) => ({ type: 'checkEntry', ...ofEntry(hall) })]],
  correctEntry: [
    [enteredSlip, (hall) => ({ type: 'correctEntry', ...ofEntry(hall), text: '路灯 is on' })],
  ],
  withdrawEntry: [
    [
      enteredSlip,
      just({
        ...{ type: 'withdrawEntry', serial: 'A-0002', question: '1', reason: 'wrong_serial' },
      }),
    ],
  ],
  addMedia: [[nothing, just({ type: 'addMedia', name: 'film' })]],
  removeMedia: [
    [withMedia, just({ type: 'removeMedia', media: 'film-4' })],
    [withMedia, just({ type: 'removeMedia', media: 'slides-6' })],
  ],
  setItemMedia: [
    [withMedia, just({ type: 'setItemMedia', item: 'qa', clip: null, slides: null })],
    [withMedia, just({ type: 'setItemMedia', item: 'opening', clip: 'film-4', slides: null })],
  ],
  playClip: [
    [withMedia, just(playing('start'))],
    [filmOn, just(playing('start'))],
    [filmPaused, just(playing('here'))],
    [slidesOn, just(playing('here'))],
  ],
  pauseClip: [[filmOn, just({ type: 'pauseClip', clip: 'film-4' })]],
  showSlides: [
    [withMedia, just({ type: 'showSlides', slides: 'slides-6', page: 1 })],
    [slidesOn, just({ type: 'showSlides', slides: 'slides-6', page: 3 })],
    [filmOn, just({ type: 'showSlides', slides: 'slides-6', page: 2 })],
  ],
  setSlipCheck: [[nothing, just({ type: 'setSlipCheck', check: 'all' })]],
  declareMissing: [
    [paper, just({ type: 'declareMissing', batch: 'A', first: 4, last: 5, on: true })],
  ],
  nameDifference: [
    [
      paper,
      just({
        ...{ type: 'nameDifference', why: '两张被带走' },
        difference: { out: 2, excess: 0, missing: 0, toEnter: 3, surplus: 0 },
      }),
    ],
  ],
  addStatement: [[nothing, just({ type: 'addStatement', text: '多种一些树' })]],
  approveStatement: [
    [
      async ({ phone }) => void (await phone.does(statement)),
      just({ type: 'approveStatement', statement: '1' }),
    ],
  ],
  declineStatement: [
    [
      async ({ phone }) => void (await phone.does(statement)),
      just({ type: 'declineStatement', statement: '1', reason: 'unclear' }),
    ],
    [
      async ({ admin, phone }) => {
        await phone.does(statement);
        await admin.does({ type: 'approveStatement', statement: '1' });
        await phone.does({ type: 'answerStatement', statement: '1', answer: 'agree' });
      },
      just({ type: 'declineStatement', statement: '1', reason: 'duplicate' }),
    ],
  ],
  setRating: [
    [answered, just({ type: 'setRating', answer: 'q1', open: false })],
    [
      async (hall) => {
        await answered(hall);
        await hall.phone.does({ type: 'rateAnswer', answer: 'q1', face: 'partly' });
        await hall.admin.does({ type: 'setRating', answer: 'q1', open: false });
      },
      just({ type: 'setRating', answer: 'q1', open: true }),
    ],
    [afterExchange, ({ room }) => closing(room.seat.engine.state.rating.value?.answer ?? '')],
  ],
  putPoll: [
    [nothing, just({ type: 'putPoll', poll: pollOf('single') })],
    [prepared, just({ type: 'putPoll', poll: { ...pollOf('single'), text: 'Another?' } })],
  ],
  removePoll: [[prepared, just({ type: 'removePoll', poll: 'p' })]],
  openPoll: [[prepared, just({ type: 'openPoll', poll: 'p' })]],
  askPoll: [
    [nothing, just({ type: 'askPoll', poll: pollOf('ranking') })],
    [closedPoll, just({ type: 'askPoll', poll: { ...pollOf('single'), id: 'q' } })],
  ],
  repeatPoll: [[closedPoll, just({ type: 'repeatPoll', poll: 'p', as: 'again' })]],
  closePoll: [[votedPoll, just({ type: 'closePoll', poll: 'p' })]],
  setPollShown: [
    [votedPoll, just({ type: 'setPollShown', poll: 'p', shown: true })],
    [
      async (hall) => {
        await closedPoll(hall);
        await hall.admin.does({ type: 'setPollShown', poll: 'p', shown: true });
      },
      just({ type: 'setPollShown', poll: 'p', shown: false }),
    ],
  ],
  judgePollText: [
    [written, ({ room }) => ({ type: 'judgePollText', text: textIn(room), shown: true })],
  ],
  assignPollText: [
    [
      letThrough,
      ({ room }) => ({ type: 'assignPollText', text: textIn(room), department: 'water' }),
    ],
  ],
  assignStatement: [
    [
      async ({ admin }) => void (await admin.does({ type: 'addStatement', text: 'more trees' })),
      just({ type: 'assignStatement', statement: '1', department: 'water' }),
    ],
  ],
  setCloudWord: [
    [
      async (hall) => {
        await hall.admin.does({ type: 'askPoll', poll: { ...pollOf('cloud'), live: true } });
        await hall.phone.does({ type: 'castBallot', poll: 'p', ballot: { text: '绿色' } });
      },
      just({ type: 'setCloudWord', poll: 'p', word: '绿色', shown: false }),
    ],
  ],
  renameDisplay: [
    [nothing, just({ type: 'renameDisplay', display: WALL, name: '东侧' })],
    [wallNamed, just({ type: 'renameDisplay', display: WALL, name: null })],
  ],
  identifyDisplay: [[wallNamed, just({ type: 'identifyDisplay', display: WALL })]],
  assignDisplay: [
    [nothing, just({ type: 'assignDisplay', display: WALL, shows: 'scene', scene: 'join' })],
    [talking, just({ type: 'assignDisplay', display: WALL, shows: 'still', scene: null })],
    [wallNamed, just({ type: 'assignDisplay', display: WALL, shows: 'blank', scene: null })],
  ],
  forgetDisplay: [[wallNamed, just({ type: 'forgetDisplay', display: WALL })]],
  showScene: [
    [cardShown, just({ type: 'showScene', scene: 'floor' })],
    [nothing, just({ type: 'showScene', scene: 'join' })],
    [talking, just({ type: 'showScene', scene: 'agenda' })],
  ],
};

/** What every screen shows, but for the list of what can be undone. */
function seen({ room }: Hall): Record<string, unknown> {
  room.runTimers();
  const roles: Role[] = [
    'host',
    'admin',
    'moderator',
    'volunteer',
    'display',
    'stage',
    'audience',
    'kiosk',
  ];
  return Object.fromEntries(
    roles.map((role) => {
      const { documents, collections } = room.seat.room.feed(role).snapshot();
      return [role, { ...documents, ...collections, undo: null }];
    }),
  );
}

/** What is numbered for a person is withdrawn and stays known as such; its desk and the figures say so. */
const KNOWN_AS_WITHDRAWN: Partial<Record<CommandType, readonly string[]>> = {
  logQuestion: ['logged', 'results'],
  enterSlip: ['logged', 'results'],
  addStatement: ['statementDesk', 'results', 'opinions'],
  issueTickets: ['ticketBatches'],
};
const without = (views: Record<string, unknown>, names: readonly string[] = []): unknown =>
  Object.fromEntries(
    Object.entries(views).map(([role, view]) => [
      role,
      Object.fromEntries(Object.entries(view ?? {}).filter(([name]) => !names.includes(name))),
    ]),
  );

async function openHall(): Promise<Hall> {
  const room = await roomWithForum({ map: mappingForever });
  return { room, admin: room.enter('admin'), phone: room.enter('audience') };
}

const isUndoable = (type: CommandType): type is Undoable => type in CASES;

describe.each(['host', 'admin'] as const)('%s', (role) => {
  const commands = COMMAND_TYPES.filter((type) => type !== 'undo' && mayCommand(role, type));

  test.each(commands)('%s is either held or can be tried here', (type) => {
    expect(HELD_COMMANDS.includes(type)).not.toBe(isUndoable(type));
  });

  const tries = commands
    .filter(isUndoable)
    .flatMap((type) => CASES[type].map((each, index) => [type, index + 1, each] as const));
  test.each(tries)('takes back %s (%i)', async (type, _, [before, press]) => {
    const hall = await openHall();
    await before(hall);
    const by = role === 'admin' ? hall.admin : hall.room.enter(role);
    hall.room.pass(20);
    const views = seen(hall);
    const command = press(hall);
    expect(command.type).toBe(type);
    const { entry } = await by.does(command);
    expect(seen(hall), 'it shows').not.toEqual(views);
    hall.room.pass(9);
    await by.does({ type: 'undo', entry: entry ?? -1 });
    const left = KNOWN_AS_WITHDRAWN[type];
    expect(without(seen(hall), left)).toEqual(without(views, left));
    expect(await by.press({ type: 'undo', entry: entry ?? -1 })).toMatchObject({
      code: 'undo.unknown',
    });
  });

  test.each(tries)('takes %s (%i) back for ten seconds only', async (_type, _, [before, press]) => {
    const hall = await openHall();
    await before(hall);
    const by = role === 'admin' ? hall.admin : hall.room.enter(role);
    const { entry } = await by.does(press(hall));
    hall.room.pass(11);
    const views = seen(hall);
    expect(await by.press({ type: 'undo', entry: entry ?? -1 })).toMatchObject({ ok: false });
    expect(seen(hall)).toEqual(views);
  });
});

describe('what was logged by mistake', () => {
  test('is taken back by who logged it, and named in the list of what can be', async () => {
    const hall = await openHall();
    const volunteer = hall.room.enter('volunteer');
    await volunteer.does(mic);
    const { entry, question } = await volunteer.does(mic);
    expect(hall.room.seat.room.feed('host').snapshot().documents['undo']).toMatchObject({
      actions: [
        { command: 'logQuestion', question: { number: 1 } },
        { command: 'logQuestion', question: { number: 2 }, by: { role: 'volunteer' } },
      ],
    });
    await volunteer.does({ type: 'undo', entry: entry ?? -1 });
    const { queue } = hall.room.seat.room.feed('host').snapshot().collections;
    expect(Object.keys(queue ?? {})).toEqual(['1']);
    expect((await volunteer.does(mic)).question).toMatchObject({ number: 3 });
    expect(hall.room.seat.engine.state.questions.get(question?.id ?? '')?.state).toBe('withdrawn');
  });
  test('stays once somebody has gone on with it', async () => {
    const hall = await openHall();
    const { entry } = await hall.admin.does(mic);
    await hall.admin.does(pick('1', null));
    expect(await hall.admin.press({ type: 'undo', entry: entry ?? -1 })).toMatchObject({
      code: 'undo.superseded',
      by: 'pickQuestion',
    });
  });
});
