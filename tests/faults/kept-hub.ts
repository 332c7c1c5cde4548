/**
 * A hub that comes back on the same port whenever it is killed: brought back by the real starter, which lets a
 * hub that dies young wait, or by the test itself at once, so that the next kill need not wait for it to grow old.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { HUB, STARTER, stopProcess, untilReady, type HubProcess } from '../support/hub-process';
import { childrenOf } from '../support/proc';
import { ROOT } from '../support/root';

export interface Keeping {
  readonly by: 'starter' | 'test';
  /** For the hub's own process; the starter passes none on. */
  readonly nodeArguments: readonly string[];
}

/** The starter takes a hub that dies younger than 5 s for a broken one and pauses; it is born a moment after a death. */
export const LEAST_LIFE_MS = 5_200;
/**
 * Below the ports that systems give to those who connect: somebody who knocks again and again while the hub is
 * away must not come to hold its port, nor be connected to himself.
 */
const PORTS = { from: 20_000, count: 12_000 } as const;

/** On the disk of the repository: the folder for temporary files may be memory. */
export function dataFolder(): string {
  const base = path.join(ROOT, 'tests/output');
  mkdirSync(base, { recursive: true });
  return mkdtempSync(path.join(base, 'faults-'));
}

export class KeptHub implements HubProcess {
  readonly data = dataFolder();
  readonly port: number;
  readonly #keeping: Keeping;
  #child: ChildProcess;
  #output = '';
  #ending = false;

  private constructor(port: number, keeping: Keeping) {
    this.port = port;
    this.#keeping = keeping;
    this.#child = this.#spawn();
  }

  /** Resolves once the hub is ready. */
  static async start(keeping: Keeping): Promise<KeptHub> {
    const hub = new KeptHub(await quietPort(), keeping);
    await hub.untilReady();
    return hub;
  }

  get child(): ChildProcess {
    return this.#child;
  }
  /** Of the hub itself; 0 while there is none. */
  get pid(): number {
    const { pid = 0, exitCode, signalCode } = this.#child;
    if (exitCode !== null || signalCode !== null) return 0;
    return this.#keeping.by === 'test' ? pid : (childrenOf(pid)[0] ?? 0);
  }
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }
  output = (): string => this.#output;

  /** Sends `kill -9`; false if there is no hub at the moment. */
  kill(): boolean {
    const { pid } = this;
    return pid !== 0 && process.kill(pid, 'SIGKILL');
  }

  /** Resolves once the hub, or the next one if it has just been killed, answers that it is ready. */
  untilReady(): Promise<void> {
    return untilReady(this.url, () => this.#child.exitCode === null, this.output);
  }

  async end(): Promise<void> {
    this.#ending = true;
    await stopProcess(this.#child);
  }
  removeData(): void {
    rmSync(this.data, { recursive: true, force: true });
  }

  #spawn(): ChildProcess {
    const { by, nodeArguments } = this.#keeping;
    const program = by === 'starter' ? STARTER : HUB;
    const options = ['--port', String(this.port), '--host', '127.0.0.1', '--data', this.data];
    const command = [...nodeArguments, program, ...options, '--log-level', 'warn'];
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (this.#output += String(chunk)));
    // One that ends by itself stays away, and is told of by `untilReady`.
    if (by === 'test')
      child.once('exit', (_, signal) => {
        if (signal === 'SIGKILL') this.#bringBack();
      });
    return child;
  }
  #bringBack(): void {
    if (!this.#ending) this.#child = this.#spawn();
  }
}

async function quietPort(): Promise<number> {
  for (;;) {
    const port = PORTS.from + Math.floor(Math.random() * PORTS.count);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
