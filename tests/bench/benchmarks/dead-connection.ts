/**
 * A network that swallows everything and closes nothing: how long until the hub no longer counts its displays as
 * present, and until they say themselves that the connection is lost. The slower end counts.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { PresenceView } from '@wenzheng/shared/forum/access';
import { signIn } from '../../support/hub-process';
import { wireTo } from '../../support/proxy';
import { median } from '../figures';
import { sharedNow } from '../process/clock';
import { openHall } from '../process/hall';
import { openScreen, until } from '../process/person';
import type { Measured } from '../result';
import { withScope, type Scope } from '../scope';

const RUNS = 5;
/** So that the networks die at other moments of the heartbeat. */
const APART_MS = 1_300;
const LONGEST_S = 30;

export function deadConnection(): Promise<Measured[]> {
  return withScope(async (scope) => {
    const hub = await openHall(scope);
    const host = openScreen(scope, hub.url, await signIn(hub, 'host'));
    const displays = (): number => {
      const seen = host.link.view?.documents['presence'] as PresenceView | undefined;
      return seen?.displays ?? 0;
    };
    const screens: Awaited<ReturnType<typeof behindWire>>[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      screens.push(await behindWire(scope, hub.port));
      await wait(APART_MS);
    }
    await until(() => displays() === RUNS, LONGEST_S, 'the displays are present');
    for (const { wire } of screens) wire.lose();
    const died = sharedNow();
    const gone: number[] = [];
    const left = (): boolean => {
      while (gone.length < RUNS - displays()) gone.push(sharedNow());
      return gone.length === RUNS;
    };
    await until(left, LONGEST_S, 'the hub notices');
    await until(
      () => screens.every(({ link }) => link.status === 'lost'),
      LONGEST_S,
      'the displays notice',
    );
    const byHub = gone.map((at) => (at - died) / 1_000);
    const byClients = screens.map(({ changedAt }) => (changedAt() - died) / 1_000);
    const [hubs, clients] = [Math.max(...byHub), Math.max(...byClients)];
    console.log(
      `dead connection: hub ${median(byHub).toFixed(1)} s, at most ${hubs.toFixed(1)} s; ` +
        `display ${median(byClients).toFixed(1)} s, at most ${clients.toFixed(1)} s`,
    );
    return [
      {
        name: 'dead-connection',
        value: Math.max(hubs, clients),
        unit: 's',
        baseline: null,
        limit: { at: 'most', value: 10 },
        runs: [...byHub, ...byClients],
      },
    ];
  });
}

async function behindWire(scope: Scope, port: number) {
  const wire = scope.add(await wireTo(port), (each) => each.close());
  const screen = openScreen(scope, `http://127.0.0.1:${wire.port}`, null);
  await until(() => screen.link.status === 'live', LONGEST_S, 'a display is live');
  return { wire, ...screen };
}
