/** Work of which one program alone may do the same at a time, as two commands in two terminals would. */
import { mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from './run.mjs';

/** A folder, as making one either succeeds or finds it there. */
const LOCK = path.join(ROOT, '.preparing');
const BEAT_MS = 1_000;
/** Whoever has not been heard of for so long was killed. */
const DEAD_MS = 15_000;
const LOOK_MS = 200;

/** Does `work` unless it is done, also by somebody else in the meantime. Not to be nested. */
export async function onceAlone(isDone, work, lock = LOCK) {
  if (await isDone()) return;
  await take(lock);
  const beat = setInterval(() => touch(lock), BEAT_MS);
  try {
    if (!(await isDone())) await work();
  } finally {
    clearInterval(beat);
    rmSync(lock, { recursive: true, force: true });
  }
}

async function take(lock) {
  for (let hasTold = false; !made(lock); await wait(LOOK_MS)) {
    if (!hasTold) console.log('Another command prepares the project; this one waits for it …');
    hasTold = true;
    if (silentFor(lock) > DEAD_MS) rmSync(lock, { recursive: true, force: true });
  }
}

function made(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function touch(lock) {
  const now = new Date();
  try {
    utimesSync(lock, now, now);
  } catch (error) {
    // Taken for dead while the computer slept: the work itself goes on.
    if (error.code !== 'ENOENT') throw error;
  }
}

/** Milliseconds since its owner was last heard of; 0 if it is gone by now. */
function silentFor(lock) {
  const stat = statSync(lock, { throwIfNoEntry: false });
  return stat ? Date.now() - stat.mtimeMs : 0;
}
