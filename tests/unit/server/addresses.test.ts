import {
  lanAddress,
  nextPublicUrl,
  publicUrl,
  watchUrl,
  type Interfaces,
} from '@wenzheng/server/src/addresses';
import { describe, expect, test } from 'vitest';

const address = (ip: string, family: 'IPv4' | 'IPv6' = 'IPv4', internal = false) => {
  const rest = { netmask: '', mac: '', cidr: null, internal, address: ip };
  return family === 'IPv4' ? { ...rest, family } : { ...rest, family, scopeid: 0 };
};

const LAPTOP: Interfaces = {
  lo: [address('127.0.0.1', 'IPv4', true)],
  docker0: [address('172.17.0.1')],
  wlan0: [address('fe80::1', 'IPv6'), address('192.168.1.5')],
};

describe('the address that phones open', () => {
  test('is the first one on the LAN, not a container’s', () => {
    expect(lanAddress(LAPTOP)).toBe('192.168.1.5');
  });
  test('is not one a machine without network gave itself', () => {
    expect(lanAddress({ eth0: [address('169.254.3.4')] })).toBe('127.0.0.1');
  });
  test.each([
    [{ host: '0.0.0.0', publicUrl: null }, 8080, 'http://192.168.1.5:8080/'],
    [{ host: '0.0.0.0', publicUrl: null }, 80, 'http://192.168.1.5/'],
    [{ host: '::', publicUrl: null }, 8080, 'http://192.168.1.5:8080/'],
    [{ host: '10.0.0.7', publicUrl: null }, 8080, 'http://10.0.0.7:8080/'],
    [{ host: 'fd00::7', publicUrl: null }, 8080, 'http://[fd00::7]:8080/'],
    [{ host: 'fe80::7%eth0', publicUrl: null }, 8080, 'http://[fe80::7]:8080/'],
    [{ host: '0.0.0.0', publicUrl: 'https://w.example/' }, 8080, 'https://w.example/'],
  ])('of %j on port %i is %s', (config, port, url) => {
    expect(publicUrl(config, port, LAPTOP)).toBe(url);
  });
});

const BOOTING: Interfaces = { lo: [address('127.0.0.1', 'IPv4', true)] };
const CABLE: Interfaces = { eth0: [address('10.1.1.1')], ...LAPTOP };
const ANYWHERE = { host: '0.0.0.0', publicUrl: null };
const LOOPBACK_URL = 'http://127.0.0.1:8080/';
const WIFI_URL = 'http://192.168.1.5:8080/';
const CABLE_URL = 'http://10.1.1.1:8080/';

describe('the address that phones open later', () => {
  test.each<[string, string, string, Interfaces]>([
    ['the network came after the hub', LOOPBACK_URL, WIFI_URL, LAPTOP],
    ['there is still none', LOOPBACK_URL, LOOPBACK_URL, BOOTING],
    ['one more came, before the one in use', WIFI_URL, WIFI_URL, CABLE],
    ['another took the place of the one in use', CABLE_URL, WIFI_URL, LAPTOP],
    ['the one in use is gone, and no other there', WIFI_URL, WIFI_URL, BOOTING],
  ])('where %s', (_what, inUse, then, interfaces) => {
    expect(nextPublicUrl(inUse, ANYWHERE, 8080, interfaces)).toBe(then);
  });

  test.each([
    { host: '0.0.0.0', publicUrl: 'https://w.example/' },
    { host: '127.0.0.1', publicUrl: null },
  ])('is the same where %j says which', (config) => {
    const inUse = publicUrl(config, 8080, BOOTING);
    expect(nextPublicUrl(inUse, config, 8080, LAPTOP)).toBe(inUse);
  });

  /** A watch driven by hand: `pass` lets it look at `interfaces`, or meet `problem`. */
  function watched(inUse: string) {
    const due: [number, () => void][] = [];
    let look = (): Interfaces => BOOTING;
    const heard: unknown[] = [];
    const end = watchUrl({
      ...{ config: ANYWHERE, port: 8080, interfaces: () => look(), inUse: () => inUse },
      scheduler: {
        later: (ms, run) => {
          due.push([ms, run]);
          return () => void due.splice(0);
        },
      },
      changed: (url) => void heard.push((inUse = url)),
      failed: (error) => void heard.push(error),
    });
    const pass = (interfaces: Interfaces, problem: Error | null = null): void => {
      look = () => {
        if (problem) throw problem;
        return interfaces;
      };
      expect(due.map(([ms]) => ms)).toEqual([10_000]);
      due.pop()?.[1]();
    };
    return { due, heard, end, pass };
  }

  test('is looked for every ten seconds, until the hub ends', () => {
    const { due, heard, end, pass } = watched(LOOPBACK_URL);
    pass(BOOTING);
    const problem = new Error('EMFILE');
    pass(BOOTING, problem);
    pass(LAPTOP);
    pass(LAPTOP);
    expect(heard).toEqual([problem, WIFI_URL]);
    end();
    expect(due).toEqual([]);
  });
  test('stays through a short outage where there is another network', () => {
    const { heard, pass } = watched(CABLE_URL);
    for (const interfaces of [LAPTOP, LAPTOP, CABLE, LAPTOP, LAPTOP]) pass(interfaces);
    expect(heard).toEqual([]);
  });
  test('is another after half a minute, and the first again once that is there', () => {
    const { heard, pass } = watched(CABLE_URL);
    for (const interfaces of [LAPTOP, LAPTOP, LAPTOP, LAPTOP, CABLE, CABLE]) pass(interfaces);
    expect(heard).toEqual([WIFI_URL, CABLE_URL]);
  });
});
