/** Frames of WebSocket, Engine.IO and Socket.IO, right ones and wrong ones, as bytes. */
import type { Role } from '@wenzheng/shared/forum/access';
import type { Dice } from '../../support/dice';
import { mutateBytes, mutateText, mutateValue, nasty } from './mutate';
import { sampleCommand } from './samples';

interface FrameForm {
  readonly opcode: number;
  readonly fin: boolean;
  readonly masked: boolean;
  readonly reserved: number;
  /** The length that it says it has; null for the true one. */
  readonly length: number | null;
}
const TEXT: FrameForm = { opcode: 1, fin: true, masked: true, reserved: 0, length: null };

/** A frame from client to hub (RFC 6455); the mask is all zeros, so that what is sent can be read. */
export function frame(payload: Buffer, over: Partial<FrameForm> = {}): Buffer {
  const { opcode, fin, masked, reserved, length } = { ...TEXT, ...over };
  const says = length ?? payload.length;
  const first = (fin ? 0x80 : 0) | (reserved << 4) | opcode;
  const bit = masked ? 0x80 : 0;
  const head =
    says < 126
      ? Buffer.from([first, bit | says])
      : says < 65_536
        ? Buffer.from([first, bit | 126, says >> 8, says & 255])
        : Buffer.concat([Buffer.from([first, bit | 127]), wide(says)]);
  return Buffer.concat([head, masked ? Buffer.alloc(4) : Buffer.alloc(0), payload]);
}

function wide(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  return bytes;
}

export const text = (packet: string): Buffer => frame(Buffer.from(packet));

export interface Blow {
  readonly kind: string;
  readonly bytes: Buffer;
}

/** Who takes leave of the forum is answered nothing more, but stays connected until the heartbeat ends it. */
const LEAVES = '41';

/** `count` tells blows apart, for ids of commands and acknowledgements. */
export function socketBlow(
  dice: Dice,
  count: number,
  { role, ids }: { role: Role; ids: readonly string[] },
): Blow {
  const event = [
    'command',
    { id: [`m${dice.below(8)}`, count + 1], command: sampleCommand(dice, role, ids) },
  ];
  const packet = (value: unknown): string => `42${count}${JSON.stringify(value)}`;
  const roll = dice.below(100);
  if (roll < 10) return { kind: 'right', bytes: text(packet(event)) };
  if (roll < 74) return { kind: 'structure', bytes: text(packet(mutateEvent(dice, event))) };
  if (roll < 79) return { kind: 'text', bytes: text(mutateText(dice, packet(event))) };
  if (roll < 84)
    return { kind: 'bytes', bytes: frame(mutateBytes(dice, Buffer.from(packet(event)))) };
  if (roll < 92) {
    const odd = oddPacket(dice, count);
    return { kind: odd === LEAVES ? 'leaving' : 'packet', bytes: text(odd) };
  }
  return { kind: 'frame', bytes: oddFrame(dice, packet(event)) };
}

const mutateEvent = (dice: Dice, [name, body]: unknown[]): unknown =>
  dice.chance(0.9) ? [name, mutateValue(dice, body)] : mutateValue(dice, [name, body]);

const EVENTS = [
  'error',
  'connect',
  'disconnect',
  'disconnecting',
  'newListener',
  'removeListener',
  'connect_error',
  '__proto__',
  'constructor',
  'hello',
  'snapshot',
  'patch',
  'probe',
  'resync',
  'command',
  '',
  0,
  null,
  {},
];

function oddPacket(dice: Dice, count: number): string {
  const payload = JSON.stringify([dice.pick(EVENTS), nasty(dice)]);
  return dice.pick([
    () => `42${payload}`,
    () => `42${count}${payload}`,
    () => `42${JSON.stringify([dice.pick(EVENTS)])}`,
    () => `42/admin,${count}${payload}`,
    () =>
      `40/${dice.pick(['', 'admin', '__proto__', 'x'.repeat(3_000)])},${JSON.stringify(nasty(dice))}`,
    () => `40${JSON.stringify(nasty(dice))}`,
    () => `43${dice.pick([0, count, 1e15, '-1'])}${JSON.stringify([nasty(dice)])}`,
    () => `44${JSON.stringify(nasty(dice))}`,
    () =>
      `45${dice.pick([1, 2, 9, 11, 1e9, 'x', ''])}-${count}["command",{"_placeholder":true,"num":${dice.pick([0, -1, 1e9, '"a"'])}}]`,
    () => `46${dice.below(3)}-${count}[{"_placeholder":true,"num":0}]`,
    () => `4${dice.below(10)}`,
    () => `${dice.below(10)}${dice.pick(['', 'probe', 'x'.repeat(2_000)])}`,
    () => '41',
    () => `42${'9'.repeat(dice.pick([16, 400]))}${payload}`,
    () => `42${count}["command",${'['.repeat(8_000)}`,
  ])();
}

function oddFrame(dice: Dice, packet: string): Buffer {
  const payload = Buffer.from(packet);
  const half = payload.length >> 1;
  return dice.pick([
    () => frame(payload, { opcode: dice.below(16) }),
    () => frame(payload, { masked: false }),
    () => frame(payload, { reserved: 1 + dice.below(7) }),
    () => frame(payload, { length: dice.pick([0, 5, 200, 70_000, 2 ** 31, 2 ** 53]) }),
    () => frame(payload, { opcode: 2 }),
    () => frame(Buffer.from(dice.bytes(dice.below(400))), { opcode: 2 }),
    () => frame(payload.subarray(0, 125 + dice.below(3)), { opcode: dice.pick([8, 9, 10]) }),
    () => frame(payload.subarray(0, dice.below(4)), { opcode: 8 }),
    () => frame(Buffer.alloc(0), { opcode: 9, fin: false }),
    () => frame(payload, { opcode: 0 }),
    () =>
      Buffer.concat([
        frame(payload.subarray(0, half), { fin: false }),
        frame(payload.subarray(half), { opcode: 0 }),
      ]),
    () =>
      Buffer.concat([
        frame(payload.subarray(0, half), { fin: false }),
        frame(payload.subarray(half)),
      ]),
    () =>
      Buffer.concat(Array.from({ length: 40 }, () => frame(payload.subarray(0, 9), { opcode: 9 }))),
    () => frame(Buffer.alloc(dice.pick([16 * 1_024 + 1, 100_000]), '4')),
    () => mutateBytes(dice, frame(payload)),
  ])();
}
