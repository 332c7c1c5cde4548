/** The hub is killed with tens of thousands of votes in its journal: how long until the starter has it back. */
import { setTimeout as wait } from 'node:timers/promises';
import { childrenOf } from '../../support/proc';
import {
  seedForum,
  startHubProcess,
  STARTER,
  stopProcess,
  untilReady,
} from '../../support/hub-process';
import { median } from '../figures';
import { sharedNow } from '../process/clock';
import { dataFolder, fillQueue, member, openDoors, PHONES } from '../process/hall';
import type { Measured } from '../result';
import { withScope } from '../scope';

const RUNS = 5;
const VOTERS = 2_000;
const VOTING_SECONDS = 3;
/** The starter takes an earlier death for a fault and pauses longer. */
const LIFE_MS = 5_200;

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

    const took: number[] = [];
    const allIn: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      await wait(LIFE_MS);
      for (const pid of childrenOf(starter.pid)) process.kill(pid, 'SIGKILL');
      const killed = sharedNow();
      await wait(20);
      await untilReady(starter.url, () => starter.child.exitCode === null, starter.output);
      took.push(sharedNow() - killed);
      if (run > 0) continue;
      const phones = await openDoors(scope, starter, PHONES);
      allIn.push(sharedNow() - killed);
      await phones.call('leave');
    }
    console.log(`restart: ${PHONES} phones in again after ${(median(allIn) / 1_000).toFixed(1)} s`);
    return [
      {
        name: 'restart',
        value: median(took) / 1_000,
        unit: 's',
        baseline: null,
        limit: { at: 'most', value: 2 },
      },
    ];
  });
}
