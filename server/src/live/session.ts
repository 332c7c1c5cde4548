/**
 * One connection to a forum: who is it, is the command well-formed, may they, not too fast, and under which
 * names does it stand in the journal; then the engine.
 */
import { commandSchema, type Command } from '@wenzheng/shared/forum/commands';
import { isVote } from '@wenzheng/shared/forum/votes';
import { commandFrameSchema } from '@wenzheng/shared/wire/protocol';
import type { Ack, Mine, OwnVotes, Refusal } from '@wenzheng/shared/wire/protocol';
import { voteWindow } from '../engine/command-window';
import { mayCommand } from '../engine/rights';
import {
  NOTHING_BESIDE,
  type Beside,
  type Outcome,
  type Submission,
  type VoteNames,
} from '../engine/submission';
import { isInHall, myAdmissionView, ONLINE, standingOf, type Standing } from '../forum/admission';
import { myStatementView } from '../forum/opinions';
import { myQuestionView, rootOf } from '../forum/questions';
import { RESYNCS, TokenBucket, type Purpose } from './limits';
import { ownBallots, ownVotes, standsAlone, type Voters } from './own-votes';
import type { ForumRoom, Peer, RoomPorts } from './room';
import { mayShow, ticketName, WAIT } from './supporters';

/** Beyond this many waiting commands, those of phones are asked to come again. */
const OVERLOAD = 30_000;

const TAKEN: Ack = { ok: true };
const OWN: Refusal = { ok: false, code: 'admission.own_question' };

/** At a kiosk, by a code that somebody shows. */
type VoteByCode = Extract<Command, { type: 'supportByCode' | 'castBallotByCode' }>;

type Submitted =
  | {
      readonly ok: true;
      readonly value: Submission;
      /** The ticket with which somebody votes at a kiosk. */
      readonly ticket: number | null;
    }
  | Refusal;
const submit = (value: Submission, ticket: number | null = null): Submitted => ({
  ok: true,
  value,
  ticket,
});

export class Session {
  readonly #room: ForumRoom;
  readonly #peer: Peer;
  /** Of this connection alone: displays have no device to tell them apart. Made when one asks for the first time. */
  #resyncs: TokenBucket | null = null;
  readonly asker: string | null;
  /** Null like `asker` for everyone but phones. */
  readonly holder: string | null;

  constructor(room: ForumRoom, peer: Peer, ports: RoomPorts) {
    this.#room = room;
    this.#peer = peer;
    const { role, actor } = peer.identity;
    const { pseudonyms } = ports;
    this.asker = role === 'audience' ? pseudonyms.asker(actor) : null;
    this.holder = role === 'audience' ? pseudonyms.holder(actor) : null;
  }

  /** Not kept: it must be gone from memory when the forum is closed. */
  get voter(): string | null {
    return this.#voteNames()?.voter ?? null;
  }
  get peer(): Peer {
    return this.#peer;
  }
  /** Where this device stands now. */
  get standing(): Standing {
    return this.holder === null ? ONLINE : standingOf(this.#room.ports.engine.state, this.holder);
  }

  /** Takes in one frame from the wire; always answers, after the commit if there is one. */
  command(frame: unknown): Promise<Ack> {
    return this.commandWith(frame, NOTHING_BESIDE);
  }

  /** The same, with what came beside the frame: no socket carries a picture or a file. */
  async commandWith(frame: unknown, beside: Beside): Promise<Ack> {
    const parsed = parseFrame(frame);
    if (!parsed.ok) {
      return this.#take('malformed') ? parsed.refusal : { ok: false, code: 'busy' };
    }
    const { command } = parsed;
    const { role, actor } = this.#peer.identity;
    const { engine, forbidden } = this.#room.ports;
    if (!mayCommand(role, command.type)) {
      if (!this.#take('malformed')) return { ok: false, code: 'busy' };
      // Never the id of a device: with the forum's key it would lead to its votes.
      forbidden({ ...this.#peer.identity, actor: this.asker ?? actor }, command.type);
      return { ok: false, code: 'forbidden' };
    }
    if (!this.#allow(command) || (role === 'audience' && engine.backlog > OVERLOAD)) {
      return { ok: false, code: 'busy' };
    }
    const submission = this.#submission(parsed.id, command, beside);
    if (!submission.ok) return submission;
    const before = command.type === 'castBallot' ? this.#voters() : null;
    const { ticket } = this.standing;
    const outcome = await engine.submit(submission.value);
    if (outcome.ok && submission.ticket !== null) this.#room.votedElsewhere(submission.ticket);
    if (outcome.ok && command.type === 'castBallot') this.#room.ballotCast(this);
    // The batch may have closed the forum: then nobody knows any more whose ballots these are.
    return this.#acknowledge(outcome, command, ticket, before && (this.#voters() ?? before));
  }

  /** The client's view no longer fits. */
  resync(): void {
    this.#resyncs ??= new TokenBucket(this.#room.ports.clock, RESYNCS);
    if (!this.#resyncs.take()) return;
    this.#peer.send('snapshot', this.#room.feed(this.#peer.identity.role).snapshot());
  }

  mine(): Mine | null {
    if (this.asker === null) return null;
    const { engine, sight } = this.#room.ports;
    const { askers, questions, statementAskers, statements, voteCounters } = engine.state;
    const seen = sight();
    const stream = this.#ownVoter();
    return {
      questions: (askers.settled(this.asker) ?? []).flatMap((id) => {
        const row = questions.settled(id);
        return row ? [myQuestionView(seen, row)] : [];
      }),
      statements: (statementAskers.settled(this.asker) ?? []).flatMap((id) => {
        const row = statements.settled(id);
        return row ? [myStatementView(seen, row)] : [];
      }),
      ...ownVotes(seen, this.#voters() ?? []),
      votes: stream === null ? 0 : voteWindow(voteCounters.settled(stream)).high,
      admission: myAdmissionView(this.standing),
    };
  }

  /** What this device has voted; null once the forum is closed and nobody knows any more whose votes they are. */
  ownVotes(): OwnVotes | null {
    const voters = this.#voters();
    return voters && ownVotes(this.#room.ports.sight(), voters);
  }

  #voters(): Voters | null {
    const names = this.#voteNames();
    if (names === null) return null;
    return names.stream === names.voter ? [names.voter] : [names.stream, names.voter];
  }

  #submission(id: [string, number], command: Command, beside: Beside): Submitted {
    const { role, actor, zone, name } = this.#peer.identity;
    const { standing } = this;
    const submission: Submission = {
      id,
      command,
      actor: { role, id: this.asker ?? actor },
      vote: this.#voteNames(standing),
      whereabouts: {
        inHall: isInHall(standing),
        zone: zone ?? null,
        name: this.asker === null ? name : '',
      },
      picture: beside.picture,
      file: beside.file,
      shown: null,
      refusal: null,
    };
    if (command.type === 'presentCode') return this.#presented(submission, command.code);
    return command.type === 'supportByCode' || command.type === 'castBallotByCode'
      ? this.#byCode(submission, command)
      : submit(submission);
  }

  /** A phone shows a code of the hall, or of a ticket. */
  #presented(submission: Submission, code: string): Submitted {
    if (this.holder === null) return submit(submission);
    const { pseudonyms, codes, clock } = this.#room.ports;
    const { id, actor } = submission;
    const shown = codes.read(code, clock.now());
    if (!mayShow(this.#room.limits, actor.id, shown)) return WAIT;
    // Neither actor nor id may lead from a ticket to what else was sent from the same page.
    const [instance, counter] = id;
    const page = pseudonyms.holder(`${this.holder}:${instance}`);
    const by = { role: actor.role, id: this.holder };
    return submit({ ...submission, id: [page, counter], actor: by, shown });
  }

  /** Somebody votes at a kiosk. */
  #byCode(submission: Submission, command: VoteByCode): Submitted {
    const { holder, refusal } = this.#room.supporter(this.#peer.identity.actor, command.code);
    if (holder === null) return refusal;
    const { voter, own, ticket } = holder;
    const [instance] = submission.id;
    const stream = voter && this.#room.ports.pseudonyms.voter(`${voter}:${instance}`);
    const byTicket = ticket !== null;
    const vote = stream === null ? null : { voter: voter ?? '', stream, inHall: true, byTicket };
    const isOwn =
      command.type === 'supportByCode' && own !== null && this.#countAsOne(own, command.question);
    return submit({ ...submission, vote, refusal: refusal ?? (isOwn ? OWN : null) }, ticket);
  }

  #countAsOne(one: string, other: string): boolean {
    const { state } = this.#room.ports.engine;
    return rootOf(state, one) === rootOf(state, other);
  }

  #ownVoter(): string | null {
    const { role, actor } = this.#peer.identity;
    return role === 'audience' ? this.#room.ports.pseudonyms.voter(actor) : null;
  }

  #voteNames(standing = this.standing): VoteNames | null {
    const stream = this.#ownVoter();
    if (stream === null) return null;
    const { ticket } = standing;
    const voter = ticket === null ? stream : this.#room.ports.pseudonyms.voter(ticketName(ticket));
    return voter === null
      ? null
      : { voter, stream, inHall: isInHall(standing), byTicket: ticket !== null };
  }

  /** A kiosk sends for many people, one after another: it is held to no more than staff are. */
  #allow(command: Command): boolean {
    if (command.type === 'callForHelp') return this.#take('help');
    if (this.asker === null) return this.#take('staff');
    // Words are kept for good, so they come no faster than questions.
    const isWritten =
      command.type === 'castBallot' && command.ballot !== null && 'text' in command.ballot;
    return this.#take(isVote(command) && !isWritten ? 'vote' : 'ask');
  }

  #take(purpose: Purpose): boolean {
    const { actor } = this.#peer.identity;
    return this.#room.limits.take(this.asker ?? actor, purpose);
  }

  /** `ticket`: by which it was sent. `voters`: under whose names the ballot was cast that it tells of. */
  #acknowledge(
    outcome: Outcome,
    command: Command,
    ticket: Standing['ticket'],
    voters: Voters | null,
  ): Ack {
    if (!outcome.ok) return outcome;
    const standsAlone = this.#standsAlone(command, ticket);
    // Thousands a second.
    if (command.type === 'supportQuestion' && standsAlone) return TAKEN;
    const { engine, sight } = this.#room.ports;
    const { questions, statements } = engine.state;
    const question = questions.settled(outcome.question ?? '');
    const statement = statements.settled(outcome.statement ?? '');
    return {
      ok: true,
      ...(outcome.entry !== null && { entry: outcome.entry }),
      ...(question && { question: myQuestionView(sight(), question) }),
      ...(outcome.micNumber !== null && { micNumber: outcome.micNumber }),
      ...(statement && { statement: myStatementView(sight(), statement) }),
      ...(voters !== null && { own: { ballots: ownBallots(sight(), voters) } }),
      ...(!standsAlone && { own: this.ownVotes() ?? {} }),
    };
  }

  /** Not where votes were put together either, nor where the ticket was revoked meanwhile, which has the earlier votes too. */
  #standsAlone(command: Command, sentBy: Standing['ticket']): boolean {
    if (this.#ownVoter() === null || !isVote(command)) return true;
    if (sentBy !== null && sentBy !== this.standing.ticket) return false;
    if (command.type === 'supportQuestion' && this.#room.hasMerged) return false;
    const { state } = this.#room.ports.engine;
    // Most devices have never had a ticket, and vote as nobody but themselves.
    const { ticket = null } = state.standings.settled(this.holder ?? '') ?? {};
    return ticket === null || standsAlone(state, this.#voters() ?? [], command);
  }
}

type Parsed =
  | { readonly ok: true; readonly id: [string, number]; readonly command: Command }
  | { readonly ok: false; readonly refusal: Refusal };

function parseFrame(raw: unknown): Parsed {
  const frame = commandFrameSchema.safeParse(raw);
  if (!frame.success) return malformed(frame.error.issues[0]);
  const command = commandSchema.safeParse(frame.data.command);
  if (!command.success) return malformed(command.error.issues[0]);
  return { ok: true, id: frame.data.id, command: command.data };
}

function malformed(issue: { path: PropertyKey[]; message: string } | undefined): Parsed {
  const field = String(issue?.path.at(-1) ?? '');
  const problem = issue?.message ?? '';
  return { ok: false, refusal: { ok: false, code: 'malformed', field, problem } };
}
