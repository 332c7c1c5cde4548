/** Thousands of phones in one process. */
import { setTimeout as wait } from 'node:timers/promises';
import { PHONES_RETURN } from '@wenzheng/shared/live/returning';
import { mintCookies } from '../../support/known-devices';
import { sharedNow } from '../process/clock';
import { openPage, PageReader } from './page';
import { Phone, Traffic, type Crowd, type Held, type Protocol } from './phone';
import { Voting } from './voting';

export interface Joining {
  readonly protocol: Protocol;
  readonly port: number;
  readonly count: number;
  /** How many join each second. */
  readonly perSecond: number;
  /** Where the devices' cookies come from: the hub's data folder, or each phone's own page. */
  readonly cookies:
    { readonly from: 'data'; readonly folder: string } | { readonly from: 'page' } | null;
  /** Phones ask for the time once they are in, as their page does. */
  readonly learnTime: boolean;
}

export interface JoinReport {
  readonly seconds: number;
  /** Bytes that the phones received until they were in, pages included. */
  readonly received: number;
  /** How often they asked for the time, all together. */
  readonly probes: number;
}

/** Where phones connect by Socket.IO. */
export const PHONES_PATH = '/socket.io/?EIO=4&transport=websocket';
const PATHS: Readonly<Record<Protocol, string>> = {
  hub: PHONES_PATH,
  'socket.io': PHONES_PATH,
  ws: '/',
};
const ADDRESSES = 29;

const AT_ONCE = 300;
const JOIN_WITHIN_MS = 60_000;

const addressOf = (index: number): string => `127.0.0.${2 + (index % ADDRESSES)}`;

export class PhoneCrowd implements Crowd {
  protocol: Protocol = 'hub';
  traffic = new Traffic();
  #phones: Phone[] = [];
  #voting = new Voting([]);
  #ready = 0;
  #leaving = false;
  /** Attempts of each phone since the connection was cut; null while a cut is no part of what is measured. */
  #attempts: number[] | null = null;
  #joining: Joining | null = null;
  #arrived = 0;
  #firstSeen: string | null = null;
  /** When each broadcast had reached the last phone. */
  readonly #completed: number[] = [];
  #waiting: ((at: number) => void) | null = null;
  /** Devices that have been here before. */
  #cookies: string[] = [];

  async join(joining: Joining): Promise<JoinReport> {
    this.protocol = joining.protocol;
    this.#joining = joining;
    this.#leaving = false;
    this.#ready = 0;
    const start = sharedNow();
    if (joining.cookies?.from === 'data')
      this.#cookies = mintCookies(joining.cookies.folder, joining.count);
    const reader = joining.cookies?.from === 'page' ? new PageReader() : null;
    const phones: Phone[] = [];
    const pages: Promise<number>[] = [];
    for (let index = 0; index < joining.count; index += 1) {
      pages.push(this.#arrive(index, joining, reader, phones));
      await this.#pace(index, start, joining.perSecond);
    }
    const pageBytes = (await Promise.all(pages)).reduce((sum, bytes) => sum + bytes, 0);
    await this.#until(() => this.#ready === joining.count, 'not all phones came in');
    const seconds = (sharedNow() - start) / 1_000;
    this.#phones = phones;
    this.#voting = new Voting(phones);
    if (joining.learnTime)
      await this.#until(() => phones.every((phone) => phone.knowsTime), 'not all know the time');
    const received = phones.reduce((sum, { bytes }) => sum + bytes.received, pageBytes);
    const probes = phones.reduce((sum, phone) => sum + phone.probes, 0);
    return { seconds, received, probes };
  }

  async leave(): Promise<void> {
    this.#leaving = true;
    for (const phone of this.#phones) phone.close();
    await this.#until(() => this.#ready === 0, 'not all phones left');
    this.#phones = [];
  }

  /** From now on, phones that are cut off come back as the real ones do. */
  comeBack(): void {
    this.#attempts = this.#phones.map(() => 0);
  }

  /** Waits until all have been cut off and are in again; answers when that was. */
  async allBack(): Promise<number> {
    const cut = (): boolean => this.#attempts?.every((attempts) => attempts > 0) ?? false;
    await this.#until(
      () => this.#ready === this.#phones.length && cut(),
      'not all phones came back',
    );
    const at = sharedNow();
    this.#attempts = null;
    return at;
  }

  /** The first broadcast that was seen, as text. */
  seen(): string {
    if (this.#firstSeen === null) throw new Error('no broadcast was seen');
    return this.#firstSeen;
  }
  /** Resolves with the moment at which the next broadcast has reached the last phone. */
  completed(): Promise<number> {
    const at = this.#completed.shift();
    return at === undefined
      ? new Promise((resolve) => (this.#waiting = resolve))
      : Promise.resolve(at);
  }

  voteLoop(...values: Parameters<Voting['loop']>): ReturnType<Voting['loop']> {
    return this.#voting.loop(...values);
  }
  voteOnce(...values: Parameters<Voting['once']>): ReturnType<Voting['once']> {
    return this.#voting.once(...values);
  }
  pollOnce(...values: Parameters<Voting['poll']>): ReturnType<Voting['poll']> {
    return this.#voting.poll(...values);
  }
  answers(...values: Parameters<Voting['answers']>): ReturnType<Voting['answers']> {
    return this.#voting.answers(...values);
  }
  async voteStorm(...values: Parameters<Voting['storm']>): ReturnType<Voting['storm']> {
    return this.#voting.storm(...values);
  }

  /** Does what phones do while nothing happens: each asks for the time once a minute. */
  async idle(seconds: number): Promise<{ traffic: Traffic; received: number; sent: number }> {
    const before = this.#bytes();
    this.traffic = new Traffic();
    const start = sharedNow();
    let probed = 0;
    for (let passed = 0; passed < seconds; passed = (sharedNow() - start) / 1_000) {
      for (; probed < (passed / 60) * this.#phones.length; probed += 1)
        this.#phones[probed]?.probe();
      await wait(20);
    }
    const after = this.#bytes();
    return {
      traffic: this.traffic,
      received: after.received - before.received,
      sent: after.sent - before.sent,
    };
  }

  /** What has been sent to the phones since the last call. */
  takeTraffic(): Traffic {
    const taken = this.traffic;
    this.traffic = new Traffic();
    return taken;
  }

  ready(phone: Phone): void {
    this.#ready += 1;
    if (this.#joining?.learnTime === true) phone.learnTime();
  }
  broadcast(bytes: Buffer, start: number, end: number): void {
    this.#firstSeen ??= bytes.toString('utf8', start, end);
    this.#arrived += 1;
    if (this.#arrived < this.#phones.length) return;
    this.#arrived = 0;
    const now = sharedNow();
    if (this.#waiting) this.#waiting(now);
    else this.#completed.push(now);
    this.#waiting = null;
  }
  acknowledged(phone: Phone, accepted: boolean): void {
    this.#voting.acknowledged(phone, accepted);
  }
  lost(phone: Phone): void {
    if (!this.#leaving && this.#attempts === null)
      throw new Error(`phone ${phone.index} was cut off`);
    if (phone.isReady) this.#ready -= 1;
    if (!this.#leaving) this.#again(phone.index, this.#attempts ?? []);
  }

  /** After a pause as Socket.IO's client makes it in the phones' page, up to half longer or shorter by chance. */
  #again(index: number, attempts: number[]): void {
    const joining = this.#joining;
    if (!joining) return;
    const attempt = attempts[index] ?? 0;
    attempts[index] = attempt + 1;
    const { reconnectionDelay, reconnectionDelayMax, timeout } = PHONES_RETURN;
    const pause = reconnectionDelay * 2 ** attempt * (0.5 + Math.random());
    const { protocol, port } = joining;
    setTimeout(
      () => {
        if (this.#leaving) return;
        const cookie = this.#cookies[index] ?? null;
        const target = { port, from: addressOf(index), path: PATHS[protocol], cookie };
        const phone = new Phone(index, target, null, this);
        this.#phones[index] = phone;
        setTimeout(() => phone.isReady || phone.close(), timeout).unref();
      },
      Math.min(reconnectionDelayMax, pause),
    );
  }

  async #arrive(
    index: number,
    { port, cookies, protocol }: Joining,
    reader: PageReader | null,
    phones: Phone[],
  ): Promise<number> {
    const from = addressOf(index);
    let held: Held | null = null;
    let bytes = 0;
    if (reader) {
      const page = await openPage(
        { port, address: from, cookie: this.#cookies[index] ?? null },
        reader,
      );
      this.#cookies[index] = page.cookie;
      ({ held, bytes } = page);
    }
    const cookie = cookies === null ? null : (this.#cookies[index] ?? null);
    phones[index] = new Phone(index, { port, from, path: PATHS[protocol], cookie }, held, this);
    return bytes;
  }

  /** Waits while the crowd is ahead of its pace, or too many stand at the door. */
  async #pace(index: number, start: number, perSecond: number): Promise<void> {
    const isAhead = (): boolean => ((sharedNow() - start) / 1_000) * perSecond < index;
    while (isAhead() || index - this.#ready > AT_ONCE) await wait(1);
  }

  async #until(reached: () => boolean, otherwise: string): Promise<void> {
    const end = sharedNow() + JOIN_WITHIN_MS;
    while (!reached()) {
      if (sharedNow() > end) throw new Error(`${otherwise}: ${this.#ready} are in`);
      await wait(5);
    }
  }

  #bytes(): { received: number; sent: number } {
    const total = { received: 0, sent: 0 };
    for (const { bytes } of this.#phones) {
      total.received += bytes.received;
      total.sent += bytes.sent;
    }
    return total;
  }
}
