/** Many attackers at once against a hub; every blow can be made again from seed and number. */
import type { Role } from '@wenzheng/shared/forum/access';
import { Dice } from '../../support/dice';
import type { HubProcess } from '../../support/hub-process';
import type { Route } from '../../support/routes';
import { answerTo, RawSocket } from './raw';
import { requestBlow } from './requests';
import { socketBlow, text, type Blow } from './sockets';

const ATTACKERS = 40;
/** Blows on one connection before it is asked whether it is still served. */
const ROUND = 40;
/** After a frame that is never complete, or a farewell, the hub owes no answer; nobody waits longer for it (ms). */
const UNANSWERED_MS = 100;
const UNANSWERED: ReadonlySet<string> = new Set(['frame', 'leaving']);

/** Somebody who may connect, as the hub knows them. */
export interface Attacker {
  readonly client: string;
  readonly role: Role;
  readonly cookie: string;
}

export interface Siege {
  readonly hub: HubProcess;
  readonly seed: number;
  readonly blows: number;
  readonly routes: readonly Route[];
  readonly ids: readonly string[];
  readonly attackers: readonly Attacker[];
  /** What requests carry: with some they take leave, and nobody may use those any more. */
  readonly cookies: readonly string[];
}

export interface Outcome {
  /** How many blows of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Answers by HTTP status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Refusals by code. */
  readonly codes: Readonly<Record<string, number>>;
  readonly accepted: number;
  /** What the hub should never do, with the blow that made it. */
  readonly faults: readonly string[];
}

const count = (counts: Record<string, number>, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

export async function besiege(siege: Siege): Promise<Outcome> {
  const outcome = { kinds: {}, statuses: {}, codes: {}, accepted: 0, faults: [] as string[] };
  let next = 0;
  const rounds = Math.ceil(siege.blows / ROUND);
  const attack = async (): Promise<void> => {
    for (let round = next++; round < rounds; round = next++) {
      if (siege.hub.child.exitCode !== null) throw new Error('the hub is gone');
      await (round % 3 === 0 ? requests : frames)(siege, round, outcome);
    }
  };
  await Promise.all(Array.from({ length: ATTACKERS }, attack));
  return outcome;
}

type Tally = { -readonly [K in keyof Outcome]: Outcome[K] } & {
  kinds: Record<string, number>;
  statuses: Record<string, number>;
  codes: Record<string, number>;
  faults: string[];
};

/** The same for the same seed and number, whatever else happens. */
const blowOf = (siege: Siege, number: number, make: (dice: Dice) => Blow): Blow =>
  make(new Dice(siege.seed * 1_000_003 + number));

const tell = (siege: Siege, numbers: readonly number[], blows: readonly Blow[]): string =>
  `WENZHENG_SEED=${siege.seed} blows ${numbers.join(',')}\n` +
  blows.map(({ kind, bytes }) => `${kind}: ${bytes.toString('base64')}`).join('\n');

async function requests(siege: Siege, round: number, outcome: Tally): Promise<void> {
  const one = async (each: number): Promise<void> => {
    const number = round * ROUND + each;
    const blow = blowOf(siege, number, (dice) => requestBlow(dice, siege.routes, siege.cookies));
    count(outcome.kinds, blow.kind);
    const answer = await answerTo(siege.hub.port, blow.bytes);
    const statuses = [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status ?? '');
    for (const status of statuses.length > 0 ? statuses : ['none']) count(outcome.statuses, status);
    if (statuses.some((status) => status.startsWith('5')))
      outcome.faults.push(`${answer.slice(0, 300)}\n${tell(siege, [number], [blow])}`);
  };
  await Promise.all(Array.from({ length: ROUND }, (_, each) => one(each)));
}

async function frames(siege: Siege, round: number, outcome: Tally): Promise<void> {
  const attacker = siege.attackers[round % siege.attackers.length];
  if (!attacker) throw new Error('nobody attacks');
  const blows: Blow[] = [];
  let socket: RawSocket | null = null;
  const listen = (): void => {
    const said = socket?.said ?? '';
    for (const [, code] of said.matchAll(/\{"ok":false,"code":"([\w.]+)"/g)) {
      count(outcome.codes, code ?? '');
      if (code === 'internal') outcome.faults.push(tell(siege, [round], blows));
    }
    outcome.accepted += said.match(/"ok":true/g)?.length ?? 0;
    socket?.close();
    socket = null;
  };
  for (let each = 0; each < ROUND; each += 1) {
    const number = round * ROUND + each;
    const blow = blowOf(siege, number, (dice) =>
      socketBlow(dice, number, { role: attacker.role, ids: siege.ids }),
    );
    count(outcome.kinds, blow.kind);
    if (socket === null || !socket.open) {
      listen();
      socket = await RawSocket.join(siege.hub.port, attacker.client, attacker.cookie);
      if (socket === null) throw new Error(`${attacker.client} is not let in any more`);
    }
    blows.push(blow);
    socket.send(blow.bytes);
    if (blow.kind === 'right' || blow.kind === 'structure') continue;
    // What breaks the connection would keep the blows after it from the hub.
    socket.send(text(`42${number}9["probe"]`));
    if (!UNANSWERED.has(blow.kind)) await socket.heard(`43${number}9[`);
    else if (!(await socket.heardWithin(`43${number}9[`, UNANSWERED_MS))) listen();
  }
  const last = `${round}7`;
  socket?.send(text(`42${last}["probe"]`));
  await socket?.heard(`43${last}[`);
  listen();
}
