import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Hold, HOLD_MS } from '../../../console/src/hold.svelte';

describe('a press that has to be held', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('acts once after a full second, and not again while it stays down', () => {
    const act = vi.fn();
    const hold = new Hold(act);
    hold.begin();
    vi.advanceTimersByTime(HOLD_MS - 1);
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(hold.state).toBe('done');
    vi.advanceTimersByTime(10 * HOLD_MS);
    hold.end();
    expect(act).toHaveBeenCalledTimes(1);
    expect(hold.state).toBe('idle');
  });

  it('does nothing when let go early, says so, and forgets it', () => {
    const act = vi.fn();
    const hold = new Hold(act);
    hold.begin();
    vi.advanceTimersByTime(HOLD_MS - 1);
    hold.end();
    expect(hold.state).toBe('released');
    vi.advanceTimersByTime(10 * HOLD_MS);
    expect(hold.state).toBe('idle');
    expect(act).not.toHaveBeenCalled();
  });

  it('needs a whole second anew after an early release', () => {
    const act = vi.fn();
    const hold = new Hold(act);
    hold.begin();
    vi.advanceTimersByTime(HOLD_MS - 100);
    hold.end();
    hold.begin();
    vi.advanceTimersByTime(HOLD_MS - 1);
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('does not act when stopped, as when the button is disabled under the finger', () => {
    const act = vi.fn();
    const hold = new Hold(act);
    hold.begin();
    hold.stop();
    vi.advanceTimersByTime(2 * HOLD_MS);
    expect(act).not.toHaveBeenCalled();
    expect(hold.state).toBe('idle');
  });
});
