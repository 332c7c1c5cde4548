import { flagger, flagsOf, needsLooking } from '@wenzheng/server/src/forum/questions/flags/flags';
import {
  DEFAULT_RUDE_WORDS,
  rudeWordFinder,
} from '@wenzheng/server/src/forum/questions/flags/rude-words';
import { describe, expect, test } from 'vitest';

describe('rude words', () => {
  test.each([
    ['城管就是一群饭桶！', ['饭桶']],
    ['你们這群混賬', ['混账']],
    ['一帮废 物', ['一帮废物']],
    ['王 八 蛋', ['王八蛋']],
    ['路灯坏了，请来修', []],
    ['the stupid rule', ['stupid']],
    ['Scunthorpe', []],
    ['205路末班车几点', []],
    ['每月1205元', []],
    ['每月二百五十元', []],
    ['一千二百五的水费', []],
    ['下午13点停水', []],
    ['二十三点停水', []],
    ['老王八十岁了', []],
    ['你这个二百五', ['二百五']],
    ['二 百 五！', ['二百五']],
    ['这群王八', ['王八']],
    ['这群王8蛋', ['王八蛋', '王八']],
    ['你这个2货', ['二货']],
    ['一共12货车', []],
  ])('%s', (text, words) => {
    expect(rudeWordFinder(DEFAULT_RUDE_WORDS)(text)).toEqual(words);
  });
  test('are those of the list that the forum keeps', () => {
    expect(rudeWordFinder(['木头'])('饭桶')).toEqual([]);
    expect(rudeWordFinder(['木头', ''])('木头人')).toEqual(['木头']);
    expect(rudeWordFinder(['250'])('二百五十')).toEqual(['250']);
  });
});

test('a number in a cloud is not held back for a word that is said with it', () => {
  const needs = needsLooking(DEFAULT_RUDE_WORDS);
  expect(['205路', '13点', '二百五'].filter(needs)).toEqual(['二百五']);
});

describe('off topic', () => {
  const reason = (text: string) => flagsOf(text, DEFAULT_RUDE_WORDS).offTopic;
  test.each([
    ['低息贷款，秒到账，私聊', 'advertisement'],
    ['联合国应该制止战争', 'world'],
    ['演唱会什么时候开', 'entertainment'],
    ['儿媳妇不让我看孙子，评评理', 'family'],
    ['我在外省买的房子烂尾了，你们这里能管吗', 'elsewhere'],
    ['都是骗子！一群混账！', 'no_matter'],
    ['路灯坏了', null],
    ['我被骗了八万块，报警没有结果', null],
    ['小区里有人发小广告，扫码领鸡蛋卖保健品骗老人', null],
    ['外国朋友办居住证去哪个派出所', null],
  ])('%s', (text, expected) => {
    expect(reason(text)).toBe(expected);
  });
});

test('personal data that is written twice is told once', () => {
  const { personalData } = flagger([])('打13800138000，打不通就再打13800138000，或者13900139000');
  expect(personalData).toEqual([
    { kind: 'mobile', words: '13800138000' },
    { kind: 'mobile', words: '13900139000' },
  ]);
});
