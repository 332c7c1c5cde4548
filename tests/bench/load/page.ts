/** Opens the phones' page as a browser does, on a connection of its own. */
import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { Held } from './phone';

export interface OpenedPage {
  readonly held: Held;
  /** The device's cookie, to be sent from now on. */
  readonly cookie: string;
  /** Bytes of the answer, head included. */
  readonly bytes: number;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const HELD = /"epoch":"([^"]+)","revision":(\d+)/;

/** All phones are sent the same page until the view changes: it is read once. */
export class PageReader {
  #body = Buffer.alloc(0);
  #held: Held = { epoch: '', revision: 0 };

  read(body: Buffer): Held {
    if (body.equals(this.#body)) return this.#held;
    const [, epoch, revision] = HELD.exec(gunzipSync(body).toString('utf8')) ?? [];
    if (epoch === undefined) throw new Error('the page carries no view');
    this.#body = Buffer.from(body);
    this.#held = { epoch, revision: Number(revision) };
    return this.#held;
  }
}

export async function openPage(
  from: { readonly port: number; readonly address: string; readonly cookie: string | null },
  reader: PageReader,
): Promise<OpenedPage> {
  const answer = await request(from);
  const end = answer.indexOf(END_OF_HEAD);
  const head = answer.toString('latin1', 0, end);
  const cookie = from.cookie ?? /set-cookie: (wz_device=[^;]+)/i.exec(head)?.[1];
  if (cookie === undefined) throw new Error(`no page: ${head}`);
  const held = reader.read(answer.subarray(end + END_OF_HEAD.length));
  return { held, cookie, bytes: answer.length };
}

function request({ port, address, cookie }: Parameters<typeof openPage>[0]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let missing = Infinity;
    const socket = connect({ port, host: '127.0.0.1', localAddress: address, noDelay: true });
    socket.on('connect', () => {
      const cookies = cookie === null ? '' : `Cookie: ${cookie}\r\n`;
      socket.write(
        `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: gzip\r\n${cookies}\r\n`,
      );
    });
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (missing === Infinity) missing = lengthOf(chunk);
      missing -= chunk.length;
      if (missing <= 0) socket.end();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks)));
  });
}

/** Length of the whole answer; its head comes in one piece. */
function lengthOf(chunk: Buffer): number {
  const end = chunk.indexOf(END_OF_HEAD);
  const length = /content-length: (\d+)/i.exec(chunk.toString('latin1', 0, end))?.[1];
  if (end < 0 || length === undefined) throw new Error('an answer without its length');
  return end + END_OF_HEAD.length + Number(length);
}
