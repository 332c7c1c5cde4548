/**
 * A forum of 100,000 questions and 1,000,000 votes beside one with hardly anything in it: how long commands take in
 * the one and the other, and how long the big one takes to start, with a snapshot and without one that fits.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { databaseFile } from '@wenzheng/server/src/journal/database';
import { takeSnapshot } from '@wenzheng/server/src/journal/snapshot-worker';
import { snapshotFile } from '@wenzheng/server/src/journal/snapshots';
import { HUB, STARTER, startHubProcess, stopProcess } from '../../support/hub-process';
import { median } from '../figures';
import { sharedNow } from '../process/clock';
import { dataFolder, member, type Member } from '../process/hall';
import type { Measured } from '../result';
import { withScope, type Scope } from '../scope';
import { BIG, FORUM, makeForum, SMALL } from './big-forum';

const RUNS = 5;
/** Questions that are logged, picked and answered in one run. */
const AT_ONCE = 40;
/** Staff may send 120 commands at once and then 40 a second: what a run takes comes back before the next. */
const BREATHE_MS = 2_000;
/** Half of what lies between two snapshots: how far behind one is on the average. */
const BEHIND = 50_000;

export function growth(): Promise<Measured[]> {
  return withScope(async (scope) => {
    const big = dataFolder(scope);
    const snapshot = snapshotBehind(big, await makeForum(big, BIG));
    const starts: number[] = [];
    const upgrades: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      starts.push(await startSeconds(big));
      upgrades.push(await withOlderSnapshot(snapshot, () => startSeconds(big)));
    }
    const small = dataFolder(scope);
    await makeForum(small, SMALL);
    const commands = await commandTimes(scope, big, small);
    return [
      {
        name: 'growth-command',
        value: median(commands.big),
        unit: 'ms',
        baseline: median(commands.small),
        limit: { at: 'most', ratio: 1.5 },
        runs: commands.big,
      },
      row('growth-start', starts, 3),
      row('growth-upgrade', upgrades, 10),
    ];
  });
}

const row = (name: string, runs: readonly number[], most: number): Measured => ({
  name,
  value: median(runs),
  unit: 's',
  baseline: null,
  limit: { at: 'most', value: most },
  runs,
});

/** Takes a snapshot as one lies there by chance; answers its file. */
function snapshotBehind(data: string, head: number): string {
  const file = snapshotFile(data, FORUM);
  // Among the votes, where each entry is a command of its own.
  takeSnapshot({ database: databaseFile(data), forum: FORUM, file, head: head - BEHIND });
  return file;
}

/** Has the snapshot be of an older hub while `work` runs: then the whole journal is folded anew. */
async function withOlderSnapshot(file: string, work: () => Promise<number>): Promise<number> {
  const kept = `${file}.kept`;
  renameSync(file, kept);
  try {
    writeFileSync(file, readFileSync(kept, 'utf8').replace(/"version":\d+/, '"version":0'));
    return await work();
  } finally {
    renameSync(kept, file);
  }
}

/** From the call of the starter until the hub is ready, in seconds; what was written before is on the disk by then. */
async function startSeconds(data: string): Promise<number> {
  execFileSync('sync');
  const called = sharedNow();
  const starter = await startHubProcess(STARTER, data, []);
  const ready = sharedNow();
  await stopProcess(starter.child);
  return (ready - called) / 1_000;
}

/** Milliseconds that one command takes from the press to the acknowledgement, in turn in the two forums. */
async function commandTimes(
  scope: Scope,
  big: string,
  small: string,
): Promise<Record<'big' | 'small', number[]>> {
  const desks = { big: await openDesks(scope, big), small: await openDesks(scope, small) };
  const times: Record<'big' | 'small', number[]> = { big: [], small: [] };
  for (const each of [desks.big, desks.small]) await handleQuestions(each);
  for (let run = 0; run < RUNS; run += 1)
    for (const size of ['small', 'big'] as const)
      times[size].push(await handleQuestions(desks[size]));
  return times;
}

interface Desks {
  readonly volunteer: Member;
  readonly host: Member;
}

async function openDesks(scope: Scope, data: string): Promise<Desks> {
  const hub = await startHubProcess(HUB, data, []);
  scope.add(hub, ({ child }) => stopProcess(child));
  const host = await member(scope, hub, 'host');
  return { host, volunteer: await member(scope, hub, 'volunteer') };
}

/** Logs, picks and answers questions one after another; answers the mean of a command's milliseconds. */
async function handleQuestions({ volunteer, host }: Desks): Promise<number> {
  await wait(BREATHE_MS);
  const from = sharedNow();
  for (let each = 0; each < AT_ONCE; each += 1) {
    const said = { text: '路灯什么时候能修好？', serial: null, name: null, department: null };
    const logged = await volunteer.command({ type: 'logQuestion', source: 'mic', ...said });
    if (!logged.ok || !logged.question)
      throw new Error(`a question was refused: ${JSON.stringify(logged)}`);
    const question = logged.question.id;
    for (const command of [
      { type: 'pickQuestion', question, from: null },
      { type: 'answerQuestion', question, notes: null },
    ] as const) {
      const ack = await host.command(command);
      if (!ack.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(ack)}`);
    }
  }
  return (sharedNow() - from) / (3 * AT_ONCE);
}
