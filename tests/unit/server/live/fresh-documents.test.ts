/** What a document shows changes in more tables than its name tells; those here once stayed as they were. */
import { describe, expect, test } from 'vitest';
import { moment } from '../../../support/given';
import { roomWithForum, type TestRoom } from '../../../support/room';

const MIC = {
  type: 'logQuestion',
  source: 'mic',
  serial: null,
  name: null,
  department: null,
} as const;
const NUMBER = {
  type: 'giveMicNumber',
  name: null,
  area: null,
  department: null,
  again: false,
} as const;

/** As it stands in what the role's screens hold. */
const held = (room: TestRoom, role: 'admin' | 'display', name: string): unknown =>
  room.seat.room.feed(role).snapshot().documents[name];

describe('on every screen at once', () => {
  test('a number that is called moves its question up', async () => {
    const room = await roomWithForum();
    const volunteer = room.enter('volunteer');
    for (const mic of [1, 2]) {
      await volunteer.does(NUMBER);
      await volunteer.does({ ...MIC, text: `question ${mic}`, mic });
    }
    expect(held(room, 'display', 'upNext')).toMatchObject({
      questions: [{ id: '1' }, { id: '2' }],
    });
    await volunteer.does({ type: 'callMicNumber', number: 2, from: null });
    for (const role of ['admin', 'display'] as const)
      expect(held(room, role, 'upNext')).toMatchObject({ questions: [{ id: '2' }, { id: '1' }] });
  });

  test('a supporter who comes into the hall is counted there', async () => {
    const room = await roomWithForum();
    const phone = room.enter('audience');
    await room.enter('volunteer').does({ ...MIC, text: 'why?' });
    await phone.does({ type: 'supportQuestion', question: '1', on: true });
    room.runTimers();
    expect(held(room, 'admin', 'results')).toMatchObject({ supports: 1, supportsInHall: 0 });
    await phone.does({ type: 'presentCode', code: room.seat.room.ports.codes.hallCode(moment(0)) });
    // Their support counts where they are when they say so again; the count of the question stays as it is.
    await phone.does({ type: 'supportQuestion', question: '1', on: true });
    room.runTimers();
    for (const role of ['admin', 'display'] as const)
      expect(held(room, role, 'results')).toMatchObject({ supports: 1, supportsInHall: 1 });
  });
});
