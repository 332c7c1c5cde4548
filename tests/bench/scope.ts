/** What a benchmark has started, to be stopped in reverse whatever happens. */
export class Scope {
  readonly #stops: (() => unknown)[] = [];

  add<T>(value: T, stop: (value: T) => unknown): T {
    this.#stops.push(() => stop(value));
    return value;
  }

  async close(): Promise<void> {
    for (let stop = this.#stops.pop(); stop; stop = this.#stops.pop()) await stop();
  }
}

export async function withScope<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
  const scope = new Scope();
  try {
    return await work(scope);
  } finally {
    await scope.close();
  }
}
