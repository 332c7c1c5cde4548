import { beforeEach, describe, expect, it, vi } from 'vitest';
import { UNDO_MS } from '@wenzheng/shared/forum/undo';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { Draft } from '../../../console/src/draft.svelte';
import { Presses, SETTLE_MS } from '../../../console/src/presses.svelte';

describe('words that are sent with a press', () => {
  let answer: Ack;
  let stands: boolean;
  let words: Draft;
  let presses: Presses;
  const send = (): Promise<Ack | null> =>
    presses.ask({
      key: 'notes',
      words: [words],
      command: { type: 'answerQuestion', question: '1', notes: words.text },
    });

  beforeEach(() => {
    answer = { ok: true, entry: 7 };
    stands = true;
    words = new Draft('forum', 'notes.1');
    words.text = 'sent';
    presses = new Presses(
      () => Promise.resolve(answer),
      () => stands,
    );
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it('are kept while they can come back, and forgotten then', async () => {
    await send();
    await vi.advanceTimersByTimeAsync(UNDO_MS - 1);
    expect(words.text).toBe('sent');
    await vi.advanceTimersByTimeAsync(1);
    expect(words.text).toBe('');
  });
  it('stay when what was done has been taken back', async () => {
    await send();
    stands = false;
    await vi.advanceTimersByTimeAsync(UNDO_MS);
    expect(words.text).toBe('sent');
  });
  it('stay when they were changed since', async () => {
    await send();
    words.text = 'sent, and more';
    await vi.advanceTimersByTimeAsync(UNDO_MS);
    expect(words.text).toBe('sent, and more');
  });
  it('stay when the hub refuses', async () => {
    answer = { ok: false, code: 'questions.wrong_state' };
    await send();
    await vi.advanceTimersByTimeAsync(UNDO_MS);
    expect(words.text).toBe('sent');
  });
});

describe('a control that has changed under the finger', () => {
  let tell: (ack: Ack) => void;
  let presses: Presses;
  const press = (): Promise<Ack | null> =>
    presses.ask({ key: 'primary', command: { type: 'resumeTurn', turn: 1 } });

  beforeEach(() => {
    presses = new Presses(
      () => new Promise((done) => (tell = done)),
      () => true,
    );
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it('waits as long when it was free', async () => {
    presses.hold('primary', SETTLE_MS);
    await vi.advanceTimersByTimeAsync(SETTLE_MS - 1);
    expect(presses.stateOf('primary')).toBe('sent');
    await vi.advanceTimersByTimeAsync(1);
    expect(presses.stateOf('primary')).toBe('ready');
  });
  it('waits as long when the answer comes after the change', async () => {
    void press();
    await vi.advanceTimersByTimeAsync(1_000);
    presses.hold('primary', SETTLE_MS);
    tell({ ok: true });
    await vi.advanceTimersByTimeAsync(SETTLE_MS - 1);
    expect(presses.stateOf('primary')).toBe('sent');
    await vi.advanceTimersByTimeAsync(1);
    expect(presses.stateOf('primary')).toBe('ready');
  });
  it('waits for an answer that comes later still, and no longer', async () => {
    void press();
    presses.hold('primary', SETTLE_MS);
    await vi.advanceTimersByTimeAsync(SETTLE_MS + 1_000);
    expect(presses.stateOf('primary')).toBe('slow');
    tell({ ok: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(presses.stateOf('primary')).toBe('ready');
  });
  it('waits for the last change of several', async () => {
    presses.hold('primary', SETTLE_MS);
    await vi.advanceTimersByTimeAsync(500);
    presses.hold('primary', SETTLE_MS);
    await vi.advanceTimersByTimeAsync(SETTLE_MS - 1);
    expect(presses.stateOf('primary')).toBe('sent');
    await vi.advanceTimersByTimeAsync(1);
    expect(presses.stateOf('primary')).toBe('ready');
  });
});
