/**
 * Keeps the hub alive: starts it again when it dies unasked, passes a request to stop on and waits for it.
 * Exit codes 64 to 78 (sysexits.h) mean that the configuration is wrong; starting again would not help.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
const EARLY_DEATH_MS = 5_000;

/** Runs `node <args>` until it ends for good; resolves with the exit code to end with. */
export async function keepAlive(args, log = console.error) {
  const stop = new AbortController();
  let child;
  const forward = (signal) => {
    if (stop.signal.aborted) return;
    stop.abort();
    child?.kill(signal);
  };
  process.on('SIGINT', forward).on('SIGTERM', forward);

  for (let earlyDeaths = 0; ;) {
    const born = performance.now();
    child = spawn(process.execPath, args, { stdio: 'inherit' });
    const code = await exitCode(child);
    if (stop.signal.aborted || isFinal(code)) return code;

    earlyDeaths = performance.now() - born < EARLY_DEATH_MS ? earlyDeaths + 1 : 0;
    const pause = pauseAfter(earlyDeaths);
    log(
      `The hub ended with code ${code}; starting it again ${pause ? `in ${pause} ms` : 'at once'}.`,
    );
    await wait(pause, undefined, { signal: stop.signal }).catch(() => {});
    if (stop.signal.aborted) return code;
  }
}

/** None for a hub that had run for a while; 100 ms after the first early death, then twice as long each time, up to 2 s. */
export function pauseAfter(earlyDeaths) {
  if (earlyDeaths === 0) return 0;
  return Math.min(FIRST_PAUSE_MS * 2 ** (earlyDeaths - 1), LONGEST_PAUSE_MS);
}

export function isFinal(code) {
  return code === 0 || (code >= 64 && code <= 78);
}

/** As a shell counts it: 128 and the number of the signal if one ended it. */
function exitCode(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
