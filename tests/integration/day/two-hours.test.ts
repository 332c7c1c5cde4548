/**
 * Two hours of a forum on a driven clock, in which things go as they go: the record of the day is what somebody with
 * a stopwatch wrote down in the hall.
 */
import { builtInForum } from '@wenzheng/server/src/forum/agenda/index';
import type { Speaker } from '@wenzheng/shared/forum/agenda';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { itemRecords, officialRecords } from '@wenzheng/shared/forum/record';
import { duration, instant, minutes, seconds } from '@wenzheng/shared/time/instant';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import { expect, test } from 'vitest';
import { START } from '../../support/given';
import { MemoryJournal } from '../../support/memory-journal';
import { TestRoom, type Guest } from '../../support/room';
import { Stopwatch } from './stopwatch';

const QUOTA = 90;
const TALK = 300;
const INTERJECTION = 60;
const chen: CommandInput = {
  type: 'putRepresentative',
  representative: { id: 'chen', name: '陈阿姨', chosenBy: 'place', of: '东街' },
};

/** The hall: each thing is done at the hub and taken down with the stopwatch. */
class Hall {
  readonly room = new TestRoom(new MemoryJournal());
  readonly watch = new Stopwatch();
  #host: Guest | null = null;

  async open(): Promise<void> {
    await this.room.open({});
    await this.room.seat.engine.record({ role: 'admin', id: 'first-run' }, [
      { type: 'forumCreated', data: builtInForum('f1', 'zh-CN', START) },
    ]);
    this.takeOver('host-1');
  }
  /** Another tablet is the host's from now on. */
  takeOver(actor: string): void {
    if (this.#host) this.room.seat.room.leave(this.#host.session);
    this.#host = this.room.enter('host', actor);
  }
  get host(): Guest {
    if (!this.#host) throw new Error('there is no host');
    return this.#host;
  }
  get view(): ViewOf<'host'> {
    return this.room.seat.room.feed('host').snapshot() as unknown as ViewOf<'host'>;
  }
  get turn(): number {
    return this.view.documents.floor?.turn ?? 0;
  }
  speaker(place: number): Speaker {
    const found = this.view.documents.forum.speakers[place];
    if (!found) throw new Error(`no speaker ${place}`);
    return found;
  }

  pass(time: number): void {
    this.room.pass(time);
    this.watch.pass(time);
  }
  async item(item: string): Promise<void> {
    const from = this.view.documents.agenda.current;
    await this.host.does({ type: 'startAgendaItem', item, from });
    this.watch.leave();
    this.watch.item(item);
  }
  async talk(place: number): Promise<void> {
    const { id } = this.speaker(place);
    const from = this.view.documents.floor?.turn ?? null;
    await this.host.does({ type: 'startTalk', speaker: id, from });
    this.watch.speak(id, TALK);
  }
  async endTurn(): Promise<void> {
    await this.host.does({ type: 'endTurn', turn: this.turn });
    this.watch.leave();
  }
  async extend(time: number): Promise<void> {
    await this.host.does({ type: 'extendTurn', turn: this.turn, by: seconds(time) });
    this.watch.allow(time);
  }
  async setBack(time: number): Promise<void> {
    await this.host.does({ type: 'setBackTurn', turn: this.turn, by: seconds(time) });
    this.watch.begunEarlier(time);
  }
  async pause(): Promise<void> {
    await this.host.does({ type: 'pauseTurn', turn: this.turn });
    this.watch.rest();
  }
  async resume(): Promise<void> {
    await this.host.does({ type: 'resumeTurn', turn: this.turn });
    this.watch.goOn();
  }

  /** Another official speaks up for a while, with more time than the usual minute. */
  async interject(place: number, more: number, lasts: number): Promise<void> {
    const { id } = this.speaker(place);
    await this.host.does({ type: 'startInterjection', turn: this.turn });
    const speaking = this.watch.interrupted();
    this.watch.speak(id, INTERJECTION + more);
    const interjection = this.view.documents.floor?.interjection?.number ?? 0;
    await this.host.does({
      ...{ type: 'nameInterjection', interjection },
      ...{ official: id, representative: null },
    });
    await this.host.does({ type: 'extendInterjection', interjection, by: seconds(more) });
    this.pass(lasts);
    await this.host.does({ type: 'endInterjection', interjection });
    this.watch.leave();
    this.watch.goesOn(speaking);
  }

  /** A citizen asks, the desk accepts, the host takes it up: the asker has the floor. */
  async ask(text: string): Promise<string> {
    const asked = await this.room
      .enter('audience', `phone-${this.room.journal.size}`)
      .does({ type: 'askQuestion', text, name: null, department: null });
    const question = asked.question?.id ?? '';
    await this.room
      .enter('moderator', `moderator-${question}`)
      .does({ type: 'screenQuestion', question, department: null });
    await this.host.does({ type: 'pickQuestion', question, from: null });
    this.watch.leave();
    return question;
  }
  async answerBy(question: string, place: number): Promise<void> {
    const { id } = this.speaker(place);
    await this.host.does({ type: 'startAnswer', question, official: id });
    this.watch.speak(id, (this.view.documents.floor?.clock.limit ?? 0) / 1_000);
  }
  async answered(question: string): Promise<void> {
    await this.host.does({ type: 'answerQuestion', question, notes: '当场答复' });
    this.watch.leave();
  }
  async deflect(question: string): Promise<void> {
    const { suggestion } = this.view.documents;
    if (!suggestion) throw new Error('nothing is suggested');
    const { reason, department, due } = suggestion;
    await this.host.does({ type: 'deflectQuestion', question, reason, department, due });
    this.watch.leave();
  }

  /** What the product says, in the stopwatch's words. */
  items(): Record<string, { actual: number; startedAt: number }> {
    const records = itemRecords(this.view.documents.agenda, instant(START + this.watch.now * 1e3));
    return Object.fromEntries(
      records.flatMap(({ id, actual, startedAt }) =>
        startedAt === null
          ? []
          : [[id, { actual: actual / 1_000, startedAt: (startedAt - START) / 1_000 }]],
      ),
    );
  }
  officials(): Record<string, unknown> {
    const records = officialRecords(Object.values(this.view.collections.heldTurns));
    return Object.fromEntries(
      records.map(({ official, turns, planned, actual, over }) => [
        official.id,
        { turns, planned: planned / 1_000, actual: actual / 1_000, over: over / 1_000 },
      ]),
    );
  }
}

test('the record of two hours is what a stopwatch says', { timeout: 60_000 }, async () => {
  const hall = new Hall();
  await hall.open();
  const first = hall.room.enter('display', 'main');
  await hall.host.does(chen);

  // Six minutes late, and the host forgot to press start for the first talk.
  hall.pass(6 * 60);
  await hall.item('opening');
  hall.pass(11 * 60);
  await hall.item('policy_talk');
  hall.pass(20);
  await hall.talk(0);
  hall.pass(100);
  await hall.setBack(60);
  hall.pass(200);
  await hall.talk(1);
  hall.pass(250);
  await hall.extend(120);
  hall.pass(150);
  await hall.pause();
  hall.pass(75);
  await hall.resume();
  hall.pass(40);
  await hall.endTurn();
  hall.pass(33);
  await hall.talk(2);
  hall.pass(120);
  await hall.interject(4, 45, 75);
  hall.pass(280);

  // The talk goes on in overtime when questions begin; the first is answered, the second led away.
  await hall.item('qa');
  const lamp = await hall.ask('东街的路灯什么时候修好？');
  hall.pass(45);
  await hall.answerBy(lamp, 0);
  hall.pass(130);
  await hall.answered(lamp);
  hall.pass(15);
  const divorce = await hall.ask('我的房东不退押金怎么办？');
  hall.pass(50);
  await hall.deflect(divorce);
  hall.pass(70);

  // An emergency stops the clock of an answer in the middle.
  const water = await hall.ask('自来水又黄又浑，什么时候换管道？');
  hall.pass(30);
  await hall.answerBy(water, 1);
  hall.pass(61);
  const emergency = {
    type: 'raiseEmergency',
    kind: 'medical',
    drill: false,
    message: null,
  } as const;
  await hall.host.does(emergency);
  hall.watch.rest();
  hall.pass(9 * 60);
  const number = hall.view.documents.emergency?.number ?? 0;
  await hall.host.does({ type: 'allClear', emergency: number });
  hall.watch.goOn();
  hall.pass(200);

  // The tablet dies; another goes on where it was. A display is unplugged, another comes.
  hall.takeOver('host-2');
  hall.room.seat.room.leave(first.session);
  hall.pass(30);
  const second = hall.room.enter('display', 'spare');
  const [told] = second.events('snapshot');
  expect(told).toMatchObject({
    documents: { floor: { turn: hall.turn, speaker: { id: hall.speaker(1).id } } },
  });
  await hall.answered(water);
  hall.pass(20);

  // Face to face, the floor passing to and fro.
  await hall.item('interaction');
  hall.pass(90);
  const official = hall.speaker(3).id;
  await hall.host.does({
    ...{ type: 'startExchange', representative: 'chen', official },
    ...{ quota: seconds(QUOTA), from: null },
  });
  hall.pass(40);
  await hall.host.does({ type: 'passFloor', turn: hall.turn, to: 'official' });
  hall.watch.speak(official, QUOTA);
  hall.pass(70);
  await hall.host.does({ type: 'passFloor', turn: hall.turn, to: 'representative' });
  hall.watch.rest();
  hall.pass(55);
  await hall.host.does({ type: 'passFloor', turn: hall.turn, to: 'official' });
  hall.watch.goOn();
  hall.pass(35);
  await hall.host.does({ type: 'endExchange', turn: hall.turn, outcome: null });
  hall.watch.leave();
  hall.pass(60);

  // Back to questions for one that was promised; pressed once too often, and taken back.
  await hall.item('qa');
  const lift = await hall.ask('四号楼装电梯，一楼不同意怎么办？');
  hall.pass(20);
  await hall.answerBy(lift, 2);
  hall.pass(100);
  await hall.host.does({ type: 'pauseTurn', turn: hall.turn });
  hall.watch.rest();
  hall.pass(4);
  const paused = hall.view.documents.undo.actions.at(-1)?.entry ?? 0;
  await hall.host.does({ type: 'undo', entry: paused });
  // As if it had never been paused.
  hall.watch.goOn();
  hall.watch.begunEarlier(4);
  hall.pass(40);
  await hall.answered(lift);

  await hall.item('opinion');
  hall.pass(21 * 60);
  await hall.item('results');
  hall.pass(13 * 60);
  await hall.item('closing');
  const left = 2 * 3_600 + 300 - hall.watch.now;
  expect(left).toBeGreaterThan(0);
  hall.pass(left);

  // While the last item still runs, and once all is closed.
  expect(hall.items()).toEqual(hall.watch.items());
  expect(hall.officials()).toEqual(hall.watch.spoken());
  const exchange = Object.keys(hall.view.collections.exchanges)[0] ?? '';
  await hall.host.does({
    ...{ type: 'recordOutcome', exchange, from: 0 },
    outcome: { kind: 'answered', summary: '当面说清楚了', commitment: null },
  });
  await hall.host.does({ type: 'closeForum' });
  hall.watch.endDay();
  const closed = [hall.items(), hall.officials()];
  expect(closed).toEqual([hall.watch.items(), hall.watch.spoken()]);

  // Time that passes after closing changes nothing, nor does reading the journal again.
  hall.pass(3_600);
  expect([hall.items(), hall.officials()]).toEqual(closed);
  await hall.room.open({});
  expect([hall.items(), hall.officials()]).toEqual(closed);
  expect(hall.room.faults).toEqual([]);
  expect(itemRecords(hall.view.documents.agenda, instant(0))[0]).toMatchObject({
    planned: minutes(8),
    actual: minutes(11),
    late: duration(6 * 60_000),
  });
});
