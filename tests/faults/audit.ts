/** Compares what people were told with what stands in the journal. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { decodeEntry, type Entry } from '@wenzheng/server/src/journal/entry';
import { nameOf } from '@wenzheng/server/src/live/pseudonyms';
import type { Person, Sent } from './crowd';

export interface Journal {
  readonly entries: readonly Entry[];
  /** The forum's name for the device behind a cookie. */
  voter(cookie: string): string;
}

export function readJournal(data: string, forum: string): Journal {
  const db = new Database(path.join(data, 'wenzheng.sqlite'), { readonly: true });
  const rows = db
    .prepare<[string], { bytes: string }>('SELECT bytes FROM entries WHERE forum = ? ORDER BY seq')
    .all(forum);
  db.close();
  const key = readFileSync(path.join(data, 'keys', `${forum}.voters.key`));
  return {
    entries: rows.map(({ bytes }) => decodeEntry(bytes)),
    voter: (cookie) => nameOf(key, 'voter', /wz_device=([^.]+)\./.exec(cookie)?.[1] ?? ''),
  };
}

/** What is wrong, a line each: accepted without effect, refused with one, or done twice. */
export function faults(journal: Journal, people: readonly Person[]): string[] {
  return [...gaps(journal), ...people.flatMap((person) => faultsOf(journal, person))];
}

const gaps = ({ entries }: Journal): string[] =>
  entries.flatMap(({ seq }, index) =>
    seq === index + 1 ? [] : [`entry ${seq} is number ${index + 1}`],
  );

function faultsOf(journal: Journal, person: Person): string[] {
  const effects = effectsOfCommands(journal);
  const found = person.sent.filter(isNoVote).flatMap(({ id, command, ack }) => {
    const times = effects.get(String(id)) ?? 0;
    const expected = ack?.ok === true ? 1 : 0;
    return times === expected
      ? []
      : [`${command.type} ${String(id)}: ${JSON.stringify(ack)}, ${times} effects`];
  });
  return [...found, ...faultsOfVotes(journal, person)];
}

const isNoVote = ({ command }: Sent): boolean => command.type !== 'supportQuestion';

/** The outbox numbers votes when it sends them, so only their count is known here. */
function faultsOfVotes({ entries, voter }: Journal, person: Person): string[] {
  const name = voter(person.cookie);
  const numbers = entries.flatMap(({ type, data }) =>
    type === 'questionSupported' && data.voter === name ? [data.counter] : [],
  );
  const accepted = person.accepted.filter((sent) => !isNoVote(sent)).length;
  const distinct = new Set(numbers).size;
  if (numbers.length === accepted && distinct === accepted) return [];
  return [`${accepted} votes accepted: ${numbers.length} effects, of ${distinct} votes`];
}

/** One for each command, however many entries it has. */
function effectsOfCommands({ entries }: Journal): Map<string, number> {
  const times = new Map<string, number>();
  for (const { command, seq, first } of entries) {
    if (command && seq === first) add(times, String(command.id));
  }
  return times;
}

const add = (times: Map<string, number>, key: string): void =>
  void times.set(key, (times.get(key) ?? 0) + 1);

/** How many support each question, by the votes of the journal. */
export function supportIn({ entries }: Journal): Record<string, number> {
  const supporters = new Map<string, Set<string>>();
  for (const { type, data } of entries) {
    if (type !== 'questionSupported') continue;
    const of = supporters.get(data.question) ?? new Set();
    supporters.set(data.question, of);
    if (data.on) of.add(data.voter);
    else of.delete(data.voter);
  }
  return Object.fromEntries([...supporters].map(([question, of]) => [question, of.size]));
}

/** By how much the accepted commands have extended the talk (ms). */
export const extension = (host: Person): number =>
  host.accepted.reduce(
    (sum, { command }) => sum + (command.type === 'extendTurn' ? command.by : 0),
    0,
  );

/** What a phone supports if each of its accepted votes counted once, in order. */
export function supportOf(person: Person): Set<string> {
  const supported = new Set<string>();
  for (const { command } of person.accepted) {
    if (command.type !== 'supportQuestion') continue;
    if (command.on) supported.add(command.question);
    else supported.delete(command.question);
  }
  return supported;
}
