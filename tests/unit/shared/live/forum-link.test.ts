import { ForumLink, type Transport } from '@wenzheng/shared/live/forum-link';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import type { MyStatement } from '@wenzheng/shared/forum/opinions';
import type { MyQuestion } from '@wenzheng/shared/forum/questions';
import { instant } from '@wenzheng/shared/time/instant';
import type { Ack, Handshake, Hello, HubToClient } from '@wenzheng/shared/wire/protocol';
import { PROTOCOL } from '@wenzheng/shared/wire/version';
import { describe, expect, test } from 'vitest';

const HELLO: Hello = {
  ...{
    protocol: PROTOCOL,
    now: instant(5_000),
    role: 'audience',
    forum: 'f1',
    epoch: 'e',
    revision: 1,
    actor: null,
  },
  mine: {
    questions: [],
    supports: ['4'],
    statements: [],
    answers: { '4': 'pass' },
    ratings: {},
    ballots: {},
    votes: 3,
    admission: { by: 'link', seat: '' },
  },
};
const SNAPSHOT = { epoch: 'e', revision: 1, documents: { scene: 'join' }, collections: {} };
const SLIP = {
  type: 'logQuestion',
  source: 'paper',
  serial: 'A-1',
  name: null,
  department: null,
} as const;
/** When a client asks for the time that leaves no probe out, up to the first minute after (ms). */
const ALL = [0, 150, 300, 450, 600, 2_600, 8_600, 68_600];
type Emitted = { event: string; args: unknown[] };

function linked(storage = memoryStorage(), client: Handshake['client'] = 'audience') {
  const handlers: Partial<Record<string, (...args: never[]) => void>> = {};
  const emitted: Emitted[] = [];
  const timers: { ms: number; run: () => void }[] = [];
  let local = 100;
  let [lost, handshake]: [() => void, () => Handshake | null] = [() => undefined, () => null];
  const transport: Transport = {
    on: (event, handler) => void (handlers[event] = handler),
    onDisconnect: (handler) => void (lost = handler),
    connected: true,
    emit: (event, ...args) => void emitted.push({ event, args }),
    handshake: (make) => void (handshake = make),
    close: () => undefined,
  };
  const link = new ForumLink({
    ...{ transport, storage, local: () => local, instance: 'page-1' },
    ...{ client, forum: null, first: null, changed: () => undefined },
    later: (ms, run) => void timers.push({ ms, run }),
  });
  const hear = <E extends keyof HubToClient>(event: E, ...args: Parameters<HubToClient[E]>): void =>
    handlers[event]?.(...(args as readonly unknown[] as never[]));
  const sent = (event: string): Emitted[] => emitted.filter((each) => each.event === event);
  const answer = (index: number, ack: Ack): void =>
    (sent('command')[index]?.args[1] as (ack: Ack) => void)(ack);
  const pass = (ms: number): void => void (local += ms);
  const lose = (): void => lost();
  return { link, hear, sent, answer, timers, pass, lose, handshake: () => handshake() };
}

describe('a link', () => {
  test('tells of words of an earlier page that the hub has refused since', () => {
    const storage = memoryStorage();
    const command = { ...SLIP, text: '路灯坏了' } as const;
    void linked(storage, 'console').link.submit(command);
    const { link, hear, answer } = linked(storage, 'console');
    hear('hello', { ...HELLO, mine: null });
    const refusal = { ok: false, code: 'questions.serial_taken' } as const;
    answer(0, refusal);
    expect(link.orphans).toEqual([{ command, refusal }]);
  });
  test('leaves a refusal to whoever waits for it', async () => {
    const { link, hear, answer } = linked(memoryStorage(), 'console');
    hear('hello', { ...HELLO, mine: null });
    const pressed = link.submit({ ...SLIP, text: '路灯坏了' });
    answer(0, { ok: false, code: 'questions.serial_taken' });
    expect(await pressed).toMatchObject({ ok: false });
    expect(link.orphans).toEqual([]);
  });
  test('is live once it is greeted, lost when it breaks, and says what it holds', () => {
    const { link, hear, lose, handshake } = linked();
    expect([link.status, handshake()?.held]).toEqual(['connecting', null]);
    hear('hello', HELLO);
    hear('snapshot', SNAPSHOT);
    expect([link.status, link.view?.documents]).toEqual(['live', { scene: 'join' }]);
    expect(handshake()?.held).toEqual({ epoch: 'e', revision: 1 });
    lose();
    expect(link.status).toBe('lost');
    expect(link.view, 'people go on reading').not.toBeNull();
  });

  test('sends nothing before it is greeted, everything after', () => {
    const { link, hear, sent } = linked();
    void link.submit({ type: 'supportQuestion', question: '1', on: true });
    expect(sent('command')).toEqual([]);
    hear('hello', HELLO);
    expect(sent('command')).toHaveLength(1);
  });

  test('knows its own votes as they are answered', async () => {
    const { link, hear, answer } = linked();
    hear('hello', HELLO);
    const [on, off] = ['9', '4'].map((question) =>
      link.submit({ type: 'supportQuestion', question, on: question === '9' }),
    );
    expect(link.mine?.supports).toEqual(['4']);
    answer(0, { ok: true });
    answer(1, { ok: true });
    await Promise.all([on, off]);
    expect(link.mine?.supports).toEqual(['9']);
  });

  test('knows its own answers as they are answered', () => {
    const { link, hear, answer } = linked();
    hear('hello', HELLO);
    const given = [
      ['9', 'agree'],
      ['4', null],
      ['8', 'pass'],
    ] as const;
    for (const [statement, to] of given) {
      void link.submit({ type: 'answerStatement', statement, answer: to });
    }
    answer(0, { ok: true });
    answer(1, { ok: true });
    answer(2, { ok: false, code: 'opinions.wrong_state' });
    expect(link.mine?.answers).toEqual({ '9': 'agree' });
    expect(link.mine?.supports).toEqual(['4']);
  });

  test('knows the votes that an earlier page left behind once they are answered', () => {
    const storage = memoryStorage();
    void linked(storage).link.submit({ type: 'supportQuestion', question: '9', on: true });
    const { link, hear, answer } = linked(storage);
    hear('hello', HELLO);
    answer(0, { ok: true });
    expect(link.mine?.supports).toEqual(['4', '9']);
  });

  test('takes in its own questions, in their order', () => {
    const { link, hear } = linked();
    hear('hello', HELLO);
    const question = (number: number, state: MyQuestion['state']) =>
      ({ id: String(number), number, state }) as MyQuestion;
    hear('mine', { questions: [question(8, 'submitted')] });
    hear('mine', { questions: [question(3, 'submitted')] });
    hear('mine', { questions: [question(8, 'queued')] });
    expect(link.mine?.questions).toMatchObject([{ number: 3 }, { number: 8, state: 'queued' }]);
  });

  test('takes in its own statements beside its questions', () => {
    const { link, hear, answer } = linked();
    const statement = (number: number, state: MyStatement['state']): MyStatement => ({
      ...{ id: String(number), number, text: 'a', state, declined: null },
    });
    hear('hello', HELLO);
    hear('mine', { questions: [{ id: '1', number: 1 } as MyQuestion] });
    hear('mine', { statements: [statement(8, 'submitted')] });
    void link.submit({ type: 'submitStatement', text: 'a' });
    answer(0, { ok: true, statement: statement(3, 'submitted') });
    hear('mine', { statements: [statement(8, 'approved')] });
    expect(link.mine).toMatchObject({
      questions: [{ number: 1 }],
      statements: [{ number: 3 }, { number: 8, state: 'approved' }],
    });
  });

  test.each(['console', 'kiosk'] as const)('of a %s has nothing of its own', (client) => {
    const { link, hear, answer } = linked(memoryStorage(), client);
    hear('hello', { ...HELLO, mine: null });
    void link.submit({ type: 'submitStatement', text: 'a' });
    const statement = {
      id: '1',
      number: 1,
      text: 'a',
      state: 'submitted',
      declined: null,
    } as const;
    answer(0, { ok: true, statement });
    expect(link.mine).toBeNull();
  });

  test('asks once for a snapshot, however many patches do not fit, and again if none comes', () => {
    const { hear, sent, timers } = linked();
    hear('hello', HELLO);
    hear('snapshot', SNAPSHOT);
    for (const base of [5, 6, 7]) hear('patch', { base, revision: base + 1 });
    expect(sent('resync')).toHaveLength(1);
    const runAgain = (): void =>
      timers
        .filter(({ ms }) => ms === 5_000)
        .at(-1)
        ?.run();
    runAgain();
    expect(sent('resync')).toHaveLength(2);
    hear('snapshot', { ...SNAPSHOT, revision: 8 });
    runAgain();
    expect(sent('resync')).toHaveLength(2);
    hear('patch', { base: 9, revision: 10 });
    expect(sent('resync')).toHaveLength(3);
  });

  test('says why it is not served, and does not call that lost', () => {
    const { link, hear, lose } = linked();
    hear('refused', { ok: false, code: 'protocol' });
    lose();
    expect([link.status, link.refusal?.code]).toEqual(['refused', 'protocol']);
  });

  test('knows the time by how it was let in, and anew when it comes back', () => {
    const { link, hear, handshake, pass, lose } = linked();
    for (const now of [5_000, 90_000]) {
      pass(1_000);
      handshake();
      pass(20);
      hear('hello', { ...HELLO, now: instant(now) });
      expect([link.time.known, link.time.uncertainty]).toEqual([true, 10]);
      expect(link.time.now()).toBe(now + 10);
      lose();
    }
  });

  test('leaves the time to the first probe if it was let in slowly', () => {
    const { link, hear, handshake, pass, sent } = linked();
    handshake();
    pass(600);
    hear('hello', { ...HELLO, now: instant(5_000) });
    expect(link.time.known).toBe(false);
    pass(30);
    (sent('probe')[0]?.args[0] as (now: number) => void)(5_100);
    expect(link.time.now()).toBe(5_115);
  });

  test.each([
    ['seven times in a slow network', 'audience', 25, [25, 25, 25, 25, 25, 25, 25], ALL],
    ['until it knows it well', 'audience', 25, [25, 25, 20], [0, 150, 300, 8_600, 68_600]],
    ['once its page is calm, if it knows it well before', 'audience', 20, [25], [8_600, 68_600]],
    ['seven times for a screen beside others', 'display', 2, [2, 2], ALL],
  ] as const)('probes the time %s', (_, client, letIn, roundTrips, expected) => {
    const { hear, sent, timers, handshake, pass } = linked(memoryStorage(), client);
    handshake();
    pass(letIn);
    hear('hello', HELLO);
    const asked: number[] = [];
    let now = 0;
    for (let place = 0; place <= 7; place += 1) {
      if (sent('probe').length > asked.length) {
        const roundTrip = roundTrips[asked.length] ?? 2;
        asked.push(now);
        pass(roundTrip);
        (sent('probe').at(-1)?.args[0] as (now: number) => void)(5_000);
      }
      const next = timers.shift();
      now += next?.ms ?? NaN;
      next?.run();
    }
    expect(asked).toEqual(expected);
  });
});
