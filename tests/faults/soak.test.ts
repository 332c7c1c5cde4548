// People come and go, vote, reload and ask while staff act, for a long time: the hub's memory stays what it was.
import { afterEach, describe, expect, it } from 'vitest';
import { Dice } from '../support/dice';
import { seedForum } from '../support/hub-process';
import { Person, staff } from './crowd';
import { mintCookies } from '../support/known-devices';
import { KeptHub } from './kept-hub';
import { COLLECTED, collectedBytes } from './resident';
import { until } from './until';

const FULL = process.env['WENZHENG_FULL'] === '1';
const DEVICES = 300;
const AT_ONCE = 60;
/**
 * Enough for the tables of the hub and its compiled code to have grown to their size; in the long form also for SQLite's
 * cache of pages (16 MB) and for what the thread of a snapshot or two leaves behind.
 */
const WARM_UP_VISITS = FULL ? 100_000 : 2_000;
const VISITS = 4_000;
const LASTS_MS = FULL ? Number(process.env['WENZHENG_SOAK_MINUTES'] ?? 30) * 60_000 : 0;
const MOST_GROWTH = 0.1;

describe('a long day', () => {
  let hub: KeptHub;
  const people = new Set<Person>();
  afterEach(async () => {
    for (const { link } of people) link.close();
    await hub.end();
    hub.removeData();
  });

  it(
    'leaves nothing behind in memory',
    { timeout: LASTS_MS + (FULL ? 900_000 : 240_000) },
    async () => {
      const dice = new Dice(13);
      hub = await KeptHub.start({ by: 'test', nodeArguments: COLLECTED });
      await seedForum(hub);
      const host = await staff(hub, 'host', dice);
      people.add(host);
      await until(() => host.link.status === 'live', 'the host is not in');
      await host.submit({ type: 'startAgendaItem', item: 'policy_talk', from: null });
      await host.submit({ type: 'startTalk', speaker: 'wang-jianguo', from: null });
      const questions: string[] = [];
      for (let number = 1; number <= 20; number += 1) {
        const said = { text: `第${number}个问题：河道什么时候清淤？`, serial: null } as const;
        const ack = await host.submit({
          type: 'logQuestion',
          source: 'mic',
          ...said,
          name: null,
          department: null,
        });
        if (ack.ok && ack.question) questions.push(ack.question.id);
      }
      const devices = mintCookies(hub.data, DEVICES);
      let visits = 0;

      /** A device opens the page, votes twice and is closed, or drops off without a word. */
      const visit = async (cookie: string): Promise<void> => {
        const page = await fetch(hub.url, { headers: { cookie } });
        await page.arrayBuffer();
        const person = new Person(hub, 'audience', cookie, dice);
        people.add(person);
        await until(() => person.link.status === 'live', 'a phone is not let in');
        for (let vote = 0; vote < 2; vote += 1) {
          const question = dice.pick(questions);
          const isOver = person.submit({
            type: 'supportQuestion',
            question,
            on: dice.chance(0.6),
          });
          if (dice.chance(0.9)) await isOver;
        }
        person.link.close();
        people.delete(person);
        visits += 1;
        if (visits % 20 === 0) await act();
      };
      /** Staff act; now and then somebody asks, so seldom that the forum itself hardly grows. */
      const act = async (): Promise<void> => {
        const turn: unknown = Reflect.get(Object(host.link.view?.documents['floor']), 'turn');
        const by = dice.chance(0.5) ? 1_000 : -1_000;
        await host.submit({ type: 'extendTurn', turn: turn as number, by: by as never });
      };
      const visitUntil = async (isEnough: () => boolean): Promise<void> => {
        let next = 0;
        const comeAgain = async (): Promise<void> => {
          while (!isEnough()) await visit(devices[(next += 1) % DEVICES] ?? '');
        };
        await Promise.all(Array.from({ length: AT_ONCE }, comeAgain));
      };
      await visitUntil(() => visits >= WARM_UP_VISITS);
      const before = await collectedBytes(hub.pid);
      const start = performance.now();
      const already = visits;
      await visitUntil(() => visits - already >= VISITS && performance.now() - start >= LASTS_MS);
      const after = await collectedBytes(hub.pid);
      const growth = after / before - 1;
      console.log(
        `${visits - already} visits in ${Math.round((performance.now() - start) / 1_000)} s: ` +
          `${(before / 2 ** 20).toFixed(1)} MB before, ${(after / 2 ** 20).toFixed(1)} MB after, ${(growth * 100).toFixed(1)} %`,
      );
      expect(growth).toBeLessThan(MOST_GROWTH);
    },
  );
});
