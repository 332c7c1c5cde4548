/**
 * Parts of a measurement that run as processes of their own, so that load and baselines never share a thread
 * with what is measured. The methods of a part are called over IPC.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

interface Call {
  readonly number: number;
  readonly method: string;
  readonly values: readonly unknown[];
}
interface Answer {
  readonly number: number;
  readonly value: unknown;
  readonly error: string | null;
}
type Method = (...values: never[]) => unknown;
type Methods<Api> = { [K in keyof Api]: Api[K] extends Method ? K : never }[keyof Api] & string;

export class Part<Api> {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<
    number,
    { resolve: (value: never) => void; reject: (error: Error) => void }
  >();
  #calls = 0;

  /** Runs `program`, which serves the part of this name. */
  constructor(name: string, program: string) {
    this.#child = fork(program, ['--part', name], {
      serialization: 'advanced',
      execArgv: ['--expose-gc'],
    });
    this.#child.on('message', ({ number, value, error }: Answer) => {
      const { resolve, reject } = this.#waiting.get(number) ?? {};
      this.#waiting.delete(number);
      if (error !== null) reject?.(new Error(`${name}: ${error}`));
      else resolve?.(value as never);
    });
    this.#child.on('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${name} has ended`));
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Calls a method over there; what goes and comes is copied. */
  call<K extends Methods<Api>>(
    method: K,
    ...values: Api[K] extends Method ? Parameters<Api[K]> : never
  ): Promise<Api[K] extends Method ? Awaited<ReturnType<Api[K]>> : never> {
    const number = (this.#calls += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#child.send({ number, method, values } satisfies Call);
    });
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}

/** Lets the process that started this one call the methods of `api`. */
export function serve(api: object): void {
  process.on('disconnect', () => process.exit(0));
  process.on('message', ({ number, method, values }: Call) => {
    const answer = (value: unknown, error: string | null): void =>
      void process.send?.({ number, value, error } satisfies Answer);
    Promise.resolve()
      .then(() =>
        (Reflect.get(api, method) as (...each: unknown[]) => unknown).apply(api, [...values]),
      )
      .then(
        (value) => answer(value, null),
        (error: unknown) =>
          answer(null, error instanceof Error ? (error.stack ?? '') : String(error)),
      );
  });
}
