/** Asks the hub whose code it is that was typed or scanned. Never throws. */
import type { Refusal, RefusalCode } from '@wenzheng/shared/wire/protocol';

export type Supporter =
  | { readonly kind: 'known'; readonly supports: readonly string[]; readonly own: string | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'offline' };

const REFUSALS: readonly RefusalCode[] = [
  'admission.unknown_code',
  'admission.ticket_revoked',
  'admission.ticket_over',
  'admission.wait',
];

export async function askSupporter(forum: string, code: string): Promise<Supporter> {
  try {
    const answer = await fetch(`/api/forums/${encodeURIComponent(forum)}/supporter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    return readAnswer(answer.ok, await answer.json());
  } catch {
    return { kind: 'offline' };
  }
}

/** What the hub sent, read without zod, which is too heavy here. */
export function readAnswer(ok: boolean, json: unknown): Supporter {
  if (typeof json !== 'object' || json === null) return { kind: 'offline' };
  if (!ok) {
    const code = REFUSALS.find((each) => 'code' in json && json.code === each);
    return code ? { kind: 'refused', refusal: { ok: false, code } } : { kind: 'offline' };
  }
  const listed: unknown = 'supports' in json ? json.supports : null;
  const own: unknown = 'own' in json ? json.own : null;
  if (!Array.isArray(listed)) return { kind: 'offline' };
  const supports = listed.filter((each) => typeof each === 'string');
  return { kind: 'known', supports, own: typeof own === 'string' ? own : null };
}
