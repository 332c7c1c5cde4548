import path from 'node:path';
import { parseHubArguments, readConfig, UsageError } from '@wenzheng/server/src/config';
import { describe, expect, test } from 'vitest';

const read = (args: string[], environment: Record<string, string> = {}) =>
  readConfig(parseHubArguments(args), environment);

describe('the configuration', () => {
  test('has sensible values of its own', () => {
    expect(read([])).toEqual({
      port: 8080,
      host: '0.0.0.0',
      data: path.resolve('data'),
      publicUrl: null,
      largestClip: 500 * 1_048_576,
      logLevel: 'info',
    });
  });

  test('comes from the environment', () => {
    const environment = {
      WENZHENG_PORT: '9000',
      WENZHENG_HOST: '127.0.0.1',
      WENZHENG_DATA: '/srv/wenzheng',
      WENZHENG_PUBLIC_URL: 'https://wenzheng.example',
      WENZHENG_CLIP_LIMIT: '2000',
      WENZHENG_LOG_LEVEL: 'debug',
    };
    expect(read([], environment)).toEqual({
      port: 9000,
      host: '127.0.0.1',
      data: '/srv/wenzheng',
      publicUrl: 'https://wenzheng.example/',
      largestClip: 2_000 * 1_048_576,
      logLevel: 'debug',
    });
  });

  test('lets flags win', () => {
    expect(read(['--port', '1'], { WENZHENG_PORT: '2' }).port).toBe(1);
  });

  test('gives the sockets one address to listen on', () => {
    expect(read(['--host', 'localhost']).host).toBe('127.0.0.1');
  });

  test.each(['fe80::1%eth0', '::', 'wenzheng.lan', '问政.lan'])('listens on %s', (host) => {
    expect(read(['--host', host]).host).toBe(host);
  });

  test.each([
    [['--port', 'http'], '“http”'],
    [['--port', '65536'], '65535'],
    [['--port', '-1'], '--port'],
    [['--port', ''], '65535'],
    [['--host', ''], '--host'],
    [['--host', '192.168.1.5:8080'], '“192.168.1.5:8080”'],
    [['--host', 'http://192.168.1.5'], '“http://192.168.1.5”'],
    [['--host', '[::1]'], '“[::1]”'],
    [['--host', 'the hall'], '“the hall”'],
    [['--host', '192.168.1.500'], '“192.168.1.500”'],
    [['--data', ''], '--data'],
    [['--public-url', 'wenzheng.example'], 'wenzheng.example'],
    [['--public-url', 'ftp://wenzheng.example'], 'ftp://'],
    [['--public-url', 'https://wenzheng.example/forum'], '/forum'],
    [['--clip-limit', '0'], '“0”'],
    [['--clip-limit', '1.5'], '“1.5”'],
    [['--log-level', 'loud'], 'loud'],
    [['--colour', 'red'], '--colour'],
    [['start'], 'start'],
  ])('answers %j in one line that names the fault', (args, named) => {
    let problem: unknown;
    try {
      read(args);
    } catch (error) {
      problem = error;
    }
    expect(problem).toBeInstanceOf(UsageError);
    const { message } = problem as UsageError;
    expect(message).toContain(named);
    expect(message).not.toContain('\n');
    expect(message).toMatch(/\p{Script=Han}/u);
    expect(message).toMatch(/[A-Za-z]{3}/);
  });
});
