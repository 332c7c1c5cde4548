import { isSameOrigin } from '@wenzheng/server/src/http/same-origin';
import { describe, expect, test } from 'vitest';

const PUBLIC = 'https://wenzheng.example/';
const host = 'hub.lan:8080';

describe('a request comes from the hub’s own pages', () => {
  test.each([
    [{ host }, true],
    [{ host, origin: 'http://hub.lan:8080' }, true],
    [{ host, origin: 'https://wenzheng.example' }, true],
    [{ host, origin: 'http://hub.lan' }, false],
    [{ host, origin: 'http://evil.example' }, false],
    [{ host, origin: 'http://evil.example/hub.lan:8080' }, false],
    [{ host, origin: 'null' }, false],
    [{ host, 'sec-fetch-site': 'cross-site' }, false],
    [{ host, 'sec-fetch-site': 'same-site' }, false],
    [{ host, 'sec-fetch-site': 'same-origin' }, true],
    [{ host, 'sec-fetch-site': 'none' }, true],
  ])('%j: %s', (headers, same) => {
    expect(isSameOrigin(headers, PUBLIC)).toBe(same);
  });
});
