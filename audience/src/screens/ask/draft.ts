/** What is written and not yet received, as it is kept on the device. */
export interface Draft {
  readonly text: string;
  readonly name: string;
  /** Id of a department, or empty. */
  readonly department: string;
  /** True once it lies in the outbox. */
  readonly sent: boolean;
}

export const EMPTY: Draft = { text: '', name: '', department: '', sent: false };

/** The draft in `kept`, or an empty one. */
export function parseDraft(kept: string | null): Draft {
  try {
    const found: unknown = JSON.parse(kept ?? 'null');
    return isDraft(found) ? found : EMPTY;
  } catch {
    return EMPTY;
  }
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  'name' in value &&
  'department' in value &&
  'sent' in value &&
  typeof value.text === 'string' &&
  typeof value.name === 'string' &&
  typeof value.department === 'string' &&
  typeof value.sent === 'boolean';
