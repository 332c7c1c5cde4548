/** Asks the hub for the status of a question by its tracking code. */
import type { TrackedQuestion } from '@wenzheng/shared/forum/questions';

export type Found =
  | { readonly kind: 'found'; readonly question: TrackedQuestion }
  | { readonly kind: 'none' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'offline' };

/** `code` as `parseTrackingCode` gives it. Never throws. */
export async function track(forum: string, code: string): Promise<Found> {
  try {
    const answer = await fetch(`/api/forums/${encodeURIComponent(forum)}/track/${code}`);
    if (answer.status === 404) return { kind: 'none' };
    if (answer.status === 429) return { kind: 'busy' };
    const question: unknown = await answer.json();
    return answer.ok && isTracked(question) ? { kind: 'found', question } : { kind: 'offline' };
  } catch {
    return { kind: 'offline' };
  }
}

/** Whether the hub sent what the screen reads; zod is too heavy for a phone. */
const isTracked = (value: unknown): value is TrackedQuestion =>
  typeof value === 'object' &&
  value !== null &&
  'number' in value &&
  'tracking' in value &&
  'state' in value &&
  'history' in value &&
  typeof value.number === 'number' &&
  typeof value.tracking === 'string' &&
  typeof value.state === 'string' &&
  Array.isArray(value.history);
