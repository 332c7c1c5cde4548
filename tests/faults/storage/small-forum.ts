/** A forum that has begun, on the real hub, with a few people of each kind. */
import { setTimeout as wait } from 'node:timers/promises';
import { Dice } from '../../support/dice';
import {
  HUB,
  seedForum,
  startHubProcess,
  stopProcess,
  type HubProcess,
} from '../../support/hub-process';
import { wireTo, type Wire } from '../../support/proxy';
import { faults, readJournal } from '../audit';
import { display, phone, staff, type Person } from '../crowd';

const WITHIN_MS = 15_000;
const PHONES = 4;

export class SmallForum {
  readonly hub: HubProcess;
  readonly forum: string;
  readonly host: Person;
  readonly volunteer: Person;
  readonly display: Person;
  readonly phones: readonly Person[];
  /** Reaches the hub through `wire`. */
  readonly distant: Person;
  readonly wire: Wire;

  private constructor(
    hub: HubProcess,
    forum: string,
    wire: Wire,
    [host, volunteer, screen, distant, ...phones]: readonly Person[],
  ) {
    if (!host || !volunteer || !screen || !distant) throw new Error('nobody came');
    this.hub = hub;
    this.forum = forum;
    this.wire = wire;
    this.host = host;
    this.volunteer = volunteer;
    this.display = screen;
    this.distant = distant;
    this.phones = phones;
  }

  /** Begins a forum with one question on the list. */
  static async begin(data: string): Promise<SmallForum> {
    const dice = new Dice(7);
    const hub = await startHubProcess(HUB, data, []);
    const forum = await seedForum(hub);
    const wire = await wireTo(hub.port);
    const behindWire = { ...hub, url: `http://127.0.0.1:${wire.port}` };
    const people = [
      await staff(hub, 'host', dice),
      await staff(hub, 'volunteer', dice),
      display(hub, dice),
      await phone(behindWire, dice),
    ];
    for (let each = 0; each < PHONES; each += 1) people.push(await phone(hub, dice));
    const small = new SmallForum(hub, forum, wire, people);
    await until(() => people.every(({ link }) => link.status === 'live'), 'not all are in');
    small.logQuestion();
    void small.host.submit({ type: 'startAgendaItem', item: 'policy_talk', from: null });
    void small.host.submit({ type: 'startTalk', speaker: 'wang-jianguo', from: null });
    await small.settled();
    return small;
  }

  get people(): readonly Person[] {
    return [this.host, this.volunteer, this.display, this.distant, ...this.phones];
  }

  /** `length` is that of the text, in characters. */
  logQuestion(length = 200): void {
    const text = `第${this.volunteer.sent.length + 1}问${'路灯何时修好'.repeat(Math.ceil(length / 6))}`;
    const said = { text, serial: null, name: null, department: null } as const;
    void this.volunteer.submit({ type: 'logQuestion', source: 'mic', ...said });
  }

  /** Has an effect each time it is done: twice would show. */
  extendTalk(): void {
    const floor = this.host.link.view?.documents['floor'];
    const turn = typeof floor === 'object' && floor !== null ? Reflect.get(floor, 'turn') : null;
    void this.host.submit({ type: 'extendTurn', turn: turn as number, by: 1_000 as never });
  }

  vote(person: Person): void {
    const [first] = this.volunteer.accepted;
    const question = first?.ack?.ok ? first.ack.question?.id : undefined;
    if (question === undefined) throw new Error('no question to vote for');
    void person.submit({ type: 'supportQuestion', question, on: person.sent.length % 2 === 0 });
  }

  /** Everybody who is connected does something once, and is answered. */
  async round(): Promise<void> {
    this.logQuestion();
    this.extendTalk();
    for (const each of this.phones) this.vote(each);
    await this.settled();
  }

  async settled(): Promise<void> {
    const connected = this.people.filter(({ link }) => link.status === 'live');
    await until(
      () => connected.every(({ sent }) => sent.every(({ ack }) => ack !== null)),
      'answers are missing',
    );
  }

  /** The answers to the last round of everybody who acts: codes, or `ok`. */
  lastAnswers(): Record<string, string | undefined> {
    const said = ({ sent }: Person): string | undefined => {
      const ack = sent.at(-1)?.ack;
      return ack?.ok === true ? 'ok' : ack?.code;
    };
    const [one] = this.phones;
    return {
      host: said(this.host),
      volunteer: said(this.volunteer),
      phone: one && said(one),
    };
  }

  /** What is wrong with the journal in `data`, by what everybody was told. */
  faults(data: string): string[] {
    return faults(readJournal(data, this.forum), this.people);
  }

  /** What the hub says of itself. */
  async health(): Promise<unknown> {
    const headers = { connection: 'close' };
    return (await fetch(`${this.hub.url}/healthz`, { headers })).json();
  }

  async end(): Promise<void> {
    for (const { link } of this.people) link.close();
    await this.wire.close();
    await stopProcess(this.hub.child);
  }
}

export async function until(reached: () => boolean, otherwise: string): Promise<void> {
  const end = performance.now() + WITHIN_MS;
  while (!reached()) {
    if (performance.now() > end) throw new Error(otherwise);
    await wait(5);
  }
}
