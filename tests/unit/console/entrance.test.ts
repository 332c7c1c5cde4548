import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Entrance } from '../../../console/src/entrance.svelte';

const hub = vi.hoisted(() => ({
  role: 'admin' as string | null,
  live: null as string | null,
  forums: [] as unknown[],
  opened: [] as (readonly [string, string | null])[],
}));
vi.mock('../../../console/src/hub-link', () => ({
  connect: (role: string, forum: string | null) => {
    hub.opened.push([role, forum]);
    return { role, live: { refusal: null } };
  },
}));
vi.stubGlobal('fetch', (path: string, { method }: { method: string }) => {
  const body = {
    '/api/session': hub.role === null ? null : { role: hub.role },
    '/api/hub': { forums: hub.forums, live: hub.live, url: 'http://hub' },
    '/api/forums': { id: 'made' },
  }[path];
  return Promise.resolve(
    new Response(JSON.stringify(body), { status: method === 'POST' ? 201 : 200 }),
  );
});

const forum = (id: string, live = false) => ({
  id,
  title: id,
  startsAt: 1,
  closedAt: null,
  live,
});

async function come(
  address: string | null,
): Promise<{ entrance: Entrance; kept: (string | null)[] }> {
  const kept: (string | null)[] = [];
  const entrance = new Entrance(address, (id) => kept.push(id));
  await vi.waitFor(() => expect(entrance.step.at).not.toBe('knocking'));
  return { entrance, kept };
}

beforeEach(() => {
  hub.role = 'admin';
  hub.live = null;
  hub.forums = [];
  hub.opened = [];
});

describe('the way into a forum', () => {
  it('leads organisers to the live forum by its id, and everyone else along with what is live', async () => {
    hub.live = 'f1';
    hub.forums = [forum('f1', true)];
    await come(null);
    hub.role = 'host';
    await come(null);
    expect(hub.opened).toEqual([
      ['admin', 'f1'],
      ['host', null],
    ]);
  });

  it('follows the address', async () => {
    hub.live = 'f1';
    await come('f2');
    expect(hub.opened).toEqual([['admin', 'f2']]);
  });

  it('asks when nothing is live, and keeps the choice in the address', async () => {
    hub.role = 'moderator';
    hub.forums = [forum('f1'), forum('f2')];
    const { entrance, kept } = await come(null);
    expect(entrance.step).toMatchObject({ at: 'choosing', role: 'moderator', missed: false });
    expect(hub.opened).toEqual([]);
    entrance.choose('f2');
    expect(hub.opened).toEqual([['moderator', 'f2']]);
    expect(kept).toEqual(['f2']);
  });

  it('asks when the address says so, even if one is live', async () => {
    hub.live = 'f1';
    hub.forums = [forum('f1', true), forum('f2')];
    const { entrance } = await come('');
    expect(entrance.step.at).toBe('choosing');
  });

  it('opens what was made', async () => {
    const { entrance, kept } = await come(null);
    expect(await entrance.makeForum('en')).toBeNull();
    expect(hub.opened).toEqual([['admin', 'made']]);
    expect(kept).toEqual(['made']);
  });

  it('says that there is no such forum, and lets choose another', async () => {
    hub.live = 'f1';
    hub.forums = [forum('f1', true)];
    const { entrance, kept } = await come('gone');
    entrance.lostForum();
    await vi.waitFor(() => expect(entrance.step.at).toBe('choosing'));
    expect(entrance.step).toMatchObject({ missed: true });
    expect(kept).toEqual([null]);
    entrance.choose('f1');
    expect(hub.opened.at(-1)).toEqual(['admin', 'f1']);
  });

  it('waits for the next one when the live forum is taken off', async () => {
    hub.role = 'host';
    hub.live = 'f1';
    hub.forums = [forum('f1', true)];
    const { entrance } = await come(null);
    hub.live = null;
    hub.forums = [forum('f1')];
    entrance.lostForum();
    await vi.waitFor(() => expect(entrance.step.at).toBe('choosing'));
    expect(entrance.step).toMatchObject({ missed: false });
  });

  it('asks to sign in again when the sign-in was taken back', async () => {
    hub.live = 'f1';
    const { entrance } = await come(null);
    hub.role = null;
    await entrance.sessionEnded();
    expect(entrance.step).toEqual({ at: 'signed_out', why: 'ended' });
  });

  it('shows a kiosk no forum', async () => {
    hub.role = 'kiosk';
    const { entrance } = await come('f1');
    expect(entrance.step).toEqual({ at: 'signed_out', why: 'kiosk' });
    expect(hub.opened).toEqual([]);
  });
});
