import { SHOWN_FROM } from '@wenzheng/server/src/forum/questions/similar/score';
import { SimilarityIndex } from '@wenzheng/server/src/forum/questions/similar/similarity-index';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const TEXTS = [
  '18路公交改线以后不到安和医院了，能不能改回来？',
  '１８路为啥不到安和医院了',
  '21路公交改线以后不到客运东站了，能不能改回来？',
  '松涛路的路灯坏了一个月没人修',
  '青禾路黑灯瞎火，走路要打手电',
  '青禾路的路灯坏了',
  '户口本丢了怎么补办',
  '身份证丢了怎么补办',
  'Since last month bus No. 18 skips Anhe Hospital.',
  '！？',
];

function indexOf(texts: readonly string[]): SimilarityIndex {
  const index = new SimilarityIndex();
  texts.forEach((text, at) => index.add(String(at), text));
  return index;
}
const ANY = (): boolean => true;
const shown = (index: SimilarityIndex, text: string) =>
  index
    .similar(text, 5, ANY)
    .filter(({ score }) => score >= SHOWN_FROM)
    .map(({ id }) => id);

describe('what decides', () => {
  const index = indexOf(TEXTS);
  test.each([
    ['other words for the same', '18路公交不到安和医院', ['0', '1', '8']],
    ['the same words about another line', '33路公交改线以后不到火车站了，能不能改回来？', []],
    ['another road', '建设路的路灯坏了', []],
    ['the road', '青禾路灯不亮', ['5', '4']],
    ['another paper', '居住证丢了怎么补办', []],
    ['Traditional characters', '戶口本丟了怎麼補辦', ['6']],
  ])('%s', (_, text, ids) => {
    expect(shown(index, text)).toEqual(ids);
  });
  test('a name in latin letters', () => {
    const [first] = index.similar('公交不去安和医院了', 9, ANY).filter(({ id }) => id === '8');
    expect(first?.score).toBeGreaterThan(0.1);
  });
  test('nothing is similar to nothing', () => {
    expect(index.similar('', 5, ANY)).toEqual([]);
    expect(new SimilarityIndex().similar('路灯', 5, ANY)).toEqual([]);
  });
});

const step = fc.record({
  id: fc.integer({ min: 0, max: 5 }).map(String),
  text: fc.option(fc.constantFrom(...TEXTS)),
});

test('adding and removing in any order equals a fresh index', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.constantFrom(...TEXTS), (steps, asked) => {
      const index = new SimilarityIndex();
      const there = new Map<string, string>();
      for (const { id, text } of steps) {
        if (text === null) {
          index.remove(id);
          there.delete(id);
        } else {
          index.add(id, text);
          there.set(id, text);
        }
      }
      const fresh = new SimilarityIndex();
      for (const [id, text] of [...there].reverse()) fresh.add(id, text);
      expect(index.size).toBe(there.size);
      expect(index.similar(asked, 10, ANY)).toEqual(fresh.similar(asked, 10, ANY));
    }),
  );
});

test('a question is most similar to itself, and scores lie between 0 and 1', () => {
  const index = indexOf(TEXTS);
  TEXTS.slice(0, -1).forEach((text, at) => {
    const found = index.similar(text, 20, ANY);
    expect(found[0]?.id).toBe(String(at));
    for (const { score } of found) expect(score > 0 && score <= 1).toBe(true);
    expect(index.similarityTo(text, String(at))).toBe(found[0]?.score);
  });
});

test('what may not be told takes nothing away from what may, however much of it there is', () => {
  const text = '18路公交不到安和医院';
  const index = indexOf([...Array.from({ length: 300 }, () => text), `${text}了，怎么办`]);
  expect(index.similar(text, 6, (id) => id === '300').map(({ id }) => id)).toEqual(['300']);
});
