/** What the hub put inside the page, so that something stands there before the socket connects. */
import type { Instant } from '@wenzheng/shared/time/instant';
import type { HeldView } from '@wenzheng/shared/live/view-store';

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Instant;
}

export type FirstPage =
  | { readonly kind: 'view'; readonly view: HeldView }
  | { readonly kind: 'choice'; readonly forums: readonly Choice[] }
  /** There is no forum yet. */
  | { readonly kind: 'none' }
  /** The hub has put nothing in: wait for the socket. */
  | { readonly kind: 'unknown' };

/** Reads the inlined JSON of `page`. */
export function readFirstPage(page: Document): FirstPage {
  const text = page.getElementById('view')?.textContent;
  if (!text) return { kind: 'unknown' };
  const found = parse(text);
  if (found === null) return { kind: 'none' };
  if (isHeldView(found)) return { kind: 'view', view: found };
  if (isRecord(found) && Array.isArray(found.choice))
    return { kind: 'choice', forums: found.choice.filter(isChoice) };
  return { kind: 'unknown' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isHeldView = (value: unknown): value is HeldView =>
  isRecord(value) &&
  typeof value.epoch === 'string' &&
  typeof value.revision === 'number' &&
  isRecord(value.documents) &&
  isRecord(value.collections);

const isChoice = (value: unknown): value is Choice =>
  isRecord(value) &&
  typeof value.id === 'string' &&
  typeof value.title === 'string' &&
  typeof value.startsAt === 'number';
