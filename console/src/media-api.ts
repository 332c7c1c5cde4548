/** Films and slides on their way to the hub: in pieces, one after another, that go on where a network left them. */
import { UPLOAD_PIECE, type MediaKind } from '@wenzheng/shared/forum/media';
import { REFUSAL_CODES, type RefusalCode } from '@wenzheng/shared/wire/protocol';
import { z } from 'zod';
import { call, nothing, type Answer } from './hub-api';

const part = encodeURIComponent;
const uploads = (forum: string): string => `/api/forums/${part(forum)}/uploads`;

const begun = z.object({ upload: z.string() });
const progress = z.object({ received: z.number() });
const code = z.enum(REFUSAL_CODES);

/** How often a piece is tried before the network counts as gone, and how long between (ms). */
const TRIES = 6;
const BETWEEN_MS = 2_000;
/** What the hub says when the same piece may be sent again. */
const AGAIN: ReadonlySet<string | null> = new Set(['busy', null]);

export type Uploaded = 'done' | 'cancelled' | 'unreachable' | RefusalCode;

export interface Sending {
  readonly forum: string;
  readonly kind: MediaKind;
  readonly name: string;
  readonly file: File;
  /** Called with the part that the hub has, 0 to 1. */
  readonly moved: (part: number) => void;
  /** Aborted: nobody wants it any more. */
  readonly wanted: AbortSignal;
}

/** Sends a file, and has it listed once all has come. What is broken off leaves nothing with the hub. */
export async function uploadMedia(sending: Sending): Promise<Uploaded> {
  const { forum, kind, name, file, wanted } = sending;
  const wish = { kind, bytes: file.size };
  const answer = await call('POST', uploads(forum), wish, begun);
  if (!answer.ok) return problemOf(answer);
  const address = `${uploads(forum)}/${part(answer.value.upload)}`;
  const sent = await sendPieces(address, sending);
  if (sent !== 'done') {
    await call('DELETE', address, null, nothing);
    return sent;
  }
  const ended = await again(wanted, () => call('POST', `${address}/end`, { name }, nothing));
  return ended.ok ? 'done' : problemOf(ended);
}

async function sendPieces(address: string, { file, moved, wanted }: Sending): Promise<Uploaded> {
  let received = 0;
  while (received < file.size) {
    const from = received;
    const piece = file.slice(from, from + UPLOAD_PIECE);
    const answer = await again(wanted, () => sendPiece(`${address}/${from}`, piece, wanted));
    if (wanted.aborted) return 'cancelled';
    if (!answer.ok) return problemOf(answer);
    ({ received } = answer.value);
    moved(received / file.size);
  }
  return 'done';
}

/** Asks until there is an answer that stands, or the network counts as gone. */
async function again<T>(wanted: AbortSignal, ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask();
    if (answer.ok || !AGAIN.has(answer.code) || tries === TRIES || wanted.aborted) return answer;
    await new Promise((done) => setTimeout(done, BETWEEN_MS));
  }
}

async function sendPiece(
  address: string,
  body: Blob,
  signal: AbortSignal,
): Promise<Answer<{ received: number }>> {
  const headers = { 'content-type': 'application/octet-stream' };
  try {
    const options = { method: 'PUT', credentials: 'same-origin', headers, body, signal } as const;
    const response = await fetch(address, options);
    const said: unknown = await response.json();
    if (response.ok) return { ok: true, value: progress.parse(said) };
    const refusal = z.object({ code }).safeParse(said).data?.code ?? null;
    return failed(response.status, refusal);
  } catch {
    return failed(0, null);
  }
}

const failed = (status: number, refusal: string | null): Answer<never> => ({
  ...{ ok: false, status, code: refusal },
  ...{ seconds: null, field: '', problem: '' },
});

const problemOf = (answer: Extract<Answer<unknown>, { ok: false }>): Uploaded =>
  code.safeParse(answer.code).data ?? 'unreachable';
