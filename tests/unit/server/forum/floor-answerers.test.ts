/** An answer is handed over to another official, or given together: who has the floor, and what is kept of it. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { describe, expect, test } from 'vitest';
import { done, given, pickedAt, queued, when, type Done } from '../../../support/given';
import { roomWithForum, type Guest } from '../../../support/room';

const join = (official: string): CommandInput => ({ type: 'joinAnswer', question: '1', official });
const start = (official: string): CommandInput => ({
  ...{ type: 'startAnswer', question: '1', official },
});
const ASKED = [...queued(1), pickedAt(5, '1')];
const answering = (at: number, official: string): Done =>
  done(
    at,
    'startAnswer',
    { type: 'answerStarted', data: { question: '1', official } },
    {
      type: 'floorGiven',
      data: { phase: 'answering', subject: '1', speaker: official, limit: 300_000 as never },
    },
  );
const turnAfter = (...before: Done[]): number => given(...before).floor.value?.turn ?? 0;
const joined = (at: number, turn: number, official: string): Done =>
  done(
    at,
    'joinAnswer',
    { type: 'answerJoined', data: { question: '1', official } },
    { type: 'turnJoined', data: { turn, speaker: official } },
  );
const BY_LI = [...ASKED, answering(10, 'li')];
const TOGETHER = [...BY_LI, joined(20, turnAfter(...BY_LI), 'wang')];
const more = (id: string): Done =>
  done(1, 'putSpeaker', {
    type: 'speakerPut',
    data: { speaker: { id, name: id, office: 'head', department: 'department' } },
  });
const MANY = ['a', 'b', 'c'].map((id) => more(id));
const full = [...MANY, ...BY_LI];
const FULL = [...full, ...['wang', 'a', 'b'].map((id) => joined(20, turnAfter(...full), id))];

describe('an answer', () => {
  test.each<[string, readonly Done[], CommandInput, string | number]>([
    ['is joined by another official', BY_LI, join('wang'), 2],
    ['is theirs already', BY_LI, join('li'), 0],
    ['is joined once', TOGETHER, join('wang'), 0],
    ['is joined by nobody unknown', BY_LI, join('nobody'), 'questions.unknown_official'],
    ['is not joined while the question is asked', ASKED, join('li'), 'floor.moved'],
    ['is given by four at most', FULL, join('c'), 'questions.too_many_answerers'],
    ['is handed over', BY_LI, start('wang'), 2],
    ['is handed on to one of those who answer together', TOGETHER, start('wang'), 2],
    ['is handed back to one alone', TOGETHER, start('li'), 2],
    ['stays where it is', BY_LI, start('li'), 0],
  ])('%s', (_, before, command, outcome) => {
    const found = when(given(...before), command);
    expect(typeof found === 'string' ? found : found.length).toBe(outcome);
  });

  test.each<[string, Done[], readonly string[], readonly string[]]>([
    ['of one', BY_LI, ['li'], []],
    ['of two together', TOGETHER, ['li', 'wang'], ['wang']],
    ['handed over', [...BY_LI, answering(30, 'wang')], ['li', 'wang'], []],
    ['handed back', [...TOGETHER, answering(30, 'li')], ['li', 'wang'], []],
  ])('%s is kept with whoever gave it', (_, before, answerers, beside) => {
    const state = given(...before);
    expect(state.questions.get('1')?.answerers).toEqual(answerers);
    expect(state.floor.value?.beside).toEqual(beside);
  });

  test('together goes by one clock, and a new one when it is handed over', () => {
    const clock = (...before: Done[]) => given(...before).floor.value?.clock;
    expect(clock(...TOGETHER)).toEqual(clock(...BY_LI));
    expect(clock(...TOGETHER, answering(30, 'wang'))).not.toEqual(clock(...BY_LI));
  });

  test('is told with its names on every screen, and nobody of them leaves the list', async () => {
    const room = await roomWithForum();
    const [admin, phone] = [room.enter('admin'), room.enter('audience')];
    await asking(admin, phone);
    for (const command of [start('li'), join('wang')]) await admin.does(command);
    for (const role of ['display', 'audience', 'host'] as const) {
      const { floor, current } = room.seat.room.feed(role).snapshot().documents;
      expect(floor).toMatchObject({ speaker: { id: 'li' }, beside: [{ id: 'wang' }] });
      expect(current).toMatchObject({ answerers: ['li', 'wang'] });
    }
    const off: CommandInput = { type: 'removeSpeaker', speaker: 'wang' };
    expect(await admin.press(off)).toMatchObject({ code: 'agenda.still_used' });
    await admin.does({ type: 'answerQuestion', question: '1', notes: 'soon' });
    expect(phone.events('mine').at(-1)?.questions?.[0]?.answerers).toEqual(['li', 'wang']);
  });
});

async function asking(admin: Guest, phone: Guest): Promise<void> {
  await phone.does({ type: 'askQuestion', text: 'when', name: null, department: null });
  await admin.does({ type: 'screenQuestion', question: '1', department: 'water' });
  await admin.does({ type: 'pickQuestion', question: '1', from: null });
}
