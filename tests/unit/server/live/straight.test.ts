/** Over stand-ins for a client's connection; integration tests use real ones. */
import {
  answerCall,
  heartbeatsAt,
  readCall,
  sendShared,
  takesCalls,
  takesPong,
  writeStraight,
} from '@wenzheng/server/src/live/straight';
import { describe, expect, test, vi } from 'vitest';

class RawStandIn {
  writable = true;
  writableLength = 0;
  writableHighWaterMark = 16_384;
  writableCorked = 0;
  corks = 0;
  readonly written: Buffer[] = [];
  cork(): void {
    this.writableCorked += 1;
    this.corks += 1;
  }
  uncork(): void {
    this.writableCorked -= 1;
  }
  write(frame: Buffer): void {
    this.written.push(frame);
  }
}
class EngineStandIn {
  readyState = 'open';
  upgrading = false;
  readonly writeBuffer: unknown[] = [];
  pingIntervalTimer = { refresh: vi.fn() };
  pingTimeoutTimer: unknown = null;
  hasRefreshedPingTimeout = false;
  readonly transport;
  readonly ordinary: unknown[] = [];
  constructor(raw: RawStandIn) {
    this.transport = { name: 'websocket', writable: true, socket: { _socket: raw } };
  }
  sendPacket(...packet: unknown[]): void {
    this.ordinary.push(packet);
  }
}
class ClientStandIn {
  readonly raw = new RawStandIn();
  readonly conn = new EngineStandIn(this.raw);
  readonly ordinary: unknown[] = [];
  writeToEngine(packets: unknown, options: unknown): void {
    this.ordinary.push([packets, options]);
  }
}
function straightClient(whenIdle = (beat: () => void): void => beat()): ClientStandIn {
  const client = new ClientStandIn();
  writeStraight(client, heartbeatsAt(whenIdle));
  return client;
}

const busy: Record<string, (client: ClientStandIn) => unknown> = {
  'it has not read what was written': ({ raw }) => (raw.writableLength = 1),
  'packets wait for it': ({ conn }) => conn.writeBuffer.push('earlier'),
  'a packet is on its way': ({ conn }) => (conn.transport.writable = false),
  'it polls': ({ conn }) => (conn.transport.name = 'polling'),
  'it changes its transport': ({ conn }) => (conn.upgrading = true),
  'it is closing': ({ conn }) => (conn.readyState = 'closing'),
  'its socket has ended': ({ raw }) => (raw.writable = false),
};

describe('what is sent to one client', () => {
  test('is written straight, as the message that Engine.IO would send', () => {
    const client = straightClient();
    client.writeToEngine(['31[{"ok":true}]'], {});
    expect(client.ordinary).toEqual([]);
    const [frame] = client.raw.written;
    expect([frame?.[0], frame?.[1]]).toEqual([0x81, 16]);
    expect(frame?.toString('utf8', 2)).toBe('431[{"ok":true}]');
  });

  test.each(Object.keys(busy))('goes the ordinary way while %s', (state) => {
    const client = straightClient();
    busy[state]?.(client);
    client.writeToEngine(['2["hello"]'], { volatile: true });
    client.conn.sendPacket('ping');
    expect(client.raw.written).toEqual([]);
    expect(client.ordinary).toEqual([[['2["hello"]'], { volatile: true }]]);
    expect(client.conn.ordinary).toEqual([['ping']]);
  });

  test('goes the ordinary way if it is not one text', () => {
    const client = straightClient();
    client.writeToEngine(['51-["a"]', Buffer.from('b')], {});
    expect([client.raw.written.length, client.ordinary.length]).toEqual([0, 1]);
  });
});

describe('what many are sent', () => {
  const view = { revision: 7, documents: { agenda: '议程' } };
  const packet = `2${JSON.stringify(['snapshot', view])}`;

  test('is written out once for all of them, as the message that Engine.IO would send', () => {
    const [one, other] = [straightClient(), straightClient()];
    const writing = vi.spyOn(JSON, 'stringify');
    for (const client of [one, other]) sendShared(client, 'snapshot', view);
    expect(writing).toHaveBeenCalledTimes(1);
    writing.mockRestore();
    const [frame] = one.raw.written;
    expect(frame?.subarray(2).toString()).toBe(`4${packet}`);
    expect(other.raw.written[0]).toBe(frame);
    sendShared(one, 'snapshot', { ...view, revision: 8 });
    expect(one.raw.written[1]?.toString()).toContain('"revision":8');
  });

  test('leaves together with what was written before, while the connection takes more', () => {
    const client = straightClient();
    const { raw } = client;
    raw.writableLength = raw.writableHighWaterMark - 1;
    sendShared(client, 'snapshot', view);
    sendShared(client, 'patch', { ...view });
    expect([raw.written.length, raw.corks]).toEqual([2, 1]);
  });

  const full: typeof busy = {
    ...busy,
    'it has not read what was written': ({ raw }) =>
      (raw.writableLength = raw.writableHighWaterMark),
  };
  test.each(Object.keys(full))('goes the ordinary way while %s', (state) => {
    const client = straightClient();
    full[state]?.(client);
    sendShared(client, 'snapshot', view);
    expect(client.raw.written).toEqual([]);
    expect(client.ordinary).toEqual([[[packet], {}]]);
  });
});

describe('what a client asks', () => {
  const command = { id: ['a', 1], command: { type: 'supportQuestion' } };

  test('is read as Socket.IO packs it, and answered in kind', () => {
    expect(readCall(`4217${JSON.stringify(['command', command])}`)).toEqual({
      ...{ number: '17', event: 'command', argument: command },
    });
    expect(readCall('420["probe"]')).toEqual({ number: '0', event: 'probe', argument: undefined });
    const client = straightClient();
    answerCall(client, '17', { ok: true });
    expect(client.raw.written[0]?.toString('utf8', 2)).toBe('4317[{"ok":true}]');
  });

  test('is taken while the connection is open, not while it closes', () => {
    const client = straightClient();
    expect(takesCalls(client)).toBe(true);
    client.conn.readyState = 'closing';
    expect(takesCalls(client)).toBe(false);
  });

  test('puts off the end of a connection whose heartbeat is awaited, once', () => {
    const client = straightClient();
    let refreshed = 0;
    client.conn.pingTimeoutTimer = { refresh: () => void (refreshed += 1) };
    takesCalls(client);
    takesCalls(client);
    expect([refreshed, client.conn.hasRefreshedPingTimeout]).toEqual([1, true]);
  });

  const others: Record<string, string> = {
    'waits for no answer': '42["command",{}]',
    'is another event': '421["resync"]',
    'has an argument too many': '421["command",{},{}]',
    'has none': '421["command"]',
    'has one where none belongs': '421["probe",1]',
    'is broken off': '421["command",{"id":',
    'goes on after its end': '421["probe"]x',
    'has a number beyond counting': '429999999999["probe"]',
    'has bytes beside it': '4521-["command",{"_placeholder":true,"num":0}]',
    'is a heartbeat': '3',
    'is nothing': '',
  };
  test.each(Object.keys(others))('is left to Socket.IO if it %s', (name) => {
    expect(readCall(others[name] ?? '')).toBeNull();
  });
});

describe('a heartbeat', () => {
  test('is written straight; all other packets go the ordinary way', () => {
    const { conn, raw } = straightClient();
    conn.sendPacket('ping');
    expect(raw.written.map((frame) => frame.toString('latin1'))).toEqual(['\x81\x012']);
    conn.sendPacket('message', 'x', {});
    expect(conn.ordinary).toEqual([['message', 'x', {}]]);
  });

  test('waits its turn, and looks then whether it can be written straight', () => {
    const waiting: (() => void)[] = [];
    const { conn, raw } = straightClient((beat) => void waiting.push(beat));
    conn.sendPacket('ping');
    conn.sendPacket('message', 'x', {});
    conn.sendPacket('ping');
    expect([raw.written, conn.ordinary]).toEqual([[], [['message', 'x', {}]]]);
    waiting[0]?.();
    conn.readyState = 'closing';
    waiting[1]?.();
    expect([raw.written.length, conn.ordinary.slice(1)]).toEqual([1, [['ping']]]);
  });

  test('is answered once, and the next one is due as long after the answer', () => {
    vi.useFakeTimers();
    const { conn } = straightClient();
    const lost = vi.fn();
    conn.pingTimeoutTimer = setTimeout(lost, 3_500);
    expect(takesPong({ conn }, '3')).toBe(true);
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    expect(lost).not.toHaveBeenCalled();
    expect([conn.pingTimeoutTimer, conn.pingIntervalTimer.refresh.mock.calls.length]).toEqual([
      null,
      1,
    ]);
  });

  test('has no other answer, and none of a connection that is closing', () => {
    const { conn } = straightClient();
    for (const text of ['', '3x', '2', '43']) expect(takesPong({ conn }, text)).toBe(false);
    conn.readyState = 'closing';
    expect(takesPong({ conn }, '3')).toBe(false);
  });
});
