/** Phones that vote over real sockets, with the code of the screens, while a browser is looked at. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { ForumLink } from '@wenzheng/shared/live/forum-link';
import { socketTransport } from '@wenzheng/shared/live/socket-transport';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import type { Ack, Json } from '@wenzheng/shared/wire/protocol';

const PHONES = 25;

export interface Vote {
  readonly question: string;
  readonly ok: boolean;
}
export interface Storm {
  /** Ends it; answers the votes that were sent, and whether they were taken. */
  end(): Promise<readonly Vote[]>;
}
export interface Voter {
  send(command: CommandInput): Promise<Ack>;
  /** A document as it was last sent here. */
  document(name: string): Json | undefined;
}

export class VotingCrowd {
  readonly #base: string;
  readonly #links: ForumLink[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(base: string) {
    this.#base = base;
  }

  /** Somebody of the staff, by a sign-in path. */
  async staff(path: string): Promise<Voter> {
    return this.#join('console', await this.#cookie(path));
  }

  async phone(): Promise<Voter> {
    return this.#join('audience', await this.#cookie('/'));
  }

  /** Votes `perSecond` times on questions 1 to `questions`, by turns from every phone, never twice alike. */
  vote(questions: number, perSecond: number): Storm {
    const votes: Promise<Vote>[] = [];
    const phones = Promise.all(Array.from({ length: PHONES }, () => this.phone()));
    let count = 0;
    void phones.then((all) => {
      this.#timer = setInterval(() => {
        const phone = all[count % all.length];
        const question = String(1 + ((count * 17) % questions));
        const on = Math.floor(count / (all.length * questions)) % 2 === 0;
        count += 1;
        if (phone)
          votes.push(
            phone
              .send({ type: 'supportQuestion', question, on })
              .then(({ ok }) => ({ question, ok })),
          );
      }, 1_000 / perSecond);
    });
    return {
      end: async () => {
        await phones;
        clearInterval(this.#timer);
        return Promise.all(votes);
      },
    };
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    for (const link of this.#links) link.close();
  }

  async #cookie(path: string): Promise<string> {
    const answer = await fetch(new URL(path, this.#base), { redirect: 'manual' });
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  #join(client: 'audience' | 'console', cookie: string): Voter {
    const link = new ForumLink({
      transport: socketTransport(this.#base, client, { cookie }),
      storage: memoryStorage(),
      local: () => performance.now(),
      later: (ms, run) => void setTimeout(run, ms),
      instance: `crowd${this.#links.length}`,
      ...{ client, forum: null, first: null },
      changed: () => undefined,
    });
    this.#links.push(link);
    return {
      send: (command) => link.submit(command),
      document: (name) => link.view?.documents[name],
    };
  }
}
