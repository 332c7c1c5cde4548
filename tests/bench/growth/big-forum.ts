/**
 * A forum as it stands after a long day, written straight into a hub's data folder: what people asked and
 * voted as the journal would hold it, in the journal's own bytes.
 */
import path from 'node:path';
import type { NewEntry } from '@wenzheng/server/src/engine/entries';
import { ForumKeys } from '@wenzheng/server/src/engine/forum-keys';
import { makeWords } from '@wenzheng/server/src/engine/word-store';
import { builtInForum } from '@wenzheng/server/src/forum/agenda/index';
import { openDatabase } from '@wenzheng/server/src/journal/database';
import type { Actor, Entry, WordRef } from '@wenzheng/server/src/journal/entry';
import { LiveForums } from '@wenzheng/server/src/journal/live-forums';
import type { KeptWords } from '@wenzheng/server/src/journal/port';
import { SqliteJournal } from '@wenzheng/server/src/journal/sqlite-journal';
import type { CommandType } from '@wenzheng/shared/forum/commands';
import { ANSWERS } from '@wenzheng/shared/forum/opinions';
import { DECLINE_REASONS } from '@wenzheng/shared/forum/questions';
import { makeTrackingCode } from '@wenzheng/shared/forum/tracking';
import { instant } from '@wenzheng/shared/time/instant';
import { Dice } from '../../support/dice';
import { questionWords, statementWords } from './said';

export interface Size {
  readonly questions: number;
  readonly supports: number;
  readonly statements: number;
  readonly answers: number;
  /** Devices that vote. */
  readonly voters: number;
}
export const BIG: Size = {
  questions: 100_000,
  supports: 1_000_000,
  statements: 1_000,
  answers: 10_000,
  voters: 20_000,
};
/** So little that nothing of it can cost anything, and all commands of the big one can be done in it. */
export const SMALL: Size = { questions: 30, supports: 100, statements: 3, answers: 9, voters: 20 };

export const FORUM = 'fgrowth';
/** Of how many entries each transaction is made. */
const AT_ONCE = 20_000;
const STARTED = Date.UTC(2027, 0, 15, 2);
const DESK: Actor = { role: 'moderator', id: 'desk-1' };
const HOST: Actor = { role: 'host', id: 'host-1' };

/** How often what becomes of a question, from the first on. */
const FATES = { waits: 0.2, declined: 0.05, fromSlip: 0.15 } as const;
/** Questions that came to the floor. */
const PICKED = 60;

/** Makes the forum in `folder`, where there must be none; answers the number of its last entry. */
export async function makeForum(folder: string, size: Size): Promise<number> {
  const database = openDatabase(folder);
  try {
    new ForumKeys(path.join(folder, 'keys'), new Dice(1)).make(FORUM);
    const journal = new SqliteJournal(database.db, FORUM, () => ({
      bootId: 'growth',
      monotonicMs: 0,
      hubMs: STARTED,
    }));
    new LiveForums(database.db).setOnly(FORUM);
    const day = new Day(journal, new Dice(7));
    await day.run(size);
    return day.head;
  } finally {
    database.close();
  }
}

class Day {
  readonly #journal: SqliteJournal;
  readonly #dice: Dice;
  #entries: Entry[] = [];
  #words: KeptWords[] = [];
  #head = 0;
  /** Instance of a client → how many commands it has sent. */
  readonly #sent = new Map<string, number>();

  constructor(journal: SqliteJournal, dice: Dice) {
    this.#journal = journal;
    this.#dice = dice;
  }

  /** Number of the last entry. */
  get head(): number {
    return this.#head;
  }

  async run(size: Size): Promise<void> {
    const made = builtInForum(FORUM, 'zh-CN', instant(STARTED));
    this.#command({ role: 'admin', id: 'first-run' }, null, { type: 'forumCreated', data: made });
    this.#command(HOST, 'startAgendaItem', { type: 'agendaItemStarted', data: { item: 'qa' } });
    const open = await this.#questions(size.questions);
    await this.#statements(size.statements);
    await this.#votes(size, open);
    await this.#write();
  }

  /** Asks so many questions; answers those that wait to be picked. */
  async #questions(count: number): Promise<readonly string[]> {
    const open: string[] = [];
    for (let number = 1; number <= count; number += 1) {
      const question = String(number);
      this.#ask(number);
      if (this.#dice.chance(FATES.declined)) this.#decline(question);
      else if (!this.#dice.chance(FATES.waits)) {
        this.#command(
          DESK,
          'screenQuestion',
          { type: 'questionScreened', data: { question, department: 'housing' } },
          { type: 'questionQueued', data: { question } },
        );
        if (number % 50 === 0 && number <= 50 * PICKED) this.#pick(question);
        else open.push(question);
      }
      await this.#writeSome();
    }
    return open;
  }

  #ask(number: number): void {
    const fromSlip = this.#dice.chance(FATES.fromSlip);
    const asker = fromSlip ? null : `asker-${this.#dice.below(20_000)}`;
    this.#command(
      fromSlip ? { role: 'volunteer', id: 'slips' } : { role: 'audience', id: asker ?? '' },
      fromSlip ? 'logQuestion' : 'askQuestion',
      {
        type: 'questionAsked',
        data: {
          question: String(number),
          number,
          text: this.#keep(questionWords(this.#dice, number)),
          name: this.#dice.chance(0.5) ? this.#keep('李先生') : null,
          source: fromSlip ? 'paper' : 'phone',
          serial: fromSlip ? `A-${number}` : null,
          department: null,
          suggestedDepartment: 'housing',
          tracking: makeTrackingCode(this.#dice.bytes(10)),
          asker,
        },
      },
    );
  }

  #decline(question: string): void {
    const reason = this.#dice.pick(DECLINE_REASONS);
    this.#command(DESK, 'declineQuestion', {
      type: 'questionDeclined',
      data: { question, reason, note: null },
    });
  }

  /** A question comes to the floor and is answered or deflected. */
  #pick(question: string): void {
    const deflection = { reason: 'another_authority', department: 'housing' } as const;
    const due = '2027-02-22' as never;
    this.#command(HOST, 'pickQuestion', {
      type: 'questionPicked',
      data: { question, suggestion: { question, ...deflection, due } },
    });
    if (this.#dice.chance(0.3)) {
      const data = { question, ...deflection, due };
      this.#command(HOST, 'deflectQuestion', { type: 'questionDeflected', data });
    } else {
      const notes = this.#keep('有关部门当场说明了情况。');
      this.#command(HOST, 'answerQuestion', {
        type: 'questionAnswered',
        data: { question, notes },
      });
    }
  }

  async #statements(count: number): Promise<void> {
    for (let number = 1; number <= count; number += 1) {
      const statement = String(number);
      const asker = `asker-${number}`;
      const text = this.#keep(statementWords(this.#dice, number));
      this.#command({ role: 'audience', id: asker }, 'submitStatement', {
        type: 'statementSubmitted',
        data: { statement, number, text, prepared: false, asker },
      });
      this.#command(DESK, 'approveStatement', { type: 'statementApproved', data: { statement } });
      await this.#writeSome();
    }
  }

  /** Supports, most of them for few questions, and answers to statements in between. */
  async #votes({ supports, answers, statements, voters }: Size, open: readonly string[]) {
    const given = Array.from({ length: voters }, () => new Set<string>());
    const counters = new Uint32Array(voters);
    const every = Math.ceil(supports / answers);
    for (let vote = 0; vote < supports; vote += 1) {
      const who = this.#dice.below(voters);
      const voter = `v${String(who).padStart(15, '0')}`;
      const question = open[Math.floor(open.length * this.#dice.next() ** 6)] ?? '';
      const on = !given[who]?.has(question);
      if (on) given[who]?.add(question);
      else given[who]?.delete(question);
      const counter = (counters[who] = (counters[who] ?? 0) + 1);
      this.#vote({ type: 'questionSupported', data: { question, voter, counter, on } });
      if (vote % every === 0) {
        const statement = String(1 + this.#dice.below(statements));
        const answer = this.#dice.pick(ANSWERS);
        const again = (counters[who] = counter + 1);
        this.#vote({
          type: 'statementAnswered',
          data: { statement, voter, counter: again, answer },
        });
      }
      await this.#writeSome();
    }
  }

  #keep(text: string): WordRef {
    const { kept, ref } = makeWords(text, this.#dice);
    this.#words.push(kept);
    return ref;
  }

  #command(actor: Actor, type: CommandType | null, ...news: readonly NewEntry[]): void {
    const first = this.#head + 1;
    const counter = (this.#sent.get(actor.id) ?? 0) + 1;
    this.#sent.set(actor.id, counter);
    const command: Entry['command'] = type && { id: [actor.id, counter], type };
    for (const entry of news) this.#add(first, actor, command, entry);
  }
  #vote(entry: NewEntry): void {
    this.#add(this.#head + 1, null, null, entry);
  }
  #add(first: number, actor: Actor | null, command: Entry['command'], entry: NewEntry): void {
    this.#head += 1;
    const at = instant(STARTED + this.#head * 10);
    const envelope = { v: 1, forum: FORUM, seq: this.#head, first, at, actor, command } as const;
    this.#entries.push({ ...envelope, ...entry });
  }

  async #writeSome(): Promise<void> {
    if (this.#entries.length >= AT_ONCE) await this.#write();
  }
  async #write(): Promise<void> {
    await this.#journal.append(this.#entries, this.#words, this.#head - this.#entries.length);
    this.#entries = [];
    this.#words = [];
  }
}
