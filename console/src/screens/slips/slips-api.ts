/** One slip as the hub answers it, its photo, and the addresses of what is printed. */
import { slipStory } from '@wenzheng/shared/forum/slips';
import { REFUSAL_CODES, type Accepted, type CommandId } from '@wenzheng/shared/wire/protocol';
import type { Refusal } from '@wenzheng/shared/wire/protocol';
import { z } from 'zod';
import { call } from '../../hub-api';

const part = encodeURIComponent;

export const readSlip = (forum: string, serial: string) =>
  call('GET', `/api/forums/${part(forum)}/slips/${part(serial)}`, null, slipStory);

const photoAddress = (forum: string, serial: string): string =>
  `/api/forums/${part(forum)}/slips/${part(serial)}/photo`;

/** `photo` is its number: with another one, another picture stands there. */
export const photoUrl = (forum: string, serial: string, photo: number): string =>
  `${photoAddress(forum, serial)}?number=${photo}`;

const taken = z.object({ entry: z.int().optional() });
const refused = z.object({ code: z.enum(REFUSAL_CODES) });
/** Answers after which the same photo is sent again by itself. */
const TRY_AGAIN: ReadonlySet<Refusal['code']> = new Set(['unknown_outcome', 'busy']);
/** A photo that takes longer is sent anew (ms). */
const PATIENCE_MS = 20_000;

/** Sends a photo under the id of a command. */
export async function sendPhoto(
  forum: string,
  serial: string,
  [instance, counter]: CommandId,
  picture: Blob,
): Promise<Accepted | Refusal | 'unreachable'> {
  const patience = new AbortController();
  const late = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const address = `${photoAddress(forum, serial)}?instance=${part(instance)}&counter=${counter}`;
    const response = await fetch(address, {
      method: 'PUT',
      credentials: 'same-origin',
      headers: { 'content-type': picture.type },
      body: picture,
      signal: patience.signal,
    });
    const said: unknown = await response.json();
    const entry = response.ok ? taken.parse(said).entry : undefined;
    if (response.ok) return { ok: true, ...(entry !== undefined && { entry }) };
    // Signed out meanwhile, or a page of another hub.
    const code = refused.safeParse(said).data?.code ?? 'forbidden';
    return TRY_AGAIN.has(code) ? 'unreachable' : { ok: false, code };
  } catch {
    return 'unreachable';
  } finally {
    clearTimeout(late);
  }
}

export type PrintLocale = 'zh-CN' | 'en';

interface Sheets {
  readonly batch: string;
  readonly first: number;
  readonly last: number;
}

export const sheetsUrl = (forum: string, { batch, first, last }: Sheets, locale: PrintLocale) =>
  `/print/forums/${part(forum)}/slips?batch=${part(batch)}&first=${first}&last=${last}&locale=${locale}`;

/** `question`: whose code stands on it; null for the one that the slip was printed with. */
export const stubUrl = (forum: string, serial: string, question: string | null) =>
  `/print/forums/${part(forum)}/stubs/${part(serial)}${question === null ? '' : `?question=${part(question)}`}`;
