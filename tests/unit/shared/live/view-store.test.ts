import { ViewStore } from '@wenzheng/shared/live/view-store';
import type { Patch, Snapshot } from '@wenzheng/shared/wire/protocol';
import { describe, expect, test } from 'vitest';

const snapshot = (revision: number, epoch = 'e'): Snapshot => ({
  ...{ epoch, revision },
  documents: { scene: 'join', floor: null },
  collections: { counts: { 1: 1, 2: 2 } },
});
const held = (revision: number): ViewStore => {
  const store = new ViewStore();
  store.replace(snapshot(revision));
  return store;
};
const patch = (base: number, rest: Partial<Patch> = {}): Patch => ({
  base,
  revision: base + 1,
  ...rest,
});

describe('a view', () => {
  test.each<[string, ViewStore, Patch, string, number | undefined]>([
    ['takes in what fits', held(5), patch(5), 'applied', 6],
    ['leaves what it holds already', held(5), patch(4), 'already_held', 5],
    ['leaves what lies further back', held(5), patch(2), 'already_held', 5],
    ['asks again after a gap', held(5), patch(6), 'resync', 5],
    ['asks again for what reaches over it', held(5), { base: 3, revision: 7 }, 'resync', 5],
    ['asks for itself before there is one', new ViewStore(), patch(1), 'resync', undefined],
  ])('%s', (_, store, change, outcome, revision) => {
    expect(store.apply(change)).toBe(outcome);
    expect(store.held?.revision).toBe(revision);
  });

  test('has documents replaced whole, items put and removed', () => {
    const store = held(5);
    store.apply(
      patch(5, {
        documents: { floor: { turn: 3 } },
        put: { counts: { 2: 9, 3: 1 }, more: { a: 1 } },
        remove: { counts: ['1'] },
      }),
    );
    expect(store.held).toMatchObject({
      documents: { scene: 'join', floor: { turn: 3 } },
      collections: { counts: { 2: 9, 3: 1 }, more: { a: 1 } },
    });
    expect(store.held?.collections['counts']).not.toHaveProperty('1');
  });

  test('is never changed in place, and what did not change stays the same object', () => {
    const store = held(5);
    const before = store.held;
    store.apply(patch(5, { documents: { scene: 'closing' } }));
    expect(before).toEqual(snapshot(5));
    expect(store.held?.collections).toBe(before?.collections);
  });

  test('is replaced by a newer one and by one of another epoch, not by an older one', () => {
    const store = held(5);
    store.replace(snapshot(4));
    expect(store.held?.revision).toBe(5);
    store.replace(snapshot(1, 'another'));
    expect(store.held).toMatchObject({ epoch: 'another', revision: 1 });
  });
});
