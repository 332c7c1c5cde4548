import { describe, expect, it } from 'vitest';
import { instant, minutes, seconds } from '@wenzheng/shared/time/instant';
import {
  linesText,
  listText,
  minutesText,
  momentText,
  wordsText,
} from '../../../console/src/screens/agenda/field-texts';

describe('what stands in a field of the set-up', () => {
  it('is cleaned as the hub cleans it', () => {
    expect(wordsText.read('  云川 \u200b 市  ')).toEqual({ ok: true, value: '云川 市' });
  });

  it('has an entry on each line; empty lines are left out', () => {
    expect(linesText.read(' 公交 \n\n停车\n ')).toEqual({ ok: true, value: ['公交', '停车'] });
    expect(linesText.write(['公交', '停车'])).toBe('公交\n停车');
  });

  it.each([
    ['公交、道路，停车', ['公交', '道路', '停车']],
    ['bus stop, night bus; road', ['bus stop', 'night bus', 'road']],
    ['公交、公交、', ['公交']],
    ['', []],
  ])('reads the list %j', (text, entries) => {
    expect(listText('、').read(text)).toEqual({ ok: true, value: entries });
  });

  it.each([
    ['5', minutes(5)],
    ['２．５', seconds(150)],
    [' 90 ', minutes(90)],
    ['0.33', seconds(20)],
  ])('reads %j minutes', (text, length) => {
    expect(minutesText.read(text)).toEqual({ ok: true, value: length });
  });

  it.each(['', 'five', '-5', '1e3', '5 min', '12345'])('takes %j for no minutes', (text) => {
    expect(minutesText.read(text)).toEqual({ ok: false, problem: 'not_minutes' });
  });

  it('writes minutes without needless digits', () => {
    expect(minutesText.write(minutes(30))).toBe('30');
    expect(minutesText.write(seconds(150))).toBe('2.5');
  });
});

describe('a moment in a field', () => {
  const morning = instant(Date.UTC(2026, 9, 1, 1, 30));

  it('stands there in the time of China, whatever that of the device', () => {
    const before = process.env['TZ'];
    try {
      for (const zone of ['America/Los_Angeles', 'Asia/Shanghai', 'UTC']) {
        process.env['TZ'] = zone;
        expect(momentText.write(morning)).toBe('2026-10-01T09:30');
        expect(momentText.read('2026-10-01T09:30')).toEqual({ ok: true, value: morning });
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('crosses midnight in China, not in London', () => {
    expect(momentText.write(instant(Date.UTC(2026, 11, 31, 16, 5)))).toBe('2027-01-01T00:05');
  });

  it.each(['', '2026-10-01', '2026-13-01T09:30', 'tomorrow'])('cannot be read from %j', (text) => {
    expect(momentText.read(text)).toEqual({ ok: false, problem: 'not_a_date' });
  });
});
