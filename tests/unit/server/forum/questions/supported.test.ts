/** What a voter supports in one text: the same as a list of it would say. */
import {
  asSupported,
  difference,
  isSupportedIn,
  NOTHING,
  supportedIn,
  withSupported,
} from '@wenzheng/server/src/forum/questions/supported';
import fc from 'fast-check';
import { expect, test } from 'vitest';

// Some are parts of others.
const questions = ['1', '2', '12', '21', '112', '122', '1212'];
const some = fc.shuffledSubarray(questions);

test('what was put in comes out, in order', () => {
  fc.assert(
    fc.property(some, (list) => {
      expect(supportedIn(asSupported(list))).toEqual(list);
      expect(list.reduce(withSupported, NOTHING)).toBe(asSupported(list));
      expect(questions.filter((each) => isSupportedIn(asSupported(list), each)).sort()).toEqual(
        [...list].sort(),
      );
    }),
  );
  expect(supportedIn(undefined)).toEqual([]);
  expect(isSupportedIn(undefined, '1')).toBe(false);
});

test('what has come and gone between two is what is in one of them alone', () => {
  fc.assert(
    fc.property(some, some, fc.boolean(), (first, second, isAdded) => {
      const later = isAdded ? [...new Set([...first, ...second])] : second;
      const { gone, come } = difference(asSupported(first), asSupported(later));
      expect(gone).toEqual(first.filter((each) => !later.includes(each)));
      expect(come).toEqual(later.filter((each) => !first.includes(each)));
    }),
  );
});
