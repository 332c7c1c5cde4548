/** What a file is, told from its contents; its name and what a browser says of it count for nothing. */
import { open } from 'node:fs/promises';
import type { MediaKind, MediaType } from '@wenzheng/shared/forum/media';
import { duration, minutes, seconds, type Duration } from '@wenzheng/shared/time/instant';
import type { RefusalCode } from '@wenzheng/shared/wire/protocol';
import { isMp4, mp4Length } from './mp4';
import type { CountPages } from './pdf';
import { readAt } from './read-at';
import { isWebm, webmLength } from './webm';

export interface Inspected {
  readonly type: MediaType;
  readonly length: Duration | null;
  readonly pages: number | null;
}

const HEAD = 256 * 1_024;
const SHORTEST = seconds(0.5);
const LONGEST = minutes(240);
/** Where programs are content to find what makes a file a PDF. */
const PDF_WITHIN = 1_024;
/** Without this near its end it was cut off; pdf.js would mend it, and leave out pages. */
const PDF_END = '%%EOF';

/** What lies at `path`, or why it is not taken as a `kind`. Rejects with what the system says. */
export async function inspectMedia(
  path: string,
  kind: MediaKind,
  countPages: CountPages,
): Promise<Inspected | RefusalCode> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = await readAt(file, 0, HEAD);
    if (kind === 'slides') {
      if (!head.subarray(0, PDF_WITHIN).includes('%PDF-')) return 'media.not_media';
      const tail = await readAt(file, Math.max(0, size - PDF_WITHIN), PDF_WITHIN);
      if (!tail.includes(PDF_END)) return 'media.damaged';
      const pages = await countPages(path);
      return typeof pages === 'number' ? { type: 'application/pdf', length: null, pages } : pages;
    }
    if (isMp4(head)) return film('video/mp4', await mp4Length(file, size));
    return isWebm(head) ? film('video/webm', webmLength(head, size)) : 'media.not_media';
  } finally {
    await file.close();
  }
}

function film(type: MediaType, ms: number | null | 'damaged'): Inspected | RefusalCode {
  if (ms === 'damaged') return 'media.damaged';
  if (ms === null || ms < SHORTEST || ms > LONGEST) return 'media.no_length';
  return { type, length: duration(ms), pages: null };
}
