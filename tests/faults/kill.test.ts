// The hub is killed while people act: nothing acknowledged is lost, nothing done twice, and nobody presses anything.
import { afterEach, describe, expect, it } from 'vitest';
import { Dice } from '../support/dice';
import { extension, faults, readJournal, supportIn, supportOf, type Journal } from './audit';
import { ForumUnderFire, type Kill } from './forum-under-fire';

const FULL = process.env['WENZHENG_FULL'] === '1';
/** Forums side by side, as a hub must have lived for a while before the starter brings it back at once. */
const FORUMS = 3;
const KILLS = FULL ? 34 : 7;
/** People send 240 commands a second to each hub; a machine that runs other tests meanwhile slows them down. */
const LEAST_RATE = 100;
const TALK_MS = 5 * 60_000;
/** PRODUCT.md asks for 2 s; a machine that runs other tests meanwhile is given more. */
const FRESH_WITHIN_MS = 4_000;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;

describe('kill -9 under load', () => {
  const forums: ForumUnderFire[] = [];
  afterEach(async () => {
    await Promise.all(forums.map((forum) => forum.end()));
    for (const forum of forums.splice(0)) forum.removeData();
  });

  async function play(seed: number): Promise<{ kills: Kill[]; rate: number; journal: Journal }> {
    const forum = await ForumUnderFire.begin(new Dice(seed));
    forums.push(forum);
    const start = performance.now();
    const kills: Kill[] = [];
    while (kills.length < KILLS) kills.push(await forum.kill());
    const sent = forum.people.reduce((sum, person) => sum + person.sent.length, 0);
    const rate = (sent * 1_000) / (performance.now() - start);
    await forum.settle();
    const screens = { counts: countsOf(forum), limit: limitOf(forum) };
    const supports = forum.phones.map(({ link }) => new Set(link.mine?.supports));
    await forum.end();

    const journal = readJournal(forum.hub.data, forum.forum);
    expect(faults(journal, forum.people)).toEqual([]);
    expect(screens.limit).toBe(TALK_MS + extension(forum.host));
    expect(screens.counts).toMatchObject(supportIn(journal));
    expect(supports).toEqual(forum.phones.map(supportOf));
    return { kills, rate, journal };
  }

  it(
    'loses nothing, doubles nothing, and is back by itself',
    { timeout: KILLS * 15_000 + 60_000 },
    async () => {
      const seed = Number(process.env['WENZHENG_SEED'] ?? Date.now() % 100_000);
      console.log(`WENZHENG_SEED=${seed}`);
      const seeds = Array.from({ length: FORUMS }, (_, forum) => seed + forum);
      const played = await Promise.all(seeds.map(play));
      const kills = played.flatMap((each) => each.kills);
      const fresh = kills.map(({ freshAfter }) => freshAfter);
      const underWay = kills.filter(({ unacknowledged }) => unacknowledged > 0);
      const entries = played.reduce((sum, { journal }) => sum + journal.entries.length, 0);
      console.log(
        `${kills.length} kills, ${underWay.length} with commands under way, ` +
          `${entries} entries, ${Math.round(median(played.map(({ rate }) => rate)))} commands/s each; ` +
          `ready after ${seconds(median(kills.map(({ readyAfter }) => readyAfter)))}, ` +
          `stage right ${seconds(median(fresh))} later, at most ${seconds(Math.max(...fresh))}`,
      );
      expect(Math.min(...played.map(({ rate }) => rate))).toBeGreaterThan(LEAST_RATE);
      expect(underWay.length).toBeGreaterThan(kills.length / 2);
      expect(median(fresh)).toBeLessThan(FRESH_WITHIN_MS / 2);
      expect(Math.max(...fresh)).toBeLessThan(FRESH_WITHIN_MS);
    },
  );
});

function countsOf({ host }: ForumUnderFire): unknown {
  return host.link.view?.collections['counts'];
}

function limitOf({ display }: ForumUnderFire): unknown {
  const floor = display.link.view?.documents['floor'];
  return typeof floor === 'object' && floor !== null
    ? (Reflect.get(floor, 'clock') as { limit: number }).limit
    : null;
}
