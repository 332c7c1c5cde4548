import { PinAttempts } from '@wenzheng/server/src/forum/access/pin-attempts';
import { describe, expect, test } from 'vitest';

const wrong = async () => null;
const right = async () => 'host';

async function guessUntilStopped(attempts: PinAttempts, known: string | null): Promise<number> {
  for (let count = 0; count < 1_000; count += 1) {
    const attempt = await attempts.attempt(known, wrong);
    if (!attempt.ok && attempt.waitSeconds !== null) {
      expect(attempt.waitSeconds).toBeGreaterThan(0);
      return count;
    }
  }
  return 1_000;
}

describe('wrong PINs', () => {
  test('stop all unknown devices together after 20', async () => {
    const attempts = new PinAttempts();
    expect(await guessUntilStopped(attempts, null)).toBe(20);
    expect((await attempts.attempt(null, right)).ok).toBe(false);
  });

  test('of a known device stop only that one', async () => {
    const attempts = new PinAttempts();
    expect(await guessUntilStopped(attempts, 'a')).toBe(10);
    expect((await attempts.attempt('b', right)).ok).toBe(true);
    expect((await attempts.attempt(null, right)).ok).toBe(true);
  });

  test('made at the same time count too', async () => {
    const attempts = new PinAttempts();
    let checked = 0;
    const slow = async () => {
      checked += 1;
      await Promise.resolve();
      return null;
    };
    await Promise.all(Array.from({ length: 100 }, () => attempts.attempt(null, slow)));
    expect(checked).toBe(20);
  });
});

test('right PINs are not counted', async () => {
  const attempts = new PinAttempts();
  for (let count = 0; count < 50; count += 1)
    expect((await attempts.attempt(null, right)).ok).toBe(true);
});
