/** A forum in full swing whose hub is killed again and again. */
import { setTimeout as wait } from 'node:timers/promises';
import { ALLOWANCES } from '@wenzheng/server/src/live/limits';
import type { Dice } from '../support/dice';
import { seedForum } from '../support/hub-process';
import { display, phone, staff, type Person } from './crowd';
import { KeptHub, LEAST_LIFE_MS, type Keeping } from './kept-hub';
import { msUntil, until, WITHIN_MS } from './until';

/** What people send in all, each second. */
export const COMMANDS_PER_SECOND = 520;
/** Each votes a little slower than the hub allows over a long time. */
const PHONES = 110;
/** One command in so many is one of the staff's. */
const STAFF_SHARE = 40;
const PACE_MS = 4;
/** What people catch up with at most when this machine has been busy with something else. */
const MOST_AT_ONCE = 150;
const FIRST_QUESTIONS = 12;

/** Anywhere; just after many have pressed, before all are answered; again while the hub is starting after a kill. */
export const MOMENTS = ['any', 'pressed', 'starting'] as const;
/** `now`: in the moment in which it is asked for. */
export type Moment = (typeof MOMENTS)[number] | 'now';

export interface Kill {
  readonly moment: Moment;
  readonly unacknowledged: number;
}
/** How the forum came through; times in milliseconds. */
export interface Recovery {
  /** From the kill. */
  readonly readyAfter: number;
  /** From ready until staff and display had a view of the new hub. */
  readonly freshAfter: number;
}

export class ForumUnderFire {
  readonly hub: KeptHub;
  readonly forum: string;
  readonly kills: Kill[] = [];
  readonly recoveries: Recovery[] = [];
  readonly questions: string[] = [];
  readonly #keeping: Keeping;
  readonly #dice: Dice;
  readonly #stage: Person[];
  readonly phones: Person[];
  readonly host: Person;
  readonly volunteer: Person;
  readonly display: Person;
  #pace: NodeJS.Timeout | null = null;
  #began = NaN;
  #acts = 0;
  #killedAt = performance.now();

  private constructor(
    hub: KeptHub,
    forum: string,
    keeping: Keeping,
    dice: Dice,
    people: readonly Person[],
  ) {
    this.hub = hub;
    this.forum = forum;
    this.#keeping = keeping;
    this.#dice = dice;
    const [host, volunteer, screen, ...phones] = people;
    if (!host || !volunteer || !screen) throw new Error('the stage is empty');
    this.host = host;
    this.volunteer = volunteer;
    this.display = screen;
    this.#stage = [host, volunteer, screen];
    this.phones = phones;
  }

  static async begin(dice: Dice, keeping: Keeping): Promise<ForumUnderFire> {
    const hub = await KeptHub.start(keeping);
    const forum = await seedForum(hub);
    const people = [
      await staff(hub, 'host', dice),
      await staff(hub, 'volunteer', dice),
      display(hub, dice),
    ];
    for (let each = 0; each < PHONES; each += 1) people.push(await phone(hub, dice));
    const fire = new ForumUnderFire(hub, forum, keeping, dice, people);
    await fire.#open();
    return fire;
  }

  get people(): readonly Person[] {
    return [...this.#stage, ...this.phones];
  }
  get unacknowledged(): number {
    return this.people.reduce((sum, { link }) => sum + link.outbox.pending, 0);
  }
  /** Commands sent each second since people began to act. */
  get rate(): number {
    return (this.#acts * 1_000) / (performance.now() - this.#began);
  }

  /** Everybody goes on acting until `settle`. */
  act(): void {
    this.#began = performance.now();
    this.#pace = setInterval(() => {
      const due = ((performance.now() - this.#began) * COMMANDS_PER_SECOND) / 1_000;
      for (let left = MOST_AT_ONCE; this.#acts < due && left > 0; left -= 1) this.#actOnce();
    }, PACE_MS);
  }

  /** Kills the hub at `moment` and sees the stage right again. */
  async kill(moment: Moment): Promise<void> {
    const isYoung = LEAST_LIFE_MS - (performance.now() - this.#killedAt);
    const spare = this.#keeping.by === 'starter' ? Math.max(0, isYoung) : 0;
    if (moment !== 'now') await wait(spare + this.#dice.between(0, 400));
    if (moment === 'pressed')
      do {
        for (let press = 0; press < 30; press += 1) this.#vote();
        await wait(this.#dice.between(0, 4));
      } while (this.unacknowledged === 0);
    const before = this.display.link.view?.epoch;
    const first = this.hub.pid;
    this.#kill(moment);
    if (moment === 'starting') {
      await until(() => ![0, first].includes(this.hub.pid), 'the hub is not brought back');
      await wait(this.#dice.between(0, 300));
      this.#kill(moment);
    }
    await wait(10);
    await this.hub.untilReady();
    const readyAfter = performance.now() - this.#killedAt;
    const isFresh = ({ link }: Person): boolean =>
      link.status === 'live' && link.view !== null && link.view.epoch !== before;
    const freshAfter = await msUntil(
      () => this.#stage.every(isFresh),
      'the stage has no fresh view',
    );
    this.recoveries.push({ readyAfter, freshAfter });
  }

  /** Lets everything that was sent be answered, as fast as the hub lets the phone go that has most to send. */
  async settle(): Promise<void> {
    this.#stopActing();
    const most = Math.max(...this.phones.map(({ link }) => link.outbox.pending));
    await until(
      () => this.unacknowledged === 0,
      () => `${this.unacknowledged} commands are left unanswered`,
      WITHIN_MS + (most / ALLOWANCES.vote.perSecond) * 1_000,
    );
    await until(
      () => this.people.every(({ sent }) => sent.every(({ ack }) => ack !== null)),
      'answers are missing',
    );
    await wait(1_000); // the last tallies
  }

  async end(): Promise<void> {
    this.#stopActing();
    for (const { link } of this.people) link.close();
    await this.hub.end();
  }

  async #open(): Promise<void> {
    await until(() => this.people.every(({ link }) => link.status === 'live'), 'not all are in');
    for (let number = 1; number <= FIRST_QUESTIONS; number += 1) this.#logQuestion();
    void this.host.submit({ type: 'startAgendaItem', item: 'policy_talk', from: null });
    void this.host.submit({ type: 'startTalk', speaker: 'wang-jianguo', from: null });
    await until(() => this.unacknowledged === 0, 'the forum does not begin');
  }

  #stopActing(): void {
    if (this.#pace) clearInterval(this.#pace);
    this.#pace = null;
  }

  #kill(moment: Moment): void {
    if (!this.hub.kill()) throw new Error('no hub to be killed');
    this.#killedAt = performance.now();
    this.kills.push({ moment, unacknowledged: this.unacknowledged });
  }

  #actOnce(): void {
    if (this.#acts % STAFF_SHARE === 0) this.#logQuestion();
    else if (this.#acts % STAFF_SHARE === STAFF_SHARE / 2) this.#extendTalk();
    else this.#vote();
    this.#acts += 1;
  }
  /** Phones take turns, so that none is ever faster than the hub allows. */
  #vote(): void {
    const person = this.phones[(this.#voter += 1) % this.phones.length];
    const question = this.#dice.pick(this.questions);
    void person?.submit({ type: 'supportQuestion', question, on: this.#dice.chance(0.6) });
  }
  #voter = 0;
  #logQuestion(): void {
    const text = `第${this.volunteer.sent.length + 1}个问题：路灯什么时候修好？`;
    const said = { text, serial: null, name: null, department: null } as const;
    void this.volunteer.submit({ type: 'logQuestion', source: 'mic', ...said }).then((ack) => {
      if (ack.ok && ack.question) this.questions.push(ack.question.id);
    });
  }
  /** Has an effect each time it is done: twice would show. */
  #extendTalk(): void {
    const by = 1_000 * (1 + this.#dice.below(3)) * (this.#dice.chance(0.5) ? 1 : -1);
    const turn = this.turn;
    if (turn !== null) void this.host.submit({ type: 'extendTurn', turn, by: by as never });
  }

  get turn(): number | null {
    const floor = this.host.link.view?.documents['floor'];
    const turn = typeof floor === 'object' && floor !== null ? Reflect.get(floor, 'turn') : null;
    return typeof turn === 'number' ? turn : null;
  }
}
