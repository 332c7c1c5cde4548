/** Photos of slips: put, replaced, taken off, taken back, and erased once nothing names them. */
import { namedPictures } from '@wenzheng/server/src/engine/picture-sweep';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { describe, expect, test } from 'vitest';
import { done, given, moment, when, type Done } from '../../../support/given';
import { MemoryJournal } from '../../../support/memory-journal';
import { roomWithForum, type Guest, type TestRoom } from '../../../support/room';

const put: CommandInput = { type: 'putSlipPhoto', serial: 'A-0001' };
const remove: CommandInput = { type: 'removeSlipPhoto', serial: 'A-0001' };
const printed: Done = done(1, 'printSlips', {
  type: 'slipsPrinted',
  data: { batch: 'A', first: 1, codes: ['C-1'] },
});
const picture = (id: string) => ({ id, commitment: `of ${id}` });
const photographed = (at: number, id: string): Done =>
  done(at, 'putSlipPhoto', {
    type: 'slipPhotoPut',
    data: { serial: 'A-0001', picture: picture(id) },
  });
const removed = (at: number): Done =>
  done(at, 'removeSlipPhoto', { type: 'slipPhotoRemoved', data: { serial: 'A-0001' } });

describe('a photo', () => {
  test.each<[string, Done[], CommandInput, boolean, string]>([
    ['is put', [printed], put, true, 'slipPhotoPut'],
    ['replaces another', [printed, photographed(2, 'p')], put, true, 'slipPhotoPut'],
    ['has to come with the command', [printed], put, false, 'slips.no_photo'],
    ['needs a slip that was printed', [], put, true, 'slips.unknown'],
    ['is taken off', [printed, photographed(2, 'p')], remove, false, 'slipPhotoRemoved'],
    ['that is not there is taken off already', [printed], remove, false, ''],
    ['of no slip is taken off nothing', [], remove, false, 'slips.unknown'],
  ])('%s', (_, before, command, pictured, expected) => {
    const entries = when(given(...before), command, { pictured });
    expect(typeof entries === 'string' ? entries : entries.map(({ type }) => type).join()).toBe(
      expected,
    );
  });

  test('is named by its id and its commitment only', () => {
    const [entry] = when(given(printed), put, { pictured: true });
    expect(entry).toMatchObject({
      data: { serial: 'A-0001', picture: { id: 'picture-1', commitment: 'picture' } },
    });
  });
});

describe('what the state names', () => {
  const at = (second: number, ...commands: Done[]): string[] =>
    [...namedPictures(given(printed, ...commands), moment(second))].sort();

  test.each<[string, number, Done[], string[]]>([
    ['the photo that stands', 60, [photographed(2, 'a')], ['a']],
    [
      'for ten seconds what it replaced',
      12,
      [photographed(1, 'a'), photographed(3, 'b')],
      ['a', 'b'],
    ],
    ['after that no more', 14, [photographed(1, 'a'), photographed(3, 'b')], ['b']],
    ['for ten seconds what was taken off', 13, [photographed(1, 'a'), removed(3)], ['a']],
    ['and then nothing', 14, [photographed(1, 'a'), removed(3)], []],
  ])('%s', (_, second, commands, expected) => {
    expect(at(second, ...commands)).toEqual(expected);
  });
});

describe('in a room', () => {
  async function desk(): Promise<{ room: TestRoom; journal: MemoryJournal; volunteer: Guest }> {
    const journal = new MemoryJournal();
    const room = await roomWithForum({}, journal);
    await room.enter('admin').does({ type: 'printSlips', batch: 'A', count: 2 });
    return { room, journal, volunteer: room.enter('volunteer') };
  }
  const photoOf = ({ seat }: TestRoom): string =>
    seat.engine.state.slipPhotos.get('A-0001')?.picture.id ?? '';
  const swept = async (room: TestRoom): Promise<void> => {
    room.runTimers();
    await new Promise((done) => setImmediate(done));
  };

  test('a frame that comes by itself has no photo, whatever it says', async () => {
    const { volunteer } = await desk();
    const frame = { id: ['page', 9], command: put };
    expect(await volunteer.session.command(frame)).toEqual({ ok: false, code: 'slips.no_photo' });
  });

  test('a replaced photo is kept while it can come back, and erased after', async () => {
    const { room, journal, volunteer } = await desk();
    await volunteer.does(put);
    const first = photoOf(room);
    const { entry } = await volunteer.does(put);
    const second = photoOf(room);
    room.pass(5);
    await swept(room);
    expect([first, second].map((id) => journal.pictureOf(id) !== null)).toEqual([true, true]);
    await volunteer.does({ type: 'undo', entry: entry ?? 0 });
    expect(photoOf(room)).toBe(first);
    room.pass(11);
    await swept(room);
    expect([first, second].map((id) => journal.pictureOf(id) !== null)).toEqual([true, false]);
  });

  test('a photo stands in the way of no undo of the entry it belongs to', async () => {
    const { room, volunteer } = await desk();
    const { entry } = await volunteer.does({
      ...{ type: 'enterSlip', serial: 'A-0001', box: null, late: false },
      ...{ text: 'why', name: null, further: false },
    });
    await volunteer.does(put);
    await volunteer.does({ type: 'undo', entry: entry ?? 0 });
    expect(room.seat.engine.state.slips.get('A-0001')?.state).toBe('printed');
    expect(photoOf(room)).not.toBe('');
  });

  test('what was left over by a run that ended is erased by the next', async () => {
    const { room, journal, volunteer } = await desk();
    await volunteer.does(put);
    const first = photoOf(room);
    await volunteer.does(put);
    room.pass(30);
    await room.open({});
    await swept(room);
    expect(journal.pictureOf(first)).toBeNull();
    expect(journal.pictureOf(photoOf(room))).not.toBeNull();
  });
});
