import { CountTree } from '@wenzheng/server/src/engine/count-tree';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('counts as one that looks at them all', () => {
  const change = fc.record({ at: fc.nat(500), add: fc.boolean() });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 300 }), (changes) => {
      const tree = new CountTree();
      let model: number[] = [];
      for (const { at, add } of changes) {
        const there = model.indexOf(at);
        if (!add && there < 0) continue;
        tree.add(at, add ? 1 : -1);
        model = add ? [...model, at].sort((a, b) => a - b) : model.toSpliced(there, 1);
      }
      expect(tree.total).toBe(model.length);
      for (const end of [0, 1, 63, 64, 65, 128, 300, 500, 501, 9_999])
        expect(tree.below(end)).toBe(model.filter((at) => at < end).length);
      model.forEach((at, ahead) => expect(tree.find(ahead)).toBe(at));
      expect(tree.find(model.length)).toBeNull();
      expect(tree.find(-1)).toBeNull();
    }),
  );
});
