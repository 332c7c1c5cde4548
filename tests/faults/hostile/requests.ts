/** HTTP requests, right ones and wrong ones, as bytes. */
import type { Dice } from '../../support/dice';
import type { Route } from '../../support/routes';
import { mutateBytes, mutateText, mutateValue, nasty } from './mutate';
import type { Blow } from './sockets';

const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'get',
  'X',
];
const BODIES: readonly unknown[] = [
  { pin: '00000000' },
  { link: 'x'.repeat(43) },
  { name: '平板' },
  { role: 'host', once: true },
  { template: 'built-in', locale: 'zh-CN' },
  { template: 'copy', forum: 'x' },
  { template: 'file', file: { format: 'wenzheng-forum', version: 1 } },
  { live: true },
  {},
];
const PARTS = [
  '__proto__',
  'constructor',
  '%00',
  '%2e%2e',
  '..%2f..%2fetc%2fpasswd',
  '%ff%fe',
  '%zz',
  '..',
  'x'.repeat(200),
  '%E9%97%AE',
  "'%20OR%201=1--",
  '<script>',
  'AAA-AAA',
  '%0d%0aSet-Cookie:%20a=b',
  '*',
  ':id',
  '//evil.example',
];
const POLLING = '/socket.io/?EIO=4&transport=polling';
const SOCKETS = [
  POLLING,
  `${POLLING}&sid=x`,
  `${POLLING}&sid=__proto__`,
  `${POLLING}&j=0`,
  '/socket.io/?EIO=3&transport=polling',
  '/socket.io/?EIO=4&transport=constructor',
  '/socket.io/?EIO=4&EIO=5&transport=websocket&transport=polling',
  '/socket.io/?EIO=4&transport=websocket&sid=x',
  '/socket.io/socket.io.js',
  '/socket.io',
];

/** `cookies` are right ones of people without any right to change something. */
export function requestBlow(
  dice: Dice,
  routes: readonly Route[],
  cookies: readonly string[],
): Blow {
  const route = dice.pick(routes);
  const filled = route.url.replace(/:\w+|\*/g, () => dice.pick(PARTS));
  const path = dice.chance(0.15)
    ? dice.pick(SOCKETS)
    : filled +
      dice.pick(['', '', '', `?forum=${dice.pick(PARTS)}`, '?forum[]=a&forum=b&__proto__[x]=1']);
  const method = dice.chance(0.7) ? route.method : dice.pick(METHODS);
  const body = bodyOf(dice);
  const headers: (readonly [string, string])[] = [
    [
      'Host',
      dice.chance(0.9)
        ? '127.0.0.1'
        : dice.pick(['', 'evil.example', 'a b', '[::1', 'x'.repeat(3_000)]),
    ],
    ...(dice.chance(0.6) ? ([['Cookie', cookieOf(dice, cookies)]] as const) : []),
    ...(dice.chance(0.2) ? [dice.pick(ODD_HEADERS(dice))] : []),
    ['Content-Type', dice.chance(0.8) ? 'application/json' : dice.pick(TYPES)],
    ['Content-Length', String(body.length)],
  ];
  const head = [
    `${method} ${path} HTTP/1.1`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  const request = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
  if (dice.chance(0.55)) return { kind: 'request', bytes: request };
  if (dice.chance(0.5)) return { kind: 'request bytes', bytes: mutateBytes(dice, request) };
  return { kind: 'smuggling', bytes: smuggle(dice, path, body) };
}

const TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  '',
  'application/json, text/plain',
  'x'.repeat(2_000),
];
const ODD_HEADERS = (dice: Dice): (readonly [string, string])[] => [
  ['Origin', dice.pick(['null', 'http://evil.example', 'http://127.0.0.1', '%%', ''])],
  ['Sec-Fetch-Site', 'cross-site'],
  ['Transfer-Encoding', dice.pick(['chunked', 'gzip, chunked', 'x', ' chunked'])],
  ['Expect', '100-continue'],
  ['Upgrade', dice.pick(['websocket', 'h2c'])],
  ['Connection', dice.pick(['upgrade', 'keep-alive, upgrade', 'close'])],
  ['Accept-Encoding', dice.pick(['gzip;q=0', '*'.repeat(5_000), 'gzip,'.repeat(500)])],
  ['If-None-Match', '"x",'.repeat(300)],
  ['X-Forwarded-Proto', 'https, http'],
  ['X-Forwarded-For', "1.2.3.4', (SELECT 1)"],
  ['User-Agent', '\t<script>\x1b[2J'],
  ['Range', 'bytes=0-,-1'],
];

function cookieOf(dice: Dice, cookies: readonly string[]): string {
  const right = dice.pick(cookies);
  return dice.pick([
    right,
    `${right}; ${right}`,
    `${right}x`,
    right.toUpperCase(),
    `__proto__=1; ${right}`,
    'wz_session=',
    'wz_session=%',
    'wz_device=a.b',
    `a=${'b'.repeat(6_000)}`,
    ';;;=',
    'x;'.repeat(2_000),
  ]);
}

function bodyOf(dice: Dice): Buffer {
  const json = JSON.stringify(dice.pick(BODIES));
  const text = dice.pick([
    () => json,
    () => JSON.stringify(mutateValue(dice, JSON.parse(json))) ?? '',
    () => mutateText(dice, json),
    () => JSON.stringify(nasty(dice)) ?? '',
    () => '{"constructor":{"prototype":{"x":1}},"__proto__":{"role":"admin"}}',
    () => '',
  ])();
  const bytes = Buffer.from(text);
  return dice.chance(0.2) ? mutateBytes(dice, bytes) : bytes;
}

/** Two lengths, wrong chunks, two requests in one, headers without end. */
function smuggle(dice: Dice, path: string, body: Buffer): Buffer {
  const line = `POST ${path} HTTP/1.1\r\nHost: a\r\n`;
  const hidden = 'DELETE /api/session HTTP/1.1\r\nHost: a\r\n\r\n';
  return Buffer.from(
    dice.pick([
      () => `${line}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
      () => `${line}Content-Length: 0\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
      () => `${line}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n${hidden}`,
      () =>
        `${line}Transfer-Encoding: chunked\r\n\r\n5;${'x'.repeat(20_000)}\r\nhello\r\n0\r\n\r\n`,
      () => `${line}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`,
      () => `${line}Content-Length: -1\r\n\r\n`,
      () => `${line}Content-Length: 99999999999\r\n\r\n${body.toString()}`,
      () => line + `X-${'a'.repeat(40)}: b\r\n`.repeat(dice.pick([100, 1_500])) + '\r\n',
      () => line.replaceAll('\r\n', '\n') + '\n',
      () => `${line} folded: x\r\n\r\n`,
      () => `GET ${path} HTTP/${dice.pick(['0.9', '1.0', '2.0', '9.9', ''])}\r\n\r\n`,
      () => `GET http://evil.example${path} HTTP/1.1\r\nHost: a\r\n\r\n`,
      () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
      () => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`.repeat(30),
    ])(),
    'latin1',
  );
}
