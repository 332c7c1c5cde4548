/** The adapter alone, over stand-ins for sockets; integration tests use the real ones. */
import { DirectAdapter } from '@wenzheng/server/src/live/direct-adapter';
import type { EngineSocket } from '@wenzheng/server/src/live/straight';
import type { Namespace } from 'socket.io';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const SLICE = 400;

/** A WebSocket of which one can say how much is still to be read. */
function socketStandIn() {
  const raw = {
    writable: true,
    writableLength: 0,
    written: [] as string[],
    write: (frame: Buffer) => void raw.written.push(String(frame)),
  };
  const conn = {
    ...{ readyState: 'open', upgrading: false, upgraded: true, writeBuffer: [], closed: false },
    transport: { name: 'websocket', writable: true, socket: { _socket: raw } },
    close: () => void (conn.closed = true),
  };
  return {
    raw,
    conn,
    client: { conn, writeToEngine: () => void raw.written.push('the ordinary way') },
    /** What its timer does every few seconds. */
    beat: () => (conn as unknown as EngineSocket).sendPacket('ping'),
  };
}
type StandIn = ReturnType<typeof socketStandIn>;

class TestAdapter extends DirectAdapter {
  constructor(sockets: readonly StandIn[], now = (): number => 0) {
    const byId = new Map(sockets.map((socket, index) => [String(index), socket]));
    const encoder = { encode: ({ data }: { data: unknown[] }) => [String(data[1])] };
    const namespace = { name: '/', sockets: byId, server: { encoder } };
    super(namespace as unknown as Namespace, now);
    for (const id of byId.keys()) void this.addAll(id, new Set(['phones:f1']));
  }
  say(what: string, tallies: boolean): void {
    this.broadcast(
      { type: 2, data: ['patch', what] },
      { rooms: new Set(['phones:f1']), except: new Set(), flags: { volatile: tallies } },
    );
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const heard = ({ raw }: StandIn, what: string): boolean =>
  raw.written.some((frame) => frame.includes(what));

describe('the adapter', () => {
  test('writes one frame to all', () => {
    const sockets = [socketStandIn(), socketStandIn()];
    new TestAdapter(sockets).say('scene', false);
    vi.runAllTimers();
    for (const socket of sockets) expect(heard(socket, 'scene')).toBe(true);
  });

  test('spares a slow socket tallies, never the rest', () => {
    const slow = socketStandIn();
    slow.raw.writableLength = 40_000;
    const adapter = new TestAdapter([slow]);
    adapter.say('tally', true);
    adapter.say('scene', false);
    vi.advanceTimersByTime(100);
    expect([heard(slow, 'tally'), heard(slow, 'scene')]).toEqual([false, true]);
  });

  test('lets the newest tallies follow once it reads again', () => {
    const [slow, gone] = [socketStandIn(), socketStandIn()];
    slow.raw.writableLength = gone.raw.writableLength = 40_000;
    const adapter = new TestAdapter([slow, gone]);
    for (const tally of ['tally-1', 'tally-2']) adapter.say(tally, true);
    vi.advanceTimersByTime(2_000);
    expect(slow.raw.written).toEqual([]);
    slow.raw.writableLength = 0;
    gone.conn.readyState = 'closed';
    vi.advanceTimersByTime(1_000);
    expect([heard(slow, 'tally-1'), heard(slow, 'tally-2')]).toEqual([false, true]);
    expect(gone.raw.written).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('does not let old tallies follow what came after them', () => {
    const socket = socketStandIn();
    socket.raw.writableLength = 40_000;
    const adapter = new TestAdapter([socket]);
    adapter.say('old', true);
    vi.advanceTimersByTime(100);
    socket.raw.writableLength = 0;
    adapter.say('new', true);
    vi.advanceTimersByTime(2_000);
    expect([heard(socket, 'old'), heard(socket, 'new')]).toEqual([false, true]);
  });

  test('closes a socket that reads nothing at all', () => {
    const dead = socketStandIn();
    dead.raw.writableLength = 3_000_000;
    new TestAdapter([dead]).say('scene', false);
    vi.runAllTimers();
    expect(dead.conn.closed).toBe(true);
  });

  const crowd = (slices: number): StandIn[] =>
    Array.from({ length: slices * SLICE }, () => socketStandIn());
  const isHeart = (written: string | undefined): boolean => written?.endsWith('\x012') === true;

  test('lets a heartbeat wait for a broadcast, and writes it at once otherwise', () => {
    const sockets = crowd(3);
    const adapter = new TestAdapter(sockets);
    const [first] = sockets;
    if (!first) throw new Error('nobody');
    adapter.adopt(first.client);
    first.beat();
    expect(isHeart(first.raw.written[0])).toBe(true);
    adapter.say('scene', false);
    first.beat();
    expect(first.raw.written).toHaveLength(2);
    vi.runAllTimers();
    expect(sockets.every((socket) => heard(socket, 'scene'))).toBe(true);
    expect(isHeart(first.raw.written[2])).toBe(true);
  });

  test('lets no heartbeat wait long, however much is still to be written', () => {
    const sockets = crowd(40);
    let now = 0;
    const adapter = new TestAdapter(sockets, () => (now += 10));
    const [first, last] = [sockets[0], sockets.at(-1)];
    if (!first || !last) throw new Error('nobody');
    adapter.adopt(first.client);
    adapter.say('scene', false);
    first.beat();
    while (now < 250) vi.advanceTimersToNextTimer();
    expect([isHeart(first.raw.written[1]), heard(last, 'scene')]).toEqual([true, false]);
  });
});
