/** A journal long enough for a snapshot, and kills while one is taken. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { snapshotFile } from '@wenzheng/server/src/journal/snapshots';
import { PhoneCrowd } from '../bench/load/crowd';
import type { ForumUnderFire } from './forum-under-fire';

/** So many that none of them votes faster than a device may, however fast the hub is. */
const VOTERS = 6_000;
/** What people do while the hub is killed takes the journal over its first 100,000. */
const NEARLY = 88_000;
/** Seconds; where a long round could lead past that, short ones are made. A vote of each voter comes after the end of each. */
const ROUNDS = { long: 2, short: 0.1, from: 30_000 } as const;

const DUE_LOOK_MS = 5;
const LATER_MS = 25;

/** A crowd votes until the next snapshot is near. */
export async function voteUpToSnapshot({ hub, forum, questions }: ForumUnderFire): Promise<void> {
  const crowd = new PhoneCrowd();
  const cookies = { from: 'data', folder: hub.data } as const;
  const joining = { protocol: 'hub', port: hub.port, count: VOTERS, perSecond: 1_000 } as const;
  await crowd.join({ ...joining, cookies, learnTime: false });
  for (;;) {
    const entries = entriesOf(hub.data, forum);
    if (entries >= NEARLY) break;
    const seconds = entries < ROUNDS.from ? ROUNDS.long : ROUNDS.short;
    await crowd.voteLoop(questions, seconds, hub.pid);
  }
  await crowd.leave();
}

/** Kills the hub so many `times`, first as soon as the snapshot is due, and each time later after it has begun anew. */
export async function passSnapshots(under: ForumUnderFire, times: number): Promise<void> {
  const file = snapshotFile(under.hub.data, under.forum);
  const isDue = (): boolean => entriesOf(under.hub.data, under.forum) > 100_000;
  let during = 0;
  while (!isDue()) await wait(DUE_LOOK_MS);
  for (let kill = 0; kill < times; kill += 1) {
    await wait(kill * LATER_MS);
    const back = under.kill('now');
    // Once it is back it may have made it.
    if (!existsSync(file)) during += 1;
    await back;
  }
  console.log(
    `${during} kills before the snapshot was whole; ${existsSync(file) ? 'it is now' : 'it is not yet'}`,
  );
  if (during === 0) throw new Error('no kill came before the snapshot was whole');
}

function entriesOf(data: string, forum: string): number {
  const db = new Database(path.join(data, 'wenzheng.sqlite'), { readonly: true });
  const row = db
    .prepare<[string], { head: number | null }>(
      'SELECT MAX(seq) AS head FROM entries WHERE forum = ?',
    )
    .get(forum);
  db.close();
  return row?.head ?? 0;
}
