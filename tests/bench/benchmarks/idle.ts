/** A clock runs and nobody does anything: what still travels to and from a phone. */
import { member, openDoors, openHall } from '../process/hall';
import type { Measured } from '../result';
import { withScope } from '../scope';

const PHONES = 1_000;
/** Two heartbeats. */
const SECONDS = 12;

export function idle(): Promise<Measured[]> {
  return withScope(async (scope) => {
    const hub = await openHall(scope);
    const host = await member(scope, hub, 'host');
    await host.command({ type: 'startAgendaItem', item: 'policy_talk', from: null });
    const talk = await host.command({ type: 'startTalk', speaker: 'wang-jianguo', from: null });
    if (!talk.ok) throw new Error(`no clock runs: ${talk.code}`);
    const crowd = await openDoors(scope, hub, PHONES);
    const { traffic, received, sent } = await crowd.call('idle', SECONDS);
    console.log(
      `idle: ${traffic.heartbeats.messages} heartbeats, ${traffic.acknowledgements.messages} time probes`,
    );
    return [
      {
        name: 'idle-messages',
        value: traffic.events.messages / PHONES,
        unit: 'messages',
        baseline: null,
        limit: { at: 'most', value: 0 },
      },
      {
        name: 'idle-bytes',
        value: (received + sent) / PHONES / SECONDS,
        unit: 'B/s',
        baseline: null,
        limit: { at: 'most', value: 20 },
      },
    ];
  });
}
