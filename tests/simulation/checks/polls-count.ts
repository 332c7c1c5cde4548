/** Counts polls from a journal alone, sharing nothing with the hub's own counting. */
import type { Entry, EntryOf } from '@wenzheng/server/src/journal/entry';
import type { PollDraft } from '@wenzheng/shared/forum/polls';

type Ballot = NonNullable<EntryOf<'ballotCast'>['data']['ballot']>;
interface Cast {
  readonly poll: string;
  readonly ballot: Ballot;
  readonly part: 'hall' | 'online';
}
interface Part {
  readonly voters: number;
  readonly counts: readonly number[];
  readonly points: readonly number[];
}

export class PollsCount {
  /** Voter and poll → the ballot that stands. */
  readonly #cast = new Map<string, Cast>();
  readonly #forms = new Map<string, PollDraft>();
  readonly #open = new Set<string>();
  /** First entry of a command → the form that it put another in the place of. */
  readonly #replacedBy = new Map<number, PollDraft>();
  /** First entry of a command → the poll that it closed. */
  readonly #closedBy = new Map<number, string>();

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) this.#take(entry);
  }

  /** What came out of `poll` in the hall or online. */
  part(poll: string, part: Cast['part']): Part {
    const form = this.#forms.get(poll);
    const cast = [...this.#cast.values()].filter(
      (each) => each.poll === poll && each.part === part,
    );
    const places = cast.map(({ ballot }) => ('choices' in ballot ? ballot.choices : []));
    const isRanking = form?.kind === 'ranking';
    const many = this.#placesOf(form);
    const counts = Array.from(
      { length: many },
      (_, place) =>
        places.filter((each) => (isRanking ? each[0] === place : each.includes(place))).length,
    );
    const points = Array.from({ length: isRanking ? many : 0 }, (_, place) =>
      places.reduce(
        (sum, each) => sum + (each.includes(place) ? many - each.indexOf(place) : 0),
        0,
      ),
    );
    return { voters: cast.length, counts, points };
  }

  #placesOf(form: PollDraft | undefined): number {
    if (!form) return 0;
    if (form.kind === 'scale') return form.steps ?? 0;
    return form.kind === 'faces' ? 3 : form.options.length;
  }

  #take(entry: Entry): void {
    switch (entry.type) {
      case 'pollPut': {
        const before = this.#forms.get(entry.data.poll.id);
        if (before) this.#replacedBy.set(entry.first, before);
        return void this.#forms.set(entry.data.poll.id, entry.data.poll);
      }
      case 'pollOpened':
        return void this.#open.add(entry.data.poll);
      case 'pollRepeated': {
        const form = this.#forms.get(entry.data.poll);
        if (form) this.#forms.set(entry.data.as, { ...form, id: entry.data.as });
        return void this.#open.add(entry.data.as);
      }
      case 'pollClosed':
        this.#closedBy.set(entry.first, entry.data.poll);
        return void this.#open.delete(entry.data.poll);
      case 'actionUndone': {
        const before = this.#replacedBy.get(entry.data.entry);
        if (before) this.#forms.set(before.id, before);
        const again = this.#closedBy.get(entry.data.entry);
        return again === undefined ? undefined : void this.#open.add(again);
      }
      case 'ballotCast':
        return this.#takeBallot(entry.data);
      default:
    }
  }

  #takeBallot({ voter, stream, poll, ballot, hall }: EntryOf<'ballotCast'>['data']): void {
    if (stream !== undefined)
      for (const [key, cast] of [...this.#cast]) {
        if (key !== `${stream} ${cast.poll}` || !this.#open.has(cast.poll)) continue;
        this.#cast.delete(key);
        const own = `${voter} ${cast.poll}`;
        if (!this.#cast.has(own)) this.#cast.set(own, cast);
      }
    const key = `${voter} ${poll}`;
    if (ballot === null) this.#cast.delete(key);
    else this.#cast.set(key, { poll, ballot, part: hall ? 'hall' : 'online' });
  }
}
