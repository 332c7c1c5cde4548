import { beforeEach, describe, expect, it, vi } from 'vitest';
import { UNDO_MS } from '@wenzheng/shared/forum/undo';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { Draft } from '../../../console/src/draft.svelte';
import { Presses } from '../../../console/src/presses.svelte';

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
