// The hub is killed while people act: nothing acknowledged is lost, nothing done twice, and nobody presses anything.
import { afterEach, describe, expect, it } from 'vitest';
import { DESK_HOLDS } from '@wenzheng/server/src/forum/questions/ranks';
import { median } from '../bench/figures';
import { Dice } from '../support/dice';
import { extension, faults, readJournal, supportIn, supportOf } from './audit';
import { COMMANDS_PER_SECOND, ForumUnderFire, MOMENTS, type Moment } from './forum-under-fire';
import type { Keeping } from './kept-hub';
import { passSnapshots, voteUpToSnapshot } from './snapshot-kills';

const FULL = process.env['WENZHENG_FULL'] === '1';
/** PRODUCT.md asks for 2 s each; a machine that runs other tests meanwhile is given more. */
const WITHIN_MS = 2_000;
const READY = FULL ? { median: 1, most: 1 } : { median: 2, most: 5 };
const FRESH = { median: 1, most: FULL ? 1 : 2 };
/** People hold their pace as long as this machine lets them. */
const LEAST_RATE = FULL ? 500 : COMMANDS_PER_SECOND / 2;
const TALK_MS = 5 * 60_000;

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;

describe('kill -9 under load', () => {
  const forums: ForumUnderFire[] = [];
  afterEach(async () => {
    await Promise.all(forums.map((forum) => forum.end()));
    for (const forum of forums.splice(0)) forum.hub.removeData();
  });

  async function play(
    seed: number,
    keeping: Keeping['by'],
    kill: (forum: ForumUnderFire) => Promise<void>,
  ): Promise<ForumUnderFire> {
    const forum = await ForumUnderFire.begin(new Dice(seed), { by: keeping, nodeArguments: [] });
    forums.push(forum);
    await kill(forum);
    const { rate } = forum;
    await forum.settle();
    const screens = { counts: countsOf(forum), limit: limitOf(forum) };
    const supports = forum.phones.map(({ link }) => new Set(link.mine?.supports));
    await forum.end();

    const journal = readJournal(forum.hub.data, forum.forum);
    expect(faults(journal, forum.people)).toEqual([]);
    expect(screens.limit).toBe(TALK_MS + extension(forum.host));
    const supported = supportIn(journal);
    for (const [question, count] of Object.entries(screens.counts))
      expect(count).toBe(supported[question] ?? 0);
    const open = Object.keys(supported).length;
    expect(Object.keys(screens.counts).length).toBeGreaterThanOrEqual(Math.min(open, DESK_HOLDS));
    expect(supports).toEqual(forum.phones.map(supportOf));
    report(forum, rate, journal.entries.length);
    expect(rate).toBeGreaterThan(LEAST_RATE);
    return forum;
  }

  function report({ kills, recoveries }: ForumUnderFire, rate: number, entries: number): void {
    const ready = recoveries.map(({ readyAfter }) => readyAfter);
    const fresh = recoveries.map(({ freshAfter }) => freshAfter);
    console.log(
      `${kills.length} kills, ${underWay(kills)} with commands under way, ` +
        `${entries} entries, ${Math.round(rate)} commands/s; ` +
        `ready after ${seconds(median(ready))}, at most ${seconds(Math.max(...ready))}; ` +
        `stage right ${seconds(median(fresh))} later, at most ${seconds(Math.max(...fresh))}`,
    );
  }

  const underWay = (kills: ForumUnderFire['kills']): number =>
    kills.filter(({ unacknowledged }) => unacknowledged > 0).length;

  /** Every moment in turn, `times` kills in all. */
  const killAt = (moments: readonly Moment[], times: number) => async (forum: ForumUnderFire) => {
    forum.act();
    for (let round = 0; forum.kills.length < times; round += 1)
      await forum.kill(moments[round % moments.length] ?? 'any');
  };

  function expectRight(played: readonly ForumUnderFire[]): void {
    const kills = played.flatMap((each) => each.kills);
    const recoveries = played.flatMap((each) => each.recoveries);
    expect(underWay(kills)).toBeGreaterThanOrEqual(kills.length * 0.75);
    for (const [times, within] of [
      [recoveries.map(({ readyAfter }) => readyAfter), READY],
      [recoveries.map(({ freshAfter }) => freshAfter), FRESH],
    ] as const) {
      expect(median(times)).toBeLessThan(WITHIN_MS * within.median);
      expect(Math.max(...times)).toBeLessThan(WITHIN_MS * within.most);
    }
  }

  const seed = Number(process.env['WENZHENG_SEED'] ?? Date.now() % 100_000);

  it(
    'loses nothing, doubles nothing, and is back by itself',
    { timeout: FULL ? 600_000 : 240_000 },
    async () => {
      console.log(`WENZHENG_SEED=${seed}`);
      const played = FULL
        ? [
            await play(seed, 'starter', killAt(['any', 'pressed'], 12)),
            await play(seed + 1, 'test', killAt(MOMENTS, 72)),
          ]
        : [
            await play(seed, 'starter', killAt(['any', 'pressed'], 2)),
            await play(seed + 1, 'test', killAt(MOMENTS, 6)),
          ];
      expectRight(played);
    },
  );

  it.runIf(FULL)('while a snapshot of 100,000 entries is taken', { timeout: 300_000 }, async () => {
    const forum = await play(seed + 2, 'test', async (under) => {
      await voteUpToSnapshot(under);
      under.act();
      await passSnapshots(under, 16);
    });
    expectRight([forum]);
  });
});

/** Of the questions that the host's list holds. */
function countsOf({ host }: ForumUnderFire): Readonly<Record<string, unknown>> {
  return { ...host.link.view?.collections['counts'] };
}

function limitOf({ display }: ForumUnderFire): unknown {
  const floor = display.link.view?.documents['floor'];
  return typeof floor === 'object' && floor !== null
    ? (Reflect.get(floor, 'clock') as { limit: number }).limit
    : null;
}
