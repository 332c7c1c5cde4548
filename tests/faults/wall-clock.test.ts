// The machine's wall clock is set wrong and right again while a clock runs, and the hub is killed in between: the
// hub's time, by which all screens count, does not move.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { Dice } from '../support/dice';
import { newDevice, seedForum } from '../support/hub-process';
import { readJournal } from './audit';
import { display, Person, staff } from './crowd';
import { dataFolder, KeptHub } from './kept-hub';
import { until } from './until';

const HOUR_MS = 3_600_000;
/** What PRODUCT.md lets two screens be apart, of which a busy machine takes some. */
const STILL_MS = 100;
const PROBES_TAKE_MS = 900;

/** Sets the wall clock of a process by what `file` says (ms), when it starts and whenever it is sent SIGUSR2. */
const steppedBy = (file: string): string[] => [
  '--import',
  `data:text/javascript,${encodeURIComponent(`
    import { readFileSync } from 'node:fs';
    const wall = Date.now;
    let by = 0;
    Date.now = () => wall() + by;
    globalThis.Date = new Proxy(Date, {
      construct: (target, values) => new target(...(values.length === 0 ? [Date.now()] : values)),
    });
    const step = () => {
      by = Number(readFileSync(${JSON.stringify(file)}, 'utf8'));
      process.stdout.write('wall clock ' + new Date().toISOString().slice(0, 13) + '\\n');
    };
    process.on('SIGUSR2', step);
    step();
  `)}`,
];

describe('a wall clock that is stepped', () => {
  const folder = dataFolder();
  const file = path.join(folder, 'step');
  writeFileSync(file, '0');
  let hub: KeptHub;
  const people: Person[] = [];
  afterEach(async () => {
    for (const { link } of people) link.close();
    await hub.end();
    hub.removeData();
  });

  it('moves no clock on any screen, no entry and no deadline', { timeout: 90_000 }, async () => {
    const dice = new Dice(7);
    hub = await KeptHub.start({ by: 'test', nodeArguments: steppedBy(file) });
    const forum = await seedForum(hub);
    const host = await staff(hub, 'host', dice);
    const screen = display(hub, dice);
    people.push(host, screen);
    await until(() => people.every(({ link }) => link.status === 'live'), 'not all are in');
    await host.submit({ type: 'startAgendaItem', item: 'policy_talk', from: null });
    await host.submit({ type: 'startTalk', speaker: 'wang-jianguo', from: null });
    await wait(PROBES_TAKE_MS);
    const offsetOf = ({ link }: Person): number => link.time.now() - performance.now();
    const offset = offsetOf(screen);
    const clock = (): unknown => Reflect.get(Object(screen.link.view?.documents['floor']), 'clock');
    const running = clock();
    expect(running).toMatchObject({ limit: 5 * 60_000 });

    /** What screens that were here, and one that has just come, make of the hub's time. */
    const expectStill = async (): Promise<void> => {
      const newcomer = new Person(hub, 'audience', await newDevice(hub), dice);
      people.push(newcomer);
      await until(() => newcomer.link.time.known, 'no time from the hub');
      await wait(PROBES_TAKE_MS);
      for (const person of people)
        expect(Math.abs(offsetOf(person) - offset)).toBeLessThan(STILL_MS);
      expect(clock()).toEqual(running);
    };
    /** Undo is open for ten seconds of the hub's time, whatever the wall clock says in between. */
    const pressAndUndo = async (between: () => Promise<void>): Promise<void> => {
      const turn: number = Reflect.get(Object(host.link.view?.documents['floor']), 'turn');
      const pressed = await host.submit({ type: 'extendTurn', turn, by: 60_000 as never });
      if (!pressed.ok || pressed.entry === undefined) throw new Error(JSON.stringify(pressed));
      await between();
      expect(await host.submit({ type: 'undo', entry: pressed.entry })).toMatchObject({ ok: true });
    };
    const step = async (by: number): Promise<void> => {
      writeFileSync(file, String(by));
      process.kill(hub.pid, 'SIGUSR2');
      const hour = new Date(Date.now() + by).toISOString().slice(0, 13);
      await until(() => hub.output().includes(`wall clock ${hour}`), 'the clock is not stepped');
    };
    const killed = async (): Promise<void> => {
      const epoch = screen.link.view?.epoch;
      hub.kill();
      await until(
        () => people.every(({ link }) => link.status === 'live' && link.view?.epoch !== epoch),
        'not all are back',
      );
    };

    for (const by of [HOUR_MS, -HOUR_MS]) {
      await pressAndUndo(() => step(by));
      await expectStill();
      await pressAndUndo(killed);
      await expectStill();
    }
    for (const { link } of people) link.close();
    await hub.end();
    const times = readJournal(hub.data, forum).entries.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect((times.at(-1) ?? NaN) - (times[0] ?? NaN)).toBeLessThan(90_000);
  });
});
