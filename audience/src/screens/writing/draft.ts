/** What is written and not yet received, as it is kept on the device. */
export interface Draft {
  readonly text: string;
  /** True once it lies in the outbox. */
  readonly sent: boolean;
}

/** The draft in `kept`; `empty` for anything else. */
export function parseDraft<D extends Draft>(kept: string | null, empty: D): D {
  const found = parseKept(kept);
  // An earlier page may have known fewer fields.
  const whole: unknown = isRecord(found) && 'text' in found ? { ...empty, ...found } : null;
  return isDraft(whole, empty) ? whole : empty;
}

/** Whether `value` has a value of the same type for each field of `empty`. */
export const isDraft = <D extends Draft>(value: unknown, empty: D): value is D =>
  isRecord(value) &&
  Object.entries(empty).every(([field, each]) => typeof value[field] === typeof each);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What `kept` says; null if it is nothing that can be read. */
export function parseKept(kept: string | null): unknown {
  try {
    return JSON.parse(kept ?? 'null');
  } catch {
    return null;
  }
}
