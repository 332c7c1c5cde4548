import { topicFor } from '@wenzheng/server/src/forum/questions/routing/topics';
import { describe, expect, test } from 'vitest';

const TOPICS = ['老楼加装电梯', '晚班公交', '异地看病报销', '孩子入学'];
const IN_ENGLISH = ['Lifts for old buildings', 'Late buses', 'Treatment elsewhere'];

describe('the topic of a question', () => {
  test.each([
    ['老楼加装电梯', '四号楼装电梯一楼不同意怎么办'],
    ['老楼加装电梯', '我家那个店梯说装说装说了三年了'],
    ['老楼加装电梯', '四號樓裝電梯，一樓住戶不同意'],
    ['晚班公交', '18路公交晚上八点就没了，能不能晚一点？'],
    ['异地看病报销', '跟儿子住外省，在那边看病怎么报销？'],
    ['孩子入学', '今年划片变了没有？孙子九月上一年级'],
  ])('is %s in %s', (topic, text) => {
    expect(topicFor(text, TOPICS)).toBe(topic);
  });

  test('is told in English, too', () => {
    expect(topicFor('Will our block get a lift?', IN_ENGLISH)).toBe('Lifts for old buildings');
    expect(topicFor('Could bus 18 run later than eight?', IN_ENGLISH)).toBe('Late buses');
  });

  test.each([
    ['a name that has the word in it', '青禾路小学门口的路灯坏了一个月了'],
    ['a word that topics only mention', '娃咳了半个月，夜里一股烧胶的味道'],
    ['a place that is on the way', '六楼水压太小，热水器打不着火'],
    ['nothing', ''],
  ])('is none for %s', (_, text) => {
    expect(topicFor(text, TOPICS)).toBeNull();
  });

  test('is the one of which most is said', () => {
    const topics = ['公交站台', '晚班公交'];
    expect(topicFor('公交站台没有凳子', topics)).toBe('公交站台');
    expect(topicFor('晚班公交太少', topics)).toBe('晚班公交');
  });

  test('is one of those that the forum has, which may be none', () => {
    expect(topicFor('四号楼装电梯', [])).toBeNull();
    expect(topicFor('四号楼装电梯', ['河道治理'])).toBeNull();
  });
});
