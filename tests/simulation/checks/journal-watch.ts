/**
 * Reads everything that becomes durable and holds it against the rules: one effect for each command id,
 * nobody beside a vote, undo exactly as before, closed is closed. Keeps the fold of it, which is the truth.
 */
import { replay } from '@wenzheng/server/src/engine/evolve';
import { mayCommand } from '@wenzheng/server/src/engine/rights';
import { emptyState } from '@wenzheng/server/src/engine/state';
import type { CommandType } from '@wenzheng/shared/forum/commands';
import { UNDO_MS } from '@wenzheng/shared/forum/undo';
import type { Entry } from '@wenzheng/server/src/journal/entry';
import type { Findings } from '../findings';
import { pressedBallot, type Pressed } from '../people';
import { sameJson } from '../same-json';
import { PushedOffWatch } from './answers-pushed-off';
import { EmergencyWatch } from './emergency-watch';
import { disorder } from './order-of-the-floor';
import { wrongPick } from './pick-watch';
import { PlainnessWatch } from './plainness-watch';
import { RowHistory, type Changed, type Rows } from './row-history';

interface Done {
  readonly first: Entry;
  readonly command: CommandType | null;
  readonly changed: Changed;
}
type Vote = Extract<
  Entry,
  {
    type:
      'questionSupported' | 'statementAnswered' | 'answerRated' | 'ballotCast' | 'unclearMarked';
  }
>;

/** What undo does not remove but withdraw: the table of what such a command makes. */
const WITHDRAWN: Partial<
  Record<CommandType, 'questions' | 'statements' | 'ticketBatches' | 'micNumbers'>
> = {
  logQuestion: 'questions',
  enterSlip: 'questions',
  addStatement: 'statements',
  issueTickets: 'ticketBatches',
  giveMicNumber: 'micNumbers',
};
/** All that may still be recorded of a closed forum. */
const AFTER_CLOSING: ReadonlySet<Entry['type']> = new Set<Entry['type']>([
  'notesCompleted',
  'outcomeRecorded',
  'deflectionAmended',
  'questionMasked',
  'statementApproved',
  'statementDeclined',
  'pollShownSet',
  'pollTextJudged',
  'pollTextAssigned',
  'statementAssigned',
  'cloudWordSet',
  'sceneShown',
  'stageTold',
  'stageCleared',
  'displayRenamed',
  'displayIdentified',
  'displayAssigned',
  'displayForgotten',
  'filmPlayed',
  'filmPaused',
  'slidesShown',
  'emergencyRaised',
  'emergencyAmended',
  'emergencyCleared',
  'helpCalled',
  'helpAnswered',
  'helpEnded',
  'actionUndone',
  'commandNoted',
]);
const OPEN = new Set(['submitted', 'screened', 'queued', 'on_floor']);
const PUBLIC = new Set(['screened', 'queued', 'on_floor', 'answered', 'deflected']);

const same = (a: unknown, b: unknown): boolean => a === b || sameJson(a ?? null, b ?? null);

/** Words that an undo takes off may stand on a display that would stand still again: it follows instead. */
function isStillGivenUp(key: string, now: unknown, wanted: unknown): boolean {
  const shows = (row: unknown): unknown => Reflect.get(Object(row), 'shows');
  return key.startsWith('displays/') && shows(wanted) === 'still' && shows(now) === 'follow';
}

/** Key of what a command did, as the journal tells it; the hub's own keys may be wrong. */
export const staffKey = (
  { role, id }: { role: string; id: string },
  [instance, counter]: readonly [string, number],
): string => `${role}:${id}/${instance}#${counter}`;
export const voteKey = (voter: string, counter: number): string => `vote/${voter}#${counter}`;
const isVote = (entry: Entry): entry is Vote =>
  entry.type === 'questionSupported' ||
  entry.type === 'statementAnswered' ||
  entry.type === 'answerRated' ||
  entry.type === 'ballotCast' ||
  entry.type === 'unclearMarked';

/** What a vote was about, what was pressed there, and all that may stand in its entry. */
function whatIsIn({ type, data }: Vote): readonly [string, Pressed, string] {
  switch (type) {
    case 'questionSupported':
      return [`question ${data.question}`, data.on, 'counter,on,question,voter'];
    case 'statementAnswered':
      return [`statement ${data.statement}`, data.answer, 'answer,counter,statement,voter'];
    case 'answerRated':
      return [`answer ${data.answer}`, data.face, 'answer,counter,face,voter'];
    case 'ballotCast':
      return [`poll ${data.poll}`, pressedBallot(data.ballot), 'ballot,counter,poll,voter'];
    case 'unclearMarked':
      return [`turn ${data.turn}`, true, 'counter,turn,voter'];
    default:
      return type satisfies never;
  }
}

export class JournalWatch {
  readonly state = emptyState();
  /** Command → how many effects it has had. */
  readonly effects = new Map<string, number>();
  /** Ids of words that everyone was, or may have been, shown. */
  readonly shown = new Set<string>();
  /** Ids of the names of representatives who spoke. */
  readonly spoke = new Set<string>();
  readonly everDeflected = new Set<string>();
  readonly #findings: Findings;
  readonly #emergency = new EmergencyWatch();
  readonly #plainness = new PlainnessWatch();
  readonly #pushedOff = new PushedOffWatch();
  /** Voters whose votes all come from one page at a time, which sends them in order. */
  readonly #inOrder: ReadonlySet<string>;
  readonly #lastVotes = new Map<string, number>();
  /** Voter and what they voted on → what was recorded. */
  readonly #votes = new Map<string, Pressed[]>();
  readonly #history = new RowHistory(this.state);
  /** First entry of a command → what it did. */
  readonly #commands = new Map<number, Done>();
  /** Command → its first entry. */
  readonly #done = new Map<string, number>();
  #size = 0;
  #at = 0;

  constructor(findings: Findings, inOrder: ReadonlySet<string>) {
    this.#findings = findings;
    this.#inOrder = inOrder;
  }

  take(entries: readonly Entry[]): void {
    for (const entry of entries) this.#checkEnvelope(entry);
    let start = 0;
    for (let end = 1; end <= entries.length; end += 1) {
      if (end < entries.length && entries[end]?.first === entries[start]?.first) continue;
      this.#takeCommand(entries.slice(start, end));
      start = end;
    }
  }

  #takeCommand(entries: readonly Entry[]): void {
    const [first] = entries;
    if (!first) return;
    const misread = wrongPick(this.state, entries);
    this.#findings.check(misread === null, () => String(misread));
    this.#emergency.look(this.state, entries);
    replay(this.state, entries);
    const moved = this.#emergency.take(this.state, entries);
    this.#findings.check(moved === null, () => `after entry ${first.seq}: ${moved}`);
    const unclear = this.#plainness.take(this.state, entries);
    this.#findings.check(unclear === null, () => `after entry ${first.seq}: ${unclear}`);
    const unrated = this.#pushedOff.take(this.state, entries);
    this.#findings.check(unrated === null, () => `after entry ${first.seq}: ${unrated}`);
    const changed = this.#history.commandOver();
    const done = { first, command: first.command?.type ?? null, changed };
    this.#commands.set(first.seq, done);
    if (first.type === 'actionUndone') this.#checkUndo(first.data.entry, done);
    if (isVote(first)) this.#takeVote(first);
    else if (first.command && first.actor)
      this.#effect(staffKey(first.actor, first.command.id), first);
    const wrong = disorder(this.state);
    this.#findings.check(wrong === null, () => `after entry ${first.seq}: ${wrong}`);
    this.#checkClosing(entries);
    this.#noteShown();
  }

  /** What everyone sees by now. */
  #noteShown(): void {
    const show = (...refs: readonly ({ readonly id: string } | null | undefined)[]): void => {
      for (const ref of refs) if (ref) this.shown.add(ref.id);
    };
    const { questions, statements, exchanges, representatives, floor } = this.state;
    for (const [id, { state, text, name, commitment }] of questions.entries()) {
      if (PUBLIC.has(state)) show(text, name);
      show(commitment?.what);
      if (state === 'deflected') this.everDeflected.add(id);
    }
    const speaksUp = floor.value?.interjection?.representative;
    const up = speaksUp ? representatives.get(speaksUp) : undefined;
    if (up) this.spoke.add(up.name.id);
    show(up?.name);
    for (const [, { state, text }] of statements.entries()) if (state === 'approved') show(text);
    for (const [, { poll, state, text }] of this.state.pollTexts.entries()) {
      const { kind, shown } = this.state.polls.get(poll) ?? { kind: null, shown: false };
      if (shown && (kind === 'cloud' || state === 'approved')) show(text);
    }
    for (const [, { representative, endedAt, outcome }] of exchanges.entries()) {
      const person = representatives.get(representative);
      if (person) this.spoke.add(person.name.id);
      if (endedAt === null) show(person?.name, person?.of);
      show(outcome?.commitment?.what);
    }
  }

  /** A forum closes once nothing is to come, and stays closed. */
  #checkClosing(entries: readonly Entry[]): void {
    const closing = entries.some(({ type }) => type === 'forumClosed');
    if ((this.state.forum.value?.closedAt ?? null) === null) return;
    for (const { seq, type } of closing ? [] : entries) {
      this.#findings.check(AFTER_CLOSING.has(type), () => `${type} ${seq} came after closing`);
    }
    for (const [id, { state, notes }] of this.state.questions.entries()) {
      const over = !OPEN.has(state) && (state !== 'answered' || notes !== null);
      this.#findings.check(over, () => `question ${id} is ${state} in a closed forum`);
    }
    for (const [id, { outcome }] of this.state.exchanges.entries()) {
      this.#findings.check(
        outcome !== null,
        () => `exchange ${id} has no outcome, yet all is closed`,
      );
    }
    for (const [id, { state }] of this.state.polls.entries())
      this.#findings.check(state !== 'open', () => `poll ${id} is open in a closed forum`);
    const turn = this.state.floor.value?.turn;
    this.#findings.check(turn === undefined, () => `turn ${turn} goes on in a closed forum`);
  }

  #checkEnvelope(entry: Entry): void {
    this.#findings.check(
      entry.seq === this.#size + 1,
      () => `entry ${entry.seq} follows ${this.#size}`,
    );
    this.#findings.check(entry.at >= this.#at, () => `entry ${entry.seq} goes back in time`);
    this.#checkActor(entry);
    this.#size = entry.seq;
    this.#at = entry.at;
  }

  /** Nothing changes without somebody who may, and nobody's words are turned away without a reason. */
  #checkActor(entry: Entry): void {
    const { seq, type, actor, command, data } = entry;
    const may = command ? actor && mayCommand(actor.role, command.type) : type === 'forumCreated';
    this.#findings.check(
      isVote(entry) || may === true,
      () => `entry ${seq}, ${type}, was made by nobody who may: ${JSON.stringify(actor)}`,
    );
    const turnsAway = type.endsWith('Declined') || type === 'questionDeflected';
    const reason = 'reason' in data ? data.reason : null;
    this.#findings.check(
      !turnsAway || Boolean(reason),
      () => `entry ${seq}, ${type}, has no reason`,
    );
  }

  /** What there was just before a command was done that changed something; null for others. */
  before(key: string): Rows | null {
    const done = this.#commands.get(this.#done.get(key) ?? 0);
    return done && done.first.type !== 'commandNoted' ? this.#history.before(done.changed) : null;
  }

  #effect(key: string, { seq }: Entry): void {
    this.#done.set(key, seq);
    const effects = (this.effects.get(key) ?? 0) + 1;
    this.effects.set(key, effects);
    this.#findings.check(effects === 1, () => `${key} has had ${effects} effects`);
  }

  #takeVote(entry: Vote): void {
    const { voter, counter, hall, stream = voter } = entry.data;
    const [about, pressed, fields] = whatIsIn(entry);
    this.#effect(voteKey(stream, counter), entry);
    const further = [hall && 'hall', stream !== voter && 'stream'].filter((field) => field);
    const alone =
      entry.actor === null &&
      entry.command === null &&
      entry.first === entry.seq &&
      Object.keys(entry.data).sort().join() === [...fields.split(','), ...further].sort().join();
    this.#findings.check(alone, () => `vote ${entry.seq} tells more than it may`);
    if (!this.#inOrder.has(stream)) return;
    const key = `${stream} ${about}`;
    const last = this.#lastVotes.get(key) ?? 0;
    this.#findings.check(counter > last, () => `vote ${counter} on ${about} came after ${last}`);
    this.#lastVotes.set(key, counter);
    this.#votes.set(key, [...(this.#votes.get(key) ?? []), pressed]);
  }

  /** Were the votes on one thing recorded in the order in which they were `pressed`? */
  inOrder(voter: string, about: string, pressed: readonly Pressed[]): boolean {
    let next = 0;
    for (const recorded of this.#votes.get(`${voter} ${about}`) ?? []) {
      next = pressed.indexOf(recorded, next) + 1;
      if (next === 0) return false;
    }
    return true;
  }

  #isWithdrawn(
    table: 'questions' | 'statements' | 'ticketBatches' | 'micNumbers',
    id: string,
  ): boolean {
    if (table === 'ticketBatches') return this.state.ticketBatches.get(id)?.revoked === true;
    return this.state[table].get(id)?.state === 'withdrawn';
  }

  #checkUndo(entry: number, { first, changed: undone }: Done): void {
    const action = this.#commands.get(entry);
    if (!action) return this.#findings.fail(`entry ${entry} was undone and is none`);
    const { actor, at } = first;
    const may = actor !== null && action.command !== null && mayCommand(actor.role, action.command);
    this.#findings.check(may, () => `undo of ${entry} by ${actor?.role}, who could not do it`);
    const late = at - action.first.at;
    this.#findings.check(late <= UNDO_MS, () => `undo of ${entry} came after ${late} ms`);
    const withdrawn = action.command && WITHDRAWN[action.command];
    for (const key of new Set([...action.changed.keys(), ...undone.keys()])) {
      const row = this.#history.now.get(key);
      const { before, after: now } = undone.get(key) ?? { before: row, after: row };
      const change = action.changed.get(key);
      const changed = change && !same(change.before, change.after) ? change : null;
      if (changed && withdrawn && key.startsWith(`${withdrawn}/`) && changed.before === undefined) {
        const id = key.slice(withdrawn.length + 1);
        this.#findings.check(this.#isWithdrawn(withdrawn, id), () => `${key} was not withdrawn`);
        continue;
      }
      const since = changed !== null && !same(changed.after, before);
      this.#findings.check(!since, () => `undo of ${entry} took back a later change of ${key}`);
      const wanted = changed ? changed.before : before;
      this.#findings.check(
        same(now, wanted) || isStillGivenUp(key, now, wanted),
        () =>
          `undo of ${entry} left ${key} as ${JSON.stringify(now)}, not ${JSON.stringify(wanted)}`,
      );
    }
  }
}
