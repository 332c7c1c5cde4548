import { startPage } from '@wenzheng/server/src/terminal/pages';
import { describe, expect, test } from 'vitest';

const url = 'http://192.168.1.5:8080/';
const later = startPage({ url, welcome: null, data: null, colours: false });
const first = startPage({
  url,
  welcome: { hostPin: '01234567', adminUrl: `${url}console/enter/TOKEN` },
  data: null,
  colours: false,
});

describe('what the terminal shows', () => {
  test('is where each screen is, the addresses in one column', () => {
    for (const page of [first, later]) {
      const lines = page.split('\n').filter((line) => /\shttp:/.test(line) && !/TOKEN/.test(line));
      expect(lines.map((line) => line.slice(line.indexOf('http')))).toEqual([
        `${url}display`,
        `${url}console`,
        url,
      ]);
    }
  });

  test('at the first start is PIN and link too', () => {
    expect(first).toContain('0123 4567');
    expect(first).toContain(`${url}console/enter/TOKEN`);
    expect(later).not.toContain('PIN');
  });

  test('is the command for a link, which names the data folder unless it is the usual one', () => {
    expect(later).toContain('npm run wenzheng -- access --role host\n');
    expect(startPage({ url, welcome: null, data: '/srv/问 政', colours: false })).toContain(
      'npm run wenzheng -- access --role host --data "/srv/问 政"\n',
    );
  });

  test('has a QR code, coloured only for a terminal', () => {
    expect(later).toMatch(/█▀|▀█/);
    expect(later).not.toContain('\u001b');
    expect(startPage({ url, welcome: null, data: null, colours: true })).toContain('\u001b[97;40m');
  });
});
