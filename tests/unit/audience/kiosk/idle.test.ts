import { beforeEach, describe, expect, test } from 'vitest';
import { Idle } from '../../../../audience/src/kiosk/idle.svelte';

let now: number;
let cleared: number;
let idle: Idle;
beforeEach(() => {
  now = 5_000;
  cleared = 0;
  idle = new Idle(
    () => now,
    () => (cleared += 1),
  );
});
const wait = (ms: number): void => {
  now += ms;
  idle.look();
};

describe('a kiosk without a touch', () => {
  test('says nothing for three quarters of a minute', () => {
    wait(44_900);
    expect(idle.left).toBeNull();
  });

  test('then counts the seconds down', () => {
    wait(45_000);
    expect(idle.left).toBe(15);
    wait(10_200);
    expect(idle.left).toBe(5);
    wait(4_700);
    expect(idle.left).toBe(1);
    expect(cleared).toBe(0);
  });

  test('clears after a minute, once', () => {
    wait(60_000);
    wait(200);
    expect(cleared).toBe(1);
    expect(idle.left).toBeNull();
  });

  test('clears at the right time though nobody looked for a while', () => {
    wait(90_000);
    expect(cleared).toBe(1);
  });

  test('begins anew with a touch', () => {
    wait(58_000);
    idle.touch();
    expect(idle.left).toBeNull();
    wait(44_000);
    expect(idle.left).toBeNull();
    wait(16_000);
    expect(cleared).toBe(1);
  });
});
