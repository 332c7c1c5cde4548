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
    ...{ readyState: 'open', upgrading: false, upgraded: true, closed: false },
    writeBuffer: [] as unknown[],
    transport: { name: 'websocket', writable: true, socket: { _socket: raw } },
    close: () => void (conn.closed = true),
  };
  return {
    raw,
    conn,
    client: {
      conn,
      writeToEngine: ([packet]: readonly unknown[]) => {
        raw.written.push('the ordinary way');
        conn.writeBuffer.push(packet);
      },
    },
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

  test.each(['polling', 'websocket'])('closes one on %s that lets packets pile up', (name) => {
    const [deaf, late] = [socketStandIn(), socketStandIn()];
    for (const { conn, raw } of [deaf, late]) {
      Object.assign(conn.transport, { name, writable: false });
      raw.writableLength = 1_000;
    }
    const adapter = new TestAdapter([deaf, late]);
    for (let count = 0; count < 300; count += 1) {
      adapter.say('scene', false);
      vi.runAllTimers();
      if (count % 200 === 0) late.conn.writeBuffer.length = 0;
      if (deaf.conn.closed) deaf.conn.readyState = 'closing';
    }
    expect([deaf.conn.closed, late.conn.closed]).toEqual([true, false]);
    expect(deaf.conn.writeBuffer).toHaveLength(257);
  });

  const isHeart = (written: string | undefined): boolean => written?.endsWith('\x012') === true;

  /** Phones of which the first has a heart, with what all were written, in order; each slice takes 10 ms. */
  function hearted(slices: number) {
    const sockets = Array.from({ length: slices * SLICE }, () => socketStandIn());
    const written: string[] = [];
    for (const { raw } of sockets) raw.write = (frame) => void written.push(String(frame));
    let now = 0;
    const adapter = new TestAdapter(sockets, () => (now += 10));
    const [first] = sockets;
    if (!first) throw new Error('nobody');
    adapter.adopt(first.client);
    /** Until `ms` have passed; answers how often the heart has beaten. */
    const until = (ms: number): number => {
      while (now < ms) vi.advanceTimersToNextTimer();
      return written.filter(isHeart).length;
    };
    return { adapter, written, beat: first.beat, until, phones: sockets.length };
  }

  test('lets a heartbeat wait until a broadcast is written, and writes it at once otherwise', () => {
    const { adapter, written, beat, phones } = hearted(4);
    beat();
    expect(written.map(isHeart)).toEqual([true]);
    adapter.say('scene', false);
    beat();
    vi.runAllTimers();
    expect(written).toHaveLength(phones + 2);
    expect(written.findLastIndex(isHeart)).toBe(phones + 1);
  });

  test('lets no heartbeat wait long, however much is still to be written', () => {
    const { adapter, written, beat, until, phones } = hearted(40);
    adapter.say('scene', false);
    beat();
    expect([until(140), until(220)]).toEqual([0, 1]);
    beat();
    expect([until(340), until(430)]).toEqual([1, 2]);
    expect(written.length).toBeLessThan(phones);
  });
});
