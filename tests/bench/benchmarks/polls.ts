/**
 * Ten thousand phones vote in one poll within four seconds: how long a ballot takes to be acknowledged, and how long
 * after the last one the big screen has counted them all. Every ballot counts once or the run fails.
 */
import type { PollResult } from '@wenzheng/shared/forum/polls';
import { median } from '../figures';
import { sharedNow } from '../process/clock';
import { member, openDoors, openHall, PHONES, type Member } from '../process/hall';
import type { Measured } from '../result';
import { withScope } from '../scope';

const RUNS = 5;
const SECONDS = 4;
const OPTIONS = ['加装电梯', '增加停车', '修好路灯', '多建托育', '延长公交'];
const WITHIN_MS = 10_000;

export function polls(): Promise<Measured[]> {
  return withScope(async (scope) => {
    const hub = await openHall(scope);
    const host = await member(scope, hub, 'host');
    const display = await member(scope, hub, 'display');
    const voters = await openDoors(scope, hub, PHONES);
    const latencies: number[] = [];
    const tallies: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const id = `bench-${run}`;
      await accepted(host, {
        type: 'askPoll',
        poll: {
          ...{ id, kind: 'single', text: '先办哪一件？', options: OPTIONS },
          ...{ most: null, steps: null, low: '', high: '', who: 'anyone', live: true },
        },
      });
      const counted = allCounted(display, id);
      const { p99, last } = await voters.call('pollOnce', id, OPTIONS.length, SECONDS);
      latencies.push(p99);
      tallies.push(Math.max(0, (await counted) - last));
      await accepted(host, { type: 'closePoll', poll: id });
    }
    return [
      {
        ...{ name: 'poll-p99', value: median(latencies), unit: 'ms', baseline: null },
        limit: { at: 'most', value: 1_000 },
      },
      {
        ...{ name: 'poll-tally', value: median(tallies), unit: 'ms', baseline: null },
        limit: { at: 'most', value: 1_000 },
      },
    ];
  });
}

async function accepted(by: Member, command: Parameters<Member['command']>[0]): Promise<void> {
  const ack = await by.command(command);
  if (!ack.ok) throw new Error(`${command.type} was refused: ${ack.code}`);
}

/** When the big screen has the ballot of every phone, once each. */
function allCounted({ socket }: Member, poll: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let seen = 0;
    const late = setTimeout(
      () => reject(new Error(`${seen} of ${PHONES} ballots were counted`)),
      SECONDS * 1_000 + WITHIN_MS,
    );
    socket.on('patch', function look({ documents }) {
      const result = documents?.['pollResult'] as unknown as PollResult | null | undefined;
      if (result?.poll !== poll) return;
      seen = result.voters;
      const named = result.total?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
      if (seen > PHONES) reject(new Error(`${seen} ballots of ${PHONES} phones`));
      if (seen < PHONES || named < PHONES) return;
      clearTimeout(late);
      socket.off('patch', look);
      resolve(sharedNow());
    });
  });
}
