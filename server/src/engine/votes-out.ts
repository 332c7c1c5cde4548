/** What was voted in a forum, as tables and as a map, without anybody's name. */
import type { DrawnMap } from '@wenzheng/shared/forum/opinion-map';
import { BREAKDOWN_FROM } from '@wenzheng/shared/forum/polls';
import { isApproved, placedMap } from '../forum/opinions';
import { draftOf, everyonesBallots } from '../forum/polls';
import { ballotsCsv, opinionVotesCsv, statementsCsv } from '../reports/votes-csv';
import type { RoomSeat } from './open-room';

/** A table and what it is of. */
export interface VotesTable {
  readonly name: string;
  readonly csv: string;
}

export class VotesOut {
  readonly #maps = new WeakMap<DrawnMap, string>();
  readonly #find: (forum: string) => RoomSeat | undefined;

  constructor(find: (forum: string) => RoomSeat | undefined) {
    this.#find = find;
  }

  /** The ballots of a poll; `not_closed` while people vote, null if there is no such poll or forum. */
  ballots(forum: string, id: string): VotesTable | 'not_closed' | null {
    const seat = this.#find(forum);
    const row = seat?.engine.state.polls.settled(id);
    if (!seat || !row) return null;
    if (row.state !== 'closed') return 'not_closed';
    const ballots = everyonesBallots(seat.room.ports.sight(), row);
    return { name: row.text, csv: ballotsCsv(draftOf(row), ballots) };
  }

  /** The map of opinion as JSON; `null` in it while too few have answered. Null if there is no such forum. */
  map(forum: string): string | null {
    const room = this.#find(forum)?.room;
    if (!room) return null;
    // What the big screen shows is durable, and the same for everyone who asks until it shows another.
    const shown = room.feed('display').snapshot().documents['opinionMap'] as DrawnMap | null;
    if (shown === null) return JSON.stringify({ map: null });
    const made =
      this.#maps.get(shown) ?? JSON.stringify({ map: placedMap(room.ports.sight(), shown) });
    this.#maps.set(shown, made);
    return made;
  }

  /**
   * Answers to the statements that everyone sees, or those statements; null if there is no such forum. Who compares
   * two tables of an open forum knows what was answered in between, and a table of few people names them.
   */
  opinions(forum: string, file: 'votes' | 'statements'): string | 'not_closed' | 'too_few' | null {
    const seat = this.#find(forum);
    if (!seat) return null;
    const { forum: facts } = seat.engine.state;
    if (file === 'votes' && (facts.value?.closedAt ?? null) === null) return 'not_closed';
    const { words, state } = seat.room.ports.sight();
    const approved = [...state.statements.entries()].filter(([, row]) => isApproved(row));
    if (file === 'statements')
      return statementsCsv(approved.map(([id, { text }]) => [id, words(text)]));
    const seen = new Set(approved.map(([id]) => id));
    const people = [...state.statementAnswers.entries()]
      .map(([, own]) => own)
      .filter((own) => Object.keys(own).some((statement) => seen.has(statement)));
    return people.length < BREAKDOWN_FROM ? 'too_few' : opinionVotesCsv(people, seen);
  }
}
