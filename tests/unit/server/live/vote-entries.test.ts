/** Whatever is pressed as a vote stands in the journal as one: under a pseudonym, and with nothing beside it. */
import { isVoteEntry } from '@wenzheng/server/src/journal/entry';
import {
  COMMAND_TYPES,
  type CommandInput,
  type CommandType,
} from '@wenzheng/shared/forum/commands';
import { isRecordedAsVote } from '@wenzheng/shared/forum/votes';
import { expect, test } from 'vitest';
import { MemoryJournal } from '../../../support/memory-journal';
import { roomWithForum } from '../../../support/room';

type Does = (command: CommandInput) => Promise<unknown>;
interface Hall {
  readonly host: Does;
  readonly phone: Does;
  /** The code of the only ticket. */
  readonly code: string;
  readonly turn: () => number;
}

const logging: CommandInput = {
  ...{ type: 'logQuestion', source: 'paper', serial: 'S-1', text: 'a slip', name: null },
  department: null,
};
const queued = async ({ host }: Hall): Promise<void> => {
  await host({ type: 'startAgendaItem', item: 'qa', from: null });
  await host(logging);
  await host({ type: 'screenQuestion', question: '1', department: null });
};
const poll: Extract<CommandInput, { type: 'askPoll' }>['poll'] = {
  ...{ id: 'p', kind: 'single', text: 'Which?', options: ['a', 'b'], most: null, steps: null },
  ...{ low: '', high: '', who: 'anyone', live: true },
};
const asked = async ({ host }: Hall): Promise<void> => void (await host({ type: 'askPoll', poll }));
const ballot = { choices: [0] };

/** How it comes to each vote, and the vote. */
const VOTES: Partial<Record<CommandType, (hall: Hall) => Promise<CommandInput>>> = {
  supportQuestion: async (hall) => {
    await queued(hall);
    return { type: 'supportQuestion', question: '1', on: true };
  },
  supportByCode: async (hall) => {
    await queued(hall);
    return { type: 'supportByCode', code: hall.code, question: '1', on: true };
  },
  answerStatement: async ({ host, phone }) => {
    await phone({ type: 'submitStatement', text: 'more benches' });
    await host({ type: 'approveStatement', statement: '1' });
    return { type: 'answerStatement', statement: '1', answer: 'agree' };
  },
  rateAnswer: async (hall) => {
    await queued(hall);
    await hall.host({ type: 'pickQuestion', question: '1', from: null });
    await hall.host({ type: 'answerQuestion', question: '1', notes: null });
    return { type: 'rateAnswer', answer: 'q1', face: 'satisfied' };
  },
  castBallot: async (hall) => {
    await asked(hall);
    return { type: 'castBallot', poll: 'p', ballot };
  },
  castBallotByCode: async (hall) => {
    await asked(hall);
    return { type: 'castBallotByCode', code: hall.code, poll: 'p', ballot };
  },
  markUnclear: async ({ host, turn }) => {
    await host({ type: 'startAgendaItem', item: 'policy_talk', from: null });
    await host({ type: 'startTalk', speaker: 'li', from: null });
    return { type: 'markUnclear', turn: turn() };
  },
};

test('every vote is tried here', () => {
  const votes = COMMAND_TYPES.filter((type) => isRecordedAsVote({ type }));
  expect(Object.keys(VOTES).sort()).toEqual([...votes].sort());
});

test.each(Object.entries(VOTES))('%s is recorded as a vote', async (type, prepared) => {
  const journal = new MemoryJournal();
  const room = await roomWithForum({}, journal);
  const [host, phone, kiosk] = [room.enter('host'), room.enter('audience'), room.enter('kiosk')];
  await host.does({ type: 'issueTickets', count: 1, seat: 'A', until: null });
  const { engine, room: seated } = room.seat;
  const vote = await prepared({
    host: (command) => host.does(command),
    phone: (command) => phone.does(command),
    code: seated.ports.codes.ticketCode(1),
    turn: () => engine.state.floor.value?.turn ?? 0,
  });
  const head = journal.size;
  await (type.endsWith('ByCode') ? kiosk : phone).does(vote);
  const [first] = journal.entries(head + 1, 1);
  expect(first && isVoteEntry(first)).toBe(true);
  expect([first?.actor, first?.command]).toEqual([null, null]);
});
