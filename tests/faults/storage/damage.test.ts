// Files of the hub are damaged while it is down. It starts with exactly what was acknowledged, or not at all; then it
// says which file it is and what to do, and leaves every byte as it was.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dice } from '../../support/dice';
import { freePort, HUB, seedForum, startHubProcess, untilReady } from '../../support/hub-process';
import { until } from '../until';
import { fingerprints, refusedStart } from './refused-start';
import { copyOf, recordForum, rowsOf, startedOn } from './recorded-forum';
import { folderOnDisk } from './small-disk';

const FULL = process.env['WENZHENG_FULL'] === '1';
const OFFSETS = FULL ? 1_500 : 12;
const TIMEOUT_MS = 20_000 + OFFSETS * 400;
const VOTES = 3_000;
const DB = 'wenzheng.sqlite';
const WAL = 'wenzheng.sqlite-wal';
const PAGE = 4_096;

/** Stopped in order: everything is in the database. */
let stopped: string;
/** Killed with the last commits in the write-ahead log. */
let killed: string;
let folder: string;
let forum: string;
let whole: string;
let wholeOfKilled: string;

beforeAll(async () => {
  folder = folderOnDisk();
  stopped = path.join(folder, 'stopped');
  forum = await recordForum(stopped, VOTES);
  killed = copyOf(stopped, 'killed');
  const hub = await startHubProcess(HUB, killed, []);
  // Its first PIN is written down by then: after it, what is last in the log was acknowledged.
  await until(() => hub.output().includes(hub.url), 'the hub has not said its address');
  for (let each = 0; each < 3; each += 1) await seedForum(hub);
  process.kill(hub.pid, 'SIGKILL');
  await once(hub.child, 'exit');
  [whole, wholeOfKilled] = [
    await startedOn(copyOf(stopped, 'whole'), forum),
    await startedOn(copyOf(killed, 'whole-killed'), forum),
  ];
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let copies = 0;
const copy = (data: string): string => copyOf(data, `copy-${(copies += 1)}`);

function flip(file: string, offset: number): void {
  const bytes = readFileSync(file);
  bytes[offset] = (bytes[offset] ?? 0) ^ 0x55;
  writeFileSync(file, bytes);
}

/** The hub refuses with `exitCode`, names `file`, and touches nothing. */
async function expectRefusal(data: string, exitCode: number, ...says: RegExp[]): Promise<void> {
  const before = fingerprints(data);
  const refusal = await refusedStart(data);
  expect(refusal.exitCode, refusal.said).toBe(exitCode);
  for (const words of says) expect(refusal.said).toMatch(words);
  expect(refusal.said.trim().split('\n')).toHaveLength(1);
  expect(fingerprints(data)).toEqual(before);
}

describe('the built hub refuses, in both languages and without touching anything', () => {
  const cases: readonly [string, () => string, (data: string) => void, number, RegExp[]][] = [
    [
      'a database whose header is gone',
      () => stopped,
      (data) => flip(path.join(data, DB), 3),
      72,
      [/wenzheng\.sqlite 已损坏/, /is damaged/, /restore BACKUP/, /salvage FILE/],
    ],
    [
      'a database with a broken page',
      () => stopped,
      (data) => writeAt(path.join(data, DB), 4_096 * 40, Buffer.alloc(4_096, 7)),
      72,
      [/已损坏/, /is damaged/],
    ],
    [
      'one that was cut off',
      () => stopped,
      (data) => truncateSync(path.join(data, DB), 4_096 * 30),
      72,
      [/已损坏/, /is damaged/],
    ],
    [
      'one that is empty',
      () => stopped,
      (data) => truncateSync(path.join(data, DB), 0),
      72,
      [/不见了或为空/, /is missing or empty/],
    ],
    [
      'one that is gone while its log is there',
      () => killed,
      (data) => rmSync(path.join(data, DB)),
      72,
      [/不见了或为空/, /is missing or empty/],
    ],
    [
      'a log that is gone',
      () => killed,
      (data) => rmSync(path.join(data, WAL)),
      72,
      [/已经确认保存/, /had been acknowledged/, /delete the folder .*acknowledged/],
    ],
    [
      'a log that was cut off',
      () => killed,
      (data) => truncateSync(path.join(data, WAL), statSync(path.join(data, WAL)).size - 5_000),
      72,
      [/had been acknowledged/],
    ],
    [
      'an older database put in place of the newer',
      () => killed,
      (data) => {
        rmSync(path.join(data, WAL));
        writeFileSync(path.join(data, DB), readFileSync(path.join(stopped, DB)));
      },
      72,
      [/had been acknowledged/],
    ],
    [
      'a forum without its key',
      () => stopped,
      (data) => renameSync(keyOf(data, 'askers'), path.join(data, 'elsewhere')),
      72,
      [/askers\.key 缺失或损坏/, /is missing or damaged/],
    ],
    [
      'an open forum without the key of its voters',
      () => stopped,
      (data) => truncateSync(keyOf(data, 'voters'), 5),
      72,
      [/voters\.key/],
    ],
  ];
  it.each(cases)('%s', async (_name, from, damage, exitCode, says) => {
    const data = copy(from());
    damage(data);
    await expectRefusal(data, exitCode, ...says);
  });

  const keyOf = (data: string, kind: string) => path.join(data, 'keys', `${forum}.${kind}.key`);
  function writeAt(file: string, offset: number, bytes: Buffer): void {
    const all = readFileSync(file);
    bytes.copy(all, offset);
    writeFileSync(file, all);
  }
});

describe('files that only make starting faster may be missing or damaged', () => {
  it('starts all the same, with everything', async () => {
    const data = copy(killed);
    rmSync(path.join(data, `${DB}-shm`));
    rmSync(path.join(data, 'hub.lock'));
    writeFileSync(path.join(data, 'snapshots'), 'no folder');
    expect(await startedOn(data, forum)).toBe(wholeOfKilled);
  });

  it('goes on from what is left once a person has said so', async () => {
    const data = copy(killed);
    rmSync(path.join(data, WAL));
    const { said } = await refusedStart(data);
    const mark = /delete the folder (\S+) and start again/.exec(said)?.[1] ?? '';
    rmSync(mark, { recursive: true });
    const port = await freePort();
    const options = ['--port', String(port), '--host', '127.0.0.1', '--data', data];
    const hub = spawn(process.execPath, [HUB, ...options], { stdio: 'ignore' });
    const exited = once(hub, 'exit');
    await untilReady(
      `http://127.0.0.1:${port}`,
      () => hub.exitCode === null,
      () => '',
    );
    hub.kill('SIGTERM');
    await exited;
  });
});

/** Numbers of the database's pages that frames of a write-ahead log hold (sqlite.org/fileformat.html, section 4.1). */
function pagesIn(log: Buffer): ReadonlySet<number> {
  const pages = new Set<number>();
  for (let frame = 32; frame + 24 + PAGE <= log.length; frame += 24 + PAGE)
    pages.add(log.readUInt32BE(frame));
  return pages;
}

describe('wherever the damage is', { timeout: TIMEOUT_MS }, () => {
  const dice = new Dice(Number(process.env['WENZHENG_SEED'] ?? 22));
  const REFUSALS = ['data_damaged', 'data_behind', 'data_gone', 'key_gone', 'data_too_new'];

  /** Damages a file at a place of chance and looks what a start makes of it, which loses nothing where it `may`. */
  async function outcomes(
    file: string,
    damage: (file: string, offset: number) => void,
    mayStart: (offset: number) => boolean = () => true,
  ): Promise<Map<string, number>> {
    const counted = new Map<string, number>();
    const data = copy(killed);
    const original = readFileSync(path.join(data, file));
    for (let each = 0; each < OFFSETS; each += 1) {
      rmSync(data, { recursive: true });
      renameSync(copy(killed), data);
      const offset = dice.below(original.length);
      damage(path.join(data, file), offset);
      const before = fingerprints(data);
      const rows = rowsOf(data, forum);
      const outcome = await startedOn(data, forum);
      const started = outcome === wholeOfKilled;
      if (started) expect(mayStart(offset), `${file} at ${offset}`).toBe(true);
      else {
        expect(REFUSALS, `${file} at ${offset}`).toContain(outcome);
        // A damaged entry is met when the log, which is whole, has been taken into the database.
        if (rows === null) expect(fingerprints(data), `${file} at ${offset}`).toEqual(before);
        else expect(rowsOf(data, forum), `${file} at ${offset}`).toBe(rows);
      }
      const name = started ? 'whole' : outcome;
      counted.set(name, (counted.get(name) ?? 0) + 1);
    }
    return counted;
  }

  it('a flipped byte of the database never goes unnoticed where it matters', async () => {
    const counted = await outcomes(DB, flip);
    console.log('flipped in the database', Object.fromEntries(counted));
    expect(counted.get('data_damaged') ?? 0).toBeGreaterThan(OFFSETS / 2);
  });

  it('a cut-off database is never taken for a shorter one', async () => {
    // The last pages are whole all the same where the log holds them.
    const { size } = statSync(path.join(killed, DB));
    const inLog = pagesIn(readFileSync(path.join(killed, WAL)));
    const counted = await outcomes(DB, truncateSync, (offset) => {
      const lost = Array.from(
        { length: size / PAGE - Math.floor(offset / PAGE) },
        (_, page) => Math.floor(offset / PAGE) + 1 + page,
      );
      return lost.every((page) => inLog.has(page));
    });
    console.log('database cut off', Object.fromEntries(counted));
    expect(counted.get('whole') ?? 0).toBeLessThan(OFFSETS / 2);
  });

  it('a flipped byte of the log loses no acknowledged command in silence', async () => {
    const counted = await outcomes(WAL, flip);
    console.log('flipped in the log', Object.fromEntries(counted));
    expect(counted.get('data_behind') ?? 0).toBeGreaterThan(OFFSETS / 2);
  });

  it('a cut-off log loses no acknowledged command in silence', async () => {
    const counted = await outcomes(WAL, truncateSync);
    console.log('log cut off', Object.fromEntries(counted));
    expect(counted.get('whole') ?? 0).toBeLessThan(OFFSETS);
  });

  it('a torn end, never acknowledged, is left off', async () => {
    const data = copy(killed);
    appendFileSync(path.join(data, WAL), readFileSync(path.join(data, WAL)).subarray(32, 6_000));
    expect(await startedOn(data, forum)).toBe(wholeOfKilled);
    expect(await startedOn(copy(stopped), forum)).toBe(whole);
  });
});
