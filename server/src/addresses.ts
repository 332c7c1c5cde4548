/** Under which addresses people reach the hub. */
import type { NetworkInterfaceInfo } from 'node:os';
import type { Config } from './config';

export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Networks of containers and virtual machines, which no phone can reach. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|tailscale|zt|wg)/;
const ANY_ADDRESS = new Set(['0.0.0.0', '::']);

/** The address phones open, ending in `/`; `port` is the one the hub really listens on. */
export function publicUrl(
  config: Pick<Config, 'publicUrl' | 'host'>,
  port: number,
  interfaces: Interfaces,
): string {
  if (config.publicUrl !== null) return config.publicUrl;
  const host = ANY_ADDRESS.has(config.host) ? lanAddress(interfaces) : config.host;
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}/`).href;
}

/** The first IPv4 address of this machine that others can reach, else the loopback. */
export function lanAddress(interfaces: Interfaces): string {
  for (const [name, addresses] of Object.entries(interfaces)) {
    if (VIRTUAL.test(name)) continue;
    const found = addresses?.find(({ family, internal }) => family === 'IPv4' && !internal);
    if (found && !found.address.startsWith('169.254.')) return found.address;
  }
  return '127.0.0.1';
}
