/** How the words of a question are read: script, digits, names and concepts. */
import { conceptsIn } from '@wenzheng/server/src/forum/questions/vocabulary/lexicon';
import { general } from '@wenzheng/server/src/forum/questions/vocabulary/general';
import { VOCABULARIES } from '@wenzheng/server/src/forum/questions/vocabulary/fields';
import {
  simplifiedToMatchable,
  toMatchable,
} from '@wenzheng/server/src/forum/questions/words/matchable';
import { latinNames, mentionsIn } from '@wenzheng/server/src/forum/questions/words/mentions';
import { soundKey, soundsOf } from '@wenzheng/server/src/forum/questions/words/pinyin';
import { describe, expect, test } from 'vitest';

test.each([
  ['１８路　公交', '18路 公交'],
  ['十八路公交', '18路公交'],
  ['一百二十三号', '123号'],
  ['二〇二四年', '2024年'],
  ['百姓、千万别', '百姓 千万别'],
  ['電梯壞咗，冇人修！', '电梯坏了 没人修'],
  ['Bus No. 18', 'bus no 18'],
])('%s is read as %s', (text, words) => {
  expect(toMatchable(text)).toBe(words);
});

test('the vocabulary is written in Simplified Mandarin, so that it can be taken as such', () => {
  const lists = [...Object.values(VOCABULARIES), general].flatMap((each) => Object.values(each));
  const terms = lists.flatMap((concepts) => Object.values(concepts).join(' ').split(' '));
  expect(terms.length).toBeGreaterThan(1_000);
  expect(terms.filter((term) => toMatchable(term) !== simplifiedToMatchable(term))).toEqual([]);
});

describe('names and numbers', () => {
  const named = (text: string) =>
    mentionsIn(toMatchable(text)).map(({ kind, name }) => `${kind} ${name}`);
  test.each([
    ['18路公交不到安和医院了', ['bus_line 18', 'hospital 安和']],
    ['bus No. 18 skips it', ['bus_line 18']],
    ['望云小区4号楼', ['estate 望云', 'building 4']],
    ['望云四号楼的', ['building 4', 'estate 望云']],
    ['桂花园的狗', ['estate 桂花']],
    ['东塘路和北岭街路口', ['road 东塘', 'road 北岭']],
    ['柏树村东头的塑料厂', ['village 柏树']],
    ['我们小区门口的马路', []],
    ['农村的学校', []],
    ['一路走到街上', []],
  ])('%s', (text, names) => {
    expect(named(text).sort()).toEqual([...names].sort());
  });
  test('in latin letters sound like those in characters', () => {
    expect(latinNames('It skips Zhonghe Hospital.')).toEqual([soundsOf('中和')]);
    expect(soundKey('zhongxing')).toBe('zonxin');
  });
});

describe('concepts', () => {
  const found = (text: string) =>
    conceptsIn(toMatchable(text).split('')).map(({ concept, sureness }) => [concept.id, sureness]);
  test('longer terms hide what is in them', () => {
    expect(found('公交卡')).toEqual([['transport.busFare', 1]]);
  });
  test('dictation writes words that sound alike', () => {
    expect(found('那个店梯')).toEqual([['housing.lift', 0.8]]);
  });
  test('but not every word that does', () => {
    expect(found('事业')).toEqual([]);
  });
  test('latin terms are words of their own', () => {
    expect(found('two buses')).toEqual([['transport.bus', 1]]);
    expect(found('business')).toEqual([]);
  });
});
