/** A citizen's phone that nobody holds: the client's own link over a real socket, doing what people do. */
import { FACES } from '@wenzheng/shared/forum/choices';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { ANSWERS } from '@wenzheng/shared/forum/opinions';
import { isWritten, mostIn, placesIn, type PollForm } from '@wenzheng/shared/forum/poll-form';
import { isExplained } from '@wenzheng/shared/forum/unclear';
import { ForumLink } from '@wenzheng/shared/live/forum-link';
import { socketTransport } from '@wenzheng/shared/live/socket-transport';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import type { Random, Scheduler } from '../ports/ports';
import { QUESTIONS, WORDS_FOR_POLLS, type CrowdLanguage } from './words';

export interface PhoneWish {
  readonly url: string;
  /** The rehearsal, by its id: whatever else is live, this phone is nowhere else. */
  readonly forum: string;
  /** `wz_device=…`, as the hub gives it out. */
  readonly cookie: string;
  readonly language: CrowdLanguage;
  readonly random: Random;
  readonly scheduler: Scheduler;
  /** Monotonic milliseconds. */
  readonly local: () => number;
}

type Ballot = NonNullable<Extract<CommandInput, { type: 'castBallot' }>['ballot']>;

/** Of a hundred things that phones do. */
const SUPPORTS = 60;
const ASKS = 15;
const ANSWERS_SOMETHING = 20;

export class SimulatedPhone {
  readonly #link: ForumLink;
  readonly #wish: PhoneWish;

  constructor(wish: PhoneWish) {
    this.#wish = wish;
    this.#link = new ForumLink({
      transport: socketTransport(wish.url, 'audience', { cookie: wish.cookie }),
      storage: memoryStorage(),
      local: wish.local,
      later: (ms, run) => void wish.scheduler.later(ms, run),
      instance: Buffer.from(wish.random.bytes(9)).toString('base64url'),
      client: 'audience',
      forum: wish.forum,
      first: null,
      changed: () => {},
    });
  }

  get isIn(): boolean {
    return this.#link.status === 'live';
  }

  /** Does one thing, if there is anything to do; what the hub refuses is like a person's press that came late. */
  act(): void {
    const held = this.#link.view;
    const command = held && this.isIn ? this.#choose(held as unknown as ViewOf<'audience'>) : null;
    if (command) void this.#link.submit(command);
  }

  close(): void {
    this.#link.close();
  }

  #choose({ documents, collections }: ViewOf<'audience'>): CommandInput | null {
    const { rating, floor, poll } = documents;
    if (poll?.state === 'open' && !this.#voted.has(poll.id)) {
      this.#voted.add(poll.id);
      return { type: 'castBallot', poll: poll.id, ballot: this.#ballot(poll) };
    }
    if (rating?.open && !this.#rated.has(rating.answer)) {
      this.#rated.add(rating.answer);
      return { type: 'rateAnswer', answer: rating.answer, face: this.#one(FACES) ?? 'partly' };
    }
    const chance = this.#below(100);
    if (chance < SUPPORTS) {
      const question = this.#one(Object.keys(collections.questions));
      return question === null ? this.#ask() : { type: 'supportQuestion', question, on: true };
    }
    if (chance < SUPPORTS + ASKS) return this.#ask();
    if (chance < SUPPORTS + ASKS + ANSWERS_SOMETHING) {
      const statement = this.#one(Object.keys(collections.statements));
      const answer = this.#one(ANSWERS);
      return statement === null ? null : { type: 'answerStatement', statement, answer };
    }
    return floor && isExplained(floor) ? { type: 'markUnclear', turn: floor.turn } : null;
  }

  readonly #rated = new Set<string>();
  readonly #voted = new Set<string>();
  #hasAsked = false;

  /** Everybody asks once at most, as most people in a hall do. */
  #ask(): CommandInput | null {
    const text = this.#one(QUESTIONS[this.#wish.language]);
    if (this.#hasAsked || text === null) return null;
    this.#hasAsked = true;
    return { type: 'askQuestion', text, name: null, department: null };
  }

  /** Some of what may be named, in any order, or words. Where only tickets vote, the hub refuses it. */
  #ballot(poll: PollForm): Ballot {
    const words = WORDS_FOR_POLLS[this.#wish.language];
    if (isWritten(poll.kind)) return { text: this.#one(words) ?? '' };
    const left = Array.from({ length: placesIn(poll) }, (_, place) => place);
    const choices: number[] = [];
    for (let count = 1 + this.#below(mostIn(poll)); count > 0; count -= 1)
      choices.push(...left.splice(this.#below(left.length), 1));
    return { choices };
  }

  #below(limit: number): number {
    return Buffer.from(this.#wish.random.bytes(4)).readUInt32LE() % limit;
  }

  #one<T>(values: readonly T[]): T | null {
    return values[this.#below(Math.max(values.length, 1))] ?? null;
  }
}
