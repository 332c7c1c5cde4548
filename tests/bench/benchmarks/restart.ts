/**
 * The hub is killed with tens of thousands of votes in its journal and ten thousand phones connected: how long
 * until the starter has it back, then until host and display are right again, and until all phones are in.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { childrenOf } from '../../support/proc';
import {
  seedForum,
  signIn,
  startHubProcess,
  STARTER,
  stopProcess,
  untilReady,
} from '../../support/hub-process';
import { median } from '../figures';
import { sharedNow } from '../process/clock';
import { dataFolder, fillQueue, member, openDoors, PHONES } from '../process/hall';
import { openScreen, until } from '../process/person';
import type { Measured } from '../result';
import { withScope } from '../scope';

const RUNS = 5;
const VOTERS = 2_000;
const VOTING_SECONDS = 3;
/** The starter takes an earlier death for a fault and pauses. */
const LIFE_MS = 5_200;
const LONGEST_S = 60;

export function restart(): Promise<Measured[]> {
  return withScope(async (scope) => {
    const starter = await startHubProcess(STARTER, dataFolder(scope), []);
    scope.add(starter, ({ child }) => stopProcess(child));
    await seedForum(starter);
    const [hub = 0] = childrenOf(starter.pid);
    const questions = await fillQueue(await member(scope, starter, 'volunteer'));
    const crowd = await openDoors(scope, starter, VOTERS);
    await crowd.call('voteLoop', questions, VOTING_SECONDS, hub);
    await crowd.call('leave');

    const phones = await openDoors(scope, starter, PHONES);
    const screens = [
      openScreen(scope, starter.url, await signIn(starter, 'host')),
      openScreen(scope, starter.url, null),
    ];
    const right = (): boolean => screens.every(({ link }) => link.status === 'live');
    await until(right, LONGEST_S, 'host and display are live');
    const runs: { ready: number; stage: number; phones: number }[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      await wait(LIFE_MS);
      await phones.call('comeBack');
      const epochs = screens.map(({ link }) => link.hello?.epoch);
      const renewed = (): boolean =>
        screens.every(
          ({ link }, index) =>
            link.hello?.epoch !== epochs[index] && link.view?.epoch === link.hello?.epoch,
        );
      for (const pid of childrenOf(starter.pid)) process.kill(pid, 'SIGKILL');
      const killed = sharedNow();
      const stageRight = until(() => right() && renewed(), LONGEST_S, 'host and display are right');
      const allBack = phones.call('allBack');
      await wait(20);
      await untilReady(starter.url, () => starter.child.exitCode === null, starter.output);
      const ready = sharedNow();
      runs.push({
        ready: (ready - killed) / 1_000,
        stage: Math.max(0, (await stageRight) - ready) / 1_000,
        phones: ((await allBack) - ready) / 1_000,
      });
    }
    await phones.call('leave');
    const row = (name: string, values: readonly number[], most: number): Measured => ({
      name,
      value: median(values),
      unit: 's',
      baseline: null,
      limit: { at: 'most', value: most },
      runs: values,
    });
    return [
      row(
        'restart',
        runs.map(({ ready }) => ready),
        2,
      ),
      row(
        'restart-stage',
        runs.map(({ stage }) => stage),
        2,
      ),
      row(
        'restart-phones',
        runs.map((each) => each.phones),
        15,
      ),
    ];
  });
}
