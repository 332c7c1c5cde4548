import {
  OWN_ATTEMPTS,
  PinAttempts,
  SHARED_ATTEMPTS,
  WINDOW_S,
  type CheckPin,
  type Known,
} from '@wenzheng/server/src/forum/access/pin-attempts';
import { PIN_DIGITS } from '@wenzheng/server/src/forum/access/pins';
import { SIGN_IN_ROLES, type SignInRole } from '@wenzheng/shared/forum/access';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const ROLES: readonly SignInRole[] = ['host', 'volunteer'];
const UNKNOWN: readonly Known[] = [];
const host: Known = { role: 'host', bucket: 'tablet' };
const volunteer = (bucket: string): Known => ({ role: 'volunteer', bucket });
/** What is typed is the PIN of `role`; null for a wrong one. */
const typed =
  (role: SignInRole | null): CheckPin =>
  async (asked) =>
    role !== null && asked.includes(role) ? role : null;

/** Counts by role how often a PIN was held against it. */
function countingGuess() {
  const asked: Partial<Record<SignInRole, number>> = {};
  const check: CheckPin = async (roles) => {
    for (const role of roles) asked[role] = (asked[role] ?? 0) + 1;
    return null;
  };
  return { asked, check };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('guesses in one window', () => {
  test.each<[string, (nth: number) => readonly Known[], Partial<Record<SignInRole, number>>]>([
    ['of unknown devices', () => UNKNOWN, { host: 20, volunteer: 20 }],
    ['of one volunteer device', () => [volunteer('v')], { host: 20, volunteer: 20 }],
    ['of the host’s tablet', () => [host], { host: 20, volunteer: 20 }],
    ['of a tablet known as both', () => [host, volunteer('v')], { host: 30, volunteer: 30 }],
    ['of 1,000 volunteer devices', (nth) => [volunteer(`v${nth}`)], { host: 20, volunteer: 1_000 }],
  ])('%s', async (_, knownAs, expected) => {
    const attempts = new PinAttempts();
    const { asked, check } = countingGuess();
    for (let nth = 0; nth < 1_000; nth += 1) await attempts.attempt(knownAs(nth), ROLES, check);
    expect(asked).toEqual(expected);
  });

  test('made at the same time count too', async () => {
    const attempts = new PinAttempts();
    const { asked, check } = countingGuess();
    await Promise.all(
      Array.from({ length: 100 }, () => attempts.attempt(UNKNOWN, ['host'], check)),
    );
    expect(asked).toEqual({ host: SHARED_ATTEMPTS });
  });
});

describe('while somebody guesses for hours', () => {
  test('the host’s tablet gets in at once, an unknown device must wait', async () => {
    const attempts = new PinAttempts();
    for (let second = 0; second < 6 * 3_600; second += 20) {
      for (let guess = 0; guess < 21; guess += 1)
        await attempts.attempt(guess % 2 ? UNKNOWN : [volunteer(`${guess}`)], ROLES, typed(null));
      expect(await attempts.attempt([host], ROLES, typed('host'))).toEqual({
        ok: true,
        role: 'host',
      });
      const stranger = await attempts.attempt(UNKNOWN, ROLES, typed('host'));
      expect(stranger).toEqual({ ok: false, waitSeconds: expect.any(Number) });
      await vi.advanceTimersByTimeAsync(20_000);
    }
  });

  test('the host who mistypes is told so and need not wait', async () => {
    const attempts = new PinAttempts();
    for (let guess = 0; guess < 21; guess += 1) await attempts.attempt(UNKNOWN, ROLES, typed(null));
    expect(await attempts.attempt([host], ROLES, typed(null))).toEqual({
      ok: false,
      waitSeconds: null,
    });
    expect((await attempts.attempt([host], ROLES, typed('host'))).ok).toBe(true);
  });

  test('strangers get in when the window is over, and not before', async () => {
    const attempts = new PinAttempts();
    for (let guess = 0; guess < 21; guess += 1) await attempts.attempt(UNKNOWN, ROLES, typed(null));
    const right = () => attempts.attempt(UNKNOWN, ROLES, typed('host'));
    expect(await right()).toEqual({ ok: false, waitSeconds: WINDOW_S });
    await vi.advanceTimersByTimeAsync(WINDOW_S * 1_000 - 1);
    expect(await right()).toEqual({ ok: false, waitSeconds: 1 });
    await vi.advanceTimersByTimeAsync(1);
    expect((await right()).ok).toBe(true);
  });
});

test.each<[string, readonly Known[], SignInRole]>([
  ['of unknown devices', UNKNOWN, 'host'],
  ['of known ones', [host], 'host'],
  ['of known ones, in another role', [host], 'volunteer'],
])('right PINs %s are not counted', async (_, knownAs, role) => {
  const attempts = new PinAttempts();
  for (let count = 0; count < 50; count += 1)
    expect(await attempts.attempt(knownAs, ROLES, typed(role))).toEqual({ ok: true, role });
});

test('the first PIN is guessed after more than ten years, however many roles have one', () => {
  // Of N numbers tried without repetition the first of n right ones comes after (N + 1) / (n + 1) on average.
  const guesses = (10 ** PIN_DIGITS + 1) / (SIGN_IN_ROLES.length + 1);
  const years = ((guesses / SHARED_ATTEMPTS) * WINDOW_S) / (365.25 * 24 * 3_600);
  expect(years).toBeGreaterThan(10);
  expect(OWN_ATTEMPTS).toBeLessThan(SHARED_ATTEMPTS);
});
