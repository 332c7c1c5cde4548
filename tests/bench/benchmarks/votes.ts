/**
 * Durable, acknowledged votes of ten thousand phones, tallies going out to all of them meanwhile, against a
 * Socket.IO server that only acknowledges.
 */
import { median } from '../figures';
import type { VotingReport } from '../load/voting';
import { crowdAt, fillQueue, member, openDoors, openHall, PHONES } from '../process/hall';
import { startPart } from '../process/parts';
import type { Measured } from '../result';
import { withScope } from '../scope';

const RUNS = 5;
const SECONDS = 3;

export function votes(): Promise<Measured[]> {
  return withScope(async (scope) => {
    const hub = await openHall(scope);
    const questions = await fillQueue(await member(scope, hub, 'volunteer'));
    await member(scope, hub, 'host');
    await member(scope, hub, 'display');
    const voters = await openDoors(scope, hub, PHONES);
    const bare = scope.add(startPart('bare-socket-io'), (part) => part.stop());
    const echoed = await crowdAt(scope, 'socket.io', await bare.call('listen'), PHONES);

    const ours: VotingReport[] = [];
    const theirs: VotingReport[] = [];
    const together: { ours: number; theirs: number }[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      ours.push(await voters.call('voteLoop', questions, SECONDS, hub.pid));
      theirs.push(await echoed.call('voteLoop', questions, SECONDS, bare.pid));
      const atOnce = await voters.call('voteOnce', questions);
      together.push({ ours: atOnce.p99, theirs: (await echoed.call('voteOnce', questions)).p99 });
    }
    const rate = (reports: readonly VotingReport[]): number =>
      median(reports.map((each) => each.rate));
    const cpu = (reports: readonly VotingReport[]): string =>
      `${Math.round(median(reports.map((each) => each.cpu)) * 100)} %`;
    console.log(`votes: hub at ${cpu(ours)} of a core, echo at ${cpu(theirs)}`);
    return [
      {
        name: 'votes-rate',
        value: rate(ours),
        unit: 'votes/s',
        baseline: rate(theirs),
        limit: { at: 'least', ratio: 0.6 },
      },
      {
        name: 'votes-p99',
        value: median(together.map((each) => each.ours)),
        unit: 'ms',
        baseline: median(together.map((each) => each.theirs)),
        limit: { at: 'most', value: 1_000 },
      },
    ];
  });
}
