/** Phones by the thousand that come back after their hub was killed, as Socket.IO's client does. */
import { Phone, Traffic, type Crowd } from '../bench/load/phone';

/** As in `socketTransport`: first and longest pause of phones (ms), and how far it varies. */
const PAUSE = { first: 300, longest: 3_000, jitter: 0.5 } as const;
/** How long an attempt may take until it is given up for the next. */
const GIVES_UP_MS = 5_000;
const ADDRESSES = 29;
const PATH = '/socket.io/?EIO=4&transport=websocket';
const FIRST_COME_PER_SECOND = 1_500;

/** Socket.IO's own formula (`contrib/backo2.js`), odd as it is. */
function pauseBefore(attempt: number): number {
  const ms = PAUSE.first * 2 ** attempt;
  const chance = Math.random();
  const deviation = Math.floor(chance * PAUSE.jitter * ms);
  const varied = (Math.floor(chance * 10) & 1) === 0 ? ms - deviation : ms + deviation;
  return Math.min(varied, PAUSE.longest);
}

export class ReturningPhones implements Crowd {
  readonly protocol = 'hub';
  readonly traffic = new Traffic();
  readonly #port: number;
  readonly #cookies: readonly string[];
  readonly #phones: Phone[] = [];
  readonly #attempts: number[] = [];
  /** Moments at which phones had a view again, since the last `forget`. */
  #arrivals: number[] = [];
  #leaving = false;
  attempts = 0;

  constructor(port: number, cookies: readonly string[]) {
    this.#port = port;
    this.#cookies = cookies;
  }

  /** Lets them in one after another. */
  come(): void {
    this.#cookies.forEach((_, index) =>
      setTimeout(() => this.#connect(index), (index * 1_000) / FIRST_COME_PER_SECOND),
    );
  }
  get inside(): number {
    return this.#phones.reduce((sum, { isReady }) => sum + (isReady ? 1 : 0), 0);
  }
  /** When the phones came that have come since the last call of `forget`. */
  get arrivals(): readonly number[] {
    return this.#arrivals;
  }
  forget(): void {
    this.#arrivals = [];
    this.attempts = 0;
  }
  leave(): void {
    this.#leaving = true;
    for (const phone of this.#phones) phone.close();
  }

  ready({ index }: Phone): void {
    this.#attempts[index] = 0;
    this.#arrivals.push(performance.now());
  }
  lost(phone: Phone): void {
    phone.isReady = false;
    if (this.#leaving || this.#phones[phone.index] !== phone) return;
    const attempt = this.#attempts[phone.index] ?? 0;
    this.#attempts[phone.index] = attempt + 1;
    setTimeout(() => this.#connect(phone.index), pauseBefore(attempt));
  }
  broadcast(): void {}
  acknowledged(): void {}

  #connect(index: number): void {
    if (this.#leaving) return;
    this.attempts += 1;
    const from = `127.0.0.${2 + (index % ADDRESSES)}`;
    const target = { port: this.#port, from, path: PATH, cookie: this.#cookies[index] ?? null };
    const phone = new Phone(index, target, null, this);
    this.#phones[index] = phone;
    setTimeout(() => phone.isReady || phone.close(), GIVES_UP_MS).unref();
  }
}
