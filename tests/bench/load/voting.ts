/** Ways in which a crowd votes. */
import { cpuSeconds } from '../../support/proc';
import { percentile } from '../figures';
import { sharedNow } from '../process/clock';
import type { Phone } from './phone';

export interface VotingReport {
  /** Acknowledged votes per second. */
  readonly rate: number;
  /** Part of one core that the server used. */
  readonly cpu: number;
  readonly p50: number;
  readonly p99: number;
}

/** When a vote was acknowledged, and how many milliseconds after it was sent. */
export interface Acknowledged {
  readonly at: number;
  readonly took: number;
}

const PACE_MS = 5;
const ROUND_MS = 250;
/** How much a crowd favours the first questions; see `Phone.vote`. */
const LEANING = 3;
const NO_LEANING = 1;

export class Voting {
  readonly #phones: readonly Phone[];
  #latencies: number[] = [];
  /** Kept where it is asked for: when each of the latencies ended. */
  #acknowledgedAt: number[] | null = null;
  #refused = 0;
  #open = 0;
  #again: ((phone: Phone) => void) | null = null;
  #drained: (() => void) | null = null;

  constructor(phones: readonly Phone[]) {
    this.#phones = phones;
  }

  /** To be called with every acknowledgement. */
  acknowledged(phone: Phone, accepted: boolean): void {
    const now = sharedNow();
    this.#latencies.push(now - (phone.votedAt ?? NaN));
    this.#acknowledgedAt?.push(now);
    phone.votedAt = null;
    if (!accepted) this.#refused += 1;
    this.#open -= 1;
    this.#again?.(phone);
    if (this.#open === 0) this.#drained?.();
  }

  /** Everybody votes, and again as soon as acknowledged; measured after the first second. */
  async loop(questions: readonly string[], seconds: number, server: number): Promise<VotingReport> {
    this.#latencies = [];
    this.#again = (phone) => this.#vote(phone, questions);
    for (const phone of this.#phones) this.#vote(phone, questions);
    await wait(1_000);
    this.#latencies = [];
    const before = { cpu: cpuSeconds(server), at: sharedNow() };
    await wait(seconds * 1_000);
    const took = (sharedNow() - before.at) / 1_000;
    const cpu = (cpuSeconds(server) - before.cpu) / took;
    const latencies = this.#latencies;
    // Those still under way are no part of these seconds.
    this.#latencies = [];
    this.#again = null;
    await this.#drain();
    return { rate: latencies.length / took, cpu, ...spread(latencies) };
  }

  /** Answers to statements come in at a steady pace from the whole crowd in turn. */
  async answers(
    statements: readonly string[],
    perSecond: number,
    seconds: number,
  ): Promise<readonly Acknowledged[]> {
    this.#latencies = [];
    this.#acknowledgedAt = [];
    const start = sharedNow();
    let sent = 0;
    let turn = 0;
    while (sent < perSecond * seconds) {
      const due = Math.min(((sharedNow() - start) / 1_000) * perSecond, perSecond * seconds);
      for (; sent < due; sent += 1) {
        const phone = this.#phones[(turn += 1) % this.#phones.length];
        if (phone?.votedAt !== null) continue;
        this.#open += 1;
        phone.answer(statements);
      }
      await wait(PACE_MS);
    }
    await this.#drain();
    const at = this.#acknowledgedAt;
    this.#acknowledgedAt = null;
    return this.#latencies.map((took, index) => ({ at: at[index] ?? NaN, took }));
  }

  /** Everybody votes once, at the same moment. */
  async once(questions: readonly string[]): Promise<{ p50: number; p99: number }> {
    this.#latencies = [];
    for (const phone of this.#phones) this.#vote(phone, questions);
    await this.#drain();
    return spread(this.#latencies);
  }

  /** Everybody casts a ballot in a poll, within `seconds`; answers as well when the last was acknowledged. */
  async poll(
    poll: string,
    places: number,
    seconds: number,
  ): Promise<{ p50: number; p99: number; last: number }> {
    this.#latencies = [];
    const start = sharedNow();
    let sent = 0;
    while (sent < this.#phones.length) {
      const due = ((sharedNow() - start) / (seconds * 1_000)) * this.#phones.length;
      for (; sent < due && sent < this.#phones.length; sent += 1) {
        this.#open += 1;
        this.#phones[sent]?.ballot(poll, places);
      }
      await wait(PACE_MS);
    }
    const last = await this.#drain();
    return { ...spread(this.#latencies), last };
  }

  /** Votes come in at a steady pace from the whole crowd in turn; `evenly`: every question is as popular. */
  async storm(
    questions: readonly string[],
    perSecond: number,
    seconds: number,
    evenly = false,
  ): Promise<VotingReport> {
    this.#latencies = [];
    const start = sharedNow();
    let sent = 0;
    let turn = 0;
    for (let passed = 0; passed < seconds * 1_000; passed = sharedNow() - start) {
      for (; sent < (passed / 1_000) * perSecond; sent += 1) {
        const phone = this.#phones[(turn += 1) % this.#phones.length];
        if (phone?.votedAt === null) this.#vote(phone, questions, evenly ? NO_LEANING : LEANING);
      }
      await wait(PACE_MS);
    }
    await this.#drain();
    return { rate: this.#latencies.length / seconds, cpu: 0, ...spread(this.#latencies) };
  }

  #vote(phone: Phone, questions: readonly string[], leaning = LEANING): void {
    this.#open += 1;
    phone.vote(questions, leaning);
  }

  /** Waits for the last acknowledgement and answers when it came. A refusal means that not the hub was measured but its limits. */
  async #drain(): Promise<number> {
    if (this.#open > 0) await new Promise<void>((resolve) => (this.#drained = resolve));
    this.#drained = null;
    const last = sharedNow();
    if (this.#refused > 0) throw new Error(`${this.#refused} votes were refused`);
    await wait(ROUND_MS);
    return last;
  }
}

const spread = (latencies: readonly number[]): { p50: number; p99: number } => ({
  p50: percentile(latencies, 0.5),
  p99: percentile(latencies, 0.99),
});

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
