/**
 * Counts the paper box from the journal alone, sharing nothing with the hub's own reckoning: for each slip the
 * list of what was done with it, of which the last stands. Undo puts back what the lists were before: what others did
 * meanwhile has seen the slip as the undone command left it.
 */
import type { Entry } from '@wenzheng/server/src/journal/entry';
import type { SlipSums } from '@wenzheng/shared/forum/slips';

interface Fact {
  readonly state: 'printed' | 'issued' | 'missing' | 'returned' | 'entered' | 'void';
  readonly box: string | null;
  readonly question: string | null;
}
const FIRST: Fact = { state: 'printed', box: null, question: null };

export function countSlips(entries: readonly Entry[]): SlipSums {
  const count = new SlipCount();
  for (const entry of entries) count.take(entry);
  return count.sums();
}

class SlipCount {
  /** Serial number → all that was done with the slip, oldest first. */
  readonly #slips = new Map<string, Fact[]>();
  /** Box and batch → the last hand count. */
  readonly #counted = new Map<string, number>();
  /** First entry of a command → how to put back what it has changed. */
  readonly #putBack = new Map<number, (() => void)[]>();
  /** First entry of the command that is being taken in. */
  #command = 0;

  take(entry: Entry): void {
    this.#command = entry.first;
    switch (entry.type) {
      case 'actionUndone':
        if (entry.data.restore.length > 0)
          for (const putBack of this.#putBack.get(entry.data.entry) ?? []) putBack();
        break;
      case 'slipsPrinted': {
        const { batch, first, codes } = entry.data;
        codes.forEach((_, index) => this.#set(name(batch, first + index), [FIRST]));
        break;
      }
      case 'slipsIssued':
        return this.#move(
          entry.data,
          entry.data.on ? ['printed', 'issued'] : ['issued', 'printed'],
        );
      case 'slipsMissing':
        return this.#move(
          entry.data,
          entry.data.on ? ['issued', 'missing'] : ['missing', 'issued'],
        );
      case 'boxOpened':
      case 'boxCounted':
        this.#setCounts(
          entry.data.box,
          entry.data.counts.map(({ batch, count }) => [`${entry.data.box} ${batch}`, count]),
        );
        break;
      case 'slipEntered':
        return this.#done(entry.data.serial, { ...entry.data, state: 'entered' });
      case 'slipVoided':
        return this.#done(entry.data.serial, {
          state: 'void',
          box: entry.data.box,
          question: null,
        });
      case 'slipIllegible':
        return this.#back(entry.data.serial, entry.data.box);
      case 'questionWithdrawn':
        for (const [serial, facts] of this.#slips)
          if (facts.some(({ question }) => question === entry.data.question))
            this.#set(
              serial,
              facts.filter(({ question }) => question !== entry.data.question),
            );
        break;
      case 'slipEntryWithdrawn': {
        const facts = this.#slips.get(entry.data.serial) ?? [];
        if (!facts.some(({ state }) => state === 'entered'))
          this.#back(entry.data.serial, entry.data.box);
        break;
      }
      default:
    }
  }

  #set(serial: string, facts: Fact[] | undefined): void {
    const before = this.#slips.get(serial);
    this.#noteBefore(() => this.#set(serial, before));
    if (facts) this.#slips.set(serial, facts);
    else this.#slips.delete(serial);
  }
  /** Replaces the hand counts of a box, named by box and batch. */
  #setCounts(box: string, counts: readonly (readonly [string, number])[]): void {
    const before = [...this.#counted].filter(([key]) => key.startsWith(`${box} `));
    this.#noteBefore(() => this.#setCounts(box, before));
    for (const [key] of before) this.#counted.delete(key);
    for (const [key, count] of counts) this.#counted.set(key, count);
  }
  /** What was done last is put back first. */
  #noteBefore(putBack: () => void): void {
    this.#putBack.set(this.#command, [putBack, ...(this.#putBack.get(this.#command) ?? [])]);
  }
  #done(serial: string, { state, box, question }: Fact): void {
    const facts = this.#slips.get(serial);
    if (facts) this.#set(serial, [...facts, { state, box, question }]);
  }
  #back(serial: string, box: string | null): void {
    this.#done(serial, { state: 'returned', box, question: null });
  }
  #move(
    { batch, first, last }: { batch: string; first: number; last: number },
    [from, state]: [Fact['state'], Fact['state']],
  ): void {
    for (let number = first; number <= last; number += 1) {
      const facts = this.#slips.get(name(batch, number));
      if (facts?.at(-1)?.state === from)
        this.#set(name(batch, number), [...facts, { state, box: null, question: null }]);
    }
  }

  sums(): SlipSums {
    const stand = [...this.#slips].map(([serial, facts]) => ({
      batch: serial.split('-')[0] ?? '',
      ...(facts.at(-1) ?? FIRST),
    }));
    const those = (...states: Fact['state'][]) =>
      stand.filter(({ state }) => states.includes(state));
    const [entered, voided] = [those('entered').length, those('void').length];
    const settled = new Map<string, number>();
    for (const { box, batch } of those('entered', 'void'))
      if (box !== null) settled.set(`${box} ${batch}`, (settled.get(`${box} ${batch}`) ?? 0) + 1);
    const counted = [...this.#counted.values()].reduce((sum, each) => sum + each, 0);
    const surplus = [...settled].reduce(
      (sum, [key, count]) => sum + Math.max(0, count - (this.#counted.get(key) ?? 0)),
      0,
    );
    const inHand = those('entered', 'void', 'returned').filter(({ box }) => box === null).length;
    const printed = stand.length;
    const unissued = those('printed').length;
    const issued = printed - unissued;
    const returned = counted + inHand;
    const missing = those('missing').length;
    const still = issued - returned - missing;
    return {
      ...{ printed, unissued, issued, returned, entered, void: voided, missing, surplus },
      out: Math.max(0, still),
      excess: Math.max(0, -still),
      toEnter: returned + surplus - entered - voided,
    };
  }
}

const name = (batch: string, number: number): string =>
  `${batch}-${String(number).padStart(4, '0')}`;
