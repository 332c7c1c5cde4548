import { beforeEach, describe, expect, it } from 'vitest';
import { Draft, sweepDrafts } from '../../../console/src/draft.svelte';
import { EditDraft } from '../../../console/src/screens/questions/edit-draft.svelte';

let hub: { text: string; revision: number };
const open = (): EditDraft => new EditDraft('f1', '1', () => hub);
const told = ({ words, from, isOvertaken }: EditDraft) => [words.text, from, isOvertaken];
const kept = (name: string): string => new Draft('f1', name).text;

beforeEach(() => {
  sweepDrafts('f1', () => true);
  hub = { text: 'no bus', revision: 3 };
});
const another = (text: string, revision: number): void => void (hub = { text, revision });

describe('other words for a question', () => {
  it('begin with those that stand there, and replace them', () => {
    expect(told(open())).toEqual(['no bus', 3, false]);
  });

  it('stay when another desk was quicker, also once the form is opened anew, until that was read', () => {
    const draft = open();
    draft.words.text = 'no bus at night';
    another('no night bus', 8);
    expect(told(draft)).toEqual(['no bus at night', 3, true]);
    draft.leave();
    const again = open();
    expect(told(again)).toEqual(['no bus at night', 3, true]);
    again.goOn();
    expect(told(again)).toEqual(['no bus at night', 8, false]);
    another('no bus after nine', 9);
    expect(told(open())).toEqual(['no bus at night', 8, true]);
  });

  it('follow what stands there as long as nothing was written', () => {
    const draft = open();
    another('no night bus', 8);
    draft.follow();
    expect(told(draft)).toEqual(['no night bus', 8, false]);
    draft.words.text = 'no bus at night';
    another('no bus after nine', 9);
    draft.follow();
    expect(told(draft)).toEqual(['no bus at night', 8, true]);
  });

  it('are not overtaken by what says the same, or by an edit that was taken back', () => {
    const draft = open();
    draft.words.text = ' no night bus ';
    another('no night bus', 8);
    expect(draft.isOvertaken).toBe(false);
    draft.words.text = 'no bus at night';
    expect(draft.isOvertaken).toBe(true);
    another('no bus', 3);
    expect(draft.isOvertaken).toBe(false);
  });

  it('can be given up for what stands there', () => {
    open().words.text = 'no bus at night';
    another('no night bus', 8);
    open().discard();
    expect([kept('edit.1'), kept('edit.1.base')]).toEqual(['', '']);
    expect(told(open())).toEqual(['no night bus', 8, false]);
  });

  it('leave nothing behind if nothing was changed', () => {
    open().leave();
    expect([kept('edit.1'), kept('edit.1.base')]).toEqual(['', '']);
    another('no night bus', 8);
    expect(told(open())).toEqual(['no night bus', 8, false]);
  });
});
