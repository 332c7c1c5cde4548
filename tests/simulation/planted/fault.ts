/** A fault to be planted in a copy of the code, and what of the simulation has to find it. */
export interface Fault {
  readonly name: string;
  /** What it would do to people, in one sentence. */
  readonly harm: string;
  /** From the root of the repository. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly text: string;
  readonly planted: string;
  /** The rule that has to find it, as the first line of a finding words it. */
  readonly foundBy: RegExp;
  /** Other rules that may be the first to see what it does; such a seed proves nothing. */
  readonly alsoSeenBy?: RegExp;
  /** From here on a seed finds it soon. */
  readonly seed: number;
}

/** The source with the fault in it. Throws if the code has changed so that the fault is stale. */
export function plant({ name, file, text, planted }: Fault, source: string): string {
  const [before, after, ...more] = source.split(text);
  if (before === undefined || after === undefined || more.length > 0) {
    const times = source.split(text).length - 1;
    throw new Error(
      `The fault "${name}" is stale: ${times} times, not once, ${file} holds\n${text}`,
    );
  }
  return before + planted + after;
}
