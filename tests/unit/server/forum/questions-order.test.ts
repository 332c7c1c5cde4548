/** Who is next: a host who always takes the first question is fair to those without a phone. */
import { suggestOrder } from '@wenzheng/shared/forum/picking';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import { describe, expect, test } from 'vitest';
import { waitingQuestions } from '../../../../console/src/screens/questions/waiting';
import { roomWithForum, type Guest, type TestRoom } from '../../../support/room';

const ask: CommandInput = { type: 'askQuestion', text: '路灯', name: null, department: null };
const slip = (serial: string): CommandInput => ({
  ...{ type: 'logQuestion', source: 'paper', serial },
  ...{ text: '路灯', name: null, department: null },
});
const mic: CommandInput = {
  ...{ type: 'logQuestion', source: 'mic', serial: null },
  ...{ text: '路灯', name: null, department: null },
};

interface Hall {
  readonly room: TestRoom;
  readonly host: Guest;
}

/** Nine questions from phones and three from the hall, of which a slip has waited longest. */
async function openHall(): Promise<Hall> {
  const room = await roomWithForum();
  const host = room.enter('host');
  const admin = room.enter('admin');
  await admin.does({ type: 'editForum', fields: { moderation: 'post' } });
  for (let phone = 1; phone <= 9; phone += 1) {
    const asking = room.enter('audience', `phone-${phone}`);
    const { question } = await asking.does(ask);
    for (let fan = 1; fan <= phone; fan += 1)
      await room
        .enter('audience', `fan-${fan}-of-${phone}`)
        .does({ type: 'supportQuestion', question: question?.id ?? '', on: true });
  }
  for (const command of [slip('A-1'), mic, slip('A-2')]) await admin.does(command);
  return { room, host };
}

const hostView = ({ room }: Hall): ViewOf<'host'> => {
  room.runTimers();
  return room.seat.room.feed('host').snapshot() as unknown as ViewOf<'host'>;
};
/** The number and source of the question that the screens put first; console and hub must agree. */
function first(hall: Hall): { readonly id: string; readonly source: string } | undefined {
  const { documents, collections } = hostView(hall);
  const { questions, untilHall } = documents.upNext;
  const { hallEvery } = documents.picking;
  const order = suggestOrder(waitingQuestions(collections), { hallEvery, untilHall });
  expect(questions.map(({ id }) => id)).toEqual(order.slice(0, 3).map(({ id }) => id));
  return order[0];
}

/** Picks the first question, and answers where it was asked and which entry picked it. */
async function pickFirst(hall: Hall) {
  const { id = '', source } = first(hall) ?? {};
  const from = hall.room.seat.engine.state.currentQuestion.value;
  const { entry = -1 } = await hall.host.does({ type: 'pickQuestion', question: id, from });
  return { id, source, entry };
}

describe('whoever always takes the first', () => {
  test('takes one from the hall as third, sixth and ninth', async () => {
    const hall = await openHall();
    const picked: string[] = [];
    for (let pick = 0; pick < 12; pick += 1) picked.push((await pickFirst(hall)).id);
    expect(picked).toEqual('9 8 10 7 6 11 5 4 12 3 2 1'.split(' '));
  });

  test('takes the same again after an undo', async () => {
    const hall = await openHall();
    await pickFirst(hall);
    await pickFirst(hall);
    const third = await pickFirst(hall);
    expect(third.source).toBe('paper');
    await hall.host.does({ type: 'undo', entry: third.entry });
    expect(hostView(hall).documents.upNext.untilHall).toBe(0);
    expect(first(hall)?.id).toBe(third.id);
  });
});

describe('the turn of the hall', () => {
  test.each<[string, string[], number]>([
    ['comes after two others', [], 2],
    ['comes nearer with each of them', ['1'], 1],
    ['has come then', ['1', '2'], 0],
    ['stays until somebody of the hall is heard', ['1', '2', '3', '4'], 0],
    ['is over then', ['1', '2', '10'], 2],
    ['begins anew with whoever was heard before their turn', ['1', '11'], 2],
  ])('%s', async (_, picked, untilHall) => {
    const hall = await openHall();
    let from: string | null = null;
    for (const question of picked) {
      await hall.host.does({ type: 'pickQuestion', question, from });
      from = question;
    }
    expect(hostView(hall).documents.upNext.untilHall).toBe(untilHall);
  });
});
