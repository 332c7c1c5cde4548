/** All rules that a run is held to, and where each is looked at. */
import type { RoomSeat } from '@wenzheng/server/src/engine/open-room';
import type { Entry } from '@wenzheng/server/src/journal/entry';
import type { Kept } from '@wenzheng/server/src/journal/port';
import { AdmissionCodes } from '@wenzheng/server/src/forum/admission/index';
import { nameOf } from '@wenzheng/server/src/live/pseudonyms';
import type { Identity } from '@wenzheng/server/src/live/room';
import { ticketName } from '@wenzheng/server/src/live/supporters';
import type { HubClock } from '@wenzheng/server/src/ports/hub-clock';
import { ROLES, type Role } from '@wenzheng/shared/forum/access';
import { resultsView } from '@wenzheng/shared/forum/followup';
import { topAskedView } from '@wenzheng/shared/forum/picking';
import { opinionsView } from '@wenzheng/shared/forum/opinions';
import { slipsView } from '@wenzheng/shared/forum/slips';
import type { Ack, Hello, MinePatch } from '@wenzheng/shared/wire/protocol';
import { CAST, ORDERLY } from '../cast';
import type { Findings } from '../findings';
import type { Frame } from '../network';
import { remembered } from '../remembered';
import { SentText } from '../sent-text';
import { AdmissionWatch } from './admission-watch';
import { AnswerWatch, type DeviceNames } from './answer-watch';
import { ClockWatch } from './clock-watch';
import { HiddenCounts } from './hidden-counts';
import { countRatings, NOT_RATED } from './ratings-count';
import { countForum, figuresIn, NOBODY, topAskedIn } from './independent-count';
import { wrongVersions } from './earlier-versions';
import { JournalWatch } from './journal-watch';
import { PollsCount } from './polls-count';
import { SecretWatch } from './secret-watch';
import { countSlips } from './slip-count';
import { differs, firstDifference, replayed, stateDifference, wrongFeed } from './view-check';
import { wrongMap } from './map-check';

export class Rules {
  readonly journal: JournalWatch;
  readonly admission: AdmissionWatch;
  readonly #findings: Findings;
  readonly #secrets: SecretWatch;
  readonly #answers: AnswerWatch;
  #hidden = new HiddenCounts();
  readonly #clock: ClockWatch;
  readonly #looked = new Set<Frame>();
  readonly #names: DeviceNames;

  constructor(findings: Findings, key: Uint8Array) {
    const codes = new AdmissionCodes(key);
    const voter = remembered((device: string) => nameOf(key, 'voter', device));
    const names: DeviceNames = (this.#names = {
      asker: remembered((device: string) => nameOf(key, 'asker', device)),
      holder: remembered((device: string) => nameOf(key, 'holder', device)),
      voter,
      supporter: (code) => voter(this.admission.supporterName(codes, code)),
    });
    this.admission = new AdmissionWatch(
      findings,
      names,
      CAST.flatMap(({ role, name }) => (role === 'audience' ? [name] : [])),
    );
    this.#findings = findings;
    this.journal = new JournalWatch(
      findings,
      new Set(ORDERLY.map(({ name }) => names.voter(name))),
    );
    this.#secrets = new SecretWatch(findings, this.journal, codes, [
      ...CAST.flatMap(({ name }) => [names.asker(name), names.holder(name), names.voter(name)]),
      ...Array.from({ length: 60 }, (_, number) => names.voter(ticketName(number + 1))),
    ]);
    this.#answers = new AnswerWatch(findings, this.journal, names);
    this.#clock = new ClockWatch(findings);
  }

  voter(device: string): string {
    return this.#names.voter(device);
  }
  /** Under which names what this device has voted stands: its own, and that of its ticket. */
  votersOf(device: string): string[] {
    const ticket = this.admission.ticketOf(device);
    const own = this.voter(device);
    return ticket === null ? [own] : [own, this.#names.voter(ticketName(ticket))];
  }
  /** Does this device know what became of everything that it sent? */
  knowsAll(device: string): boolean {
    return !this.#answers.refusedTooEarly().has(device);
  }

  /** Under how many ids the hub has settled a command that was pressed at this device. */
  settled(device: string, command: object): number {
    return this.#answers.settled(device, command);
  }

  /** Something has become durable. */
  written(entries: readonly Entry[], kept: readonly Kept[]): void {
    this.#secrets.learn(entries, kept);
    this.journal.take(entries);
    this.admission.take(entries);
  }

  /** What an earlier run has said of hidden counts holds no more: what hid them may have been taken back since. */
  hubStarts(): void {
    this.#hidden = new HiddenCounts();
  }

  /** The hub sends a frame, to all of a role or to one. */
  sending(frame: Frame, identity: Identity | null, role: Role): void {
    // A snapshot goes to many of one role.
    if (this.#looked.has(frame)) return;
    this.#looked.add(frame);
    const { event, texts, args } = frame;
    const told = this.#hidden.toldBy(frame, role);
    this.#findings.check(told === null, () => String(told));
    if (role === 'audience' && identity && event === 'hello') {
      const [{ mine, ...hello }] = args as [Hello];
      this.#secrets.look(new SentText(JSON.stringify(hello)), role, identity);
      if (mine) this.#secrets.lookAtOwn(mine, this.#names.asker(identity.actor));
    } else if (identity && event === 'mine') {
      const [patch] = args as [MinePatch];
      this.#secrets.lookAtOwn(patch, this.#names.asker(identity.actor));
    } else for (const text of texts) this.#secrets.look(text, role, identity);
  }

  /** The hub lets an answer out; `misled`: see AnswerWatch. */
  answering(identity: Identity, frame: unknown, ack: Ack, misled = false): void {
    this.#answers.take(identity, frame, ack, misled);
    if (identity.role === 'audience' && ack.ok) {
      const own = {
        ...(ack.question && { questions: [ack.question] }),
        ...(ack.statement && { statements: [ack.statement] }),
      };
      this.#secrets.lookAtOwn(own, this.#names.asker(identity.actor));
    }
  }

  /** Between two commits: the head state is what the entries say, and feeds are fresh views of it. */
  lookInside(seat: RoomSeat, written: () => number): void {
    seat.engine.afterCommit(() => {
      // What was written all the same by a write that failed is taken in with the next.
      if (seat.engine.head !== written()) return;
      const wrongState = stateDifference(seat.engine.state, this.journal.state);
      if (wrongState !== null)
        this.#findings.fail(`the head state is not what the entries say: ${wrongState}`);
      const { words } = seat.room.ports.sight();
      const { questions, statements } = seat.engine.state;
      const silent = [...questions.entries(), ...statements.entries()].find(
        ([, { text }]) => !words(text),
      );
      this.#findings.check(!silent, () => `words are gone: ${JSON.stringify(silent)}`);
      const wrong = wrongFeed(seat);
      if (wrong !== null) this.#findings.fail(wrong);
    });
  }

  /** Long after the last change no tally waits to be sent: nobody has to press something for that. */
  nothingWaits({ room }: RoomSeat): void {
    for (const role of ROLES) {
      const feed = room.feed(role);
      const { revision } = feed;
      feed.flush();
      this.#findings.check(feed.revision === revision, () => `tallies for ${role} were never sent`);
    }
  }

  /** The hub's time goes on, looked at again and again. */
  clockGoesOn(clock: HubClock): void {
    this.#clock.look(clock);
  }

  /** Replay equals live, from the bytes on the disk. */
  replayEqualsLive(entries: readonly Entry[]): void {
    const wrong = stateDifference(replayed(entries), this.journal.state);
    if (wrong !== null) this.#findings.fail(`replay is not what was live: ${wrong}`);
  }

  /** Every vote counts once, and what the screens show as results is what the journal tells. */
  resultsAreCounted(entries: readonly Entry[], { room, engine }: RoomSeat): void {
    // What a run that was killed still wrote is taken in with the next: in a closed forum nothing follows any more.
    if (engine.head !== entries.length) return;
    const count = countForum(entries);
    const { counts, hallCounts, statementTallies, ratingTallies, questions, exchanges, toCome } =
      this.journal.state;
    for (const [id] of questions.entries()) {
      const [support, voters] = [counts.get(id) ?? 0, count.supports.get(id) ?? 0];
      this.#findings.check(
        support === voters,
        () => `question ${id} counts ${support} of ${voters} voters`,
      );
      const [inHall, there] = [hallCounts.get(id) ?? 0, count.inHall.get(id) ?? 0];
      this.#findings.check(
        inHall === there,
        () => `question ${id} counts ${inHall} of ${there} voters in the hall`,
      );
    }
    for (const [id, tally] of statementTallies.entries()) {
      const wrong = differs(tally, count.tallies.get(id) ?? NOBODY);
      this.#findings.check(!wrong, () => `the answers to statement ${id} are counted wrongly`);
    }
    const rated = countRatings(entries);
    const kept = [...ratingTallies.entries()].map(([answer]) => answer);
    for (const answer of new Set([...kept, ...Object.keys(rated)])) {
      const { hall, online } = ratingTallies.get(answer) ?? NOT_RATED;
      const wrong = differs({ hall, online }, rated[answer] ?? NOT_RATED);
      this.#findings.check(!wrong, () => `the ratings of ${answer} are counted wrongly`);
    }
    const polls = new PollsCount(entries);
    for (const [id, tally] of this.journal.state.pollTallies.entries())
      for (const part of ['hall', 'online'] as const) {
        const counted = polls.part(id, part);
        this.#findings.check(
          !differs(tally[part], counted),
          () => `poll ${id} is counted wrongly: ${firstDifference(tally[part], counted)}`,
        );
      }
    const wrong = wrongVersions(entries, this.journal.state);
    this.#findings.check(wrong === null, () => String(wrong));
    const unwritten = [
      ...[...questions.entries()].flatMap(([id, { state, notes }]) =>
        state === 'on_floor' || (state === 'answered' && notes === null) ? [`question/${id}`] : [],
      ),
      ...[...exchanges.entries()].flatMap(([id, { outcome }]) =>
        outcome === null ? [`exchange/${id}`] : [],
      ),
    ].sort();
    const noted = [...toCome.entries()].map(([key]) => key).sort();
    this.#findings.check(
      !differs(noted, unwritten),
      () => `to come are ${unwritten.join()}, noted are ${noted.join()}`,
    );
    // Of the staff's: what everyone is shown may be hidden.
    const { documents } = room.feed('host').snapshot();
    const results = figuresIn(resultsView.parse(documents['results']));
    this.#findings.check(
      !differs(results, count.results),
      () => `the results are not what was recorded: ${firstDifference(results, count.results)}`,
    );
    const top = topAskedIn(topAskedView.parse(documents['topAsked']));
    this.#findings.check(
      !differs(top, count.topAsked),
      () => `asked of the most supported are ${top.join()}, not ${count.topAsked.join()}`,
    );
    this.#slipsAreAccountedFor(entries, room);
    const broken = wrongMap(
      room.feed('display').snapshot().documents['opinionMap'],
      room.ports.engine.state,
    );
    this.#findings.check(broken === null, () => `the map of opinion: ${broken}`);
    const { people, answers, total } = opinionsView.parse(documents['opinions']);
    const opinions = { people, answers, total };
    this.#findings.check(
      !differs(opinions, count.opinions),
      () => `the opinions are not what was recorded: ${firstDifference(opinions, count.opinions)}`,
    );
  }

  /** The sums of the paper box are what was recorded of its slips, and they add up. */
  #slipsAreAccountedFor(entries: readonly Entry[], room: RoomSeat['room']): void {
    const { total } = slipsView.parse(room.feed('volunteer').snapshot().documents['slips']);
    const counted = countSlips(entries);
    this.#findings.check(
      !differs(total, counted),
      () => `the slips are reckoned wrongly: ${firstDifference(total, counted)}`,
    );
    const adds =
      total.printed === total.unissued + total.issued &&
      total.issued + total.excess === total.returned + total.missing + total.out &&
      total.returned + total.surplus === total.entered + total.void + total.toEnter;
    this.#findings.check(adds, () => `the slips do not add up: ${JSON.stringify(total)}`);
  }
}
