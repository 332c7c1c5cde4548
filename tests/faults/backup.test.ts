// A backup is taken while votes pour in; a second hub is started on it elsewhere.
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { encodeEntry } from '@wenzheng/server/src/journal/entry';
import { afterEach, describe, expect, it } from 'vitest';
import { Dice } from '../support/dice';
import { HUB, startHubProcess, stopProcess, type HubProcess } from '../support/hub-process';
import { readJournal, supportIn, type Journal } from './audit';
import { Person, phone, staff } from './crowd';
import { recordForum } from './storage/recorded-forum';
import { run } from './storage/refused-start';
import { folderOnDisk } from './storage/small-disk';
import { until } from './storage/small-forum';

const CLI = path.join(path.dirname(HUB), 'cli.js');
const PHONES = 160;
/** Within what a phone may send in a short time: forty at once and five a second. */
const VOTE_EVERY_MS = 120;
const QUESTIONS = 5;
const EARLIER_VOTES = 15_000;
const LEAST_RATE = 1_000;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (let close = closers.pop(); close; close = closers.pop()) await close();
});

function newFolder(): string {
  const folder = folderOnDisk();
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function hubOn(data: string): Promise<HubProcess> {
  const hub = await startHubProcess(HUB, data, []);
  closers.push(() => stopProcess(hub.child));
  return hub;
}

/** A forum with questions to vote for and phones in it. */
async function voters(hub: HubProcess) {
  const dice = new Dice(5);
  const volunteer = await staff(hub, 'volunteer', dice);
  const phones = await Promise.all(Array.from({ length: PHONES }, () => phone(hub, dice)));
  closers.push(() => [volunteer, ...phones].forEach(({ link }) => link.close()));
  for (let each = 1; each <= QUESTIONS; each += 1) {
    const said = { serial: null, name: null, department: null } as const;
    void volunteer.submit({ type: 'logQuestion', source: 'mic', text: `第${each}个问题`, ...said });
  }
  await until(() => volunteer.accepted.length === QUESTIONS, 'the questions do not come in');
  await until(() => phones.every(({ link }) => link.status === 'live'), 'not all phones are in');
  const questions = volunteer.accepted.flatMap(({ ack }) =>
    ack?.ok === true && ack.question ? [ack.question.id] : [],
  );
  return { phones, questions };
}

/** Has every phone vote again and again until the answer is called; tells how long each waited (ms). */
function pour(phones: readonly Person[], questions: readonly string[]) {
  const dice = new Dice(6);
  const waits: { readonly at: number; readonly ms: number }[] = [];
  const vote = (person: Person): void => {
    const at = performance.now();
    const question = dice.pick(questions);
    const command = { type: 'supportQuestion', question, on: dice.chance(0.6) } as const;
    void person.link.submit(command).then((ack) => {
      person.sent.push({ id: null, command, ack });
      waits.push({ at, ms: performance.now() - at });
    });
  };
  const timers = phones.map((each) => setInterval(() => vote(each), VOTE_EVERY_MS));
  const stop = (): void => timers.forEach((timer) => clearInterval(timer));
  closers.push(stop);
  return { waits, stop };
}

const p99 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? NaN;

const votesBy = (journal: Journal, person: Person): number =>
  journal.entries.filter(
    ({ type, data }) => type === 'questionSupported' && data.voter === journal.voter(person.cookie),
  ).length;

/** What the device behind a person's cookie supports, by the votes of the journal. */
function supportsOf(journal: Journal, { cookie }: Person): Set<string> {
  const supported = new Set<string>();
  for (const { type, data } of journal.entries) {
    if (type !== 'questionSupported' || data.voter !== journal.voter(cookie)) continue;
    if (data.on) supported.add(data.question);
    else supported.delete(data.question);
  }
  return supported;
}

describe('a backup while votes pour in', () => {
  it(
    'holds everything acknowledged before, and becomes the same forum elsewhere',
    { timeout: 60_000 },
    async () => {
      const folder = newFolder();
      const data = path.join(folder, 'data');
      const forum = await recordForum(data, EARLIER_VOTES);
      const hub = await hubOn(data);
      const { phones, questions } = await voters(hub);
      const file = path.join(folder, 'backup.sqlite');

      const { waits, stop } = pour(phones, questions);
      const began = performance.now();
      await wait(1_000);
      const acknowledged = phones.map(({ accepted }) => accepted.length);
      const asked = performance.now();
      const backup = await run([CLI, 'backup', file, '--data', data]);
      const made = performance.now();
      const rate = (waits.length * 1_000) / (made - began);
      stop();
      await wait(500);
      expect(backup.exitCode, backup.said).toBe(0);
      expect(backup.said).toMatch(/备份已完成.*Backup made and checked/);
      const during = waits.filter(({ at }) => at > asked && at < made).map(({ ms }) => ms);
      const before = waits.filter(({ at }) => at < asked).map(({ ms }) => ms);
      console.log(
        `${Math.round(rate)} votes/s; acknowledged within ${p99(before).toFixed(0)} ms before and ` +
          `${p99(during).toFixed(0)} ms while the backup took ${(made - asked).toFixed(0)} ms (p99)`,
      );
      expect(rate).toBeGreaterThan(LEAST_RATE);
      for (const each of [file, `${file}.keys`]) expect(statSync(each).mode & 0o777).toBe(0o600);
      expect(readdirSync(folder).sort()).toEqual(['backup.sqlite', 'backup.sqlite.keys', 'data']);

      const elsewhere = path.join(folder, 'elsewhere');
      const restored = await run([CLI, 'restore', file, '--data', elsewhere]);
      expect(restored.exitCode, restored.said).toBe(0);
      const original = readJournal(data, forum);
      const copy = readJournal(elsewhere, forum);
      const bytesOf = ({ entries }: Journal): string[] => entries.map(encodeEntry);
      expect(copy.entries.length).toBeLessThan(original.entries.length);
      expect(bytesOf(copy)).toEqual(bytesOf(original).slice(0, copy.entries.length));
      const missing = phones.filter(
        (each, index) => votesBy(copy, each) < (acknowledged[index] ?? 0),
      );
      expect(missing).toHaveLength(0);

      const second = await hubOn(elsewhere);
      const host = await staff(second, 'host', new Dice(8));
      closers.push(() => host.link.close());
      await until(() => host.link.view !== null, 'the restored hub shows nothing');
      expect(host.link.view?.collections['counts']).toMatchObject(supportIn(copy));
      const [voter] = phones;
      if (!voter) throw new Error('nobody voted');
      const back = new Person(second, 'audience', voter.cookie, new Dice(9));
      closers.push(() => back.link.close());
      await until(() => back.link.mine !== null, 'the phone is not known again');
      expect(new Set(back.link.mine?.supports)).toEqual(supportsOf(copy, voter));
    },
  );
});

describe('a backup', () => {
  it('is taken without a hub too, never over another unless told, and restored only where nothing is', async () => {
    const folder = newFolder();
    const data = path.join(folder, 'data');
    await recordForum(data, 20);
    const file = path.join(folder, 'backup');
    const cli = (...args: string[]) => run([CLI, ...args]);
    expect((await cli('backup', file, '--data', data)).exitCode).toBe(0);
    const first = readFileSync(file);

    const again = await cli('backup', file, '--data', data);
    expect([again.exitCode, again.said]).toEqual([1, expect.stringMatching(/已存在.*--replace/)]);
    expect(readFileSync(file)).toEqual(first);
    expect((await cli('backup', file, '--data', data, '--replace')).exitCode).toBe(0);

    const over = await cli('restore', file, '--data', data);
    expect([over.exitCode, over.said]).toEqual([1, expect.stringMatching(/已存在.*empty folder/)]);

    const nowhere = await cli('backup', path.join(folder, 'no/where'), '--data', data);
    expect([nowhere.exitCode, nowhere.said]).toEqual([
      1,
      expect.stringMatching(/cannot be written/),
    ]);
    const nameless = await cli('backup', '--data', data);
    expect([nameless.exitCode, nameless.said]).toEqual([64, expect.stringMatching(/文件名.*name/)]);
  });

  it('that is damaged, or whose keys are missing, is not put in place', async () => {
    const folder = newFolder();
    const data = path.join(folder, 'data');
    await recordForum(data, 2_000);
    const file = path.join(folder, 'backup');
    const cli = (...args: string[]) => run([CLI, ...args]);
    await cli('backup', file, '--data', data);
    const whole = readFileSync(file);
    const elsewhere = path.join(folder, 'elsewhere');
    const restore = () => cli('restore', file, '--data', elsewhere);

    const changed = Buffer.from(whole);
    const inside = whole.indexOf('voter-1500') + 8;
    changed[inside] = (changed[inside] ?? 0) ^ 1;
    writeFileSync(file, changed);
    const damaged = await restore();
    expect([damaged.exitCode, damaged.said]).toEqual([1, expect.stringMatching(/已损坏.*damaged/)]);

    writeFileSync(file, whole);
    const keys = readFileSync(`${file}.keys`);
    rmSync(`${file}.keys`);
    const keyless = await restore();
    expect([keyless.exitCode, keyless.said]).toEqual([1, expect.stringMatching(/\.keys/)]);
    expect(existsSync(path.join(elsewhere, 'wenzheng.sqlite'))).toBe(false);
    expect(existsSync(path.join(elsewhere, 'keys'))).toBe(false);

    writeFileSync(`${file}.keys`, keys.toString().replaceAll('.askers.key', '.others.key'));
    const keysOfOthers = await restore();
    expect([keysOfOthers.exitCode, keysOfOthers.said]).toEqual([1, keyless.said]);
    expect(existsSync(path.join(elsewhere, 'keys'))).toBe(false);

    writeFileSync(`${file}.keys`, keys);
    expect((await restore()).exitCode).toBe(0);
    expect(keys.toString()).toMatch(/voters\.key/);
    expect(whole.includes('voters.key')).toBe(false);
  });
});
