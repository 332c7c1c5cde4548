import { describe, expect, it } from 'vitest';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
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
});
