import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Answer } from '@wenzheng/shared/forum/opinions';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { Opinions, type Offered } from '../../../audience/src/screens/opinions/opinions.svelte';
import type { Live } from '../../../audience/src/shell/live';
import { Notices } from '../../../audience/src/shell/notices.svelte';

const statements = (...ids: string[]): Offered => ({
  statements: Object.fromEntries(ids.map((id, place) => [id, { number: place + 1, text: id }])),
  priorities: {},
  isClosed: false,
});

class Hub {
  answers: Record<string, Answer> = {};
  greeted = true;
  sending: CommandInput[] = [];
  ack: Ack = { ok: true };
  readonly live: Live;
  constructor() {
    const read = () => (this.greeted ? { answers: this.answers } : null);
    const sending = () => this.sending;
    this.live = {
      get mine() {
        return read();
      },
      get sending() {
        return sending();
      },
      submit: (command: CommandInput) => {
        if (this.ack.ok && command.type === 'answerStatement' && command.answer)
          this.answers = { ...this.answers, [command.statement]: command.answer };
        return Promise.resolve(this.ack);
      },
    } as unknown as Live;
  }
}

let hub: Hub;
let notices: Notices;
let opinions: Opinions;
beforeEach(() => {
  vi.useFakeTimers();
  hub = new Hub();
  notices = new Notices();
  opinions = new Opinions(hub.live, memoryStorage(), notices);
});
afterEach(() => void vi.useRealTimers());

/** The first statement is there, and has been for a moment. */
const begin = (...ids: string[]): void => {
  opinions.follow(statements(...ids));
  vi.advanceTimersByTime(350);
};
const shown = (): string => opinions.shown ?? '';

describe('one statement at a time', () => {
  test('begins once it is known what was answered before, with the first that was not', () => {
    hub.greeted = false;
    opinions.follow(statements('a', 'b'));
    expect(opinions.shown).toBeNull();
    hub.greeted = true;
    hub.answers = { [opinions.order[0] ?? '']: 'agree' };
    opinions.follow(statements('a', 'b'));
    expect(opinions.shown).toBe(opinions.order[1]);
    expect(opinions.answered).toBe(1);
  });

  test('an answer shows at once; the next comes a moment later', async () => {
    begin('a', 'b');
    const first = shown();
    await opinions.answer(first, 'agree');
    expect(opinions.answerTo(first)).toBe('agree');
    expect(opinions.shown).toBe(first);
    vi.advanceTimersByTime(700);
    expect(opinions.shown).toBe(opinions.order[1]);
  });

  test('within that moment another answer takes its place', async () => {
    begin('a', 'b');
    const first = shown();
    await opinions.answer(first, 'agree');
    vi.advanceTimersByTime(600);
    await opinions.answer(first, 'disagree');
    vi.advanceTimersByTime(600);
    expect(opinions.shown).toBe(first);
    expect(opinions.answerTo(first)).toBe('disagree');
  });

  test('a tap meant for the statement before answers nothing', async () => {
    begin('a', 'b');
    await opinions.answer(shown(), 'agree');
    vi.advanceTimersByTime(700);
    const second = shown();
    await opinions.answer(second, 'agree');
    expect(opinions.answerTo(second)).toBeNull();
    vi.advanceTimersByTime(350);
    await opinions.answer(second, 'agree');
    expect(opinions.answerTo(second)).toBe('agree');
  });

  test('a tap meant for what stood there before the first one answers nothing', async () => {
    opinions.follow(statements('a'));
    await opinions.answer('a', 'agree');
    expect(opinions.answerTo('a')).toBeNull();
    vi.advanceTimersByTime(350);
    await opinions.answer('a', 'agree');
    expect(opinions.answerTo('a')).toBe('agree');
  });

  test('after the last one nothing is shown, and one can go back and change', async () => {
    begin('a');
    await opinions.answer('a', 'pass');
    vi.advanceTimersByTime(1_100);
    expect(opinions.shown).toBeNull();
    expect(opinions.canStep(1)).toBe(false);
    opinions.step(-1);
    expect(opinions.shown).toBe('a');
    await opinions.answer('a', 'agree');
    expect(opinions.answerTo('a')).toBe('agree');
  });

  test('what comes in while nothing is shown waits to be asked for', async () => {
    begin('a');
    await opinions.answer('a', 'pass');
    vi.advanceTimersByTime(1_100);
    opinions.follow(statements('a', 'b'));
    expect(opinions.shown).toBeNull();
    opinions.resume();
    expect(opinions.shown).toBe('b');
  });

  test('a statement that is taken off while it is shown makes room for the next', () => {
    opinions.follow(statements('a', 'b'));
    const first = shown();
    const other = first === 'a' ? 'b' : 'a';
    opinions.follow(statements(other));
    expect(opinions.shown).toBe(other);
    expect(opinions.order).toEqual([other]);
  });

  test('a refusal is told, and the answer falls back', async () => {
    hub.ack = { ok: false, code: 'opinions.wrong_state' };
    begin('a');
    await opinions.answer('a', 'agree');
    expect(opinions.answerTo('a')).toBeNull();
    expect(notices.text).not.toBe('');
  });

  test('what is on its way counts as answered', () => {
    hub.sending = [{ type: 'answerStatement', statement: 'a', answer: 'disagree' }];
    opinions.follow(statements('a', 'b'));
    expect(opinions.answerTo('a')).toBe('disagree');
    expect(opinions.shown).toBe('b');
  });
});

describe('what comes next', () => {
  const IDS = [...'abcdefghij'];
  /** Answers to `id` are missing far more than to all others. */
  const wanting = (id: string, others: Offered = statements(...IDS)): Offered => ({
    ...others,
    priorities: Object.fromEntries(
      Object.entries(others.statements).map(([each, { number }]) => [number, each === id ? 99 : 1]),
    ),
  });
  /** Gives an answer; the next statement is there, and has been for a moment. */
  const answerShown = async (): Promise<void> => {
    await opinions.answer(shown(), 'agree');
    vi.advanceTimersByTime(1_050);
  };

  test('follows what the hub says is missing, as it stands when the choice is made', async () => {
    begin(...IDS);
    const [first = '', second = ''] = opinions.order;
    const last = opinions.order.at(-1) ?? '';
    opinions.follow(wanting(last));
    expect(opinions.order.slice(0, 2)).toEqual([first, second]);
    await answerShown();
    expect(opinions.shown).toBe(last);
  });

  test('leads nobody back: what was shown keeps its place, answered or not', async () => {
    begin(...IDS);
    const way = [shown()];
    opinions.step(1);
    vi.advanceTimersByTime(350);
    way.push(shown());
    await answerShown();
    way.push(shown());
    opinions.follow(wanting(way[0] ?? ''));
    await answerShown();
    expect(way).not.toContain(opinions.shown);
    for (const each of [...way].reverse()) {
      opinions.step(-1);
      expect(opinions.shown).toBe(each);
    }
    expect(opinions.canStep(-1)).toBe(false);
  });

  test('what was passed over comes again once all others have been shown', async () => {
    begin('a', 'b', 'c');
    const skipped = shown();
    opinions.step(1);
    vi.advanceTimersByTime(350);
    await answerShown();
    await answerShown();
    expect(opinions.shown).toBe(skipped);
  });
});

test('a closed forum forgets whose answers are whose, the page does not', async () => {
  begin('a', 'b');
  const first = shown();
  await opinions.answer(first, 'agree');
  opinions.follow(statements('a', 'b'));
  hub.answers = {};
  expect(opinions.answers).toEqual({});
  opinions.follow({ ...statements('a', 'b'), isClosed: true });
  expect(opinions.answers).toEqual({ [first]: 'agree' });
});

test('the order is the same after a reload', () => {
  const storage = memoryStorage();
  const many = statements(...'abcdefghij');
  const orders = [1, 2].map(() => {
    const page = new Opinions(hub.live, storage, notices);
    page.follow(many);
    return page.order;
  });
  expect(orders[0]).toEqual(orders[1]);
});
