/** A hub with a forum in it, and what a benchmark needs of the people there. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { io, type Socket } from 'socket.io-client';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import {
  PROTOCOL,
  type Ack,
  type ClientToHub,
  type Handshake,
  type HubToClient,
} from '@wenzheng/shared/wire/protocol';
import { ROOT } from '../../support/root';
import {
  HUB,
  seedForum,
  signIn,
  startHubProcess,
  stopProcess,
  type HubProcess,
} from '../../support/hub-process';
import type { Part } from './part';
import { startPart } from './parts';
import type { PhoneCrowd } from '../load/crowd';
import type { Scope } from '../scope';

export const PHONES = 10_000;
/** Enough to fill the list that phones hold. */
const QUESTIONS = 80;
/** All within one interval of the heartbeats, which then come evenly. */
const JOIN_PER_SECOND = 1_700;
/** Lets the garbage be collected from outside. */
const MEMORY_HOOK = [
  '--expose-gc',
  '--import',
  "data:text/javascript,process.on('SIGUSR2',()=>gc())",
];

export interface Member {
  readonly socket: Socket<HubToClient, ClientToHub>;
  command(command: CommandInput): Promise<Ack>;
}

/** On the disk of the repository: `/tmp` may be memory, where a commit costs nothing. */
export function dataFolder(scope: Scope): string {
  const base = path.join(ROOT, 'tests/output');
  mkdirSync(base, { recursive: true });
  return scope.add(mkdtempSync(path.join(base, 'bench-')), (folder) =>
    rmSync(folder, { recursive: true, force: true }),
  );
}

/** Starts a hub with the built-in forum. */
export async function openHall(scope: Scope, options = { memoryHook: false }): Promise<HubProcess> {
  const hook = options.memoryHook ? MEMORY_HOOK : [];
  const hub = await startHubProcess(HUB, dataFolder(scope), hook);
  const died = (): never => {
    console.error(`the hub has died:\n${hub.output()}`);
    process.exit(1);
  };
  hub.child.once('exit', died);
  scope.add(hub, ({ child }) => {
    child.off('exit', died);
    return stopProcess(child);
  });
  await seedForum(hub);
  return hub;
}

/** Connects somebody with Socket.IO's own client. */
export async function member(
  scope: Scope,
  hub: HubProcess,
  role: 'host' | 'moderator' | 'volunteer' | 'display',
): Promise<Member> {
  const cookie = role === 'display' ? null : await signIn(hub, role);
  const auth: Handshake = {
    protocol: PROTOCOL,
    client: role === 'display' ? 'display' : 'console',
    forum: null,
    held: null,
  };
  const socket: Socket<HubToClient, ClientToHub> = io(hub.url, {
    transports: ['websocket'],
    auth,
    ...(cookie !== null && { extraHeaders: { cookie } }),
  });
  scope.add(socket, (each) => each.close());
  await new Promise<void>((resolve, reject) => {
    socket.once('snapshot', () => resolve());
    socket.once('refused', ({ code }) => reject(new Error(`refused: ${code}`)));
  });
  let counter = 0;
  return {
    socket,
    command: (command) =>
      new Promise((resolve) =>
        socket.emit('command', { id: [role, (counter += 1)], command }, resolve),
      ),
  };
}

/** Puts questions into the queue; answers their ids. */
export async function fillQueue(desk: Member): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= QUESTIONS; number += 1) {
    const ack = await desk.command({
      type: 'logQuestion',
      source: 'mic',
      serial: null,
      text: `${number}号提问：和平里小区三号楼的电梯停用已有${number}天，住户多是老人，请问什么时候能修好，由谁负责？`,
      name: null,
      department: null,
    });
    if (!ack.ok || !ack.question) throw new Error(`a question was refused: ${JSON.stringify(ack)}`);
    ids.push(ack.question.id);
  }
  return ids;
}

/** Lets a crowd of phones in that the hub knows. */
export async function openDoors(
  scope: Scope,
  hub: HubProcess,
  count: number,
): Promise<Part<PhoneCrowd>> {
  const crowd = scope.add(startPart('crowd'), (part) => part.stop());
  await crowd.call('join', {
    protocol: 'hub',
    port: hub.port,
    count,
    perSecond: JOIN_PER_SECOND,
    cookies: { from: 'data', folder: hub.data },
    learnTime: false,
  });
  return crowd;
}

/** Connects a crowd of phones to a bare server. */
export async function crowdAt(
  scope: Scope,
  protocol: 'ws' | 'socket.io',
  port: number,
  count: number,
): Promise<Part<PhoneCrowd>> {
  const crowd = scope.add(startPart('crowd'), (part) => part.stop());
  await crowd.call('join', {
    protocol,
    port,
    count,
    perSecond: 2 * JOIN_PER_SECOND,
    cookies: null,
    learnTime: false,
  });
  return crowd;
}
