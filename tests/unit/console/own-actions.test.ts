import { describe, expect, it } from 'vitest';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { UNDO_MS } from '@wenzheng/shared/forum/undo';
import { instant } from '@wenzheng/shared/time/instant';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { OwnActions } from '../../../console/src/own-actions.svelte';

const owns = (answer: () => Ack): OwnActions =>
  new OwnActions(
    { actor: 'me', now: () => instant(5), submit: () => Promise.resolve(answer()) },
    'volunteer',
  );
const scene: CommandInput = { type: 'showScene', scene: 'agenda' };

describe('what this device just did', () => {
  it('is kept with what was asked, until it is taken back', async () => {
    const own = owns(() => ({ ok: true, entry: 7 }));
    await own.submit(scene);
    expect(own.actions).toMatchObject([{ entry: 7, command: 'showScene', by: { id: 'me' } }]);
    expect(own.sent(7)).toBe(scene);
    await own.submit({ type: 'undo', entry: 7 });
    expect(own.actions).toEqual([]);
    expect(own.sent(7)).toBeNull();
  });

  it('leaves out what was refused, what changed nothing, and what cannot be undone', async () => {
    const answers: Ack[] = [{ ok: false, code: 'stale' }, { ok: true }, { ok: true, entry: 9 }];
    const own = owns(() => answers.shift() ?? { ok: true });
    await own.submit(scene);
    await own.submit(scene);
    await own.submit({ type: 'closeForum' });
    expect(own.actions).toEqual([]);
  });

  it('stands until this or another device takes it back', async () => {
    const answers: Ack[] = [
      { ok: true, entry: 7 },
      { ok: true, entry: 8 },
    ];
    const own = owns(() => answers.shift() ?? { ok: true });
    await own.submit(scene);
    await own.submit(scene);
    const [seventh, eighth] = own.actions;
    if (!seventh || !eighth) throw new Error('Two actions were kept.');
    own.heard([seventh]);
    expect([own.stands(7), own.stands(8)]).toEqual([true, true]);
    own.heard([eighth]);
    expect([own.stands(7), own.stands(8)]).toEqual([false, true]);
  });

  it('still stands when it leaves the list because its time is over', async () => {
    let now = 5;
    const own = new OwnActions(
      {
        actor: 'me',
        now: () => instant(now),
        submit: () => Promise.resolve({ ok: true, entry: 7 }),
      },
      'host',
    );
    await own.submit(scene);
    own.heard(own.actions);
    now += UNDO_MS;
    own.heard([]);
    expect(own.stands(7)).toBe(true);
  });
});
