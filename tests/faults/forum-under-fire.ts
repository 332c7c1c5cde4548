/** A forum in full swing whose hub is killed again and again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Dice } from '../support/dice';
import {
  seedForum,
  startHubProcess,
  STARTER,
  stopProcess,
  untilReady,
  type HubProcess,
} from '../support/hub-process';
import { childrenOf } from '../support/proc';
import { display, phone, staff, type Person } from './crowd';

const PHONES = 48;
/** Each phone votes as often as the hub allows over a long time. */
const VOTE_EVERY_MS = 210;
const STAFF_EVERY_MS = 150;
const FIRST_QUESTIONS = 12;
/** The starter takes a hub that dies younger for a broken one and pauses longer; it is born 0.1 s after a death. */
const LEAST_LIFE_MS = 5_200;
const WITHIN_MS = 40_000;

/** One kill, and how the forum came through it; times in milliseconds. */
export interface Kill {
  readonly unacknowledged: number;
  readonly readyAfter: number;
  /** From ready until staff and display had a view of the new hub. */
  readonly freshAfter: number;
}

export class ForumUnderFire {
  readonly hub: HubProcess;
  readonly forum: string;
  readonly #dice: Dice;
  readonly #questions: string[] = [];
  readonly #timers: NodeJS.Timeout[] = [];
  #killedAt = performance.now();
  readonly #stage: Person[];
  readonly phones: Person[];
  readonly host: Person;
  readonly volunteer: Person;
  readonly display: Person;

  private constructor(hub: HubProcess, forum: string, dice: Dice, people: Person[]) {
    this.hub = hub;
    this.forum = forum;
    this.#dice = dice;
    const [host, volunteer, screen, ...phones] = people;
    if (!host || !volunteer || !screen) throw new Error('the stage is empty');
    this.host = host;
    this.volunteer = volunteer;
    this.display = screen;
    this.#stage = [host, volunteer, screen];
    this.phones = phones;
  }

  static async begin(dice: Dice): Promise<ForumUnderFire> {
    const hub = await startHubProcess(STARTER, mkdtempSync(path.join(tmpdir(), 'wenzheng-')), []);
    const forum = await seedForum(hub);
    const people = [
      await staff(hub, 'host', dice),
      await staff(hub, 'volunteer', dice),
      display(hub, dice),
    ];
    for (let each = 0; each < PHONES; each += 1) people.push(await phone(hub, dice));
    const fire = new ForumUnderFire(hub, forum, dice, people);
    await fire.#open();
    return fire;
  }

  get people(): readonly Person[] {
    return [...this.#stage, ...this.phones];
  }
  get unacknowledged(): number {
    return this.people.reduce((sum, { link }) => sum + link.outbox.pending, 0);
  }

  /** Kills the hub at a moment of chance while commands are under way, and sees everybody back. */
  async kill(): Promise<Kill> {
    const life = LEAST_LIFE_MS + this.#dice.between(0, 500);
    await wait(Math.max(0, this.#killedAt + life - performance.now()));
    const before = this.display.link.view?.epoch;
    await this.#untilSomethingIsUnderWay();
    for (const pid of childrenOf(this.hub.pid)) process.kill(pid, 'SIGKILL');
    this.#killedAt = performance.now();
    const { unacknowledged } = this;
    await wait(10);
    await untilReady(this.hub.url, () => this.hub.child.exitCode === null, this.hub.output);
    const ready = performance.now();
    const isFresh = ({ link }: Person): boolean =>
      link.status === 'live' && link.view !== null && link.view.epoch !== before;
    await until(() => this.#stage.every(isFresh), 'the stage has no fresh view');
    const freshAfter = performance.now() - ready;
    return { unacknowledged, readyAfter: ready - this.#killedAt, freshAfter };
  }

  /** Lets everything that was sent be answered. */
  async settle(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await until(() => this.unacknowledged === 0, 'commands are left unanswered');
    await until(
      () => this.people.every(({ sent }) => sent.every(({ ack }) => ack !== null)),
      'answers are missing',
    );
    await wait(1_000); // the last tallies
  }

  async end(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    for (const { link } of this.people) link.close();
    await stopProcess(this.hub.child);
  }
  removeData(): void {
    rmSync(this.hub.data, { recursive: true, force: true });
  }

  async #open(): Promise<void> {
    await until(() => this.people.every(({ link }) => link.status === 'live'), 'not all are in');
    for (let number = 1; number <= FIRST_QUESTIONS; number += 1) this.#logQuestion();
    this.host.submit({ type: 'startAgendaItem', item: 'policy_talk', from: null });
    this.host.submit({ type: 'startTalk', speaker: 'wang-jianguo', from: null });
    await until(() => this.unacknowledged === 0, 'the forum does not begin');
    for (const each of this.phones) this.#every(VOTE_EVERY_MS, () => this.#vote(each));
    this.#every(STAFF_EVERY_MS, () => this.#logQuestion());
    this.#every(STAFF_EVERY_MS, () => this.#extendTalk());
  }

  /** Begins anywhere in the first period, so that people do not act in step. */
  #every(ms: number, act: () => void): void {
    const begin = setTimeout(() => this.#timers.push(setInterval(act, ms)), this.#dice.below(ms));
    this.#timers.push(begin);
  }

  #vote(person: Person): void {
    const known = this.volunteer.accepted.flatMap(({ ack }) =>
      ack?.ok && ack.question ? [ack.question.id] : [],
    );
    this.#questions.splice(0, this.#questions.length, ...known);
    const question = this.#dice.pick(this.#questions);
    person.submit({ type: 'supportQuestion', question, on: this.#dice.chance(0.6) });
  }
  #logQuestion(): void {
    const text = `第${this.volunteer.sent.length + 1}个问题：路灯什么时候修好？`;
    const said = { text, serial: null, name: null, department: null } as const;
    this.volunteer.submit({ type: 'logQuestion', source: 'mic', ...said });
  }
  /** Has an effect each time it is done: twice would show. */
  #extendTalk(): void {
    const by = 1_000 * (1 + this.#dice.below(3)) * (this.#dice.chance(0.5) ? 1 : -1);
    const turn = this.turn;
    if (turn !== null) this.host.submit({ type: 'extendTurn', turn, by: by as never });
  }

  get turn(): number | null {
    const floor = this.host.link.view?.documents['floor'];
    const turn = typeof floor === 'object' && floor !== null ? Reflect.get(floor, 'turn') : null;
    return typeof turn === 'number' ? turn : null;
  }

  async #untilSomethingIsUnderWay(): Promise<void> {
    const end = performance.now() + 500;
    while (this.unacknowledged === 0 && performance.now() < end) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

async function until(reached: () => boolean, otherwise: string): Promise<void> {
  const end = performance.now() + WITHIN_MS;
  while (!reached()) {
    if (performance.now() > end) throw new Error(otherwise);
    await wait(5);
  }
}
