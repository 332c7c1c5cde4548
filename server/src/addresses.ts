/** Under which addresses people reach the hub. */
import { isIPv6 } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';
import { seconds } from '@wenzheng/shared/time/instant';
import type { Config } from './config';
import type { Scheduler } from './ports/ports';

export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Networks of containers and virtual machines, which no phone can reach. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|tailscale|zt|wg)/;
const LOOPBACK = '127.0.0.1';
const ANY_ADDRESS = new Set(['0.0.0.0', '::']);

/** The address phones open, ending in `/`; `port` is the one the hub really listens on. */
export function publicUrl(
  config: Pick<Config, 'publicUrl' | 'host'>,
  port: number,
  interfaces: Interfaces,
): string {
  if (config.publicUrl !== null) return config.publicUrl;
  const host = ANY_ADDRESS.has(config.host) ? lanAddress(interfaces) : config.host;
  return urlOf(host, port);
}

function urlOf(host: string, port: number): string {
  // The zone of an address means something to this machine alone.
  const [named = host] = host.split('%');
  return new URL(`http://${isIPv6(named) ? `[${named}]` : named}:${port}/`).href;
}

/** The address phones open from now on: the one in use, unless that leads nowhere and there is another. */
export function nextPublicUrl(
  inUse: string,
  config: Pick<Config, 'publicUrl' | 'host'>,
  port: number,
  interfaces: Interfaces,
): string {
  const isStuck = leadsHere(inUse, port, interfaces) || lanAddress(interfaces) === LOOPBACK;
  return isStuck ? inUse : publicUrl(config, port, interfaces);
}

const leadsHere = (url: string, port: number, interfaces: Interfaces): boolean =>
  Object.values(interfaces).some((addresses) =>
    addresses?.some(({ address, internal }) => !internal && url === urlOf(address, port)),
  );

const LOOK_EVERY = seconds(10);
/** So often in a row an address that others could reach must be gone before another takes its place. */
const PATIENCE = 3;

export interface UrlWatch {
  readonly config: Pick<Config, 'publicUrl' | 'host'>;
  readonly port: number;
  readonly scheduler: Pick<Scheduler, 'later'>;
  /** May throw, as the system does where no file can be opened any more. */
  readonly interfaces: () => Interfaces;
  readonly inUse: () => string;
  readonly changed: (url: string) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Looks every ten seconds for a better address than the one in use; the returned function ends it. Nothing that is printed
 * or on a screen changes because of one network more, or of one that is gone for a moment; and the first address that
 * others could reach is taken again once it is there.
 */
export function watchUrl(watch: UrlWatch): () => void {
  const { config, port, scheduler, interfaces, inUse, changed, failed } = watch;
  let home = new URL(inUse()).hostname === LOOPBACK ? null : inUse();
  let looks = 0;
  const take = (url: string): void => {
    home ??= url;
    looks = 0;
    if (url !== inUse()) changed(url);
  };
  const look = (): void => {
    try {
      const found = interfaces();
      if (home !== null && leadsHere(home, port, found)) return take(home);
      const url = nextPublicUrl(inUse(), config, port, found);
      looks = url === inUse() ? 0 : looks + 1;
      if (looks === PATIENCE || (looks > 0 && home === null)) take(url);
    } catch (error) {
      failed(error);
    }
  };
  const again = () =>
    scheduler.later(LOOK_EVERY, () => {
      look();
      cancel = again();
    });
  let cancel = again();
  return () => cancel();
}

/** The first IPv4 address of this machine that others can reach, else the loopback. */
export function lanAddress(interfaces: Interfaces): string {
  for (const [name, addresses] of Object.entries(interfaces)) {
    if (VIRTUAL.test(name)) continue;
    const found = addresses?.find(({ family, internal }) => family === 'IPv4' && !internal);
    if (found && !found.address.startsWith('169.254.')) return found.address;
  }
  return LOOPBACK;
}
