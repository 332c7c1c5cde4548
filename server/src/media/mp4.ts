/** How long an MP4 plays, from its boxes (ISO/IEC 14496-12); nothing of what they hold is decoded. */
import type { FileHandle } from 'node:fs/promises';
import { readAt } from './read-at';

interface Box {
  readonly type: string;
  readonly start: number;
  /** Where its contents begin. */
  readonly body: number;
  readonly end: number;
}

/** More boxes beside each other than any film has. */
const MOST_BOXES = 100_000;

export const isMp4 = (head: Buffer): boolean => head.toString('latin1', 4, 8) === 'ftyp';

/** Milliseconds; null if it does not say. `damaged` if it is cut off, or no film is in it. */
export async function mp4Length(
  file: FileHandle,
  size: number,
): Promise<number | null | 'damaged'> {
  const top = await boxesIn(file, 0, size);
  const moov = top?.find(({ type }) => type === 'moov');
  if (!top || !moov || !top.some(({ type }) => type === 'mdat')) return 'damaged';
  const inside = await boxesIn(file, moov.body, moov.end);
  const mvhd = inside?.find(({ type }) => type === 'mvhd');
  if (!mvhd || mvhd.end - mvhd.body < 20) return 'damaged';
  const bytes = await readAt(file, mvhd.body, Math.min(32, mvhd.end - mvhd.body));
  const isLong = bytes[0] === 1;
  if (bytes.length < (isLong ? 32 : 20)) return 'damaged';
  const scale = bytes.readUInt32BE(isLong ? 20 : 12);
  const length = isLong ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(16);
  return scale === 0 || length === 0 ? null : (length / scale) * 1_000;
}

/** Null if they do not fill the space from `start` to `end`. */
async function boxesIn(file: FileHandle, start: number, end: number): Promise<Box[] | null> {
  const boxes: Box[] = [];
  for (let at = start; at < end;) {
    const box = await boxAt(file, at, end);
    if (!box || boxes.length === MOST_BOXES) return null;
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

async function boxAt(file: FileHandle, start: number, limit: number): Promise<Box | null> {
  const head = await readAt(file, start, 16);
  if (head.length < 8) return null;
  const short = head.readUInt32BE(0);
  const isLong = short === 1;
  if (isLong && head.length < 16) return null;
  const size = isLong ? Number(head.readBigUInt64BE(8)) : short === 0 ? limit - start : short;
  const body = start + (isLong ? 16 : 8);
  const end = start + size;
  if (end < body || end > limit) return null;
  return { type: head.toString('latin1', 4, 8), start, body, end };
}
