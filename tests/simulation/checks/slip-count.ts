/**
 * Counts the paper box from the journal alone, sharing nothing with the hub's own reckoning: for each slip the
 * list of what was done with it, of which the last stands. A command that was undone is left out.
 */
import type { Entry } from '@wenzheng/server/src/journal/entry';
import type { SlipSums } from '@wenzheng/shared/forum/slips';

interface Fact {
  readonly state: 'printed' | 'issued' | 'missing' | 'returned' | 'entered' | 'void';
  readonly box: string | null;
  readonly question: string | null;
}
const FIRST: Fact = { state: 'printed', box: null, question: null };

export function countSlips(entries: readonly Entry[], undone: ReadonlySet<number>): SlipSums {
  const count = new SlipCount();
  for (const entry of entries) if (!undone.has(entry.first)) count.take(entry);
  return count.sums();
}

class SlipCount {
  /** Serial number → all that was done with the slip, oldest first. */
  readonly #slips = new Map<string, Fact[]>();
  /** Box and batch → the last hand count. */
  readonly #counted = new Map<string, number>();

  take(entry: Entry): void {
    switch (entry.type) {
      case 'slipsPrinted': {
        const { batch, first, codes } = entry.data;
        codes.forEach((_, index) => this.#slips.set(name(batch, first + index), [FIRST]));
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
        for (const key of [...this.#counted.keys()])
          if (key.startsWith(`${entry.data.box} `)) this.#counted.delete(key);
        for (const { batch, count } of entry.data.counts)
          this.#counted.set(`${entry.data.box} ${batch}`, count);
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
        for (const facts of this.#slips.values()) {
          const index = facts.findIndex(({ question }) => question === entry.data.question);
          if (index >= 0) facts.splice(index, 1);
        }
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

  #done(serial: string, { state, box, question }: Fact): void {
    this.#slips.get(serial)?.push({ state, box, question });
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
      if (facts?.at(-1)?.state === from) facts.push({ state, box: null, question: null });
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
