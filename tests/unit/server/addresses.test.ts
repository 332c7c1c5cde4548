import { lanAddress, publicUrl, type Interfaces } from '@wenzheng/server/src/addresses';
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
    [{ host: '0.0.0.0', publicUrl: 'https://w.example/' }, 8080, 'https://w.example/'],
  ])('of %j on port %i is %s', (config, port, url) => {
    expect(publicUrl(config, port, LAPTOP)).toBe(url);
  });
});
