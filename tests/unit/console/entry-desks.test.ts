/** What the hub turns away late is there for whoever comes back from another workspace. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { sweepDrafts } from '../../../console/src/draft.svelte';
import type { HubLink } from '../../../console/src/hub-link';
import { EntryDesks } from '../../../console/src/screens/frame/entry-desks';
import { SlipPhotos } from '../../../console/src/screens/slips/slip-photos.svelte';
import type { SlipEntry } from '../../../console/src/screens/slips/slip-entry.svelte';

const REFUSED: Ack = { ok: false, code: 'slips.unknown' };
const live = { status: 'lost', sending: [] } as unknown as HubLink;
let tell: ((ack: Ack) => void)[];
let desks: EntryDesks;

beforeEach(() => {
  vi.useFakeTimers();
  sweepDrafts('f1', () => true);
  tell = [];
  desks = new EntryDesks({
    live,
    photos: new SlipPhotos(live, () => undefined),
    submit: (_: CommandInput) => new Promise((done) => tell.push(done)),
  });
  return () => vi.useRealTimers();
});

async function enter(slips: SlipEntry, serial: number): Promise<void> {
  slips.serial.text = `A-${serial}`;
  slips.text.text = `words ${serial}`;
  const entering = slips.enter();
  await vi.advanceTimersByTimeAsync(0);
  await entering;
}
async function answer(at: number, ack: Ack): Promise<void> {
  tell[at]?.(ack);
  await vi.advanceTimersByTimeAsync(0);
}

describe('the desks of a forum', () => {
  it('have what was turned away after they were left', async () => {
    const logging = desks.logging('f1');
    logging.serial.text = 'A-1';
    logging.text.text = 'logged';
    void logging.submit();
    await vi.advanceTimersByTimeAsync(0);
    await enter(desks.slips('f1'), 2);
    await answer(0, REFUSED);
    await answer(1, REFUSED);
    expect(desks.logging('f1').returned.map(({ text }) => text)).toEqual(['logged']);
    expect(desks.slips('f1').returned.map(({ act }) => act)).toMatchObject([{ text: 'words 2' }]);
  });

  it('have nothing of another forum', async () => {
    await enter(desks.slips('f1'), 1);
    await answer(0, REFUSED);
    expect(desks.slips('f2').returned).toEqual([]);
    expect(desks.logging('f2')).not.toBe(desks.logging('f1'));
  });
});

describe('the list of what was dealt with', () => {
  it('lets go of the oldest, but never of what is not answered or came back', async () => {
    const slips = desks.slips('f1');
    for (const serial of [1, 2, 3]) await enter(slips, serial);
    await answer(0, REFUSED);
    await answer(2, { ok: true });
    for (let serial = 4; serial <= 70; serial += 1) {
      await enter(slips, serial);
      await answer(serial - 1, { ok: true });
    }
    const held = slips.handled.map(({ act }) => act.serial);
    expect(held).toHaveLength(62);
    expect(held.slice(-3)).toEqual(['A-0011', 'A-0002', 'A-0001']);
    await answer(1, REFUSED);
    expect(slips.returned.map(({ act }) => act.serial)).toEqual(['A-0002', 'A-0001']);
  });
});
