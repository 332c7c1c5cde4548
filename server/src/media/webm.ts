/** How long a WebM plays, from its first elements (RFC 8794, RFC 9559); nothing of what it holds is decoded. */

const IDS = {
  header: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  cluster: 0x1f43b675,
  scale: 0x2ad7b1,
  duration: 0x4489,
} as const;
const NANOSECONDS_OF_A_TICK = 1_000_000;

interface Element {
  readonly id: number;
  readonly body: number;
  /** Null: as far as it goes, as live recordings have it. */
  readonly end: number | null;
}

export const isWebm = (head: Buffer): boolean => {
  const header = elementAt(head, 0);
  if (header?.id !== IDS.header || header.end === null) return false;
  const docType = elementsIn(head, header.body, header.end).find(({ id }) => id === IDS.docType);
  return docType !== undefined && text(head, docType) === 'webm';
};

/**
 * Milliseconds; null if it does not say. `head` is the beginning of the file, of `size` bytes; `damaged` if the film is
 * cut off, or none is there.
 */
export function webmLength(head: Buffer, size: number): number | null | 'damaged' {
  const header = elementAt(head, 0);
  const segment = elementAt(head, header?.end ?? 0);
  if (segment?.id !== IDS.segment) return 'damaged';
  if (segment.end !== null && segment.end > size) return 'damaged';
  const parts = elementsIn(head, segment.body, segment.end ?? size);
  const info = parts.find(({ id }) => id === IDS.info);
  if (!info) return 'damaged';
  const inside = elementsIn(head, info.body, info.end ?? head.length);
  const duration = inside.find(({ id }) => id === IDS.duration);
  const scale = inside.find(({ id }) => id === IDS.scale);
  const ticks = duration && float(head, duration);
  if (!ticks || !Number.isFinite(ticks)) return null;
  return (ticks * (scale ? whole(head, scale) : NANOSECONDS_OF_A_TICK)) / 1_000_000;
}

/** Of those that begin in `bytes`, up to the first that holds pictures. */
function elementsIn(bytes: Buffer, start: number, end: number): Element[] {
  const elements: Element[] = [];
  for (let at = start; at < Math.min(end, bytes.length);) {
    const element = elementAt(bytes, at);
    if (!element) break;
    elements.push(element);
    if (element.id === IDS.cluster || element.end === null) break;
    at = element.end;
  }
  return elements;
}

function elementAt(bytes: Buffer, at: number): Element | null {
  const idLength = lengthOf(bytes[at]);
  if (idLength === null || idLength > 4 || at + idLength >= bytes.length) return null;
  const sizeAt = at + idLength;
  const sizeLength = lengthOf(bytes[sizeAt]);
  if (sizeLength === null || sizeLength > 8 || sizeAt + sizeLength > bytes.length) return null;
  const body = sizeAt + sizeLength;
  const id = bytes.readUIntBE(at, idLength);
  const size = sizeIn(bytes.subarray(sizeAt, body));
  return { id, body, end: size === null ? null : body + size };
}

/** Length of a number that says itself how long it is. */
const lengthOf = (first: number | undefined): number | null =>
  first === undefined || first === 0 ? null : Math.clz32(first) - 23;

/** Of the first byte only what comes after its marker counts; all ones: nobody knows. */
function sizeIn(bytes: Buffer): number | null {
  const [first = 0, ...rest] = bytes;
  const mask = 0xff >> bytes.length;
  const isUnknown = (first & mask) === mask && rest.every((byte) => byte === 0xff);
  return isUnknown ? null : rest.reduce((sum, byte) => sum * 256 + byte, first & mask);
}

const slice = (bytes: Buffer, { body, end }: Element): Buffer =>
  bytes.subarray(body, end ?? bytes.length);
const whole = (bytes: Buffer, element: Element): number =>
  slice(bytes, element).reduce((sum, byte) => sum * 256 + byte, 0);
const text = (bytes: Buffer, element: Element): string =>
  slice(bytes, element).toString('latin1').replace(/\0+$/, '');
function float(bytes: Buffer, element: Element): number | null {
  const found = slice(bytes, element);
  if (found.length === 4) return found.readFloatBE(0);
  return found.length === 8 ? found.readDoubleBE(0) : null;
}
